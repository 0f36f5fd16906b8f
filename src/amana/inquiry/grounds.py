"""What stands behind an answer: sources, marks of what is unsourced, released disputes, and how far is known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from amana.inquiry.card import Ref
from amana.inquiry.known import Known
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


def is_beyond(known: Known, day: date) -> bool:
    """`day` lies after what is known of the organization."""
    until = known.profile.known_until
    return until is not None and until.last is not None and day > until.last


def person_ref(known: Known, person: str) -> Ref | None:
    """Where a person leads; None where nothing is kept but the name."""
    return Ref("person", person) if person in known.persons_by_id else None
