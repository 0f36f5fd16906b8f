"""The day somebody typed, in either calendar, in any digits: 12 May 1979, 1979-05-12, ١٢ رجب ١٣٨٩, 12/7/1389هـ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from amana.values.days import StatedDays, read_days
from amana.values.folding import digits
from amana.values.hijri import HijriDate, to_gregorian
from amana.values.problems import Problem, Refused

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\s*(?:هـ|ه|AH|H|م)\.?)?", re.IGNORECASE)
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:\s*(?:هـ|ه|AH|H|م)\.?)?", re.IGNORECASE)
_UNSEEN = re.compile("[\u200e\u200f\u061c\u2066-\u2069\u200c\u200d]")
HIJRI_BEFORE = 1700
"""A typed year below this is Hijri: the organizations of this house are younger."""


@dataclass(frozen=True, slots=True)
class Picked:
    """A day as it was picked: the Gregorian one, and the Hijri one where that was typed."""

    day: date
    hijri: HijriDate | None = None

    def __str__(self) -> str:
        """As an address names it, in the calendar in which it was picked."""
        return str(self.hijri) if self.hijri else self.day.isoformat()


def pick_day(typed: str, language: str) -> date:
    """The Gregorian day that was typed; a Hijri day is looked up in the Umm al-Qura table.

    Raises Refused, which says what to type.

    >>> pick_day("12 May 1979", "en"), pick_day("١٢ رجب ١٣٨٩", "ar"), pick_day("12/7/1389هـ", "en")
    (datetime.date(1979, 5, 12), datetime.date(1969, 9, 23), datetime.date(1969, 9, 23))
    >>> pick_day("31 February 2026", "en")
    Traceback (most recent call last):
    amana.values.problems.Refused: the calendar has no day “31 February 2026”. Check the day and the month (day/month/year)
    >>> pick_day("soon", "en")
    Traceback (most recent call last):
    amana.values.problems.Refused: ...
    """
    return pick(typed, language).day


def pick(typed: str, language: str) -> Picked:
    """The same with the calendar in which it was typed.

    >>> str(pick("12/7/1389هـ", "en")), str(pick("25 September 1969", "en"))
    ('1389-07-12', '1969-09-25')
    """
    text = digits(_UNSEEN.sub("", typed)).strip()
    if shape := _YEAR_FIRST.fullmatch(text):
        return _day(typed, int(shape[1]), int(shape[2]), int(shape[3]))
    if shape := _DAY_FIRST.fullmatch(text):
        return _day(typed, int(shape[3]), int(shape[2]), int(shape[1]))
    for tongue in dict.fromkeys((language, "ar", "en", "fr")):
        found = read_days(text, tongue)
        if len(found) == 1:
            return _stated(typed, found[0])
    raise Refused([Problem("day-not-understood", {"typed": typed})])


def _stated(typed: str, stated: StatedDays) -> Picked:
    if stated.gregorian and stated.gregorian.start.exact:
        return _day(typed, *stated.gregorian.start.numbers)
    if stated.hijri and stated.hijri.start.exact:
        return _day(typed, *stated.hijri.start.numbers)
    raise Refused([Problem("day-not-whole", {"typed": typed})])


def _day(typed: str, year: int, month: int, number: int) -> Picked:
    if year < HIJRI_BEFORE:
        hijri = HijriDate(year, month, number)
        return Picked(to_gregorian(hijri), hijri)
    try:
        return Picked(date(year, month, number))
    except ValueError as error:
        raise Refused([Problem("day-does-not-exist", {"typed": typed})]) from error
