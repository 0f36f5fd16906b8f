"""Damage to numbers: Arabic-Indic digits written backwards, and numbers that a machine translation shifted and lost.

Digits are turned only where a year of the file is impossible as it stands and right when turned, something else in it
says the same (another year, a day that no month has, a number that begins with noughts), and no year is right as it stands. What a machine translation lost is never written anew: a parallel text must say it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from amana.values.expressions import expression
from amana.values.problems import Fact, Place, Problem

Digits = Literal["upright", "doubtful", "reversed", "mirrored"]
"""Reversed: each number for itself; mirrored: with the strokes between them, so that days begin with their year."""

RUN = expression("[٠-٩]{2,}")
YEAR = expression(
    r"(?:(?:عام|سنة|لعام|لسنة|بعام|وعام|محرم|صفر|ربيع (?:الأول|الآخر|الثاني)|جمادى (?:الأولى|الآخرة|الثانية)|رجب|شعبان|رمضان|"
    r"شوال|ذو القعدة|ذي القعدة|ذو الحجة|ذي الحجة|يناير|فبراير|مارس|[أا]بريل|مايو|يونيو|يونيه|يوليو|يوليه|[أا]غسطس|سبتمبر|[أا]كتوبر|"
    r"نوفمبر|ديسمبر)\s*\(?|[/\-])([٠-٩]{4})(?![٠-٩])|(?<![٠-٩])([٠-٩]{4})\s?(?:م|هـ|ه)(?![\u0621-\u064a])"
    r"|(?<![٠-٩/])([٠-٩]{4})(?=/[٠-٩]{1,2}/[٠-٩]{1,2}(?![٠-٩/]))"
)
"""Four digits that are meant as a year: after a month or "the year", at an end of a date, before the sign of an era."""

DAY = expression(
    r"(?<![٠-٩/.,٫٬-])([٠-٩]{2}) (?:يناير|فبراير|مارس|[أا]بريل|مايو|يونيو|يونيه|يوليو|يوليه|[أا]غسطس|سبتمبر|[أا]كتوبر|نوفمبر|ديسمبر|محرم|صفر|رجب|شعبان|رمضان|شوال)(?![\u0621-\u064a])"
)
NOUGHTS = expression("(?<![٠-٩/.,٫٬-])٠٠[٠-٩][,٬][٠-٩]{1,3}(?![٠-٩])")
"""A number that begins with noughts before its thousands: "٠٠٠,٠٥٢"."""
GROUPED = expression("[٠-٩]+(?:[,٬.٫/][٠-٩]+)*")
DATED = expression("[٠-٩]{1,3}(?:/[٠-٩]{1,2})?/[٠-٩]{4}")
"""A day, or the number of an act, with its year behind it."""
YEAR_FIRST = expression("(?<![٠-٩/])([٠-٩]{4})/[٠-٩]{1,2}(?![٠-٩])")
YEAR_LAST = expression("(?<![٠-٩])[٠-٩]{1,2}/([٠-٩]{4})(?![٠-٩/])")
PAIR = expression("[٠-٩]{1,4}(?:/[٠-٩]{1,4})+")
THOUSANDS = expression("[١-٩][٠-٩]{0,2}(?:[,٬][٠-٩]{3})+(?:[.٫][٠-٩]+)?")

LOST = expression(r"X ?NUMX")
NUMBER = expression(r"X ?NUMX|\d+(?:[.,٫٬]\d+)*")
SENTENCE = expression(r"(?<=[.!?؟;؛])\s+(?=[^\W\d_])")


def digits_of(text: str) -> Digits:
    """How the Arabic-Indic digits of a file stand.

    >>> digits_of("القرار ٤٤/٢١ في ٤٢٠٢/٥/٠٢ وعام ٩٦٩١"), digits_of("القرار ٤٤/٢١ في ٠٢/٥/٤٢٠٢ وعام ٩٦٩١")
    ('mirrored', 'reversed')
    >>> digits_of("عام ٩٦٩١ وعام ٥٠٠٢"), digits_of("عام ٩٦٩١"), digits_of("عام ٩٦٩١ وعام ٢٠٠٥"), digits_of("عام ١٩٦٩")
    ('reversed', 'doubtful', 'doubtful', 'upright')
    """
    years = _years(text)
    turned = set(filter(_is_backward, years))
    if not turned:
        return "upright"
    standing = any(map(_stands, years))
    # 1002 may be meant, 9691 and 0202 are not
    impossible = any(int(year) > 2100 or int(year) < 1000 for year in turned)
    if not impossible or standing:
        return "doubtful"
    if len(turned) + len(_backward(text)) < 2:
        return "doubtful"
    first, last = (any(_is_backward(year) for year in ends.findall(text)) for ends in (YEAR_FIRST, YEAR_LAST))
    return "mirrored" if first and not last else "reversed"


def years_backwards(text: str) -> frozenset[str]:
    """The years of a text that are none as they stand and years when turned, in western digits and turned; none where another stands upright.

    >>> sorted(years_backwards("في ٠١ يوليو ٧١٠٢")), sorted(years_backwards("عام ٧١٠٢ وعام ٢٠١٨"))
    (['2017'], [])
    """
    years = _years(text)
    if any(map(_stands, years)):
        return frozenset()
    return frozenset(str(int(year[::-1])) for year in filter(_is_backward, years))


def _years(text: str) -> set[str]:
    """What is meant as a year, as printed."""
    return {found[1] or found[2] or found[3] for found in YEAR.finditer(text)}


def _is_backward(year: str) -> bool:
    return not _is_year(year) and _is_year(year[::-1])


def _stands(year: str) -> bool:
    return _is_year(year) and not _is_year(year[::-1])  # 1341 and 1431 may both be meant


def _backward(text: str) -> set[str]:
    """What else stands backwards for sure: a number that begins with noughts, a day that no month has.

    >>> sorted(_backward("٠٠٠,٠٥٢ دولار في ٩٢ مارس و ٣١ مايو"))
    ['٠٠٠,٠٥٢', '٩٢']
    """
    days = {day for day in DAY.findall(text) if int(day) > 31 and 0 < int(day[::-1]) <= 31}
    return days | set(NOUGHTS.findall(text))


def upright(text: str, digits: Digits) -> str:
    """The text with every Arabic-Indic number turned, in a file whose digits are certainly written backwards.

    >>> upright("١٢ رجب عام ٩٦٩١", "reversed"), upright("عام ٩٦٩١", "doubtful")
    ('٢١ رجب عام ١٩٦٩', 'عام ٩٦٩١')
    >>> upright("القرار ٤٤/٢١", "reversed"), upright("القرار ٤٤/٢١", "mirrored")
    ('القرار ٤٤/١٢', 'القرار ١٢/٤٤')
    """
    if digits not in ("reversed", "mirrored"):
        return text
    if digits == "mirrored":
        return GROUPED.sub(lambda m: m[0][::-1] if PAIR.fullmatch(m[0]) else _upright(m[0]), text)
    return GROUPED.sub(lambda found: _upright(found[0]), text)


def _upright(number: str) -> str:
    return number if _is_grouped(number) else _turned(number)


def _is_grouped(number: str) -> bool:
    return THOUSANDS.fullmatch(number) is not None and THOUSANDS.fullmatch(number[::-1]) is None


def _turned(number: str) -> str:
    """A number turned: one in groups of three as a whole, and a day or an act with its year, which stands last; else each run of digits alone.

    >>> _turned("٠٠٠,٠٥٢"), _turned("٩٦٩١"), _turned("٥١.٣٢")
    ('٢٥٠,٠٠٠', '١٩٦٩', '١٥.٢٣')
    >>> _turned("٤٢٠٢/١"), _turned("٧١٠٢/٧/١١"), _turned("١١/٧/٧١٠٢"), _turned("٤٤/٢١")
    ('١/٢٠٢٤', '١١/٧/٢٠١٧', '١١/٧/٢٠١٧', '٤٤/١٢')
    """
    whole = number[::-1]
    if THOUSANDS.fullmatch(whole) or (DATED.fullmatch(whole) and _is_year(whole[-4:])):
        return whole
    return RUN.sub(lambda found: found[0][::-1], number)


def flagged(text: str, digits: Digits) -> bool:
    """Whether a text has a year that would be one only when turned, and whether to turn it is not sure."""
    if digits != "doubtful":
        return False
    return any(map(_is_backward, _years(text)))


def lost(name: str, text: str, place: Place) -> Iterator[Problem]:
    """The sentences whose numbers were shifted to the left, the last one lost ("XNUMX"): what stands, what stood.

    >>> one = next(lost("a", "The 2021st Secretary-General, November XNUMX.", Place("a")))
    >>> one.facts["printed"], one.facts["proposed"]
    (('2021', 'XNUMX'), ('?', '2021'))
    """
    if "NUMX" not in text:
        return
    for start, sentence in _sentences(text):
        numbers = tuple(found[0] for found in NUMBER.finditer(sentence))
        gone = [n for n, one in enumerate(numbers) if LOST.fullmatch(one)]
        if gone:
            last = gone[-1]
            proposed = ("?", *numbers[:last], *numbers[last + 1 :]) if len(gone) == 1 else ("?",) * len(numbers)
            facts: dict[str, Fact] = {"file": name, "sentence": sentence, "printed": numbers, "proposed": proposed}
            yield Problem("intake-numbers-lost", facts, (_at(place, start, start + len(sentence)),), "warning")


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for gap in SENTENCE.finditer(text):
        yield start, text[start : gap.start()]
        start = gap.end()
    yield start, text[start:]


def _at(place: Place, start: int, end: int) -> Place:
    return Place(place.source, place.line, place.block, start, end, place.language)


def _is_year(digits: str) -> bool:
    """A year that a resolution can name, in either calendar: 1300–1500, 1850–2100."""
    year = int(digits)
    return 1300 <= year <= 1500 or 1850 <= year <= 2100
