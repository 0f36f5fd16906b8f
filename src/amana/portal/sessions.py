"""Sessions: all of them on a line of years, and one session's page with its decisions and the reports owed to it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language_bidi

from amana.pages.reading import Reading, reading_of
from amana.pages.session_report import by_symbol
from amana.pages.templatetags.names import session_title
from amana.portal.decades import Decade, by_decade
from amana.portal.drawing import sittings
from amana.portal.drawing.chart import by_article
from amana.portal.lines import Axis, axis_over
from amana.sessions import order
from amana.sessions.session import Session
from amana.store.queries import public
from amana.values.facts import Dispute
from amana.values.hijri import TABLE, TOLERATED, computed_hijri, difference
from amana.values.reached import begun

FEW = 20


@dataclass(frozen=True, slots=True)
class OfOrgan:
    """The sessions of one organ by decade, the newest first."""

    organ: str
    decades: tuple[Decade, ...]
    count: int


def sessions(request: HttpRequest) -> HttpResponse:
    """Every session known, those that begin after the day of reading as planned. One query."""
    reading = reading_of(request)
    known = sorted((s for s in reading.organization.sessions if _shown(reading, s)), key=_start, reverse=True)
    organs = _organs(reading, known)
    axis = _axis(reading, known)
    drawn = sittings.picture(
        organs, known, axis, lambda s: session_title(reading, s.id), lambda s: is_planned(reading, s)
    )
    context = {"organs": [_of_organ(organ, known) for organ in organs], "axis": axis, "picture": drawn}
    return render(request, "portal/sessions.html", context)


def _organs(reading: Reading, known: list[Session]) -> list[str]:
    """The organs that sat, in the order in which the charter lists organs."""
    listed = sorted({s.organ for s in known if s.organ in reading.organization.organs_by_id})
    return sorted(listed, key=lambda organ: by_article(reading.organization.organ(organ)))


def _of_organ(organ: str, known: list[Session]) -> OfOrgan:
    mine = [s for s in known if s.organ == organ]
    return OfOrgan(organ, by_decade(mine), len(mine))


def session(request: HttpRequest, session: str) -> HttpResponse:
    """One session. Six queries for its decisions and what is owed to it."""
    reading = reading_of(request)
    org = reading.organization
    if session not in org.sessions_by_id:
        raise Http404
    held = org.session(session)
    apart = difference(held.hijri, held.days) if held.hijri and held.days else None
    rows = list(public.decisions(reading.reader, reading.day, session=session)[: FEW + 1])
    context = {
        "session": held,
        "title": session_title(reading, session),
        "computed": computed_hijri(held.days) if held.days and (not held.hijri or _far(apart)) else None,
        "difference": apart if _far(apart) else None,
        "table": TABLE,
        "planned": is_planned(reading, held),
        "passed": _passed(reading, held),
        "chairs": [term for term in org.terms if term.by == session and "chair" in term.office],
        "decisions": by_symbol(rows[:FEW]),
        "more": len(rows) > FEW,
        "owed": public.mandates_owed(reading.reader, reading.day, session),
        "differ": [d for d in org.disputes if _of_session(d, session) and (d.released or reading.reader.is_staff)],
        "before": order.preceding(held, org.sessions),
        "after": order.following(held, org.sessions) if held.kind == "ordinary" else None,
    }
    return render(request, "portal/session.html", context)


def _far(apart: int | None) -> bool:
    """The calendars as stated lie further apart than sighting of the moon explains."""
    return apart is not None and abs(apart) > TOLERATED


def _of_session(dispute: Dispute, session: str) -> bool:
    return dispute.fact.partition("#")[0] == f"sessions/{session}"


def _passed(reading: Reading, session: Session) -> bool:
    """It was planned when the organization was last known, and its day has passed since."""
    first = session.days.first if session.days else None
    return is_planned(reading, session) and first is not None and first <= reading.day


def is_planned(reading: Reading, session: Session) -> bool:
    """It begins after the day until which the organization is known, or after the day of reading."""
    known, first = reading.organization.profile.known_until, session.days.first if session.days else None
    return first is not None and (first > reading.day or bool(known and known.last and first > known.last))


def _shown(reading: Reading, session: Session) -> bool:
    """As of a day gone by, sessions that began after it were not known: they are left out."""
    return reading.as_of is None or begun(session.days, reading.as_of)


def _start(session: Session) -> tuple[str, int]:
    return str(session.days.first) if session.days and session.days.first else "", session.number or 0


def _axis(reading: Reading, known: list[Session]) -> Axis:
    last = max((s.days.last for s in known if s.days and s.days.last), default=reading.day)
    until = max(last, reading.day)
    return axis_over(reading.organization.profile.founded, until, mirrored=get_language_bidi())
