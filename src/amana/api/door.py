"""The door of the interface for programs: what every answer bears, who may ask how much, and how a fault is told."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation

from amana import __version__
from amana.api.asking import Gone, NotThere, iso_day
from amana.api.kept import Kept
from amana.api.rate import Bucket
from amana.pages.addresses import address_of
from amana.pages.middleware import LANGUAGES
from amana.pages.reading import reading_of
from amana.store import queries
from amana.values.problems import Problem, Refused

Handler = Callable[..., HttpResponse]
BUCKET = Bucket(settings.API_RATE)
KEPT = Kept(settings.PAGES_KEPT // 4)
"""What visitors were answered, by all that it rests on: never wrong, soon forgotten."""
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match, Accept-Language",
    "Access-Control-Expose-Headers": "ETag, Link, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset",
    "Access-Control-Max-Age": "86400",
}
POLICY = "default-src 'none'; frame-ancestors 'none'"
TITLES = {400: "Bad request", 404: "Not there", 405: "Read only", 410: "Withdrawn", 429: "Too many questions"}


def door(names: Callable[[], Iterable[str]]) -> Callable[[Handler], Handler]:
    """A view behind the door; `names` are those its questions may bear (none: they are not looked at)."""

    def through(view: Handler) -> Handler:
        @wraps(view)
        def answer(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            response = _answer(request, view, tuple(names()), kwargs)
            for name, value in CORS.items():
                response.headers.setdefault(name, value)
            response.headers.setdefault("Content-Security-Policy", POLICY)
            return response

        answer.csrf_exempt = True  # type: ignore[attr-defined]
        return answer

    return through


def _answer(request: HttpRequest, view: Handler, names: tuple[str, ...], kwargs: Any) -> HttpResponse:
    """Three queries of its own: who asks, the newest checkpoint, the day at the seat."""
    if hasattr(request, "reading_language"):
        return _bare(request)
    head, request.method = request.method == "HEAD", "GET" if request.method == "HEAD" else request.method
    read_question(request, names)
    if request.method == "OPTIONS":
        return HttpResponse(status=204)
    if request.method != "GET":
        response = problem(request, 405, [Problem("api-no-method", {"method": str(request.method)})])
        response.headers["Allow"] = "GET, HEAD, OPTIONS"
        return response
    left = BUCKET.take(address_of(request))
    if left is not None and not left.may:
        response = _too_many(request, left.limit, left.reset)
    else:
        with translation.override(request.reading_language):  # type: ignore[attr-defined]
            response = _told(request, view, kwargs)
    for name, value in left.headers.items() if left else ():
        response.headers[name] = value
    if head:
        response.headers["Content-Length"] = str(len(response.content))
        response.content = b""
    return response


def _told(request: HttpRequest, view: Handler, kwargs: Any) -> HttpResponse:
    tag, private = etag(request), bool(reading_of(request).reader.roles)
    kept = None if private else KEPT.get(tag)
    if tag in [one.strip().removeprefix("W/") for one in request.headers.get("If-None-Match", "").split(",")]:
        response = HttpResponse(status=304)
        del response.headers["Content-Type"]
    elif kept is not None:
        response = HttpResponse(kept, content_type="application/json; charset=utf-8")
    else:
        try:
            response = view(request, **kwargs)
        except (Refused, NotThere, Gone) as fault:
            response = of_fault(request, fault)
        if response.status_code == 200 and not private:
            KEPT.put(tag, response.content)
    if response.status_code in (200, 304):
        response.headers["ETag"] = tag
        response.headers.setdefault("Content-Language", request.reading_language)  # type: ignore[attr-defined]
    response.headers["Cache-Control"] = "private, no-cache" if private else "public, no-cache"
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response


def etag(request: HttpRequest) -> str:
    """What an answer rests on: the record's root, the question, its language and day, who asks, and this version."""
    reading, point = reading_of(request), queries.checkpoint()
    asked = sorted((name, request.GET.getlist(name)) for name in request.GET)
    rests = (
        __version__,
        queries.database_name(),
        point.root if point else "",
        request.path_info,
        asked,
        reading.language,
        reading.day.isoformat(),
        reading.reader.audiences,
        request.build_absolute_uri("/"),
    )
    return '"' + hashlib.sha256(json.dumps(rests).encode()).hexdigest()[:32] + '"'


def read_question(request: HttpRequest, names: tuple[str, ...]) -> None:
    """Language and day out of the question, for `reading_of`; what is wrong with them `Asked` tells."""
    language = request.GET.get("language", "")
    if language not in LANGUAGES:
        wanted = translation.get_language_from_request(request)
        language = wanted if wanted in LANGUAGES else "en"
    request.reading_language = language  # type: ignore[attr-defined]
    request.as_of = iso_day(request.GET.get("as_of", ""))  # type: ignore[attr-defined]
    request.api_names = names  # type: ignore[attr-defined]


def of_fault(request: HttpRequest, fault: Exception) -> HttpResponse:
    """The answer to a question that cannot be answered."""
    if isinstance(fault, Gone):
        told = Problem("api-withdrawn", {"key": fault.key, "since": fault.since})
        more = {"id": fault.key, "deleted": True, "since": fault.since, "entry": fault.entry}
        return problem(request, 410, [told], more)
    if isinstance(fault, NotThere):
        return problem(request, 404, [Problem("api-not-there", {"kind": fault.kind, "key": fault.key})])
    assert isinstance(fault, Refused)
    return problem(request, 400, fault.problems)


def problem(
    request: HttpRequest, status: int, problems: Iterable[Problem], more: dict[str, Any] | None = None
) -> HttpResponse:
    """A problem document (RFC 9457): every fault with its code, its name in the question, and a sentence."""
    language = getattr(request, "reading_language", "en")
    found = [
        {"code": one.code, "where": str(one.facts.get("name", "")) or None, "detail": one.message(language)}
        for one in problems
    ]
    body = {
        "type": f"/{language}/api/#{found[0]['code']}",
        "title": TITLES[status],
        "status": status,
        "detail": " ".join(f"{one['detail']}." for one in found),
        "instance": request.get_full_path(),
        "errors": found,
        **(more or {}),
    }
    response = HttpResponse(json.dumps(body, ensure_ascii=False), status=status)
    response.headers["Content-Type"] = "application/problem+json"
    response.headers["Content-Language"] = language
    return response


def nothing_here(request: HttpRequest, **_: Any) -> HttpResponse:
    """An address that is none."""
    facts = {"address": request.path_info, "list": "/api/"}
    return problem(request, 404, [Problem("api-no-address", facts)])


def _too_many(request: HttpRequest, limit: int, seconds: int) -> HttpResponse:
    data = request.build_absolute_uri("/data/")
    response = problem(request, 429, [Problem("api-too-many", {"limit": limit, "seconds": seconds, "data": data})])
    response.headers["Retry-After"] = str(seconds)
    return response


def _bare(request: HttpRequest) -> HttpResponse:
    """One address for one answer: language and day go from before the address to behind it."""
    query = request.GET.copy()
    query["language"] = request.reading_language  # type: ignore[attr-defined]
    if day := request.as_of:  # type: ignore[attr-defined]
        query["as_of"] = day.isoformat()
    response = HttpResponseRedirect(f"{request.path_info}?{query.urlencode()}")
    response.status_code = 308
    return response
