"""Organs and institutions: what they are called, where they sit, what founded them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from amana.values.days import Day
from amana.values.words import Words

OrganKind = Literal["principal", "standing", "subsidiary", "specialized", "affiliated", "other"]


@dataclass(frozen=True, slots=True)
class OrganName:
    """The name an organ bears from a day on (None: from the first)."""

    name: Words
    acronym: Words = Words()
    since: Day | None = None


@dataclass(frozen=True, slots=True)
class Organ:
    """`forms`: what drafters write for it; `parent`: the organ above it; `seat_party`: the party where it sits.

    `parties`: its composition where it is a list of parties; `composition`: in words.
    """

    id: str
    kind: OrganKind
    names: tuple[OrganName, ...]
    parent: str = ""
    forms: tuple[str, ...] = ()
    composition: Words = Words()
    parties: tuple[str, ...] = ()
    seat: Words = Words()
    seat_party: str = ""
    founded: Day | None = None
    by: str = ""
    articles: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""
