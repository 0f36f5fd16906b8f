"""Contact groups and committees of some members: who belongs to them on a day, as what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from amana.values.days import Day
from amana.values.words import Words

SeatKind = Literal["chair", "member", "ex officio", "participant"]


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat in a group: of a party, or of the holder of an office ('ex officio'; `party` then the partner's, if any).

    `until` None: no end is stated.
    """

    id: str
    kind: SeatKind
    party: str = ""
    office: str = ""
    words: Words = Words()
    since: Day | None = None
    until: Day | None = None
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a group of which a source tells."""

    id: str
    day: Day | None
    words: Words = Words()
    place: Words = Words()
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A contact group. `by` is the session that created it, '' where no source says."""

    id: str
    names: Words
    created: Day | None = None
    by: str = ""
    forms: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""
    seats: tuple[Seat, ...] = ()
    meetings: tuple[Meeting, ...] = ()
