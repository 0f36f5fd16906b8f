"""By when: what a paragraph states as its deadline, resolved to a day or a session, with the reason.

Nothing happens by the clock: a deadline that has passed is computed when somebody looks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from amana.charter.durations import Duration, after, day_after
from amana.mandates.lifecycle import is_open
from amana.mandates.wording import (
    LANGUAGES,
    NO_NAMES,
    Case,
    computed_words,
    day_words,
    numbered_words,
    organ_words,
    period_words,
    session_words,
)
from amana.resolutions.paragraphs import DeadlineKind
from amana.sessions.order import following, numbered
from amana.sessions.session import Session
from amana.values.days import Day
from amana.values.expressions import expression
from amana.values.problems import messages
from amana.values.words import Words


@dataclass(frozen=True, slots=True)
class StatedDeadline:
    """A deadline as a paragraph states it. `session` is its number; None with `next`: the next one.

    `organ`: whose session, '' for the adopting organ's. `period`: an ISO duration ('P30D') for kind 'period'; with
    kind 'session' so long before that session opens. `computed`: the text states the day in the Hijri calendar alone,
    `day` is what the table gives.
    """

    text: str
    kind: DeadlineKind
    day: Day | None = None
    session: int | None = None
    organ: str = ""
    period: str = ""
    next: bool = True
    computed: bool = False


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


def resolve(
    stated: StatedDeadline,
    adopted: Session | None,
    sessions: Iterable[Session],
    names: Mapping[str, Words] = NO_NAMES,
) -> Resolved:
    """What `stated` means for a text adopted at the session `adopted`; `names` are those of organs, for the reasons.

    'Next session' is the next ordinary session of the organ after `adopted`: the following number, else the first that
    begins later. A report to a session is due on the day it opens, or so long before as is stated, where that day is
    known exactly. A period counts from the last day of `adopted`.

    >>> from amana.values.days import Span
    >>> cfm50 = Session("cfm-50", "cfm", "ordinary", 50, days=Span.parse("2024-08-29/2024-08-30"))
    >>> cfm51 = Session("cfm-51", "cfm", "ordinary", 51, days=Span.parse("2025-06-21/2025-06-22"))
    >>> due = resolve(StatedDeadline("at its next session", "session"), cfm50, [cfm50, cfm51])
    >>> due.session, str(due.day), due.inferred
    ('cfm-51', '2025-06-21', True)
    """
    if stated.kind == "date" and stated.day is not None:
        day = stated.day
        if stated.computed:
            words = {language: computed_words(stated.text, day, language) for language in LANGUAGES}
            return Resolved(day, inferred=True, why=Words(words))
        return Resolved(day, why=_why("date", lambda x: {"day": day_words(day, x)}))
    if stated.kind == "session" and (stated.session is not None or stated.next):
        return _session(stated, adopted, tuple(sessions), names)
    if stated.kind == "period" and stated.period and adopted is not None and adopted.days is not None:
        return _period(stated.period, adopted, adopted.days.end)
    code = {"urgency": "urgency", "none": "none"}.get(stated.kind, "open")
    return Resolved(None, why=_why(code, lambda _: {"text": stated.text}))


_FROM = expression(
    r"\s*(?:of|from|after|following|before|à compter|à partir|après|suivant|avant|du|de la|من|بعد|قبل|اعتبارا)\b"
)
_ADOPTION = expression(r"adoption|adopt|session|résolution|resolution|اعتماد|القرار|الدورة", re.IGNORECASE)


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


def _period(period: str, adopted: Session, ended: Day) -> Resolved:
    """So long after the end of the session that adopted the text; open where that day is not known."""
    day = day_after(ended, Duration.parse(period))

    def facts(language: str) -> dict[str, str]:
        return {"session": session_words(adopted, language), "period": period_words(period, language)}

    if day.last is None:
        return Resolved(None, why=_why("period-open", facts))
    return Resolved(day, inferred=True, why=_why("period", facts))


def _session(
    stated: StatedDeadline, adopted: Session | None, sessions: tuple[Session, ...], names: Mapping[str, Words]
) -> Resolved:
    organ = stated.organ or (adopted.organ if adopted else "")
    inferred = stated.session is None
    found, number = None, stated.session
    if stated.session is not None:
        found = numbered(organ, stated.session, sessions)
    elif adopted is not None:
        found = following(adopted, sessions, organ=organ)
        if found is None and adopted.organ == organ and adopted.kind == "ordinary" and adopted.number is not None:
            number = adopted.number + 1
    if found is None and number is None:
        return Resolved(None, organ=organ, why=_why("no-session", lambda x: {"organ": organ_words(organ, x, names)}))

    def said(language: str, case: Case = "gen") -> str:
        if found is not None:
            return session_words(found, language, names, case)
        return numbered_words(organ, number, language, names, case)

    def facts(language: str) -> dict[str, str]:
        after_which = session_words(adopted, language) if adopted is not None else ""
        period = period_words(stated.period, language) if stated.period else ""
        return {"session": said(language), "session_nom": said(language, "nom"), "after": after_which, "period": period}

    if found is None:
        code = "before-session-awaited" if stated.period else "session-awaited"
        return Resolved(None, "", organ, number, inferred, _why(code, facts))
    opens = found.days.start if found.days is not None and found.days.first is not None else None
    if stated.period:
        due = _before(opens, stated.period)
        code = "before-session" if due is not None else "before-session-open"
        return Resolved(due, found.id, organ, found.number, inferred, _why(code, facts))
    code = "next-session" if inferred else "session"
    return Resolved(opens, found.id, organ, found.number, inferred, _why(code, facts))


def _before(opens: Day | None, period: str) -> Day | None:
    """So long before a day that is known exactly; None for one that is not.

    >>> str(_before(Day("2026-12-01"), "P60D")), str(_before(Day("2026-05-31"), "P3M")), _before(Day("2026-12"), "P60D")
    ('2026-10-02', '2026-02-28', None)
    """
    if opens is None or not opens.exact or opens.first is None:
        return None
    long = Duration.parse(period)
    return Day.of(after(opens.first, Duration(-long.years, -long.months, -long.days)))


def _why(code: str, facts: Callable[[str], Mapping[str, str]]) -> Words:
    return Words(
        {language: messages(language)[f"deadline-{code}"].format_map(facts(language)) for language in LANGUAGES}
    )
