"""Facts entered by hand that wait for a second person: seen by the house, told to everybody once released."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from amana.acts import may
from amana.acts.facts import ReleaseFact
from amana.acts.known import VALUES
from amana.desk.entering import attempt, say_entered
from amana.desk.gate import CONFERENCE, REGISTRAR, desk, view_of
from amana.pages.reading import reading_of
from amana.store.queries import desk as queries
from amana.values.codec import from_plain

RELEASERS = ("editor", "legal-counsel", "secretary-general")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A fact that waits: what it would say, what everybody is told now (None: nothing), who entered it, and whether
    that was this reader.
    """

    kind: str
    key: str
    fact: Any
    before: Any
    by: str
    entry: int
    mine: bool


@desk(*RELEASERS, *REGISTRAR, *CONFERENCE)
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """Every fact that waits, oldest first, beside what is told now, and the texts whose last version is not told. Six
    queries and one a fact that waits.
    """
    return _page(request)


@desk(*RELEASERS, *REGISTRAR, *CONFERENCE)
@require_POST
def release(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Tell everybody; refused where it was changed since the page was shown, or by who entered it."""
    row = queries.waiting_fact(kind, key)
    if row is None:
        if not queries.fact_entry(kind, key):
            raise Http404
        messages.info(request, gettext("It waits no longer: somebody released it meanwhile."))
        return HttpResponseRedirect(reverse("desk:waiting"))
    seen = request.POST.get("entry", "")
    if seen != str(row.entry):
        return _page(request, [gettext("This was changed since the page was shown. Look at it again.")], 409)
    done = attempt(request, *_with_its_sources(row), _told(row))
    if done.entry is None:
        status = 403 if any(p.code == "may-not" for p in done.problems) else 422
        return _page(request, done.sentences(reading_of(request).language), status)
    say_entered(request, gettext("Released."), done.entry)
    return HttpResponseRedirect(reverse("desk:waiting"))


def _told(row: queries.Fact) -> ReleaseFact:
    return ReleaseFact(row.kind, row.key, json.loads(row.content), row.since)


def _with_its_sources(row: queries.Fact) -> list[ReleaseFact]:
    """The sources it names that wait themselves: what is told says by whom."""
    named = json.loads(row.content).get("sources", ())
    waits = (queries.waiting_fact("source", source) for source in named)
    return [_told(source) for source in waits if source is not None]


def _page(request: HttpRequest, refused: list[str] | None = None, status: int = 200) -> HttpResponse:
    reading = reading_of(request)
    rows = [row for row in queries.waiting() if row.kind != "source"]
    told = queries.told_before(rows)
    entitled = may.may("fact.release", view_of(request))
    shown = []
    hands = queries.hands(row.entry for row in rows)
    for row in rows:
        by = hands.get(row.entry, "")
        before = told.get((row.kind, row.key))
        shown.append(
            Waiting(
                row.kind,
                row.key,
                _value(row.kind, row.content),
                _value(row.kind, before.content) if before else None,
                by,
                row.entry,
                by == reading.reader.person,
            )
        )
    context = {
        "waiting": shown,
        "people": queries.people(one.by for one in shown),
        "entitled": entitled,
        "texts": queries.texts_waiting(),
        "refused": refused or [],
    }
    return render(request, "desk/waiting.html", context, status=status)


def _value(kind: str, content: str) -> Any:
    return from_plain(VALUES[kind], json.loads(content))
