"""The standing of a party in the organization, day by day: what is certain, and what imprecise days leave possible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from typing import Literal, Protocol

from amana.values.days import Day, Span

Standing = Literal["member", "observer", "suspended", "left"]


@dataclass(frozen=True, slots=True)
class Event:
    """A party's standing changes. `by` is the id of the session or document that decided it, or ''."""

    id: str
    party: str
    standing: Standing
    since: Day
    by: str = ""
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""


class Sat(Protocol):
    """What this module asks of a session: its id and the days it sat. `sessions.session.Session` is one."""

    @property
    def id(self) -> str: ...

    @property
    def days(self) -> Span | None: ...


Sessions = Iterable[Sat] | Mapping[str, Sat]
"""Sessions, or sessions by their id."""


@dataclass(frozen=True, slots=True)
class Held:
    """The day from which an event is held to count. `inferred`: the last day of the session that decided it.

    `within`: the days of that session which the stated day allows; the decision fell on one of them, nobody says which.
    """

    day: Day
    inferred: bool = False
    within: Day | None = None


def standing_on(day: date, events: Iterable[Event]) -> Standing | None:
    """The last event certainly not later than `day` decides; None before the first.

    Of two events whose days end alike, the one listed later decides.

    >>> events = [Event("x-1", "x", "member", Day("1970")), Event("x-2", "x", "suspended", Day("1990-06-01"))]
    >>> standing_on(date(1990, 5, 31), events), standing_on(date(1990, 6, 1), events)
    ('member', 'suspended')
    >>> standing_on(date(1970, 12, 30), events) is None
    True
    """
    event = deciding_event(day, events)
    return event.standing if event else None


def deciding_event(day: date, events: Iterable[Event]) -> Event | None:
    """The event that `standing_on` goes by, with its decision and sources; None before the first."""
    known = [(last, place, e) for place, e in enumerate(events) if (last := e.since.last) is not None and last <= day]
    return max(known, key=lambda one: one[:2])[2] if known else None


def possible_on(day: date, events: Iterable[Event]) -> frozenset[Standing | None]:
    """Every standing the party may have had on `day`, the days being no more precise than stated.

    One element: it is certain. None is among them where the party may not yet have had any standing.

    >>> egypt = [Event("eg-2", "eg", "suspended", Day("1979-05")), Event("eg-3", "eg", "member", Day("[1984-03,1984-04]"))]
    >>> sorted(possible_on(date(1984, 3, 20), egypt)), sorted(possible_on(date(1984, 5, 1), egypt))
    (['member', 'suspended'], ['member'])
    """
    windows = [_window(event) for event in events]
    possible: set[Standing | None] = set()
    if all(last > day for _, last, _ in windows):
        possible.add(None)
    for place, (first, last, standing) in enumerate(windows):
        if first <= day and not _overtaken(place, min(last, day), day, windows):
            possible.add(standing)
    return frozenset(possible)


_Window = tuple[date, date, Standing]


def _window(event: Event) -> _Window:
    return event.since.first or date.min, event.since.last or date.max, event.standing


def _overtaken(place: int, at: date, day: date, windows: Sequence[_Window]) -> bool:
    """Another event certainly came after `at` and not after `day`; on one and the same day the later listed counts."""
    for other, (first, last, _) in enumerate(windows):
        after = first > at or (other > place and first == last == at)
        if other != place and after and last <= day:
            return True
    return False


def hold(event: Event, sessions: Sessions) -> Held:
    """The day from which `event` is held to count.

    Where `since` is coarser than the day and `by` names a session, that is the session's last day, if `since` allows
    it, and it is marked inferred; otherwise it is `since` as stated. Before the session the old standing is certain,
    on its earlier days it is open (see `within`).

    >>> @dataclass
    ... class Met:
    ...     id: str
    ...     days: Span | None
    >>> fez = Met("icfm-10", Span.parse("1979-05-08/1979-05-12"))
    >>> hold(Event("eg-2", "eg", "suspended", Day("1979-05"), by="icfm-10"), [fez])
    Held(day=Day(text='1979-05-12'), inferred=True, within=Day(text='[1979-05-08..1979-05-12]'))
    >>> hold(Event("eg-3", "eg", "member", Day("1984-03"), by="icfm-10"), [fez]).inferred
    False
    """
    return _hold(event, by_id(sessions))


def held_events(events: Iterable[Event], sessions: Sessions) -> tuple[Event, ...]:
    """The same events with the days of the session on one of which they came to count (see `hold`).

    >>> @dataclass
    ... class Met:
    ...     id: str
    ...     days: Span | None
    >>> fez = Met("icfm-10", Span.parse("1979-05-08/1979-05-12"))
    >>> suspended = held_events([Event("eg-2", "eg", "suspended", Day("1979-05"), by="icfm-10")], [fez])
    >>> [sorted(map(str, possible_on(date(1979, 5, day), suspended))) for day in (7, 8, 12)]
    [['None'], ['None', 'suspended'], ['suspended']]
    """
    known = by_id(sessions)
    return tuple(_with(event, _hold(event, known)) for event in events)


def _with(event: Event, held: Held) -> Event:
    return replace(event, since=held.within or held.day) if held.inferred else event


def by_id(sessions: Sessions) -> Mapping[str, Sat]:
    """The sessions by their id."""
    return sessions if isinstance(sessions, Mapping) else {session.id: session for session in sessions}


