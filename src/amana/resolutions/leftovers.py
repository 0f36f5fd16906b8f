"""What the order of two versions left alone: it stands elsewhere, or is a piece of the paragraph beside it.

Strict on purpose: where it is not sure, a paragraph stays alone and is told as missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import exp, log
from statistics import median

from amana.resolutions.alignment import LIKE, Step, Traits, apart, unlike
from amana.resolutions.functions import near
from amana.resolutions.openings import opening_of
from amana.values.expressions import expression

SURE = 0.45
"""Two paragraphs whose words are as little unlike, and that share a mark, are one wherever they stand."""
NEIGHBOURS = 3
"""So many steps apart, the order of the numbers says that a paragraph is the same where its words nearly do."""
EVIDENCE = 0.45
"""How much must speak for a piece: length, marks, marks of punctuation, the want of an opening of its own."""
NEAR = 0.9
"""The same for two that are at most so many steps apart."""
CROSS = 0.6
"""By how much less unlike two neighbours must be in the other order."""
POOR = 0.95
"""A pair that is as unlike says nothing of the usual length."""
STOP = expression(r"[.;:؛!?؟](?=\s)")
CLAUSE = expression(r"[,،;؛.:]\s+(?:and |et |dan )?")


def second_look(steps: list[Step], rows: Sequence[Sequence[Traits]], own: Sequence[Traits]) -> list[Step]:
    """The steps once more: exchanged pairs put right, what stands elsewhere found, pieces joined to their neighbour."""
    steps = _exchanged(steps, rows, own)
    if any(not s.rows or not s.own for s in steps):
        steps = _moved(steps, rows, own)
    if any(not s.rows or not s.own for s in steps):
        steps = _joined(steps, rows, own)
    return steps


def _exchanged(steps: list[Step], rows: Sequence[Sequence[Traits]], own: Sequence[Traits]) -> list[Step]:
    """Two neighbours that stand in the other order: each is like the other's counterpart, not like its own."""
    out = steps
    for n, (one, other) in enumerate(pairwise(steps)):
        if one.cost + other.cost < 0.4 or not (one.rows and one.own and other.rows and other.own):
            continue
        if out[n] is one and _cross(rows[one.rows[0]], rows[other.rows[0]], own[one.own[0]], own[other.own[0]]):
            out = [*out[:n], Step(one.rows, other.own), Step(other.rows, one.own), *out[n + 2 :]]
    return out


def _cross(first: Sequence[Traits], second: Sequence[Traits], one: Traits, other: Traits) -> bool:
    """Whether the first row is like the other paragraph and the second like the one, and not as they stand."""
    if _unlike(first, other) > 0.6 or _unlike(second, one) > 0.6:
        return False
    for cost in (apart, unlike):
        straight = min(cost(t, one) for t in first) + min(cost(t, other) for t in second)
        cross = min(cost(t, other) for t in first) + min(cost(t, one) for t in second)
        if cross + CROSS < straight:
            return True
    equal = _does(first, other) and _does(second, one) and not _does(first, one) and not _does(second, other)
    return equal and _unlike(first, other) + _unlike(second, one) + LIKE < _unlike(first, one) + _unlike(second, other)


def _does(row: Sequence[Traits], own: Traits) -> bool:
    return own.function is not None and any(t.function == own.function for t in row)


