"""Open data: the organization to take along, whole."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from amana.pages import open_data
from amana.pages.reading import reading_of

MEDIA = {"zip": "application/zip", "txt": "text/plain; charset=utf-8"}


def data(request: HttpRequest) -> HttpResponse:
    """What there is to download, with sizes and checksums, and how to ask for less. Four queries."""
    reading = reading_of(request)
    made = open_data.current() if reading.known else None
    context = {"made": made, "behind": bool(made and made.entries < reading.size)}
    return render(request, "portal/data.html", context)


def download(request: HttpRequest, name: str) -> FileResponse:
    """One file of the archives made last. Two queries."""
    made = open_data.current() if name in open_data.FILES else None
    if made is None:
        raise Http404
    media = MEDIA.get(name.rpartition(".")[2], MEDIA["txt"])
    response = FileResponse((made.place / name).open("rb"), as_attachment=name.endswith(".zip"), content_type=media)
    response.headers["Cache-Control"] = "public, no-cache"
    response.headers["ETag"] = f'"{made.place.name}-{name}"'
    return response
