"""Acts on the standing of parties: admit, observe, suspend, restore, end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from amana.acts.facts import Correct, New
from amana.acts.kernel import act
from amana.acts.view import View
from amana.charter import admission
from amana.charter.standing import Event
from amana.values.codec import from_plain
from amana.values.problems import Problem


def events_of(now: View, party: str) -> list[Event]:
    """The standing events of one party, as entered."""
    return [from_plain(Event, plain) for plain in now.facts("standing").values() if plain["party"] == party]


class Change(New):
    """A change of standing: the kernel says whether the law of standing allows it after what is known."""

    KIND = "standing"
    TO: ClassVar[str] = ""
    CHANGE: ClassVar[admission.Change] = ""
    fact: Event

    def law(self, now: View) -> Iterable[Problem]:
        if self.fact.standing != self.TO:
            yield Problem("standing-not-this-act", {"act": self.NAME, "standing": self.fact.standing})
        events = events_of(now, self.fact.party)
        yield from admission.change_problems(self.CHANGE, self.fact.party, self.fact.since, events)


@act("standing.admit", audience="public")
class Admit(Change):
    """Admit a party as a member from a day on."""

    TO = "member"
    CHANGE = "admit"
    fact: Event
    held: bool = False


@act("standing.observe", audience="public")
class Observe(Change):
    """Give a party observer status from a day on."""

    TO = "observer"
    CHANGE = "observe"
    fact: Event
    held: bool = False


@act("standing.suspend", audience="public")
class Suspend(Change):
    """Suspend a member from a day on."""

    TO = "suspended"
    CHANGE = "suspend"
    fact: Event
    held: bool = False


@act("standing.restore", audience="public")
class Restore(Change):
    """Restore a suspended party to membership from a day on."""

    TO = "member"
    CHANGE = "restore"
    fact: Event
    held: bool = False


@act("standing.end", audience="public")
class End(Change):
    """A party leaves: it stands in no relation from a day on."""

    TO = "left"
    CHANGE = "leave"
    fact: Event
    held: bool = False


@act("standing.correct", audience="public")
class CorrectStanding(Correct):
    """Correct a standing event: its day, its decision or its sources."""

    KIND = "standing"
    fact: Event
    held: bool = False
