"""What was asked: in which language, for which day, by whom; every fault of a question told at once."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, get_script_prefix, reverse
from ninja import Schema
from pydantic import Field

from amana.api import shapes
from amana.folder.organization import Organization
from amana.pages.middleware import LANGUAGES
from amana.pages.reading import Reading, reading_of
from amana.sessions.equated import Equated
from amana.store.queries.public import Reader
from amana.values.problems import Problem, Refused

MOST, USUAL = 200, 50
"""How many things a list gives at most, and where nothing is asked."""
ROOT = "/api/v1"
Number = Annotated[str, Field(json_schema_extra={"type": "integer"})]
"""A whole number: read by us, so that every fault is told in our words."""


class Anything(Schema):
    """What every question may say."""

    language: str = Field("", description="ar, en, fr or id; else by Accept-Language, else en")
    as_of: str = Field(
        "",
        description="A Gregorian day, ISO 8601 (1979-05-12); else today at the seat",
        json_schema_extra={"format": "date"},
    )


class Paged(Anything):
    """What a question for a long list may say beside that."""

    limit: Number = Field("", description=f"How many, 1 to {MOST}; else {USUAL}")
    cursor: str = Field("", description="Where the page before ended: its `next`, as given")


class Gone(Exception):
    """What was asked for was to be seen before and is withdrawn. `since`: the day."""

    def __init__(self, key: str, since: str, entry: int) -> None:
        self.key, self.since, self.entry = key, since, entry
        super().__init__(key)


class NotThere(Exception):
    """There is no such thing, as far as this reader may know."""

    def __init__(self, kind: str, key: str) -> None:
        self.kind, self.key = kind, key
        super().__init__(f"{kind} {key}")


class Asked:
    """One question. Raises Refused with every fault in it."""

    def __init__(self, request: HttpRequest, query: Anything, problems: Iterable[Problem] = ()) -> None:
        self.request = request
        self.reading: Reading = reading_of(request)
        found = [*unknown_names(request), *_faults(request), *problems]
        if isinstance(query, Paged):
            found += list(_number("limit", query.limit, 1, MOST))
        if found:
            raise Refused(found)
        self.limit = int(query.limit) if isinstance(query, Paged) and query.limit else USUAL
        self.cursor = query.cursor if isinstance(query, Paged) else ""

    @property
    def language(self) -> str:
        """The language of the answer."""
        return self.reading.language

    @property
    def day(self) -> date:
        """The day for which it is answered."""
        return self.reading.day

    @property
    def reader(self) -> Reader:
        """Who asks."""
        return self.reading.reader

    @property
    def equated(self) -> Mapping[date, Equated]:
        """The Hijri day that sessions state for a Gregorian one."""
        return self.reading.equated

    @cached_property
    def organization(self) -> Organization:
        """The organization as the reader may see it; NotThere until one is loaded."""
        if self.reading.known is None:
            raise NotThere("organization", "")
        return self.reading.known

    def url(self, name: str, *args: object) -> str | None:
        """The page for people under that name, in this language and, where a day was asked, on that day."""
        try:
            path = reverse(name, args=args).removeprefix(get_script_prefix())
        except NoReverseMatch:
            return None
        on = f"/on/{self.reading.as_of.isoformat()}" if self.reading.as_of else ""
        return self.request.build_absolute_uri(f"/{self.language}{on}/{path}")

    def own(self, path: str) -> str:
        """The address in this API, without language and day."""
        return self.request.build_absolute_uri(f"{ROOT}/{path}")

    def answer(self, id_: str, path: str, page: str | None, **content: Any) -> dict[str, Any]:
        """An answer with what every answer says of itself."""
        profile = self.organization.profile
        return {
            "id": id_,
            "self": self.own(path),
            "url": page,
            "language": self.language,
            "as_of": self.day.isoformat(),
            "known_until": shapes.days(profile.known_until),
            "beyond": self.reading.beyond,
            "entries": self.reading.size,
            **content,
        }

    def list_of(self, path: str, page: str | None, items: list[Any], **more: Any) -> dict[str, Any]:
        """The answer that is a list."""
        return self.answer(self.own(path), path, page, items=items, **more)


def named(values: Mapping[str, Any], kind: str, key: str) -> Any:
    """The thing of this id; NotThere where there is none."""
    if key not in values:
        raise NotThere(kind, key)
    return values[key]


def cursor(*parts: object) -> str:
    """Where a page ended, as an opaque word that stays good.

    >>> read_cursor(cursor("2024-11-07", 12), 2)
    ('2024-11-07', '12')
    """
    return base64.urlsafe_b64encode("\x1f".join(map(str, parts)).encode()).decode().rstrip("=")


def read_cursor(word: str, count: int, *, numbered: bool = True) -> tuple[str, ...]:
    """The parts of a cursor, the last a whole number where `numbered`. Refused where we never gave such a word."""
    try:
        raw = base64.b64decode(word + "=" * (-len(word) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, ValueError) as error:
        raise Refused([Problem("api-cursor", {"value": word})]) from error
    parts = tuple(raw.split("\x1f"))
    last = parts[-1]
    if len(parts) != count or (numbered and not (last.isascii() and last.isdigit() and len(last) < 19)):
        raise Refused([Problem("api-cursor", {"value": word})])
    return parts


def one_of(name: str, value: str, known: Iterable[str]) -> Iterator[Problem]:
    """A value that must be among those known, where it is given."""
    allowed = tuple(known)
    if value and value not in allowed:
        yield Problem("api-not-known", {"name": name, "value": value, "known": _few(allowed)})


def unknown_names(request: HttpRequest) -> Iterator[Problem]:
    """Names in the question that mean nothing here, and names given twice."""
    known: tuple[str, ...] = getattr(request, "api_names", ())
    for name in request.GET:
        if known and name not in known:
            yield Problem("api-name-unknown", {"name": name, "known": tuple(known)})
        elif len(request.GET.getlist(name)) > 1:
            yield Problem("api-name-twice", {"name": name})


def _faults(request: HttpRequest) -> Iterator[Problem]:
    """What is wrong with language and day; both were read at the door."""
    language, day = request.GET.get("language", ""), request.GET.get("as_of", "")
    if language and language not in LANGUAGES:
        yield Problem("api-not-known", {"name": "language", "value": language, "known": LANGUAGES})
    if day and iso_day(day) is None:
        yield Problem("api-day", {"name": "as_of", "value": day})


def _number(name: str, value: str, least: int, most: int) -> Iterator[Problem]:
    if value and not (value.isascii() and value.isdigit() and len(value) < 19 and least <= int(value) <= most):
        yield Problem("api-number", {"name": name, "value": value, "least": least, "most": most})


def whole(name: str, value: str, least: int = 0, most: int = 10**18) -> Iterator[Problem]:
    """A whole number between two, where it is given."""
    yield from _number(name, value, least, most)


def iso_day(text: str) -> date | None:
    """The day written 1979-05-12; None for anything else.

    >>> iso_day("1979-05-12"), iso_day("19790512"), iso_day("1979-02-30")
    (datetime.date(1979, 5, 12), None, None)
    """
    if len(text) != 10 or not text.isascii():
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _few(known: tuple[str, ...]) -> tuple[str, ...]:
    return known if len(known) <= 20 else (*known[:20], "…")
