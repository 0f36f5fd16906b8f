"""The sessions of an organ in their order: the one before a day, the one after, the one that bears a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from amana.sessions.session import Session, SessionKind
from amana.values.problems import Fact, Problem


def of_organ(organ: str, sessions: Iterable[Session], kind: SessionKind | None = None) -> tuple[Session, ...]:
    """The organ's sessions of one kind (None: of every kind) by the day they began; without a day, where numbered."""
    mine = [s for s in sessions if s.organ == organ and (kind is None or s.kind == kind)]
    return tuple(sorted(mine, key=_order))


def numbered(organ: str, number: int, sessions: Iterable[Session], kind: SessionKind = "ordinary") -> Session | None:
    """The organ's session that bears this number in the series of that kind."""
    return next((s for s in sessions if s.organ == organ and s.number == number and s.kind == kind), None)


def next_session(
    organ: str, day: date, sessions: Iterable[Session], kind: SessionKind | None = "ordinary"
) -> Session | None:
    """The first session that begins certainly after `day`; None where none is known.

    >>> from amana.values.days import Span
    >>> is15 = Session("is-15", "is", "ordinary", 15, days=Span.parse("2024-05-04/2024-05-05"))
    >>> next_session("is", date(2024, 5, 3), [is15]).id, next_session("is", date(2024, 5, 4), [is15])
    ('is-15', None)
    """
    return next((s for s in of_organ(organ, sessions, kind) if (first := _first(s)) is not None and first > day), None)


def previous_session(
    organ: str, day: date, sessions: Iterable[Session], kind: SessionKind | None = "ordinary"
) -> Session | None:
    """The last session that ended certainly before `day`; None where none is known."""
    ended = [s for s in of_organ(organ, sessions, kind) if s.days and s.days.last and s.days.last < day]
    return max(ended, key=_order) if ended else None


def sitting_on(organ: str, day: date, sessions: Iterable[Session]) -> tuple[Session, ...]:
    """The organ's sessions that certainly sit on `day`: from the last day they may begin to the first they may end."""
    return tuple(s for s in of_organ(organ, sessions) if s.days and s.days.exact and s.days.covers(day))


def following(session: Session, sessions: Iterable[Session], organ: str = "") -> Session | None:
    """The next ordinary session of `organ` (its own where '') after `session`: the next number, else the next by day.

    A planned session without days is found by its number.
    """
    every = tuple(sessions)
    organ = organ or session.organ
    if organ == session.organ and session.kind == "ordinary" and session.number is not None:
        found = numbered(organ, session.number + 1, every)
        if found is not None:
            return found
    last = session.days.last if session.days else None
    return next_session(organ, last, every) if last is not None else None


def preceding(session: Session, sessions: Iterable[Session]) -> Session | None:
    """The session before `session` in its own series: the number before, else the one that ended last before it."""
    every = tuple(sessions)
    if session.number is not None:
        return numbered(session.organ, session.number - 1, every, session.kind)
    first = _first(session)
    return previous_session(session.organ, first, every, session.kind) if first is not None else None


def comes_after(one: Session, other: Session) -> bool:
    """Whether `other` is a later session of the same organ than `one`: by number in its series, else by day.

    >>> first, second = Session("as-1", "as", "ordinary", 1), Session("as-2", "as", "ordinary", 2)
    >>> comes_after(first, second), comes_after(second, first), comes_after(first, first)
    (True, False, False)
    """
    if one.organ != other.organ or one.id == other.id:
        return False
    if one.kind == other.kind and one.number is not None and other.number is not None:
        return other.number > one.number
    return _order(other)[0] > _order(one)[0]


def _first(session: Session) -> date | None:
    return session.days.first if session.days else None


def _order(session: Session) -> tuple[date, int, str]:
    return _first(session) or date.max, session.number or 0, session.id


def series_problems(sessions: Iterable[Session]) -> Iterator[Problem]:
    """In one series (organ and kind): a number borne twice, or a higher number that certainly sat earlier (a warning)."""
    series: dict[tuple[str, str], list[Session]] = {}
    for session in sessions:
        if session.number is not None:
            series.setdefault((session.organ, session.kind), []).append(session)
    for (organ, kind), mine in series.items():
        mine.sort(key=lambda s: s.number or 0)
        for one, other in pairwise(mine):
            if one.number == other.number:
                facts: dict[str, Fact] = {
                    "organ": organ,
                    "kind": kind,
                    "number": one.number or 0,
                    "sessions": (one.id, other.id),
                }
                yield Problem("session-number-twice", facts)
            elif one.days and other.days and one.days.first and other.days.last and other.days.last < one.days.first:
                yield Problem("session-order", {"earlier": one.id, "later": other.id}, severity="warning")
