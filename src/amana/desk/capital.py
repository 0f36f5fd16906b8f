"""What concerns a capital: what a focal point or a delegate finds after signing in, of what was released to the members."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from amana.desk.coming import next_session
from amana.pages.reading import reading_of
from amana.pages.templatetags.names import party_words
from amana.store.queries import public

FIRST = 20
ALL_MEMBERS = frozenset({"member-states", "all-states"})
"""Whom a duty names that every member has."""


def page(request: HttpRequest) -> HttpResponse:
    """What decisions ask of the party and of all members, and what visitors are not told. Fourteen queries at most."""
    reading = reading_of(request)
    parties = sorted(reading.reader.parties & set(reading.organization.parties_by_id))
    told = public.mandates(reading.reader, reading.today)
    own = [one for one in told if reading.reader.parties & set(one.row.implementers)]
    every = [one for one in told if ALL_MEMBERS & set(one.row.implementers) and one not in own]
    shown = [*own, *every[:FIRST]]
    context = {
        "parties": [(key, party_words(reading, key)) for key in parties],
        "own": own,
        "every": every[:FIRST],
        "more": len(every) - FIRST,
        "resolutions": public.titled(reading.reader, [one.row.resolution for one in shown]),
        "for_members": public.for_members(reading.reader)[:FIRST],
        "session": next_session(reading),
    }
    return render(request, "desk/capital.html", context)
