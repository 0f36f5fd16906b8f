"""Ways through the site: home, the day picker, the organization's colour."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext

from amana.pages.colour import accents
from amana.pages.picking import pick_day
from amana.pages.reading import reading_of
from amana.values.problems import Refused


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


def home(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/home.html")
