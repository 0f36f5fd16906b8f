"""Pages kept for visitors while nothing they are made of changes: the record, the day, the address.

A visitor's page is made of the record alone, so it is right until the next entry or the next day at the seat. What
rests on anything else is not kept: the database is watched while a page is made, and a page that asked a table which
the record does not write is made anew each time, like every page of somebody with a cookie of ours.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from threading import Lock
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from amana.acts import clock
from amana.pages.middleware import BARE
from amana.store import queries

METHODS = ("GET", "HEAD")
COOKIES = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages")
LARGEST = 1 << 20
WORTH_SQUEEZING = 1 << 10
_NAMES = re.compile(r"\b(?:FROM|JOIN)\s+\"?(\w+)\"?", re.IGNORECASE)
_WORD = re.compile(r"\w+")

Key = tuple[str, ...]
Moment = tuple[str, str, date]
"""The database, the root of the record, the day at the seat."""


@dataclass(frozen=True, slots=True)
class Page:
    """One answer as it went out: its headers, its bytes, and the same squeezed where that is worth it."""

    headers: tuple[tuple[str, str], ...]
    body: bytes
    squeezed: bytes
    tag: str

    @property
    def size(self) -> int:
        """How many bytes it takes."""
        return len(self.body) + len(self.squeezed) + 1000


class Shelf:
    """The pages of one moment, up to `most` bytes; the one asked for longest ago goes first."""

    def __init__(self, most: int) -> None:
        self._most, self._size, self._lock = most, 0, Lock()
        self._moment: Moment | None = None
        self._pages: OrderedDict[Key, Page] = OrderedDict()

    def get(self, moment: Moment, key: Key) -> Page | None:
        """The page kept under this key at this moment."""
        with self._lock:
            if moment != self._moment or key not in self._pages:
                return None
            self._pages.move_to_end(key)
            return self._pages[key]

    def put(self, moment: Moment, key: Key, page: Page) -> None:
        """Keep a page; those of another moment are forgotten."""
        with self._lock:
            if moment != self._moment:
                self._pages.clear()
                self._moment, self._size = moment, 0
            if old := self._pages.pop(key, None):
                self._size -= old.size
            self._pages[key] = page
            self._size += page.size
            while self._size > self._most:
                self._size -= self._pages.popitem(last=False)[1].size

    @property
    def size(self) -> int:
        """How many bytes are kept."""
        return self._size


class Keeping:
    """Answers visitors from the shelf, and tells a browser that has the page already that it is still the same."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.shelf = Shelf(settings.PAGES_KEPT)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not settings.PAGES_KEPT or not _of_a_visitor(request):
            return self.get_response(request)
        moment = _moment()
        if moment is None:
            return self.get_response(request)
        key = (request.scheme or "", request.META.get("HTTP_HOST", ""), request.get_full_path())
        page = self.shelf.get(moment, key)
        if page is None:
            watched = _Watched()
            with connection.execute_wrapper(watched):
                response = self.get_response(request)
            if watched.elsewhere or request.method != "GET" or not _may_be_kept(response):
                return response
            page = _page(response)
            self.shelf.put(moment, key, page)
        return _answer(request, page)


class _Watched:
    """Hears every query of a request: `elsewhere` when one asked a table that the record does not write."""

    def __init__(self) -> None:
        self.elsewhere = False

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        self.elsewhere = self.elsewhere or not of_the_record(sql)
        return execute(sql, params, many, context)


@lru_cache(maxsize=2048)
def of_the_record(sql: str) -> bool:
    """Whether a statement reads nothing but tables that the record writes. What is in doubt is not.

    >>> of_the_record('SELECT 1 FROM "store_fact"'), of_the_record('SELECT 1 FROM "store_errorreport"')
    (True, False)
    """
    verb = sql.split(maxsplit=1)[0].upper() if sql.strip() else ""
    if verb in ("SAVEPOINT", "RELEASE"):
        return True
    return verb == "SELECT" and set(_NAMES.findall(sql)) <= _record() and _beside().isdisjoint(_WORD.findall(sql))


@cache
def _record() -> frozenset[str]:
    return queries.tables_of_the_record()


@cache
def _beside() -> frozenset[str]:
    return frozenset(connection.introspection.django_table_names()) - _record()


def _of_a_visitor(request: HttpRequest) -> bool:
    return (
        request.method in METHODS
        and not any(name in request.COOKIES for name in COOKIES)
        and "HTTP_AUTHORIZATION" not in request.META
        and not request.path_info.startswith(BARE)
    )


def _moment() -> Moment | None:
    """Now, as pages see it; None before anything is in the record. One query."""
    root = queries.root()
    return (queries.database_name(), root, clock.today_in(_zone(root))) if root else None


@lru_cache(maxsize=4)
def _zone(root: str) -> Any:
    return clock.zone()


def _may_be_kept(response: HttpResponse) -> bool:
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not response.has_header("Cache-Control")
        and len(response.content) < LARGEST
    )


def _page(response: HttpResponse) -> Page:
    body = bytes(response.content)
    patch_vary_headers(response, ("Cookie", "Accept-Encoding"))
    response.headers["Cache-Control"] = "no-cache"
    tag = f'W/"{hashlib.blake2s(body, digest_size=12).hexdigest()}"'
    response.headers["ETag"] = tag
    text = response.headers.get("Content-Type", "").startswith(("text/", "application/json", "application/atom"))
    squeezed = gzip.compress(body, 6, mtime=0) if text and len(body) > WORTH_SQUEEZING else b""
    headers = tuple((name, value) for name, value in response.items() if name != "Content-Length")
    return Page(headers, body, squeezed, tag)


def _answer(request: HttpRequest, page: Page) -> HttpResponse:
    """The page, squeezed for whom takes that; nothing but the word that it is the same, for whom has it."""
    asked = parse_etags(request.META.get("HTTP_IF_NONE_MATCH", ""))
    response: HttpResponse
    if page.tag in asked or "*" in asked:
        response = HttpResponseNotModified()
        for name, value in page.headers:
            if name in ("ETag", "Vary", "Cache-Control", "Content-Language"):
                response.headers[name] = value
        return response
    squeezed = bool(page.squeezed) and "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
    response = HttpResponse(page.squeezed if squeezed else page.body)
    for name, value in page.headers:
        response.headers[name] = value
    if squeezed:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Content-Length"] = str(len(response.content))
    return response
