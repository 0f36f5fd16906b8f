"""Persons who hold or held an office: under which names they are printed, and what they held when."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from amana.charter.persons import Person, Service, offices_held, persons_of, variants
from amana.folder.organization import Organization
from amana.pages.order import by_name
from amana.pages.reading import Reading, reading_of


@dataclass(frozen=True, slots=True)
class PersonShown:
    """A person with the offices held, or possibly held, by the day, oldest first."""

    person: Person
    offices: tuple[Service, ...]


def persons(request: HttpRequest) -> HttpResponse:
    """Everybody who held an office by the day, by name in the reader's language. Three queries."""
    reading = reading_of(request)
    org = reading.organization
    known = persons_of(org.persons, org.terms)
    held = offices_held(reading.day, org.terms, _lengths(org))
    shown = [PersonShown(known[key], offices) for key, offices in held.items() if key in known]
    shown.sort(key=lambda one: by_name(one.person.names.best(reading.language)))
    return render(request, "portal/persons.html", {"persons": shown})


def person(request: HttpRequest, person: str) -> HttpResponse:
    """One person. Nobody is shown before the first office. Three queries."""
    reading = reading_of(request)
    org = reading.organization
    held = persons_of(org.persons, org.terms).get(person)
    offices = offices_held(reading.day, org.terms, _lengths(org)).get(person, ())
    if held is None or not (offices or _unbound(org, person)):
        raise Http404
    context = {
        "person": held,
        "offices": list(reversed(offices)),
        "beyond": {one.term.id for one in offices if _beyond(reading, one)},
        "variants": variants(held, (one.term for one in offices)),
    }
    return render(request, "portal/person.html", context)


def _lengths(org: Organization) -> dict[str, str]:
    return {office.id: office.term for office in org.offices_by_id.values()}


def _unbound(org: Organization, person: str) -> bool:
    """No term says when: the person is kept without an office."""
    return all(term.person != person for term in org.terms)


def _beyond(reading: Reading, service: Service) -> bool:
    """Whether it still holds is more than is known: its end was computed and has come, or the day lies after all."""
    end = service.end
    over = end.day is not None and end.day.last is not None and reading.day > end.day.last
    return (end.computed and over) or (reading.beyond and not over)
