"""Which terms of office a card may assert, and from when to when each is certain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from amana.charter.offices import ACTING, Term, of_office, term_end
from amana.inquiry.known import Known
from amana.inquiry.moments import Moment
from amana.sessions.session import Session
from amana.values.days import Day

_COARSE = timedelta(days=366)


def asserted(known: Known, office: str) -> tuple[Term, ...]:
    """The terms of an office of which a source says who held it, the oldest first; of the others nothing is said."""
    return tuple(t for t in of_office(known.terms, office) if is_asserted(t))


def is_asserted(term: Term) -> bool:
    """A source says who, or which party, held the office."""
    who = "person" if term.person else "party"
    return bool(term.sources) and who not in term.unsourced


def slack_of(day: Day) -> timedelta:
    """How far from a day a text may tell it: one held by its month or year alone may stand at the turn of the year.

    >>> slack_of(Day("1985")).days, slack_of(Day("1985-01-01")).days
    (366, 0)
    """
    return timedelta() if day.exact else _COARSE


def acting(known: Known, office: str, moment: Moment) -> tuple[Term, ...]:
    """Who acted for the holder of an office at some time of `moment`."""
    mine = asserted(known, ACTING + office)
    return tuple(t for t in mine if window(known, t, mine).touches(moment))


@dataclass(frozen=True, slots=True)
class Window:
    """When a term was held: from `may_begin` to `may_end` at most, from `begun` to `ending` certainly (both inside).

    `begun` after `ending`: on no day for certain.
    """

    may_begin: date
    begun: date
    ending: date
    may_end: date

    def touches(self, moment: Moment) -> bool:
        """It may have been held on some day of that time."""
        return self.may_begin <= moment.last and self.may_end >= moment.first

    def meets(self, moment: Moment) -> bool:
        """It certainly was held on some day of that time."""
        first, last = max(self.begun, moment.first), min(self.ending, moment.last)
        return first <= last

    def covers(self, moment: Moment) -> bool:
        """It certainly was held all over that time."""
        return self.begun <= moment.first and self.ending >= moment.last


def window(known: Known, term: Term, mine: tuple[Term, ...]) -> Window:
    """When `term` was held. Where nobody says how long a chair was held, only the days of its session are certain."""
    since, end = term.since, term_end(term, mine).day
    may_begin = (since.first if since else None) or date.min
    begun = (since.last if since else None) or date.max
    ending = (end.first if end else None) or (date.max if end is None else date.min)
    if is_open(term):
        session = known.sessions_by_id.get(term.by)
        last = session.days.last if session and session.days else None
        stated = term.until.first if term.until else None
        ending = max(begun, last or date.min, stated or date.min)
    return Window(may_begin, begun, ending, (end.last if end else None) or date.max)


def is_open(term: Term) -> bool:
    """Somebody's term of which no source says when it ended: '?', or a set of days."""
    return bool(term.person) and term.until is not None and term.until.precision in ("unknown", "set")


def seen_at(known: Known, term: Term) -> Session | None:
    """The session with which the term began, where it certainly did."""
    session = known.sessions_by_id.get(term.by)
    last = session.days.last if session and session.days else None
    begun = term.since.last if term.since else None
    return session if last is not None and begun is not None and begun <= last else None
