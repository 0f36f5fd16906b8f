"""What forbids a change of standing: only a non-member is admitted, only a member suspended, only a suspended restored.

Each check gets the party's events as recorded now and the day from which the change would hold. It refuses only what
is certainly impossible: where imprecise days leave the standing open, the organ's decision stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from amana.charter.standing import Event, Standing, in_order, possible_on
from amana.values.days import Day
from amana.values.problems import Fact, Problem

Change = str
"""'admit' (as member), 'observe' (as observer), 'suspend', 'restore' or 'leave'."""

FROM: dict[Change, frozenset[Standing | None]] = {
    "admit": frozenset({None, "observer", "left"}),
    "observe": frozenset({None, "left"}),
    "suspend": frozenset({"member"}),
    "restore": frozenset({"suspended"}),
    "leave": frozenset({"member", "observer", "suspended"}),
}
"""From which standings each change is possible."""


def admit_problems(party: str, since: Day, events: Iterable[Event]) -> Iterator[Problem]:
    """A member or a suspended member cannot be admitted as a member.

    >>> [p.code for p in admit_problems("tr", Day("1980"), [Event("tr-1", "tr", "member", Day("1969"))])]
    ['standing-cannot-admit']
    """
    yield from change_problems("admit", party, since, events)


def observe_problems(party: str, since: Day, events: Iterable[Event]) -> Iterator[Problem]:
    """Only a party without a standing is admitted as an observer."""
    yield from change_problems("observe", party, since, events)


def suspend_problems(party: str, since: Day, events: Iterable[Event]) -> Iterator[Problem]:
    """Only a member is suspended."""
    yield from change_problems("suspend", party, since, events)


def restore_problems(party: str, since: Day, events: Iterable[Event]) -> Iterator[Problem]:
    """Only a suspended party is restored."""
    yield from change_problems("restore", party, since, events)


def leave_problems(party: str, since: Day, events: Iterable[Event]) -> Iterator[Problem]:
    """Only a party with a standing leaves."""
    yield from change_problems("leave", party, since, events)


def change_problems(change: Change, party: str, since: Day, events: Iterable[Event]) -> Iterator[Problem]:
    """Why `change` cannot hold since that day; a later event already recorded is a warning, not a refusal."""
    listed = in_order(event for event in events if event.party == party)
    on = since.last or max((e.since.last for e in listed if e.since.last), default=date.max)
    may = possible_on(on, listed)
    if not may & FROM[change]:
        standings = tuple(sorted(str(s or "none") for s in may))
        facts: dict[str, Fact] = {"party": party, "since": str(since), "standing": standings}
        yield Problem(f"standing-cannot-{change}", facts)
    later = tuple(e.id for e in listed if since.last and e.since.first and e.since.first > since.last)
    if later:
        yield Problem(
            "standing-later-event", {"party": party, "since": str(since), "events": later}, severity="warning"
        )
