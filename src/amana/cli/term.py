"""`amana term`: how the house says it: its term base and its names in every language, without a house."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from typing import Any

from amana import folder
from amana.clerk import looking_up
from amana.cli.houses import asks_for_house
from amana.cli.saying import language, listed, say
from amana.cli.telling import tell_line
from amana.folder.organization import Organization
from amana.publish.sentences import colon

EXAMPLES = """examples:
  amana term council of foreign ministers
  amana term مجلس وزراء الخارجية
  amana term --json CMAE                 one object a term or name and line
What is typed may be in any language, a name, a part of one, an acronym, or a phrase in which a name stands.
exit codes: 0 something found, 1 nothing found, 2 a folder that cannot be read"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("words", nargs="+", metavar="WORD", help="a word or a few, in any language")
    asks_for_house(parser)
    parser.add_argument("--json", action="store_true", help="one object a term or name and line")


def run(args: argparse.Namespace) -> int:
    """Tell every term and name that is, begins with or holds the words; exit 1 where there is none."""
    org, words = folder.read(args.organization), " ".join(args.words)
    count = 0
    for one in found(org, words):
        count += 1
        if args.json:
            tell_line(one)
        else:
            show(one)
    if not count and not args.json:
        print(say("no-term", words=words))
    return 0 if count else 1


def found(org: Organization, words: str) -> Iterator[dict[str, Any]]:
    """kind, id, names (by language, with the acronym), others, note: terms of the term base, then names."""
    for term in looking_up.terms(org, words):
        yield {"kind": "term", "id": term.id, "names": dict(term.words), "others": [], "note": term.note or None}
    for one in looking_up.names(org, words):
        yield {"kind": one.kind, "id": one.id, "names": one.shown, "others": list(one.others), "note": None}


def show(one: Mapping[str, Any]) -> None:
    """A term or a name for people, a line a language."""
    kind = one["kind"]
    print(f"{say(f'kind-{kind}')}{colon(language())}{one['id']}")
    for code, name in one["names"].items():
        print(f"  {code} {name}")
    if one["others"]:
        print(f"  {say('also', names=listed(*one['others']))}")
    if one["note"]:
        print(f"  {one['note']}")
