"""Rows of a translators' file held against each other, one by one as they come: nothing of a long file is kept.

common = usual(units_of("archive.tmx", path))
for one in compared(units_of("archive.tmx", path), known, common=common): one.unit.key, one.findings
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache

from amana.clerk.knowing import Knowledge
from amana.clerk.sharing import in_order
from amana.resolutions.alone import paragraph_of
from amana.resolutions.concordance import row_findings
from amana.resolutions.languages import LANGUAGES
from amana.resolutions.marks_apart import HEADING
from amana.resolutions.paragraphs import Paragraph
from amana.resolutions.rows_apart import different_labels
from amana.resolutions.versions import Row
from amana.values.blocks import FIXED, Unit
from amana.values.folding import digits
from amana.values.problems import NotReadable, Place, Problem, Severity

AT_ONCE = 250
"""Units that go to a process together."""
KEPT = 4096
"""Texts that are remembered as read."""
YEAR = re.compile(r"(?:1[3-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Compared:
    """A unit and what was found in it, () where nothing was."""

    unit: Unit
    findings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Usual:
    """What the units of a whole file have in common: the languages of at least half of them, and whether of more than half.

    Units in one language alone do not count, so that a file hardly translated yet is one of its two languages.
    """

    languages: Mapping[str, bool] = field(default_factory=dict)
    fullest: int = 0
    """How many languages the unit has that has most."""

    def lacking(self, unit: Unit) -> tuple[str, ...]:
        """The languages that most units have and this one has not; half are most where some unit has as many languages.

        >>> usual([Unit(1, Place("a"), {"en": "a", "ar": "a"}), Unit(2, Place("a"), {"en": "a", "fr": "a"})]).lacking(
        ...     Unit(2, Place("a"), {"en": "a", "fr": "a"})
        ... )
        ()
        """
        if unit.state == FIXED:
            return ()
        has = {language for language, text in unit.texts.items() if text.strip()}
        lacks = {x: more for x, more in self.languages.items() if x not in has}
        full = len(has) + len(lacks) <= self.fullest
        return tuple(x for x, more in lacks.items() if more or full)


def usual(units: Iterable[Unit]) -> Usual:
    """What the units of a file have in common; of one that breaks off, those before."""
    count = Counter[str]()
    several = fullest = 0
    with suppress(NotReadable):  # told where the units are compared
        for unit in units:
            if unit.state != FIXED and len(unit.texts) > 1:
                several += 1
                count.update(unit.texts.keys())
                fullest = max(fullest, len(unit.texts))
    return Usual({x: 2 * n > several for x, n in count.items() if 2 * n >= several}, fullest)


def compared(
    units: Iterable[Unit], known: Knowledge | None = None, *, jobs: int = 1, common: Usual | None = None
) -> Iterator[Compared]:
    """Every unit with its findings, in the order of the file; `jobs` processes share the work and the order stays.

    A unit is held against the languages it has; what it lacks is told only by what is `common` to the file.
    """
    comparer = Comparer(known or Knowledge())
    for one in _shared(units, comparer.known, jobs) if jobs > 1 else map(comparer.compare, units):
        yield _with_missing(one, common.lacking(one.unit)) if common else one


def _with_missing(one: Compared, missing: tuple[str, ...]) -> Compared:
    """Its findings, and first the languages that it lacks."""
    if not missing:
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
        labels = different_labels((row,)) if all(p.label for p in texts.values()) else ()
        found = (*labels, *row_findings(row), *self.known.terms.differing(row))
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
