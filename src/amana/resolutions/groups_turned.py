"""Figures of an Arabic text that holds their groups of three from the right, so that they show in their order: 200 3 for 3 200.

Only another version tells that the groups are one number; where the first is 000 the reader of numbers knows it.
"""

from __future__ import annotations

import re
from copy import copy

from amana.resolutions.paragraphs import Figure, Paragraph
from amana.values.expressions import expression
from amana.values.folding import digits

GROUPS = expression(r"\d{1,3}(?=(?:\d{3})*$)")
SPACES = str.maketrans("\u00a0\u202f\u2009", "   ")
GROUPED = 4
"""So many digits has the least number that is grouped."""


def with_groups_joined(arabic: Paragraph, other: Paragraph) -> Paragraph:
    """An Arabic paragraph with one figure for the groups that are a number of the other version; another as it is."""
    if arabic.place.language != "ar":
        return arabic
    own = {f.value for f in arabic.figures}
    figures, text = list(arabic.figures), ""
    for figure in other.figures:
        number, _, decimals = figure.value.partition(".")
        if figure.kind == "ordinal" or figure.value in own or len(number) < GROUPED or not number.isdigit():
            continue
        text = text or digits(arabic.text).translate(SPACES)
        if span := _turned(number, decimals, text):
            figures = _joined(figures, *span, figure.value, arabic.text)
    if len(figures) == len(arabic.figures):
        return arabic
    joined = copy(arabic)
    object.__setattr__(joined, "figures", tuple(figures))
    return joined


def _turned(number: str, decimals: str, text: str) -> tuple[int, int] | None:
    """Where the groups of a number stand from the right; its decimals stand with the first: 678.50 345 2."""
    first, *rest = reversed(GROUPS.findall(number))
    groups = " ".join(rest)
    if f" {groups}" not in text:
        return None
    tail = rf"[.,٫]{decimals}0*" if decimals else ""
    found = re.search(rf"(?<!\d){first}{tail} {groups}(?![.,٫]?\d)", text)
    return found.span() if found else None


def _joined(figures: list[Figure], start: int, end: int, value: str, text: str) -> list[Figure]:
    within = [f for f in figures if start <= f.start < end]
    if not within or within[0].start != start:
        return figures
    end = max(end, within[-1].end)
    whole = Figure(text[start:end], start, end, value, "digits", within[-1].unit)
    return [*(f for f in figures if f.start < start), whole, *(f for f in figures if f.start >= end)]
