"""The organization in Popolo (popoloproject.com): organizations, persons, posts, memberships, events.

Popolo knows whole days, months and years only: a day stated otherwise is left out, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from amana.charter import organs as charter_organs
from amana.charter import parties as charter_parties
from amana.charter.instruments import Office
from amana.charter.offices import Term, term_end
from amana.charter.organs import Organ
from amana.charter.parties import Party
from amana.charter.persons import Person, persons_of
from amana.charter.standing import Change, Event, timeline
from amana.sessions.session import Session
from amana.sessions.titles import title
from amana.values.days import Day
from amana.values.facts import Source
from amana.values.reached import begun
from amana.values.words import Words

Json = dict[str, Any]
CONTEXT = "http://www.popoloproject.com/contexts/popolo.jsonld"


class Identity(Protocol):
    """What is asked of the organization's profile."""

    @property
    def id(self) -> str: ...
    @property
    def names(self) -> Words: ...
    @property
    def acronyms(self) -> Words: ...
    @property
    def founded(self) -> Day | None: ...


class House(Protocol):
    """What is asked of an organization; `folder.Organization` is one."""

    @property
    def profile(self) -> Identity: ...
    @property
    def parties(self) -> Sequence[Party]: ...
    @property
    def organs(self) -> Sequence[Organ]: ...
    @property
    def offices_by_id(self) -> Mapping[str, Office]: ...
    @property
    def terms(self) -> Sequence[Term]: ...
    @property
    def persons(self) -> Sequence[Person]: ...
    @property
    def sessions(self) -> Sequence[Session]: ...
    @property
    def sessions_by_id(self) -> Mapping[str, Session]: ...
    @property
    def organs_by_id(self) -> Mapping[str, Organ]: ...
    @property
    def sources_by_id(self) -> Mapping[str, Source]: ...
    @property
    def standings_of(self) -> Mapping[str, tuple[Event, ...]]: ...


def popolo(house: House, day: date, language: str) -> Json:
    """The whole on `day`, names in `language` or the next best, the others among `other_names`."""
    told = _Teller(house, day, language)
    return {
        "@context": CONTEXT,
        "organizations": [told.house(), *map(told.party, house.parties), *map(told.organ, told.founded())],
        "persons": [told.person(one) for one in persons_of(house.persons, house.terms).values()],
        "posts": [told.post(one) for one in house.offices_by_id.values()],
        "memberships": [*told.standings(), *told.holders(), *told.seats()],
        "events": [told.event(one) for one in house.sessions if begun(one.days, day)],
    }


