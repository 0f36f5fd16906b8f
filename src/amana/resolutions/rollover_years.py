"""Years that stand alone in a text that is rolled over: the budget of which year, the plan of which two."""

from __future__ import annotations

from collections.abc import Iterator

from amana.resolutions.paragraphs import Paragraph
from amana.resolutions.rollover_marks import Errand, Mark, flagged
from amana.values.days import Span
from amana.values.expressions import expression

YEAR = expression(
    r"(?<![0-9٠-٩A-Za-z/.,٬٫_-])(?P<first>\d{4})"
    r"(?:\s?[-–/]\s?(?P<last>\d{4}|\d\d(?!\d)))?"
    r"(?P<hijri>\s?(?:هـ?|AH|A\.H\.|H)(?![\w]))?م?(?!\w|[-–/]\s?\w|[.,٬٫]\d)"
)
SEVERAL = 1
"""More years than the two of a biennium are the name of a plan: "the Programme of Action 2016-2025"."""


def years_alone(paragraph: Paragraph, errand: Errand, *, recital: bool) -> Iterator[Mark]:
    """A year about that of last year's session, alone or with the next one, that belongs to no day and no symbol.

    In a recital those before it are history, and stay unmarked. Nothing is changed: which year is meant now only the
    drafter knows.
    """
    common, lunar = _year(errand.past.days), _year(errand.past.hijri)
    taken = [*((day.start, day.end) for day in paragraph.days), *((c.start, c.end) for c in paragraph.citations)]
    for found in YEAR.finditer(paragraph.text):
        start, end = found.span()
        this = lunar if found["hijri"] else common
        if not this or any(one < end and start < other for one, other in taken):
            continue
        first = int(found["first"])
        last = _last(first, found["last"])
        if first <= last <= first + SEVERAL and this - (0 if recital else 1) <= last and first <= this + 1:
            yield flagged(start, end, "rollover-year", paragraph.text)


def _year(days: Span | None) -> int:
    """The year in which a session ended; 0 where none is stated."""
    return days.end.numbers[0] if days is not None and days.end.numbers else 0


def _last(first: int, said: str | None) -> int:
    """The second of two years: "2025-2026", "2025/26"."""
    return first if not said else int(said) if len(said) == 4 else first // 100 * 100 + int(said)
