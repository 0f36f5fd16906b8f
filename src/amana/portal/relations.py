"""Relations: partners and what happened with them, contact groups and who sits in them on the day."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language_bidi

from amana.charter.offices import Holding, holding_on
from amana.charter.standing import standing_on
from amana.folder.organization import Organization
from amana.pages.order import by_name
from amana.pages.reading import Reading, reading_of
from amana.portal.drawing.partners import Timeline, axis_of, timeline
from amana.relations.groups import Group
from amana.relations.membership import Bench, Seated, bench_on, meetings_until
from amana.relations.partners import Partner
from amana.relations.timeline import Happened, by_kind, events_until


@dataclass(frozen=True, slots=True)
class PartnerShown:
    """A partner with what happened by the day, drawn and told."""

    partner: Partner
    events: tuple[Happened, ...]
    timeline: Timeline | None


@dataclass(frozen=True, slots=True)
class GroupShown:
    """A contact group on the day."""

    group: Group
    bench: Bench


@dataclass(frozen=True, slots=True)
class SeatShown:
    """A seat, and who holds the office to which it belongs where it belongs to one of ours."""

    seated: Seated
    holding: Holding | None = None


def relations(request: HttpRequest) -> HttpResponse:
    """Partners on one line of years, and the contact groups. Three queries, whatever their number."""
    reading = reading_of(request)
    org = reading.organization
    named = sorted(org.partners, key=lambda partner: by_name(partner.names.best(reading.language)))
    told = [(partner, events_until(reading.day, partner)) for partner in named]
    axis = axis_of([one for _, events in told for one in events], reading.day, mirrored=get_language_bidi())
    partners = [PartnerShown(p, events, timeline(events, axis, reading.day)) for p, events in told if events]
    groups = [GroupShown(group, bench_on(reading.day, group)) for group in org.groups]
    groups.sort(key=lambda one: by_name(one.group.names.best(reading.language)))
    context = {"partners": partners, "groups": [one for one in groups if one.bench.existed]}
    return render(request, "portal/relations.html", context)


def partner(request: HttpRequest, partner: str) -> HttpResponse:
    """One partner: what happened with it by kind. Three queries."""
    reading = reading_of(request)
    held = reading.organization.partners_by_id.get(partner)
    if held is None:
        raise Http404
    events = events_until(reading.day, held)
    axis = axis_of(events, reading.day, mirrored=get_language_bidi())
    context = {
        "partner": held,
        "kinds": by_kind(events),
        "shown": PartnerShown(held, events, timeline(events, axis, reading.day)),
        "undated": sum(not one.dated for one in events),
        "standing": standing_on(reading.day, reading.organization.standings_of.get(held.party, ())),
    }
    return render(request, "portal/partner.html", context)


def group(request: HttpRequest, group: str) -> HttpResponse:
    """One contact group with its members on the day and its meetings by then. Three queries."""
    reading = reading_of(request)
    org = reading.organization
    held = org.groups_by_id.get(group)
    if held is None:
        raise Http404
    bench = bench_on(reading.day, held)
    context = {
        "group": held,
        "bench": bench,
        "seats": [
            (kind, [_seat(reading, org, one) for one in seats])
            for kind, seats in (
                ("chair", bench.chair),
                ("member", bench.members),
                ("ex officio", bench.ex_officio),
                ("participant", bench.participants),
            )
            if seats
        ],
        "meetings": meetings_until(reading.day, held) if bench.existed else (),
    }
    return render(request, "portal/group.html", context)


def _seat(reading: Reading, org: Organization, seated: Seated) -> SeatShown:
    office = org.offices_by_id.get(seated.seat.office)
    if office is None:
        return SeatShown(seated)
    known = org.profile.known_until
    return SeatShown(seated, holding_on(reading.day, org.terms, office.id, length=office.term, known_until=known))
