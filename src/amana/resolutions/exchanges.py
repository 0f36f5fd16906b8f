"""Numbers in words or ranks that stand in one version where the other has another: fifty-first, cinquante-deuxième.

A number may be said without being written: a dual, "both", "quinze jours" for two weeks, "a century". So one that only
one version has is never told; only one on either side, of one kind, in a row where all others of that kind agree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from amana.resolutions.paragraphs import Figure, Paragraph
from amana.values.folding import digits

RUN = re.compile(r"\d+")
FACTORS = frozenset({7, 12, 24, 30, 52, 60, 100, 1000, 10**6, 10**9})
"""Days of a week or month, months of a year, hours of a day, hundreds to milliards: one amount in two units."""
HALVES = frozenset({(2, 15), (7, 8), (4, 30), (3, 90), (6, 180), (12, 365), (8, 60)})
"""Two weeks are fifteen days in French, a week is eight; months are counted in days and weeks."""
JOINED_BEFORE = re.compile(r"(?:-|(?<!\w)و|\b(?:hundred|thousand|million|cent|mille)s?(?: and| et)?\s)$", re.IGNORECASE)
JOINED_AFTER = re.compile(r"-|\s(?:and a half|et demie?|و ?(?:ال)?نصف)\b", re.IGNORECASE)
"""What goes on a number where its reader stopped: "fifty-", "two and a half"."""


def exchanged(a: Paragraph, b: Paragraph) -> list[Figure]:
    """The figures of `a` that have another in their place in `b`; [] where that is not sure."""
    if all(f.kind == "digits" for f in (*a.figures, *b.figures)):
        return _period_apart(a, b)
    out: list[Figure] = []
    for ranks in (False, True):
        left, right = _of_kind(a, b, ranks), _of_kind(b, a, ranks)
        values = {f.value for f in left}, {f.value for f in right}
        if len(values[0]) != 1 or len(values[1]) != 1 or all(f.kind == "digits" for f in (*left, *right)):
            continue
        if ranks or not _one_amount(*(int(next(iter(v))) for v in values)):
            out.extend(left if _whole(left, a.text) and _whole(right, b.text) else [])
    return out or _period_apart(a, b)


def _period_apart(a: Paragraph, b: Paragraph) -> list[Figure]:
    """The period that `a` sets where `b` sets another in the same unit: one month, that no figure holds, and two."""
    mine, other = _period(a), _period(b)
    if mine is None or other is None or mine.unit != other.unit or mine.value == other.value:
        return []
    values = {mine.value, other.value}
    return [mine] if "1" in values and not (_has(a, other.value) or _has(b, mine.value)) else []


def _period(paragraph: Paragraph) -> Figure | None:
    deadline = paragraph.deadline
    begin = paragraph.text.find(deadline.text) if deadline and deadline.kind == "period" and deadline.period else -1
    if deadline is None or begin < 0:
        return None
    return Figure(deadline.text, begin, begin + len(deadline.text), deadline.period[1:-1], "words", deadline.period[-1])


def _has(paragraph: Paragraph, value: str) -> bool:
    return any(f.value == value for f in paragraph.figures) or value in RUN.findall(digits(paragraph.text))


def _of_kind(a: Paragraph, b: Paragraph, ranks: bool) -> list[Figure]:
    """Ranks, or numbers that count, of `a` whose value `b` has nowhere: in no figure, nor in any of its digits."""
    there = {f.value for f in b.figures} | set(RUN.findall(digits(b.text)))
    return [f for f in a.figures if f.value not in there and f.value.isdigit() and (f.kind == "ordinal") == ranks]


def _one_amount(one: int, other: int) -> bool:
    """
    >>> _one_amount(2, 14), _one_amount(6, 7), _one_amount(15, 2)
    (True, False, True)
    """
    low, high = sorted((one, other))
    return low < 2 or (high % low == 0 and high // low in FACTORS) or (low, high) in HALVES


def _whole(figures: Sequence[Figure], text: str) -> bool:
    """Whether the words were read to their ends: nothing is joined to them that was left unread."""
    return not any(
        JOINED_BEFORE.search(text[max(0, f.start - 16) : f.start]) or JOINED_AFTER.match(text, f.end) for f in figures
    )
