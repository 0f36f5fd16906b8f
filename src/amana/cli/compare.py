"""`amana compare`: the language versions of one resolution held against each other, without a house."""

from __future__ import annotations

import argparse
from pathlib import Path

from amana.clerk.lines import finding_line
from amana.clerk.sheets import Sheet
from amana.cli.read import bytes_of, knowledge
from amana.cli.telling import language, tell_line, tell_problems
from amana.values.problems import Problem

EXAMPLES = """examples:
  amana compare samples/drought/drought.*.docx
  amana compare a.ar.txt a.en.txt a.fr.txt --json
  amana compare … --rows     the versions side by side, with what was found beneath
exit codes: 0 nothing found, 1 findings, 2 a file that cannot be read"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="two to four files, a language each")
    parser.add_argument("--organization", type=Path, metavar="FOLDER", help="whose symbols, names and phrases to know")
    parser.add_argument("--rows", action="store_true", help="show the versions side by side")
    parser.add_argument("--json", action="store_true", help="one object a finding and line")


def run(args: argparse.Namespace) -> int:
    """Compare, and tell every finding with its place in each language."""
    made = knowledge(args.organization).sheet([(str(path), bytes_of(path)) for path in args.files])
    fatal = [p for p in made.problems if p.severity == "error"]
    findings = (*made.problems, *made.findings)
    if args.json:
        for found in findings:
            tell_line(finding_line(found, language()))
    else:
        if args.rows:
            show(made)
        tell_problems(findings)
        print(f"{len(made.rows)} rows in {', '.join(made.languages) or 'no language'}: {count(findings)}")
    return 2 if fatal or len(made.readings) < 1 else 1 if findings else 0


def count(findings: tuple[Problem, ...]) -> str:
    """How many findings of each severity.

    >>> count(())
    'nothing found'
    """
    said = {s: sum(p.severity == s for p in findings) for s in ("error", "warning", "note", "info")}
    return ", ".join(f"{n} {s}{'s' if n > 1 and s != 'info' else ''}" for s, n in said.items() if n) or "nothing found"


def show(made: Sheet) -> None:
    """The rows, a line a language."""
    for row in made.rows:
        for code in made.languages:
            p = row.texts.get(code)
            print(f"{row.key:>6} {code} {'—— missing ——' if p is None else f'{p.label} {p.text}'.strip()[:110]}")
