"""What a programme of action says of itself: its state on a day, and its areas and goals as stated and as counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from amana.programme.programme import Programme
from amana.values.reached import reached

State = Literal["in preparation", "adopted", "in force", "ended"]


@dataclass(frozen=True, slots=True)
class Stood:
    """How a programme stands on a day. `certain` False where the days stated leave it open."""

    state: State
    certain: bool = True


def state_on(day: date, programme: Programme) -> Stood | None:
    """How a programme stands on `day`; None before anything is heard of it.

    It is in force from the day of adoption, or the beginning of its period if that is later, until the end of its
    period as stated or the step that ends it: a day is meant as its last, a year with its last day.

    >>> from amana.values.days import Day
    >>> from amana.values.words import Words
    >>> oic = Programme("p", Words(en="P"), adopted=Day("2016-04-15"), since=Day("2016"), until=Day("2025"))
    >>> [state_on(date(y, 6, 1), oic) for y in (2015, 2020)]
    [None, Stood(state='in force', certain=True)]
    >>> state_on(date(2025, 12, 31), oic), state_on(date(2026, 1, 1), oic)
    (Stood(state='in force', certain=True), Stood(state='ended', certain=True))
    """
    adopted = reached(programme.adopted, day) if programme.adopted else "no"
    if adopted == "no":
        return _before_adoption(day, programme)
    if _ended(day, programme):
        return Stood("ended")
    if programme.since and programme.since.first and programme.since.first > day:
        return Stood("adopted", adopted == "certain")
    return Stood("in force", adopted == "certain")


def _before_adoption(day: date, programme: Programme) -> Stood | None:
    """In preparation once a step is heard of; one never dated and never adopted is always in preparation.

    A step of unknown day tells nothing here: it may be any day of the programme's life.
    """
    dated = [step.day for step in programme.steps if step.day is not None and step.day.first is not None]
    steps = [reached(stated, day) for stated in dated]
    if "certain" in steps:
        return Stood("in preparation")
    if "possible" in steps or (programme.adopted is None and not dated):
        return Stood("in preparation", certain="possible" not in steps)
    return None


def _ended(day: date, programme: Programme) -> bool:
    ends = [programme.until, *(step.day for step in programme.steps if step.kind == "end")]
    return any(end is not None and end.last is not None and end.last < day for end in ends)


def heard_of(day: date, programmes: Iterable[Programme]) -> tuple[tuple[Programme, Stood], ...]:
    """The programmes heard of by `day` with how they stand, the newest first; one in preparation stands before all."""
    known = [(p, stood) for p in programmes if (stood := state_on(day, p)) is not None]
    return tuple(sorted(known, key=lambda one: _begins(one[0]), reverse=True))


def _begins(programme: Programme) -> date:
    stated = programme.adopted or programme.since
    return (stated.first if stated else None) or date.max


def current_on(day: date, programmes: Iterable[Programme]) -> Programme | None:
    """The programme in force on `day`; where none is, the one that ended last; None where none was adopted."""
    held = [(p, stood.state) for p, stood in heard_of(day, programmes) if stood.state != "in preparation"]
    in_force = [p for p, state in held if state == "in force"]
    return in_force[0] if in_force else held[0][0] if held else None


@dataclass(frozen=True, slots=True)
class Totals:
    """Areas and goals, as the programme states them in all (None: not stated) and as they are held one by one.

    `areas_unknown`: of how many areas held it is not known how many goals they have.
    """

    areas_stated: int | None
    areas_held: int
    goals_stated: int | None
    goals_known: int
    goals_held: int
    areas_unknown: int

    @property
    def goals_agree(self) -> bool | None:
        """The goals of the areas add up to the total stated; None while either is unknown."""
        if self.goals_stated is None or self.areas_unknown or not self.areas_held:
            return None
        return self.goals_stated == self.goals_known


def totals(programme: Programme) -> Totals:
    """What is stated in all against what is held.

    >>> from amana.programme.programme import Area
    >>> from amana.values.words import Words
    >>> areas = (Area("a", "1", Words(en="A"), goals_in_all=4), Area("b", "2", Words(en="B")))
    >>> found = totals(Programme("p", Words(en="P"), areas_in_all=3, goals_in_all=9, areas=areas))
    >>> found.areas_held, found.goals_known, found.areas_unknown, found.goals_agree
    (2, 4, 1, None)
    """
    counts = [area.goals_in_all for area in programme.areas]  # goals held one by one are no count of all of them
    return Totals(
        programme.areas_in_all,
        len(programme.areas),
        programme.goals_in_all,
        sum(count or 0 for count in counts),
        sum(len(area.goals) for area in programme.areas),
        counts.count(None),
    )
