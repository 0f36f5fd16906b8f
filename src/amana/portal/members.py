"""Members: who belongs on the day, in what standing, and one party's page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language_bidi

from amana.charter import parties
from amana.charter.offices import Term
from amana.charter.parties import Party
from amana.charter.standing import Change, Roll, roll, timeline
from amana.folder.organization import Organization
from amana.pages.reading import Reading, reading_of
from amana.pages.templatetags.names import party_words
from amana.portal.lines import Axis, Bar, axis_over
from amana.values.folding import fold
from amana.values.words import Words


@dataclass(frozen=True, slots=True)
class Tile:
    """One party in a standing: `certain` False where the days stated leave it open."""

    party: Party
    name: Words
    changes: tuple[Change, ...]
    certain: bool = True
    inferred: bool = False
    bars: tuple[Bar, ...] = ()

    @property
    def since(self) -> Change | None:
        """The change by which it came to its standing."""
        return self.changes[-1] if self.changes else None

    @property
    def first(self) -> Change | None:
        """The first change of all."""
        return self.changes[0] if self.changes else None


@dataclass(frozen=True, slots=True)
class Group:
    """The members of one regional group; `unsourced` where a party's group has no source."""

    id: str
    tiles: tuple[Tile, ...]

    @property
    def unsourced(self) -> bool:
        """The group of at least one of them has no source."""
        return any("group" in tile.party.unsourced for tile in self.tiles)


def members(request: HttpRequest) -> HttpResponse:
    """Who belongs on the day. One query for the organization, whatever its size."""
    reading = reading_of(request)
    org = reading.organization
    on = roll(reading.day, org.standings_of, org.sessions_by_id)
    axis = axis_over(org.profile.founded, reading.day, mirrored=get_language_bidi())
    present = _tiles(reading, on, on.members, on.members_possible, axis)
    context = {
        "roll": on,
        "axis": axis,
        "groups": _groups(present),
        "members": present,
        "suspended": _tiles(reading, on, on.suspended, on.suspended_possible, axis),
        "observers": _tiles(reading, on, on.observers, on.observers_possible, axis),
        "founded": org.profile.founded,
    }
    return render(request, "portal/members.html", context)


def member(request: HttpRequest, party: str) -> HttpResponse:
    """One party: names, standing, sessions it hosted, people it sent to offices."""
    reading = reading_of(request)
    org = reading.organization
    if party not in org.parties_by_id:
        raise Http404
    held = org.party(party)
    context = {
        "party": held,
        "name": party_words(reading, party),
        "names": parties.names_on(held, reading.day),
        "changes": changes_until(org, party, reading.day),
        "hosted": [
            s for s in org.sessions if s.party == party and _begun(s.days.first if s.days else None, reading.day)
        ],
        "terms": _terms(org, party, reading.day),
        "organs": [o for o in org.organs if party in o.parties],
        "seats": [o for o in org.organs if o.seat_party == party],
    }
    return render(request, "portal/member.html", context)


def changes_until(org: Organization, party: str, day: date) -> tuple[Change, ...]:
    """The changes of a party's standing that may have begun by `day`, oldest first."""
    changes = timeline(org.standings_of.get(party, ()), org.sessions_by_id)
    return tuple(c for c in changes if c.since.first is None or c.since.first <= day)


def _tiles(
    reading: Reading, on: Roll, certain: tuple[str, ...], possible: tuple[str, ...], axis: Axis
) -> tuple[Tile, ...]:
    tiles = [_tile(reading, on, key, key in certain, axis) for key in (*certain, *possible)]
    return tuple(sorted(tiles, key=lambda tile: _by_name(tile.name.best(reading.language))))


def _tile(reading: Reading, on: Roll, key: str, certain: bool, axis: Axis) -> Tile:
    org = reading.organization
    changes = changes_until(org, key, reading.day)
    held = tuple(c for c in changes if _held_from(c) <= reading.day)
    shown = held if certain and held else changes  # a change that may have begun is not said of who is counted certain
    bars = axis.bars(changes, reading.day)
    return Tile(org.party(key), party_words(reading, key), shown, certain, key in on.inferred, bars)


def _held_from(change: Change) -> date:
    """The day from which a change certainly holds."""
    day = change.held.day or change.since
    return day.last or date.max


def _groups(tiles: tuple[Tile, ...]) -> tuple[Group, ...]:
    ids = sorted({tile.party.group for tile in tiles}, key=lambda group: (not group, group))
    return tuple(Group(id_, tuple(tile for tile in tiles if tile.party.group == id_)) for id_ in ids)


def _by_name(name: str) -> str:
    """Names in order: folded, the Arabic article left out of account."""
    folded = fold(name, accents=False)
    return folded.removeprefix("ال")


def _begun(first: date | None, day: date) -> bool:
    return first is None or first <= day


def _terms(org: Organization, party: str, day: date) -> list[Term]:
    return list(_of_party(org.terms, party, day))


def _of_party(terms: tuple[Term, ...], party: str, day: date) -> Iterator[Term]:
    for term in terms:
        if term.party == party and _begun(term.since.first if term.since else None, day):
            yield term
