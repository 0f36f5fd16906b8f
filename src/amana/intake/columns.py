"""The lines of one page in the order in which they are read: along the line, down the column, from column to column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from amana.intake.gutters import ACROSS, MANY_ROWS, WITHIN, apart_at, gutter_of, half, is_full, sides
from amana.intake.tabular import Table, cells, runs_through, tables
from amana.intake.visual import Row, Seen, brackets_meant, read_order
from amana.values.expressions import expression

LETTERSPACED = 6
"""Letters that make a line of letters that stand apart."""
MANY_LETTERS = 150
"""Of a column that is a text of its own, not a name in another script."""
DASHES = ("–", "—")
BEFORE_WORDS = tuple("%٪.:،؛-()")
PERCENT = ("%", "٪")
STOPS = tuple(".,;:،؛")
APART = tuple(";:!?»")
"""Signs that French sets apart from the word before them."""
STRETCHED = expression("(?<=[\u0620-\u0669])[<>]+(?=[\u0620-\u0669])")
"""The stroke with which some programs stretch Arabic words to fill a line, which they call a bracket."""


@dataclass(frozen=True, slots=True)
class Page:
    """The marks of one page as they were found; how many letters it has, and how many of them are no letters."""

    number: int
    seen: tuple[Seen, ...]
    height: float
    letters: int = 0
    strange: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is read. Raised letters stand between two control characters; `near` and `far`: the edges of its
    column, measured in the direction of reading, as are `start` and `end`; `flow` counts columns over all pages."""

    text: str
    start: float
    end: float
    near: float
    far: float
    base: float
    size: float
    page: int
    flow: int
    height: float
    rtl: bool = False
    row: int = 0
    """Of a table: the same for all lines of one of its rows, another one for the next; 0 elsewhere."""


def lines_of(page: Page, before: list[Line] | None = None) -> list[Line]:
    """The lines of a page in the order of reading. On an Arabic page the right column comes first.

    `before`: the page before it, whose columns go on where one of them ends after a line or two.
    """
    rows = _rows(page.seen)
    if not rows:
        return []
    rtl = _runs_left([m for row in rows for m in row.marks])
    found = list(tables(rows))
    parts = [rows] if _is_table(rows, found) else _columns(rows, rtl)
    if len(parts) == 1 and before and not _is_table(rows, found):
        parts = _as_before(rows, rtl, before)
    if len(parts) == 1:
        return _with_tables(rows, found, page)
    return [line for flow, part in enumerate(parts) for line in _lines(part, page, flow)]


def _is_table(rows: list[Row], found: list[Table]) -> bool:
    """Whether most of a page is one table: its rows stand apart from one another, which lines in columns seldom do."""
    return any(
        t.parted and len(t.begins) > MANY_ROWS and t.end - t.start > 0.6 * len(rows) and not runs_through(rows, t)
        for t in found
    )


def _with_tables(rows: list[Row], found: list[Table], page: Page) -> list[Line]:
    """The lines of a page without columns; those of a table row by row and cell by cell."""
    whole = list(_lines(rows, page, 0))
    out: list[Line] = []
    at = 0
    for table in found:
        beside = _side_by_side(rows, table)
        inner = _one_by_one(beside, page, whole[0].rtl) if beside else _table_lines(rows, table, whole)
        out += [*whole[at : table.start], *inner]
        at = table.end
    return [*out, *whole[at:]]


def _side_by_side(rows: list[Row], table: Table) -> list[list[Row]]:
    """The columns of a table, where they are the versions of one text in several scripts; else none."""
    lines = rows[table.start : table.end]
    parts = zip(*(cells(row, table.strips) for row in lines), strict=True)
    columns = [
        [half(row, marks, []) for row, marks in zip(lines, column, strict=True) if any(m.kind != "W" for m in marks)]
        for column in parts
    ]
    filled = [column for column in columns if sum(len(m.text) for row in column for m in row.marks) > MANY_LETTERS]
    scripts = {_runs_left(m for row in column for m in row.marks) for column in filled}
    return columns if len(scripts) > 1 else []


