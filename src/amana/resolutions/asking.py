"""What a paragraph asks of those whom it addresses: by when, and to whom they report, told by what it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from amana.resolutions.deadlines import Plain, deadline_of, whose_session
from amana.resolutions.openings import Opening
from amana.resolutions.paragraphs import Addressee, Deadline, ReportDuty
from amana.resolutions.report_duties import ASKS, report_of
from amana.values.days import StatedDays
from amana.values.names import Found

PLAIN_FUNCTIONS = {"follow_up_request": "request", "report_request": "request"}
"""What a longer phrase adds is told by the report duty; the function is that of its verb."""

MAY_HAVE_DEADLINE = ASKS | frozenset(
    "establish convene extend agenda terminate allocate suspend commit express_hope hope expect approve adopt elect "
    "keep_under_review draw_attention determine declare".split()
)
"""Functions under which a time that is named is a time by which something is to be done."""
Verbs = Sequence[tuple[int, str]]
"""Where each verb that asks names its first one, and his id."""


def function_of(opening: Opening | None) -> str | None:
    """What a paragraph does that opens so; None where no opening is known."""
    return PLAIN_FUNCTIONS.get(opening.function, opening.function) if opening is not None else None


def _further(function: str | None, verbs: Verbs) -> bool:
    """ "Re-emphasizes the mandate, and requests the Secretary-General …": a further verb asks."""
    return bool(verbs) and function is not None and function not in ASKS


def due(
    plain: Plain,
    language: str,
    function: str | None,
    days: Sequence[StatedDays],
    people: Sequence[Found],
    verbs: Verbs,
) -> Deadline | None:
    """By when it is to be done; None for a time that is said of something else."""
    may = function is None or function in MAY_HAVE_DEADLINE
    deadline = deadline_of(plain, language, days) if may or _further(function, verbs) else None
    if deadline is None or (not may and plain.text.find(deadline.text) < verbs[0][0]):
        return None  # said of something else, before anybody is asked
    whose = whose_session(plain, deadline, _places(people))
    return replace(deadline, organ=whose) if whose else deadline


def owed(
    plain: Plain,
    language: str,
    function: str | None,
    people: Sequence[Found],
    verbs: Verbs,
    deadline: Deadline | None,
    who: Sequence[Addressee],
) -> ReportDuty | None:
    """The report that they owe, by the deadline of the paragraph where it has one."""
    asked = "request" if _further(function, verbs) else function
    when, by = deadline.text if deadline else "", who[0].id if who else ""
    return report_of(plain, language, asked, _places(people), when, by, verbs)


def with_recipient(who: tuple[Addressee, ...], report: ReportDuty | None) -> tuple[Addressee, ...]:
    """Those who are asked, and the one to whom is reported."""
    return (*who, Addressee(report.to, "recipient")) if report is not None and report.to else who


def _places(people: Sequence[Found]) -> list[tuple[str, int]]:
    return [(p.id, p.start) for p in people]
