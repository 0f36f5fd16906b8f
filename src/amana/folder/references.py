"""Ids that must lead somewhere: who refers to whom in a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amana.charter.rules import Instrument
from amana.folder.faults import fault
from amana.folder.found import Found
from amana.folder.nested import Reference, references_inside
from amana.values.problems import Problem

DECIDES = ("session", "instrument", "resolution", "organ", "source", "symbol-of-a-resolution")
"""What may stand under `by`: whatever decided or founded something."""

NAMES_A_FILE = frozenset({"profile", "instrument", "session", "programme", "partner", "group"})
"""Kinds whose ids are names of files or directories."""

_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_SAFE_ID = re.compile(r"[^\s|#\"]+")


def references(found: Found) -> Iterator[Problem]:
    """An id that nothing in the folder bears."""
    found.ids["symbol-of-a-resolution"] = {r.symbol for r in found.organization.resolutions}
    for spot, key, named, kinds in _all(found):
        outside = "/" in named and kinds == DECIDES  # a document this folder does not hold
        if named and not outside and not any(found.has(kind, named) for kind in kinds):
            expected = tuple(kind for kind in kinds if "-" not in kind)
            yield fault("unknown-reference", spot, key, field=key, id=named, expected=expected)


def unsafe_ids(found: Found) -> Iterator[Problem]:
    """An id that cannot stand in a list of ids or, where a file bears its name, in a path."""
    for (kind, named), spot in found.spots.items():
        if kind in ("phrase", "termbase"):
            continue
        safe = _SAFE_NAME if kind in NAMES_A_FILE else _SAFE_ID
        if not safe.fullmatch(named):
            yield fault("bad-id", spot, "id", id=named)


def _all(found: Found) -> Iterator[Reference]:
    yield from _sources(found)
    yield from _people_and_places(found)
    yield from references_inside(found, DECIDES)
    for instrument in found.organization.instruments:
        yield from _instrument(found, instrument)
    for resolution in found.organization.resolutions:
        spot = found.spot("resolution", resolution.id)
        yield spot, "organ", resolution.organ, ("organ",)
        yield spot, "session", resolution.session, ("session",)
        yield from ((spot, "renews", one, ("resolution",)) for one in resolution.renews)
        yield from ((spot, "subjects", one, ("subject",)) for one in resolution.subjects)


def _sources(found: Found) -> Iterator[Reference]:
    org = found.organization
    for kind, values in (
        ("party", org.parties),
        ("standing", org.standings),
        ("organ", org.organs),
        ("instrument", org.instruments),
        ("session", org.sessions),
        ("term", org.terms),
        ("resolution", org.resolutions),
    ):
        for value in values:
            spot = found.spot(kind, value.id)
            yield from ((spot, "sources", one, ("source",)) for one in value.sources)
    for party in org.parties:
        spot = found.spot("party", party.id)
        yield from ((spot, "sources", one, ("source",)) for name in party.names for one in name.sources)
    for dispute in org.disputes:
        spot = found.spot("dispute", dispute.id)
        yield from ((spot, "claims", one, ("source",)) for claim in dispute.claims for one in claim.sources)


def _people_and_places(found: Found) -> Iterator[Reference]:
    org = found.organization
    if org.profile.id:
        yield found.spot("profile", org.profile.id), "seat_party", org.profile.seat_party, ("party",)
    for event in org.standings:
        spot = found.spot("standing", event.id)
        yield spot, "party", event.party, ("party",)
        yield spot, "by", event.by, DECIDES
    for organ in org.organs:
        spot = found.spot("organ", organ.id)
        yield spot, "parent", organ.parent, ("organ",)
        yield spot, "seat_party", organ.seat_party, ("party",)
        yield spot, "by", organ.by, DECIDES
        yield from ((spot, "parties", one, ("party",)) for one in organ.parties)
    for term in org.terms:
        spot = found.spot("term", term.id)
        yield spot, "office", term.office, ("office",)
        yield spot, "party", term.party, ("party",)
        yield spot, "by", term.by, DECIDES
    for session in org.sessions:
        spot = found.spot("session", session.id)
        yield spot, "organ", session.organ, ("organ",)
        yield spot, "party", session.party, ("party",)
        yield spot, "joint_with", session.joint_with, ("session", "organ", "party")
    for pattern in org.symbols:
        yield found.spot("symbol", pattern.id), "organ", pattern.organ, ("organ",)


def _instrument(found: Found, instrument: Instrument) -> Iterator[Reference]:
    top = found.spot("instrument", instrument.id)
    yield top, "by", instrument.by, DECIDES
    yield top, "amends", instrument.amends, ("instrument",)
    found.ids.setdefault("rule", set()).update(
        rule.key for one in found.organization.instruments for rule in (*one.rules, *one.replaces)
    )
    for index, office in enumerate(instrument.offices):
        spot = top.child("office", index)
        yield spot, "organ", office.organ, ("organ",)
        yield from ((spot, "sources", one, ("source",)) for one in office.sources)
    for index, power in enumerate(instrument.powers):
        spot = top.child("power", index)
        yield spot, "organ", power.organ, ("organ",)
        yield spot, "rule", power.rule, ("rule",)
        yield from ((spot, "sources", one, ("source",)) for one in power.sources)
    for header, rules in (("rule", instrument.rules), ("replace", instrument.replaces)):
        for index, rule in enumerate(rules):
            spot = top.child(header, index)
            yield from ((spot, "sources", one, ("source",)) for one in rule.sources)