def _moved(steps: list[Step], rows: Sequence[Sequence[Traits]], own: Sequence[Traits]) -> list[Step]:
    """What is alone on one side and alone on the other, elsewhere, and surely the same."""
    alone = [n for n, s in enumerate(steps) if not s.own and rows[s.rows[0]][0].part]
    new = [n for n, s in enumerate(steps) if not s.rows and own[s.own[0]].part]
    if not alone or not new:
        return steps
    usual = _usual(steps, rows, own)
    costs = {(a, b): _unlike(rows[steps[a].rows[0]], own[steps[b].own[0]]) for a in alone for b in new}
    gone: set[int] = set()
    made = list(steps)
    near_ones = {pair for pair in costs if abs(pair[0] - pair[1]) <= NEIGHBOURS}
    for (a, b), cost in sorted(costs.items(), key=lambda item: (item[0] not in near_ones, item[1])):
        if a in gone or b in gone:
            continue
        free = near_ones if (a, b) in near_ones else costs
        rivals = [costs[x, y] for x, y in free if (x == a) != (y == b) and x not in gone and y not in gone]
        if _sure(rows[steps[a].rows[0]], own[steps[b].own[0]], cost, abs(a - b), min(rivals, default=9.0), usual):
            made[a] = Step(steps[a].rows, steps[b].own, cost)
            gone |= {a, b}
    moved = {b for b in gone if not steps[b].rows}
    return [s for n, s in enumerate(made) if n not in moved]


def _sure(row: Sequence[Traits], own: Traits, cost: float, distance: int, rival: float, usual: float) -> bool:
    """Whether the two are one; beside each other a loss and an addition of one length are less likely than that."""
    if cost + 0.2 > rival or not any(t.part == own.part for t in row):
        return False
    marks = any(t.marks & own.marks for t in row)
    length = min(abs(t.size + usual - own.size) for t in row)
    labels = any(t.positions & own.positions for t in row)
    if distance <= NEIGHBOURS and (labels or any(t.depth == own.depth for t in row)):
        alike = marks or _does(row, own) or any(t.names & own.names for t in row)
        return length < 0.45 and cost < NEAR + 0.3 and ((alike and cost < NEAR) or labels or length < 0.35)
    named = _does(row, own) and any(t.names & own.names for t in row)
    return cost <= SURE and length < 0.45 and (marks or named)


def _unlike(row: Sequence[Traits], own: Traits) -> float:
    return min(unlike(t, own) for t in row)


def _joined(steps: list[Step], rows: Sequence[Sequence[Traits]], own: Sequence[Traits]) -> list[Step]:
    """What is alone and is a piece of the paragraph before or after it goes to that one's row."""
    usual = _usual(steps, rows, own)
    made = [Step(list(s.rows), list(s.own), s.cost) for s in steps]
    n = 0
    while n < len(made):
        alone = made[n]
        if alone.rows and alone.own:
            n += 1
            continue
        found = [(gain, host) for host in _hosts(made, n) if (gain := _gain(made[host], alone, rows, own, usual)) > 0]
        if not found:
            n += 1
            continue
        _, host = max(found)
        made[host].rows = sorted(made[host].rows + alone.rows)
        made[host].own = sorted(made[host].own + alone.own)
        del made[n]
        n = max(0, n - 2)
    return made


def _usual(steps: Sequence[Step], rows: Sequence[Sequence[Traits]], own: Sequence[Traits]) -> float:
    """How much longer the new version runs than is usual in its language."""
    apart_ = [own[s.own[0]].size - rows[s.rows[0]][0].size for s in steps if s.rows and s.own and s.cost < POOR]
    return median(apart_) if len(apart_) > 4 else 0.0


def _hosts(steps: Sequence[Step], n: int) -> Iterator[int]:
    """The neighbours of a step that have both sides and touch it without a gap."""
    alone = steps[n]
    for host in (n - 1, n + 1):
        if not 0 <= host < len(steps) or not steps[host].rows or not steps[host].own:
            continue
        there = steps[host]
        for mine, theirs in ((alone.rows, there.rows), (alone.own, there.own)):
            if mine and (mine[0] - theirs[-1] == 1 or theirs[0] - mine[-1] == 1):
                yield host


def _gain(host: Step, alone: Step, rows: Sequence[Sequence[Traits]], own: Sequence[Traits], usual: float) -> float:
    """What speaks for it that `alone` is a piece of `host`, beyond what must; below 0 where too little does."""
    if alone.own:
        pieces = [own[n] for n in alone.own]
        short = [own[n] for n in host.own]
        wholes = [[t for n in host.rows for t in rows[n] if t.language == x.language] for x in rows[host.rows[0]]]
    else:
        usual = -usual
        whole = [own[n] for n in host.own]
        language = next((t.language for t in rows[alone.rows[0]] if t.language in _languages(host, rows)), None)
        if language is None:
            return -1.0
        pieces = [t for n in alone.rows for t in rows[n] if t.language == language]
        short = [t for n in host.rows for t in rows[n] if t.language == language]
        wholes = [whole]
    return max(_speaks(pieces, short, whole, usual) for whole in wholes) - EVIDENCE


