"""Two figures of one paragraph that changed places: 5 reports of 12 members, and 12 reports of 5 members.

The figures are the same in both versions, so that only what they count, or the order of a range, can tell. Where two
figures count nothing that is known, a list of four or more in which all others keep their order tells as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from amana.resolutions.paragraphs import Figure, Paragraph
from amana.values.folding import digits
from amana.values.numbers_said import counted
from amana.values.numbers_units import MONEY
from amana.values.problems import Severity

RUN = re.compile(r"\d+")
ENOUGH = 4
"""So many figures in the same order but for two: then these two changed places, whatever words stand near them."""
VOTES = frozenset({"vote", "abstention"})
SHARES = frozenset({"%", "‰", *MONEY})
RANGE = re.compile(
    r"\s*(?:[^\s\d]{1,12}\s)?(?:-|–|—|to|and|à|au|et|إلى|الى|حتى|و|hingga|sampai|dan)\s*(?:the\s|les?\s)?",
    re.IGNORECASE,
)
PARTITIVE = re.compile(
    r"\b(?:of|out of|among|sur|parmi|d'entre|dari|di antara|compared|against|par rapport|contre|dibanding\w*"
    r"|مقارنة|مقابل)\b|من (?:أصل|بين|مجموع|جملة)|من ال",
    re.IGNORECASE,
)
"""Words by which a part and its whole, or two years, may change places in translation: "12 of 45", "sur 45, 12"."""
YEAR = re.compile(r"(?:1[89]|20)\d\d")


class Swap(NamedTuple):
    """The two figures on each side, and how sure it is that they changed places."""

    left: list[Figure]
    right: list[Figure]
    severity: Severity


def swapped(a: Paragraph, b: Paragraph, one: str, other: str) -> Swap | None:
    """The two figures of `a` and of `b` that changed places; None where that is not sure.

    `one` and `other` are the languages of the two.
    """
    mine, there = _once(a), _once(b)
    common = [v for v in mine if v in there]
    if len(common) < 2:
        return None
    here = {v: _unit(a, one, mine[v]) for v in common}
    yonder = {v: _unit(b, other, there[v]) for v in common}
    for place, v in enumerate(common):
        for w in common[place + 1 :]:
            if _counts_changed(here, yonder, v, w):
                return Swap([mine[v], mine[w]], [there[v], there[w]], "error")
    order = sorted(common, key=lambda v: there[v].start)
    changed = [k for k, (v, w) in enumerate(zip(common, order, strict=True)) if v != w]
    if len(changed) != 2:
        return None
    v, w = common[changed[0]], common[changed[1]]
    if _is_range(a, mine[v], mine[w]) and _is_range(b, there[w], there[v]):
        return Swap([mine[v], mine[w]], [there[v], there[w]], "error")
    apart = here[v] != here[w] and yonder[v] != yonder[w]
    if apart and any(here[x] and here[x] == yonder[x] and here[x] not in SHARES for x in (v, w)):
        return None
    if _nature(mine[v], here[v]) != _nature(mine[w], here[w]):
        return None
    votes = not VOTES.isdisjoint((here[v], here[w], yonder[v], yonder[w]))
    if len(common) < ENOUGH and not votes and (_part_of(a, mine[v], mine[w]) or _part_of(b, there[w], there[v])):
        return None
    return Swap([mine[v], mine[w]], [there[v], there[w]], "warning")


def _nature(figure: Figure, unit: str) -> str:
    """What two figures must share to stand in the same order in every language: years, shares, money, plain counts."""
    return figure.unit or ("year" if YEAR.fullmatch(figure.value) else "")


def _part_of(paragraph: Paragraph, first: Figure, second: Figure) -> bool:
    """Whether words stand near them that let a part and its whole change places."""
    return bool(PARTITIVE.search(paragraph.text[max(0, first.start - 12) : second.end + 12]))


def _once(paragraph: Paragraph) -> dict[str, Figure]:
    """The figures by value, in order, of values that stand there once; without ranks, that stand before or behind."""
    out: dict[str, Figure] = {}
    twice = set()
    for figure in paragraph.figures:
        if figure.kind == "ordinal":
            continue
        if figure.value in out:
            twice.add(figure.value)
        out[figure.value] = figure
    return {value: figure for value, figure in out.items() if value not in twice}


def _counts_changed(here: dict[str, str], yonder: dict[str, str], v: str, w: str) -> bool:
    """What the first counts here the second counts there; and the other way round, or the other counts what is unknown."""
    crossed = (here[v] and here[v] == yonder[w], here[w] and here[w] == yonder[v])
    if here[v] == here[w] or yonder[v] == yonder[w] or here[v] == yonder[v] or here[w] == yonder[w]:
        return False
    if all(crossed):
        return True
    if not any(crossed):
        return False
    unit = here[v] if crossed[0] else here[w]
    if unit == "year-of" and bool(YEAR.fullmatch(v)) == bool(YEAR.fullmatch(w)):
        return False
    return [*here.values()].count(unit) == [*yonder.values()].count(unit) == 1


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
