"""One whole organization as its folder states it: a frozen value with its parts sorted and found by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, Protocol, TypeVar

from amana.charter.offices import Term
from amana.charter.organs import Organ
from amana.charter.parties import Party
from amana.charter.persons import Person
from amana.charter.rules import Instrument, Office
from amana.charter.standing import Event
from amana.folder.naming import gazetteer_of
from amana.programme.programme import Programme
from amana.relations.groups import Group
from amana.relations.partners import Partner
from amana.resolutions.accepted import Accepted
from amana.resolutions.subjects import Subject
from amana.sessions.equated import Equated, by_day
from amana.sessions.session import Session
from amana.values.days import Day
from amana.values.facts import Dispute, Source
from amana.values.names import Gazetteer
from amana.values.symbols import Pattern
from amana.values.words import Words

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


@dataclass(frozen=True, slots=True)
class EarlierName:
    """What an organization was called until a day: on `until` or by its end the later name came."""

    until: Day
    names: Words
    acronyms: Words = Words()
    by: str = ""
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What an organization is: its names, languages, seat, and until which day the folder knows it.

    `languages`: those the folder keeps, in the order in which columns stand; `authentic`: those whose texts are equal.
    `accent` is a colour '#rrggbb'; `official`: the organization itself keeps this folder; `kept_by`: who else does;
    `forms`: other names by which texts and questions call it, former ones too; recognised, never shown; `earlier`: what
    it was called before, oldest first.
    """

    id: str
    names: Words
    acronyms: Words = Words()
    languages: tuple[str, ...] = ("ar", "en", "fr")
    authentic: tuple[str, ...] = ()
    time_zone: str = "UTC"
    seat: Words = Words()
    seat_party: str = ""
    weekend: tuple[Weekday, ...] = ()
    accent: str = ""
    founded: Day | None = None
    known_until: Day | None = None
    kept_by: Words = Words()
    official: bool = False
    note: str = ""
    forms: tuple[str, ...] = ()
    earlier: tuple[EarlierName, ...] = ()

    def names_on(self, day: date | None = None) -> Words:
        """What it called itself on `day`; None: today.

        >>> former = EarlierName(Day("2011-06-28"), Words(en="Conference"))
        >>> profile = Profile("o", Words(en="Cooperation"), earlier=(former,))
        >>> profile.names_on(date(2011, 6, 27))["en"], profile.names_on(date(2011, 6, 28))["en"]
        ('Conference', 'Cooperation')
        """
        held = self._held(day)
        return held.names if held else self.names

    def acronyms_on(self, day: date | None = None) -> Words:
        """Its acronyms on `day`; None: today."""
        held = self._held(day)
        return (held.acronyms or self.acronyms) if held else self.acronyms

    def _held(self, day: date | None) -> EarlierName | None:
        if day is None:
            return None
        return next((e for e in self.earlier if e.until.first is not None and day < e.until.first), None)


@dataclass(frozen=True, slots=True)
class Phrase:
    """An opening phrase of this house, beside those of the lexicon. `strength` as in the lexicon ('binding', …)."""

    phrase: str
    language: str
    function: str
    part: Literal["preambular", "operative"]
    strength: str = ""
    note: str = ""

    @property
    def id(self) -> str:
        """Its natural key: one phrase has one function in a part of a text in a language."""
        return f"{self.language}/{self.part}/{self.phrase}"


@dataclass(frozen=True, slots=True)
class TermBaseEntry:
    """One concept of the term base, in every language that has a word for it."""

    id: str
    words: Words
    note: str = ""


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Named)


def _by_id(values: Iterable[T]) -> Mapping[str, T]:
    return {v.id: v for v in values}


