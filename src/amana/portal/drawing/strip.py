"""The areas of a programme as one small strip: a cell for each, as wide as the others."""

from __future__ import annotations

from dataclasses import dataclass

from amana.programme.programme import Programme
from amana.values.words import Words


@dataclass(frozen=True, slots=True)
class Cell:
    """An area at `x` percent; `unknown`: how many goals it has is not known."""

    name: Words
    x: str
    width: str
    unknown: bool


def strip(programme: Programme | None, *, mirrored: bool) -> tuple[Cell, ...]:
    """The areas in their order, from right to left where `mirrored`.

    >>> from amana.programme.programme import Area
    >>> areas = (Area("a", "1", Words(en="A"), goals_in_all=3), Area("b", "2", Words(en="B")))
    >>> [(cell.x, cell.unknown) for cell in strip(Programme("p", Words(en="P"), areas=areas), mirrored=True)]
    [('50.0%', False), ('0.0%', True)]
    """
    if programme is None or not programme.areas:
        return ()
    count = len(programme.areas)
    width = 100 / count
    places = range(count - 1, -1, -1) if mirrored else range(count)
    return tuple(
        Cell(area.name, f"{place * width:.1f}%", f"{width * 0.86:.1f}%", area.goals_in_all is None)
        for area, place in zip(programme.areas, places, strict=True)
    )
