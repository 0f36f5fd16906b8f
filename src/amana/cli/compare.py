"""`amana compare`: language versions held against each other, whole or row by row of a translators' file, without a house."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import BinaryIO

from amana.clerk.knowing import Knowledge
from amana.clerk.pairs import Compared, compared, usual
from amana.clerk.sheets import Sheet
from amana.cli.read import bytes_of, knowledge, tell_findings
from amana.cli.telling import Progress, language, tell_problems, unreadable, unwritable
from amana.intake.units import mended, units_of
from amana.publish.sheet_page import sheet_page
from amana.publish.sheet_word import sheet_word
from amana.publish.side_by_side import SideBySide, side_by_side
from amana.values.problems import NotReadable, Place, Problem

EXAMPLES = """examples:
  amana compare samples/drought-early-warning/*.docx
  amana compare a.ar.txt a.en.txt a.fr.txt --json
  amana compare … --rows     the versions side by side, with what was found beneath
  amana compare a.ar.docx a.en.docx a.fr.docx --word out.docx --html out.html     for the reviser
  amana compare --pairs memory.tmx     each row of a .tsv, .tmx or .xlf by itself; processors share a long file
exit codes: 0 nothing found, 1 findings, 2 a file that cannot be read"""

FEWEST, MOST = 2, 4
"""Versions that are held against each other."""
WIDE = 110
"""Characters of a text that are shown."""
LONG = 500_000
"""Bytes of a translators' file from which on starting further processes is worth it."""
EVERY = 100
"""Rows after which the progress moves."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE", help="two to four files, a language each")
    parser.add_argument("--pairs", type=Path, metavar="FILE", help="a .tsv, .tmx or .xlf: every row is compared alone")
    parser.add_argument(
        "--jobs",
        type=int,
        default=0,
        metavar="N",
        help="processes that share the rows of --pairs; else one, or for a long file all",
    )
    parser.add_argument("--organization", type=Path, metavar="FOLDER", help="whose symbols, names and phrases to know")
    parser.add_argument("--rows", action="store_true", help="show the versions side by side")
    parser.add_argument("--word", type=Path, metavar="OUT", help="write a Word file: a column a version, comments")
    parser.add_argument(
        "--html", type=Path, metavar="OUT", help="write a page that stands alone, findings beside the rows"
    )
    parser.add_argument("--json", action="store_true", help="one object a finding and line")


def run(args: argparse.Namespace) -> int:
    """Compare, and tell every finding with its place in each language."""
    if (args.pairs is None) == (not args.files) or not (args.pairs or FEWEST <= len(args.files) <= MOST):
        raise NotReadable([Problem("cli-compare-what", {})])
    try:
        return compared_as(args)
    except NotReadable as refused:
        if not args.json:
            raise
        tell_findings(refused.problems)
        return 2


def compared_as(args: argparse.Namespace) -> int:
    """Rows by themselves, or versions as a whole; the exit code."""
    if args.pairs is not None:
        return pairs(args.pairs, knowledge(args.organization), jobs=args.jobs or fitting(args.pairs), json=args.json)
    made = knowledge(args.organization).sheet([(str(path), bytes_of(path)) for path in args.files])
    fatal = [p for p in made.problems if p.severity == "error"]
    findings = (*made.problems, *made.findings)
    if args.word is not None:
        write(args.word, sheet_word(laid(made), language()))
    if args.html is not None:
        write(args.html, sheet_page(laid(made), language()).encode())
    if args.json:
        tell_findings(findings)
    else:
        if args.rows:
            show(made)
        tell_problems(findings)
        print(f"{len(made.rows)} rows in {', '.join(made.languages) or 'no language'}: {count(findings)}")
    return 2 if fatal or len(made.readings) < 1 else 1 if findings else 0


def laid(made: Sheet) -> SideBySide:
    """The sheet as a reviser sees it, in the organization's order of languages."""
    columns = [x for x in made.order if x in made.readings] + [x for x in made.readings if x not in made.order]
    titles = {x: reading.title for x, reading in made.readings.items()}
    files = [Path(file.name).name for file in made.files]
    found = (*made.problems, *made.findings)
    symbols = {x: reading.symbol for x, reading in made.readings.items() if reading.symbol}
    symbol = symbols.get(language()) or symbols.get("en") or made.symbol()
    return side_by_side(made.rows, found, columns, symbol=symbol, titles=titles, files=files)


def write(path: Path, data: bytes) -> None:
    """Write a file; NotReadable in words where that cannot be."""
    try:
        path.write_bytes(data)
    except OSError as why:
        raise unwritable(path, why) from why


def pairs(path: Path, known: Knowledge, *, jobs: int, json: bool) -> int:
    """Compare row by row, telling as it goes; nothing of the file is kept but which languages its rows have."""
    progress = Progress(str(path))
    problems: list[Problem] = []
    said = Counter[str]()
    rows = 0
    beside = False

    def doubt(problem: Problem) -> None:
        problems.append(problem)
        said[problem.severity] += 1

    with opened(path) as stream:
        common = usual(units_of(str(path), stream))
        stream.seek(0)
        units = mended(units_of(str(path), stream, doubt))
        for rows, one in enumerate(compared(units, known, jobs=jobs, common=common), 1):
            if rows % EVERY == 0:
                progress(rows)
            beside = beside or len(one.unit.texts) > 1
            said.update(found.severity for found in one.findings)
            if json:
                tell_findings((*problems, *one.findings))
                problems.clear()
            elif one.findings:
                show_unit(one)
    if rows and not beside:
        raise NotReadable([*problems, Problem("cli-one-language", {"file": str(path)}, (Place(str(path)),))])
    if json:
        tell_findings(problems)
    else:
        tell_problems(problems)
        print(f"{rows} rows: {told(said)}")
    return 1 if said else 0


def fitting(path: Path) -> int:
    """How many processes a file is worth: one, and for a long file as many as there are processors."""
    return (os.cpu_count() or 1) if path.is_file() and path.stat().st_size > LONG else 1


def opened(path: Path) -> BinaryIO:
    """The file, open for reading more than once, for which a pipe is copied; NotReadable in words where it cannot be."""
    try:
        stream = path.open("rb")
        if stream.seekable():
            return stream
        copy = TemporaryFile()  # noqa: SIM115 - whoever opens the file closes it
        with stream:
            copyfileobj(stream, copy)
    except OSError as why:
        raise unreadable(path, why) from why
    copy.seek(0)
    return copy


def show_unit(one: Compared) -> None:
    """A row with findings: its texts, shortened around what is marked, and what was found."""
    spots = {p.language: p for found in one.findings for p in reversed(found.places) if p.start is not None}
    for n, (code, text) in enumerate(one.unit.texts.items()):
        place = spots.get(code)
        marked = marking(text, place.start or 0, place.end or 0) if place else marking(text, 0, 0)
        print(f"{'' if n else one.unit.key:>7} {code} {marked}")
    for found in one.findings:
        print(f"        {found.severity}: {found.message(language())} [{found.code}]")


def marking(text: str, start: int, end: int) -> str:
    """The text on one line, shortened around the characters `start` to `end`, which stand between ⟦ and ⟧.

    >>> marking("Decides to build 120 schools", 17, 20), marking("Decides", 0, 0)
    ('Decides to build ⟦120⟧ schools', 'Decides')
    """
    begin, stop = max(0, start - WIDE // 2), max(end, start + WIDE // 2, WIDE if not start else 0)
    inside = f"{text[begin:start]}⟦{text[start:end]}⟧{text[end:stop]}" if end > start else text[begin:stop]
    shown = f"{'…' if begin else ''}{inside}{'…' if stop < len(text) else ''}"
    return " ".join(shown.split())


def count(findings: tuple[Problem, ...]) -> str:
    """How many findings of each severity.

    >>> count(())
    'nothing found'
    """
    return told(Counter(p.severity for p in findings))


def told(severities: Mapping[str, int]) -> str:
    """
    >>> told({"error": 2, "note": 1})
    '2 errors, 1 note'
    """
    said = {s: severities.get(s, 0) for s in ("error", "warning", "note", "info")}
    return ", ".join(f"{n} {s}{'s' if n > 1 and s != 'info' else ''}" for s, n in said.items() if n) or "nothing found"


def show(made: Sheet) -> None:
    """The rows, a line a language."""
    for row in made.rows:
        for code in made.languages:
            p = row.texts.get(code)
            print(f"{row.key:>6} {code} {'—— missing ——' if p is None else f'{p.label} {p.text}'.strip()[:110]}")
