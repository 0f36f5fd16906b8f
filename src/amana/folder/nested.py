"""Ids named by persons, programmes, partners and groups, and by what stands inside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from amana.folder.faults import Spot
from amana.folder.found import Found
from amana.programme.programme import Programme
from amana.relations.groups import Group
from amana.relations.partners import Partner

Reference = tuple[Spot, str, str, tuple[str, ...]]
"""Where it stands, the key that holds it, the id, and the kinds it may be of."""


def references_inside(found: Found, decides: tuple[str, ...]) -> Iterator[Reference]:
    """Every id they name; `decides`: the kinds of which what adopted or created something may be."""
    org = found.organization
    for person in org.persons:
        spot = found.spot("person", person.id)
        yield spot, "party", person.party, ("party",)
        yield from _sources(person, spot)
    for programme in org.programmes:
        yield from _programme(programme, found.spot("programme", programme.id), decides)
    for partner in org.partners:
        yield from _partner(partner, found.spot("partner", partner.id))
    for group in org.groups:
        yield from _group(group, found.spot("group", group.id), decides)


def _programme(programme: Programme, spot: Spot, decides: tuple[str, ...]) -> Iterator[Reference]:
    yield spot, "by", programme.by, decides
    yield spot, "follows", programme.follows, ("programme",)
    yield from _sources(programme, spot)
    for area, where in _with_spots(programme.areas, spot, "area"):
        yield from ((where, "subjects", one, ("subject",)) for one in area.subjects)
        yield from _sources(area, where)
        for goal, there in _with_spots(area.goals, where, "goal"):
            yield from _sources(goal, there)
    for step, where in _with_spots(programme.steps, spot, "step"):
        yield where, "session", step.session, ("session",)
        yield from _sources(step, where)


def _partner(partner: Partner, spot: Spot) -> Iterator[Reference]:
    yield spot, "party", partner.party, ("party",)
    yield from _sources(partner, spot)
    for event, where in _with_spots(partner.events, spot, "event"):
        yield where, "session", event.session, ("session",)
        yield from _sources(event, where)


def _group(group: Group, spot: Spot, decides: tuple[str, ...]) -> Iterator[Reference]:
    yield spot, "by", group.by, decides
    yield from _sources(group, spot)
    for seat, where in _with_spots(group.seats, spot, "seat"):
        yield where, "party", seat.party, ("party", "partner")
        yield where, "office", seat.office, ("office",)
        yield from _sources(seat, where)
    for meeting, where in _with_spots(group.meetings, spot, "meeting"):
        yield from _sources(meeting, where)


def _with_spots(values: Iterable[Any], spot: Spot, header: str) -> Iterator[tuple[Any, Spot]]:
    return ((value, spot.child(header, index)) for index, value in enumerate(values))


def _sources(value: Any, spot: Spot) -> Iterator[Reference]:
    return ((spot, "sources", one, ("source",)) for one in value.sources)
