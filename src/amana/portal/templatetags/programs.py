"""What a page tells programs in its head: what it is about in schema.org's words, and where the same stands for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.urls import get_script_prefix, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from amana.charter.persons import persons_of
from amana.charter.standing import standing_on
from amana.pages.reading import Reading, reading_of
from amana.pages.templatetags.names import session_words
from amana.pages.templatetags.words import address
from amana.portal.sessions import is_planned
from amana.publish import linked
from amana.values.days import Day
from amana.values.words import Words

register = template.Library()
API = "/api/v1/"
JSON, ATOM, CALENDAR = "application/json", "application/atom+xml", "text/calendar"
LISTS = {"member": "parties", "members": "parties", "mandate": "mandates", "person": "persons", "source": "sources"} | {
    name: f"{name}s" for name in ("organ", "session", "decision", "programme", "partner", "group")
}
PAGES = {f"{name}s" if name != "members" else name: list_ for name, list_ in LISTS.items()} | {
    "home": "organization",
    "record": "record",
}
"""The page of a list → the list in the interface for programs."""


@register.simple_tag(takes_context=True)
def for_programs(context: Context) -> SafeString:
    """`{% for_programs %}`: the links and the data block of this page; nothing where there is nothing."""
    request: HttpRequest | None = context.get("request")
    match = request.resolver_match if request else None
    if request is None or match is None or reading_of(request).known is None:
        return SafeString("")
    kwargs = {key: str(value) for key, value in match.kwargs.items()}
    parts = [
        *_links(reading_of(request), match.url_name or "", kwargs),
        _block(request, context, match.url_name, kwargs),
    ]
    return SafeString("\n".join(filter(None, parts)))


def _links(reading: Reading, page: str, kwargs: Mapping[str, str]) -> list[str]:
    on = f"?as_of={reading.as_of.isoformat()}" if reading.as_of else ""
    page = page.removesuffix("-in").removesuffix("-list")
    found: list[tuple[str, str]] = []
    if page in LISTS and page in (*kwargs, "member", "members"):
        key = kwargs.get("party" if page == "member" else page, "")
        found.append((JSON, f"{API}{LISTS[page]}/{key}{on}" if key else f"{API}{LISTS[page]}{on}"))
    elif page in PAGES:
        found.append((JSON, f"{API}{PAGES[page]}{on}"))
    feeds: dict[str, tuple[str, str]] = {
        "organ": ("feed-organ", "calendar-organ"),
        "member": ("feed-state", "calendar-state"),
    }
    of_all = {"home": ("feed-all", "calendar"), "decisions": ("feed-decisions", ""), "sessions": ("", "calendar")}
    names = feeds.get(page) or of_all.get(page, ("", ""))
    arguments = tuple(kwargs.values())[:1] if page in feeds else ()
    for name, media in zip(names, (ATOM, CALENDAR), strict=True):
        if name and (href := address(f"portal:{name}", *arguments)):
            found.append((media, href))
    return [format_html('<link rel="alternate" type="{}" href="{}">', media, href) for media, href in found]


def _block(request: HttpRequest, context: Context, page: str | None, kwargs: Mapping[str, str]) -> str:
    make = _MAKERS.get((page or "").removesuffix("-in"))
    made = make(request, context, kwargs) if make else None
    if made is None:
        return ""
    return f'<script type="application/ld+json">{linked.script(made)}</script>'


def _whole(request: HttpRequest, name: str, *args: str) -> str:
    """The lasting address of a page, before any language or day: it leads to the reader's own."""
    path = reverse(f"portal:{name}", args=args).removeprefix(get_script_prefix())
    return f"{request.scheme}://{request.get_host()}/{path}"


def _home(request: HttpRequest, context: Context, kwargs: Mapping[str, str]) -> linked.Json:
    return linked.organization(reading_of(request).organization.profile, _whole(request, "home"))


def _member(request: HttpRequest, context: Context, kwargs: Mapping[str, str]) -> linked.Json | None:
    reading = reading_of(request)
    org, key = reading.organization, kwargs["party"]
    if key not in org.parties_by_id:
        return None
    standing = standing_on(reading.day, org.standings_of.get(key, ())) or ""
    return linked.party(org.party(key), _whole(request, "member", key), standing, _whole(request, "home"))


def _organ(request: HttpRequest, context: Context, kwargs: Mapping[str, str]) -> linked.Json | None:
    org, key = reading_of(request).organization, kwargs["organ"]
    if key not in org.organs_by_id:
        return None
    return linked.organ(org.organ(key), _whole(request, "organ", key), _whole(request, "home"))


def _person(request: HttpRequest, context: Context, kwargs: Mapping[str, str]) -> linked.Json | None:
    org, key = reading_of(request).organization, kwargs["person"]
    held = persons_of(org.persons, org.terms).get(key)
    if held is None:
        return None
    offices = dict.fromkeys(
        term.office for term in org.terms if term.person == key and term.office in org.offices_by_id
    )
    return linked.person(held, _whole(request, "person", key), [org.office(one).name for one in offices])


def _session(request: HttpRequest, context: Context, kwargs: Mapping[str, str]) -> linked.Json | None:
    reading = reading_of(request)
    org, key = reading.organization, kwargs["session"]
    if key not in org.sessions_by_id:
        return None
    held = org.session(key)
    organizer = _whole(request, "organ", held.organ) if held.organ in org.organs_by_id else _whole(request, "home")
    planned = is_planned(reading, held)
    return linked.session(
        held, session_words(reading, held), _whole(request, "session", key), organizer, planned=planned
    )


def _decision(request: HttpRequest, context: Context, kwargs: Mapping[str, str]) -> linked.Json | None:
    row: Any = context.get("row")
    if row is None:
        return None
    texts = {code: _whole(request, "decision-text", row.key, code) for code in context.get("downloads") or ()}
    return linked.decision(
        row.symbol,
        Words(row.title),
        Day.parse(row.adopted) if row.adopted else None,
        _whole(request, "decision", row.key),
        languages=texts,
        organ=_whole(request, "organ", row.organ) if row.organ else "",
        kind=row.kind,
    )


_MAKERS: Mapping[str, Callable[[HttpRequest, Context, Mapping[str, str]], linked.Json | None]] = {
    "home": _home,
    "member": _member,
    "organ": _organ,
    "person": _person,
    "session": _session,
    "decision": _decision,
}
