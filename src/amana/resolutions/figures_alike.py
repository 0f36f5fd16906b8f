"""Two figures that say one thing in two ways: two weeks and quinze jours, a half and 50 %, 2015–16 and 2015-2016."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from amana.resolutions.figures import fraction_of
from amana.resolutions.paragraphs import Figure, Paragraph
from amana.resolutions.times_alike import hours_alike
from amana.values.expressions import expression
from amana.values.folding import digits, fold
from amana.values.months import calendar_words
from amana.values.numbers_digits import normal, other_reading, scaled, scales
from amana.values.numbers_said import counted
from amana.values.numbers_units import MONEY

FACTORS = frozenset({7, 12, 24, 30, 52, 60, 10, 100})
"""Days of a week or month, months of a year, hours of a day, years of a decade or century: one amount in two units."""
HALVES = frozenset({(2, 15), (7, 8), (4, 30), (3, 90), (6, 180), (12, 365), (8, 60), (2, 14), (2, 60), (2, 48)})
"""Two weeks are fifteen days in French, a week is eight; months are counted in days and weeks."""
SHARES = {
    "50": "1/2", "25": "1/4", "75": "3/4", "20": "1/5", "10": "1/10", "0.5": "1/2", "0.25": "1/4", "0.75": "3/4",
    "33": "1/3", "66": "2/3", "67": "2/3",
}  # fmt: skip
SHARED = {
    "%": expression(
        r"\bpercentages?\b|\bpourcentages?\b|النسب(?:ة)? المئوية|نسب(?:ة)? مئوية|\bpersentase\b", re.IGNORECASE
    ),
    "‰": expression(r"\bthousand\b|\bmille\b|\b1[,. ]?000\b|ألف|000 1|٠٠٠ ١|١٠٠٠|\bseribu\b", re.IGNORECASE),
}
JOINED_BEFORE = expression(
    r"(?:(?<=[^\W\d_])(?<!\bunder)(?<!\bover)-|\b(?:hundred|thousand|million|score|(?<!per )(?<!pour )cent|mille)s?(?: and| et)?\s)$",
    re.IGNORECASE,
)
JOINED_AFTER = expression(
    r"-(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|first|second|third|fourth|fifth|sixth|seventh"
    r"|eighth|ninth|and|un|une|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|et)\b|\s(?:and a half|et demie?|و ?(?:ال)?نصف|setengah|score|grand|et une?|ليلة وليلة)\b",
    re.IGNORECASE,
)
"""What goes on a number where its reader stopped: "fifty-", "two and a half"."""
HALF = expression(r"\b(?:half|demie?|و?(?:ال)?نصف|setengah)\b", re.IGNORECASE)
CENTURY = expression(r"\b(?:century|siècle|abad)\b|قرن", re.IGNORECASE)
MILLENNIUM = expression(r"\b(?:millennium|millénaire|milenium)\b|الألفية", re.IGNORECASE)
DECADES = {
    word + ending: n
    for n, word in enumerate("عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين".split(), 2)
    for ending in ("ات", "يات")
}
SCALES = frozenset({10**3, 10**6, 10**9})
MILLIONS = (10**6, 10**9, 10**12)
TO_ANOTHER = expression(
    r"\s?(?:-|–|to\b|and\b|or\b|à\b|et\b|ou\b|إلى|و|أو|hingga\b|sampai\b|dan\b|atau\b)", re.IGNORECASE
)
OF_ANOTHER = expression(r"\s(?:out of|of|sur|dari|من (?:أصل|مجموع))(?: the| les| total)?\b", re.IGNORECASE)
COMMAS = expression(r"\s?[,،;]\s?\$?")
OF_ANOTHER_BEFORE = expression(
    r"\s(?:[^\W\d]+ ){0,4}(?:out of|of|sur|dari|من (?:أصل|مجموع))(?: the| les)?\s$", re.IGNORECASE
)
"""Between a part and its whole, of which one bears the scale of both: 62 of 73 million, 62 millions de tonnes sur 73."""
LETTERS = {
    "grand": 10**3, "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mm": 10**6, "b": 10**9, "bn": 10**9, "md": 10**9, "mds": 10**9,
    "mrd": 10**9, "t": 10**12, "tn": 10**12, "trn": 10**12,
}  # fmt: skip
LETTERS_ID = {"k": 10**3, "rb": 10**3, "jt": 10**6, "m": 10**9, "t": 10**12}
LETTER = expression(r"[\s-]?(k|m|mn|mln|mm|b|bn|mds?|mrd|t|tn|trn|rb|jt|grand)(?![^\W\d_])", re.IGNORECASE)
GRAND = expression(r"\s(grand)\b")
TENTHS = frozenset("العشر العُشر عشر عُشر الخمس الخُمس خُمس السبع السُبع سُبع".split())
BASIS = expression(r"\s(?:basis points?|points? de base|نقاط أساس|نقطة أساس|basis poin)\b")
OFTEN = frozenset("10 20 36 50 100 107 500 1000 10000 1000000".split())
AND_ONE = expression(r"(?: [^\W\d_]+){1,3} و[^\W\d_]+(?: [^\W\d_]+)? واحدة?ا?(?!\w)")
TIMES = expression(r"\s(?:times\b|fois\b|مرة|مرات|kali\b|thanks\b|mercis?\b|شكر|things\b|choses\b|شيء)")
HOUR_BY_DOTS = expression(r"[0-2]?[0-9]\.[0-5][0-9]")
AFTER_NOON = expression(r"\s?(?:-|–|to\b|until\b)\s?[\d.:]{1,5}\s?p\.?\s?m\b", re.IGNORECASE)
SCALES_AHEAD = {
    "thousands": 10**3, "milliers": 10**3, "آلاف": 10**3, "ألوف": 10**3, "ribuan": 10**3, "ribu": 10**3,
    "millions": 10**6, "million": 10**6, "ملايين": 10**6, "الملايين": 10**6, "juta": 10**6,
    "billions": 10**9, "billion": 10**9, "milliards": 10**9, "مليارات": 10**9, "بلايين": 10**9, "miliar": 10**9,
}  # fmt: skip
SCALE_AHEAD = expression(rf"\((?:in |en |dalam |ب)?({'|'.join(SCALES_AHEAD)})\b", re.IGNORECASE)
"""What the head of a table says once for all its figures."""
COMMA = expression(r",([0-9]+)")
PLAIN = expression(r"[\d.,،٫]+")
DECIMALS = 24
"""Characters behind a figure among which its decimals stand."""


def alike(f: Figure, g: Figure, a: Paragraph, b: Paragraph) -> bool:
    """Whether `f` of `a` and `g` of `b`, of different values, may still mean the same."""
    return (
        _read_otherwise(f, g, a, b)
        or share_and_part(f, g)
        or _part_and_rank(f, g)
        or _shared_scale(f, g, a, b)
        or _year_cut_short(f, g)
        or _decade(f, g, a, b)
        or _half_apart(f, g, a, b)
        or hours_alike(f, g, a, b)
        or _by_dots(f, g, a, b)
        or _lettered(f, g, a, b)
        or _headed(f, g, a, b)
        or _often(f, g, a, b)
        or _month_and_day(f, g, a, b)
        or _by_the_clock(f, g, a, b)
        or _by_the_hundredth(f, g, a, b)
        or _one_amount(f, g, a, b)
        or _and_one(f, g, a, b)
    )


def whole(figures: Sequence[Figure], text: str) -> bool:
    """Whether the words were read to their ends: nothing is joined to them that was left unread."""
    return not any(
        f.kind != "digits"
        and (JOINED_BEFORE.search(text[max(0, f.start - 16) : f.start]) or JOINED_AFTER.match(text, f.end))
        for f in figures
    )


def _read_otherwise(f: Figure, g: Figure, a: Paragraph, b: Paragraph) -> bool:
    """1.250 and 1 250, where the print leaves it open."""
    if f.unit != g.unit and (f.unit or "%") not in MONEY and (g.unit or "%") not in MONEY:
        return False
    if f.text == g.text and f.kind == g.kind == "digits":
        return True  # "1,12" in an English version
    for one, other, paragraph in ((f, g, a), (g, f, b)):
        body = PLAIN.match(digits(one.text))
        language = paragraph.place.language or ""
        plain = body[0].rstrip(".,،") if body else ""
        rest = COMMA.match(digits(paragraph.text[one.end : one.end + DECIMALS])) if language == "en" else None
        if rest and f"{one.value}.{rest[1]}" == other.value:
            return True  # 273,16 in an English version
        if not plain:
            continue
        value = normal(plain, language)
        again = other_reading(plain, value, language)
        if not again:
            continue
        if one.value == again or fraction_of(one.value) in (Fraction(again) * s for s in MILLIONS):
            value, again = again, value  # the decimals were what was read: "3,654 millions"
        if Fraction(again) * fraction_of(one.value) == Fraction(value) * fraction_of(other.value):
            return True
    return False


def share_and_part(f: Figure, g: Figure) -> bool:
    """50 % and a half; 10 % and a tenth."""
    return any(
        (
            SHARES.get(one.value) in (other.value, f"1/{other.value}" if _ranks(other) else "")
            and (one.unit == "%" or one.value.startswith("0."))
        )
        or (one.unit == "%" and "/" in other.value and fraction_of(one.value) == 100 * fraction_of(other.value))
        for one, other in ((f, g), (g, f))
    )


def share_in_words(f: Figure, g: Figure, a: Paragraph, b: Paragraph) -> bool:
    """Whether one is a share and the other's version says so elsewhere in its words: the percentage rose from 41 to 57."""
    return any(
        one.unit in SHARED and not other.unit and SHARED[one.unit].search(there.text) is not None
        for one, other, there in ((f, g, b), (g, f, a))
    )


