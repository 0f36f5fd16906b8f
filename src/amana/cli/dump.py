"""`amana dump`: the organization as the record knows it, written as a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from amana.acts import dumping
from amana.cli.housed import open_house
from amana.cli.saying import about, many
from amana.values.audiences import BY_ROLE

EXAMPLES = """examples:
  amana dump /tmp/oic && diff -r organizations/oic /tmp/oic     equal byte for byte after a load
It holds what the house may see: keep it as carefully as the database."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--audience",
        choices=BY_ROLE,
        default="house",
        help="leave out what this audience may not see",
    )


def run(args: argparse.Namespace) -> int:
    """Write the folder."""
    open_house()
    print(about(args.folder, many("files", dumping.dump(args.folder, audience=args.audience))))
    return 0
