"""`amana new`: the starter folder of another organization."""

from __future__ import annotations

import argparse
from pathlib import Path

from amana import folder
from amana.cli.saying import about, say
from amana.values.words import Words

EXAMPLES = """examples:
  amana new organizations/nile --name "Nile Basin Council" --languages ar en fr
  amana check organizations/nile"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("folder", type=Path, help="where; its last part is the organization's id")
    parser.add_argument("--name", required=True, help="the organization's name, in the first of its languages")
    parser.add_argument(
        "--languages", nargs="+", default=["en"], metavar="xx", help="its official languages: ar en fr …"
    )


def run(args: argparse.Namespace) -> int:
    """Write the folder."""
    folder.new(args.folder, args.folder.name, Words({args.languages[0]: args.name}), tuple(args.languages))
    print(about(args.folder, say("new-folder", folder=str(args.folder))))
    return 0
