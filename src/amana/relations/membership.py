"""Who sits in a contact group on a day, as what, and which of its meetings had been held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amana.relations.groups import Group, Meeting, Seat, SeatKind
from amana.values.reached import passed, reached

KINDS: tuple[SeatKind, ...] = ("chair", "member", "ex officio", "participant")


@dataclass(frozen=True, slots=True)
class Seated:
    """A seat on a day. `certain` False where the days stated, or the want of any, leave it open."""

    seat: Seat
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Bench:
    """A group on a day: its seats by kind. `existed` False before it was created; `certain` as of a seat."""

    existed: bool
    certain: bool = True
    chair: tuple[Seated, ...] = ()
    members: tuple[Seated, ...] = ()
    ex_officio: tuple[Seated, ...] = ()
    participants: tuple[Seated, ...] = ()

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties that certainly sit as chair or member, each once: a chair is a member too."""
        sure = (one.seat.party for one in (*self.chair, *self.members) if one.certain and one.seat.party)
        return tuple(dict.fromkeys(sure))

    @property
    def parties_possible(self) -> tuple[str, ...]:
        """The parties that possibly sit as chair or member, and not certainly."""
        every = (one.seat.party for one in (*self.chair, *self.members) if one.seat.party)
        return tuple(party for party in dict.fromkeys(every) if party not in self.parties)


def bench_on(day: date, group: Group) -> Bench:
    """The seats of `group` on `day`. Where nobody says since when a seat is held, it is possible, from the creation on:
    that it was held from the first day is not said. `until` is a last day, the day included.

    >>> from amana.values.days import Day
    >>> from amana.values.words import Words
    >>> first = Day("2023-11-11")
    >>> seats = (Seat("s-1", "chair", "sa", since=first), Seat("s-2", "member", "eg"), Seat("s-3", "participant", "bh"))
    >>> gaza = Group("gaza", Words(en="Gaza"), created=first, seats=seats)
    >>> bench = bench_on(date(2024, 1, 1), gaza)
    >>> bench_on(date(2023, 11, 10), gaza).existed, bench.parties, bench.parties_possible
    (False, ('sa',), ('eg',))
    """
    created = reached(group.created, day)
    if created == "no":
        return Bench(existed=False)
    sat = [one for seat in group.seats if (one := _seated(day, seat)) is not None]
    kinds = {kind: tuple(one for one in sat if one.seat.kind == kind) for kind in KINDS}
    return Bench(True, created == "certain", kinds["chair"], kinds["member"], kinds["ex officio"], kinds["participant"])


def _seated(day: date, seat: Seat) -> Seated | None:
    begun, over = reached(seat.since, day), passed(seat.until, day)
    if begun == "no" or over == "certain":
        return None
    return Seated(seat, begun == "certain" and over == "no")


def meetings_until(day: date, group: Group) -> tuple[Meeting, ...]:
    """The meetings that had, or may have, been held by `day`, newest first; those of unknown day stand last."""
    held = [meeting for meeting in group.meetings if reached(meeting.day, day) != "no"]
    return tuple(sorted(held, key=lambda m: (m.day.first if m.day else None) or date.min, reverse=True))
