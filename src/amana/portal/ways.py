"""Ways through the site: home, the day picker, the organization's colour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language_bidi

from amana.charter.instruments import Office
from amana.charter.offices import End, Holding, Term, acting_on, holding_on, of_office, offices_on, term_end
from amana.folder.organization import Organization
from amana.mandates.lifecycle import VIEWS
from amana.pages.colour import accents
from amana.pages.picking import pick
from amana.pages.reading import Reading, reading_of
from amana.portal.drawing.strip import strip
from amana.portal.members import roll_on
from amana.portal.record import newest_told
from amana.programme.goals import current_on
from amana.sessions.session import Session
from amana.store import queries
from amana.store.queries import public
from amana.values.problems import Refused
from amana.values.reached import begun

SOME = 5


def look(request: HttpRequest, colour: str) -> HttpResponse:
    """The accent colour as a style sheet, kept by browsers for ever: its address says which colour it is."""
    light, dark = accents(colour)
    sheet = f":root{{--accent-on-light:{light};--accent-on-dark:{dark}}}\n"
    response = HttpResponse(sheet, content_type="text/css; charset=utf-8")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def as_of(request: HttpRequest) -> HttpResponse:
    """To the page one was on, as of the day picked; where it is no day, say why and keep what was typed."""
    language, at = reading_of(request).language, request.GET.get("at", "/")
    at = at if at.startswith("/") and not at.startswith(("//", "/as-of")) else "/"
    typed = _typed(request)
    try:
        picked = pick(typed, language)
    except Refused as refused:
        problems = [p.message(language) for p in refused.problems]
        context = {"typed": typed, "at": at, "problem": " ".join(problems)}
        return render(request, "portal/as_of.html", context, status=400)
    return HttpResponseRedirect(f"/{language}/on/{picked}{at}")


def _typed(request: HttpRequest) -> str:
    """What was picked: in words, by a Gregorian date field, or by the three fields of a Hijri day."""
    said = {name: request.GET.get(name, "").strip() for name in ("day", "gregorian", "hd", "hm", "hy")}
    if said["hd"] or said["hm"] or said["hy"]:
        return f"{said['hd']}/{said['hm']}/{said['hy']}هـ"
    return said["day"] or said["gregorian"]


@dataclass(frozen=True, slots=True)
class Next:
    """The next session known, and in how many days it begins: fewer than one where only its plan is known."""

    session: Session
    days_left: int


@dataclass(frozen=True, slots=True)
class Held:
    """An office on the day: who holds it, or where that is not known any more, the term known last and its end."""

    office: Office
    holding: Holding
    last: Term | None
    end: End
    acting: Term | None = None


def home(request: HttpRequest) -> HttpResponse:
    """What is next and owed at it, what the last session decided, who holds office, how programme and mandates stand,
    what was entered last. Sixteen queries after a new entry.
    """
    reading = reading_of(request)
    org, day = reading.organization, reading.day
    coming, last = _next(reading), _last(reading)
    programme = current_on(day, org.programmes)
    present = reading.present
    cells = strip(programme, mirrored=get_language_bidi())
    told = public.mandates(reading.reader, day)
    counts = public.mandate_counts(told)
    context = {
        "next": coming,
        "owed": public.mandates_owed(reading.reader, day, coming.session.id)[:SOME] if coming else (),
        "last": last,
        "decided": list(public.decisions(reading.reader, day, session=last.id)[:SOME]) if last else (),
        "newest": list(public.decisions(reading.reader, day)[:SOME]),
        "roll": roll_on(org, day),
        "organs": len(present.certain),
        "organs_possible": len(present.possible),
        "offices": _offices(reading),
        "programme": programme,
        "strip": cells,
        "strip_unknown": any(cell.unknown for cell in cells),
        "views": [(view, counts.get(view, 0)) for view in VIEWS],
        "mandates": len(told),
        "entries": newest_told(reading, SOME),
        "checkpoint": queries.checkpoint(),
    }
    return render(request, "portal/home.html", context)


def _last(reading: Reading) -> Session | None:
    """The session that began last by the day of reading, as far as is known."""
    until = _horizon(reading)
    dated = [(s.days.first, s.id, s) for s in reading.organization.sessions if s.days and s.days.first]
    return max((one for one in dated if one[0] <= until), key=lambda one: one[:2], default=(None, "", None))[2]


def _offices(reading: Reading) -> list[Held]:
    """The offices at the head of organs: those of one holder at a time whose terms are known, in the charter's order."""
    org, day = reading.organization, reading.day
    shown = []
    for office in offices_on(day, org.instruments):
        terms = [t for t in of_office(org.terms, office.id) if begun(t.since, day)]
        if not terms or not _heads(office, org):
            continue
        holding = holding_on(day, org.terms, office.id, length=office.term, known_until=org.profile.known_until)
        acting = None if holding.certain else acting_on(day, org.terms, office.id)
        shown.append(Held(office, holding, terms[-1], term_end(terms[-1], terms, office.term), acting))
    return shown


def _heads(office: Office, org: Organization) -> bool:
    """It is the first office that an instrument creates in a principal organ."""
    if office.organ in org.organs_by_id and org.organ(office.organ).kind != "principal":
        return False
    first = next(o for o in org.offices_by_id.values() if o.organ == office.organ)
    return first.id == office.id


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