@dataclass(frozen=True)
class Organization:
    """The whole of one folder. Every tuple is in canonical order (`loadable.organization_from` puts it so).

    Looking up an id that is not there raises KeyError: ask `x in org.parties_by_id` first.
    """

    profile: Profile
    parties: tuple[Party, ...] = ()
    standings: tuple[Event, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    organs: tuple[Organ, ...] = ()
    terms: tuple[Term, ...] = ()
    sessions: tuple[Session, ...] = ()
    symbols: tuple[Pattern, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    terms_base: tuple[TermBaseEntry, ...] = ()
    sources: tuple[Source, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    resolutions: tuple[Accepted, ...] = ()
    persons: tuple[Person, ...] = ()
    subjects: tuple[Subject, ...] = ()
    programmes: tuple[Programme, ...] = ()
    partners: tuple[Partner, ...] = ()
    groups: tuple[Group, ...] = ()

    @cached_property
    def parties_by_id(self) -> Mapping[str, Party]:
        """Parties by id."""
        return _by_id(self.parties)

    @cached_property
    def organs_by_id(self) -> Mapping[str, Organ]:
        """Organs by id."""
        return _by_id(self.organs)

    @cached_property
    def sessions_by_id(self) -> Mapping[str, Session]:
        """Sessions by id."""
        return _by_id(self.sessions)

    @cached_property
    def sources_by_id(self) -> Mapping[str, Source]:
        """Sources by id."""
        return _by_id(self.sources)

    @cached_property
    def instruments_by_id(self) -> Mapping[str, Instrument]:
        """Instruments by id."""
        return _by_id(self.instruments)

    @cached_property
    def resolutions_by_id(self) -> Mapping[str, Accepted]:
        """Resolutions by id."""
        return _by_id(self.resolutions)

    @cached_property
    def persons_by_id(self) -> Mapping[str, Person]:
        """Persons by id."""
        return _by_id(self.persons)

    @cached_property
    def subjects_by_id(self) -> Mapping[str, Subject]:
        """Subjects by id."""
        return _by_id(self.subjects)

    @cached_property
    def programmes_by_id(self) -> Mapping[str, Programme]:
        """Programmes by id."""
        return _by_id(self.programmes)

    @cached_property
    def partners_by_id(self) -> Mapping[str, Partner]:
        """Partners by id."""
        return _by_id(self.partners)

    @cached_property
    def groups_by_id(self) -> Mapping[str, Group]:
        """Groups by id."""
        return _by_id(self.groups)

    @cached_property
    def equated(self) -> Mapping[date, Equated]:
        """The Hijri day that sessions state for a Gregorian one."""
        return by_day(self.sessions)

    @cached_property
    def offices_by_id(self) -> Mapping[str, Office]:
        """Offices of all instruments by id; the later instrument's where two create the same."""
        return _by_id(o for i in self.instruments for o in i.offices)

    @cached_property
    def standings_of(self) -> Mapping[str, tuple[Event, ...]]:
        """Every standing event by party, in order of their ids."""
        found: dict[str, list[Event]] = {}
        for event in self.standings:
            found.setdefault(event.party, []).append(event)
        return {party: tuple(events) for party, events in found.items()}

    def party(self, key: str) -> Party:
        """The party of this id; KeyError where there is none."""
        return self.parties_by_id[key]

    def organ(self, key: str) -> Organ:
        """The organ of this id; KeyError where there is none."""
        return self.organs_by_id[key]

    def session(self, key: str) -> Session:
        """The session of this id; KeyError where there is none."""
        return self.sessions_by_id[key]

    def source(self, key: str) -> Source:
        """The source of this id; KeyError where there is none."""
        return self.sources_by_id[key]

    def instrument(self, key: str) -> Instrument:
        """The instrument of this id; KeyError where there is none."""
        return self.instruments_by_id[key]

    def office(self, key: str) -> Office:
        """The office of this id; KeyError where there is none."""
        return self.offices_by_id[key]

    def resolution(self, key: str) -> Accepted:
        """The resolution of this id; KeyError where there is none."""
        return self.resolutions_by_id[key]

    def gazetteer(self) -> Gazetteer:
        """The names of its parties, organs and offices, for the reader of texts; made once."""
        return self._gazetteer

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return gazetteer_of(self.parties, self.organs, self.offices_by_id.values())

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """How this organization numbers its documents, for `values.symbols.find`."""
        return self.symbols
