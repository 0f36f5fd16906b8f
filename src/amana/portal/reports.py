"""The implementation report of a session, as a page and as a Word file in each language, for whoever reads."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from amana.intake.receive import MEDIA_TYPES
from amana.pages.reading import Reading, reading_of
from amana.pages.session_report import made_for
from amana.publish import word
from amana.reports.implementation import Report
from amana.reports.rendering import render as rendered

LANGUAGES = ("ar", "en", "fr")


def session_report(request: HttpRequest, session: str) -> HttpResponse:
    """The report as a page in the language of the page. Seven queries."""
    reading = reading_of(request)
    made = _made(reading, session)
    context = {
        "report": rendered(made, reading.language),
        "audience": made.audience,
        "session": session,
        "downloads": LANGUAGES,
    }
    return render(request, "portal/report.html", context)


def session_report_word(request: HttpRequest, session: str, language: str) -> HttpResponse:
    """The report as a Word file."""
    if language not in LANGUAGES:
        raise Http404
    document = rendered(_made(reading_of(request), session), language)
    response = HttpResponse(word.report(document, language), content_type=MEDIA_TYPES["docx"])
    response.headers["Content-Disposition"] = f'attachment; filename="implementation-{session}-{language}.docx"'
    response.headers["Content-Language"] = language
    return response


def _made(reading: Reading, session: str) -> Report:
    if session not in reading.organization.sessions_by_id:
        raise Http404
    return made_for(reading, session)
