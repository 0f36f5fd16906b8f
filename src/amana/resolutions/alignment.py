"""Which paragraphs of several versions are one: by number, order, length, citations, figures, days and names together.

The order of both versions is kept here; what stands elsewhere, or in pieces, is looked for in what is left over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from amana.resolutions.functions import near
from amana.resolutions.labels import label_of
from amana.resolutions.paragraphs import Paragraph

GAP = 0.9
"""What it costs to leave a paragraph without its like; two such are dearer than any acceptable pair."""
LIKE = 0.3
"""What it costs that two functions are only near each other, or one of them unknown: equal ones go together first."""
LENGTH = {"ar": 0.8, "en": 1.0, "fr": 1.12, "id": 1.08}
"""How long the same text is in each language, English being 1: a lost paragraph must not make all others unlike."""
BAND = 9
"""How far apart in order two paragraphs may stand and still be looked at, beyond the difference of the lengths."""
NARROW = 2
"""The same where the versions run alike: tried first."""
DOUBTFUL = 1.0
"""A pair that costs as much makes the way worth another look."""
LONG = log(60 + 12)
"""So long a text is hardly a heading: where one reading takes it for one, it may be a paragraph all the same."""
PARTS = {"structure": 0, "preambular": 1, "operative": 2}
SMALL = 12
"""Up to here a number may hide in a word of the other language, and says little of which paragraph it is."""


@dataclass(slots=True)
class Traits:
    """What of a paragraph the alignment looks at; sets are bits of whole numbers, the same in all versions."""

    paragraph: Paragraph
    language: str
    part: int
    depth: int
    numeric: bool | None
    positions: int
    function: str | None
    marks: int
    count: int
    names: int
    named: int
    size: float


class Bits:
    """A bit for each thing that is met, the same whenever it is met again."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}

    def of(self, names: set[str]) -> int:
        """The bits of these."""
        bits = 0
        for name in names:
            bits |= 1 << self.known.setdefault(name, len(self.known))
        return bits


@dataclass(slots=True)
class Step:
    """Rows there were (places) and paragraphs of the new version (places) that become one row."""

    rows: list[int]
    own: list[int]
    cost: float = 0.0


@lru_cache(maxsize=4096)
def _label(printed: str) -> tuple[bool | None, int]:
    """Whether a label is a number, and the places in a list that it can mean, as bits."""
    label = label_of(printed) if printed else None
    return (label.numeric, sum([1 << n for n in label.positions()])) if label is not None else (None, 0)


def traits_of(paragraph: Paragraph, language: str, bits: Bits) -> Traits:
    """What the alignment looks at of this paragraph."""
    numeric, positions = _label(paragraph.label)
    marks: set[str] = set()
    for f in paragraph.figures:
        if f.kind == "digits" or (f.kind == "words" and not (f.value.isdigit() and int(f.value) <= SMALL)):
            marks.add(f.value + f.unit)
    for c in paragraph.citations:
        marks.add(c.short.rpartition("-")[0] or c.short)
    for d in paragraph.days:
        if d.gregorian is not None:
            marks.add(str(d.gregorian))
    names = {n.id for n in paragraph.names}
    names.update(a.id for a in paragraph.addressees)
    return Traits(
        paragraph,
        language,
        PARTS[paragraph.part],
        paragraph.depth,
        numeric,
        positions,
        paragraph.function,
        bits.of(marks) if marks else 0,
        len(marks),
        bits.of(names) if names else 0,
        len(names),
        log(len(paragraph.text) / LENGTH.get(language, 1.0) + 12),
    )


def path(rows: Sequence[Sequence[Traits]], own: Sequence[Traits]) -> list[Step]:
    """The cheapest way through both orders; a narrow band is enough where the versions run alike."""
    n, m = len(rows), len(own)
    if n == m:
        steps = _path(rows, own, NARROW)
        if len(steps) == n and all(step.cost < DOUBTFUL for step in steps):
            return steps
    return _path(rows, own, BAND + abs(n - m))


def _path(rows: Sequence[Sequence[Traits]], own: Sequence[Traits], band: int) -> list[Step]:
    n, m = len(rows), len(own)
    far = float("inf")
    above = [GAP * j if j <= band else far for j in range(m + 1)]
    came = [bytes([1]) * (m + 1)]
    costs: list[list[float]] = []
    for i in range(1, n + 1):
        low, high = max(0, i - band), min(m, i + band)
        here, back, cost = [far] * (m + 1), bytearray(high - low + 1), [0.0] * (high - low + 1)
        row = rows[i - 1]
        for j in range(low, high + 1):
            best, step = above[j] + GAP, 2
            if j:
                before = above[j - 1]
                if before < best:
                    pair = apart(row[0], own[j - 1])
                    for other in row[1:]:
                        pair = min(pair, apart(other, own[j - 1]))
                    cost[j - low] = pair
                    if before + pair <= best:
                        best, step = before + pair, 0
                if here[j - 1] + GAP < best:
                    best, step = here[j - 1] + GAP, 1
            here[j], back[j - low] = best, step
        came.append(bytes(back))
        costs.append(cost)
        above = here
    return _walk_back(came, costs, band, n, m)


def _walk_back(came: Sequence[bytes], costs: Sequence[Sequence[float]], band: int, n: int, m: int) -> list[Step]:
    out: list[Step] = []
    i, j = n, m
    while i or j:
        low = max(0, i - band)
        step = came[i][j - low] if i else 1
        if step == 0:
            out.append(Step([i - 1], [j - 1], costs[i - 1][j - low]))
        else:
            out.append(Step([i - 1], []) if step == 2 else Step([], [j - 1]))
        i, j = i - (step != 1), j - (step != 2)
    out.reverse()
    return out


def apart(a: Traits, b: Traits) -> float:
    """How unlike two paragraphs are: 0 for the same, more than two gaps for what must not be paired."""
    cost = 0.0
    if a.part != b.part:
        cost += 1.2 if (a.part and b.part) or (a.size > LONG and b.size > LONG) else 2.0
    if a.depth != b.depth:
        cost += 0.5
    if a.numeric is None or b.numeric is None:
        cost += 0.4 if a.numeric is not b.numeric else 0.0
    elif a.numeric != b.numeric:
        cost += 0.3
    elif not a.positions & b.positions:
        cost += 0.5
    return cost + unlike(a, b)


def unlike(a: Traits, b: Traits) -> float:
    """How unlike what two paragraphs say is, wherever they stand."""
    cost = 0.0
    if a.function != b.function:
        cost += LIKE if near(a.function, a.language, b.function, b.language) else 0.8
    if a.marks != b.marks:
        share = 1.0 - 2 * (a.marks & b.marks).bit_count() / (a.count + b.count)
        cost += share if a.count and b.count else 0.7 * share
    if a.names != b.names and a.names and b.names:
        cost += 0.4 - 0.8 * (a.names & b.names).bit_count() / (a.named + b.named)
    return cost + min(abs(a.size - b.size) * 0.5, 0.8)
