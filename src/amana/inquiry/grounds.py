"""What stands behind an answer: sources, marks of what is unsourced, released disputes, and how far is known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from amana.charter.standing import Event
from amana.inquiry.card import Line, Ref
from amana.inquiry.known import Known
from amana.inquiry.moments import Moment
from amana.inquiry.telling import say, session_name
from amana.sessions.session import Session
from amana.values.days import Day
from amana.values.facts import Dispute


def disputes_about(known: Known, *facts: str) -> tuple[Dispute, ...]:
    """Released disputes about these facts; 'sessions/is-1' means every field of it, 'sessions/is-1#days' that one."""
    return tuple(
        d for d in known.disputes if d.released and any(d.fact == f or d.fact.startswith(f + "#") for f in facts)
    )


def merged(*several: Iterable[str]) -> tuple[str, ...]:
    """Every id once, in the order met.

    >>> merged(("A", "B"), ("B", "C"))
    ('A', 'B', 'C')
    """
    return tuple(dict.fromkeys(one for some in several for one in some))


def is_sourced(event: Event) -> bool:
    """A source tells of this change of standing; of the others nothing is said."""
    return bool(event.sources) and "standing" not in event.unsourced


def is_undated(event: Event) -> bool:
    """Its day has no source, and nothing bounds it."""
    return "since" in event.unsourced and event.since.precision != "set"


def questioned(known: Known, events: Iterable[Event], moment: Moment) -> Event | None:
    """The change of standing whose day is in question at `moment`: sources give days before and after it.

    Disputes that are not released count here too: they keep a card from saying more than is known, and are not told.
    """
    for event in events:
        days = [event.since, *_claimed(known, event)]
        firsts = [d.first for d in days if d.first is not None]
        lasts = [d.last for d in days if d.last is not None]
        if len(days) > 1 and firsts and lasts and min(firsts) <= moment.last and moment.first < max(lasts):
            return event
    return None


def _claimed(known: Known, event: Event) -> list[Day]:
    fact, days = f"standings/{event.id}#since", []
    for claim in (c for d in known.disputes if d.fact == fact for c in d.claims):
        try:
            days.append(Day(claim.value))
        except ValueError:
            continue  # said in a sentence: it names no day
    return days if any(d != event.since for d in days) else []


class Marked(Protocol):
    """What names those of its fields that are told without a source."""

    @property
    def unsourced(self) -> tuple[str, ...]: ...


def marks_of(things: Iterable[Marked]) -> tuple[str, ...]:
    """The fields of these that no source tells, each once, without the forms of a name: they are told where one is shown.

    >>> marks_of([Event("e", "p", "member", Day("1969"), unsourced=("since", "name_ar", "theme_en"))])
    ('since',)
    """
    every = merged(*(one.unsourced for one in things))
    return tuple(mark for mark in every if mark.rpartition("_")[2] not in ("ar", "en", "fr"))


def form_note(marks: Iterable[str], language: str, field: str = "name") -> str:
    """'Arabic form not sourced', where the thing is sourced and only how it is written in that language is not."""
    form = language if language in ("ar", "en", "fr") else "en"
    return say(f"form-{form}", language) if f"{field}_{form}" in marks and field not in marks else ""


def is_beyond(known: Known, day: date) -> bool:
    """`day` lies after what is known of the organization."""
    until = known.profile.known_until
    return until is not None and until.last is not None and day > until.last


def decided_at(known: Known, session: Session, language: str, *, placed: bool = False, unsourced: bool = False) -> Line:
    """The session that decided it, with its days, leading to it."""
    name = session_name(known, session, language, placed=placed)
    return Line(say("label-by", language), name, Ref("session", session.id), session.days, session.hijri, unsourced)


def person_ref(known: Known, person: str) -> Ref | None:
    """Where a person leads; None where nothing is kept but the name."""
    return Ref("person", person) if person in known.persons_by_id else None
