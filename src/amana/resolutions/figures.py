"""The numbers of a paragraph that count something: neither days nor parts of a citation."""

from __future__ import annotations

from collections.abc import Sequence

from amana.resolutions.paragraphs import Citation, Figure
from amana.values.days import StatedDays
from amana.values.numbers import find_numbers

LANGUAGES = frozenset({"ar", "en", "fr"})


def figures_of(
    text: str, language: str, days: Sequence[StatedDays], citations: Sequence[Citation]
) -> tuple[Figure, ...]:
    """The figures of a paragraph in order, in digits and in words.

    >>> [(f.value, f.unit) for f in figures_of("14 storms, fewer than 40 per cent warned in 1,500 places", "en", (), ())]
    [('14', ''), ('40', '%'), ('1500', '')]
    """
    if language not in LANGUAGES:
        return ()
    masked = tuple(sorted([*((d.start, d.end) for d in days), *((c.start, c.end) for c in citations)]))
    return tuple(
        Figure(n.text, n.start, n.end, n.value, n.kind, "%" if n.percent else "")
        for n in find_numbers(text, language, masked)
    )
