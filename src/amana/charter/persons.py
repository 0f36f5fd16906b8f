"""Persons who hold or held an office: the names the organization prints, and the offices in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from amana.charter.offices import End, Term, term_end
from amana.values.reached import reached
from amana.values.words import Words


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who holds or held an office; what offices, the terms say.

    `names` as the organization prints them per language; `title` what stands before the name ('H.E.', 'Dr.');
    `forms`: other spellings met in sources, recognised and shown as variants.
    """

    id: str
    names: Words
    title: Words = Words()
    party: str = ""
    forms: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """A person's term in an office, when it ends, and whether it had certainly begun on the day asked."""

    term: Term
    end: End
    certain: bool = True


def persons_of(persons: Iterable[Person], terms: Iterable[Term]) -> dict[str, Person]:
    """Everybody by id: those kept, and those of whom only terms are kept, under the name their terms print.

    >>> terms = [Term("t", "sg", "p-1", Words(en="Hassan")), Term("u", "sg", "p-1", Words(fr="Hassan"))]
    >>> dict(persons_of([], terms)["p-1"].names)
    {'en': 'Hassan', 'fr': 'Hassan'}
    """
    found = {person.id: person for person in persons}
    printed: dict[str, dict[str, str]] = {}
    for term in terms:
        if term.person and term.person not in found:
            names = printed.setdefault(term.person, {})
            names.update({code: name for code, name in term.name.items() if code not in names})
    parties = {term.person: term.party for term in terms if term.party}
    return found | {
        id_: Person(id_, Words(names), party=parties.get(id_, "")) for id_, names in printed.items() if names
    }


def offices_held(
    day: date, terms: Iterable[Term], lengths: Mapping[str, str] | None = None
) -> dict[str, tuple[Service, ...]]:
    """Person → the terms that had, or may have, begun by `day`, oldest first, each with its end.

    `lengths`: the term of an office where the charter states one ('P5Y').

    >>> from amana.values.days import Day
    >>> terms = [Term("t", "sg", "a", Words(), since=Day("1970")), Term("u", "sg", "b", Words(), since=Day("1974"))]
    >>> held = offices_held(date(1980, 1, 1), terms)
    >>> str(held["a"][0].end.day), held["b"][0].end.day, sorted(offices_held(date(1972, 1, 1), terms))
    ('1974', None, ['a'])
    """
    by_office: dict[str, list[Term]] = {}
    for term in terms:
        by_office.setdefault(term.office, []).append(term)
    served: dict[str, list[Service]] = {}
    for office, mine in by_office.items():
        for term in mine:
            how = reached(term.since, day)
            if term.person and how != "no":
                end = term_end(term, mine, (lengths or {}).get(office, ""))
                served.setdefault(term.person, []).append(Service(term, end, how == "certain"))
    return {person: tuple(sorted(found, key=_begun)) for person, found in served.items()}


def _begun(service: Service) -> date:
    return (service.term.since.first if service.term.since else None) or date.min


def variants(person: Person, terms: Iterable[Term]) -> tuple[str, ...]:
    """Other spellings of a person's name: those met in sources, and those printed with a term; each once.

    >>> someone = Person("p", Words(en="Ihsanoglu"), forms=("İhsanoğlu",))
    >>> variants(someone, [Term("t", "sg", "p", Words(en="Ihsanoglu", fr="Ihsanoglou"))])
    ('İhsanoğlu', 'Ihsanoglou')
    """
    printed = (name for term in terms if term.person == person.id for name in term.name.values())
    own = set(person.names.values())
    return tuple(dict.fromkeys(form for form in (*person.forms, *printed) if form not in own))
