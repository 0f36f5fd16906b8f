"""The working days of the seat: its weekend, and holidays as they were announced, never as computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from amana.values.days import Day, Span
from amana.values.problems import Problem
from amana.values.words import Words

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days off as announced, both included. `announced`: when; a feast by the moon is known only then."""

    days: Span
    name: Words
    announced: Day | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The seat's calendar. `weekend` as in organization.toml: ('fri', 'sat').

    >>> jeddah = Calendar(("fri", "sat"), (Holiday(Span.parse("2024-09-23"), Words(en="National Day")),))
    >>> jeddah.is_working(date(2024, 9, 20)), jeddah.is_working(date(2024, 9, 22)), jeddah.is_working(date(2024, 9, 23))
    (False, True, False)
    """

    weekend: tuple[str, ...] = ("fri", "sat")
    holidays: tuple[Holiday, ...] = ()

    def is_working(self, day: date) -> bool:
        """Neither weekend nor a holiday that certainly covers the day."""
        return WEEKDAYS[day.weekday()] not in self.weekend and self.holiday_on(day) is None

    def holiday_on(self, day: date) -> Holiday | None:
        """The holiday on that day; a holiday whose days are not exact is not counted."""
        return next((h for h in self.holidays if h.days.exact and h.days.covers(day)), None)

    def next_working(self, day: date) -> date:
        """`day` itself if it is a working day, else the next that is."""
        return next(one for one in _onward(day, 1) if self.is_working(one))

    def previous_working(self, day: date) -> date:
        """`day` itself if it is a working day, else the last that was."""
        return next(one for one in _onward(day, -1) if self.is_working(one))

    def add(self, day: date, working_days: int) -> date:
        """The day that many working days after `day`, which itself is not counted; before it, where negative.

        >>> Calendar(("fri", "sat")).add(date(2024, 9, 19), 1).isoformat()
        '2024-09-22'
        """
        step = 1 if working_days >= 0 else -1
        left = abs(working_days)
        for one in _onward(day, step):
            if left == 0:
                return one
            if self.is_working(one + timedelta(days=step)):
                left -= 1
        raise AssertionError("days do not end")

    def between(self, first: date, last: date) -> int:
        """How many working days there are from `first` to `last`, both included; 0 where reversed."""
        days = (last - first).days + 1
        return sum(self.is_working(first + timedelta(days=n)) for n in range(max(days, 0)))


def weekend_problems(weekend: Iterable[str]) -> Iterator[Problem]:
    """Names of weekdays that are none, or a week without a working day."""
    listed = tuple(weekend)
    unknown = tuple(day for day in listed if day not in WEEKDAYS)
    if unknown:
        yield Problem("calendar-weekday-unknown", {"days": unknown, "known": WEEKDAYS})
    if set(WEEKDAYS) <= set(listed):
        yield Problem("calendar-no-working-day", {})


def _onward(day: date, step: int) -> Iterator[date]:
    """`day` and on, or back. A week off in a row ends; a calendar without working days is refused by its check."""
    while True:
        yield day
        day += timedelta(days=step)