def _languages(host: Step, rows: Sequence[Sequence[Traits]]) -> frozenset[str]:
    return frozenset(t.language for t in rows[host.rows[0]])


def _speaks(pieces: Sequence[Traits], short: Sequence[Traits], whole: Sequence[Traits], usual: float) -> float:
    """Length, marks, stops and openings: how much says that `whole` is `short` and `pieces` together."""
    if not (pieces[0].part and short[0].part and whole[0].part) or pieces[0].paragraph.heading:
        return -1.0
    missing = _length(whole) - _length(short) + usual
    over = _length(whole) - _length([*short, *pieces]) + usual
    marks = _marks_say(pieces[0], short, whole)
    if abs(over) > 0.5 or (abs(over) > abs(missing) and (marks <= 0 or abs(over) > 0.35)):
        return -1.0
    said = min(1.5, 6 * missing * missing) - min(1.5, 6 * over * over) if missing > 0 else 0.0
    first, later = (pieces[0], short[0]) if _before(pieces[0], short[0]) else (short[-1], pieces[0])
    words = marks + _openings_say(first, later, whole)
    stops = _stops_say(pieces, short, whole)
    if words <= 0 and (stops < 0 or said < 2 * EVIDENCE):
        return -1.0  # the length alone may be chance
    return said + words + stops


def _before(a: Traits, b: Traits) -> bool:
    return (a.paragraph.place.block or 0) < (b.paragraph.place.block or 0)


def _openings_say(first: Traits, later: Traits, whole: Sequence[Traits]) -> float:
    """A piece goes on without an opening and a number of its own; a paragraph has both."""
    said = 0.0
    if later.function is not None:
        if first.function is not None or not first.depth:
            said += 0.3 if _opens_within(whole, later) else -0.5
    elif first.function is not None and first.depth == later.depth:
        said += 0.55
    if later.numeric is not None:
        said -= 0.3
    elif first.numeric is not None and first.part == later.part:
        said += 0.4
    return said


def _length(several: Sequence[Traits]) -> float:
    """The length, in the unit of the traits, of several paragraphs together."""
    return several[0].size if len(several) == 1 else _log_sum([t.size for t in several])


def _log_sum(sizes: Sequence[float]) -> float:
    return log(sum(exp(s) - 12 for s in sizes) + 12)


def _marks_say(piece: Traits, short: Sequence[Traits], whole: Sequence[Traits]) -> float:
    there = own = 0
    for t in whole:
        there |= t.marks
    for t in short:
        own |= t.marks
    gained = (piece.marks & there & ~own).bit_count()
    if gained:
        return min(1.0, 0.6 * gained)
    return -0.6 if piece.marks & ~there else 0.0


def _stops_say(pieces: Sequence[Traits], short: Sequence[Traits], whole: Sequence[Traits]) -> float:
    """Where the whole has the stop between the two inside itself, it is the whole."""
    inside = sum(len(STOP.findall(t.paragraph.text)) for t in whole)
    alone = sum(len(STOP.findall(t.paragraph.text)) for t in short)
    together = alone + 1 + sum(len(STOP.findall(t.paragraph.text)) for t in pieces)
    return 0.4 if inside > alone and inside >= together - 1 else -0.2


def _opens_within(whole: Sequence[Traits], piece: Traits) -> bool:
    """Whether a clause inside the whole opens as the piece does."""
    for t in whole:
        text = t.paragraph.text
        for found in CLAUSE.finditer(text):
            opening = opening_of(text[found.end() :], t.language)
            if opening is not None and near(opening.function, t.language, piece.function, piece.language):
                return True
    return False
