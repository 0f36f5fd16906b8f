"""Two figures of one paragraph that changed places: 5 reports of 12 members, and 12 reports of 5 members.

The figures are the same in both versions, so that only what they count, or the order of a range, can tell. Where two
figures count nothing that is known, a list of four or more in which all others keep their order tells as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from amana.resolutions.paragraphs import Figure, Paragraph
from amana.values.folding import digits
from amana.values.numbers_said import counted

RUN = re.compile(r"\d+")
RANGE = re.compile(
    r"\s*(?:[^\s\d]{1,12}\s)?(?:-|–|—|to|and|à|au|et|إلى|الى|حتى|و|hingga|sampai|dan)\s*(?:the\s|les?\s)?",
    re.IGNORECASE,
)
ENOUGH = 4
"""So many figures in the same order but for two neighbours: then these two changed places."""

Pair = tuple[list[Figure], list[Figure]]


def swapped(a: Paragraph, b: Paragraph, one: str, other: str) -> Pair | None:
    """The two figures of `a` and of `b` that changed places; None where that is not sure.

    `one` and `other` are the languages of the two.
    """
    mine, there = _once(a), _once(b)
    common = [v for v in mine if v in there]
    if len(common) < 2:
        return None
    order = sorted(common, key=lambda v: there[v].start)
    for place, v in enumerate(common):
        for w in common[place + 1 :]:
            if _counts_changed(a, b, one, other, (mine[v], mine[w]), (there[v], there[w])):
                return [mine[v], mine[w]], [there[v], there[w]]
    if order == common:
        return None
    changed = [k for k, (v, w) in enumerate(zip(common, order, strict=True)) if v != w]
    if len(changed) != 2 or changed[1] != changed[0] + 1:
        return None
    v, w = common[changed[0]], common[changed[1]]
    if _is_range(a, mine[v], mine[w]) and _is_range(b, there[w], there[v]):
        return [mine[v], mine[w]], [there[v], there[w]]
    if len(common) >= ENOUGH and len(a.figures) == len(b.figures) == len(common):
        return [mine[v], mine[w]], [there[v], there[w]]
    return None


def _once(paragraph: Paragraph) -> dict[str, Figure]:
    """The figures by value, in order, of values that stand there once."""
    out: dict[str, Figure] = {}
    twice = set()
    for figure in paragraph.figures:
        if figure.value in out:
            twice.add(figure.value)
        out[figure.value] = figure
    return {value: figure for value, figure in out.items() if value not in twice}


def _counts_changed(
    a: Paragraph, b: Paragraph, one: str, other: str, mine: tuple[Figure, Figure], there: tuple[Figure, Figure]
) -> bool:
    """What the first counts here the second counts there, and the other way round."""
    here = _unit(a, one, mine[0]), _unit(a, one, mine[1])
    if not all(here) or here[0] == here[1]:
        return False
    return here == (_unit(b, other, there[1]), _unit(b, other, there[0]))


def _unit(paragraph: Paragraph, language: str, figure: Figure) -> str:
    return figure.unit or counted(paragraph.text, language, figure.start, figure.end)[0]


def _is_range(paragraph: Paragraph, first: Figure, second: Figure) -> bool:
    return bool(RANGE.fullmatch(paragraph.text[first.end : second.start]))


def periods_apart(a: Paragraph, b: Paragraph) -> Sequence[Figure]:
    """The periods that two versions set in the same unit: one month, that no figure holds, and two; () if alike."""
    mine, other = _period(a), _period(b)
    if mine is None or other is None or mine.unit != other.unit or mine.value == other.value:
        return ()
    if "1" not in (mine.value, other.value) or _has(a, other.value) or _has(b, mine.value):
        return ()
    return mine, other


def _period(paragraph: Paragraph) -> Figure | None:
    deadline = paragraph.deadline
    begin = paragraph.text.find(deadline.text) if deadline and deadline.kind == "period" and deadline.period else -1
    if deadline is None or begin < 0:
        return None
    return Figure(deadline.text, begin, begin + len(deadline.text), deadline.period[1:-1], "words", deadline.period[-1])


def _has(paragraph: Paragraph, value: str) -> bool:
    return any(f.value == value for f in paragraph.figures) or value in RUN.findall(digits(paragraph.text))
