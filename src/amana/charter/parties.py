"""A party: a state or body that stands in some relation to the organization, under the names the organization uses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
