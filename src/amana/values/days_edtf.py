"""A day as sources state it, in the precision known (a subset of EDTF), and the span between two such days.

Written `1979-05-12`, `1979-05`, `1979`, `?` (unknown), `[1984-03,1984-04]` (one of these),
`[1984-03-01..1984-03-09]` (somewhere in); a trailing `?` says the source is not certain: `1979-05?`.
A span is `D1/D2`, or `D` alone. The numbers may be of either calendar: see `values.hijri`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, Self

from amana.values.expressions import expression

Precision = Literal["day", "month", "year", "set", "unknown"]
Numbers = tuple[int, ...]
"""(year,), (year, month) or (year, month, day), in the calendar the source uses."""

_ONE = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
_SHAPE = expression(rf"(?P<open>\[)?(?P<days>{_ONE}(?:(?:,{_ONE})+|\.\.{_ONE})?)(?(open)\])(?P<unsure>\?)?", re.ASCII)
_BY_LENGTH: dict[int, Precision] = {1: "year", 2: "month", 3: "day"}


@dataclass(frozen=True, slots=True)
class Day:
    """One day in the precision known. Raises ValueError on a text that is none.

    Months are checked to be 1–12 and days 1–31 only, since the numbers may be Hijri; `exists` says whether the
    Gregorian calendar has such a day, and `first` and `last` are meant for Gregorian days alone.

    >>> day = Day("1979-05")
    >>> day.first.isoformat(), day.last.isoformat(), day.precision, day.exact
    ('1979-05-01', '1979-05-31', 'month', False)
    >>> Day("?").first is None, str(Day("[1984-03,1984-04]").last), Day("1979-05-12?").exact
    (True, '1984-04-30', False)
    >>> Day("1979-13")
    Traceback (most recent call last):
    ValueError: '1979-13' is no day: write 1979-05-12, 1979-05, 1979, ?, [1984-03,1984-04] or [1984-03-01..1984-03-09]
    """

    text: str

    def __post_init__(self) -> None:
        _read(self.text)

    @classmethod
    def parse(cls, text: str) -> Self:
        """The day that `text` states; ValueError where it is none."""
        return cls(text)

    @classmethod
    def of(cls, day: date) -> Self:
        """The day of a date, exactly known.

        >>> str(Day.of(date(1969, 9, 25)))
        '1969-09-25'
        """
        return cls(day.isoformat())

    @classmethod
    def numbered(cls, *numbers: int) -> Self:
        """The day of a year, or a year and month, or year, month and day, in either calendar.

        >>> str(Day.numbered(1389, 7)), str(Day.numbered(1389, 7, 12))
        ('1389-07', '1389-07-12')
        """
        return cls("-".join(f"{n:04d}" if i == 0 else f"{n:02d}" for i, n in enumerate(numbers)))

    def __str__(self) -> str:
        return self.text

    @property
    def parts(self) -> tuple[Numbers, ...]:
        """The numbers of every day it names: none for '?', one for a plain day, several or two ends for a set."""
        return _read(self.text)

    @property
    def numbers(self) -> Numbers:
        """The numbers of a plain day; () for a set and for '?'."""
        return _read(self.text)[0] if self.precision in ("day", "month", "year") else ()

    @property
    def precision(self) -> Precision:
        """'day', 'month' or 'year' for a plain day; 'set' for `[…]`; 'unknown' for '?'."""
        if self.text == "?":
            return "unknown"
        return "set" if self.text[0] == "[" else _BY_LENGTH[len(_read(self.text)[0])]

    @property
    def uncertain(self) -> bool:
        """The source itself is not sure."""
        return self.text[-1] == "?"

    @property
    def exact(self) -> bool:
        """One day, and the source is sure of it."""
        return self.precision == "day" and not self.uncertain

    @property
    def exists(self) -> bool:
        """The Gregorian calendar has every day it names.

        >>> Day("1979-02-30").exists, Day("?").exists
        (False, True)
        """
        return all(_exists(part) for part in self.parts)

    @property
    def first(self) -> date | None:
        """The earliest Gregorian day it can be; None where unknown or where there is no such day."""
        return _bounds(self.text)[0]

    @property
    def last(self) -> date | None:
        """The latest Gregorian day it can be; None where unknown or where there is no such day."""
        return _bounds(self.text)[1]


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another, both included; one day alone is a span of that day. Raises ValueError if reversed.

    >>> rabat = Span.parse("1969-09-22/1969-09-25")
    >>> str(rabat), rabat.length, str(Span.parse("2019-05-31"))
    ('1969-09-22/1969-09-25', 4, '2019-05-31')
    >>> Span.parse("1389-07-12/1389-07-09")
    Traceback (most recent call last):
    ValueError: '1389-07-12/1389-07-09' ends before it begins
    """

    start: Day
    end: Day

    def __post_init__(self) -> None:
        starts, ends = self.start.parts, self.end.parts
        if starts and ends and not _may_follow(min(starts), max(ends)):
            raise ValueError(f"{str(self)!r} ends before it begins")

    @classmethod
    def parse(cls, text: str) -> Self:
        """The span that `text` states; ValueError where it is none."""
        start, slash, end = text.partition("/")
        first = Day(start)
        return cls(first, Day(end) if slash else first)

    @classmethod
    def of(cls, first: date, last: date | None = None) -> Self:
        """The span between two dates exactly known."""
        return cls(Day.of(first), Day.of(last or first))

    def __str__(self) -> str:
        return self.start.text if self.start == self.end else f"{self.start.text}/{self.end.text}"

    @property
    def first(self) -> date | None:
        """The earliest Gregorian day it can begin."""
        return self.start.first

    @property
    def last(self) -> date | None:
        """The latest Gregorian day it can end."""
        return self.end.last

    @property
    def exact(self) -> bool:
        """Both ends are one day each, and sure."""
        return self.start.exact and self.end.exact

    @property
    def exists(self) -> bool:
        """The Gregorian calendar has both ends."""
        return self.start.exists and self.end.exists

    @property
    def length(self) -> int | None:
        """How many days, both ends counted, in the Gregorian calendar; None unless both ends are exact."""
        if not self.exact or self.first is None or self.last is None:
            return None
        return (self.last - self.first).days + 1

    def covers(self, day: date) -> bool:
        """`day` may lie in it: not certainly before its start nor after its end.

        >>> Span.parse("1969-09-22/1969-09-25").covers(date(1969, 9, 25))
        True
        """
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@lru_cache(maxsize=8192)
def _read(text: str) -> tuple[Numbers, ...]:
    if text == "?":
        return ()
    shape = _SHAPE.fullmatch(text)
    if shape is None or (shape["open"] is None) != ("," not in text and ".." not in text):
        raise ValueError(
            f"{text!r} is no day: write 1979-05-12, 1979-05, 1979, ?, [1984-03,1984-04] or [1984-03-01..1984-03-09]"
        )
    parts = tuple(tuple(int(n) for n in one.split("-")) for one in re.split(r",|\.\.", shape["days"]))
    if any(part[0] == 0 for part in parts):
        raise ValueError(f"{text!r} is no day: there is no year 0000")
    if ".." in text and not _may_follow(parts[0], parts[1]):
        raise ValueError(f"{text!r} ends before it begins")
    return parts


@lru_cache(maxsize=8192)
def _bounds(text: str) -> tuple[date | None, date | None]:
    parts = _read(text)
    if not parts or not all(_exists(part) for part in parts):
        return (None, None)
    return min(_first(part) for part in parts), max(_last(part) for part in parts)


def _exists(part: Numbers) -> bool:
    return len(part) < 3 or part[2] <= monthrange(part[0], part[1])[1]


def _first(part: Numbers) -> date:
    year, month, day = (*part, 1, 1)[:3]
    return date(year, month, day)


def _last(part: Numbers) -> date:
    year, month = (*part, 12)[:2]
    return date(year, month, part[2] if len(part) == 3 else monthrange(year, month)[1])


def _may_follow(start: Numbers, end: Numbers) -> bool:
    """`end` is not certainly before `start`, as far as both are known; in any calendar."""
    shared = min(len(start), len(end))
    return start[:shared] <= end[:shared]
