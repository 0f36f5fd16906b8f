"""Where the empty strip between two columns of running text stands, and the rows to both sides of it."""

from __future__ import annotations

from statistics import median

from amana.intake.visual import Row, Seen

MANY_ROWS = 4
"""Lines that make a column."""


def sides(row: Row, gutter: float) -> tuple[Row, Row] | None:
    """The two halves of a row; None where it stands across the gutter."""
    real = [m for m in row.marks if m.kind != "W"]
    left = [m for m in real if m.right <= gutter]
    right = [m for m in real if m.left >= gutter]
    if len(left) + len(right) < len(real):
        return None
    if left and right and min(m.left for m in right) - max(m.right for m in left) < 0.9 * row.size:
        return None
    blanks = [m for m in row.marks if m.kind == "W"]
    edge = max((m.right for m in left), default=gutter)
    other = min((m.left for m in right), default=gutter)
    return (
        half(row, left, [b for b in blanks if b.right <= edge]),
        half(row, right, [b for b in blanks if b.left >= other]),
    )


def half(row: Row, marks: list[Seen], blanks: list[Seen]) -> Row:
    """A half of a row, on its own height: columns need not stand on the same lines."""
    size = max((m.size for m in marks), default=row.size)
    bases = [m.base for m in marks if not m.raised and m.size > 0.88 * size]
    return Row(
        median(bases) if bases else row.base,
        size,
        sorted([*marks, *blanks], key=lambda m: m.left + m.right) if marks else [],
    )


ACROSS, WITHIN = 0.34, 0.12
"""Which part of the rows stands across a gutter at most: of a page, and of a column of it."""


def gutter_of(rows: list[Row], most: float = ACROSS) -> float | None:
    """The middle of the empty strip between two columns of running text; None where there is one column.

    `most`: which part of the rows may stand across it.
    """
    if len(rows) < MANY_ROWS:
        return None
    left, right = min(r.left for r in rows), max(r.right for r in rows)
    width = right - left
    best, found = 0, None
    three, third, aside = 0, None, list[Row]()
    for step in range(30, 71):
        x = left + width * step / 100
        apart = apart_at(rows, x, most)
        ones, others = [s[0] for s in apart if s[0].marks], [s[1] for s in apart if s[1].marks]
        if min(len(ones), len(others)) < MANY_ROWS:
            continue
        if not _beside(ones, others):
            continue
        full = is_full(ones) + is_full(others)
        if full == 2 and len(apart) > best:
            best, found = len(apart), x
        elif full == 1 and len(apart) > three:
            three, aside = len(apart), others if is_full(ones) else ones
            third = x
    if third is not None and three > best and gutter_of(aside, most) is not None:
        return third
    return found


def apart_at(rows: list[Row], x: float, most: float = ACROSS) -> list[tuple[Row, Row]]:
    """The rows that do not stand across `x`; none where more than `most` of them do."""
    out: list[tuple[Row, Row]] = []
    across = 0
    for row in rows:
        if any(m.left < x < m.right for m in row.marks) or (halves := sides(row, x)) is None:
            across += 1
            if across > most * len(rows):
                return []
        else:
            out.append(halves)
    return out


def is_full(rows: list[Row]) -> bool:
    """Whether these half rows are lines of running text: most reach over most of their column."""
    wide = max(r.right for r in rows) - min(r.left for r in rows)
    filled = sum(1 for r in rows if r.right - r.left > 0.7 * wide)
    words = median(sum(1 for m in r.marks if m.kind in "RL") for r in rows)
    return filled >= 0.45 * len(rows) and words >= 3


def _beside(ones: list[Row], others: list[Row]) -> bool:
    """Whether two columns stand beside one another and not one below the other."""
    top, bottom = min(ones[0].base, others[0].base), max(ones[-1].base, others[-1].base)
    return top - bottom > 0.4 * min(ones[0].base - ones[-1].base, others[0].base - others[-1].base)
