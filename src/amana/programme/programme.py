"""A programme of action as it was adopted: period, priority areas, goals, and the steps taken since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from amana.values.days import Day
from amana.values.words import Words

StepKind = Literal["adoption", "plan", "report", "review", "meeting", "mandate", "end"]


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal of an area. `number` as printed ('1.1.3'); `mandates`: resolutions or paragraphs it stands behind."""

    id: str
    number: str
    words: Words
    mandates: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """One priority area. `goals_in_all` None: how many goals it has is not known, which is not the same as none.

    `subjects` are the ids of subjects under which decisions on it stand.
    """

    id: str
    number: str
    name: Words
    goals_in_all: int | None = None
    goals: tuple[Goal, ...] = ()
    subjects: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened to a programme on a day. `activities`: how many were counted, where a report says so."""

    id: str
    kind: StepKind
    day: Day | None
    words: Words
    session: str = ""
    activities: int | None = None
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme of action. `by` is the session that adopted it, '' while it is in preparation (`adopted` None).

    `since`/`until`: its period as stated; `areas_in_all`, `goals_in_all`: the totals as stated, None where unknown;
    `follows`: the programme before it.
    """

    id: str
    title: Words
    short: Words = Words()
    symbol: str = ""
    adopted: Day | None = None
    hijri: str = ""
    by: str = ""
    since: Day | None = None
    until: Day | None = None
    follows: str = ""
    areas_in_all: int | None = None
    goals_in_all: int | None = None
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""
    areas: tuple[Area, ...] = ()
    steps: tuple[Step, ...] = ()
