"""The organization itself, who belongs to it on a day, its sources and the facts on which they differ."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from amana.api import shapes
from amana.api.asking import Anything, Asked, named, one_of
from amana.api.shapes import Json, Strict, listed, shape, single, with_more
from amana.charter import parties as charter_parties
from amana.charter.parties import Party, PartyName
from amana.charter.standing import Change, Event, Roll, Standing, held_events, hold, possible_on, roll, timeline
from amana.folder.organization import Organization, Profile
from amana.pages.templatetags.names import party_words
from amana.resolutions.subjects import Subject
from amana.values.facts import Dispute, Source
from amana.values.reached import begun

router = Router(tags=["organization"])
ROLLED: tuple[tuple[Standing, str], ...] = (
    ("member", "members"),
    ("suspended", "suspended"),
    ("observer", "observers"),
)


class Count(Strict):
    """How many certainly, and how many at most; a suspended party is counted apart."""

    certain: int
    possible: int


class Counts(Strict):
    """How many stand how."""

    members: Count
    suspended: Count
    observers: Count


StandingEvent: Any = with_more(
    shape(Event, "StandingEvent"),
    "StandingEventTold",
    "A change of standing, and the day from which it is held to count.",
    held_from=shapes.Days | None,
    inferred=bool,
    disputes=list[str],
)
PartyTold: Any = with_more(
    shape(Party),
    "PartyTold",
    "A state or body, under the name it bore on the day.",
    self=str,
    url=str | None,
    name=shapes.Said,
    name_on_day=shape(PartyName) | None,
)
PartyOnRoll = with_more(
    PartyTold, "PartyOnRoll", "A party in a standing on the day; `certain` false where the days stated leave it open.",
    standing=Standing, certain=bool, inferred=bool, since=shapes.Days | None,
)  # fmt: skip
SourceTold = with_more(shape(Source), "SourceTold", "Where a fact comes from.", self=str, url=str | None)
DisputeTold = with_more(
    shape(Dispute), "DisputeTold", "A fact on which sources differ: every claim, the one held, and why.",
    self=str, url=str | None,
)  # fmt: skip
SubjectTold = with_more(
    shape(Subject), "SubjectTold", "What decisions of several sessions are about.", self=str, url=str | None
)
OrganizationAnswer = single(shape(Profile), "OrganizationAnswer", "The organization.", counts=Counts)
RollAnswer = listed(PartyOnRoll, "RollAnswer", "Who stood in what standing on the day.", counts=Counts, certain=bool)
PartyAnswer = single(
    PartyTold, "PartyAnswer", "One party on the day.",
    standing=Standing | None, possible=list[Standing | None], changes=list[StandingEvent], hosted=list[str],
    terms=list[str], organs=list[str],
)  # fmt: skip
StandingsAnswer = listed(StandingEvent, "StandingsAnswer", "Every change of standing that may have begun by the day.")
SourcesAnswer = listed(SourceTold, "SourcesAnswer", "Every source.")
DisputesAnswer = listed(DisputeTold, "DisputesAnswer", "The facts on which sources differ, as far as released.")
SubjectsAnswer = listed(SubjectTold, "SubjectsAnswer", "Every subject.")


class OnRoll(Anything):
    """Who is asked for."""

    standing: str = ""
    group: str = ""


class OfParty(Anything):
    """Whose."""

    party: str = ""


@router.get("/organization", response=OrganizationAnswer)
def organization(request: HttpRequest, query: Query[Anything]) -> Json:
    """Names, seat, languages, until when it is known, and how many stand how on the day. Four queries."""
    asked = Asked(request, query)
    org = asked.organization
    told = shapes.told(org.profile, asked)
    del told["known_until"]
    answer = asked.answer(org.profile.id, "organization", asked.url("portal:home"), counts=_counts(_roll(asked)))
    return {**told, **answer}


@router.get("/parties", response=RollAnswer)
def parties(request: HttpRequest, query: Query[OnRoll]) -> Json:
    """The roll on the day: members, suspended, observers; certain and possible. Four queries."""
    asked = Asked(request, query, one_of("standing", query.standing, [key for key, _ in ROLLED]))
    on = _roll(asked)
    items = [
        _on_roll(asked, on, key, standing, certain=certain)
        for standing, name in ROLLED
        if query.standing in ("", standing)
        for certain, keys in ((True, getattr(on, name)), (False, getattr(on, f"{name}_possible")))
        for key in keys
        if query.group in ("", asked.organization.party(key).group)
    ]
    page = asked.url("portal:members")
    return asked.list_of("parties", page, items, counts=_counts(on), certain=on.certain)


@router.get("/parties/{party}", response=PartyAnswer)
def party(request: HttpRequest, party: str, query: Query[Anything]) -> Json:
    """One party: its names, its standing on the day and how it came to it, what it hosted. Four queries."""
    asked = Asked(request, query)
    org, day = asked.organization, asked.day
    held: Party = named(org.parties_by_id, "party", party)
    possible = possible_on(day, held_events(org.standings_of.get(party, ()), org.sessions_by_id))
    changes = [c for c in timeline(org.standings_of.get(party, ()), org.sessions_by_id) if begun(c.since, day)]
    more = {
        "standing": next(iter(possible)) if len(possible) == 1 else None,
        "possible": sorted(possible, key=str),
        "changes": [_event(asked, change.event) for change in changes],
        "hosted": [s.id for s in org.sessions if s.party == party and begun(s.days, day)],
        "terms": [t.id for t in org.terms if t.party == party and begun(t.since, day)],
        "organs": [o.id for o in org.organs if party in o.parties],
    }
    told = told_party(asked, held)
    return {**told, **asked.answer(party, f"parties/{party}", told["url"], **more)}


@router.get("/standings", response=StandingsAnswer)
def standings(request: HttpRequest, query: Query[OfParty]) -> Json:
    """Every change of standing that may have begun by the day, as stated and as held. Four queries."""
    asked = Asked(request, query, ())
    org = asked.organization
    items = [
        _event(asked, event)
        for event in org.standings
        if begun(event.since, asked.day) and query.party in ("", event.party)
    ]
    return asked.list_of("standings", asked.url("portal:members"), items)


@router.get("/sources", response=SourcesAnswer)
def sources(request: HttpRequest, query: Query[Anything]) -> Json:
    """Every source named anywhere, with its tier. Four queries."""
    asked = Asked(request, query)
    items = [_placed(asked, one, "sources", "portal:source") for one in asked.organization.sources]
    return asked.list_of("sources", asked.url("portal:sources"), items)


@router.get("/sources/{source}", response=single(SourceTold, "SourceAnswer", "One source."))
def source(request: HttpRequest, source: str, query: Query[Anything]) -> Json:
    """One source. Four queries."""
    asked = Asked(request, query)
    return single_of(asked, named(asked.organization.sources_by_id, "source", source), "sources", "portal:source")


@router.get("/disputes", response=DisputesAnswer)
def disputes(request: HttpRequest, query: Query[Anything]) -> Json:
    """The facts on which sources differ, as far as they were released. Four queries."""
    asked = Asked(request, query)
    items = [_placed(asked, one, "disputes", "portal:dispute") for one in _released(asked).values()]
    return asked.list_of("disputes", asked.url("portal:sources"), items)


@router.get("/disputes/{dispute}", response=single(DisputeTold, "DisputeAnswer", "One fact on which sources differ."))
def dispute(request: HttpRequest, dispute: str, query: Query[Anything]) -> Json:
    """One fact on which sources differ; no verdict. Four queries."""
    asked = Asked(request, query)
    return single_of(asked, named(_released(asked), "dispute", dispute), "disputes", "portal:dispute")


@router.get("/subjects", response=SubjectsAnswer)
def subjects(request: HttpRequest, query: Query[Anything]) -> Json:
    """Every subject under which decisions stand. Four queries."""
    asked = Asked(request, query)
    items = [_placed(asked, one, "subjects", "portal:subject") for one in asked.organization.subjects]
    return asked.list_of("subjects", None, items)


@router.get("/subjects/{subject}", response=single(SubjectTold, "SubjectAnswer", "One subject."))
def subject(request: HttpRequest, subject: str, query: Query[Anything]) -> Json:
    """One subject; its decisions are at /decisions?subject=. Four queries."""
    asked = Asked(request, query)
    return single_of(asked, named(asked.organization.subjects_by_id, "subject", subject), "subjects", "portal:subject")


def single_of(asked: Asked, value: Any, path: str, page: str) -> Json:
    """The answer that is one value with an id."""
    told = _placed(asked, value, path, page)
    return {**told, **asked.answer(value.id, f"{path}/{value.id}", told["url"])}


def _placed(asked: Asked, value: Any, path: str, page: str) -> Json:
    return placed(asked, value, path, page)


def placed(asked: Asked, value: Any, path: str, page: str) -> dict[str, Any]:
    """A value as one of a list: its fields, its address here and its page for people."""
    address = {"self": asked.own(f"{path}/{value.id}"), "url": asked.url(page, value.id)}
    return {**shapes.told(value, asked), **address}


def told_party(asked: Asked, held: Party) -> dict[str, Any]:
    """A party, under the name it bore on the day."""
    names = charter_parties.names_on(held, asked.day)
    return {
        **placed(asked, held, "parties", "portal:member"),
        "name": shapes.said(party_words(asked.reading, held.id), asked),
        "name_on_day": shapes.told(names, asked),
    }


def _roll(asked: Asked) -> Roll:
    return roll(asked.day, asked.organization.standings_of, asked.organization.sessions_by_id)


def _counts(on: Roll) -> Json:
    return {key: {"certain": count.certain, "possible": count.possible} for key, count in on.counts.items()}


def _on_roll(asked: Asked, on: Roll, key: str, standing: Standing, *, certain: bool) -> Json:
    org = asked.organization
    change = _last(org, key, standing, asked.day)
    return {
        **told_party(asked, org.party(key)),
        "standing": standing,
        "certain": certain,
        "inferred": key in on.inferred,
        "since": shapes.days(change.since, None, asked.equated) if change else None,
    }


def _last(org: Organization, party: str, standing: Standing, day: date) -> Change | None:
    changes = timeline(org.standings_of.get(party, ()), org.sessions_by_id)
    return next((c for c in reversed(changes) if c.standing == standing and begun(c.since, day)), None)


def _event(asked: Asked, event: Event) -> Json:
    held = hold(event, asked.organization.sessions_by_id)
    disputed = [d.id for d in _released(asked).values() if d.fact.split("#")[0] == f"standings/{event.id}"]
    more = {"held_from": shapes.days(held.day, None, asked.equated), "inferred": held.inferred, "disputes": disputed}
    return {**shapes.told(event, asked), **more}


def _released(asked: Asked) -> dict[str, Dispute]:
    """The disputes this reader may see, by id."""
    staff = asked.reader.is_staff
    return {one.id: one for one in asked.organization.disputes if one.released or staff}
