"""Days that one version states and another only names in short: 9/11, mai 68, the twelfth day of August."""

from __future__ import annotations

from amana.resolutions.paragraphs import Figure, Paragraph
from amana.values.days import Span, StatedDays
from amana.values.expressions import expression
from amana.values.months import calendar_words

MONTH_AND_DAY = expression(r"(\d{1,2})/(\d{1,2})")
YEAR_END = expression(r"\d\d?")
CUT_SHORT = expression(r"\.?\s?['’‘]?(\d\d)(?!\d)")


def known_day(figure: Figure, paragraph: Paragraph, other: Paragraph) -> bool:
    """9/11, mai 68: a month and a day, or the end of a year behind its month, that the other version states as a day."""
    if not other.days:
        return False
    if pair := MONTH_AND_DAY.fullmatch(figure.value):
        days = {f"-{int(x):02d}-{int(y):02d}" for x, y in ((pair[1], pair[2]), (pair[2], pair[1]))}
        return any(f"{d.gregorian or d.yearless}".endswith(tuple(days)) for d in other.days)
    if figure.kind == "ordinal":  # the twelfth day of August nineteen hundred and forty-nine
        return any(named_day(d, figure, paragraph) for d in other.days)
    return YEAR_END.fullmatch(figure.value) is not None and any(
        d.gregorian is not None and year_cut_short(d.gregorian, paragraph) for d in other.days
    )


def named_day(stated: StatedDays, rank: Figure, paragraph: Paragraph) -> bool:
    """Whether a rank is the day of a stated day, and its month stands in the same paragraph."""
    month, day = (
        stated.gregorian.start.numbers[1:3] if stated.gregorian and len(stated.gregorian.start.numbers) == 3 else (0, 0)
    )
    kinds = {"gregorian"}
    if stated.yearless and "/" not in stated.yearless:  # in either calendar: 27 Ramadan
        month, day, kinds = int(stated.yearless[2:4]), int(stated.yearless[5:]), {"gregorian", "hijri"}
    return rank.value == str(day) and any(
        w.kind in kinds and w.number == month for w in calendar_words(paragraph.text, paragraph.place.language or "")
    )


def year_cut_short(days: Span, paragraph: Paragraph) -> bool:
    """Whether a paragraph names a month of a year with the two last digits of the year behind: mai 68, Oct. '73."""
    year, month, *_ = *days.start.numbers, 0, 0  # no numbers: one day of a set, in '1 August, 2 May or 12 April 2010'
    return any(
        w.kind == "gregorian"
        and w.number == month
        and (cut := CUT_SHORT.match(paragraph.text, w.end))
        and int(cut[1]) == year % 100
        for w in calendar_words(paragraph.text, paragraph.place.language or "")
    )
