"""What concerns a capital: what a focal point or a delegate finds after signing in, of what was released to the members."""

from __future__ import annotations

from collections.abc import Collection, Sequence

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
    """What decisions ask of the party and of all members, and what visitors are not told; the newest first. Fourteen
    queries at most.
    """
    reading = reading_of(request)
    parties = sorted(reading.reader.parties & set(reading.organization.parties_by_id))
    own, every = asked(public.mandates(reading.reader, reading.today), reading.reader.parties)
    shown = [*own, *every[:FIRST]]
    for_members = list(public.for_members(reading.reader)[: FIRST + 1])
    context = {
        "parties": [(key, party_words(reading, key)) for key in parties],
        "own": own,
        "every": every[:FIRST],
        "more": len(every) > FIRST,
        "resolutions": public.titled(reading.reader, [one.row.resolution for one in shown]),
        "for_members": for_members[:FIRST],
        "more_for_members": len(for_members) > FIRST,
        "session": next_session(reading),
    }
    return render(request, "desk/capital.html", context)


def asked(told: Sequence[public.Told], parties: Collection[str]) -> tuple[list[public.Told], list[public.Told]]:
    """What decisions ask of these parties by name, and what of every member alone: the duties of the resolution entered
    last first, each resolution's in the order of its text.
    """
    own: list[public.Told] = []
    every: list[public.Told] = []
    last = {one.row.resolution: n for n, one in enumerate(told)}
    for one in sorted(told, key=lambda one: -last[one.row.resolution]):
        if any(who in parties for who in one.row.implementers):
            own.append(one)
        elif not ALL_MEMBERS.isdisjoint(one.row.implementers):
            every.append(one)
    return own, every
