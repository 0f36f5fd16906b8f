"""`amana backup`: everything in one file."""

from __future__ import annotations

import argparse
from pathlib import Path

from amana.acts import backup
from amana.cli.housed import open_house
from amana.cli.saying import about, say

EXAMPLES = """examples:
  amana backup /media/safe/amana-$(date +%F).tar.gz
It holds the signing key and everything the house may see, as of one moment; people go on working meanwhile."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("file", type=Path, help="a new file")


def run(args: argparse.Namespace) -> int:
    """Write the backup."""
    open_house()
    size = backup.backup(args.file)
    print(about(args.file, size_words(size)))
    return 0


def size_words(size: int) -> str:
    """A number of bytes as people say it.

    >>> size_words(999), size_words(20_480), size_words(999_999), size_words(3_450_000_000)
    ('999 bytes', '20.5 kB', '1.0 MB', '3.5 GB')
    """
    if size < 1000:
        return say("bytes", n=size)
    unit, shift = next((u, s) for u, s in (("kB", 1e3), ("MB", 1e6), ("GB", 1e9)) if size < s * 999.95 or u == "GB")
    return say(unit, n=f"{size / shift:.1f}")
