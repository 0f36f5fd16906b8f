"""Sessions on a line of years: a row for each organ, in it a shape for each session by its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from amana.portal.lines import Axis
from amana.sessions.session import Session
from amana.values.words import Words

ROW, NAME = 58, 18
LEVELS = {"ordinary": 0, "extraordinary": -11, "joint": 11, "meeting": 11}
"""How far from the row's line a kind of session stands, so that those of one year stay apart."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A session at `x` percent, `y` units from the top. `open`: planned, or known to the month or year only."""

    session: Session
    title: Words
    x: str
    y: int
    open: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One organ's row: where its name and its line stand, and its sessions."""

    organ: str
    words: int
    line: int
    sittings: tuple[Sitting, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """All rows, and the height of them together; below it stands the axis."""

    height: int
    rows: tuple[Row, ...]
    kinds: tuple[str, ...]


def picture(
    organs: Iterable[str],
    sessions: Iterable[Session],
    axis: Axis,
    title: Callable[[Session], Words],
    planned: Callable[[Session], bool],
) -> Picture:
    """The rows of these organs, in the order given; a session without any day stands in none."""
    dated = [(s, s.days.first) for s in sessions if s.days and s.days.first]
    rows = []
    for place, organ in enumerate(organs):
        line = ROW * place + NAME + 22
        sittings = tuple(
            Sitting(s, title(s), axis.at(first), line + LEVELS[s.kind], planned(s) or not (s.days and s.days.exact))
            for s, first in dated
            if s.organ == organ
        )
        rows.append(Row(organ, ROW * place + NAME - 4, line, sittings))
    kinds = tuple(kind for kind in LEVELS if any(s.kind == kind for s, _ in dated))
    return Picture(ROW * len(rows) + 30, tuple(rows), kinds)
