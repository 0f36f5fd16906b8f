"""The rows of a translators' file compared one by one: told as they come, and nothing of a long file kept."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import BinaryIO

from amana.clerk.knowing import Knowledge
from amana.clerk.pairs import Compared, compared, usual
from amana.cli.findings import tell_findings
from amana.cli.houses import knowledge
from amana.cli.saying import about, found, language, many, say
from amana.cli.telling import Progress, tell_problems, unreadable
from amana.intake.units import mended, units_of
from amana.publish.sentences import told
from amana.resolutions.languages import LANGUAGES
from amana.values.problems import Fact, NotReadable, Place, Problem

WIDE = 110
"""Characters of a text that are shown."""
LONG = 500_000
"""Bytes of a translators' file from which on starting further processes is worth it."""
EVERY = 100
"""Rows after which the progress moves."""


def run(args: argparse.Namespace) -> int:
    """Compare the rows of the file; the exit code."""
    return pairs(args.pairs, knowledge(args.organization), jobs=args.jobs or fitting(args.pairs), json=args.json)


def pairs(path: Path, known: Knowledge, *, jobs: int, json: bool) -> int:
    """Compare row by row, telling as it goes; nothing of the file is kept but which languages its rows have."""
    progress = Progress(str(path))
    problems: list[Problem] = []
    said = Counter[str]()
    rows = 0
    beside = False
    unread: dict[str, None] = {}

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
            beside = beside or sum(1 for x in one.unit.texts if x in LANGUAGES) > 1
            unread.update((x, None) for x in one.unit.texts if x not in LANGUAGES)
            said.update(problem.severity for problem in one.findings)
            if json:
                tell_findings((*problems, *one.findings))
                problems.clear()
            elif one.findings:
                show_unit(one)
    if not beside:
        raise NotReadable([*problems, *_nothing(str(path), rows, tuple(unread))])
    if unread:
        facts: dict[str, Fact] = {"file": str(path), "languages": tuple(unread)}
        doubt(Problem("cli-languages-beside", facts, (Place(str(path)),), "note"))
    if json:
        tell_findings(problems)
    else:
        tell_problems(problems)
        print(about(many("rows", rows), found(said)))
    return 1 if said else 0


def _nothing(file: str, rows: int, unread: tuple[str, ...]) -> Iterator[Problem]:
    """Why nothing could be compared."""
    facts: dict[str, Fact] = {"file": file, "languages": unread} if unread else {"file": file}
    code = "cli-no-rows" if not rows else "cli-languages-unread" if unread else "cli-one-language"
    yield Problem(code, facts, (Place(file),))


def fitting(path: Path) -> int:
    """How many processes a file is worth: one, and for a long file as many as there are processors."""
    return (os.cpu_count() or 1) if path.is_file() and path.stat().st_size > LONG else 1


def opened(path: Path) -> BinaryIO:
    """The file, open for reading more than once, for which a pipe is copied; NotReadable in words where it cannot be."""
    try:
        stream = sys.stdin.buffer if str(path) == "-" else path.open("rb")
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
    spots = {p.language: p for problem in one.findings for p in reversed(problem.places) if p.start is not None}
    for n, (code, text) in enumerate(one.unit.texts.items()):
        place = spots.get(code)
        marked = marking(text, place.start or 0, place.end or 0) if place else marking(text, 0, 0)
        print(f"{'' if n else one.unit.key:>7} {code} {marked}")
    for problem in one.findings:
        print(f"        {about(say(problem.severity), told(problem, language()))} [{problem.code}]")


def marking(text: str, start: int, end: int) -> str:
    """The text on one line, shortened around the characters `start` to `end`, which stand between ⟦ and ⟧.

    >>> marking("Decides to build 120 schools", 17, 20), marking("Decides", 0, 0)
    ('Decides to build ⟦120⟧ schools', 'Decides')
    """
    begin, stop = max(0, start - WIDE // 2), max(end, start + WIDE // 2, WIDE if not start else 0)
    inside = f"{text[begin:start]}⟦{text[start:end]}⟧{text[end:stop]}" if end > start else text[begin:stop]
    shown = f"{'…' if begin else ''}{inside}{'…' if stop < len(text) else ''}"
    return " ".join(shown.split())
