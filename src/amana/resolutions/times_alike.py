"""One length of time in two ways, eighteen months and un an et demi, and one hour of the day: 9.30 p.m. and 21 h 30."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from amana.resolutions.figures import fraction_of
from amana.resolutions.paragraphs import Figure, Paragraph
from amana.values.expressions import expression
from amana.values.folding import digits, fold
from amana.values.numbers_said import bare, units

SECONDS = {"minute": 60, "hour": 3600, "day": 86_400, "week": 604_800}
MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
MORE: dict[str, dict[str, tuple[int, int]]] = {
    "en": {"h": (3600, 0), "hr": (3600, 0), "hrs": (3600, 0), "min": (60, 0), "mins": (60, 0), "second": (1, 0),
           "seconds": (1, 0), "s": (1, 0), "fortnight": (1_209_600, 0), "fortnights": (1_209_600, 0), "quarters": (0, 3), "quarter": (0, 3),
           "weekly": (604_800, 0)},
    "fr": {"h": (3600, 0), "min": (60, 0), "mn": (60, 0), "s": (1, 0), "seconde": (1, 0), "secondes": (1, 0), "trimestre": (0, 3),
           "trimestres": (0, 3), "semestre": (0, 6), "semestres": (0, 6)},
    "ar": {"ثانية": (1, 0), "ثوان": (1, 0), "ثواني": (1, 0), "حول": (0, 12), "حولين": (0, 12)},
    "id": {"detik": (1, 0), "sejam": (3600, 0), "sehari": (86_400, 0), "seminggu": (604_800, 0),
           "sepekan": (604_800, 0), "sebulan": (0, 1), "setahun": (0, 12), "triwulan": (0, 3), "semester": (0, 6)},
}  # fmt: skip
"""Units that `units.csv` has not, each in seconds or months."""
WORD = expression(r"[^\W\d_]+")
GAP = 2
PART_BEFORE = expression(
    r"(?P<three>three[ -]quarters of an?|trois[ -]quarts d['’]|ثلاثة أرباع(?: ال)?|tiga perempat)\s?$"
    r"|(?P<quarter>quarter of an?|quarter|quart d['’]|quart de|ربع(?: ال)?|seperempat)[ -]?$"
    r"|(?P<half>\bhalf[ -](?:an?\b|the)?|\bdemi[ -]|نصف(?: ال)?|setengah)\s?$",
    re.IGNORECASE,
)
PARTS = {"three": Fraction(3, 4), "quarter": Fraction(1, 4), "half": Fraction(1, 2)}
ONE_BEFORE = expression(r"(?:\b(?:an?|one|une?|satu)|\bl['’])[ -]?$", re.IGNORECASE)
HALF_BEHIND = expression(r"\s(?:and a half|et demie?|و ?(?:ال)?نصفا?|setengah)\b", re.IGNORECASE)
JOIN = expression(r"(?:\smin\b)?[\s,،-]*(?:and|et|و|dan)?\s*", re.IGNORECASE)
THROUGH_SECONDS = expression(r"(?<!\d)(\d{1,2}):(\d\d):(\d\d)(?!\d)")

EVENING = expression(
    r"^\s?p\.? ?m\b|مساء|ظهر|\b(?:malam|sore|siang|petang|du soir|de l['’]après-midi|o['’]clock|in the (?:afternoon|evening))\b",
    re.IGNORECASE,
)
OF_DAY = expression(r"\s?(?:h\b|heures?\b|hrs\b|hours\b|WI[BT]A?\b|GMT|UTC)")
OF_DAY_BEFORE = expression(r"(?:الساعة|\bpukul|\bjam|\bat)\s$")
HALF_OF_DAY = expression(r"\s?[ap]\.? ?m\b")
DOTTED = expression(r"([01]?[0-9]|2[0-4])\.(15|[2345]0|45)")
FOUR_DIGITS = expression("([01][0-9]|2[0-4])([0-5][0-9])")
BY_HALF = {
    "30": expression(r"\b(?:half|demie?|و?(?:ال)?نصف|setengah)\b", re.IGNORECASE),
    "15": expression(r"\b(?:quarter|quart|و?(?:ال)?ربع|seperempat)\b", re.IGNORECASE),
    "45": expression(r"\b(?:quarter|quart|(?:ال)?ربعا?|seperempat)\b", re.IGNORECASE),
    "20": expression(r"\b(?:twenty|vingt|و?(?:ال)?ثلث|dua puluh)\b", re.IGNORECASE),
    "40": expression(r"\b(?:twenty|vingt|(?:ال)?ثلثا?|dua puluh)\b", re.IGNORECASE),
}


class Length(NamedTuple):
    """A length of time from `start` to `end` of a text, in seconds or else in months."""

    start: int
    end: int
    seconds: Fraction
    months: Fraction

    def like(self, other: Length) -> bool:
        """Whether both are one length, a month having four weeks or thirty days where they are told in days."""
        if (self.months and other.months) or (self.seconds and other.seconds):
            return (self.seconds, self.months) == (other.seconds, other.months)
        months, days = self.months or other.months, (self.seconds or other.seconds) / 86_400
        return days in (30 * months, 28 * months) or (
            months % 12 == 0 and days in (365 * months / 12, 52 * 7 * months / 12)
        )

    def holds(self, figure: Figure) -> bool:
        """Whether the figure stands within it."""
        return self.start <= figure.start and figure.end <= self.end


def lengths_alike(
    left: Sequence[Figure], right: Sequence[Figure], a: Paragraph, b: Paragraph
) -> tuple[list[Figure], list[Figure]]:
    """The figures of both sides that tell one length of time in different units: 149 minutes, 2 h 29."""
    mine = list(lengths(a))
    if not mine:
        return [], []
    other = list(lengths(b))
    gone: tuple[list[Figure], list[Figure]] = [], []
    for one in mine:
        like = next((x for x in other if one.like(x)), None)
        if like is not None:
            other.remove(like)
            gone[0].extend(f for f in left if one.holds(f))
            gone[1].extend(g for g in right if like.holds(g))
    return gone


def lengths(paragraph: Paragraph) -> Iterator[Length]:
    """The lengths of time that a paragraph tells, in order, parts joined: an hour and 40 minutes."""
    yield from joined(paragraph.text, sorted((*_counted(paragraph), *_as_clock(paragraph))))


def joined(text: str, lengths: Iterable[Length]) -> Iterator[Length]:
    """Lengths in the order of a text, those that go on another added to it."""
    last: Length | None = None
    for one in lengths:
        if last is not None and JOIN.fullmatch(text, last.end, one.start) and _goes_on(last, one):
            last = Length(last.start, one.end, last.seconds + one.seconds, last.months + one.months)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _goes_on(last: Length, one: Length) -> bool:
    return bool(last.seconds > one.seconds > 0 or last.months > one.months > 0)


def _counted(paragraph: Paragraph) -> Iterator[Length]:
    text, language = paragraph.text, paragraph.place.language or ""
    known = units_of_time(language)
    figures = [f for f in paragraph.figures if f.kind != "ordinal" and not f.unit]
    for word in WORD.finditer(text):
        unit = next((known[x] for x in bare(fold(word[0], language, accents=False), language) if x in known), None)
        if unit is None:
            continue
        start, n = _count(text, language, figures, word)
        if n:
            yield length_of(text, start, word.end(), n, unit)


def length_of(text: str, start: int, end: int, n: Fraction, unit: tuple[int, int]) -> Length:
    """So many of a unit, told from `start` to `end`, and the half that may stand behind it: two years and a half."""
    if half := HALF_BEHIND.match(text, end):
        n, end = n + Fraction(1, 2), half.end()
    return Length(start, end, n * unit[0], n * unit[1])


def _count(text: str, language: str, figures: Sequence[Figure], word: re.Match[str]) -> tuple[int, Fraction]:
    """How many of a unit are told, and from where on; 0 where nothing says it."""
    for f in figures:
        if f.start <= word.start() < f.end or (
            f.end <= word.start() <= f.end + GAP and not text[f.end : word.start()].strip(" \u00a0\u202f-‑")
        ):
            return f.start, fraction_of(f.value) if f.value != "1/4" else Fraction(1)  # one quarter: three months
    before = text[max(0, word.start() - 24) : word.start()]
    if part := PART_BEFORE.search(before):
        return word.start() - len(part[0]), PARTS[part.lastgroup or ""]
    if one := ONE_BEFORE.search(before):
        return word.start() - len(one[0]), Fraction(1)
    return word.start(), Fraction(language == "ar" or (language == "id" and word[0].lower().startswith("se")))


def _as_clock(paragraph: Paragraph) -> Iterator[Length]:
    """1 h 40, 2:29, 2:05:13."""
    if ":" in paragraph.text:
        for m in THROUGH_SECONDS.finditer(paragraph.text):
            yield Length(*m.span(), Fraction(int(m[1]) * 3600 + int(m[2]) * 60 + int(m[3])), Fraction(0))
    for f in paragraph.figures:
        hours, colon, minutes = f.value.partition(":")
        if colon and hours.isdigit() and minutes.isdigit():
            yield Length(f.start, f.end, Fraction(int(hours) * 3600 + int(minutes) * 60), Fraction(0))


@cache
def units_of_time(language: str) -> dict[str, tuple[int, int]]:
    """Every folded word of time → its size in seconds, or else in months."""
    table = {
        word: (SECONDS.get(unit, 0), MONTHS.get(unit, 0))
        for word, (unit, kind) in units(language).items()
        if kind == "time"
    }
    return table | {fold(word, language, accents=False): size for word, size in MORE.get(language, {}).items()}


def hours_alike(f: Figure, g: Figure, a: Paragraph, b: Paragraph) -> bool:
    """9.30 p.m. and 21 h 30; 9 p.m. and الساعة التاسعة مساء; 10:00 and 10 h; half past nine and 9 h 30."""
    if _by_four_digits(f, g, a, b) or _by_four_digits(g, f, b, a):
        return True
    one, other = _hour(_by_colon(f)), _hour(_by_colon(g))
    if one is None or other is None:
        return False
    low, high = sorted((one[0], other[0]))
    if one[1].strip("0") != other[1].strip("0"):
        return _by_parts(one, other, f, g, a, b)
    if low == high:
        return one[1] != other[1]
    if high - low != 12:
        return False
    return (
        not low
        or bool(one[1] and other[1])
        or any(EVENING.search(p.text[x.end : x.end + 20]) for x, p in ((f, a), (g, b)))
        or any(
            h[0] == high and (bool(h[1]) or OF_DAY.match(p.text, x.end) or OF_DAY_BEFORE.search(p.text[: x.start][-8:]))
            for h, x, p in ((one, f, a), (other, g, b))
        )
    )


def _by_four_digits(f: Figure, g: Figure, here: Paragraph, there: Paragraph) -> bool:
    """0930 and 9 h 30; 1000 hours and 10 heures."""
    four = FOUR_DIGITS.fullmatch(digits(f.text)) if len(f.text) == 4 and f.kind == "digits" else None
    if four is None or HALF_OF_DAY.match(here.text, f.end):
        return False
    if g.value == f"{int(four[1])}:{four[2]}":
        return True
    told = OF_DAY.match(there.text, g.end) or OF_DAY_BEFORE.search(there.text[: g.start][-8:])
    return four[2] == "00" and g.value == str(int(four[1])) and told is not None


def _by_colon(figure: Figure) -> str:
    """The value of a figure, that of an hour with a dot as one with a colon: the 10.30 trains."""
    dotted = "." in figure.value and not figure.unit and DOTTED.fullmatch(digits(figure.text))
    return f"{int(dotted[1])}:{dotted[2]}" if dotted else figure.value


def _hour(value: str) -> tuple[int, str] | None:
    hour, colon, minutes = value.removesuffix(".5").partition(":")
    return (
        (int(hour), minutes)
        if hour.isdigit() and len(hour) < 3 and int(hour) <= 24 and (not colon or minutes)
        else None
    )


def _by_parts(one: tuple[int, str], other: tuple[int, str], f: Figure, g: Figure, a: Paragraph, b: Paragraph) -> bool:
    """Half past nine: one side tells the minutes in figures, the other in a word beside the hour."""
    if one[1] and other[1]:
        return False
    full, short, figure, paragraph = (one, other, g, b) if one[1] else (other, one, f, a)
    word = BY_HALF.get(full[1])
    near = paragraph.text[max(0, figure.start - 20) : figure.end + 20]
    return word is not None and bool(word.search(near)) and (short[0] - full[0]) % 12 in (0, 1)
