"""What happened between the organization and a partner until a day, by kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from amana.relations.partners import Event, EventKind, Partner
from amana.values.reached import happened

KINDS: tuple[EventKind, ...] = (
    "status",
    "mission",
    "accord",
    "dialogue",
    "meeting",
    "resolution",
    "appointment",
    "statement",
)
"""The order in which kinds are told."""


@dataclass(frozen=True, slots=True)
class Happened:
    """An event of which a source tells. `certain` False where its day does not say that it was before the day asked."""

    event: Event
    certain: bool = True

    @property
    def dated(self) -> bool:
        """Something is known of its day."""
        return self.event.day is not None and self.event.day.first is not None


def events_until(day: date, partner: Partner) -> tuple[Happened, ...]:
    """The events that had, or may have, happened by `day`, oldest first; those of unknown day stand last.

    >>> from amana.values.days import Day
    >>> from amana.values.words import Words
    >>> events = (Event("b", "meeting", None, Words()), Event("a", "status", Day("1975-10-10"), Words()))
    >>> [(one.event.id, one.certain) for one in events_until(date(1980, 1, 1), Partner("un", Words(), events=events))]
    [('a', True), ('b', False)]
    """
    return tuple(Happened(event, certain) for event, certain in happened(partner.events, day))


def by_kind(events: Iterable[Happened]) -> tuple[tuple[EventKind, tuple[Happened, ...]], ...]:
    """The same by kind, in the order of `KINDS`; kinds of which there is none are left out."""
    every = tuple(events)
    grouped = ((kind, tuple(one for one in every if one.event.kind == kind)) for kind in KINDS)
    return tuple((kind, found) for kind, found in grouped if found)
