"""`amana export`: the record in a folder that anybody can verify with nothing else."""

from __future__ import annotations

import argparse
from pathlib import Path

from amana.acts import exporting
from amana.cli.housed import open_house
from amana.cli.saying import about, many, say
from amana.cli.telling import Progress
from amana.store import queries
from amana.values.audiences import AUDIENCES

EXAMPLES = """examples:
  amana export /tmp/record && amana verify /tmp/record
  amana export /media/archive/record --audience house     with the bodies that staff may read"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("folder", type=Path, help="a new or empty folder")
    parser.add_argument(
        "--audience",
        choices=AUDIENCES,
        default="public",
        help="whose bodies go along; all headers always do",
    )


def run(args: argparse.Namespace) -> int:
    """Export, and say how much is in it."""
    open_house()
    total, progress = queries.head()[0], Progress("export")
    made = exporting.export(args.folder, audience=args.audience, progress=lambda done: progress(done, total))
    said = say(
        "exported",
        entries=many("entries", made.entries),
        bodies=many("bodies", made.bodies),
        audience=args.audience,
        withheld=made.withheld,
        erased=made.erased,
        root=str(made.root),
    )
    print(about(args.folder, said))
    return 0