def _ranks(figure: Figure) -> bool:
    """A tenth: in Arabic the part is written like the number."""
    return figure.kind == "ordinal" or figure.text in TENTHS


def _part_and_rank(f: Figure, g: Figure) -> bool:
    """A third: ثلث."""
    return any(one.kind == "ordinal" and other.value == f"1/{one.value}" for one, other in ((f, g), (g, f)))


def _shared_scale(f: Figure, g: Figure, a: Paragraph, b: Paragraph) -> bool:
    """ "From 5 to 10 million": the first of them is millions too."""
    for one, other, paragraph in ((f, g, a), (g, f, b)):
        scale = next((s for s in SCALES if _times(one.value, s) == other.value), 0) if one.unit not in SHARED else 0
        if scale and any(scale_of(x, paragraph) == scale for x in _led_on_to(one, paragraph)):
            return True
        if scale and (joint := OF_ANOTHER_BEFORE.search(paragraph.text[max(0, one.start - 40) : one.start])):
            before = next((x for x in reversed(paragraph.figures) if x.end <= one.start), None)
            if before and one.start - before.end <= len(joint[0]) and scale_of(before, paragraph) == scale:
                return True
    return False


def _led_on_to(figure: Figure, paragraph: Paragraph) -> Iterator[Figure]:
    """The figures of the list that goes on behind one: 1 800, 370 et 250 millions."""
    text, end = paragraph.text, figure.end
    for after in paragraph.figures:
        if after.start >= end:
            between = text[end : after.start]
            joint = TO_ANOTHER.match(between) or OF_ANOTHER.match(between)
            if not (joint and len(between) - joint.end() <= 2) and not COMMAS.fullmatch(between):
                return
            yield after
            end = after.end


