"""Mandates: what decisions ask of whom by when, as far as it was released."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from amana.mandates.lifecycle import VIEWS
from amana.pages import marks
from amana.pages.reading import Reading, reading_of
from amana.pages.templatetags.names import implementer_words, session_title
from amana.pages.vocabulary import WORDS, word
from amana.portal.filters import Choice, Filters
from amana.store.queries import public
from amana.values.days import Day
from amana.values.words import Words

PAGE = 20
FILTERS = ("status", "session", "for", "page")


def mandates(request: HttpRequest, filters: str = "") -> HttpResponse:
    """The mandates released, twenty a page. Two queries where nothing was entered since the last reader."""
    reading = reading_of(request)
    chosen = Filters.read("portal:mandates", FILTERS, filters)
    every = public.mandates(reading.reader, reading.day)
    found = [one for one in every if _fits(one, chosen)]
    page = _page(chosen.get("page"))
    shown = found[(page - 1) * PAGE : page * PAGE]
    if page > 1 and not shown:
        raise Http404
    resolutions = public.titled(reading.reader, [one.row.resolution for one in shown])
    context = {
        "mandates": [(one, resolutions.get(one.row.resolution)) for one in shown],
        "total": len(found),
        "every": len(every),
        "statuses": _statuses(chosen),
        "implementers": _implementers(reading, chosen, every),
        "sessions": _sessions(reading, chosen, {one.session for one in every if one.session}),
        "newer": chosen.address(page=str(page - 1) if page > 2 else "") if page > 1 else "",
        "older": chosen.address(page=str(page + 1)) if len(found) > page * PAGE else "",
    }
    return render(request, "portal/mandates.html", context)


def mandate(request: HttpRequest, mandate: str) -> HttpResponse:
    """One mandate as released: words, deadline, history, evidence, lineage. Twelve queries."""
    reading = reading_of(request)
    named = public.resolution_of(mandate)
    beside = public.mandates_of(reading.reader, reading.day, named)
    one = next((m for m in beside if m.key == mandate), None)
    if one is None:
        raise Http404
    resolution = public.titled(reading.reader, named)[one.row.resolution]
    earlier = public.titled(reading.reader, resolution.renews)
    before = public.mandates_of(reading.reader, reading.day, earlier)
    context = {
        "mandate": one,
        "words": Words(one.row.words),
        "resolution": resolution,
        "due": Day.parse(one.row.due_day) if one.row.due_day else None,
        "stated": Words(one.row.deadline_text),
        "lineage": [(r, [m for m in before if m.row.resolution == r.key]) for r in earlier.values()],
        "siblings": [m for m in beside if m.row.paragraph == one.row.paragraph and m.key != one.key],
    }
    return render(request, "portal/mandate.html", context)


def _page(text: str) -> int:
    if text and not (text.isascii() and text.isdigit() and len(text) < 9 and int(text)):
        raise Http404
    return int(text) if text else 1


def _fits(one: public.Told, chosen: Filters) -> bool:
    return (
        (not chosen.get("status") or one.view == chosen.get("status"))
        and (not chosen.get("for") or chosen.get("for") in one.row.implementers)
        and (not chosen.get("session") or one.session == chosen.get("session"))
    )


def _statuses(chosen: Filters) -> list[Choice]:
    if chosen.get("status") and chosen.get("status") not in WORDS["view"]:
        raise Http404
    choices = [Choice(gettext("any status"), chosen.address(status="", page=""), not chosen.get("status"))]
    for view in VIEWS:
        choices.append(Choice(word(view, "view"), chosen.address(status=view, page=""), view == chosen.get("status")))
    return choices


def _implementers(reading: Reading, chosen: Filters, every: tuple[public.Told, ...]) -> list[Choice]:
    keys = sorted({key for one in every for key in one.row.implementers if "/" not in key})
    choices = [Choice(gettext("anybody"), chosen.address(**{"for": "", "page": ""}), not chosen.get("for"))]
    for key in keys:
        words = marks.said(implementer_words(reading, key), reading.language)
        choices.append(Choice(words, chosen.address(**{"for": key, "page": ""}), key == chosen.get("for")))
    return choices


def _sessions(reading: Reading, chosen: Filters, keys: set[str]) -> list[Choice]:
    order = {s.id: n for n, s in enumerate(reading.organization.sessions)}
    choices = [Choice(gettext("any session"), chosen.address(session="", page=""), not chosen.get("session"))]
    for key in sorted(keys, key=lambda k: order.get(k, 0)):
        words = marks.said(session_title(reading, key), reading.language)
        choices.append(Choice(words, chosen.address(session=key, page=""), key == chosen.get("session")))
    return choices
