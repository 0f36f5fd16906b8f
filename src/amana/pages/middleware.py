"""Language and day of reading, out of the address: /<language>/[on/<day>/]…

A day before 1700 is one of the Hijri calendar, kept in the address as it was chosen and looked up in the table. Both become the script prefix of the request, so that every link made while answering carries them on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.urls import set_script_prefix
from django.utils import translation
from django.utils.cache import patch_vary_headers

from amana.pages.picking import HIJRI_BEFORE
from amana.values.hijri import HijriDate, OutOfTable, to_gregorian

LANGUAGES = tuple(code for code, _ in settings.LANGUAGES)
UNOFFICIAL = frozenset({"id"})
"""Languages of the pages that are no language of the organization: the switcher says so."""
ADDRESS = re.compile(rf"/(?P<language>{'|'.join(LANGUAGES)})(?:/on/(?P<day>\d{{4}}-\d\d-\d\d))?(?=/|$)", re.ASCII)
BARE = ("/static/", "/live/", "/api/")
"""Addresses that look after themselves: without language and day, and never kept as pages."""
POLICY = "; ".join((
    "default-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
))  # fmt: skip
"""Nothing but what this site serves itself: no inline script, no inline style, no other host."""


class Reading:
    """Sets `request.reading_language`, `request.as_of` (a date, or None for now) and `request.as_of_hijri`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.as_of = request.as_of_hijri = None  # type: ignore[attr-defined]
        path = request.path_info
        if "\x00" in path:
            return HttpResponseBadRequest()
        found = ADDRESS.match(path)
        if found is None:
            if path.startswith(BARE):
                return self.get_response(request)
            return _negotiated(request)
        language, day = found["language"], found["day"]
        prefix, end = f"/{language}/", found.end()
        if day:
            try:
                request.as_of, request.as_of_hijri = day_in_address(day)  # type: ignore[attr-defined]
                prefix += f"on/{day}/"
            except (ValueError, OutOfTable):
                end = found.end("language")  # no such day: no such page
        request.path_info = path[end:] or "/"
        request.reading_language = language  # type: ignore[attr-defined]
        set_script_prefix(prefix)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        return response


def day_in_address(text: str) -> tuple[date, HijriDate | None]:
    """The Gregorian day an address names, and the Hijri one where it is that; ValueError or OutOfTable for no day.

    >>> day_in_address("1969-09-25")[1] is None, day_in_address("1389-07-12")[0].isoformat()
    (True, '1969-09-23')
    """
    year, month, number = map(int, text.split("-"))
    if year < HIJRI_BEFORE:
        hijri = HijriDate(year, month, number)
        return to_gregorian(hijri), hijri
    return date(year, month, number), None


def _negotiated(request: HttpRequest) -> HttpResponse:
    """To the language the browser asks for, English where it asks for none of ours."""
    wanted = translation.get_language_from_request(request)
    language = wanted if wanted in LANGUAGES else "en"
    response = HttpResponseRedirect(f"/{language}{request.get_full_path()}")
    patch_vary_headers(response, ("Accept-Language",))
    return response
