"""Language versions laid side by side: rows, each a paragraph with its text in every language that has it.

Labels, order, parts, lengths, functions, citations, figures, days and names decide together. A paragraph that one
version lacks leaves a gap in its row and shifts nothing; what a person has put right stays so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from amana.resolutions.accepted import Part
from amana.resolutions.alignment import Bits, Step, Traits, path, traits_of
from amana.resolutions.joining import joined
from amana.resolutions.labels import label_of
from amana.resolutions.leftovers import second_look
from amana.resolutions.numerals import letters, roman
from amana.resolutions.paragraphs import Paragraph, Reading
from amana.values.numbers_digits import of_letters

Pieces = dict[str, tuple[Paragraph, ...]]
"""A row on its way: the paragraphs of each version that has it, nearly always one."""


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph in every language that has it. `key`: 'p3' preambular, 'o4', 'o4a', 'o4ai' operative, 's1' structure.

    Where a version says in several paragraphs what another says in one, its text is all of them joined, and `parts`
    has them one by one. `moved` are the languages in which the paragraph stands elsewhere in the order.
    """

    key: str
    part: Part
    texts: Mapping[str, Paragraph] = field(default_factory=dict)
    parts: Mapping[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    moved: tuple[str, ...] = ()

    def pieces(self, language: str) -> tuple[Paragraph, ...]:
        """The paragraphs of this version that stand in the row, in order; () where it lacks them."""
        return self.parts.get(language) or ((self.texts[language],) if language in self.texts else ())


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person has put right: where the paragraph of `language` that has the block `block` belongs.

    In the row of the paragraph of `beside` that has the block `at`; in a row of its own where `beside` is ''. Blocks are
    those of the files, so that a correction stays true when the texts are read again, whatever the rows are called then.
    """

    language: str
    block: int
    beside: str = ""
    at: int = 0


def align(readings: Mapping[str, Reading], corrections: Sequence[Correction] = ()) -> tuple[Row, ...]:
    """The rows of one to four versions, in order; every paragraph in exactly one of them.

    The corrections are followed in their order, over what the machine would say; one whose blocks are not there is
    passed over.
    """
    places = {x: {id(p): n for n, p in enumerate(r.paragraphs)} for x, r in readings.items()}
    rows = _laid(readings)
    for correction in corrections:
        rows = _corrected(rows, correction, places)
    if len(readings) < 2:
        return tuple(_keyed([{x: pieces[0] for x, pieces in row.items()} for row in rows], rows, [()] * len(rows)))
    rows, moved = _ordered(rows, places)
    ordered = [{x: row[x] for x in readings if x in row} for row in rows]
    texts = [{x: joined(pieces) for x, pieces in row.items()} for row in ordered]
    return tuple(_keyed(texts, ordered, moved))


def move(rows: Sequence[Row], language: str, block: int, key: str = "") -> tuple[Correction, ...]:
    """The correction that puts the paragraph of `language` with this block into the row `key`, or in one of its own.

    None where that row has no other language to hold on to.
    """
    if not key:
        return (Correction(language, block),)
    for row in rows:
        if row.key == key:
            anchors = ((x, _block(p)) for x, p in row.texts.items() if x != language)
            return next(((Correction(language, block, x, at),) for x, at in anchors if at is not None), ())
    return ()


def join(rows: Sequence[Row], key: str, other: str) -> tuple[Correction, ...]:
    """The corrections that lay the row `other` into the row `key`: two rows become one."""
    into = next((r for r in rows if r.key == key), None)
    away = next((r for r in rows if r.key == other), None)
    if into is None or away is None or into is away:
        return ()
    anchors = [(x, at) for x, p in into.texts.items() if (at := _block(p)) is not None]
    if not anchors:
        return ()
    out = []
    for language in away.texts:
        beside, at = next((a for a in anchors if a[0] != language), anchors[0])
        out += [Correction(language, b, beside, at) for p in away.pieces(language) if (b := _block(p)) is not None]
    return tuple(out)


def split_row(rows: Sequence[Row], key: str, language: str) -> tuple[Correction, ...]:
    """The corrections that take the paragraphs of `language` out of the row: the first into a row of its own, the
    others beside it.
    """
    row = next((r for r in rows if r.key == key), None)
    blocks = [b for p in row.pieces(language) if (b := _block(p)) is not None] if row else []
    first = blocks[:1]
    return (
        *(Correction(language, b) for b in first),
        *(Correction(language, b, language, first[0]) for b in blocks[1:]),
    )


def _block(paragraph: Paragraph) -> int | None:
    return paragraph.blocks[0] if paragraph.blocks else paragraph.place.block


def _laid(readings: Mapping[str, Reading]) -> list[Pieces]:
    """The version with most paragraphs laid down, and every further one aligned to the rows there are.

    Two versions that each lack what the other has beside it are kept apart by the one that has both.
    """
    bits = Bits()
    rows: list[Pieces] = []
    traits: list[list[Traits]] = []
    for language, reading in sorted(readings.items(), key=lambda item: -len(item[1].paragraphs)):
        if not rows:
            rows = [{language: (p,)} for p in reading.paragraphs]
            if len(readings) > 1:
                traits = [[traits_of(p, language, bits)] for p in reading.paragraphs]
            continue
        own = [traits_of(p, language, bits) for p in reading.paragraphs]
        steps = second_look(path(traits, own), traits, own)
        merged = [_merged(rows, step, language, reading.paragraphs) for step in steps]
        traits = [_traits(step, row, traits, own, bits) for step, row in zip(steps, merged, strict=True)]
        rows = merged
    return rows


def _merged(rows: Sequence[Pieces], step: Step, language: str, paragraphs: Sequence[Paragraph]) -> Pieces:
    row: Pieces = {}
    for place in step.rows:
        for other, pieces in rows[place].items():
            row[other] = row.get(other, ()) + pieces
    if step.own:
        row[language] = tuple(paragraphs[place] for place in step.own)
    return row


def _traits(step: Step, row: Pieces, traits: Sequence[list[Traits]], own: Sequence[Traits], bits: Bits) -> list[Traits]:
    if len(step.rows) < 2 and len(step.own) < 2:
        kept = traits[step.rows[0]] if step.rows else []
        return [*kept, own[step.own[0]]] if step.own else kept
    return [traits_of(joined(pieces), language, bits) for language, pieces in row.items()]


def _corrected(rows: Sequence[Pieces], correction: Correction, places: Mapping[str, Mapping[int, int]]) -> list[Pieces]:
    """The rows with this correction followed; as they are where its blocks are not there."""
    whence = _where(rows, correction.language, correction.block)
    target = _where(rows, correction.beside, correction.at) if correction.beside else None
    if whence is None or (correction.beside and target is None):
        return list(rows)
    row, paragraph = whence
    if target is not None and target[1] is paragraph:
        return list(rows)
    made = [dict(r) for r in rows]
    left = tuple(p for p in made[row][correction.language] if p is not paragraph)
    made[row][correction.language] = left
    if not left:
        del made[row][correction.language]
    if target is None:
        made.insert(row + 1, {correction.language: (paragraph,)})
    else:
        order = places[correction.language]
        into = (*made[target[0]].get(correction.language, ()), paragraph)
        made[target[0]][correction.language] = tuple(sorted(into, key=lambda p: order[id(p)]))
    return [r for r in made if r]


def _where(rows: Sequence[Pieces], language: str, block: int) -> tuple[int, Paragraph] | None:
    """The row and the paragraph that has this block."""
    for n, row in enumerate(rows):
        for paragraph in row.get(language, ()):
            if block in paragraph.blocks or block == paragraph.place.block:
                return n, paragraph
    return None


def _ordered(rows: list[Pieces], places: Mapping[str, Mapping[int, int]]) -> tuple[list[Pieces], list[tuple[str, ...]]]:
    """The rows in the order of most versions, and the languages in which each stands elsewhere."""
    for _ in range(len(rows)):
        moved = _moved(rows, places)
        wrong = next((n for n, at in enumerate(moved) if 2 * len(at) > len(rows[n])), None)
        if wrong is None:
            break
        row = rows[wrong]
        language = moved[wrong][0]
        others = rows[:wrong] + rows[wrong + 1 :]
        again = others[:]
        again.insert(_after(others, row[language][0], language, places[language]), row)
        if sum(map(len, _moved(again, places))) >= sum(map(len, moved)):
            break
        rows = again
    return rows, _moved(rows, places)


def _after(rows: Sequence[Pieces], paragraph: Paragraph, language: str, order: Mapping[int, int]) -> int:
    """Where a paragraph belongs among rows that are in the order of its version: behind the nearest before it."""
    before = [(order[id(row[language][0])], n) for n, row in enumerate(rows) if language in row]
    return max((b for b in before if b[0] < order[id(paragraph)]), default=(0, -1))[1] + 1


def _moved(rows: Sequence[Pieces], places: Mapping[str, Mapping[int, int]]) -> list[tuple[str, ...]]:
    """For each row the languages in which it breaks the order: what is not in the longest run that goes up."""
    out: list[tuple[str, ...]] = [()] * len(rows)
    for language, order in places.items():
        at = [(n, order[id(row[language][0])]) for n, row in enumerate(rows) if language in row]
        if all(one[1] < other[1] for one, other in pairwise(at)):
            continue
        stay = _going_up([place for _, place in at])
        for k, (n, _) in enumerate(at):
            if k not in stay:
                out[n] = (*out[n], language)
    return out


def _going_up(numbers: Sequence[int]) -> frozenset[int]:
    """The places of the longest run of numbers that go up.

    >>> sorted(_going_up([0, 3, 1, 2]))
    [0, 2, 3]
    """
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for n, number in enumerate(numbers):
        k = bisect_left(ends, number)
        before.append(last[k - 1] if k else -1)
        ends[k : k + 1] = [number]
        last[k : k + 1] = [n]
    out, at = [], last[-1] if last else -1
    while at >= 0:
        out.append(at)
        at = before[at]
    return frozenset(out)


def _keyed(
    rows: Sequence[Mapping[str, Paragraph]], pieces: Sequence[Pieces], moved: Sequence[tuple[str, ...]]
) -> list[Row]:
    """The rows with their keys: numbers as printed where the versions agree and go up, else counted on."""
    keys = _keys(rows)
    return [
        Row(key, part, row, {x: p for x, p in several.items() if len(p) > 1}, elsewhere)
        for (key, part), row, several, elsewhere in zip(keys, rows, pieces, moved, strict=True)
    ]


def _keys(rows: Sequence[Mapping[str, Paragraph]]) -> list[tuple[str, Part]]:
    out: list[tuple[str, Part]] = []
    counts: dict[str, list[int]] = {"preambular": [0] * 6, "operative": [0] * 6}
    structure = 0
    for row in rows:
        parts = [p.part for p in row.values()]
        part = max(parts, key=lambda p: (parts.count(p), p != "structure"))
        if part == "structure":
            structure += 1
            out.append((f"s{structure}", part))
            continue
        count = counts[part]
        depth = min(min(p.depth for p in row.values()), 4)
        while depth and not count[depth - 1]:
            depth -= 1
        count[depth] = _number(row, count[depth]) if not depth and part == "operative" else count[depth] + 1
        count[depth + 1 :] = [0] * (5 - depth)
        out.append((_key(part, count, depth), part))
    return out


def _number(row: Mapping[str, Paragraph], last: int) -> int:
    printed: set[int] = set()
    for paragraph in row.values():
        label = label_of(paragraph.label) if paragraph.label else None
        if label is not None and label.numeric:
            printed |= label.positions()
        elif label is not None and label.value.isalpha() and label.value.isupper() and label.value.isascii():
            printed.add(of_letters(label.value) if set(label.value) <= set("IVXLCDM") else last + 1)
    number = printed.pop() if len(printed) == 1 else last + 1
    return number if last < number <= last + 20 else last + 1


def _key(part: Part, count: Sequence[int], depth: int) -> str:
    key = ("p" if part == "preambular" else "o") + str(count[0])
    for level in range(1, depth + 1):
        key += letters(count[level]) if level == 1 else roman(count[level]) if level == 2 else f"-{count[level]}"
    return key