def _one_by_one(columns: list[list[Row]], page: Page, rtl: bool) -> Iterator[Line]:
    for flow, column in enumerate(reversed(columns) if rtl else columns, 1):
        if column:
            yield from _lines(column, page, flow)


def _table_lines(rows: list[Row], table: Table, whole: list[Line]) -> Iterator[Line]:
    for number, (start, end) in enumerate(pairwise([*table.begins, table.end]), 1):
        rtl = whole[start].rtl
        columns = list(zip(*(cells(row, table.strips) for row in rows[start:end]), strict=True))
        for column in reversed(columns) if rtl else columns:
            for n, marks in enumerate(column, start):
                if any(m.kind != "W" for m in marks):
                    text = _text(replace(rows[n], marks=marks), rtl)
                    yield replace(whole[n], text=text, row=table.start * 1000 + number)


def _lines(rows: list[Row], page: Page, flow: int) -> Iterator[Line]:
    """The rows of one column as lines."""
    marks = [m for row in rows for m in row.marks]
    rtl = _runs_left(marks) and not _set_from_the_left(rows)
    left, right = min(m.left for m in marks), max(m.right for m in marks)
    for row in rows:
        text = _text(row, rtl)
        start, end, near, far = row.left, row.right, left, right
        if rtl:
            start, end, near, far = -row.right, -row.left, -right, -left
        yield Line(text, start, end, near, far, row.base, row.size, page.number, flow, page.height, rtl)


def _runs_left(marks: Iterable[Seen]) -> bool:
    """Whether most letters are Arabic."""
    arabic = latin = 0
    for mark in marks:
        arabic += len(mark.text) if mark.kind == "R" else 0
        latin += len(mark.text) if mark.kind == "L" else 0
    return arabic > latin


def _set_from_the_left(rows: list[Row]) -> bool:
    """Whether Arabic words were set as if the line ran to the right, so that stops stand at its right end."""
    ends = [[m for m in row.marks if m.kind != "W"] for row in rows]
    right = sum(1 for marks in ends if marks and marks[-1].text in STOPS)
    return right > sum(1 for marks in ends if marks and marks[0].text in STOPS)


def _rows(seen: tuple[Seen, ...]) -> list[Row]:
    """The marks by height, from the top; a small mark above or below a line belongs to that line."""
    real = [m for m in seen if m.kind != "W"]
    if not real:
        return []
    usual = median(m.size for m in real)
    large = sorted((m for m in real if m.size >= 0.88 * usual), key=lambda m: -m.base)
    rows: list[Row] = []
    for mark in large:
        if rows and abs(rows[-1].base - mark.base) <= 0.35 * max(rows[-1].size, 1.0):
            rows[-1].marks.append(mark)
            rows[-1].size = max(rows[-1].size, mark.size)
        else:
            rows.append(Row(mark.base, mark.size, [mark]))
    small = sorted((m for m in real if m.size < 0.88 * usual), key=lambda m: -m.base)
    own: list[Row] = []
    for mark in _carried(small, rows):
        if own and abs(own[-1].base - mark.base) <= 0.35 * max(own[-1].size, 1.0):
            own[-1].marks.append(mark)
        else:
            own.append(Row(mark.base, mark.size, [mark]))
    rows = sorted([*rows, *_merged(own)], key=lambda r: -r.base)
    _add_blanks(rows, [m for m in seen if m.kind == "W"])
    for row in rows:
        row.marks.sort(key=lambda m: m.left + m.right)
    return rows


def _carried(small: list[Seen], rows: list[Row]) -> list[Seen]:
    """Small marks given to the lines beside which they stand, one next to another; those that stand for themselves."""
    while True:
        alone: list[Seen] = []
        for mark in small:
            carrier = _carrier(mark, rows)
            if carrier is None:
                alone.append(mark)
            else:
                carrier.marks.append(_raised(mark, carrier))
        if len(alone) in (0, len(small)):
            return alone
        small = alone


