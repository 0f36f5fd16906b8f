"""An organization as single facts, in an order in which they can be entered, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, Literal

from amana.charter.parties import Party
from amana.folder.order import natural, needed_first
from amana.folder.organization import Organization
from amana.folder.texts import settled

Kind = Literal[
    "profile",
    "source",
    "party",
    "organ",
    "instrument",
    "session",
    "standing",
    "term",
    "symbol",
    "phrase",
    "termbase",
    "dispute",
    "resolution",
    "person",
    "subject",
    "programme",
    "partner",
    "group",
]
FactOfFolder = tuple[Kind, str, Any]
"""What it is, its key (unique among its kind), and its frozen value."""

FIELDS: dict[Kind, str] = {
    "source": "sources",
    "party": "parties",
    "organ": "organs",
    "instrument": "instruments",
    "session": "sessions",
    "standing": "standings",
    "person": "persons",
    "term": "terms",
    "symbol": "symbols",
    "phrase": "phrases",
    "termbase": "terms_base",
    "subject": "subjects",
    "programme": "programmes",
    "partner": "partners",
    "group": "groups",
    "dispute": "disputes",
    "resolution": "resolutions",
}
"""Kind → the field of `Organization` that holds it, in the order of loading."""


def facts_of(org: Organization) -> Iterator[FactOfFolder]:
    """Every fact of the folder: profile, sources, parties, organs (parents first), instruments (amended first),
    sessions, standings, persons, terms, symbols, phrases, term base, subjects, programmes (followed first), partners,
    groups, disputes, resolutions (renewed first).
    """
    yield "profile", org.profile.id, org.profile
    for kind, field in FIELDS.items():
        for value in needed_first(getattr(org, field), key=_id, needs=partial(_needs, kind)):
            yield kind, value.id, value


def organization_from(facts: Iterable[FactOfFolder]) -> Organization:
    """The organization of these facts, whatever their order; the last of two with one key counts.

    Raises ValueError where no profile is among them.
    """
    found: dict[Kind, dict[str, Any]] = {kind: {} for kind in FIELDS}
    profile = None
    for kind, key, value in facts:
        if kind == "profile":
            profile = value
        else:
            found[kind][key] = value
    if profile is None:
        raise ValueError("an organization needs its profile")
    parts: dict[str, tuple[Any, ...]] = {}
    for kind, field in FIELDS.items():
        values = (_settled(kind, v, profile.languages) for v in found[kind].values())
        parts[field] = tuple(sorted(values, key=_by_session if kind == "resolution" else lambda v: natural(v.id)))
    return Organization(profile, **parts)


def _id(value: Any) -> str:
    return str(value.id)


def _by_session(resolution: Any) -> Any:
    return natural(resolution.session), natural(resolution.symbol), natural(resolution.id)


def _needs(kind: Kind, value: Any) -> tuple[str, ...]:
    match kind:
        case "organ":
            return (value.parent,)
        case "instrument":
            return (value.amends,)
        case "programme":
            return (value.follows,)
        case "resolution":
            return tuple(value.renews)
        case _:
            return ()


def _settled(kind: Kind, value: Any, languages: tuple[str, ...]) -> Any:
    if kind == "resolution":
        return settled(value, languages)
    return _one_home(value) if kind == "party" else value


def _one_home(party: Party) -> Party:
    """The sources of the first name are the party's own: one row of parties.csv says both."""
    first, *later = party.names
    if not (first.sources or first.unsourced):
        return party
    return replace(
        party,
        names=(replace(first, sources=(), unsourced=()), *later),
        sources=tuple(dict.fromkeys((*party.sources, *first.sources))),
        unsourced=tuple(dict.fromkeys((*party.unsourced, *first.unsourced))),
    )
