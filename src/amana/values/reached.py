"""Whether a stated day was reached by another day: certainly, possibly, or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, Protocol, TypeVar

from amana.values.days import Day, Span

Reached = Literal["certain", "possible", "no"]


def reached(stated: Day | None, on: date) -> Reached:
    """Whether `stated` had begun by the day `on`. An unknown day may have been reached on any.

    >>> reached(Day("2016-04-15"), date(2016, 4, 15)), reached(Day("2016"), date(2016, 4, 15))
    ('certain', 'possible')
    >>> reached(Day("2017"), date(2016, 4, 15)), reached(None, date(2016, 4, 15))
    ('no', 'possible')
    """
    if stated is None or stated.first is None or stated.last is None:
        return "possible"
    if on < stated.first:
        return "no"
    return "certain" if stated.last <= on else "possible"


def begun(stated: Day | Span | None, by: date) -> bool:
    """It had begun by that day, or may have: nobody says that it began later.

    >>> begun(Day("1979"), date(1979, 1, 1)), begun(None, date(1979, 1, 1)), begun(Day("1980"), date(1979, 6, 1))
    (True, True, False)
    """
    return stated is None or stated.first is None or stated.first <= by


class Dated(Protocol):
    """Something that happened on a day, where that is known."""

    @property
    def day(self) -> Day | None: ...


D = TypeVar("D", bound=Dated)


def happened(things: Iterable[D], by: date) -> Iterator[tuple[D, bool]]:
    """What had happened by that day, with whether it certainly had, by the day on which each is certain.

    A year stands behind the days in it, an unknown day last.
    """
    told = ((one, reached(one.day, by)) for one in things)
    for one, how in sorted(told, key=lambda told: (told[0].day.last if told[0].day else None) or date.max):
        if how != "no":
            yield one, how == "certain"


def passed(stated: Day | None, on: date) -> Reached:
    """Whether the last day `stated` certainly or possibly lies before `on`; None: no end is stated, so it does not.

    >>> passed(Day("2025"), date(2026, 1, 1)), passed(Day("2025"), date(2025, 6, 1)), passed(None, date(2025, 6, 1))
    ('certain', 'possible', 'no')
    >>> passed(Day("2025-06-01"), date(2025, 6, 1))
    'no'
    """
    if stated is None:
        return "no"
    if stated.first is None or stated.last is None:
        return "possible"
    if on <= stated.first:
        return "no"
    return "certain" if stated.last < on else "possible"
