"""The lines of a PDF joined to paragraphs: by the gap between lines, by indents, and by where lines end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from amana.intake.columns import Line
from amana.intake.hyphens import DIVIDED, Joiner
from amana.intake.pieces import RAISED, Piece, raised
from amana.resolutions.beginnings import begins
from amana.values.expressions import expression

CLOSED = expression(r"[.,;:!?؛،؟…][\"'”’»)\]]*\s?(?:\x0e[^\x0f]*\x0f)?$")
NOTE = expression(
    r"(?:\x0e\s*([0-9\u0660-\u0669]{1,3}|[*†‡])\s*\x0f\s*|([0-9\u0660-\u0669]{1,3})[.)]?\s+|([*†‡])\s*)(?=\S)"
)

BARE_NOTE = expression(r"([0-9]{1,3})\s+(?=[A-ZÀ-Þ“\"«\u0621-\u064a])")
"""A note with its number, before which and behind which no mark stands."""
GLUED_NOTE = expression(r"([0-9]{1,3})(?=[A-ZÀ-Þ“\"«\u0621-\u064a])")


def paragraphs(lines: list[Line]) -> list[Piece]:
    """The paragraphs, footnotes last; a raised mark that refers to a footnote goes."""
    usual = _usual_size(lines)
    text, notes = _parted(lines, usual)
    joiner = Joiner("\n".join(line.text for line in lines))
    leading = _leadings(lines)
    pieces = [_piece(group, usual, joiner) for group in _groups(text, leading)]
    footnotes = [_footnote(group, joiner) for group in notes]
    known = frozenset(n.label for n in footnotes if n.label)
    return [replace(p, text=raised(p.text, known)) for p in (*pieces, *footnotes)]


def _usual_size(lines: list[Line]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _leadings(lines: list[Line]) -> dict[float, float]:
    """For each size of letters, the usual distance between two lines of one paragraph."""
    gaps: dict[float, Counter[float]] = {}
    for a, b in pairwise(lines):
        gap = a.base - b.base
        if a.row or b.row:
            continue
        near = (a.page, a.flow) == (b.page, b.flow) and abs(a.size - b.size) < 1 and 0.5 * a.size < gap < 4 * a.size
        # only a line that is filled runs on: what follows it is its own paragraph's next line
        if near and a.far - a.end < 2 * a.size:
            gaps.setdefault(round(b.size), Counter())[round(gap * 2) / 2] += 1
    return {size: min(g for g, n in found.items() if n * 3 >= max(found.values())) for size, found in gaps.items()}


def _parted(lines: list[Line], usual: float) -> tuple[list[Line], list[list[Line]]]:
    """The lines of the text, and the footnotes: small letters below the text of their column, the first with a mark."""
    text: list[Line] = []
    notes: list[list[Line]] = []
    column: list[Line] = []
    for line, after in zip(lines, [*lines[1:], None], strict=False):
        column.append(line)
        if after is None or (after.page, after.flow) != (line.page, line.flow):
            marks = frozenset(m.strip("[](). ") for one in column for m in RAISED.findall(one.text))
            cut = min(_first_note(column, usual, marks), _told_above(column, usual, marks))
            text += column[:cut]
            for one in (_parted_mark(one, marks) for one in column[cut:]):
                if NOTE.match(one.text) or not notes:
                    notes.append([one])
                else:
                    notes[-1].append(one)
            column = []
    return text, notes


def _parted_mark(line: Line, marks: frozenset[str]) -> Line:
    """A note whose number stands glued to its first word, as some programs print it, with a blank between the two."""
    found = GLUED_NOTE.match(line.text)
    if found is None or found[1] not in marks:
        return line
    return replace(line, text=f"{found[1]} {line.text[found.end() :]}")


def _first_note(column: list[Line], usual: float, marks: frozenset[str]) -> int:
    """Where the footnotes of a column begin; its length where it has none."""
    first = len(column)
    while first > 0 and column[first - 1].size <= 0.9 * usual and not column[first - 1].row:
        first -= 1
    while first < len(column) and not NOTE.match(_parted_mark(column[first], marks).text):
        first += 1
    return first


def _told_above(column: list[Line], usual: float, marks: frozenset[str]) -> int:
    """Where notes begin that are set as the text is: at the foot of a column, with the marks that are raised above them."""
    if not marks:
        return len(column)
    for n in range(1, len(column)):
        found = BARE_NOTE.match(column[n].text)
        if found is None or found[1] not in marks or column[n].row:
            continue
        below = [m[1] for line in column[n:] if (m := BARE_NOTE.match(line.text))]
        apart = column[n - 1].base - column[n].base > 1.5 * usual
        if apart and below == sorted(below, key=int) and marks.issuperset(below):
            return n
    return len(column)


def _groups(lines: list[Line], leading: dict[float, float]) -> Iterator[list[Line]]:
    """The lines of each paragraph."""
    group: list[Line] = []
    for line in lines:
        if group and _divides(group, line, leading):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _divides(group: list[Line], line: Line, leading: dict[float, float]) -> bool:
    before = group[-1]
    if before.row or line.row:
        return (before.page, before.row) != (line.page, line.row)
    closed = bool(CLOSED.search(before.text))
    if abs(before.size - line.size) > 0.12 * max(before.size, line.size):
        return True
    divided = bool(DIVIDED.search(before.text)) and line.text[:1].islower()
    ends_short = not divided and _has_room(before, line)
    if (before.page, before.flow) != (line.page, line.flow):
        return ends_short or (closed and (before.text[-1] in ".;؛:" or bool(begins(line.text))))
    gap = before.base - line.base
    usual = leading.get(round(line.size), 1.2 * line.size)
    # beside one another stand the cells of one row
    apart = gap > 1.3 * usual or gap < 0.2 * line.size
    return apart or ends_short or _begins(before, line, closed)


def _begins(before: Line, line: Line, closed: bool) -> bool:
    """Whether the words or the indent of a line begin a paragraph."""
    kind = begins(line.text)
    if kind == "label" and (closed or line.start < before.start - line.size):
        return True
    if closed and kind in ("opening", "organ"):
        return True
    inward = line.start - line.near
    return closed and inward > 1.2 * line.size and inward > before.start - before.near + line.size


def _has_room(before: Line, line: Line) -> bool:
    """Whether the first word of the next line had had room: then its writer ended the line there."""
    word = line.text.split(" ", 1)[0]
    length = max(len(line.text), 1)
    wide = (line.end - line.start) / length * len(word)
    room, other = before.far - before.end, before.start - before.near
    if room > before.size and abs(room - other) < before.size:  # a centred line
        room += other
    return room > wide + 1.5 * before.size


def _piece(group: list[Line], usual: float, joiner: Joiner) -> Piece:
    text, joined = joiner.join([line.text for line in group])
    if group[0].row:
        return Piece(text, kind="cell", joined=joined)
    large = group[0].size > 1.14 * usual and len(text) < 250
    return Piece(text, heading=large, joined=joined)


def _footnote(group: list[Line], joiner: Joiner) -> Piece:
    text, joined = joiner.join([line.text for line in group])
    found = NOTE.match(text)
    if found is None:
        return Piece(text, kind="footnote", joined=joined)
    return Piece(text[found.end() :], found[1] or found[2] or found[3], False, "footnote", joined)
