"""How a check tells what it found on a row: a problem with the row's key and its place in every language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from amana.resolutions.paragraphs import Reading
from amana.resolutions.versions import Row
from amana.values.problems import Fact, Place, Problem, Severity

Check = Callable[[Row], Iterator[Problem]]
"""A check on one row; it says something only where it is sure."""
Whole = Callable[[Mapping[str, Reading]], Iterator[Problem]]
"""A check on whole versions, by language."""


def finding(code: str, row: Row, severity: Severity, places: tuple[Place, ...] = (), **facts: Fact) -> Problem:
    """A finding on a row, with its place in every language."""
    return Problem(code, {"key": row.key, **facts}, places or places_of(row), severity)


def places_of(row: Row) -> tuple[Place, ...]:
    """Where the paragraph stands in every version that has it."""
    return tuple(p.place for p in row.texts.values())