def _merged(rows: list[Row]) -> list[Row]:
    """Rows of small letters; a number still smaller and raised beside one of them is its footnote mark."""
    out: list[Row] = []
    marks = [r for r in rows if all(m.kind == "N" and len(m.text) <= 3 for m in r.marks) and len(r.marks) == 1]
    lines = [r for r in rows if r not in marks]
    for mark in marks:
        found = next(
            (r for r in lines if mark.size < 0.88 * r.size and -0.2 * r.size <= mark.base - r.base <= 0.7 * r.size),
            None,
        )
        if found is None:
            out.append(mark)
        else:
            found.marks.append(_raised(mark.marks[0], found))
    return [*lines, *out]


def _carrier(mark: Seen, rows: list[Row]) -> Row | None:
    """The line beside which a small mark is raised, or within which it is set."""
    for row in rows:
        above = mark.base - row.base
        if -0.2 * row.size <= above <= 0.7 * row.size and mark.size < 0.88 * row.size:
            gap = min(max(m.left - mark.right, mark.left - m.right) for m in row.marks)
            if gap < 0.5 * row.size:
                return row
    return None


def _raised(mark: Seen, row: Row) -> Seen:
    raised = mark.base - row.base > 0.15 * row.size
    return Seen(mark.text, mark.kind, mark.left, mark.right, mark.base, mark.size, raised)


