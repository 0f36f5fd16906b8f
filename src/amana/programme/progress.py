"""How a programme got on: its steps until a day, and the activities counted in its reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from amana.programme.programme import Programme, Step
from amana.values.reached import happened


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that had happened by a day. `certain` False where its day is not known exactly enough to say."""

    step: Step
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Counted:
    """How many activities a step counted. `share` of the largest count, in per mille, for a drawing."""

    step: Step
    activities: int
    share: int


def steps_until(day: date, programme: Programme) -> tuple[Taken, ...]:
    """The steps that had, or may have, happened by `day`, oldest first; those of unknown day stand last.

    >>> from amana.values.days import Day
    >>> from amana.values.words import Words
    >>> steps = (Step("b", "report", Day("2018"), Words()), Step("a", "adoption", Day("2016-04-15"), Words()))
    >>> [(t.step.id, t.certain) for t in steps_until(date(2018, 6, 1), Programme("p", Words(), steps=steps))]
    [('a', True), ('b', False)]
    """
    return tuple(Taken(step, certain) for step, certain in happened(programme.steps, day))


def activities_over(taken: Iterable[Taken]) -> tuple[Counted, ...]:
    """The counts of activities in the order of their steps; a step that counts none is left out, a count of 0 is not.

    >>> from amana.values.words import Words
    >>> steps = [Taken(Step(k, "report", None, Words(), activities=n)) for k, n in (("a", 5), ("b", None), ("c", 10))]
    >>> [(c.activities, c.share) for c in activities_over(steps)]
    [(5, 500), (10, 1000)]
    """
    counted = [(one.step, one.step.activities) for one in taken if one.step.activities is not None]
    most = max((n for _, n in counted), default=0) or 1
    return tuple(Counted(step, n, round(n * 1000 / most)) for step, n in counted)
