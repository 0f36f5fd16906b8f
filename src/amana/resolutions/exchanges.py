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
PART = re.compile(r"\b(?:of|out of|among|sur|parmi|des|d'entre|dari|di antara)\b|من ", re.IGNORECASE)
"""Words by which a part and its whole may change places in translation: "12 of 45", "sur 45 écoles, 12"."""
AGAINST = re.compile(
    r"\b(?:compared|against|up from|down from|par rapport|contre|dibanding\w*)\b|مقارنة", re.IGNORECASE
)
"""Words by which two years or shares may."""
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
            crossed = _counts_changed(here, yonder, v, w)
            share = not SHARES.isdisjoint((here[v], here[w], yonder[v], yonder[w]))
            turned = not share and (_may_turn(a, mine[v], mine[w], "") or _may_turn(b, there[w], there[v], ""))
            if crossed == 2 or (crossed and not turned):
                return Swap([mine[v], mine[w]], [there[v], there[w]], "error")
    for nature in dict.fromkeys(_nature(mine[v]) for v in common):
        alike = [v for v in common if _nature(mine[v]) == nature]
        order = sorted(alike, key=lambda v: there[v].start)
        changed = [(v, w) for v, w in zip(alike, order, strict=True) if v != w]
        if len(changed) == 2:
            v, w = changed[0]
            if _is_range(a, mine[v], mine[w]) and _is_range(b, there[w], there[v]):
                return Swap([mine[v], mine[w]], [there[v], there[w]], "error")
            free = len(alike) >= ENOUGH or not VOTES.isdisjoint((here[v], here[w], yonder[v], yonder[w]))
            if not _consistent(here, yonder, v, w) and (
                free or not (_may_turn(a, mine[v], mine[w], nature) or _may_turn(b, there[w], there[v], nature))
            ):
                return Swap([mine[v], mine[w]], [there[v], there[w]], "warning")
    return None


def _consistent(here: dict[str, str], yonder: dict[str, str], v: str, w: str) -> bool:
    """Whether what one of the two counts tells that it stands where it should."""
    apart = here[v] != here[w] and yonder[v] != yonder[w]
    return apart and any(here[x] and here[x] == yonder[x] and here[x] not in SHARES for x in (v, w))


def _nature(figure: Figure) -> str:
    """What figures must share to stand in the same order in every language: years, shares, money, plain counts."""
    return figure.unit or ("year" if YEAR.fullmatch(figure.value) else "")


def _may_turn(paragraph: Paragraph, first: Figure, second: Figure, nature: str) -> bool:
    """Whether words stand by them that let the two change places."""
    text = paragraph.text
    if nature:
        return bool(AGAINST.search(text, max(0, first.start - 30), second.end))
    near = (
        text[max(0, first.start - 14) : first.start],
        text[first.end : first.end + 14],
        text[second.start - 14 : second.start],
    )
    return any(PART.search(words) for words in near)


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


def _counts_changed(here: dict[str, str], yonder: dict[str, str], v: str, w: str) -> int:
    """How many of the two count here what the other counts there; 0 where that does not tell.

    One is enough where the other counts what is not known, and nothing else counts the same.
    """
    crossed = (bool(here[v]) and here[v] == yonder[w], bool(here[w]) and here[w] == yonder[v])
    if here[v] == here[w] or yonder[v] == yonder[w] or here[v] == yonder[v] or here[w] == yonder[w]:
        return 0
    if sum(crossed) != 1:
        return sum(crossed)
    unit = here[v] if crossed[0] else here[w]
    if unit == "year-of" and bool(YEAR.fullmatch(v)) == bool(YEAR.fullmatch(w)):
        return 0
    return int([*here.values()].count(unit) == [*yonder.values()].count(unit) == 1)


def _unit(paragraph: Paragraph, language: str, figure: Figure) -> str:
    until = next((f.start for f in paragraph.figures if f.start >= figure.end), len(paragraph.text))
    return figure.unit or counted(paragraph.text[:until], language, figure.start, figure.end)[0]


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