def scale_of(figure: Figure, paragraph: Paragraph) -> int:
    """The scale in words that a figure was multiplied with; 0 for none."""
    body = PLAIN.match(digits(figure.text))
    if body is None:
        return scales(paragraph.place.language or "en").get(fold(figure.text.split()[-1]), 0)
    value = fraction_of(normal(body[0].rstrip(".,،"), paragraph.place.language or ""))
    return int(fraction_of(figure.value) / value) if value else 0


def _times(value: str, scale: int) -> str:
    """
    >>> _times("5", 10**6), _times("16.6", 10**9), _times("10:30", 10)
    ('5000000', '16600000000', '')
    """
    return scaled(value, scale) if value.replace(".", "", 1).isdigit() else ""


def _year_cut_short(f: Figure, g: Figure) -> bool:
    """2015–16, the nineties."""
    for one, other in ((f, g), (g, f)):
        year, short = one.value, other.value
        if len(year) == 4 and len(short) == 2 and year.isdigit() and year[0] in "12" and year.endswith(short):
            return True
    return False


def _decade(f: Figure, g: Figure, a: Paragraph, b: Paragraph) -> bool:
    """The 1990s: تسعينيات القرن العشرين, the nineties of the twentieth century; the 1800s: le XIXe siècle."""
    for one, other, paragraph in ((f, g, b), (g, f, a)):
        year, rank = one.value, other.value
        if year == "2000" and rank == "3" and MILLENNIUM.search(paragraph.text):
            return True
        if len(year) == 2 and year.endswith("0") and rank == "20":
            year = f"19{year}"  # les années 60
        if len(year) == 4 and year.isdigit() and year.endswith("0") and rank == str(int(year[:2]) + 1):
            near = digits(paragraph.text[max(0, other.start - 40) : other.end + 20])
            tens = next((n for word, n in DECADES.items() if word in near), int(year[2]))
            return bool(CENTURY.search(near)) and tens == int(year[2])
    return False


