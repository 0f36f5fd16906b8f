"""Two figures of one paragraph that changed places: 5 reports of 12 members, and 12 reports of 5 members.

The figures are the same in both versions, so that only their places can tell: what each counts, the words that bind it
("more than", "of the", "since") and, where those say nothing, the order, which translators seldom change within a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from amana.resolutions.deadlines import may_set_period
from amana.resolutions.figure_bonds import PARAGRAPH_IN_BRACKETS, Slot, slot_of, tie, unit_of
from amana.resolutions.figures_alike import TO_ANOTHER, scale_of
from amana.resolutions.paragraphs import Figure, Paragraph
from amana.values.expressions import expression
from amana.values.folding import digits, fold
from amana.values.numbers_said import bare, units
from amana.values.numbers_units import MONEY
from amana.values.problems import Severity

RUN = expression(r"\d+")
SURE, IN_ORDER, APART = 4, 3, 3
"""What must speak for a change of places more than against it: where the order is another, where it is the same; and
what the order alone says of two that other figures keep apart."""
ENOUGH = 3
"""So many figures in the same order but for two neighbours: a little says that they changed places."""
TENS = frozenset(str(n) for n in range(20, 101, 10))
"""Ranks that Arabic writes like numbers: مكاتبه الثلاثين."""
AND = expression(r"\b(?:and|et|dan|serta)\b|(?<!\S)و", re.IGNORECASE)
CLAUSE = expression(r"[.;:,،؛]")
MOST = 24
"""Figures of one paragraph that are held against each other, each with each; more are a table."""
CLOCK = (" past ", "heures moins ")
"""Between the hour and its minutes, which change places from one language to the other."""
NUMBER_OF_YEAR = expression(r"(?:1[89]|20)\d\d[-/]\d{1,3}|\d{1,3}[-/](?:1[89]|20)\d\d")
NUMBERED = 2
"""More characters than stand between a year and the number that are one."""
NEXT = expression(r"\s([^\W\d_]+)")
LAST = expression(r"([^\W\d_]+)\s(?:ال|ke-)?$")
"""The word beside a rank."""
DASHES = frozenset({"-", "–", ":"})
SHARES = frozenset({"%", "‰", *MONEY})


class Swap(NamedTuple):
    """The two figures on each side, and how sure it is that they changed places."""

    left: list[Figure]
    right: list[Figure]
    severity: Severity


def swapped(a: Paragraph, b: Paragraph, one: str, other: str) -> Swap | None:
    """The two figures of `a` and of `b` that changed places; None where that is not sure.

    `one` and `other` are the languages of the two.
    """
    mine, there = _placed(a), _placed(b)
    if mine.keys() != there.keys():
        mine, there = _scaled(mine, a), _scaled(there, b)
    common = [v for v in mine if v in there]
    if not 2 <= len(common) <= MOST:
        return None
    order = sorted(common, key=lambda v: there[v].start)
    if order == common:
        units = [unit_of(a, one, mine[v]) for v in common]
        if not any(units) or len(set(units)) < 2 or not _crossing(units, [unit_of(b, other, there[v]) for v in common]):
            return None
    here = {v: slot_of(a, one, mine[v]) for v in common}
    yonder = {v: slot_of(b, other, there[v]) for v in common}
    best, found = 0, None
    for v, w in combinations(common, 2):
        turned = order.index(v) > order.index(w)
        if turned and _score(a, mine[v], mine[w]) and _score(b, there[w], there[v]):
            continue  # 3-1, told from the side of the other team, or written from right to left
        if turned and any(word in p.text for word in CLOCK for p in (a, b)):
            continue  # twenty past three, dix heures moins vingt
        if turned and any(_numbered(x) for x in (_between(a, mine, v, w), _between(b, there, v, w))):
            continue  # law 2017-58: law 58 of 2017
        listed = turned and _listed(a, mine[v], mine[w]) and _listed(b, there[w], there[v])
        turn = _turn(here, yonder, v, w, turned, listed)
        severity = _sure(turn, common, order)
        if severity and (found is None or turn.more > best):
            best, found = turn.more, Swap([mine[v], mine[w]], [there[v], there[w]], severity)
    return found


def ranks_swapped(a: Paragraph, b: Paragraph, one: str, other: str) -> tuple[list[Figure], list[Figure]] | None:
    """A rank and another figure that changed places, on each side; None where none did. `one`, `other`: the languages."""
    if not all(any(f.kind == "ordinal" for f in p.figures) for p in (a, b)):
        return None
    return _rank_and_number(a, b) or _two_ranks(a, b, one, other)


def _rank_and_number(a: Paragraph, b: Paragraph) -> tuple[list[Figure], list[Figure]] | None:
    """A rank and a number that changed places: the 29th Summit in 4 points, and the fourth in 29; None where none did."""
    ranks = [{f.value: f for f in p.figures if f.kind == "ordinal"} for p in (a, b)]
    own, others = ranks[0].keys() - ranks[1].keys(), ranks[1].keys() - ranks[0].keys()
    if len(own) != 1 or len(others) != 1:
        return None
    numbers = [{f.value: f for f in p.figures if f.kind != "ordinal"} for p in (a, b)]
    if numbers[0].keys() - numbers[1].keys() != others or numbers[1].keys() - numbers[0].keys() != own:
        return None
    rank, number = *own, *others
    return [ranks[0][rank], numbers[0][number]], [ranks[1][number], numbers[1][rank]]


def _two_ranks(a: Paragraph, b: Paragraph, one: str, other: str) -> tuple[list[Figure], list[Figure]] | None:
    """Two ranks of different things that changed places: the 12th session and 101st meeting; None where none did."""
    mine, there = ({f.value: f for f in p.figures if f.kind == "ordinal"} for p in (a, b))
    common = [v for v in mine if v in there]
    if not 2 <= len(common) <= MOST:
        return None
    here, yonder = ({v: _ranked(p, x, of[v]) for v in common} for p, x, of in ((a, one, mine), (b, other, there)))
    for v, w in combinations(common, 2):
        if here[v] and here[w] and here[v] != here[w] and (here[v], here[w]) == (yonder[w], yonder[v]):
            return [mine[v], mine[w]], [there[v], there[w]]
    return None


def _ranked(paragraph: Paragraph, language: str, rank: Figure) -> str:
    """The noun right beside a rank, where the language has it; '' where it is not known."""
    text = paragraph.text
    behind = language in ("en", "fr")
    found = NEXT.match(text, rank.end) if behind else LAST.search(text, max(0, rank.start - 24), rank.start)
    word = fold(found[1], language, accents=False) if found else ""
    known = units(language)
    return next((known[form][0] for form in bare(word, language) if form in known), "") if word else ""


def _between(paragraph: Paragraph, placed: dict[str, Figure], v: str, w: str) -> str:
    """What stands between two figures, with their own words."""
    first, second = sorted((placed[v], placed[w]), key=lambda f: f.start)
    return paragraph.text[first.start : second.end] if second.start - first.end < NUMBERED else ""


def _numbered(text: str) -> bool:
    """Whether a text is a year and a number, or a number and a year, that are one: 2017-58."""
    return NUMBER_OF_YEAR.fullmatch(digits(text)) is not None


def _crossing(mine: Sequence[str], other: Sequence[str]) -> bool:
    """A quick look at figures in one order: whether any counts here what another counts there."""
    return any(
        unit and unit != other[n] and any(unit == x != y for x, y in zip(other, mine, strict=True))
        for n, unit in enumerate(mine)
    )


class _Turn(NamedTuple):
    """Two figures: what ties each to itself in the other version, what ties each to the other, whether order changed."""

    first: str
    second: str
    straight: int
    crossed: int
    turned: bool
    same: bool
    """Whether both count the same, or "and" stands between them in both versions."""
    known: bool
    """Whether it is known what each counts in both versions."""
    mutual: bool
    """Whether each is tied to the other, or what one of them counts is money or a share."""

    @property
    def more(self) -> int:
        """How much more says that they changed places than that they stand where they should."""
        return self.crossed - self.straight


def _turn(here: dict[str, Slot], yonder: dict[str, Slot], v: str, w: str, turned: bool, listed: bool) -> _Turn:
    one, other = tie(here[v], yonder[w]), tie(here[w], yonder[v])
    money = any(not SHARES.isdisjoint((here[x].unit, yonder[x].unit)) for x in (v, w))
    return _Turn(
        v,
        w,
        straight=tie(here[v], yonder[v]) + tie(here[w], yonder[w]),
        crossed=one + other,
        turned=turned,
        same=listed or (bool(here[v].unit) and here[v].unit == here[w].unit),
        known=all(x.unit or x.bonds >= PARAGRAPH_IN_BRACKETS for x in (here[v], here[w], yonder[v], yonder[w])),
        mutual=money or min(one, other) > 1,
    )


def _listed(paragraph: Paragraph, first: Figure, second: Figure) -> bool:
    """Whether "and" joins what the two count, within one clause."""
    between = paragraph.text[first.end : second.start]
    return bool(AND.search(between)) and not CLAUSE.search(between)


def _score(paragraph: Paragraph, first: Figure, second: Figure) -> bool:
    if len(first.value) > 2 or len(second.value) > 2:
        return False
    return second.start - first.end <= len(" - ") and paragraph.text[first.end : second.start].strip() in DASHES


def _sure(turn: _Turn, common: list[str], order: list[str]) -> Severity | None:
    """How sure it is that the two of a turn changed places."""
    if not turn.turned:
        sure = turn.more >= IN_ORDER and turn.crossed >= SURE and turn.mutual
        return "error" if sure and not turn.same and turn.known else None
    exchanged = [{turn.first: turn.second, turn.second: turn.first}.get(v, v) for v in order]
    if turn.more >= SURE and (turn.mutual or exchanged == common):
        return "error"
    if exchanged != common:
        return None
    apart = abs(common.index(turn.first) - common.index(turn.second)) > 1
    return "warning" if turn.more + (APART if apart else turn.same or len(common) >= ENOUGH) > 0 else None


def _placed(paragraph: Paragraph) -> dict[str, Figure]:
    """The figures of values that stand there once; without ranks, that stand before or behind."""
    return once(f for f in paragraph.figures if f.kind != "ordinal" or f.value in TENS)


def _scaled(placed: dict[str, Figure], paragraph: Paragraph) -> dict[str, Figure]:
    """The figures by value, those that share the scale of the next counted with it: from 150 to 300 million."""
    out: dict[str, Figure] = {}
    figures = (*placed.values(), None)
    for n, (value, figure) in enumerate(placed.items(), 1):
        after, shared = figures[n], 1
        if after is not None and figure.kind == "digits" and len(value) < 4 and value.isdigit():
            joint = TO_ANOTHER.match(paragraph.text, figure.end)
            shared = scale_of(after, paragraph) if joint and joint.end() <= after.start <= joint.end() + 2 else 1
        out[str(int(value) * shared) if shared > 1 else value] = figure
    return out


def once(figures: Iterable[Figure]) -> dict[str, Figure]:
    """The figures by value, in order, of values that stand there once."""
    out: dict[str, Figure] = {}
    twice: set[str] = set()
    for figure in figures:
        if figure.value in out:
            twice.add(figure.value)
        out[figure.value] = figure
    return {value: figure for value, figure in out.items() if value not in twice} if twice else out


def periods_apart(a: Paragraph, b: Paragraph, one: str, two: str) -> Sequence[Figure]:
    """The periods that two versions set in the same unit: one month, that no figure holds, and two; () if alike.

    `one` and `two` are the languages of the two.
    """
    if not (may_set_period(a.text, one) and may_set_period(b.text, two)):
        return ()
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
    value = deadline.period.removeprefix("P").removeprefix("T")[:-1]
    return Figure(deadline.text, begin, begin + len(deadline.text), value, "words", deadline.period[-1])


def _has(paragraph: Paragraph, value: str) -> bool:
    return any(f.value == value for f in paragraph.figures) or value in RUN.findall(digits(paragraph.text))
