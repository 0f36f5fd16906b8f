"""Rows of a translators' file held against each other, one by one as they come: nothing of a long file is kept.

for one in compared(units_of("archive.tmx", path), known): one.unit.key, one.findings
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from amana.clerk.knowing import Knowledge
from amana.clerk.sharing import in_order
from amana.resolutions.concordance import row_findings
from amana.resolutions.figures import LANGUAGES
from amana.resolutions.marks_apart import HEADING
from amana.resolutions.paragraphs import Paragraph
from amana.resolutions.reading import paragraph_of
from amana.resolutions.versions import Row
from amana.values.blocks import FIXED, Unit
from amana.values.folding import digits
from amana.values.problems import NotReadable, Place, Problem, Severity

AT_ONCE = 250
"""Units that go to a process together."""
AHEAD = 20
"""Units that are looked at before the first is told of, for the languages of the file."""
KEPT = 4096
"""Texts that are remembered as read."""
YEAR = re.compile(r"(?:1[3-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Compared:
    """A unit and what was found in it, () where nothing was."""

    unit: Unit
    findings: tuple[Problem, ...] = ()


def compared(units: Iterable[Unit], known: Knowledge | None = None, *, jobs: int = 1) -> Iterator[Compared]:
    """Every unit with its findings, in the order of the file; `jobs` processes share the work and the order stays."""
    comparer = Comparer(known or Knowledge())
    units, seen = _looked_ahead(units)
    for one in _shared(units, comparer.known, jobs) if jobs > 1 else map(comparer.compare, units):
        if len(one.unit.texts) < len(seen) or not seen.keys() >= one.unit.texts.keys():
            seen.update(dict.fromkeys(one.unit.texts))
            yield _with_missing(one, seen)
        else:
            yield one


def _looked_ahead(units: Iterable[Unit]) -> tuple[Iterator[Unit], dict[str, None]]:
    """The same units, and the languages of the first of them, so that the first row too is told what it lacks."""
    first: list[Unit] = []
    rest = iter(units)
    broken: NotReadable | None = None
    try:
        for unit in islice(rest, AHEAD):
            first.append(unit)
    except NotReadable as refused:
        broken = refused
    return _again(first, rest, broken), dict.fromkeys(language for unit in first for language in unit.texts)


def _again(first: Sequence[Unit], rest: Iterator[Unit], broken: NotReadable | None) -> Iterator[Unit]:
    yield from first
    if broken is not None:
        raise broken
    yield from rest


def _with_missing(one: Compared, seen: Iterable[str]) -> Compared:
    """Its findings, and first that it lacks a language that rows before it have."""
    missing = tuple(language for language in seen if not one.unit.texts.get(language, "").strip())
    if not missing or one.unit.state == FIXED:
        return one
    told = Problem("text-missing", {"key": one.unit.key, "missing": missing}, (one.unit.place,), "warning")
    return Compared(one.unit, (told, *one.findings))


class Comparer:
    """Compares units with what is known of a house; a text that comes again, as in memories they do, is read once."""

    def __init__(self, known: Knowledge) -> None:
        self.known = known
        self._read = lru_cache(maxsize=KEPT)(self._paragraph)

    def compare(self, unit: Unit) -> Compared:
        """One unit compared in all its languages at once; one language alone has nothing to be held against.

        Of a text in a language whose numbers, days and verbs are not known nothing is said.
        """
        texts = {x: self._read(text, x) for x, text in unit.texts.items() if text.strip() and x in LANGUAGES}
        preambular = any(p.part == "preambular" for p in texts.values())
        row = Row(str(unit.key), "preambular" if preambular else "operative", texts)
        found = (*row_findings(row), *self.known.terms.differing(row))
        return Compared(unit, tuple(_in_file(one, unit, row) for one in found))

    def _paragraph(self, text: str, language: str) -> Paragraph:
        """The text as a paragraph that does not know where it stands: the unit does, once something is found."""
        known = self.known
        place = Place("", language=language)
        return paragraph_of(
            text, language, place, phrases=known.phrases, gazetteer=known.gazetteer, patterns=known.patterns
        )


def _in_file(found: Problem, unit: Unit, row: Row) -> Problem:
    """The finding with the number of its row as a number, and its spots as characters of the whole text of the row."""
    places = tuple(_in_text(place, unit, row) for place in found.places)
    return Problem(found.code, {**found.facts, "key": unit.key}, places, _in_context(found, unit, places))


def _in_text(place: Place, unit: Unit, row: Row) -> Place:
    language, start, end = place.language or "", place.start, place.end
    if start is not None and end is not None and language in row.texts:
        before = max(0, unit.texts[language].find(row.texts[language].text))
        start, end = start + before, end + before
    return Place(unit.place.source, unit.place.line, unit.place.block, start, end, place.language)


def _in_context(found: Problem, unit: Unit, places: tuple[Place, ...]) -> Severity:
    """A year that stands in one language alone may stand in the next row of the other: no more than a note.

    So is a heading that says draft: whether the text is final, a row does not tell.
    """
    if found.code == "draft-mark" and HEADING.fullmatch(f"{found.facts['mark']}".partition(" ")[0]):
        return "note"
    if found.code != "figures-differ" or found.severity != "warning":
        return found.severity
    spots = [unit.texts[p.language or ""][p.start : p.end] for p in places if p.start is not None]
    return "note" if spots and all(YEAR.fullmatch(digits(spot)) for spot in spots) else found.severity


def _shared(units: Iterable[Unit], known: Knowledge, jobs: int) -> Iterator[Compared]:
    """The same by several processes, with a few chunks on their way and never the whole file."""
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(known,)) as pool:
        for chunk, findings in in_order(pool, _compare_all, _chunks(units), 3 * jobs):
            yield from map(Compared, chunk, findings)


def _chunks(units: Iterable[Unit]) -> Iterator[Sequence[Unit]]:
    """The units in lists; where the file breaks off, those before first, then what is wrong with it."""
    chunk: list[Unit] = []
    try:
        for unit in units:
            chunk.append(unit)
            if len(chunk) == AT_ONCE:
                yield chunk
                chunk = []
    except NotReadable:
        if chunk:
            yield chunk
        raise
    if chunk:
        yield chunk


_comparers: list[Comparer] = []
"""The one of a process of its own, made when it began."""


def _begin(known: Knowledge) -> None:
    _comparers[:] = [Comparer(known)]


def _compare_all(units: Sequence[Unit]) -> list[tuple[Problem, ...]]:
    """The findings of each unit; the units themselves need not come back."""
    return [_comparers[0].compare(unit).findings for unit in units]