@dataclass(frozen=True)
class _Teller:
    of: House
    day: date
    language: str

    def house(self) -> Json:
        profile = self.of.profile
        return _full(
            id=f"organization/{profile.id}",
            name=profile.names.best(self.language),
            classification="intergovernmental organization",
            founding_date=popolo_date(profile.founded),
            other_names=[*self._others(profile.names), *_names(profile.acronyms, None, None, note="acronym")],
        )

    def founded(self) -> Iterator[Organ]:
        return (organ for organ in self.of.organs if begun(organ.founded, self.day))

    def party(self, party: Party) -> Json:
        names = charter_parties.names_on(party, self.day)
        return _full(
            id=f"party/{party.id}",
            name=charter_parties.name_on(party, self.day, self.language),
            classification=party.kind,
            other_names=_earlier([(n.short, n.since) for n in party.names])
            + (_names(names.formal, None, None, note="formal") if names else []),
            identifiers=[{"scheme": "ISO 3166-1 alpha-2", "identifier": party.iso}] if party.iso else [],
            sources=self._sources(party.sources),
        )

    def organ(self, organ: Organ) -> Json:
        parent = f"organ/{organ.parent}" if organ.parent else f"organization/{self.of.profile.id}"
        return _full(
            id=f"organ/{organ.id}",
            name=charter_organs.name_on(organ, self.day, self.language),
            classification=organ.kind,
            parent_id=parent,
            founding_date=popolo_date(organ.founded),
            other_names=_earlier([(n.name, n.since) for n in organ.names]),
            sources=self._sources(organ.sources),
        )

    def person(self, person: Person) -> Json:
        return _full(
            id=f"person/{person.id}",
            name=person.names.best(self.language) or person.id,
            honorific_prefix=person.title.best(self.language),
            other_names=self._others(person.names) + [{"name": form} for form in person.forms],
            sources=self._sources(person.sources),
        )

    def post(self, office: Office) -> Json:
        return _full(
            id=f"office/{office.id}",
            label=office.name.best(self.language) or office.id,
            organization_id=self._organ(office.organ),
            sources=self._sources(office.sources),
        )

    def standings(self) -> Iterator[Json]:
        for party in self.of.parties:
            changes = timeline(self.of.standings_of.get(party.id, ()), self.of.sessions_by_id)
            yield from (self._standing(c) for c in changes if c.standing != "left" and begun(c.since, self.day))

    def _standing(self, change: Change) -> Json:
        until = change.until if begun(change.until, self.day) else None
        return _full(
            id=f"standing/{change.event.id}",
            member={"@type": "Organization", "id": f"party/{change.event.party}"},
            organization_id=f"organization/{self.of.profile.id}",
            role=change.standing,
            start_date=popolo_date(change.since),
            end_date=popolo_date(until) if until else None,
            sources=self._sources(change.event.sources),
        )

    def holders(self) -> Iterator[Json]:
        for term in self.of.terms:
            office = self.of.offices_by_id.get(term.office)
            if office and (term.person or term.party) and begun(term.since, self.day):
                yield _full(
                    id=f"term/{term.id}",
                    person_id=f"person/{term.person}" if term.person else None,
                    member=None if term.person else {"@type": "Organization", "id": f"party/{term.party}"},
                    organization_id=self._organ(office.organ),
                    post_id=f"office/{office.id}",
                    role=office.name.best(self.language),
                    on_behalf_of_id=f"party/{term.party}" if term.party and term.person else None,
                    start_date=popolo_date(term.since),
                    end_date=popolo_date(term_end(term, self.of.terms).day),
                    sources=self._sources(term.sources),
                )

    def seats(self) -> Iterator[Json]:
        for organ in self.founded():
            for party in organ.parties:
                yield {
                    "id": f"seat/{organ.id}/{party}",
                    "member": {"@type": "Organization", "id": f"party/{party}"},
                    "organization_id": f"organ/{organ.id}",
                }

    def event(self, session: Session) -> Json:
        held = session.days.first if session.days else None
        organ = self.of.organs_by_id.get(session.organ)
        names = charter_organs.names_on(organ, held) if organ else None
        return _full(
            id=f"session/{session.id}",
            name=title(session, names.name if names else Words(en=session.organ), self.language),
            classification=session.kind,
            organization_id=self._organ(session.organ),
            start_date=popolo_date(session.days.start if session.days else None),
            end_date=popolo_date(session.days.end if session.days else None),
            location=session.place.best(self.language),
            sources=self._sources(session.sources),
        )

    def _organ(self, key: str) -> str:
        return f"organ/{key}" if key in self.of.organs_by_id else f"organization/{self.of.profile.id}"

    def _others(self, words: Words) -> list[Json]:
        return _names(words, None, None, but=words.language(self.language))

    def _sources(self, keys: Iterable[str]) -> list[Json]:
        known = self.of.sources_by_id
        return [{"url": known[k].address, "note": k} for k in keys if k in known and known[k].address]


def popolo_date(day: Day | None) -> str | None:
    """A day as Popolo writes it, or None where it cannot.

    >>> popolo_date(Day("1979-05")), popolo_date(Day("[1984-03,1984-04]")), popolo_date(Day("1979-05-12?"))
    ('1979-05', None, None)
    """
    return str(day) if day and day.precision in ("day", "month", "year") and not day.uncertain else None


def _names(words: Words, since: Day | None, until: Day | None, *, but: str = "", note: str = "") -> list[Json]:
    span = {"start_date": popolo_date(since), "end_date": popolo_date(until)}
    return [_full(name=text, lang=code, note=note, **span) for code, text in words.items() if code != but]


def _earlier(named: Sequence[tuple[Words, Day | None]]) -> list[Json]:
    """Every name in every language, each with the days between which it was borne."""
    ends = [since for _, since in named[1:]] + [None]
    return [one for (words, since), end in zip(named, ends, strict=True) for one in _names(words, since, end)]


def _full(**fields: Any) -> Json:
    """The fields that say something."""
    return {key: value for key, value in fields.items() if value not in (None, "", [])}
