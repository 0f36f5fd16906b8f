"""Language versions laid side by side: rows, each a paragraph with its text in every language that has it.

Labels, order, parts, lengths, functions, citations and figures decide together. A paragraph that one version lacks
leaves a gap in its row and shifts nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from amana.resolutions.accepted import Part
from amana.resolutions.functions import near
from amana.resolutions.labels import label_of, roman_value
from amana.resolutions.numerals import letters, roman
from amana.resolutions.paragraphs import Paragraph, Reading

GAP = 0.9
"""What it costs to leave a paragraph without its like; two such are dearer than any acceptable pair."""
LIKE = 0.3
"""What it costs that two functions are only near each other, or one of them unknown: equal ones go together first."""
LENGTH = {"ar": 0.8, "en": 1.0, "fr": 1.12, "id": 1.08}
"""How long the same text is in each language, English being 1: a lost paragraph must not make all others unlike."""
BAND = 9
"""How far apart in order two paragraphs may stand and still be looked at, beyond the difference of the lengths."""


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph in every language that has it. `key`: 'p3' preambular, 'o4', 'o4a', 'o4ai' operative, 's1' structure."""

    key: str
    part: Part
    texts: Mapping[str, Paragraph] = field(default_factory=dict)


@dataclass(slots=True)
class _Traits:
    """What of a paragraph the alignment looks at."""

    language: str
    part: Part
    depth: int
    numeric: bool | None
    positions: frozenset[int]
    function: str | None
    marks: frozenset[str]
    size: float


def align(readings: Mapping[str, Reading]) -> tuple[Row, ...]:
    """The rows of one to four versions, in order.

    The first version is laid down, every further one is aligned to the rows there are.
    """
    rows: list[dict[str, Paragraph]] = []
    traits: list[list[_Traits]] = []
    for language, reading in readings.items():
        rows, traits = _with(rows, traits, language, reading.paragraphs)
    return tuple(_keyed(rows))


def _with(
    rows: list[dict[str, Paragraph]], traits: list[list[_Traits]], language: str, paragraphs: Sequence[Paragraph]
) -> tuple[list[dict[str, Paragraph]], list[list[_Traits]]]:
    """The rows with one more version in them."""
    own = [_traits(p, language) for p in paragraphs]
    if not rows:
        return [{language: p} for p in paragraphs], [[t] for t in own]
    merged: list[dict[str, Paragraph]] = []
    kept: list[list[_Traits]] = []
    for left, right in _path(traits, own):
        row = dict(rows[left]) if left is not None else {}
        seen = list(traits[left]) if left is not None else []
        if right is not None:
            row[language] = paragraphs[right]
            seen.append(own[right])
        merged.append(row)
        kept.append(seen)
    return merged, kept


def _traits(paragraph: Paragraph, language: str) -> _Traits:
    label = label_of(paragraph.label) if paragraph.label else None
    marks = {f"{f.value}{f.unit}" for f in paragraph.figures if f.kind == "digits"}
    marks |= {c.symbol.rpartition("-")[0] or c.symbol for c in paragraph.citations}
    marks |= {str(d.gregorian) for d in paragraph.days if d.gregorian is not None}
    return _Traits(
        language,
        paragraph.part,
        paragraph.depth,
        label.numeric if label else None,
        label.positions() if label else frozenset(),
        paragraph.function,
        frozenset(marks),
        log(len(paragraph.text) / LENGTH.get(language, 1.0) + 12),
    )


def _path(rows: Sequence[Sequence[_Traits]], own: Sequence[_Traits]) -> list[tuple[int | None, int | None]]:
    """The cheapest way through both orders: pairs of places, None for a gap."""
    n, m = len(rows), len(own)
    band = BAND + abs(n - m)
    best: list[dict[int, float]] = [{0: 0.0}]
    came: list[dict[int, int]] = [{0: 0}]
    for i in range(n + 1):
        if i:
            best.append({})
            came.append({})
        here, back, above = best[i], came[i], best[i - 1] if i else {}
        for j in range(max(0, i - band), min(m, i + band) + 1):
            if not i and not j:
                continue
            options = []
            if j and j - 1 in here:
                options.append((here[j - 1] + GAP, 1))
            if i and j in above:
                options.append((above[j] + GAP, 2))
            if i and j and j - 1 in above:
                options.append((above[j - 1] + _cost(rows[i - 1], own[j - 1]), 0))
            here[j], back[j] = min(options)
    return _walk_back(came, n, m)


def _walk_back(came: Sequence[Mapping[int, int]], n: int, m: int) -> list[tuple[int | None, int | None]]:
    out: list[tuple[int | None, int | None]] = []
    i, j = n, m
    while i or j:
        step = came[i][j]
        out.append((None if step == 1 else i - 1, None if step == 2 else j - 1))
        i, j = i - (step != 1), j - (step != 2)
    out.reverse()
    return out


def _cost(row: Sequence[_Traits], own: _Traits) -> float:
    return min(_apart(other, own) for other in row)


def _apart(a: _Traits, b: _Traits) -> float:
    """How unlike two paragraphs are: 0 for the same, more than two gaps for what must not be paired."""
    cost = 0.0
    if a.part != b.part:
        cost += 2.0 if "structure" in (a.part, b.part) else 1.2
    if a.depth != b.depth:
        cost += 0.5
    if a.numeric is None or b.numeric is None:
        cost += 0.4 if a.numeric is not b.numeric else 0.0
    elif a.numeric != b.numeric:
        cost += 0.3
    elif not a.positions & b.positions:
        cost += 0.5
    if a.function != b.function:
        cost += LIKE if near(a.function, a.language, b.function, b.language) else 0.8
    if a.marks or b.marks:
        cost += 1.0 - 2 * len(a.marks & b.marks) / (len(a.marks) + len(b.marks))
    return cost + min(abs(a.size - b.size) * 0.5, 0.8)


def _keyed(rows: Sequence[Mapping[str, Paragraph]]) -> list[Row]:
    """The rows with their keys: numbers as printed where the versions agree and go up, else counted on."""
    out: list[Row] = []
    counts: dict[str, list[int]] = {"preambular": [0] * 6, "operative": [0] * 6}
    structure = 0
    for row in rows:
        parts = [p.part for p in row.values()]
        part = max(parts, key=lambda p: (parts.count(p), p != "structure"))
        if part == "structure":
            structure += 1
            out.append(Row(f"s{structure}", part, row))
            continue
        count = counts[part]
        depth = min(min(p.depth for p in row.values()), 4)
        while depth and not count[depth - 1]:
            depth -= 1
        count[depth] = _number(row, count[depth]) if not depth and part == "operative" else count[depth] + 1
        count[depth + 1 :] = [0] * (5 - depth)
        out.append(Row(_key(part, count, depth), part, row))
    return out


def _number(row: Mapping[str, Paragraph], last: int) -> int:
    printed: set[int] = set()
    for paragraph in row.values():
        label = label_of(paragraph.label) if paragraph.label else None
        if label is not None and label.numeric:
            printed |= label.positions()
        elif label is not None and label.value.isalpha() and label.value.isupper() and label.value.isascii():
            printed.add(roman_value(label.value) if set(label.value) <= set("IVXLCDM") else last + 1)
    number = printed.pop() if len(printed) == 1 else last + 1
    return number if last < number <= last + 20 else last + 1


def _key(part: Part, count: Sequence[int], depth: int) -> str:
    key = ("p" if part == "preambular" else "o") + str(count[0])
    for level in range(1, depth + 1):
        key += letters(count[level]) if level == 1 else roman(count[level]) if level == 2 else f"-{count[level]}"
    return key
