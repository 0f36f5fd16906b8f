"""The Hijri calendar as computed, by one named table, and how far it lies from what documents state.

The table is Umm al-Qura as printed in Saudi Arabia (hijridate), 1343–1500 AH, 1924-08-01 to 2077-11-16. It holds
months of 28 and 31 days. What a document states is never replaced by what is computed here: local sighting made
9 Rajab 1389 the 22nd of September 1969, two days from the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from amana.values.days_edtf import Day, Span
from amana.values.problems import Place, Problem, Refused

TABLE = "Umm al-Qura (hijridate)"
FIRST, LAST = date(1924, 8, 1), date(2077, 11, 16)
FIRST_YEAR, LAST_YEAR = 1343, 1500
TOLERATED = 2
"""Days by which a stated pair may differ from the table without a finding."""


class OutOfTable(Refused):
    """The table does not reach that day, or has no such day."""


@dataclass(frozen=True, slots=True, order=True)
class HijriDate:
    """A day of the Hijri calendar, computed.

    >>> str(HijriDate(1389, 7, 12))
    '1389-07-12'
    """

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"


def to_hijri(day: date) -> HijriDate:
    """The Hijri day the table gives for a Gregorian one; raises OutOfTable.

    >>> str(to_hijri(date(2016, 10, 18)))
    '1438-01-17'
    >>> to_hijri(date(1900, 1, 1))
    Traceback (most recent call last):
    amana.values.hijri.OutOfTable: ...
    """
    if not FIRST <= day <= LAST:
        raise OutOfTable([_out_of_table(day.isoformat())])
    return HijriDate(*Gregorian(day.year, day.month, day.day).to_hijri().datetuple())


def to_gregorian(day: HijriDate) -> date:
    """The Gregorian day the table gives for a Hijri one; raises OutOfTable, also where the month has no such day.

    >>> to_gregorian(HijriDate(1389, 7, 12)).isoformat()
    '1969-09-23'
    """
    if not (FIRST_YEAR <= day.year <= LAST_YEAR and 1 <= day.month <= 12):
        raise OutOfTable([_out_of_table(str(day))])
    if not 1 <= day.day <= Hijri(day.year, day.month, 1).month_length():
        raise OutOfTable([Problem("days-no-such-hijri-day", {"day": str(day), "table": TABLE}, severity="warning")])
    return date(*Hijri(day.year, day.month, day.day).to_gregorian().datetuple())


def to_a_day(hijri: Span, *, first: bool) -> Span:
    """The first or the last day of a Hijri month that is stated alone; anything else as it is.

    >>> month = Span.parse("1448-09")
    >>> str(to_a_day(month, first=False)), str(to_a_day(month, first=True))
    ('1448-09-29', '1448-09-01')
    """
    if hijri.end.precision != "month":
        return hijri
    year, month = hijri.start.numbers[:2] if first else hijri.end.numbers[:2]
    length = Hijri(year, month, 1).month_length() if FIRST_YEAR <= year <= LAST_YEAR else 30
    day = Day.numbered(year, month, 1 if first else length)
    return Span(day, day)


def computed_hijri(span: Span) -> Span | None:
    """The Hijri span computed for a Gregorian one; None unless both ends are exact and within the table.

    >>> str(computed_hijri(Span.parse("2016-10-18/2016-10-19")))
    '1438-01-17/1438-01-18'
    """
    first, last = span.first, span.last
    if not span.exact or first is None or last is None or not (first >= FIRST and last <= LAST):
        return None
    return Span(Day(str(to_hijri(first))), Day(str(to_hijri(last))))


def computed_gregorian(span: Span) -> Span | None:
    """The Gregorian span computed for a Hijri one; None unless both ends are exact and within the table.

    A day that the table's month does not have (the 30th of a month of 29) counts on from the month's first.
    """
    first, last = _counted(span.start), _counted(span.end)
    return Span.of(first, last) if first and last else None


def difference(stated_hijri: Span, stated_gregorian: Span) -> int | None:
    """Days from the Gregorian start stated to the one computed from the Hijri start stated; negative: Hijri is behind.

    None where a start is not exact or lies outside the table.

    >>> difference(Span.parse("1389-07-09/1389-07-12"), Span.parse("1969-09-22/1969-09-25"))
    -2
    """
    computed, stated = _counted(stated_hijri.start), stated_gregorian.first
    if computed is None or stated is None or not stated_gregorian.start.exact:
        return None
    return (computed - stated).days


def check_pair(hijri: Span, gregorian: Span, places: tuple[Place, ...] = ()) -> Iterator[Problem]:
    """What is wrong with a pair as stated: more than two days apart, unequal length, or outside the table (a note)."""
    facts = {"hijri": str(hijri), "gregorian": str(gregorian), "table": TABLE}
    if not gregorian.exists:
        yield Problem("days-no-such-day", {"day": str(gregorian)}, places)
        return
    apart = difference(hijri, gregorian)
    if apart is not None and abs(apart) > TOLERATED:
        yield Problem("days-calendars-differ", {**facts, "days": abs(apart)}, places)
    if apart is None and hijri.start.exact and gregorian.start.exact:
        yield Problem("days-out-of-table", {**facts, "day": str(hijri.start)}, places, "note")
    computed = computed_gregorian(hijri)
    if computed and gregorian.length and computed.length and abs(computed.length - gregorian.length) > 1:
        lengths = {"hijri_length": computed.length, "gregorian_length": gregorian.length}
        yield Problem("days-lengths-differ", {**facts, **lengths}, places, "warning")


def _counted(day: Day) -> date | None:
    if not day.exact:
        return None
    year, month, number = day.numbers
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return date(*Hijri(year, month, 1).to_gregorian().datetuple()) + timedelta(days=number - 1)


def _out_of_table(day: str) -> Problem:
    return Problem("days-out-of-table", {"day": day, "table": TABLE}, severity="note")
