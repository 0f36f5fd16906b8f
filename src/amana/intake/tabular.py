"""Tables on a page: where lines stand in the same three or more columns, and which of them are one row of the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from amana.intake.visual import Row, Seen

FEWEST = 3
"""Columns: two are a paragraph with its number, or a signature beside another, as likely as a table."""
STRIP, NARROWED = 0.8, 0.45
"""How wide, in sizes of a letter, a gap of its first line is at least, and the strip that all lines leave empty."""
LONGER = 1.12
"""How much more room stands between two rows of a table than between two lines of one."""
WIDER = 1.4
"""How much wider the gap between two cells is than the blanks of its line."""
BLANK = 0.15
"""How wide, in sizes, a blank is at least; what is narrower stands beside a mark."""
EVEN = 0.5
"""How much the blanks of a line that was spaced out differ at most, in sizes."""
APART = 4.0
"""How far below one another, in sizes, two lines of a table stand at most."""

FAR = 100_000.0
"""Points: no page is as wide."""

Strip = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Table:
    """Lines of a page, from `start` to before `end`; the strips between its columns; where each of its rows begins."""

    start: int
    end: int
    strips: tuple[Strip, ...]
    begins: tuple[int, ...]
    parted: bool = False
    """Whether more room stands between its rows than between the lines of one."""


def tables(rows: Sequence[Row]) -> Iterator[Table]:
    """The tables among the lines of a page, from the top."""
    at = 0
    while at < len(rows):
        found = _table(rows, at)
        if found is None:
            at += 1
        else:
            yield found
            at = found.end


def cells(row: Row, strips: Sequence[Strip]) -> list[list[Seen]]:
    """The marks of one line, column by column from the left; a column may have none."""
    edges = [(left + right) / 2 for left, right in strips]
    out: list[list[Seen]] = [[] for _ in range(len(edges) + 1)]
    for mark in row.marks:
        out[sum(1 for edge in edges if (mark.left + mark.right) / 2 > edge)].append(mark)
    return out


def runs_through(rows: Sequence[Row], table: Table) -> bool:
    """Whether some column goes on, line below line, where the rows of a table should begin: then it is text in columns."""
    steps = _steps(rows, table.start, table.end, table.strips)
    usual = _usual([round(step, 1) for several in steps.values() for step in several])
    through = [n for n in table.begins if any(step <= LONGER * usual for step in steps.get(n, ()))]
    return len(through) > 0.3 * len(table.begins)


def _steps(rows: Sequence[Row], start: int, end: int, strips: Sequence[Strip]) -> dict[int, list[float]]:
    """Of each line, how far below the one above it stands in each of its columns, in sizes."""
    steps: dict[int, list[float]] = {}
    above: dict[int, Seen] = {}
    for n in range(start, end):
        for column, marks in enumerate(cells(rows[n], strips)):
            if words := [m for m in marks if m.kind != "W"]:
                if column in above:
                    steps.setdefault(n, []).append((above[column].base - words[0].base) / (words[0].size or 1.0))
                above[column] = words[0]
    return steps


def _table(rows: Sequence[Row], start: int) -> Table | None:
    strips = [gap for gap in _gaps(rows[start])[1:-1] if gap[1] - gap[0] >= STRIP * rows[start].size]
    if len(strips) < FEWEST - 1:
        return None
    end = start + 1
    while end < len(rows) and rows[end - 1].base - rows[end].base < APART * rows[end].size:
        narrowed = [s for s in _shared(strips, _gaps(rows[end])) if s[1] - s[0] >= NARROWED * rows[end].size]
        narrowed = [s for s in narrowed if not _is_blank(rows[end], s)]
        if len(narrowed) < FEWEST - 1:
            break
        strips, end = narrowed, end + 1
    wide = [s for s in strips if s[1] - s[0] >= STRIP * rows[start].size]
    if len(wide) >= FEWEST - 1:
        strips = wide
    elif end - start <= FEWEST:
        return None
    edges = min(row.left for row in rows), max(row.right for row in rows)
    if any(_is_spaced_out(row, edges) for row in rows[start:end]):
        return None
    begins, parted = _begins(rows[start:end], strips, _leading(rows))
    while len(begins) > 1 and _is_after(rows[start + begins[-1] : end], strips):
        end = start + begins.pop()
    full = sum(
        1
        for one, next_ in pairwise([*begins, end - start])
        if _filled(rows[start + one : start + next_], strips) >= FEWEST
    )
    if full < 2:
        return None
    top = _top(rows, start, strips, _leading(rows))
    return Table(top, end, tuple(strips), (top, *(start + n for n in begins[1:])), parted)


def _top(rows: Sequence[Row], start: int, strips: Sequence[Strip], leading: float) -> int:
    """The first line of a table of which some cells are set higher than the others of their row."""
    while start and 0 < rows[start - 1].base - rows[start].base < 0.9 * leading * rows[start].size:
        left = [s for s in _shared(strips, _gaps(rows[start - 1])) if s[1] - s[0] >= NARROWED * rows[start].size]
        if len(left) < len(strips):
            break
        start -= 1
    return start


def _is_spaced_out(row: Row, edges: Strip) -> bool:
    """Whether a line of text was spaced out evenly from edge to edge, as a program fills lines with few words."""
    inner = _gaps(row)[1:-1]
    widths = [right - left for left, right in inner if right - left > BLANK * row.size]
    filled = row.left - edges[0] < row.size / 2 and edges[1] - row.right < row.size / 2
    return filled and len(widths) >= FEWEST - 1 and max(widths) - min(widths) < EVEN * row.size


def _is_blank(row: Row, strip: Strip) -> bool:
    """Whether what stands in the strip is a blank of this line like its others, as in running text."""
    inner = _gaps(row)[1:-1]
    widths = [right - left for left, right in inner if BLANK < (right - left) / row.size < STRIP]
    usual = median(widths) if len(widths) > FEWEST else 0.0
    within = [right - left for left, right in inner if left <= strip[0] and strip[1] <= right]
    return any(width < min(WIDER * usual, STRIP * row.size) for width in within)


def _gaps(row: Row) -> list[Strip]:
    """The empty spans of a line, with all that is left and right of it."""
    out: list[Strip] = []
    reach = -FAR
    for left, right in sorted((m.left, m.right) for m in row.marks if m.kind != "W"):
        if left > reach:
            out.append((reach, left))
        reach = max(reach, right)
    return [*out, (reach, FAR)]


def _shared(some: Sequence[Strip], others: Sequence[Strip]) -> list[Strip]:
    both = [(max(a, c), min(b, d)) for a, b in some for c, d in others]
    return sorted(strip for strip in both if strip[1] > strip[0])


def _leading(rows: Sequence[Row], otherwise: float = 1.2) -> float:
    """How far, in sizes of a letter, lines usually stand below one another."""
    return _usual([round((a.base - b.base) / a.size, 1) for a, b in pairwise(rows) if a.size > 0], otherwise)


def _usual(steps: Sequence[float], otherwise: float = 1.2) -> float:
    near = {step: count for step, count in Counter(steps).items() if 1.0 <= step <= 2.4}
    return min((step for step, count in near.items() if count * 3 > max(near.values())), default=otherwise)


def _begins(rows: Sequence[Row], strips: Sequence[Strip], leading: float) -> tuple[list[int], bool]:
    """Where the rows of a table begin: after more room than lines have (told), or where a line has words in each column."""
    steps = [a.base - b.base for a, b in pairwise(rows)]
    inner = min(leading, _leading(rows, leading)) * rows[0].size
    if any(step > LONGER * inner for step in steps):
        return [0] + [n for n, step in enumerate(steps, 1) if step > LONGER * inner], True
    filled = (n for n, step in enumerate(steps, 1) if step >= 0.9 * inner and _filled([rows[n]], strips) >= FEWEST)
    return [0, *filled], False


def _is_after(rows: Sequence[Row], strips: Sequence[Strip]) -> bool:
    """Whether the last lines are no row of the table but text below it: at the edge of the page and nowhere else."""
    inner = any(m.kind != "W" for row in rows for cell in cells(row, strips)[1:-1] for m in cell)
    return not inner and _filled(rows, strips) < FEWEST - 1


def _filled(rows: Sequence[Row], strips: Sequence[Strip]) -> int:
    """How many columns of a row of the table have words."""
    lines = [cells(row, strips) for row in rows]
    return sum(1 for column in zip(*lines, strict=True) if any(m.kind != "W" for cell in column for m in cell))
