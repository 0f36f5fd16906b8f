"""Month names of both calendars in every tradition, for reading and for writing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from amana.values.expressions import expression
from amana.values.folding import fold
from amana.values.lexicons import Month, months

Calendar = Literal["gregorian", "hijri"]

TRADITIONS = {
    "gulf": "gulf_egypt",
    "egypt": "gulf_egypt",
    "levant": "levant",
    "algeria": "algeria_tunisia",
    "tunisia": "algeria_tunisia",
    "morocco": "morocco",
    "mauritania": "mauritania",
    "libya": "libya_1986_2011",
    "un": "un_dual",
}
"""The Arabic traditions by short name → their region in the lexicon; the lexicon's own names are understood too."""

_NEEDS_DAY = frozenset({"libya_1986_2011"})  # these names are also common words: the water, the spring, the victor

_ROMAN = expression(r"['\s-]+(i{1,2})$")
"""The number that tells the first Rabi or Jumada from the second."""
_NUMBERS_TOO = frozenset({"sept."})  # "5 sept" may be five or seven of something


def month_name(number: int, language: str, calendar: Calendar = "gregorian", tradition: str = "gulf") -> str:
    """The month's name; `tradition` matters for Arabic Gregorian months only. ValueError for what is not in the table.

    >>> month_name(12, "ar", tradition="un"), month_name(7, "fr", "hijri"), month_name(5, "en")
    ('كانون الأول/ديسمبر', 'Rajab', 'May')
    """
    region = TRADITIONS.get(tradition, tradition) if (language, calendar) == ("ar", "gregorian") else None
    for month in months():
        if (month.calendar, month.number, month.language) == (calendar, number, language) and region in (
            None,
            month.region,
        ):
            return month.name
    raise ValueError(f"no {calendar} month {number} is known in {language!r} ({tradition})")


@cache
def names(language: str) -> dict[str, tuple[Calendar, int, bool]]:
    """Every folded name as `key` makes it → calendar, number, and whether it counts only beside a day."""
    table: dict[str, tuple[Calendar, int, bool]] = {}
    for month in sorted(_understood(language), key=lambda m: m.language != language):
        if month.region == "un_dual":
            continue
        calendar: Calendar = "hijri" if month.calendar == "hijri" else "gregorian"
        for name in (month.name, *month.variants):
            table.setdefault(key(name), (calendar, month.number, month.region in _NEEDS_DAY))
    return table


@lru_cache(maxsize=2048)
def key(name: str) -> str:
    """A name as it is looked up: folded, without accents, spaces, hyphens, apostrophes and full stops.

    A Roman number behind the name stays apart from it: "Rabi II" and "Rabii I" are two months.

    >>> key("Dhul-Qa'dah"), key("ذو القعدة"), key("Rabi' II"), key("Rabii I")
    ('dhulqadah', 'ذوالقعدة', 'rabi/ii', 'rabii/i')
    """
    return re.sub(r"[\s'.-]", "", _ROMAN.sub(r"/\1", fold(name, accents=False)))


@cache
def name_pattern(language: str) -> str:
    """A regular expression that matches any month's name in folded text (accents dropped), the longest first."""
    spellings: set[str] = set()
    for month in _understood(language):
        spellings |= {_loose(n) for n in _single(month)} | {_loose(n) + r"\." for n in _cut_short(month)}
    return "|".join(sorted(spellings, key=lambda s: (-len(s), s)))


@cache
def first_words(language: str) -> frozenset[str]:
    """Every word with which a month's name may begin in folded text: without one of them it names no month.

    Parts that may be written together are one word then; in Arabic what is attached before goes with it.

    >>> {"may", "rabi", "rabialawwal"} <= first_words("en"), "وربيع" in first_words("ar")
    (True, True)
    """
    known = (name for month in _understood(language) for name in (*_single(month), *_cut_short(month)))
    begun: set[str] = set()
    for name in known:
        parts = re.split(r"[\s'.-]+", _ROMAN.sub("", fold(name, accents=False)))
        begun |= {"".join(parts[:n]) for n in range(1, len(parts) + 1)}
    attached = ("", "و", "ف", "ب", "ل", "ال", "لل") if language == "ar" else ("",)
    return frozenset(before + word for before in attached for word in begun if word)


