"""A party: a state or body that stands in some relation to the organization, under the names the organization uses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from amana.charter.naming import borne_on
from amana.values.days import Day
from amana.values.words import Words

PartyKind = Literal["state", "organization", "entity"]


@dataclass(frozen=True, slots=True)
class PartyName:
    """The names a party bears from a day on. `since` is None for the first; `forms` are only recognised, never shown."""

    short: Words
    formal: Words = Words()
    seating: Words = Words()
    since: Day | None = None
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """A state or body. `iso` is ISO 3166-1 alpha-2 or ''; `group` is its regional group in the organization or ''."""

    id: str
    kind: PartyKind
    names: tuple[PartyName, ...]
    iso: str = ""
    group: str = ""
    forms: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""


Form = Literal["short", "formal", "seating"]


def names_on(party: Party, day: date | None = None) -> PartyName | None:
    """The names the party bore on `day` (None: the latest): the last that certainly held; before all, the first.

    None for a party without any name.
    """
    return borne_on(party.names, day)


def name_on(party: Party, day: date | None = None, language: str = "en", form: Form = "short") -> str:
    """What the organization called the party on `day`, in that language and form.

    A form that is not said falls back to the short one, a language to the next best; a party without a name is its id.

    >>> names = (PartyName(Words(en="Upper Volta")), PartyName(Words(en="Burkina Faso"), since=Day("1984-08-04")))
    >>> party = Party("bf", "state", names)
    >>> name_on(party, date(1980, 1, 1)), name_on(party, date(1990, 1, 1)), name_on(party)
    ('Upper Volta', 'Burkina Faso', 'Burkina Faso')
    """
    names = names_on(party, day)
    if names is None:
        return party.id
    wanted: Words = {"short": names.short, "formal": names.formal, "seating": names.seating}[form]
    said = wanted if language in wanted or not names.short else names.short
    return (said or names.short).best(language) or party.id
