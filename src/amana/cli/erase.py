"""`amana erase`: forget for ever what entries say; that they were entered, and why they were erased, stays."""

from __future__ import annotations

import argparse

from amana.acts import record
from amana.acts.keeping import Erase
from amana.acts.may import CONSOLE
from amana.cli.housed import open_house
from amana.cli.saying import listed, say

EXAMPLES = """examples:
  amana erase 4711 --why "Erased at the request of the person concerned, letter of 3 May 2026."
  amana erase 4711 4712 --why "Entered twice by mistake."
It cannot be undone. The headers of the entries stay, and the record still verifies; what they said, and the files
they kept, are gone for everybody.
THE REASON IS PUBLIC FOR EVER: it must name nobody, and must not repeat what is erased. Backups made before still hold it."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("entries", type=int, nargs="+", metavar="ENTRY", help="the number of an entry")
    parser.add_argument("--why", required=True, help="the reason: public for ever, it must name nobody")


def run(args: argparse.Namespace) -> int:
    """Enter the erasure."""
    open_house()
    entries = tuple(dict.fromkeys(args.entries))
    made = record.enter(Erase(entries, args.why), by=CONSOLE)
    print(say("erased", no=made.no, entries=listed(*map(str, entries))))
    return 0