def _understood(language: str) -> Iterator[Month]:
    """The months of a language; Latin spellings of Hijri months are shared between English and French."""
    for month in months():
        shared = month.calendar == "hijri" and {month.language, language} <= {"en", "fr"}
        if month.language == language or shared:
            yield month


def _single(month: Month) -> tuple[str, ...]:
    return () if month.region == "un_dual" else (month.name, *month.variants)


def _cut_short(month: Month) -> tuple[str, ...]:
    """The short forms that the table writes without the full stop that many put behind them: Dec, Sept."""
    if month.calendar == "hijri" or month.language == "ar":
        return ()
    return tuple(n for n in month.variants if n != month.name and month.name.startswith(n))


def _loose(name: str) -> str:
    """Spaces and hyphens may stand for each other, apostrophes and the full stop of a short form may be missing."""
    folded = fold(name, accents=False)
    body = _ROMAN.sub("", folded)
    words = r"[\s-]*".join(re.escape(word).replace("'", "'?") for word in re.split(r"[\s-]+", body))
    stop = r"\." if folded in _NUMBERS_TOO else r"\.?"
    roman = _ROMAN.search(folded)
    return words.replace(r"\.", stop) + (rf"['\s-]+{roman[1]}" if roman else "")


@dataclass(frozen=True, slots=True)
class CalendarWord:
    """A month or weekday named in a text, at these characters; `kind`: gregorian, hijri or weekday (1 is Monday)."""

    text: str
    start: int
    end: int
    kind: str
    number: int


WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    "id": "Senin Selasa Rabu Kamis Jumat Sabtu Minggu",
}


@lru_cache(maxsize=64)
def calendar_words(text: str, language: str) -> tuple[CalendarWord, ...]:
    """Every month and weekday that a text names, whether days stand with it or not; in Latin script as capitalized.

    >>> [(w.text, w.kind, w.number) for w in calendar_words("each Friday of May or Ramadan", "en")]
    [('Friday', 'weekday', 5), ('May', 'gregorian', 5), ('Ramadan', 'hijri', 9)]
    """
    table = _calendar_names(language)
    if language in _CAPITALS:
        if not _calendar_traces(language).search(text):
            return ()
    elif not any(name in text for name in _calendar_stems(language)):
        return ()
    found = []
    for match in _calendar_pattern(language).finditer(text):
        kind, number = table[match[1]]
        found.append(CalendarWord(match[1], match.start(1), match.end(1), kind, number))
    return tuple(found)


@cache
def _calendar_names(language: str) -> dict[str, tuple[str, int]]:
    table: dict[str, tuple[str, int]] = {}
    for month in months():
        if month.language == language and month.region not in (*_NEEDS_DAY, "un_dual"):
            for name in (month.name, *month.variants):
                if name == month.name or len(name) > 4:
                    table.setdefault(name, (month.calendar, month.number))
    weekdays = WEEKDAYS.get(language, "").split()
    return table | {name: ("weekday", n) for n, name in enumerate(weekdays, 1)}


_CAPITALS = frozenset({"en", "id"})
"""Languages that write months and weekdays with a capital."""


_AMID = {"en": ("mid", "Mid", "early", "late", "end"), "fr": ("mi", "Mi", "fin")}
"""What may be joined to the name of a month: mid-May, mi-mai."""


@cache
def _calendar_traces(language: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted({name[:3] for name in _calendar_names(language)}))))


@cache
def _calendar_stems(language: str) -> tuple[str, ...]:
    """The names in which no shorter one stands."""
    known = _calendar_names(language)
    return tuple(n for n in known if not any(m != n and m in n for m in known))


@cache
def _calendar_pattern(language: str) -> re.Pattern[str]:
    names_ = "|".join(map(re.escape, sorted(_calendar_names(language), key=lambda n: (-len(n), n))))
    amid = "".join(rf"|(?<=\b{word}-)" for word in _AMID.get(language, ()))
    lead = r"(?<!\w)(?:[وف]?[بلك]?)" if language == "ar" else rf"(?:(?<![\w-]){amid})"
    return re.compile(rf"{lead}({names_})(?![\w])")
