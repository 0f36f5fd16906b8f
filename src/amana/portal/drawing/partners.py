"""What happened with a partner, on one line of years: a lane for each kind, a shape for each kind, a bar where only
the month or year is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from amana.portal.lines import STEPS, Axis, Tick
from amana.relations.partners import Event, EventKind
from amana.relations.timeline import Happened, by_kind

LANE, HEAD = 24, 8
WORDS = 22.0
"""How much of the width the words of the kinds take, in percent; the line of years takes the rest."""
SHAPES: dict[EventKind, str] = {
    "status": "M-5,-5H5V5H-5Z",
    "mission": "M0,-6L6,5H-6Z",
    "accord": "M0,-7L6,0L0,7L-6,0Z",
    "dialogue": "M-5,0A5,5 0 1,0 5,0A5,5 0 1,0 -5,0Z",
    "meeting": "M-6,0L-3,-5H3L6,0L3,5H-3Z",
    "resolution": "M-2,-6H2V6H-2Z",
    "appointment": "M0,6L6,-5H-6Z",
    "statement": "M-2,-6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z",
}
"""Kind → its shape about the point where it stands, in pixels."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An event at `x`; `x1` to `x2` the time it may have been in, both '' where the day is exact."""

    event: Event
    x: str
    x1: str = ""
    x2: str = ""

    @property
    def hollow(self) -> bool:
        """The day is not known exactly."""
        return bool(self.x1)


@dataclass(frozen=True, slots=True)
class Lane:
    """The events of one kind at `y`; `shape` is an SVG path."""

    kind: EventKind
    y: int
    shape: str
    marks: tuple[Mark, ...]

    @property
    def base(self) -> int:
        """Where its word stands."""
        return self.y + 4


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing of one partner. `base` is the height at which the years stand, `now` the place of the day shown."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    height: int
    now: str
    start: str
    end: str
    label: str

    @property
    def base(self) -> int:
        """Where the line of years lies."""
        return self.height - 18

    @property
    def years(self) -> int:
        """Where the words of the years stand."""
        return self.height - 4


@dataclass(frozen=True, slots=True)
class Years:
    """A line of years beside a column of words, from the right where the page runs so."""

    axis: Axis

    def at(self, day: date) -> str:
        """The place of a day in percent of the whole drawing.

        >>> [Years(Axis(2000, 2010, mirrored=m)).at(date(2000, 1, 1)) for m in (False, True)]
        ['22.0%', '78.0%']
        """
        return self._placed(self.axis.at(day))

    def ticks(self) -> tuple[Tick, ...]:
        """About five round years, so that they have room on a phone."""
        long = self.axis.last - self.axis.first
        step = next((s for s in STEPS if long / s <= 6), STEPS[-1])
        first = -(-self.axis.first // step) * step
        return tuple(Tick(year, self.at(date(year, 1, 1))) for year in range(first, self.axis.last + 1, step))

    def _placed(self, place: str) -> str:
        along = float(place.removesuffix("%")) * (99 - WORDS) / 100
        return f"{along + (1 if self.axis.mirrored else WORDS):.1f}%"


def axis_of(events: Iterable[Happened], until: date, *, mirrored: bool) -> Axis:
    """From the year of the earliest event to the year after `until`, at least ten years."""
    firsts = [one.event.day.first.year for one in events if one.event.day and one.event.day.first]
    last = min(until.year + 1, date.max.year)
    return Axis(max(min([*firsts, last - 10]), 1), last, mirrored)


def timeline(events: Sequence[Happened], axis: Axis, until: date) -> Timeline | None:
    """The drawing of what is dated; None where nothing is."""
    years = Years(axis)
    lanes: list[Lane] = []
    for kind, found in by_kind(one for one in events if one.dated):
        marks = tuple(mark for one in found if (mark := _mark(one.event, years, until)) is not None)
        lanes.append(Lane(kind, HEAD + LANE // 2 + LANE * len(lanes), SHAPES[kind], marks))
    if not lanes:
        return None
    ends = sorted((years.at(date(axis.first, 1, 1)), years.at(date(axis.last, 1, 1))), key=lambda x: float(x[:-1]))
    height = HEAD + LANE * len(lanes) + 24
    return Timeline(
        tuple(lanes), years.ticks(), height, years.at(until), ends[0], ends[1], "100%" if axis.mirrored else "0%"
    )


def _mark(event: Event, years: Years, until: date) -> Mark | None:
    day = event.day
    if day is None or day.first is None or day.last is None:
        return None
    if day.exact:
        return Mark(event, years.at(day.first))
    last = max(min(day.last, until), day.first)
    middle = day.first + timedelta(days=(last - day.first).days // 2)
    return Mark(event, years.at(middle), years.at(day.first), years.at(last))
