"""The numbers of a paragraph that count something: neither days nor parts of a citation."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from amana.resolutions.languages import LANGUAGES
from amana.resolutions.paragraphs import Citation, Figure
from amana.values.days import StatedDays
from amana.values.numbers import find_numbers


def figures_of(
    text: str, language: str, days: Sequence[StatedDays], citations: Sequence[Citation]
) -> tuple[Figure, ...]:
    """The figures of a paragraph in order, in digits and in words; `unit` is a share or money where one stands there.

    >>> [(f.value, f.unit) for f in figures_of("14 storms, fewer than 40 per cent warned in 1,500 places", "en", (), ())]
    [('14', ''), ('40', '%'), ('1500', '')]
    >>> [(f.value, f.unit) for f in figures_of("5,5 millions de dollars et trois fonds", "fr", (), ())]
    [('5500000', 'USD'), ('3', '')]
    """
    if language not in LANGUAGES:
        return ()
    masked = tuple(sorted([*((d.start, d.end) for d in days), *((c.start, c.end) for c in citations)]))
    return find_numbers(text, language, masked)


def fraction_of(value: str) -> Fraction:
    """The value of a figure to reckon with; 0 where it is no number: an hour, a part of a part.

    >>> fraction_of("2.5"), fraction_of("3/4"), fraction_of("10:30")
    (Fraction(5, 2), Fraction(3, 4), Fraction(0, 1))
    """
    try:
        return Fraction(value)
    except (ValueError, ZeroDivisionError):
        return Fraction(0)
