"""Organs and institutions: what they are called, where they sit, what founded them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from amana.charter.naming import borne_on
from amana.values.days import Day
from amana.values.problems import Problem
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

    `parties`: its composition where it is a list of parties; `composition`: in words. `until`: the last day it was
    there; '?': absent from later lists, and what became of it is not known. `composed`: since when the composition stated
    is that; '?': not known, it is that of the day until which the folder is known; None: from the first.
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
    until: Day | None = None
    composed: Day | None = None


KINDS: tuple[OrganKind, ...] = ("principal", "standing", "subsidiary", "specialized", "affiliated", "other")
"""The kinds in the order in which a charter lists them."""


def names_on(organ: Organ, day: date | None = None) -> OrganName | None:
    """The name the organ bore on `day` (None: the latest): the last that certainly held; before all, the first."""
    return borne_on(organ.names, day)


def name_on(organ: Organ, day: date | None = None, language: str = "en") -> str:
    """What the organ was called on `day`, in that language or the next best; its id where no name is known.

    >>> names = (OrganName(Words(en="Islamic Conference")), OrganName(Words(en="Council"), since=Day("2008-03-14")))
    >>> name_on(Organ("cfm", "principal", names), date(1990, 1, 1)), name_on(Organ("cfm", "principal", names))
    ('Islamic Conference', 'Council')
    """
    names = names_on(organ, day)
    return (names.name.best(language) if names else "") or organ.id


def acronym_on(organ: Organ, day: date | None = None, language: str = "en") -> str:
    """The organ's acronym on `day` in exactly that language, or ''."""
    names = names_on(organ, day)
    return names.acronym.get(language, "") if names else ""


def composed_on(organ: Organ, day: date, known_until: Day | None = None) -> bool:
    """Whether the composition stated, in words and as parties, is certainly that of `day`.

    >>> committee = Organ("quds", "standing", (), parties=("ma",), composed=Day("?"))
    >>> composed_on(committee, date(1976, 1, 1), Day("2026-01")), composed_on(committee, date(2026, 1, 1), Day("2026-01"))
    (False, True)
    """
    if organ.composed is None:
        return True
    since = organ.composed.last or (known_until.first if known_until else None)
    return since is not None and since <= day


@dataclass(frozen=True, slots=True)
class Branch:
    """An organ with the organs below it, in the order of their kinds."""

    organ: Organ
    below: tuple[Branch, ...] = ()


def chart(organs: Iterable[Organ], day: date | None = None) -> tuple[Branch, ...]:
    """The organs as trees: those without a parent on top, by kind, as listed within a kind.

    With `day`, organs certainly founded after it are left out (`presence.present_on` tells more exactly). An organ whose parent is not there stands on top, and
    a circle of parents is cut at its first organ: nothing is lost.
    """
    there = [o for o in organs if day is None or not o.founded or not o.founded.first or o.founded.first <= day]
    there.sort(key=lambda organ: KINDS.index(organ.kind))
    ids = {organ.id for organ in there}
    children: dict[str, list[Organ]] = {}
    for organ in there:
        children.setdefault(organ.parent if organ.parent in ids else "", []).append(organ)
    drawn: set[str] = set()
    top = [_branch(organ, children, drawn) for organ in children.get("", ())]
    top += [_branch(organ, children, drawn) for organ in there if organ.id not in drawn]
    return tuple(branch for branch in top if branch is not None)


def _branch(organ: Organ, children: dict[str, list[Organ]], drawn: set[str]) -> Branch | None:
    if organ.id in drawn:
        return None
    drawn.add(organ.id)
    below = (_branch(child, children, drawn) for child in children.get(organ.id, ()))
    return Branch(organ, tuple(branch for branch in below if branch is not None))


def tree_problems(organs: Iterable[Organ]) -> Iterator[Problem]:
    """A parent that is not there, or organs that stand above each other in a circle."""
    by_id = {organ.id: organ for organ in organs}
    for organ in by_id.values():
        if organ.parent and organ.parent not in by_id:
            yield Problem("organ-parent-unknown", {"organ": organ.id, "parent": organ.parent})
        above, seen = organ.parent, {organ.id}
        while above in by_id and above not in seen:
            seen.add(above)
            above = by_id[above].parent
        if above == organ.id:
            yield Problem("organ-parents-circle", {"organ": organ.id})
