"""The drawing of a programme: areas by goals, each cell shaded by what the public is told, and bars over the years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from amana.mandates.lifecycle import VIEWS, PublicView
from amana.programme.programme import Area, Goal
from amana.programme.progress import Counted

ROW, CELL = 32, 22
"""Height of a line and of its cells, in pixels."""
TALL = 96
NUMBERS = 12.0
"""How much of the width the numbers of the areas take, in percent."""
WHOLE = 18.0
"""How much the cell of the whole area takes; its goals take the rest after a gap."""
GAP = 3.0
GOALS = NUMBERS + WHOLE + GAP
"""Where the goals begin."""
YEARS = re.compile(r"\b(\d{4})\s?[-–/]\s?(\d{4})\b", re.ASCII)
FEWEST = 8
"""Goals are drawn no wider than an eighth of their room."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a cell in one shade: a public word, 'empty' (nothing behind it), 'unlisted' or 'unknown'."""

    shade: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A frame with its shades, in percent of the width. `count`: how many mandates, None where it says none."""

    x: str
    width: str
    segments: tuple[Segment, ...]
    count: int | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One area: its cell as a whole, its goals, and where more of them are not known the cell that says so. `y` in pixels.

    `decisions`: a bar under the cell, as long as there are decisions on its subjects.
    """

    area: Area
    y: int
    whole: Cell
    goals: tuple[Cell, ...]
    unknown: Cell | None = None
    decisions: Segment | None = None

    @property
    def base(self) -> int:
        """Where its words stand."""
        return self.y + CELL - 6

    @property
    def under(self) -> int:
        """Where the bar of decisions lies."""
        return self.y + CELL + 2


@dataclass(frozen=True, slots=True)
class Map:
    """The whole drawing. `height` in pixels; `shades`: those that occur, for the legend."""

    lines: tuple[Line, ...]
    height: int
    shades: tuple[str, ...]


Counts = Mapping[PublicView, int]


@dataclass(frozen=True, slots=True)
class Room:
    """A stretch of the width, which a right-to-left page lays out from its other end."""

    mirrored: bool = False

    def cell(self, start: float, width: float, counts: Counts, *, number: str = "", shade: str = "empty") -> Cell:
        """A cell at `start` percent, its shades in proportion to the counts.

        >>> cell = Room(mirrored=True).cell(0, 20, {"done": 1, "under_way": 1})
        >>> [(s.shade, s.x, s.width) for s in cell.segments]
        [('done', '90.00%', '10.00%'), ('under_way', '80.00%', '10.00%')]
        """
        total = sum(counts.values())
        segments, at = [], start
        for view in VIEWS:
            if share := counts.get(view, 0) * width / total if total else 0.0:
                segments.append(Segment(view, *self._place(at, share)))
                at += share
        if not segments:
            segments.append(Segment(shade, *self._place(start, width)))
        return Cell(*self._place(start, width), tuple(segments), total or None, number)

    def _place(self, start: float, width: float) -> tuple[str, str]:
        return f"{100 - start - width if self.mirrored else start:.2f}%", f"{width:.2f}%"


Row = tuple[Area, Counts, Sequence[tuple[Goal, Counts]], int]
"""An area, the mandates behind it by public word, its goals with theirs, and the decisions on its subjects."""


def heat_map(rows: Sequence[Row], *, mirrored: bool = False) -> Map:
    """Areas by goals. Goals that are known by number only are drawn unlisted; where not even that, one unknown cell."""
    room = Room(mirrored)
    most = max((area.goals_in_all or len(goals) for area, _, goals, _ in rows), default=0)
    width = (100 - GOALS) / max(most, FEWEST)
    busiest = max((decisions for *_, decisions in rows), default=0)
    lines = tuple(_line(room, ROW * place + 4, row, width, busiest) for place, row in enumerate(rows))
    return Map(lines, ROW * len(lines) + 4, _shades(lines))


def _line(room: Room, y: int, row: Row, width: float, busiest: int) -> Line:
    area, counts, goals, decisions = row
    start = GOALS + len(goals) * width
    more_unknown = area.goals_in_all is None and start < 95
    unknown = room.cell(start, 100 - start, {}, shade="unknown") if more_unknown else None
    bar = room.cell(NUMBERS, WHOLE * decisions / busiest, {}).segments[0] if decisions else None
    return Line(area, y, room.cell(NUMBERS, WHOLE, counts), _goals(room, area, goals, width), unknown, bar)


def _goals(room: Room, area: Area, goals: Sequence[tuple[Goal, Counts]], width: float) -> tuple[Cell, ...]:
    held = [
        room.cell(GOALS + at * width, width * 0.86, counts, number=goal.number)
        for at, (goal, counts) in enumerate(goals)
    ]
    unlisted = range(len(goals), area.goals_in_all or 0)
    held += [room.cell(GOALS + at * width, width * 0.86, {}, shade="unlisted") for at in unlisted]
    return tuple(held)


def _shades(lines: Iterable[Line]) -> tuple[str, ...]:
    cells = [cell for line in lines for cell in (line.whole, *line.goals, *((line.unknown,) if line.unknown else ()))]
    found = {segment.shade for cell in cells for segment in cell.segments}
    return tuple(shade for shade in (*VIEWS, "empty", "unlisted", "unknown") if shade in found)


@dataclass(frozen=True, slots=True)
class Column:
    """How many activities a step counted, as a bar that stands on the line; `y` and `height` in pixels."""

    counted: Counted
    x: str
    middle: str
    width: str
    y: int
    height: int

    @property
    def label(self) -> str:
        """The years that its words name ('2016–2017'), else the year of its day; '' where nothing is known.

        >>> from amana.programme.programme import Step
        >>> from amana.values.words import Words
        >>> step = Step("r", "report", None, Words(en="Progress report 2016-2017"), activities=435)
        >>> columns([Counted(step, 435, 1000)])[0].label
        '2016–2017'
        """
        step = self.counted.step
        named = next((found for words in step.words.values() if (found := YEARS.search(words))), None)
        if named:
            return f"{named[1]}–{named[2]}"
        return str(step.day.first.year) if step.day and step.day.first else ""


def columns(counted: Sequence[Counted], *, mirrored: bool = False) -> tuple[Column, ...]:
    """Bars from the first step to the last, right to left where the page is.

    >>> from amana.programme.programme import Step
    >>> from amana.values.words import Words
    >>> two = [Counted(Step(k, "report", None, Words()), n, n * 10) for k, n in (("a", 50), ("b", 100))]
    >>> [(c.middle, c.y, c.height) for c in columns(two, mirrored=True)]
    [('83.3%', 68, 48), ('50.0%', 20, 96)]
    """
    band = 100 / max(len(counted), 3)
    drawn = []
    for place, one in enumerate(counted):
        middle = band * (place + 0.5)
        middle = 100 - middle if mirrored else middle
        height = round(TALL * one.share / 1000)
        drawn.append(
            Column(
                one, f"{middle - band * 0.2:.1f}%", f"{middle:.1f}%", f"{band * 0.4:.1f}%", 20 + TALL - height, height
            )
        )
    return tuple(drawn)
