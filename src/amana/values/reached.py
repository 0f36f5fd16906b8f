"""Whether a stated day was reached by another day: certainly, possibly, or not."""

from __future__ import annotations

from datetime import date
from typing import Literal

from amana.values.days import Day

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