def _hold(event: Event, sessions: Mapping[str, Sat]) -> Held:
    session = sessions.get(event.by)
    if event.since.precision == "day" or session is None or session.days is None or not session.days.end.exact:
        return Held(event.since)
    last = session.days.last
    first, until, _ = _window(event)
    if last is None or not first <= last <= until:
        return Held(event.since)
    opened = max(first, session.days.first or last)
    return Held(Day.of(last), inferred=True, within=Day(f"[{opened}..{last}]") if opened < last else Day.of(last))


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a party's history: what it became, from when to when as stated, and the day held.

    `until` is the day stated for the next change, or None for the present standing.
    """

    event: Event
    standing: Standing
    since: Day
    until: Day | None
    held: Held


def timeline(events: Iterable[Event], sessions: Sessions = ()) -> tuple[Change, ...]:
    """The history of one party, oldest first; an event of unknown day stands where it is listed.

    >>> [(str(c.since), c.until and str(c.until)) for c in timeline([
    ...     Event("x-1", "x", "member", Day("1970")), Event("x-2", "x", "left", Day("1990"))])]
    [('1970', '1990'), ('1990', None)]
    """
    listed = in_order(events)
    known = by_id(sessions)
    return tuple(
        Change(event, event.standing, event.since, following.since if following else None, _hold(event, known))
        for event, following in zip_longest(listed, listed[1:])
    )


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events from oldest to newest by the last day each can mean; as listed where that does not tell."""
    before = date.min
    keyed = []
    for place, event in enumerate(events):
        before = event.since.last or before
        keyed.append((before, place, event))
    return tuple(event for _, _, event in sorted(keyed, key=lambda one: one[:2]))


def by_party(events: Iterable[Event]) -> dict[str, tuple[Event, ...]]:
    """The events of each party, in the order given."""
    sorted_out: dict[str, list[Event]] = {}
    for event in events:
        sorted_out.setdefault(event.party, []).append(event)
    return {party: tuple(its) for party, its in sorted_out.items()}


def events_of(party: str, events: Iterable[Event]) -> Iterator[Event]:
    """The events of one party, in the order given."""
    return (event for event in events if event.party == party)


@dataclass(frozen=True, slots=True)
class Count:
    """How many certainly, and how many at most: `possible` counts the certain ones too."""

    certain: int
    possible: int

    def __str__(self) -> str:
        return str(self.certain) if self.certain == self.possible else f"{self.certain}–{self.possible}"


@dataclass(frozen=True, slots=True)
class Roll:
    """Party ids by standing on `day`, sorted. `…_possible` are those of whom it is possible and not certain.

    A suspended party remains a party to the Charter and is counted apart: it is in `suspended`, never in `members`.
    `inferred`: parties whose place here rests on a day inferred from the session that decided.
    """

    day: date
    members: tuple[str, ...] = ()
    members_possible: tuple[str, ...] = ()
    suspended: tuple[str, ...] = ()
    suspended_possible: tuple[str, ...] = ()
    observers: tuple[str, ...] = ()
    observers_possible: tuple[str, ...] = ()
    inferred: frozenset[str] = frozenset()

    @property
    def counts(self) -> Mapping[str, Count]:
        """'members', 'suspended' and 'observers', each certain and possible."""
        return {
            "members": Count(len(self.members), len(self.members) + len(self.members_possible)),
            "suspended": Count(len(self.suspended), len(self.suspended) + len(self.suspended_possible)),
            "observers": Count(len(self.observers), len(self.observers) + len(self.observers_possible)),
        }

    @property
    def certain(self) -> bool:
        """Of every party it is certain in what standing it was."""
        return not (self.members_possible or self.suspended_possible or self.observers_possible)

    @property
    def entitled(self) -> tuple[str, ...]:
        """Who may vote and counts as a member for quorum and majority: members that are not suspended."""
        return self.members


def roll(day: date, events: Mapping[str, Iterable[Event]] | Iterable[Event], sessions: Sessions = ()) -> Roll:
    """The roll on `day`. `events`: by party, or all in one; with `sessions`, coarse days are held as `standing.hold` says.

    >>> on = roll(date(1985, 1, 1), [Event("a-1", "a", "member", Day("1969")), Event("b-1", "b", "member", Day("1985"))])
    >>> on.members, on.members_possible, str(on.counts["members"])
    (('a',), ('b',), '1–2')
    """
    stated = {p: tuple(e) for p, e in events.items()} if isinstance(events, Mapping) else by_party(events)
    known = by_id(sessions)
    held = {party: held_events(its, known) for party, its in stated.items()}
    possible = {party: possible_on(day, its) for party, its in sorted(held.items())}
    return Roll(
        day,
        members=_certainly("member", possible),
        members_possible=_possibly("member", possible),
        suspended=_certainly("suspended", possible),
        suspended_possible=_possibly("suspended", possible),
        observers=_certainly("observer", possible),
        observers_possible=_possibly("observer", possible),
        inferred=frozenset(party for party in held if _is_inferred(day, stated[party], held[party])),
    )


def _certainly(standing: Standing, possible: Mapping[str, frozenset[Standing | None]]) -> tuple[str, ...]:
    return tuple(party for party, may in possible.items() if may == {standing})


def _possibly(standing: Standing, possible: Mapping[str, frozenset[Standing | None]]) -> tuple[str, ...]:
    return tuple(party for party, may in possible.items() if standing in may and len(may) > 1)


def _is_inferred(day: date, stated: tuple[Event, ...], held: tuple[Event, ...]) -> bool:
    deciding = deciding_event(day, held)
    return deciding is not None and deciding not in stated
