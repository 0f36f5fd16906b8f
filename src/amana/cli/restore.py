"""`amana restore`: a backup into an empty instance, on either database."""

from __future__ import annotations

import argparse
from pathlib import Path

from amana.acts import backup
from amana.cli.housed import open_house
from amana.cli.saying import about, many, say

EXAMPLES = """examples:
  AMANA_VAR=/srv/amana amana restore /media/safe/amana-2026-11-22.tar.gz
  AMANA_DATABASE=postgresql://… amana restore …     a backup made on SQLite restores into PostgreSQL, and back"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("file", type=Path)


def run(args: argparse.Namespace) -> int:
    """Restore, and prove it by replaying."""
    open_house()
    made = backup.restore(args.file)
    print(about(args.file, say("restored", entries=many("entries", made.entries), missing=made.missing)))
    return 0
