"""The session that the house works towards: the next in the record, or the first one planned."""

from __future__ import annotations

from amana.pages.reading import Reading
from amana.sessions.session import Session


def next_session(reading: Reading) -> Session | None:
    """The next session that is in the record: the first that opens today or later."""
    coming = [
        (opens, session)
        for session in (reading.known.sessions if reading.known else ())
        if session.days and (opens := session.days.first) and opens >= reading.today
    ]
    return min(coming, key=lambda one: one[0], default=(None, None))[1]


def planned_session(reading: Reading) -> Session | None:
    """Where no session is in the record from today on: the first one planned after what is known, held or not."""
    until = reading.known.profile.known_until if reading.known else None
    if next_session(reading) is not None or reading.known is None or until is None or until.last is None:
        return None
    coming = [
        (s.days.first, s) for s in reading.known.sessions if s.days and s.days.first and s.days.first > until.last
    ]
    return min(coming, key=lambda one: one[0], default=(None, None))[1]
