"""One figure here that is two there, or a word: 9.58 s and 9 s 58, 90 % and nine out of ten, five miles and 8 km."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from amana.resolutions.figures import fraction_of
from amana.resolutions.groups_turned import GROUPED
from amana.resolutions.paragraphs import Figure, Paragraph
from amana.values.expressions import expression
from amana.values.folding import digits

NEAR = 25
OUT_OF = expression(
    r"\b(?:out of|in(?: every)?|of(?: the| every)?|sur|dari(?: setiap)?)\b|من(?: كل| أصل| بين)?(?!\w)", re.IGNORECASE
)
ONE_OUT_OF = expression(
    r"(?:\b(?:one|a)(?: \w+)? (?:in|out of)(?: every)?|\bune?(?: \w+){1,3} sur|\bune? sur|واحد(?:ة)? من(?: كل)?|من (?:بين )?كل|\bsatu(?: \w+)? dari(?: setiap)?)\s$",
    re.IGNORECASE,
)
PARTS = {
    "half": Fraction(1, 2), "demi": Fraction(1, 2), "نصف": Fraction(1, 2), "setengah": Fraction(1, 2),
    "three quarter": Fraction(3, 4), "three-quarter": Fraction(3, 4), "trois quart": Fraction(3, 4),
    "trois-quart": Fraction(3, 4), "ثلاثة أرباع": Fraction(3, 4), "quarter": Fraction(1, 4), "quart": Fraction(1, 4),
    "ربع": Fraction(1, 4), "third": Fraction(1, 3), "tiers": Fraction(1, 3), "ثلث": Fraction(1, 3),
}  # fmt: skip
SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "milliard": 10**9, "trillion": 10**12, "ألف": 10**3,
    "مليون": 10**6, "مليار": 10**9, "بليون": 10**9, "juta": 10**6, "miliar": 10**9,
}  # fmt: skip
PART_OF_SCALE = expression(
    rf"(?P<part>{'|'.join(PARTS)})s?[\s-](?:of an? |an? |de |d['’]|ال)?(?P<scale>{'|'.join(SCALES)})", re.IGNORECASE
)
SIZE = {
    "g": ("mass", 1, 0), "gram": ("mass", 1, 0), "kg": ("mass", 1000, 0), "kilo": ("mass", 1000, 0),
    "tonne": ("mass", 10**6, 0), "oz": ("mass", 28.35, 1), "ounce": ("mass", 28.35, 1), "lb": ("mass", 453.6, 1),
    "pound": ("mass", 453.6, 1), "stone": ("mass", 6350, 1),
    "cm": ("length", 0.01, 0), "m": ("length", 1, 0), "metre": ("length", 1, 0), "km": ("length", 1000, 0),
    "mile": ("length", 1609, 1), "foot": ("length", 0.3048, 1), "inch": ("length", 0.0254, 1), "yard": ("length", 0.914, 1),
    "ha": ("area", 1, 0), "km2": ("area", 100, 0), "acre": ("area", 0.4047, 1), "mile2": ("area", 259, 1),
    "l": ("volume", 1, 0), "gallon": ("volume", 4, 1), "pint": ("volume", 0.55, 1), "barrel": ("volume", 159, 1),
}  # fmt: skip
"""What a unit measures, how much it is, and whether it is no metric one, so that what is told is rounded."""
SIZE_WORDS = {
    "g": "g|غ|غم", "gram": "grams?|grammes?|غرام|غراما|غرامات|جرام|gram", "kg": "kg|كغ|كغم",
    "kilo": "kilos?|kilogram(?:me)?s?|كيلوغرام|كيلوغراما|كيلوغرامات|كيلو|kilogram", "tonne": "tonnes?|tons?|طن|طنا|أطنان|ton",
    "oz": "oz", "ounce": "ounces?|onces?", "lb": "lbs?", "pound": "pounds?|livres?|رطل|رطلا|أرطال", "stone": "stones?",
    "cm": "cm|centim[eè]tres?|centimeters?|سم|سنتيمتر|سنتيمترا|sentimeter", "m": "m", "metre": "m[eè]tres?|meters?|متر|مترا|أمتار",
    "km2": "km²|km2|kilom[eè]tres carrés|square kilomet(?:re|er)s|كيلومتر مربع|كيلومترا مربعا|km persegi",
    "mile2": "square miles?|milles carrés|ميل مربع|ميلا مربعا", "km": "km|kilom[eè]tres?|kilometers?|كيلومتر|كيلومترا|كيلومترات|كم",
    "mile": "miles?|milles?|ميل|ميلا|أميال|mil", "foot": "foot|feet|ft|pieds?|قدم|قدما|أقدام|kaki", "inch": "inch(?:es)?|pouces?|بوصة|بوصات|inci",
    "yard": "yards?|ياردة", "ha": "ha|hectares?|هكتار|هكتارا|هكتارات|hektare?", "acre": "acres?|فدان|فدانا|أفدنة",
    "l": "l|lit[re]{2}s?|لتر|لترا|لترات|liter", "gallon": "gallons?|غالون|غالونا", "pint": "pints?|pintes?", "barrel": "barrels?|barils?|برميل|برميلا|براميل|barel",
}  # fmt: skip
SIZED = expression(
    r"[\s-]{0,2}(?:(?:thousand|million|of an?|an?|ال)\s?)?(?:"
    + "|".join(
        f"(?P<{unit}>{words})" for unit, words in sorted(SIZE_WORDS.items(), key=lambda x: -len(x[1].split("|")[0]))
    )
    + r")(?![^\W_])",
    re.IGNORECASE,
)
HALF_OF = expression(r"\bhalf an?|\bdemi|نصف|\bsetengah", re.IGNORECASE)
FAHRENHEIT = expression(r"\s?(?:° ?F\b|degrees F|degrés F)", re.IGNORECASE)
ROUNDED = 0.2
JOINED = expression(r"\s?(?:[^\W\d_]{1,6}|[€$£'\"]){0,2}\s?", re.IGNORECASE)
PIECES = expression(r"(\d+)[.:/](\d+)")
LONG = 7
"""Digits of a number that is dialled or booked, not counted: they may be grouped in any way."""
DIALLED = expression(r"(?<![\d/.,])\d{2,4}(?: \d{2,4}){2,}(?![\d/.,]*\d)")
VERSE = expression(r"[(\[][^()\[\]\d]{0,20}(\d{1,3})\s?:\s?(\d{1,3})(?:\s?[-–]\s?\d{1,3})?\s?[)\]]")
CHAPTERS = 114
ROUND_THE_CLOCK = frozenset({"24", "7"})


def pieces_alike(
    left: Sequence[Figure], right: Sequence[Figure], a: Paragraph, b: Paragraph
) -> tuple[list[Figure], list[Figure]]:
    """The figures of both sides that are one thing, told in one figure here and in several or in words there."""
    gone: tuple[list[Figure], list[Figure]] = [], []
    for mine, other, here, there, one, two in ((left, right, a, b, *gone), (right, left, b, a, *gone[::-1])):
        for f in mine:
            found = _pieces_of(f, other, there)
            if found is None and (_in_words(f, there) or _chapter(f, here, there)):
                found = [g for g in other if f":{g.text}" in digits(f.text)]
            if found is not None and f not in one:
                one.append(f)
                two.extend(g for g in found if g not in two)
    for more in (_sizes_alike(left, right, a, b), _dialled_alike(left, right, a, b)):
        gone[0].extend(more[0])
        gone[1].extend(more[1])
    return gone


def _pieces_of(f: Figure, other: Sequence[Figure], there: Paragraph) -> list[Figure] | None:
    """The figures of the other version that say `f` together; None where none do."""
    if f.value == "24/7":
        return [g for g in other if g.value in ROUND_THE_CLOCK]
    if f.unit == "%":
        return _out_of(f, other, there)
    if "." in f.value and f.value.replace(".", "-") in digits(there.text):
        return [g for g in other if g.value in f.value.split(".")]  # target 6.1: الغاية 6-1
    if f.value.isdigit():
        return _groups(f, other)
    pieces = PIECES.fullmatch(f.value)
    return _pair(f, pieces, other, there) if pieces else None


def _groups(f: Figure, other: Sequence[Figure]) -> list[Figure] | None:
    """A number of which the other version groups the digits otherwise.

    A long number may stand in any groups, and "between five hundred and ten thousand" be read as one sum.
    """
    if len(f.value) >= LONG and f.kind == "digits":
        return _grouped_as(f.value, other)
    if f.kind == "words" and len(f.value) > GROUPED:
        for g, h in pairwise(other):
            low, high = (int(x.value) if x.value.isdigit() else 0 for x in (g, h))
            if 0 < low < high and any(high % s == 0 and low * s + high == int(f.value) for s in (10**3, 10**6)):
                return [g, h]
    return None


def _grouped_as(value: str, other: Sequence[Figure]) -> list[Figure] | None:
    """The neighbours whose digits together are those of a long number."""
    for n in range(len(other)):
        run, m = "", n
        while m < len(other) and len(run) < len(value):
            run, m = run + "".join(c for c in digits(other[m].text) if c.isdigit()), m + 1
        if run == value and m > n + 1:
            return list(other[n:m])
    return None


def _dialled_alike(
    left: Sequence[Figure], right: Sequence[Figure], a: Paragraph, b: Paragraph
) -> tuple[list[Figure], list[Figure]]:
    """The figures within numbers that are dialled, whose groups an Arabic line may show from its other end."""
    if not left or not right or "ar" not in (a.place.language, b.place.language):
        return [], []
    mine, other = (list(DIALLED.finditer(digits(p.text))) for p in (a, b))
    for m in mine:
        for n in other:
            if m[0].split() == n[0].split()[::-1]:
                within = ([f for f in x if s.start() <= f.start < s.end()] for x, s in ((left, m), (right, n)))
                return tuple(within)  # type: ignore[return-value]
    return [], []


def _chapter(f: Figure, here: Paragraph, there: Paragraph) -> bool:
    """(3:103), where the other version names the chapter of the Qur'an and gives the verse."""
    if ":" not in here.text or _verses(there.text):
        return False
    verse = next((v for v in _verses(here.text) if v.start <= f.start < v.end), None)
    if verse is None or verse.chapter > CHAPTERS:
        return False
    return re.search(rf"(?<!\d){verse.number}(?!\d)", digits(there.text)) is not None


