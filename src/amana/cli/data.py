"""`amana data`: the organization to take along, as every visitor may see it: folder, tables, checkpoint, checksums."""

from __future__ import annotations

import argparse
from pathlib import Path

from amana.cli.housed import open_house
from amana.cli.saying import about, many, say
from amana.pages import open_data
from amana.values.problems import Problem, Refused

EXAMPLES = """examples:
  amana data               make what the page /data/ gives, once a checkpoint; for a large archive: after each day's work
  amana data /tmp/open     write the same files into a folder, new or empty"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("folder", type=Path, nargs="?", help="a new or empty folder; without it, for the page /data/")


def run(args: argparse.Namespace) -> int:
    """Make the files, and say where they are."""
    open_house()
    if args.folder is None:
        made = open_data.make()
        if made is None:
            raise Refused([Problem("record-empty", {})])
        said = say("files-after", files=many("files", len(made.files)), entries=many("entries", made.entries))
        print(about(made.place, said))
        return 0
    if args.folder.exists() and any(args.folder.iterdir()):
        raise Refused([Problem("ledger-export-not-empty", {"file": str(args.folder)})])
    args.folder.mkdir(parents=True, exist_ok=True)
    print(about(args.folder, many("files", len(open_data.write(args.folder)))))
    return 0
