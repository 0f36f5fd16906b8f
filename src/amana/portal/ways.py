"""Ways through the site: home, the day picker, the organization's colour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from amana.charter.standing import roll
from amana.pages.colour import accents
from amana.pages.picking import pick_day
from amana.pages.reading import Reading, reading_of
from amana.portal.record import newest as newest_entries
from amana.reports.implementation import VIEWS
from amana.sessions.session import Session
from amana.store import queries
from amana.store.queries import public
from amana.values.problems import Refused

SOME = 5


def look(request: HttpRequest, colour: str) -> HttpResponse:
    """The accent colour as a style sheet, kept by browsers for ever: its address says which colour it is."""
    light, dark = accents(colour)
    sheet = f":root{{--accent-on-light:{light};--accent-on-dark:{dark}}}\n"
    response = HttpResponse(sheet, content_type="text/css; charset=utf-8")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def as_of(request: HttpRequest) -> HttpResponse:
    """To the page one was on, as of the day typed; where it is no day, say why and keep what was typed."""
    typed, at = request.GET.get("day", "").strip(), request.GET.get("at", "/")
    at = at if at.startswith("/") and not at.startswith(("//", "/as-of")) else "/"
    try:
        day = pick_day(typed, reading_of(request).language)
    except Refused as refused:
        problems = [p.message(reading_of(request).language) for p in refused.problems]
        context = {"typed": typed, "at": at, "problem": " ".join(problems)}
        return render(request, "portal/as_of.html", context, status=400)
    return HttpResponseRedirect(f"/{reading_of(request).language}/on/{day.isoformat()}{at}")


@dataclass(frozen=True, slots=True)
class Next:
    """The next session known, and in how many days it begins: fewer than one where only its plan is known."""

    session: Session
    days_left: int


def home(request: HttpRequest) -> HttpResponse:
    """What is next, what was decided last, how mandates stand, what was entered last. Six queries."""
    reading = reading_of(request)
    org, day = reading.organization, reading.day
    until = _horizon(reading)
    begun = [s for s in org.sessions if s.days and s.days.first and s.days.first <= until]
    last = max(begun, key=lambda s: (s.days.first if s.days else day, s.id), default=None)
    told = public.mandates(reading.reader, day)
    counts = public.mandate_counts(told)
    newest = list(public.decisions(reading.reader, day)[:SOME])
    on = roll(day, org.standings_of, org.sessions_by_id)
    context = {
        "next": _next(reading),
        "last": last,
        "decisions": newest,
        "roll": on,
        "organs": sum(
            1 for organ in org.organs if not organ.founded or not organ.founded.first or organ.founded.first <= day
        ),
        "views": [(view, counts.get(view, 0)) for view in VIEWS],
        "mandates": len(told),
        "entries": newest_entries(reading, SOME),
        "checkpoint": queries.checkpoint(),
    }
    return render(request, "portal/home.html", context)


def _horizon(reading: Reading) -> date:
    """The day of reading, or the last day until which the organization is known where that is earlier."""
    known = reading.organization.profile.known_until
    return min(reading.day, known.last) if known and known.last else reading.day


def _next(reading: Reading) -> Next | None:
    """The session that begins next after the day of reading, or after what is known, of whatever organ."""
    until = _horizon(reading)
    coming = [
        (s.days.first, s.id, s)
        for s in reading.organization.sessions
        if s.days and s.days.first and s.days.first > until
    ]
    if not coming:
        return None
    first, _, session = min(coming, key=lambda one: one[:2])
    return Next(session, (first - reading.day).days)
