"""The numbers of a paragraph that count something: neither days nor parts of a citation."""

from __future__ import annotations

from collections.abc import Sequence

from amana.resolutions.paragraphs import Citation, Figure
from amana.values.days import StatedDays
from amana.values.numbers import find_numbers

LANGUAGES = frozenset({"ar", "en", "fr", "id"})


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
    return tuple(Figure(n.text, n.start, n.end, n.value, n.kind, n.unit) for n in find_numbers(text, language, masked))
