"""Which Gregorian and Hijri days the documents of sessions say are the same, and so what is stated of a day in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from amana.sessions.session import Session
from amana.values.days import Day, Span
from amana.values.hijri import HijriDate

MONTHS = (29, 30)
"""How many days a Hijri month has."""


@dataclass(frozen=True, slots=True)
class Equated:
    """A Gregorian and a Hijri day that the documents of a session say are the same."""

    gregorian: date
    hijri: HijriDate
    session: str


def equations(sessions: Iterable[Session]) -> Iterator[Equated]:
    """Every pair that sessions' days state: first and last, and day by day between them where both count alike.

    >>> rabat = Session("is-1", "is", "ordinary", 1, days=Span.parse("1969-09-22/1969-09-25"),
    ...     hijri=Span.parse("1389-07-09/1389-07-12"))
    >>> [str(one.hijri) for one in equations([rabat])]
    ['1389-07-09', '1389-07-10', '1389-07-11', '1389-07-12']
    """
    for session in sessions:
        if not (session.days and session.hijri and session.days.exact and session.hijri.exact):
            continue
        first, last = session.days.first, session.days.last
        if first is None or last is None:
            continue
        starts, ends = HijriDate(*session.hijri.start.numbers), HijriDate(*session.hijri.end.numbers)
        between = list(_between(starts, ends, (last - first).days))
        if between:
            yield from (Equated(first + timedelta(days=n), day, session.id) for n, day in enumerate(between))
        else:
            yield Equated(first, starts, session.id)
            yield Equated(last, ends, session.id)


def by_day(sessions: Iterable[Session]) -> Mapping[date, Equated]:
    """What is stated of each Gregorian day; a day of which sessions state two different Hijri days is left out."""
    found: dict[date, Equated] = {}
    differing = set()
    for one in equations(sessions):
        if found.setdefault(one.gregorian, one).hijri != one.hijri:
            differing.add(one.gregorian)
    return {day: one for day, one in found.items() if day not in differing}


def stated_hijri(days: Day | Span | None, stated: Mapping[date, Equated]) -> Span | None:
    """The Hijri days that sessions state for these; None unless they are exact and both ends lie within sessions.

    >>> fez = Session("is-12", "is", "ordinary", days=Span.parse("1982-09-06/1982-09-09"),
    ...     hijri=Span.parse("1402-11-17/1402-11-20"))
    >>> str(stated_hijri(Day("1982-09-08"), by_day([fez]))), stated_hijri(Day("1982-09"), by_day([fez]))
    ('1402-11-19', None)
    """
    if days is None:
        return None
    span = days if isinstance(days, Span) else Span(days, days)
    first = stated.get(span.first) if span.exact and span.first else None
    last = stated.get(span.last) if span.exact and span.last else None
    return Span(Day(str(first.hijri)), Day(str(last.hijri))) if first and last else None


def _between(starts: HijriDate, ends: HijriDate, more: int) -> Iterator[HijriDate]:
    """Every Hijri day from one to the other where they lie `more` days apart; nothing where they cannot."""
    if (starts.year, starts.month) == (ends.year, ends.month):
        if ends.day - starts.day == more:
            yield from (HijriDate(starts.year, starts.month, starts.day + n) for n in range(more + 1))
        return
    following = (starts.year, starts.month + 1) if starts.month < 12 else (starts.year + 1, 1)
    length = more + starts.day - ends.day
    if (ends.year, ends.month) == following and length in MONTHS:
        yield from (HijriDate(starts.year, starts.month, day) for day in range(starts.day, length + 1))
        yield from (HijriDate(ends.year, ends.month, day) for day in range(1, ends.day + 1))
