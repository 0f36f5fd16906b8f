"""Rows of a translators' file held against each other, one by one as they come: nothing of a long file is kept.

for one in compared(units_of("archive.tmx", path), known): one.unit.key, one.findings
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice

from amana.clerk.knowing import Knowledge
from amana.resolutions.concordance import row_findings
from amana.resolutions.reading import paragraph_of
from amana.resolutions.versions import Row
from amana.values.blocks import Unit
from amana.values.folding import digits
from amana.values.problems import Place, Problem, Severity

AT_ONCE = 250
"""Units that go to a process together."""
YEAR = re.compile(r"(?:1[3-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Compared:
    """A unit and what was found in it, () where nothing was."""

    unit: Unit
    findings: tuple[Problem, ...] = ()


def compared(units: Iterable[Unit], known: Knowledge | None = None, *, jobs: int = 1) -> Iterator[Compared]:
    """Every unit with its findings, in the order of the file; `jobs` processes share the work and the order stays."""
    known = known or Knowledge()
    seen: dict[str, None] = {}
    made = _shared(units, known, jobs) if jobs > 1 else (compare_unit(unit, known) for unit in units)
    for one in made:
        if len(one.unit.texts) < len(seen) or not seen.keys() >= one.unit.texts.keys():
            seen.update(dict.fromkeys(one.unit.texts))
            yield _with_missing(one, seen)
        else:
            yield one


def _with_missing(one: Compared, seen: Iterable[str]) -> Compared:
    """Its findings, and first that it lacks a language that rows before it have."""
    missing = tuple(language for language in seen if not one.unit.texts.get(language, "").strip())
    if not missing:
        return one
    told = Problem("text-missing", {"key": one.unit.key, "missing": missing}, (one.unit.place,), "warning")
    return Compared(one.unit, (told, *one.findings))


def compare_unit(unit: Unit, known: Knowledge) -> Compared:
    """One unit compared in all its languages at once; one language alone has nothing to be held against."""
    row = row_of(unit, known)
    return Compared(unit, tuple(_in_file(found, unit, row) for found in (*row_findings(row), *known.terms.differing(row))))


def _in_file(found: Problem, unit: Unit, row: Row) -> Problem:
    """The finding with the number of its row as a number, and its spots as characters of the whole text of the row."""
    places = tuple(_in_text(place, unit, row) for place in found.places)
    return Problem(found.code, {**found.facts, "key": unit.key}, places, _in_context(found, unit, places))


def _in_text(place: Place, unit: Unit, row: Row) -> Place:
    language = place.language or ""
    if place.start is None or place.end is None or language not in row.texts:
        return place
    before = unit.texts[language].find(row.texts[language].text)
    return replace(place, start=place.start + before, end=place.end + before) if before > 0 else place


def _in_context(found: Problem, unit: Unit, places: tuple[Place, ...]) -> Severity:
    """A year that stands in one language alone may stand in the next row of the other: no more than a note."""
    if found.code != "figures-differ" or found.severity != "warning":
        return found.severity
    spots = [unit.texts[p.language or ""][p.start : p.end] for p in places if p.start is not None]
    return "note" if spots and all(YEAR.fullmatch(digits(spot)) for spot in spots) else found.severity


def row_of(unit: Unit, known: Knowledge) -> Row:
    """The unit as a row; its part is that of the language whose opening says so."""
    place = unit.place
    texts = {
        language: paragraph_of(
            text,
            language,
            Place(place.source, place.line, place.block, language=language),
            phrases=known.phrases,
            gazetteer=known.gazetteer,
            patterns=known.patterns,
        )
        for language, text in unit.texts.items()
        if text.strip()
    }
    preambular = any(p.part == "preambular" for p in texts.values())
    return Row(str(unit.key), "preambular" if preambular else "operative", texts)


_known = Knowledge()
"""What a process of its own was told when it began."""


def _shared(units: Iterable[Unit], known: Knowledge, jobs: int) -> Iterator[Compared]:
    """The same by several processes, with a few chunks on their way and never the whole file."""
    source = iter(units)
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(known,)) as pool:
        under_way: deque[Future[list[Compared]]] = deque()
        while True:
            while len(under_way) < 3 * jobs and (chunk := list(islice(source, AT_ONCE))):
                under_way.append(pool.submit(_compare_all, chunk))
            if not under_way:
                return
            yield from under_way.popleft().result()


def _begin(known: Knowledge) -> None:
    global _known
    _known = known


def _compare_all(units: list[Unit]) -> list[Compared]:
    return [compare_unit(unit, _known) for unit in units]
