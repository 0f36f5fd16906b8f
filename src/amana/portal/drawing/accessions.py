"""Accession and suspension on one line of years: a dot for each party in its year, a bar for each suspension."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from amana.charter.standing import Change, Count, roll
from amana.folder.organization import Organization
from amana.portal.lines import Axis
from amana.values.words import Words

PITCH, LANE, HEAD = 9, 34, 14


@dataclass(frozen=True, slots=True)
class Joined:
    """A party's dot: its accession, in the column of its year, `y` units from the top. `hollow`: only possible."""

    name: Words
    since: Change
    x: str
    y: int
    hollow: bool


@dataclass(frozen=True, slots=True)
class Apart:
    """A suspension: its bar from `x1` to `x2` at `y`. `late`: it lies in the last third, so its words stand before it."""

    name: Words
    change: Change
    x1: str
    x2: str
    y: int
    late: bool


@dataclass(frozen=True, slots=True)
class At:
    """The members on the first of January of a year on the axis."""

    year: int
    x: str
    members: Count


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole picture: its height, the height of its axis, dots, bars and the counts on the axis."""

    height: int
    base: int
    joined: tuple[Joined, ...]
    apart: tuple[Apart, ...]
    counts: tuple[At, ...]


def picture(
    org: Organization, histories: Mapping[str, tuple[Change, ...]], names: Mapping[str, Words], axis: Axis, day: date
) -> Picture:
    """The picture of these parties' histories, as far as they may have begun by `day`."""
    columns: dict[int, list[tuple[str, Change]]] = {}
    for party, changes in histories.items():
        first = next((c for c in changes if c.standing == "member"), None)
        if first is not None and first.since.first is not None:
            columns.setdefault(first.since.first.year, []).append((party, first))
    base = HEAD + PITCH * max((len(column) for column in columns.values()), default=0)
    joined = tuple(
        Joined(names[party], change, axis.at(date(year, 7, 1)), base - PITCH * place - PITCH, _open(change, day))
        for year, column in sorted(columns.items())
        for place, (party, change) in enumerate(column)
    )
    apart = tuple(_bars(histories, names, axis, day, base + 58))
    counts = tuple(_counts(org, axis, day))
    return Picture(base + 50 + LANE * len(apart), base, joined, apart, counts)


def _open(change: Change, day: date) -> bool:
    held = change.held.day.last or change.since.last
    return held is None or held > day


def _bars(
    histories: Mapping[str, tuple[Change, ...]], names: Mapping[str, Words], axis: Axis, day: date, top: int
) -> Iterable[Apart]:
    suspended = [(p, c) for p, changes in histories.items() for c in changes if c.standing == "suspended"]
    suspended.sort(key=lambda one: one[1].held.day.last or date.max)
    for place, (party, change) in enumerate(suspended):
        start = change.held.day.last or change.since.first or day
        end = min((change.until.last if change.until else None) or day, day)
        late = (start.year - axis.first) * 3 > (axis.last - axis.first) * 2
        yield Apart(names[party], change, axis.at(start), axis.at(end), top + LANE * place, late)


def _counts(org: Organization, axis: Axis, day: date) -> Iterable[At]:
    for tick in axis.ticks:
        on = date(tick.year, 1, 1)
        if on <= day:
            counted = roll(on, org.standings_of, org.sessions_by_id).counts["members"]
            yield At(tick.year, tick.x, counted)
