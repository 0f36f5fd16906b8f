"""The register of decisions as a reader may see it: what there is under each choice of a filter, counted and in pages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from threading import Lock
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from amana.store import models, sight
from amana.store.queries import database_name
from amana.store.sight import Reader

FACETS = ("organ", "session", "subject", "kind", "text", "year")
HELD, NOT_HELD = "held", "not-held"
CAP = 12
"""How many decisions on the same subject, or naming one, a page shows."""

_TURN = Lock()
Cursor = tuple[str, int]
"""Where a page ended: day of adoption and number of the row."""
Choices = Mapping[str, str]
"""Facet → the value chosen."""


@dataclass(frozen=True)
class Register:
    """Every decision of one audience, oldest first: `places` are (day of adoption, row), `sets` the rows of each value
    of each facet as bits of one whole number, the n-th bit for the n-th place.

    To count is to intersect two numbers: 20,000 decisions take 2.5 kB a value and some microseconds.
    """

    places: tuple[Cursor, ...]
    sets: Mapping[str, Mapping[str, int]]

    def by(self, day: date) -> int:
        """Those adopted by a day, and those of which no day is known.

        >>> register = Register((("", 4), ("1970", 1), ("1974-02-24", 2), ("1981", 3)), {})
        >>> bin(register.by(date(1974, 2, 24)))
        '0b111'
        """
        return (1 << bisect_right(self.places, day.isoformat(), key=lambda place: place[0])) - 1

    def chosen(self, day: date, choices: Choices, but: str = "") -> int:
        """Those adopted by a day that are under every choice, that of the facet `but` left aside."""
        found = self.by(day)
        for facet, value in choices.items():
            if facet != but:
                found &= self.sets.get(facet, {}).get(value, 0)
        return found

    def counts(self, day: date, choices: Choices, facet: str) -> dict[str, int]:
        """Value → how many there would be under it with the other choices as they are; values with none left out."""
        others = self.chosen(day, choices, but=facet)
        counted = ((value, (rows & others).bit_count()) for value, rows in self.sets.get(facet, {}).items())
        return {value: count for value, count in counted if count}

    def newest(self, rows: int, before: Cursor | None = None) -> Iterator[Cursor]:
        """The places of some rows, newest first, those before a place.

        >>> register = Register((("1970", 1), ("1974", 2), ("1981", 3)), {})
        >>> list(register.newest(0b111, before=("1981", 3)))
        [('1974', 2), ('1970', 1)]
        """
        left = rows & ((1 << bisect_left(self.places, before)) - 1) if before else rows
        while left:
            top = left.bit_length() - 1
            yield self.places[top]
            left ^= 1 << top


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the register: its rows, how many there are in all, where the next page begins, the register itself."""

    rows: tuple[models.Resolution, ...]
    total: int
    next: Cursor | None
    register: Register


def listed(reader: Reader, day: date, choices: Choices, count: int, before: Cursor | None = None) -> Listing:
    """`count` decisions adopted by `day` under these choices, newest first. Two queries, whatever the archive; three
    and one look at every decision after one was entered or released.
    """
    found = register(reader)
    rows = found.chosen(day, choices)
    places = [place for place, _ in zip(found.newest(rows, before), range(count + 1), strict=False)]
    more = places[count - 1] if len(places) > count else None
    return Listing(rows_at(reader, places[:count]), rows.bit_count(), more, found)


def same_subject(reader: Reader, day: date, row: models.Resolution) -> tuple[models.Resolution, ...]:
    """The newest decisions of other sessions that share a subject with this one, at most `CAP`. Two queries, none where
    it has no subject.
    """
    if not row.subjects:
        return ()
    found = register(reader)
    rows = 0
    for subject in row.subjects:
        rows |= found.sets["subject"].get(subject, 0)
    rows &= found.by(day) & ~found.sets["session"].get(row.session, 0)
    return rows_at(reader, [place for place, _ in zip(found.newest(rows), range(CAP), strict=False)])


