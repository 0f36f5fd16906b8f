"""Partners of the organization and what happened between them: status, missions, accords, dialogues, meetings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from amana.values.days import Day
from amana.values.words import Words

EventKind = Literal["status", "mission", "accord", "dialogue", "meeting", "resolution", "appointment", "statement"]


@dataclass(frozen=True, slots=True)
class Event:
    """Something between the organization and a partner. `day` None: the day is not known.

    `reference` is the partner's own document ('A/RES/3369 (XXX)'); `session` a session of ours; `place` where.
    """

    id: str
    kind: EventKind
    day: Day | None
    words: Words
    reference: str = ""
    session: str = ""
    place: Words = Words()
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """An organization outside this one. `party` is its id among the parties where it has a standing here, else ''."""

    id: str
    names: Words
    acronyms: Words = Words()
    party: str = ""
    forms: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""
    events: tuple[Event, ...] = ()