class _Verse(NamedTuple):
    start: int
    end: int
    chapter: int
    number: str


@lru_cache(maxsize=8)
def _verses(text: str) -> tuple[_Verse, ...]:
    """Every "(3:103)" of a text, from its chapter to its verse."""
    found = VERSE.finditer(digits(text)) if ":" in text else ()
    return tuple(_Verse(m.start(1), m.end(2), int(m[1]), m[2]) for m in found)


def _pair(f: Figure, pieces: re.Match[str], other: Sequence[Figure], there: Paragraph) -> list[Figure] | None:
    """Two figures beside each other that are the two parts of one, or an hour and its minutes."""
    hour = ":" in f.value
    for g, h in pairwise(other):
        if hour and h.start - g.end <= NEAR and _tells(f.value, {g.value, h.value}):
            return [g, h]
        joined = hour or JOINED.fullmatch(there.text, g.end, h.start) or "/" in f.value
        if joined and h.start - g.end <= NEAR and (g.value, h.value.lstrip("0")) == (pieces[1], pieces[2].lstrip("0")):
            return [g, h]
    return None


def _tells(clock: str, values: set[str]) -> bool:
    """Ten past nine, ten to ten."""
    hour, minute = (int(x) for x in clock.split(":"))
    hours = {hour % 12, (hour % 12) or 12, hour}
    later = {(h + 1) % 12 or 12 for h in hours}
    return any(values == {str(h), str(minute)} for h in hours) or any(
        values == {str(h), str(60 - minute)} for h in later
    )


