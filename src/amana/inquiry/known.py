"""What is asked of: the parts of an organization that questions are answered from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from amana.charter.instruments import Instrument, Office
from amana.charter.offices import Term
from amana.charter.organs import Organ
from amana.charter.parties import Party
from amana.charter.persons import Person
from amana.charter.standing import Event
from amana.programme.programme import Programme
from amana.relations.groups import Group
from amana.relations.partners import Partner
from amana.resolutions.accepted import Accepted
from amana.sessions.session import Session
from amana.values.days import Day
from amana.values.facts import Dispute
from amana.values.symbols import Pattern
from amana.values.words import Words


class Identity(Protocol):
    """Who the organization is: its names, seat, foundation, and until which day it is known."""

    @property
    def id(self) -> str: ...
    @property
    def names(self) -> Words: ...
    @property
    def acronyms(self) -> Words: ...
    @property
    def seat(self) -> Words: ...
    @property
    def seat_party(self) -> str: ...
    @property
    def founded(self) -> Day | None: ...
    @property
    def known_until(self) -> Day | None: ...


class Known(Protocol):
    """The organization as the one who asks may see it; `folder.Organization` is one.

    The caller has taken out what this reader may not see. It must not change while it is used: what is made of its
    names is kept as long as it lives.
    """

    @property
    def profile(self) -> Identity: ...
    @property
    def parties(self) -> Sequence[Party]: ...
    @property
    def parties_by_id(self) -> Mapping[str, Party]: ...
    @property
    def standings_of(self) -> Mapping[str, tuple[Event, ...]]: ...
    @property
    def organs(self) -> Sequence[Organ]: ...
    @property
    def organs_by_id(self) -> Mapping[str, Organ]: ...
    @property
    def instruments(self) -> Sequence[Instrument]: ...
    @property
    def instruments_by_id(self) -> Mapping[str, Instrument]: ...
    @property
    def offices_by_id(self) -> Mapping[str, Office]: ...
    @property
    def terms(self) -> Sequence[Term]: ...
    @property
    def sessions(self) -> Sequence[Session]: ...
    @property
    def sessions_by_id(self) -> Mapping[str, Session]: ...
    @property
    def persons(self) -> Sequence[Person]: ...
    @property
    def persons_by_id(self) -> Mapping[str, Person]: ...
    @property
    def programmes(self) -> Sequence[Programme]: ...
    @property
    def partners(self) -> Sequence[Partner]: ...
    @property
    def groups(self) -> Sequence[Group]: ...
    @property
    def disputes(self) -> Sequence[Dispute]: ...
    @property
    def resolutions(self) -> Sequence[Accepted]: ...
    @property
    def symbols(self) -> Sequence[Pattern]: ...
