"""By when: what a paragraph states as its deadline, resolved to a day or a session, with the reason.

Nothing happens by the clock: a deadline that has passed is computed when somebody looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from amana.charter.durations import Duration, day_after
from amana.mandates.lifecycle import is_open
from amana.sessions.order import following, numbered
from amana.sessions.session import Session
from amana.values.days import Day
from amana.values.problems import messages
from amana.values.words import Words

DeadlineKind = Literal["date", "session", "period", "urgency", "none"]
LANGUAGES = ("ar", "en", "fr")


@dataclass(frozen=True, slots=True)
class StatedDeadline:
    """A deadline as a paragraph states it. `session` is its number; None with `next`: the next one.

    `organ`: whose session, '' for the adopting organ's. `period`: an ISO duration ('P30D') for kind 'period'.
    """

    text: str
    kind: DeadlineKind
    day: Day | None = None
    session: int | None = None
    organ: str = ""
    period: str = ""
    next: bool = True


@dataclass(frozen=True, slots=True)
class Resolved:
    """The day or session a deadline means, and why, in words.

    `session` is its id, '' where it is not in the record yet: then `organ` and `number` say which is awaited.
    `inferred`: the text does not name it, the rule found it. Neither day nor session: a person has to set it.
    """

    day: Day | None
    session: str = ""
    organ: str = ""
    number: int | None = None
    inferred: bool = False
    why: Words = Words()

    @property
    def is_resolved(self) -> bool:
        """A day, a session, or a session that is awaited by its number is known."""
        return self.day is not None or bool(self.session) or self.number is not None


UNSET = Resolved(None)
"""Nothing is resolved yet."""


def resolve(stated: StatedDeadline, adopted: Session | None, sessions: Iterable[Session]) -> Resolved:
    """What `stated` means for a text adopted at the session `adopted`.

    'Next session' is the next ordinary session of the organ after `adopted`: the following number, else the first that
    begins later. A report to a session is due on the day it opens. A period counts from the last day of `adopted`.

    >>> from amana.values.days import Span
    >>> cfm50 = Session("cfm-50", "cfm", "ordinary", 50, days=Span.parse("2024-08-29/2024-08-30"))
    >>> cfm51 = Session("cfm-51", "cfm", "ordinary", 51, days=Span.parse("2025-06-21/2025-06-22"))
    >>> due = resolve(StatedDeadline("at its next session", "session"), cfm50, [cfm50, cfm51])
    >>> due.session, str(due.day), due.inferred
    ('cfm-51', '2025-06-21', True)
    """
    if stated.kind == "date" and stated.day is not None:
        return Resolved(stated.day, why=_why("date", day=str(stated.day)))
    if stated.kind == "session" and (stated.session is not None or stated.next):
        return _session(stated, adopted, tuple(sessions))
    if stated.kind == "period" and stated.period and adopted is not None and adopted.days is not None:
        day = day_after(adopted.days.end, Duration.parse(stated.period))
        if day.last is not None:
            return Resolved(day, inferred=True, why=_why("period", session=adopted.id, period=stated.period))
    return Resolved(None, why=_why({"urgency": "urgency", "none": "none"}.get(stated.kind, "open"), text=stated.text))


_FROM = re.compile(
    r"\s*(?:of|from|after|following|before|à compter|à partir|après|suivant|avant|du|de la|من|بعد|قبل|اعتبارا)\b"
)
_ADOPTION = re.compile(r"adoption|adopt|session|résolution|resolution|اعتماد|القرار|الدورة", re.IGNORECASE)


def counts_from_elsewhere(text: str, period: str) -> bool:
    """A period counted from something that is not the adoption: 'within thirty days of the closing date'.

    >>> counts_from_elsewhere("to reply within thirty days of the closing date;", "within thirty days")
    True
    >>> counts_from_elsewhere("to reply within thirty days of its adoption;", "within thirty days")
    False
    """
    if not period:
        return False
    _, found, behind = text.partition(period)
    return bool(found and _FROM.match(behind) and not _ADOPTION.search(behind[:60]))


def overdue(status: str, due: Day | None, today: date) -> bool:
    """Something is still to be done and the day it was due has certainly passed. Never said of a state.

    >>> overdue("assigned", Day("2025-06"), date(2025, 6, 30)), overdue("assigned", Day("2025-06"), date(2025, 7, 1))
    (False, True)
    """
    return is_open(status) and due is not None and due.last is not None and due.last < today


def _session(stated: StatedDeadline, adopted: Session | None, sessions: tuple[Session, ...]) -> Resolved:
    organ = stated.organ or (adopted.organ if adopted else "")
    inferred = stated.session is None
    found, number = None, stated.session
    if stated.session is not None:
        found = numbered(organ, stated.session, sessions)
    elif adopted is not None:
        found = following(adopted, sessions, organ=organ)
        if found is None and adopted.organ == organ and adopted.kind == "ordinary" and adopted.number is not None:
            number = adopted.number + 1
    if found is not None:
        day = found.days.start if found.days is not None and found.days.first is not None else None
        why = _why("next-session" if inferred else "session", session=found.id, after=adopted.id if adopted else "?")
        return Resolved(day, found.id, organ, found.number, inferred, why)
    if number is None:
        return Resolved(None, organ=organ, why=_why("no-session", organ=organ or "?"))
    why = _why("session-awaited", organ=organ, number=str(number))
    return Resolved(None, "", organ, number, inferred, why)


def _why(code: str, **facts: str) -> Words:
    return Words({language: messages(language)[f"deadline-{code}"].format_map(facts) for language in LANGUAGES})
