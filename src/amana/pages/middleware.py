"""Language and day of reading, out of the address: /<language>/[on/<day>/]…

Both become the script prefix of the request, so that every link made while answering carries them on.
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

LANGUAGES = tuple(code for code, _ in settings.LANGUAGES)
UNOFFICIAL = frozenset({"id"})
"""Languages of the pages that are no language of the organization: the switcher says so."""
ADDRESS = re.compile(rf"/(?P<language>{'|'.join(LANGUAGES)})(?:/on/(?P<day>\d{{4}}-\d\d-\d\d))?(?=/|$)", re.ASCII)
BARE = ("/static/", "/live/", "/api/")
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
    """Sets `request.reading_language` and `request.as_of` (a date, or None for now)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.as_of = None  # type: ignore[attr-defined]
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
                request.as_of = date.fromisoformat(day)  # type: ignore[attr-defined]
                prefix += f"on/{day}/"
            except ValueError:
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


def _negotiated(request: HttpRequest) -> HttpResponse:
    """To the language the browser asks for, English where it asks for none of ours."""
    wanted = translation.get_language_from_request(request)
    language = wanted if wanted in LANGUAGES else "en"
    response = HttpResponseRedirect(f"/{language}{request.get_full_path()}")
    patch_vary_headers(response, ("Accept-Language",))
    return response
