"""`amana backup`: everything in one file."""

from __future__ import annotations

import argparse
from pathlib import Path

from amana.acts import backup
from amana.cli.housed import open_house

EXAMPLES = """examples:
  amana backup /media/safe/amana-$(date +%F).tar.gz
It holds the signing key and everything the house may see. While it reads, nobody can enter; pages go on."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("file", type=Path, help="a new file")


def run(args: argparse.Namespace) -> int:
    """Write the backup."""
    open_house()
    size = backup.backup(args.file)
    print(f"{args.file}: {size / 1e6:.1f} MB")
    return 0
