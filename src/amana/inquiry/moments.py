"""The days a question names: a day, a month or a year, in either calendar."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from amana.values.days import Day, Span, read_days
from amana.values.folding import fold
from amana.values.hijri import FIRST_YEAR, LAST_YEAR, HijriDate, OutOfTable, computed_gregorian, to_gregorian
from amana.values.months import Calendar, key, names

_YEARS = (1900, 2199)
_HIJRI = frozenset({"h", "ah", "ه", "هجري", "هجرية", "هجريا", "hijri", "hijriah", "hijriyah", "hegire"})
_COMMON = frozenset({"م", "ميلادي", "ميلادية", "ad", "ce", "masehi", "m"})
_EDGES = {
    "beginning": 0, "start": 0, "début": 0, "debut": 0, "commencement": 0, "awal": 0, "بداية": 0, "أول": 0, "مطلع": 0,
    "end": 1, "close": 1, "fin": 1, "akhir": 1, "نهاية": 1, "آخر": 1, "ختام": 1,
}  # fmt: skip
_ALONE = frozenset({"fin", "début", "awal", "akhir", "بداية", "مطلع", "نهاية", "ختام"})
"""Words after which a year may follow at once: نهاية 1980."""
_BETWEEN = frozenset(
    {"of", "the", "year", "de", "d", "l", "du", "année", "annee", "an", "tahun", "عام", "سنة", "العام"}
)


@dataclass(frozen=True, slots=True)
class Moment:
    """From `first` to `last` in the Gregorian calendar; `stated` in the question's own calendar, as precise as it is."""

    first: date
    last: date
    stated: Day | Span
    calendar: Calendar = "gregorian"

    @property
    def exact(self) -> bool:
        """One day."""
        return self.first == self.last

    @property
    def day(self) -> Day | None:
        """As stated, where that is one day, month or year of the Gregorian calendar."""
        return self.stated if self.calendar == "gregorian" and isinstance(self.stated, Day) else None


def of_day(day: date) -> Moment:
    """The moment that one day is."""
    return Moment(day, day, Day.of(day))


def read_whole(text: str, language: str) -> tuple[str, tuple[Moment, ...]]:
    """The days stated with their day of the month, and `text` without them; yearless ones stay in it.

    >>> rest, (moment,) = read_whole("members on 1 January 1980", "en")
    >>> rest.split(), str(moment.stated)
    (['members', 'on'], '1980-01-01')
    """
    found: list[Moment] = []
    rest = text
    for stated in reversed(read_days(text, language if language in ("ar", "fr") else "en")):
        moment = _from(stated.gregorian, stated.hijri)
        if moment is not None:
            found.append(moment)
            rest = rest[: stated.start] + " " + rest[stated.end :]
    return rest, tuple(reversed(found))


def _from(gregorian: Span | None, hijri: Span | None) -> Moment | None:
    if gregorian is not None and gregorian.first and gregorian.last:
        return Moment(gregorian.first, gregorian.last, _one(gregorian))
    computed = computed_gregorian(hijri) if hijri is not None else None
    if hijri is not None and computed is not None and computed.first and computed.last:
        return Moment(computed.first, computed.last, _one(hijri), "hijri")
    return None


def _one(span: Span) -> Day | Span:
    return span.start if span.start == span.end else span


def read_at(words: Sequence[str], at: int, language: str) -> tuple[int, Moment] | None:
    """The day, month or year that begins at word `at`, and the place after it; a month or day never without a year.

    >>> place, moment = read_at(("1", "januari", "1980"), 0, "id")
    >>> place, str(moment.stated), str(read_at(("rajab", "1389", "h"), 0, "en")[1].first)
    (3, '1980-01-01', '1969-09-12')
    """
    place, number = at, None
    if re.fullmatch(r"\d{1,2}", words[place]) and 1 <= int(words[place]) <= 31:
        number, place = int(words[place]), place + 1
    month = _month(words, place, language)
    if month is None:
        return _year(words, at)
    calendar, month_number, place = month
    if place < len(words) and words[place] in ("de", "of", "tahun", "عام", "سنة", "year", "من"):
        place += 1
    if place >= len(words) or not re.fullmatch(r"\d{4}", words[place]):
        return None
    year = int(words[place])
    moment = _moment(calendar, (year, month_number, *([number] if number else [])))
    return (_past_era(words, place + 1), moment) if moment else None


def read_edge(words: Sequence[str], at: int, language: str) -> tuple[int, Moment] | None:
    """The first or last day of a year or month: 'beginning of 1972', 'نهاية عام 1980', 'akhir tahun 1990'.

    >>> place, moment = read_edge(("beginning", "of", "1972"), 0, "en")
    >>> place, str(moment.stated)
    (3, '1972-01-01')
    """
    edge = _edges().get(fold(words[at]))
    place = at + 1
    while edge is not None and place < len(words) and fold(words[place]) in _between():
        place += 1
    if edge is None or place >= len(words) or (place == at + 1 and fold(words[at]) not in _alone()):
        return None
    found = read_at(words, place, language)
    if found is None or found[1].exact or found[1].calendar == "hijri":
        return None
    return found[0], of_day(found[1].last if edge else found[1].first)


@cache
def _edges() -> Mapping[str, int]:
    return {fold(word): edge for word, edge in _EDGES.items()}


@cache
def _alone() -> frozenset[str]:
    return frozenset(map(fold, _ALONE))


@cache
def _between() -> frozenset[str]:
    return frozenset(map(fold, _BETWEEN))


def is_month(word: str, language: str) -> bool:
    """`word` is, or begins, the name of a month."""
    return key(word) in names(language)


def _month(words: Sequence[str], at: int, language: str) -> tuple[Calendar, int, int] | None:
    table = names(language)
    for size in (3, 2, 1):
        entry = table.get(key("".join(words[at : at + size]))) if at + size <= len(words) else None
        if entry is not None:
            return entry[0], entry[1], at + size
    return None


def _year(words: Sequence[str], at: int) -> tuple[int, Moment] | None:
    if not re.fullmatch(r"\d{4}", words[at]):
        return None
    year, following = int(words[at]), words[at + 1] if at + 1 < len(words) else ""
    if FIRST_YEAR <= year <= LAST_YEAR and following not in _COMMON:
        moment = _moment("hijri", (year,))
        return (_past_era(words, at + 1), moment) if moment else None
    if _YEARS[0] <= year <= _YEARS[1] and (following not in _HIJRI or len(following) > len("ah")):
        moment = _moment("gregorian", (year,))
        end = (
            at + 1 if following in _HIJRI else _past_era(words, at + 1)
        )  # "summit 1981 hijri": its Hijri days are asked
        return (end, moment) if moment else None
    return None


def _past_era(words: Sequence[str], at: int) -> int:
    return at + 1 if at < len(words) and fold(words[at]) in _HIJRI | _COMMON else at


def _moment(calendar: Calendar, numbers: tuple[int, ...]) -> Moment | None:
    day = Day.numbered(*numbers)
    if calendar == "gregorian":
        return Moment(day.first, day.last, day) if day.first and day.last else None
    try:
        year, month, number = (*numbers, 1, 1)[:3]
        first = to_gregorian(HijriDate(year, month, number))
        if len(numbers) == 3:
            last = first
        elif len(numbers) == 2:
            last = to_gregorian(HijriDate(year + month // 12, month % 12 + 1, 1)) - timedelta(days=1)
        else:
            last = to_gregorian(HijriDate(year + 1, 1, 1)) - timedelta(days=1)
    except OutOfTable:
        return None
    return Moment(first, last, day, "hijri")