def _add_blanks(rows: list[Row], blanks: list[Seen]) -> None:
    by_height: dict[int, list[Row]] = {}
    for row in rows:
        for key in range(int(row.base // 4) - 1, int(row.base // 4) + 2):
            by_height.setdefault(key, []).append(row)
    for blank in blanks:
        beside = by_height.get(int(blank.base // 4), ())
        carrier = min(beside, key=lambda r: abs(r.base - blank.base), default=None)
        if carrier is None or not carrier.left <= blank.left <= carrier.right:
            continue
        if abs(carrier.base - blank.base) <= 0.35 * carrier.size:
            carrier.marks.append(blank)


def _as_before(rows: list[Row], rtl: bool, before: list[Line]) -> list[list[Row]]:
    """The rows in the two columns of the page before, where the first one is full of lines here and the second begins."""
    edges = [sorted((abs(near), abs(far))) for near, far in dict.fromkeys((x.near, x.far) for x in before)]
    many = [sum(1 for x in before if sorted((abs(x.near), abs(x.far))) == edge) for edge in edges]
    (left, right) = sorted(e for e, n in zip(edges, many, strict=True) if n >= MANY_ROWS) if _two(many) else ([], [])
    if not left or left[1] >= right[0]:
        return [rows]
    gutter = (left[1] + right[0]) / 2
    apart = apart_at(rows, gutter)
    ones, others = [s[0] for s in apart if s[0].marks], [s[1] for s in apart if s[1].marks]
    first, second = (others, ones) if rtl else (ones, others)
    if len(apart) == len(rows) and _begin_at(ones, left, rtl) and _begin_at(others, right, rtl):
        return _columns(rows, rtl, gutter)
    if len(first) < MANY_ROWS or not 0 < len(second) < MANY_ROWS or not is_full(first):
        return [rows]
    edge = [abs(r.right - left[1]) if rtl else abs(r.left - right[0]) for r in second]
    return _columns(rows, rtl, gutter) if min(edge) < second[0].size else [rows]


def _begin_at(rows: list[Row], edges: list[float], rtl: bool) -> bool:
    """Whether a few lines stand within the edges of a column, and the first of them begins there."""
    if not 0 < len(rows) < 2 * MANY_ROWS:
        return False
    within = all(edges[0] - r.size < r.left and r.right < edges[1] + r.size for r in rows)
    return within and min(abs(r.right - edges[1]) if rtl else abs(r.left - edges[0]) for r in rows) < rows[0].size


def _two(many: list[int]) -> bool:
    """Whether two columns have lines enough to be columns of text."""
    return sum(1 for n in many if n >= MANY_ROWS) == 2


def _columns(rows: list[Row], rtl: bool, gutter: float | None = None, most: float = ACROSS) -> list[list[Row]]:
    """The rows, column after column; what stands across all columns parts the page, and `most` of the rows may."""
    gutter = gutter or gutter_of(rows, most)
    if gutter is None:
        return [rows]
    out: list[list[Row]] = []
    across: list[bool] = []
    first: list[Row] = []
    second: list[Row] = []

    def end() -> None:
        for column in (second, first) if rtl else (first, second):
            for part in _columns(list(column), rtl, most=WITHIN) if column else ():
                out.append(part)
                across.append(False)
        first.clear()
        second.clear()

    for row in rows:
        halves = sides(row, gutter)
        if halves is not None:
            for side, column in zip(halves, (first, second), strict=True):
                if side.marks:
                    column.append(side)
            continue
        end()
        if across and across[-1]:
            out[-1].append(row)
        else:
            out.append([row])
            across.append(True)
    end()
    return out


def _within_word(marks: list[Seen], n: int) -> bool:
    """Whether a blank has no width and stands between marks that touch, one of them Arabic: no word ends there."""
    if marks[n].right > marks[n].left or not 0 < n < len(marks) - 1:
        return False
    before, after = marks[n - 1], marks[n + 1]
    gap = after.left - before.right
    return "R" in (before.kind, after.kind) and gap < 0.06 * max(before.size, after.size)


def _figure_and_word(one: Seen, next_: Seen) -> bool:
    """Whether a figure or a dash stands beside an Arabic word, or a sign before one: PDFium leaves out blanks there."""
    other = next_ if one.kind == "R" else one
    if other is next_ and other.text in BEFORE_WORDS and not other.raised:
        return True
    return "R" in (one.kind, next_.kind) and (other.kind in "NA" or other.text in DASHES) and not other.raised


def _letterspaced(row: Row) -> float:
    """Where the letters of a line stand apart, as in some titles: how wide a gap between two of them is at most; else 0."""
    words = [m for m in row.marks if m.kind == "L"]
    if len(words) < LETTERSPACED or sum(1 for m in words if len(m.text) == 1) < 0.8 * len(words):
        return 0.0
    return 1.5 * median(next_.left - one.right for one, next_ in pairwise(words))


def _enough(one: Seen, next_: Seen, blanks: bool) -> float:
    """How wide a gap between two marks is, in sizes, at which a blank stands. `blanks`: whether the line has any told."""
    words = (one.kind in "RL" or one.text in PERCENT or one.raised) and next_.kind in "RL"
    words = words or (one.raised and next_.text in APART)
    if words:
        return 0.2
    if not blanks:
        # the shape of a 1 leaves much room to both its sides
        return 0.3 if "N" in (one.kind, next_.kind) and (one.text in STOPS or next_.text in STOPS) else 0.2
    return 0.27 if _figure_and_word(one, next_) else 0.45


def _text(row: Row, rtl: bool) -> str:
    """The words of a row as they are read."""
    spaced: list[Seen] = []
    blanks = any(m.kind == "W" for m in row.marks)
    letterspaced = _letterspaced(row)
    for n, mark in enumerate(row.marks):
        if mark.kind == "W" and _within_word(row.marks, n):
            continue
        if mark.kind != "W" and spaced and spaced[-1].kind != "W":
            gap = mark.left - max(s.right for s in spaced[-2:])
            if gap > max(_enough(spaced[-1], mark, blanks) * row.size, letterspaced):
                spaced.append(Seen(" ", "W", mark.left, mark.left, size=row.size))
        spaced.append(mark)
    out: list[str] = []
    up = False
    for mark in read_order(spaced, rtl):
        if mark.raised != up and (mark.kind != "W" or up):
            out.append("\x0e" if mark.raised else "\x0f")
            up = mark.raised
        out.append(mark.text)
    text = " ".join(STRETCHED.sub("", "".join(out) + ("\x0f" if up else "")).split())
    return brackets_meant(text) if any(m.kind == "R" for m in row.marks) else text
