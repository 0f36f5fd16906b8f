"""Sessions: all of them on a line of years, and one session's page with its decisions and the reports owed to it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language_bidi

from amana.pages.reading import Reading, reading_of
from amana.pages.session_report import by_symbol
from amana.pages.templatetags.names import session_title
from amana.portal.lines import Axis, axis_over
from amana.sessions import order
from amana.sessions.session import Session
from amana.store.queries import public
from amana.values.hijri import TABLE, computed_hijri, difference

FEW = 200


@dataclass(frozen=True, slots=True)
class Dot:
    """A session at `x` percent; `hollow` where only its year or month is known."""

    session: Session
    x: str
    hollow: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """The sessions of one organ on the line of years."""

    organ: str
    dots: tuple[Dot, ...]


def sessions(request: HttpRequest) -> HttpResponse:
    """Every session known, those that begin after the day of reading as planned."""
    reading = reading_of(request)
    known = [s for s in reading.organization.sessions if _shown(reading, s)]
    known.sort(key=lambda s: (_start(s), s.number or 0), reverse=True)
    context = {"sessions": known, "lanes": _lanes(reading, known), "axis": _axis(reading, known)}
    return render(request, "portal/sessions.html", context)


def session(request: HttpRequest, session: str) -> HttpResponse:
    """One session. Six queries for its decisions and what is owed to it."""
    reading = reading_of(request)
    org = reading.organization
    if session not in org.sessions_by_id:
        raise Http404
    held = org.session(session)
    context = {
        "session": held,
        "title": session_title(reading, session),
        "computed": computed_hijri(held.days) if held.days and not held.hijri else None,
        "difference": difference(held.hijri, held.days) if held.hijri and held.days else None,
        "table": TABLE,
        "planned": _planned(reading, held),
        "decisions": by_symbol(public.decisions(reading.reader, reading.day, session=session)[:FEW]),
        "owed": public.mandates_owed(reading.reader, reading.day, session),
        "before": order.preceding(held, org.sessions),
        "after": order.following(held, org.sessions) if held.kind == "ordinary" else None,
    }
    return render(request, "portal/session.html", context)


def _planned(reading: Reading, session: Session) -> bool:
    """It begins after the day until which the organization is known, or after the day of reading."""
    known, first = reading.organization.profile.known_until, session.days.first if session.days else None
    return first is not None and (first > reading.day or bool(known and known.last and first > known.last))


def _shown(reading: Reading, session: Session) -> bool:
    """As of a day gone by, sessions that began after it were not known: they are left out."""
    first = session.days.first if session.days else None
    return reading.as_of is None or first is None or first <= reading.as_of


def _start(session: Session) -> str:
    return str(session.days.first) if session.days and session.days.first else ""


def _axis(reading: Reading, known: list[Session]) -> Axis:
    last = max((s.days.last for s in known if s.days and s.days.last), default=reading.day)
    until = max(last, reading.day)
    return axis_over(reading.organization.profile.founded, until, mirrored=get_language_bidi())


def _lanes(reading: Reading, known: list[Session]) -> list[Lane]:
    axis = _axis(reading, known)
    lanes: dict[str, list[Dot]] = {}
    for held in known:
        if held.days and held.days.first:
            exact = held.days.exact
            lanes.setdefault(held.organ, []).append(Dot(held, axis.at(held.days.first), not exact))
    return [Lane(organ, tuple(dots)) for organ, dots in sorted(lanes.items(), key=lambda lane: -len(lane[1]))]
