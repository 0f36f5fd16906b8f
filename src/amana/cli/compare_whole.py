"""Two to four language versions of one resolution compared as a whole, and written side by side for the reviser."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from amana.clerk.sheets import Sheet
from amana.cli.findings import tell_findings
from amana.cli.houses import knowledge
from amana.cli.read import files_of
from amana.cli.saying import about, found, language, languages, many, say
from amana.cli.telling import tell_problems, together, unwritable
from amana.publish.sentences import words
from amana.publish.sheet_page import sheet_page
from amana.publish.sheet_word import sheet_word
from amana.publish.side_by_side import SideBySide, side_by_side


def run(args: argparse.Namespace) -> int:
    """Compare the versions; the exit code."""
    known, files = together(lambda: knowledge(args.organization), lambda: files_of(args.files))
    made = known.sheet(files)
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
        rows = say("rows-in", rows=many("rows", len(made.rows)), languages=languages(made.languages))
        print(about(rows, found(Counter(p.severity for p in findings))))
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


def show(made: Sheet) -> None:
    """The rows, a line a language."""
    lacking = f"—— {words('lacking', language())} ——"
    for row in made.rows:
        for code in made.languages:
            p = row.texts.get(code)
            print(f"{row.key:>6} {code} {lacking if p is None else f'{p.label} {p.text}'.strip()[:110]}")
