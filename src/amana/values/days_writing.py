"""Days written out for readers in Arabic, English, French and Indonesian, in either calendar or in both."""

from __future__ import annotations

from functools import lru_cache

from amana.values.days_edtf import Day, Span
from amana.values.folding import ARABIC_INDIC
from amana.values.months import Calendar, month_name

_UNKNOWN = {"ar": "تاريخ غير معروف", "en": "date unknown", "fr": "date inconnue", "id": "tanggal tidak diketahui"}
_OR = {"ar": " أو ", "en": " or ", "fr": " ou ", "id": " atau "}
_WITHIN = {
    "ar": "يوم ما بين {first} و{last}",
    "en": "some day between {first} and {last}",
    "fr": "un jour entre {first} et {last}",
    "id": "suatu hari antara {first} dan {last}",
}
_THROUGH = {"ar": " إلى ", "en": "–", "fr": "–", "id": "–"}
_APART = {"ar": " إلى ", "en": " – ", "fr": " – ", "id": " – "}
_ERA = {"ar": {"hijri": "هـ", "gregorian": "م"}, "en": {"hijri": "H"}, "fr": {"hijri": "H"}, "id": {"hijri": " H"}}
_BOTH = {
    "ar": "{hijri} الموافق {gregorian}",
    "en": "{hijri} ({gregorian})",
    "fr": "{hijri} ({gregorian})",
    "id": "{hijri} ({gregorian})",
}


@lru_cache(maxsize=8192)
def write_day(
    day: Day | Span,
    language: str,
    calendar: Calendar = "gregorian",
    tradition: str = "gulf",
    *,
    era: bool = False,
    arabic_digits: bool = False,
) -> str:
    """A day or span in words. Hijri years always bear their era, Gregorian ones (Arabic م) where `era` is asked.

    `tradition` names the Arabic Gregorian months: see `values.months.TRADITIONS`. What is uncertain bears (?).
    ValueError for another language than ar, en, fr, id.

    >>> write_day(Span.parse("1969-09-22/1969-09-25"), "en"), write_day(Day("2016-12-01"), "fr")
    ('22–25 September 1969', '1er décembre 2016')
    >>> write_day(Day("2022-08-17"), "id"), write_day(Day("1389-07-12"), "id", "hijri")
    ('17 Agustus 2022', '12 Rajab 1389 H')
    >>> write_day(Span.parse("1412-01-24/1412-01-28"), "ar", "hijri"), write_day(Day("2017-12"), "ar", tradition="levant")
    ('24 إلى 28 محرم 1412هـ', 'كانون الأول 2017')
    >>> write_day(Day("[1984-03,1984-04]"), "fr"), write_day(Day("1979-05?"), "en"), write_day(Day("?"), "en")
    ('mars 1984 ou avril 1984', 'May 1979 (?)', 'date unknown')
    """
    if language not in _UNKNOWN:
        raise ValueError(f"days are not written in {language!r}; known: {', '.join(_UNKNOWN)}")
    style = _Style(language, calendar, tradition, era)
    said = style.span(day) if isinstance(day, Span) else style.day(day)
    return said.translate(ARABIC_INDIC) if arabic_digits else said


def write_both(
    hijri: Day | Span | None,
    gregorian: Day | Span | None,
    language: str,
    tradition: str = "gulf",
    *,
    arabic_digits: bool = False,
) -> str:
    """Both calendars as stated, the Hijri first; one of them where the other is not stated; '' for neither.

    >>> write_both(Span.parse("1389-07-09/1389-07-12"), Span.parse("1969-09-22/1969-09-25"), "en")
    '9–12 Rajab 1389H (22–25 September 1969)'
    """
    said = {}
    if hijri is not None:
        said["hijri"] = write_day(hijri, language, "hijri", arabic_digits=arabic_digits)
    if gregorian is not None:
        era = hijri is not None
        said["gregorian"] = write_day(gregorian, language, "gregorian", tradition, era=era, arabic_digits=arabic_digits)
    return _BOTH[language].format(**said) if len(said) == 2 else "".join(said.values())


class _Style:
    """How one language writes one calendar."""

    def __init__(self, language: str, calendar: Calendar, tradition: str, era: bool) -> None:
        self.language, self.calendar, self.tradition = language, calendar, tradition
        self.era = _ERA[language].get(calendar, "") if era or calendar == "hijri" else ""

    def span(self, span: Span) -> str:
        start, end = span.start, span.end
        if start == end:
            return self.day(start)
        one, other = start.numbers, end.numbers
        if not one or not other or start.uncertain or end.uncertain or len(one) != len(other) or len(one) == 1:
            return self.day(start) + _APART[self.language] + self.day(end)
        if one[0] != other[0]:
            return self.day(start) + _APART[self.language] + self.day(end)
        if one[:2] != other[:2] or len(one) == 2:
            return self._without_year(one) + _APART[self.language] + self.day(end)
        return self._number(one[2]) + _THROUGH[self.language] + self.day(end)

    def day(self, day: Day) -> str:
        if day.precision == "unknown":
            return _UNKNOWN[self.language]
        parts = [self._plain(part) for part in day.parts]
        if ".." in day.text:
            said = _WITHIN[self.language].format(first=parts[0], last=parts[1])
        else:
            said = _OR[self.language].join(parts)
        return f"{said} (?)" if day.uncertain else said

    def _plain(self, numbers: tuple[int, ...]) -> str:
        year = f"{numbers[0]}{self.era}"
        return f"{self._without_year(numbers)} {year}" if len(numbers) > 1 else year

    def _without_year(self, numbers: tuple[int, ...]) -> str:
        month = month_name(numbers[1], self.language, self.calendar, self.tradition)
        return f"{self._number(numbers[2])} {month}" if len(numbers) == 3 else month

    def _number(self, day: int) -> str:
        return "1er" if self.language == "fr" and day == 1 and self.calendar == "gregorian" else str(day)
