"""`amana rebuild`: the rows replayed from the record, compared, and mended where they differ."""

from __future__ import annotations

import argparse
from time import perf_counter

from amana.acts import rebuilding
from amana.cli.housed import open_house
from amana.cli.saying import many, say
from amana.cli.telling import Progress

EXAMPLES = """examples:
  amana rebuild --compare     only say whether the rows are what the record says
  amana rebuild               put rebuilt rows in place where they differ
The record itself is verified first: rows are never made from one that does not hold."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--compare", action="store_true", help="change nothing")


def run(args: argparse.Namespace) -> int:
    """Rebuild; exit 1 where rows differed, 2 where the record itself is not what was signed."""
    open_house()
    start = perf_counter()
    made = rebuilding.rebuild(swap=not args.compare, told=Progress("replay"))
    entries, seconds = many("entries", made.entries), f"{perf_counter() - start:.1f}"
    print(say("replayed", entries=entries, seconds=seconds, missing=made.missing))
    for table, how in made.differing.items():
        print(f"  {table}: {how}{'' if args.compare else ' — ' + say('put-right')}")
    if made.equal:
        print(say("rows-equal"))
    return 0 if made.equal else 1
