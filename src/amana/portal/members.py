"""Members: who belongs on the day, in what standing, and one party's page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language_bidi

from amana.charter import parties
from amana.charter.offices import Term
from amana.charter.organs import Organ, composed_on
from amana.charter.parties import Party
from amana.charter.standing import Change, Roll, roll, timeline
from amana.folder.organization import Organization
from amana.pages.order import by_name
from amana.pages.reading import Reading, reading_of
from amana.pages.templatetags.names import organ_words, party_words
from amana.portal.drawing import accessions
from amana.portal.lines import Axis, Bar, axis_over
from amana.relations.groups import Group as ContactGroup
from amana.relations.membership import Seated, bench_on
from amana.sessions.session import Session
from amana.store.queries import public
from amana.values.facts import Dispute
from amana.values.reached import begun
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

    @property
    def accession(self) -> str:
        """The year in which it first came to its present standing, where that is an earlier one: it was restored."""
        alike = [c for c in self.changes if self.since and c.standing == self.since.standing]
        first = alike[0].since.first if len(alike) > 1 else None
        return str(first.year) if first else ""

    @property
    def years(self) -> str:
        """The year in which its present standing began, or the years between which; '' where nobody says.

        What the source is not certain of bears (?).
        """
        since = self.since.since if self.since else None
        if since is None or since.first is None or since.last is None:
            return ""
        first, last = since.first.year, since.last.year
        said = str(first) if first == last else f"{first}–{last}"
        return f"{said} (?)" if since.uncertain else said


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
    on = roll_on(org, reading.day)
    axis = axis_over(org.profile.founded, reading.day, mirrored=get_language_bidi())
    present = _tiles(reading, on, on.members, on.members_possible, axis)
    suspended = _tiles(reading, on, on.suspended, on.suspended_possible, axis)
    context = {
        "roll": on,
        "axis": axis,
        "picture": _picture(reading, axis),
        "groups": _groups(present),
        "members": present,
        "suspended": suspended,
        "observers": _tiles(reading, on, on.observers, on.observers_possible, axis),
        "founded": org.profile.founded,
    }
    return render(request, "portal/members.html", context)


def member(request: HttpRequest, party: str) -> HttpResponse:
    """One party: names, standing, groups, sessions it hosted, people it sent to offices, what decisions ask of it,
    and its dates as sources give them. One query beside the organization's, five after a new entry.
    """
    reading = reading_of(request)
    org = reading.organization
    if party not in org.parties_by_id:
        raise Http404
    held, day = org.party(party), reading.day
    changes = changes_until(org, party, day)
    present, known = reading.present.every, org.profile.known_until
    context = {
        "party": held,
        "name": party_words(reading, party),
        "names": parties.names_on(held, day),
        "changes": changes,
        "differ": _disputes(reading, held, changes),
        "groups": _groups_of(org, party, day),
        "hosted": _hosted(org, party, day),
        "terms": _terms(org, party, day),
        "organs": _sorted(reading, [o for o in present if party in o.parties and composed_on(o, day, known)]),
        "seats": _sorted(reading, [o for o in present if o.seat_party == party]),
        "asked": [m for m in public.mandates(reading.reader, day) if party in m.row.implementers],
    }
    return render(request, "portal/member.html", context)


def roll_on(org: Organization, day: date) -> Roll:
    """The roll on the day; before the organization was founded nobody belonged, however coarse the days stated are."""
    return roll(day, org.standings_of if begun(org.profile.founded, day) else {}, org.sessions_by_id)


def _picture(reading: Reading, axis: Axis) -> accessions.Picture:
    """Everybody who was ever a member by the day, those who left since too."""
    org = reading.organization
    histories = {party: changes_until(org, party, reading.day) for party in org.standings_of}
    names = {party: party_words(reading, party) for party in histories}
    ordered = sorted(histories, key=lambda party: by_name(names[party].best(reading.language)))
    return accessions.picture(org, {party: histories[party] for party in ordered}, names, axis, reading.day)


def changes_until(org: Organization, party: str, day: date) -> tuple[Change, ...]:
    """The changes of a party's standing that may have begun by `day`, oldest first."""
    changes = timeline(org.standings_of.get(party, ()), org.sessions_by_id)
    return tuple(c for c in changes if begun(c.since, day))


def _tiles(
    reading: Reading, on: Roll, certain: tuple[str, ...], possible: tuple[str, ...], axis: Axis
) -> tuple[Tile, ...]:
    tiles = [_tile(reading, on, key, key in certain, axis) for key in (*certain, *possible)]
    return tuple(sorted(tiles, key=lambda tile: by_name(tile.name.best(reading.language))))


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


@dataclass(frozen=True, slots=True)
class Differing:
    """A fact on which sources differ, and which: the standing that a change gave, or '' and the field of the party."""

    dispute: Dispute
    standing: str
    field: str


def _disputes(reading: Reading, party: Party, changes: tuple[Change, ...]) -> list[Differing]:
    """The released disputes on the party and on the changes of its standing; for the house those not released too."""
    standings = {f"standings/{change.event.id}": change.standing for change in changes}
    found = []
    for dispute in reading.organization.disputes:
        row, _, field = dispute.fact.partition("#")
        if (row == f"parties/{party.id}" or row in standings) and (dispute.released or reading.reader.is_staff):
            found.append(Differing(dispute, standings.get(row, ""), field))
    return found


def _groups_of(org: Organization, party: str, day: date) -> list[tuple[ContactGroup, Seated]]:
    """The contact groups in which the party sits, or may sit, on the day, with its seat."""
    found = []
    for group in org.groups:
        bench = bench_on(day, group)
        seats = (*bench.chair, *bench.members, *bench.ex_officio, *bench.participants)
        mine = [one for one in seats if one.seat.party == party]
        found += [(group, mine[0])] if mine else []
    return found


def _hosted(org: Organization, party: str, day: date) -> list[Session]:
    """The sessions it hosted by the day, newest first; those of unknown day last."""
    held = [s for s in org.sessions if s.party == party and begun(s.days, day)]
    return sorted(held, key=lambda s: (s.days.first if s.days else None) or date.min, reverse=True)


def _sorted(reading: Reading, organs: Iterable[Organ]) -> list[Organ]:
    return sorted(organs, key=lambda organ: by_name(organ_words(reading, organ.id).best(reading.language)))


def _terms(org: Organization, party: str, day: date) -> list[Term]:
    return list(_of_party(org.terms, party, day))


def _of_party(terms: tuple[Term, ...], party: str, day: date) -> Iterator[Term]:
    for term in terms:
        if term.party == party and begun(term.since, day):
            yield term
