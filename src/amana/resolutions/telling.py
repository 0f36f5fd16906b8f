"""How a check tells what it found on a row: a problem with the row's key and its place in every language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from amana.resolutions.paragraphs import Reading
from amana.resolutions.versions import Row
from amana.values.problems import Fact, Place, Problem, Severity

Check = Callable[[Row], Iterator[Problem]]
"""A check on one row; it says something only where it is sure."""
Whole = Callable[[Mapping[str, Reading]], Iterator[Problem]]
"""A check on whole versions, by language."""


class Passage(NamedTuple):
    """Words of a text where they stand."""

    text: str
    start: int
    end: int


def passage(text: str, start: int, end: int) -> Passage:
    """What stands in a text from `start` to `end`."""
    return Passage(text[start:end], start, end)


def finding(code: str, row: Row, severity: Severity, places: tuple[Place, ...] = (), **facts: Fact) -> Problem:
    """A finding on a row, with its place in every language."""
    return Problem(code, {"key": row.key, **facts}, places or places_of(row), severity)


def places_at(row: Row, words: Mapping[str, str]) -> tuple[Place, ...]:
    """Where the paragraph stands in every version, and within it the words, by language, as printed in any case."""
    return tuple(_at(p.text, words.get(language, ""), p.place) for language, p in row.texts.items())


def _at(text: str, words: str, place: Place) -> Place:
    """
    >>> _at("Also requests the Bank", "requests", Place("a")).start, _at("Requests it", "urges", Place("a")).start
    (5, None)
    """
    lowered = text.lower()
    start = lowered.find(words.lower()) if words and len(lowered) == len(text) else -1
    return place if start < 0 else replace(place, start=start, end=start + len(words))


def places_of(row: Row) -> tuple[Place, ...]:
    """Where the paragraph stands in every version that has it."""
    return tuple(p.place for p in row.texts.values())