def _half_apart(f: Figure, g: Figure, a: Paragraph, b: Paragraph) -> bool:
    """Three and a half years: ثلاث سنوات ونصف."""
    for one, other, paragraph in ((f, g, b), (g, f, a)):
        near = paragraph.text[other.end : other.end + 30]
        if one.value.endswith(".5") and one.value[:-2] == other.value and HALF.search(near):
            return True
        scale = next((s for s in (10**9, 10**6, 10**3) if one.value.endswith("5" + "0" * (len(str(s)) - 2))), 0)
        if scale and other.value.isdigit() and one.value == str(int(other.value) + scale // 2) and HALF.search(near):
            return True
    return False


def _month_and_day(f: Figure, g: Figure, a: Paragraph, b: Paragraph) -> bool:
    """9/11: le 11-Septembre."""
    for one, other, paragraph in ((f, g, b), (g, f, a)):
        month, slash, day = one.value.partition("/")
        if slash and day == other.value and month.isdigit():
            language, text = paragraph.place.language or "", paragraph.text.replace("-", " ")
            words = calendar_words(text.lower() if language == "fr" else text, language)
            return any(
                w.kind == "gregorian" and w.number == int(month) and 0 <= w.start - other.end <= len(" من ")
                for w in words
            )
    return False


def _by_the_clock(f: Figure, g: Figure, a: Paragraph, b: Paragraph) -> bool:
    """Half past four: setengah lima; twenty to nine: التاسعة إلا ثلثا."""
    for one, other, paragraph in ((f, g, b), (g, f, a)):
        if one.value in ("20", "40") and other.text in ("ثلثا", "ثلث", "الثلث"):
            return True
        half = paragraph.place.language == "id" and paragraph.text[: other.start].endswith("setengah ")
        if (
            half
            and one.value.removesuffix(".5").isdigit()
            and int(one.value.removesuffix(".5")) % 12 + 1 == fraction_of(other.value)
        ):
            return True
    return False


def _by_the_hundredth(f: Figure, g: Figure, a: Paragraph, b: Paragraph) -> bool:
    """25 basis points: 0.25 point."""
    return any(
        fraction_of(one.value) == 100 * fraction_of(other.value) and BASIS.match(paragraph.text, one.end)
        for one, other, paragraph in ((f, g, a), (g, f, b))
    )


def _lettered(f: Figure, g: Figure, a: Paragraph, b: Paragraph) -> bool:
    """$12bn, £3m, 500k, Rp 3 T: a letter behind a figure is its scale where the other version says so."""
    one, other = (fraction_of(x.value) * _letter(x, p) for x, p in ((f, a), (g, b)))
    return one == other != 0


def _by_dots(f: Figure, g: Figure, a: Paragraph, b: Paragraph) -> bool:
    """8.38: 8 h 38; 2.30–6 p.m.: 14 h 30."""
    for one, other, paragraph in ((f, g, b), (g, f, a)):
        hour, colon, minutes = one.value.partition(":")
        if colon and HOUR_BY_DOTS.fullmatch(digits(other.text)):
            evening = int(hour) > 12 and AFTER_NOON.match(paragraph.text, other.end)
            return digits(other.text).lstrip("0") in (
                f"{hour}.{minutes}",
                f"{int(hour) - 12}.{minutes}" if evening else "",
            )
    return False


def _headed(f: Figure, g: Figure, a: Paragraph, b: Paragraph) -> bool:
    """Population (millions): 45.6, and 45.6 million inhabitants."""
    for one, other, paragraph in ((f, g, a), (g, f, b)):
        low = fraction_of(one.value)
        scale = next((s for s in SCALES if low and low * s == fraction_of(other.value)), 0)
        if scale and (head := SCALE_AHEAD.search(paragraph.text, 0, one.start)):
            return SCALES_AHEAD[head[1].casefold()] == scale
    return False


def _letter(figure: Figure, paragraph: Paragraph) -> int:
    letter = (LETTER if figure.kind == "digits" else GRAND).match(paragraph.text, figure.end)
    if letter is None:
        return 1
    return (LETTERS_ID if paragraph.place.language == "id" else LETTERS).get(letter[1].casefold(), 1)


def _often(f: Figure, g: Figure, a: Paragraph, b: Paragraph) -> bool:
    """A hundred times: mille fois."""
    return all(x.kind == "words" and x.value in OFTEN and TIMES.match(p.text, x.end) for x, p in ((f, a), (g, b)))


def _and_one(f: Figure, g: Figure, a: Paragraph, b: Paragraph) -> bool:
    """A hundred and one students: مائة طالب وطالب واحد."""
    return any(
        one.value.endswith("01") and other.value == f"{one.value[:-1]}0" and AND_ONE.match(paragraph.text, other.end)
        for one, other, paragraph in ((f, g, b), (g, f, a))
    )


def _one_amount(f: Figure, g: Figure, a: Paragraph, b: Paragraph) -> bool:
    """Two weeks and fourteen days: both count time, in different units."""
    if not (f.value.isdigit() and g.value.isdigit()) or "ordinal" in (f.kind, g.kind):
        return False
    low, high = sorted((int(f.value), int(g.value)))
    if low < 1 or not ((high % low == 0 and high // low in FACTORS) or (low, high) in HALVES):
        return False
    one = counted(a.text, a.place.language or "", f.start, f.end)
    other = counted(b.text, b.place.language or "", g.start, g.end)
    return one[1] == other[1] == "time" and one[0] != other[0]
