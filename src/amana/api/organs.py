"""Organs, the instruments that found and bind them, their offices, who held them, and the persons."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from amana.api import shapes
from amana.api.asking import Anything, Asked, named, one_of
from amana.api.organization import placed, single_of
from amana.api.shapes import Json, Strict, listed, shape, single, with_more
from amana.charter.instruments import Instrument, Office, Power
from amana.charter.offices import Holding, Term, holding_on, of_office, term_end
from amana.charter.organs import KINDS, Organ
from amana.charter.persons import Person, persons_of
from amana.charter.powers import powers_of
from amana.charter.rules import RuleInForce, holds_on, in_force
from amana.folder.organization import Organization
from amana.pages.templatetags.names import organ_words
from amana.sessions import order
from amana.values.reached import begun

router = Router(tags=["organs"])


class HoldingTold(Strict):
    """Who held an office on the day, as ids of terms; `certain` null where the days stated leave it open."""

    certain: str | None
    possible: list[str]
    beyond: bool


class End(Strict):
    """When a term ends: as stated, else when the next begins, else computed from its length."""

    day: shapes.Days | None
    stated: bool
    computed: bool


TermTold: Any = with_more(
    shape(Term), "TermTold", "One person's term in an office.", self=str, url=str | None, end=End, is_held=bool | None
)
OfficeTold = with_more(
    shape(Office), "OfficeTold", "An office, and who held it on the day.", self=str, url=str | None, holding=HoldingTold
)
RuleTold: Any = with_more(
    shape(RuleInForce), "RuleTold", "A rule as it held on the day, its amendments and what is pending.", unverified=bool
)
OrganTold = with_more(
    shape(Organ), "OrganTold", "An organ or institution, under the name it bore on the day.",
    self=str, url=str | None, name=shapes.Said,
)  # fmt: skip
PersonTold = with_more(
    shape(Person), "PersonTold", "A person who holds or held an office.", self=str, url=str | None, terms=list[str]
)
InstrumentTold = with_more(
    shape(Instrument), "InstrumentTold", "A charter, rules of procedure or an amendment, whole.",
    self=str, url=str | None, holds=bool,
)  # fmt: skip
PowerTold: Any = shape(Power)
OrganAnswer = single(
    OrganTold, "OrganAnswer", "One organ on the day.",
    below=list[str], offices=list[str], powers=list[PowerTold], rules=list[RuleTold], sessions=list[str],
)  # fmt: skip
OfficeAnswer = single(
    OfficeTold, "OfficeAnswer", "One office, and everybody who held it by the day.", terms=list[TermTold]
)
PersonAnswer = single(PersonTold, "PersonAnswer", "One person, and the offices held by the day.", held=list[TermTold])


class OfKind(Anything):
    """Which."""

    kind: str = ""


class OfOffice(Anything):
    """Whose terms."""

    office: str = ""
    person: str = ""
    party: str = ""


@router.get("/organs", response=listed(OrganTold, "OrgansAnswer", "The organs that may have been founded by the day."))
def organs(request: HttpRequest, query: Query[OfKind]) -> Json:
    """Organs and institutions as they stood on the day. Four queries."""
    asked = Asked(request, query, one_of("kind", query.kind, KINDS))
    items = [_organ(asked, one) for one in _founded(asked) if query.kind in ("", one.kind)]
    return asked.list_of("organs", asked.url("portal:organs"), items)


@router.get("/organs/{organ}", response=OrganAnswer)
def organ(request: HttpRequest, organ: str, query: Query[Anything]) -> Json:
    """One organ: what is below it, what it may do by which article, its rules, offices and sessions. Four queries."""
    asked = Asked(request, query)
    org, day = asked.organization, asked.day
    held: Organ = named(org.organs_by_id, "organ", organ)
    powers = list(powers_of(organ, org.instruments, day))
    by_power = {power.rule for power in powers if power.rule}
    rules = [r for key, r in in_force(org.instruments, day).items() if key in by_power or key.startswith(f"{organ}.")]
    sat = [s for s in order.of_organ(organ, org.sessions) if begun(s.days, day)]
    told = _organ(asked, held)
    more = {
        "below": [one.id for one in _founded(asked) if one.parent == organ],
        "offices": [one.id for one in org.offices_by_id.values() if one.organ == organ],
        "powers": shapes.told(tuple(powers), asked),
        "rules": [_rule(asked, one) for one in rules],
        "sessions": shapes.ids(sat),
    }
    return {**told, **asked.answer(organ, f"organs/{organ}", told["url"], **more)}


@router.get("/offices", response=listed(OfficeTold, "OfficesAnswer", "Every office, and who held it on the day."))
def offices(request: HttpRequest, query: Query[Anything]) -> Json:
    """Every office of the instruments, and who held it on the day. Four queries."""
    asked = Asked(request, query)
    items = [_office(asked, one) for one in asked.organization.offices_by_id.values()]
    return asked.list_of("offices", asked.url("portal:organs"), items)


@router.get("/offices/{office}", response=OfficeAnswer)
def office(request: HttpRequest, office: str, query: Query[Anything]) -> Json:
    """One office and its terms, oldest first. Four queries."""
    asked = Asked(request, query)
    held: Office = named(asked.organization.offices_by_id, "office", office)
    told = _office(asked, held)
    terms = _terms(asked, of_office(asked.organization.terms, office))
    return {**told, **asked.answer(office, f"offices/{office}", told["url"], terms=terms)}


@router.get("/terms", response=listed(TermTold, "TermsAnswer", "Every term that may have begun by the day."))
def terms(request: HttpRequest, query: Query[OfOffice]) -> Json:
    """Who held which office from when to when. Four queries."""
    asked = Asked(request, query)
    mine = [
        one
        for one in asked.organization.terms
        if query.office in ("", one.office) and query.person in ("", one.person) and query.party in ("", one.party)
    ]
    return asked.list_of("terms", asked.url("portal:organs"), _terms(asked, mine))


@router.get("/terms/{term}", response=single(TermTold, "TermAnswer", "One term in an office."))
def term(request: HttpRequest, term: str, query: Query[Anything]) -> Json:
    """One term. Four queries."""
    asked = Asked(request, query)
    held = named({one.id: one for one in asked.organization.terms}, "term", term)
    told = named({one["id"]: one for one in _terms(asked, [held])}, "term", term)
    return {**told, **asked.answer(term, f"terms/{term}", told["url"])}


@router.get("/persons", response=listed(PersonTold, "PersonsAnswer", "Every person who held an office by the day."))
def persons(request: HttpRequest, query: Query[Anything]) -> Json:
    """The persons who held an office by the day. Four queries."""
    asked = Asked(request, query)
    every = persons_of(asked.organization.persons, asked.organization.terms)
    told = [_person(asked, one) for one in every.values()]
    return asked.list_of("persons", None, [one for one in told if one["terms"]])


@router.get("/persons/{person}", response=PersonAnswer)
def person(request: HttpRequest, person: str, query: Query[Anything]) -> Json:
    """One person: names as printed, other spellings, offices held. Four queries."""
    asked = Asked(request, query)
    held = named(persons_of(asked.organization.persons, asked.organization.terms), "person", person)
    told = _person(asked, held)
    mine = _terms(asked, [one for one in asked.organization.terms if one.person == person])
    return {**told, **asked.answer(person, f"persons/{person}", told["url"], held=mine)}


@router.get(
    "/instruments",
    response=listed(InstrumentTold, "InstrumentsAnswer", "Every instrument that may have been adopted by the day."),
)
def instruments(request: HttpRequest, query: Query[Anything]) -> Json:
    """Charters, rules and amendments, with the rules, powers and offices they make. Four queries."""
    asked = Asked(request, query)
    every = asked.organization.instruments
    items = [_instrument(asked, one) for one in every if begun(one.adopted, asked.day)]
    return asked.list_of("instruments", asked.url("portal:organs"), items)


@router.get("/instruments/{instrument}", response=single(InstrumentTold, "InstrumentAnswer", "One instrument, whole."))
def instrument(request: HttpRequest, instrument: str, query: Query[Anything]) -> Json:
    """One instrument. Four queries."""
    asked = Asked(request, query)
    held: Instrument = named(asked.organization.instruments_by_id, "instrument", instrument)
    return {**_instrument(asked, held), **single_of(asked, held, "instruments", "portal:instrument")}


@router.get("/rules", response=listed(RuleTold, "RulesAnswer", "The rules in force on the day."))
def rules(request: HttpRequest, query: Query[Anything]) -> Json:
    """The rules that held on the day, amended as they then were. Four queries."""
    asked = Asked(request, query)
    held = in_force(asked.organization.instruments, asked.day).values()
    return asked.list_of("rules", asked.url("portal:organs"), [_rule(asked, one) for one in held])


def _founded(asked: Asked) -> list[Organ]:
    there = {organ.id for organ in asked.reading.present.every}
    return [organ for organ in asked.organization.organs if organ.id in there]


def _organ(asked: Asked, held: Organ) -> dict[str, Any]:
    name = organ_words(asked.reading, held.id)
    return {**placed(asked, held, "organs", "portal:organ"), "name": shapes.said(name, asked)}


def _rule(asked: Asked, held: RuleInForce) -> Json:
    return {**shapes.told(held, asked), "unverified": held.unverified}


def _office(asked: Asked, held: Office) -> dict[str, Any]:
    holding = _holding(asked, held.id)
    told = {
        "certain": holding.certain.id if holding.certain else None,
        "possible": shapes.ids(holding.possible),
        "beyond": holding.beyond,
    }
    page = asked.url("portal:organ", held.organ) if held.organ in asked.organization.organs_by_id else None
    address = {"self": asked.own(f"offices/{held.id}"), "url": page}
    return {**shapes.told(held, asked), **address, "holding": told}


def _holding(asked: Asked, office: str) -> Holding:
    org = asked.organization
    length = org.office(office).term if office in org.offices_by_id else ""
    return holding_on(asked.day, org.terms, office, length=length, known_until=org.profile.known_until)


def _terms(asked: Asked, terms: Any) -> list[dict[str, Any]]:
    org = asked.organization
    mine = [one for one in terms if begun(one.since, asked.day)]
    holdings = {office: _holding(asked, office) for office in {one.office for one in mine}}
    return [_term(asked, one, holdings[one.office], org) for one in mine]


def _term(asked: Asked, held: Term, holding: Holding, org: Organization) -> dict[str, Any]:
    office = org.offices_by_id.get(held.office)
    end = term_end(held, org.terms, office.term if office else "")
    is_held = True if holding.certain == held else None if held in holding.possible else False
    page = asked.url("portal:person", held.person) or (asked.url("portal:organ", office.organ) if office else None)
    return {
        **shapes.told(held, asked),
        "self": asked.own(f"terms/{held.id}"),
        "url": page,
        "end": {"day": shapes.days(end.day, None, asked.equated), "stated": end.stated, "computed": end.computed},
        "is_held": is_held,
    }


def _person(asked: Asked, held: Person) -> dict[str, Any]:
    mine = [t.id for t in asked.organization.terms if t.person == held.id and begun(t.since, asked.day)]
    return {**placed(asked, held, "persons", "portal:person"), "terms": mine}


def _instrument(asked: Asked, held: Instrument) -> dict[str, Any]:
    return {**placed(asked, held, "instruments", "portal:instrument"), "holds": holds_on(asked.day, held)}