def _out_of(f: Figure, other: Sequence[Figure], there: Paragraph) -> list[Figure] | None:
    """90 %: nine out of ten; 25 %: one in four."""
    share = fraction_of(f.value) / 100
    for g, h in pairwise(other):
        q = fraction_of(h.value)
        if q and fraction_of(g.value) / q == share and OUT_OF.search(there.text, g.end, h.start):
            return [g, h]
    for h in other:
        q = fraction_of(h.value)
        if (
            q
            and abs(1 / q - share) <= Fraction(1, 200)
            and ONE_OUT_OF.search(there.text[max(0, h.start - 40) : h.start])
        ):
            return [h]
    return None


def _in_words(f: Figure, there: Paragraph) -> bool:
    """1.25 million: one and a quarter million; 750 000: three quarters of a million."""
    value = fraction_of(f.value)
    if value < 250 or value.denominator != 1:
        return False
    told = {"0", "1", *(g.value for g in there.figures)}
    return any(
        value % scale == part and not told.isdisjoint((str(value // scale), str(value - value % scale)))
        for scale, part in _parts_of_scales(there.text)
    )


@lru_cache(maxsize=8)
def _parts_of_scales(text: str) -> tuple[tuple[int, Fraction], ...]:
    """Every "three quarters of a million" of a text: the scale, and how much of it."""
    found = [(SCALES[m["scale"].casefold()], PARTS[m["part"].casefold()]) for m in PART_OF_SCALE.finditer(text)]
    return tuple((scale, part * scale) for scale, part in found)


class _Size(NamedTuple):
    figure: Figure | None
    what: str
    amount: float
    rounded: int


def _sizes_alike(
    left: Sequence[Figure], right: Sequence[Figure], a: Paragraph, b: Paragraph
) -> tuple[list[Figure], list[Figure]]:
    gone: tuple[list[Figure], list[Figure]] = [], []
    mine = list(_sizes(left, a))
    other = list(_sizes(right, b)) if mine else []
    for f in left:
        gone_with = [g for g in right if _warm(f, g, a, b)]
        if gone_with:
            gone[0].append(f)
            gone[1].extend(gone_with[:1])
    for one in mine:
        for two in other:
            if one.what == two.what and _near(one, two):
                gone[0].extend([one.figure] if one.figure else [])
                gone[1].extend([two.figure] if two.figure else [])
    return gone


def _warm(f: Figure, g: Figure, a: Paragraph, b: Paragraph) -> bool:
    """104 °F: 40 °C."""
    for one, other, paragraph in ((f, g, a), (g, f, b)):
        if FAHRENHEIT.match(paragraph.text, one.end):
            return abs((fraction_of(one.value) - 32) * 5 / 9 - fraction_of(other.value)) < 2
    return False


def _near(one: _Size, two: _Size) -> bool:
    apart = abs(one.amount - two.amount) / max(one.amount, two.amount)
    return apart <= ROUNDED if one.rounded != two.rounded else apart < 1e-9


def _sizes(figures: Sequence[Figure], paragraph: Paragraph) -> Iterator[_Size]:
    """What the figures measure, and half of a unit."""
    for figure in figures:
        unit = SIZED.match(paragraph.text, figure.end)
        value = fraction_of(figure.value)
        if unit and value > 0:
            what, size, rounded = SIZE[unit.lastgroup or ""]
            yield _Size(figure, what, float(value) * size, rounded)
    for half in HALF_OF.finditer(paragraph.text):
        if unit := SIZED.match(paragraph.text, half.end()):
            what, size, rounded = SIZE[unit.lastgroup or ""]
            yield _Size(None, what, size / 2, rounded)
