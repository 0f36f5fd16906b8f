"""`amana report`: the implementation report of a session as a Word file."""

from __future__ import annotations

import argparse
from pathlib import Path

from amana.cli.housed import open_house
from amana.cli.saying import about, many, say
from amana.pages.reading import Aside
from amana.pages.session_report import made_for
from amana.publish import word
from amana.reports.rendering import render
from amana.store.queries.public import Reader
from amana.values.problems import Problem, Refused

EXAMPLES = """examples:
  amana report cfm-51 --language ar -o report.ar.docx
  amana report cfm-51 --audience house --language en     with what was not released: it stays in the house"""

READERS = {
    "public": Reader(),
    "members": Reader(roles=frozenset({("delegate", "")})),
    "house": Reader(roles=frozenset({("auditor", "")})),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("session", help="the session's id, as in sessions.csv: cfm-51")
    parser.add_argument("--language", choices=("ar", "en", "fr"), default="en")
    parser.add_argument("--audience", choices=tuple(READERS), default="public", help="what it may tell")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="default: implementation-SESSION-xx.docx")


def run(args: argparse.Namespace) -> int:
    """Write the report."""
    open_house()
    reading = Aside(READERS[args.audience], args.language)
    org = reading.known
    if org is None:
        raise Refused([Problem("dump-no-organization", {})])
    if args.session not in org.sessions_by_id:
        near = tuple(s.id for s in org.sessions if s.id.rsplit("-", 1)[0] == args.session.rsplit("-", 1)[0])[-5:]
        raise Refused([Problem("report-session-unknown", {"session": args.session, "near": near or ("–",)})])
    document = render(made_for(reading, args.session), args.language)
    target = args.output or Path(f"implementation-{args.session}-{args.language}.docx")
    target.write_bytes(word.report(document, args.language))
    count = many("resolutions", len(document.sections))
    print(about(target, say("reported", resolutions=count, audience=args.audience)))
    return 0
