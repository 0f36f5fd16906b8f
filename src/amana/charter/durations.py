"""Durations as charters state them (ISO 8601: 'P3Y', 'P11M', 'P30D'), added to days in the precision known."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from amana.values.days import Day
from amana.values.expressions import expression

_SHAPE = expression(r"P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Duration:
    """Years, months and days, in whole numbers; written 'P1Y6M10D'.

    >>> Duration.parse("P1Y6M"), str(Duration.parse("P2W"))
    (Duration(years=1, months=6, days=0), 'P14D')
    """

    years: int = 0
    months: int = 0
    days: int = 0

    @classmethod
    def parse(cls, text: str) -> Duration:
        """The duration `text` states; ValueError where it is none."""
        shape = _SHAPE.fullmatch(text)
        if shape is None:
            raise ValueError(f"{text!r} is no duration: write P3Y, P11M, P2W or P30D")
        years, months, weeks, days = (int(n or 0) for n in shape.groups())
        return cls(years, months, days + 7 * weeks)

    def __str__(self) -> str:
        parts = ((self.years, "Y"), (self.months, "M"), (self.days, "D"))
        return "P" + ("".join(f"{n}{unit}" for n, unit in parts if n) or "0D")


def after(day: date, duration: Duration) -> date:
    """The date that lies `duration` after `day`; 31 January and a month is the last of February.

    >>> after(date(2008, 2, 29), Duration.parse("P1Y")).isoformat()
    '2009-02-28'
    """
    months = day.month - 1 + duration.months
    year, month = day.year + duration.years + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1])) + timedelta(days=duration.days)


def day_after(day: Day, duration: Duration) -> Day:
    """The same on a day in the precision known: a year stays a year, a month a month, as far as the duration allows.

    >>> str(day_after(Day("1979"), Duration.parse("P5Y"))), str(day_after(Day("1979-05"), Duration.parse("P8M")))
    ('1984', '1980-01')
    >>> str(day_after(Day("?"), Duration.parse("P5Y")))
    '?'
    """
    if day.first is None or day.last is None:
        return Day("?")
    first, last = after(day.first, duration), after(day.last, duration)
    if day.precision == "day":
        return Day(first.isoformat() + ("?" if day.uncertain else ""))
    if day.precision == "year" and not duration.months and not duration.days:
        return Day(f"{first.year:04d}" + ("?" if day.uncertain else ""))
    if day.precision == "month" and not duration.days:
        return Day(f"{first.year:04d}-{first.month:02d}" + ("?" if day.uncertain else ""))
    return Day(f"[{first.isoformat()}..{last.isoformat()}]")
