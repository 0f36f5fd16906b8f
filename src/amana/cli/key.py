"""`amana key`: the public keys of the record; renewing the one that signs."""

from __future__ import annotations

import argparse

from amana.acts import keys, record
from amana.acts.may import CONSOLE
from amana.cli.housed import open_house
from amana.store import queries

EXAMPLES = """examples:
  amana key                       every public key and the entry from which it signs
  amana key --renew "yearly"      sign with a new key from now on; the old one announces it"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--renew", metavar="WHY", help="make a new key; both keys sign the hand-over")


def run(args: argparse.Namespace) -> int:
    """Show the keys, after renewing where asked."""
    open_house()
    if args.renew is not None:
        record.renew_key(args.renew, by=CONSOLE)
    elif queries.keys():
        keys.signer_in_step()  # finishes a renewal that was cut off
    for key in keys.chain():
        print(key)
    return 0
