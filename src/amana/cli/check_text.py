"""`amana check-text`: what a text says of the organization, held against its folder, without a house."""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from amana import folder, intake
from amana.cli.findings import tell_findings
from amana.cli.houses import asks_for_house
from amana.cli.read import bytes_of
from amana.cli.saying import about, found, language, say
from amana.cli.telling import tell_problems
from amana.folder.organization import Organization
from amana.inquiry.against import contradictions
from amana.inquiry.lexicon import LANGUAGES
from amana.publish.sentences import version
from amana.resolutions.languages import language_of
from amana.values.problems import NotReadable, Problem

EXAMPLES = """examples:
  amana check-text about-us.html leaflet.docx
  amana check-text --as-of 2015-06-01 article.txt       what it calls the present is the first of June 2015
  amana check-text --json --language id halaman.txt     one object a line and finding
A statement is told only where it is sure what it says and the record certainly has another: errors are wrong, warnings
were true once, notes are matters on which sources differ. The folder is read as the staff reads it: `audience` says
whether a dispute has been released.
exit codes: 0 nothing found, 1 findings, 2 a file or a folder that cannot be read"""


_TOLD_AGAIN = "intake-numbers-lost"
"""What the file itself has of broken numbers is told as `against-corrupt`, with what the record has."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="a text, Word, PDF, HTML or XML file")
    asks_for_house(parser)
    parser.add_argument("--language", choices=LANGUAGES, help="the language of the files, where you know it")
    parser.add_argument("--as-of", type=_day, metavar="DAY", help="the day of the texts, 2015-06-01; default: today")
    parser.add_argument("--json", action="store_true", help="one object a line and finding")


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError as why:
        raise argparse.ArgumentTypeError(f"invalid day value: {typed!r}") from why


def run(args: argparse.Namespace) -> int:
    """Check each file in turn; a file that cannot be read is told and the others go on."""
    known, code = folder.read(args.organization), 0
    day = args.as_of or datetime.now(tz=ZoneInfo(known.profile.time_zone)).date()
    for path in args.files:
        try:
            texts, problems = check_file(path, known, args.language, day)
        except NotReadable as refused:
            _tell(refused.problems, json=args.json)
            code = 2
            continue
        _tell(problems, json=args.json)
        if not args.json:
            print(about(path, _held(problems, texts, args.organization, day)))
        code = max(code, 1 if problems else 0)
    return code


def _held(problems: tuple[Problem, ...], texts: str, house: Path, day: date) -> str:
    """How much was found, and in what it was looked for."""
    told = found(Counter(p.severity for p in problems))
    return say("held-against", found=told, language=version(texts, language()), folder=str(house), day=str(day))


def check_file(path: Path, known: Organization, language_: str | None, day: date) -> tuple[str, tuple[Problem, ...]]:
    """The language one file is read in, and what of it contradicts the record, after what is wrong with the file itself."""
    received = intake.blocks_of(str(path), bytes_of(path))
    texts = language_ or language_of([block.text for block in received.blocks])
    own = (p for p in received.problems if p.code != _TOLD_AGAIN)
    return texts, (*own, *contradictions(received.blocks, texts, known, day=day, tell=language()))


def _tell(problems: tuple[Problem, ...], *, json: bool) -> None:
    if json:
        tell_findings(problems)
    else:
        tell_problems(problems)