def recalled_by(reader: Reader, day: date, symbol: str) -> tuple[models.Resolution, ...]:
    """The newest decisions that recall a symbol, at most `CAP`. One query, none for no symbol."""
    if not symbol:
        return ()
    links = models.Link.objects.filter(target=symbol, kind="recalls").values("resolution")
    rows = sight.resolutions(reader).filter(key__in=links, adopted__lte=day.isoformat())
    return tuple(row for row in rows.order_by("-adopted", "-id")[:CAP] if symbol in row.recalls)


def rows_at(reader: Reader, places: list[Cursor]) -> tuple[models.Resolution, ...]:
    """The rows at these places, in that order, each saying whether its text is `held`. One query, none for no place."""
    if not places:
        return ()
    texts = models.Text.objects.filter(resolution=OuterRef("key"), entry=OuterRef("entry"))
    rows = sight.resolutions(reader).filter(id__in=[row for _, row in places]).annotate(held=Exists(texts))
    found = {row.pk: row for row in rows}
    return tuple(found[row] for _, row in places if row in found)


def register(reader: Reader) -> Register:
    """The register of this reader's audience, kept per process until a decision is entered, released or erased. One
    query then, two otherwise.
    """
    mark = _mark()
    with _TURN:  # several that ask at once wait for one that looks
        return _register(database_name(), mark, reader.audiences)


def _mark() -> tuple[str, ...]:
    """What changes when the register may: the salted leaves of the newest entries that touch it. One query."""
    newest = {
        "resolution": models.Resolution.objects.order_by("-id"),
        "release": models.Release.objects.order_by("-id"),  # of whatever kind: by kind all of them would be sorted
        "erasure": models.Erasure.objects.order_by("-id"),
    }
    leaves = {
        name: Subquery(models.Entry.objects.filter(no=Subquery(rows.values("entry")[:1])).values("leaf")[:1])
        for name, rows in newest.items()
    }
    rows = models.Head.objects.filter(id=1).annotate(**leaves).values_list(*leaves)
    return tuple(leaf or "" for row in rows for leaf in row)


@lru_cache(maxsize=6)
def _register(database: str, mark: tuple[str, ...], audiences: tuple[str, ...]) -> Register:
    rows = sorted(_rows(audiences), key=lambda row: (row[1], row[0]))
    sets: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
    members: dict[tuple[str, str], list[int]] = {}
    for place, (_, adopted, organ, session, kind, subjects, held) in enumerate(rows):
        values = [("organ", organ), ("session", session), ("kind", kind), ("year", _year(adopted))]
        values += [("text", HELD if held else NOT_HELD), *(("subject", subject) for subject in subjects)]
        for facet, value in values:
            if value:
                members.setdefault((facet, value), []).append(place)
    for (facet, value), found in members.items():
        sets[facet][value] = _bits(found, len(rows))
    return Register(tuple((row[1], row[0]) for row in rows), sets)


def _rows(audiences: tuple[str, ...]) -> Iterable[tuple[Any, ...]]:
    """What the register keeps of each decision. One query."""
    texts = models.Text.objects.filter(resolution=OuterRef("key"), entry=OuterRef("entry"))
    rows = sight.resolutions_for(audiences).annotate(held=Exists(texts))
    return rows.values_list("id", "adopted", "organ", "session", "kind", "subjects", "held")


def _year(adopted: str) -> str:
    """The year of a day as written, where one year is meant.

    >>> _year("1974-02-24"), _year("[1984-03,1984-04]"), _year("?")
    ('1974', '', '')
    """
    return adopted[:4] if adopted[:4].isascii() and adopted[:4].isdigit() else ""


def _bits(places: list[int], size: int) -> int:
    held = bytearray(size // 8 + 1)
    for place in places:
        held[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(held, "little")
