"""How the command line tells: problems with their places, progress on long work, one JSON object a line."""

from __future__ import annotations

import json as json_
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from amana.cli.saying import about, language, listed, say
from amana.publish.sentences import told
from amana.values.codec import to_plain
from amana.values.problems import Fact, NotReadable, Place, Problem

A = TypeVar("A")
B = TypeVar("B")


def tell_line(value: Any) -> None:
    """One JSON object on a line of its own."""
    print(json_.dumps(value, ensure_ascii=False))


def problem_line(problem: Problem) -> dict[str, Any]:
    """A problem as programs read it: code, severity, facts, places, message."""
    return {
        "code": problem.code,
        "severity": problem.severity,
        "key": str(problem.facts.get("key", "")),
        "places": [to_plain(p) for p in problem.places],
        "facts": to_plain(problem.facts),
        "message": problem.message(language()),
    }


def tell_problems(problems: Iterable[Problem], *, json: bool = False) -> int:
    """Every problem: for people on standard error, for programs as JSON lines. How many."""
    count = 0
    for problem in problems:
        count += 1
        if json:
            tell_line(problem_line(problem))
            continue
        said = about(say(problem.severity), f"{told(problem, language())} [{problem.code}]")
        where = "; ".join(_where(problem.places))
        print(about(where, said) if where else said, file=sys.stderr)
    return count


def _where(places: Iterable[Place]) -> Iterator[str]:
    """The places, those of one file together and each once.

    >>> list(_where([Place("a.txt", line=3), Place("a.txt", line=7), Place("b.docx", block=2), Place("b.docx", block=4)]))
    ['a.txt:3, 7', 'b.docx, block 2, 4']
    """
    at: dict[tuple[str, str], dict[str, None]] = {}
    for place in places:
        kind = "line" if place.line is not None else "block" if place.block is not None else ""
        number = place.line if kind == "line" else place.block
        at.setdefault((place.source, kind), {})["" if number is None else str(number)] = None
    return (_placed(source, kind, listed(*numbers)) for (source, kind), numbers in at.items())


def _placed(source: str, kind: str, numbers: str) -> str:
    if kind == "block":
        return listed(source, say("block", numbers=numbers))
    return f"{source}:{numbers}" if numbers else source


def together(first: Callable[[], A], second: Callable[[], B]) -> tuple[A, B]:
    """Both, or the exception to raise for all that stands in the way of either, told at once."""
    made: list[Any] = []
    refused: list[Problem] = []
    for one in (first, second):
        try:
            made.append(one())
        except NotReadable as why:
            refused += why.problems
    if refused:
        raise NotReadable(refused)
    return made[0], made[1]


def unreadable(path: Path, why: OSError) -> NotReadable:
    """The exception to raise for a file of which there are no bytes to be had."""
    return NotReadable([Problem("cli-file-unreadable", _named(path, why), (Place(str(path)),))])


def unwritable(path: Path, why: OSError) -> NotReadable:
    """The exception to raise for a file that cannot be written."""
    return NotReadable([Problem("cli-file-unwritable", _named(path, why))])


def _named(path: Path, why: OSError) -> dict[str, Fact]:
    return {"file": str(path), "why": why.strerror or str(why)}


class Progress:
    """A line that moves on a terminal, and says little elsewhere."""

    def __init__(self, what: str) -> None:
        self.what, self.shown = what, -1

    def __call__(self, done: int, total: int = 0) -> None:
        if not sys.stderr.isatty():
            return
        share = 100 * done // total if total else done
        if share != self.shown:
            self.shown = share
            print(
                f"\r{self.what}: {share} %" if total else f"\r{self.what}: {done}", end="", file=sys.stderr, flush=True
            )
            if total and done >= total:
                print(file=sys.stderr)
