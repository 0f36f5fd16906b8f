"""Where a session departed from the rules on when its organ meets: what the secretary is told, never the public."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from amana.charter.durations import Duration, after
from amana.charter.rules import RuleInForce
from amana.sessions.order import preceding
from amana.sessions.session import Session

Why = Literal["too late", "too early", "out of season"]


@dataclass(frozen=True, slots=True)
class Departure:
    """A session that sat later or earlier than a rule says, or outside its season.

    `before` is the session it is counted from ('' for a season), `bound` the day by which (too late) or from which
    (too early) the rule would have it.
    """

    why: Why
    held: RuleInForce
    before: str = ""
    bound: date | None = None


def departures(session: Session, sessions: Iterable[Session], rules: Mapping[str, RuleInForce]) -> Iterator[Departure]:
    """Every departure of an ordinary session whose days are known exactly, as those of the session before; `rules` are
    those of its organ in force when it began. An interval is counted in months from the beginning of the session
    before (once a year since 12 May is kept all through next May), a pause in days from its end.

    >>> from amana.charter.instruments import Rule
    >>> from amana.values.days import Span
    >>> old = Session("c-49", "c", "ordinary", 49, days=Span.parse("2023-03-16/2023-03-17"))
    >>> new = Session("c-50", "c", "ordinary", 50, days=Span.parse("2024-08-29/2024-08-30"))
    >>> rules = {"c.season": RuleInForce(Rule("c.season", "2.1", season="04-01/06-30"), "rp")}
    >>> [d.why for d in departures(new, [old, new], rules)]
    ['out of season']
    """
    if session.kind != "ordinary" or (days := _exact(session)) is None:
        return
    begins, ends = days
    before = preceding(session, sessions)
    since = _exact(before) if before else None
    for held in rules.values():
        rule = held.rule
        if rule.season and not _within(begins, ends, rule.season):
            yield Departure("out of season", held)
        if before is None or since is None:
            continue
        if (
            rule.every
            and rule.key.endswith(".interval")
            and begins > (bound := _end_of_month(after(since[0], Duration.parse(rule.every))))
        ):
            yield Departure("too late", held, before.id, bound)
        if (
            rule.term
            and rule.key.endswith(".minimum-interval")
            and begins < (bound := after(since[1], Duration.parse(rule.term)))
        ):
            yield Departure("too early", held, before.id, bound)


def _exact(session: Session) -> tuple[date, date] | None:
    days = session.days
    return (days.first, days.last) if days and days.exact and days.first and days.last else None


def _within(begins: date, ends: date, season: str) -> bool:
    """Whether any of these days lies in the season 'MM-DD/MM-DD' of its year."""
    opens, closes = season.split("/")
    return begins <= _on(ends.year, closes) and _on(begins.year, opens) <= ends


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _on(year: int, day: str) -> date:
    """That day of the year; the last of the month where it is shorter."""
    month = int(day[:2])
    return date(year, month, min(int(day[3:]), monthrange(year, month)[1]))
