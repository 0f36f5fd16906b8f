"""The two sides of a comparison: what each version of a row has that another has not, told as one finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple, Protocol

from amana.resolutions.paragraphs import Paragraph
from amana.resolutions.versions import Row
from amana.values.problems import SEVERITIES, Place, Problem, Severity


class Spanned(Protocol):
    """Whatever stands between two characters of a paragraph."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def spot(paragraph: Paragraph, what: Spanned) -> Place:
    """The place of something within its paragraph."""
    return replace(paragraph.place, start=what.start, end=what.end)


class Printed(Spanned, Protocol):
    """Something that stands in a paragraph and can be shown."""

    @property
    def text(self) -> str: ...


class Apart(NamedTuple):
    """What two versions have that the other has not, under which code, and how sure that is."""

    code: str
    left: Sequence[Printed]
    right: Sequence[Printed]
    severity: Severity


class Side(NamedTuple):
    """One version of a row in a comparison of two."""

    language: str
    paragraph: Paragraph
    shared: frozenset[str] = frozenset()
    """Values that it has in common with a third version: these are as they should be."""


def told(row: Row, apart: Callable[[Side, Side], Iterator[Apart]]) -> Iterator[Problem]:
    """One finding a row and code: what each version has that another lacks, with the places in all of them."""
    seen: dict[str, dict[str, dict[tuple[int, int], Printed]]] = {}
    severity: dict[str, Severity] = {}
    sides = _sides(row)
    for one, other in combinations(sides, 2):
        for code, left, right, degree in apart(one, other):
            versions = seen.setdefault(code, {language: {} for language in row.texts})
            versions[one.language].update({(f.start, f.end): f for f in left})
            versions[other.language].update({(f.start, f.end): f for f in right})
            severity[code] = min(severity.get(code, "info"), degree, key=SEVERITIES.index)
    for code, versions in seen.items():
        shown = tuple(f"{x}: {', '.join(f.text for f in found.values()) or '–'}" for x, found in versions.items())
        places = tuple(
            place
            for language, found in versions.items()
            for place in ([spot(row.texts[language], f) for f in found.values()] or [row.texts[language].place])
        )
        yield Problem(code, {"key": row.key, "differences": shown}, places, severity[code])


def _sides(row: Row) -> list[Side]:
    if len(row.texts) < 3:
        return [Side(language, paragraph) for language, paragraph in row.texts.items()]
    values = {language: frozenset(f.value for f in p.figures) for language, p in row.texts.items()}
    return [
        Side(x, p, frozenset(v for v in values[x] if any(v in said for y, said in values.items() if y != x)))
        for x, p in row.texts.items()
    ]
