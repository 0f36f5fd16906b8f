"""Sources, and the facts on which they differ."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from amana.pages.reading import reading_of
from amana.values.facts import Dispute


def sources(request: HttpRequest) -> HttpResponse:
    """Every source named anywhere, with its tier, and the facts on which they differ."""
    reading = reading_of(request)
    visible = [d for d in reading.organization.disputes if d.released or reading.reader.is_staff]
    return render(request, "portal/sources.html", {"sources": reading.organization.sources, "disputes": visible})


def source(request: HttpRequest, source: str) -> HttpResponse:
    """One source."""
    org = reading_of(request).organization
    if source not in org.sources_by_id:
        raise Http404
    return render(request, "portal/source.html", {"source": org.source(source)})


def dispute(request: HttpRequest, dispute: str) -> HttpResponse:
    """One fact on which sources differ: each claim with its sources, the one held, and why; no verdict."""
    reading = reading_of(request)
    held: Dispute | None = next((d for d in reading.organization.disputes if d.id == dispute), None)
    if held is None or not (held.released or reading.reader.is_staff):
        raise Http404
    table, _, field = held.fact.partition("#")
    table, _, row = table.partition("/")
    context = {"dispute": held, "table": table, "row": row, "field": field, "party": row.rpartition("-")[0]}
    return render(request, "portal/dispute.html", context)
