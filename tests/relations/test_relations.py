"""Partners and contact groups by day: what is certain, what imprecise or unknown days leave possible."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from amana.relations.groups import Group, Meeting, Seat
from amana.relations.membership import bench_on, meetings_until
from amana.relations.partners import Event, Partner
from amana.relations.timeline import by_kind, events_until
from amana.values.days import Day
from amana.values.words import Words

EU = Partner(
    "eu",
    Words(en="European Union"),
    events=(
        Event("undated", "dialogue", None, Words(en="Every year")),
        Event("mission", "mission", Day("2013-06-25"), Words(en="Mission")),
        Event("start", "status", Day("2005"), Words(en="Relations start")),
        Event("later", "mission", Day("2020-09"), Words(en="Later")),
    ),
)
GAZA = Group(
    "gaza",
    Words(en="Ministerial committee"),
    created=Day("2023-11-11"),
    seats=(
        Seat("1", "chair", "sa", since=Day("2023-11-11")),
        Seat("2", "member", "sa", since=Day("2023-11-11")),
        Seat("3", "member", "eg", since=Day("2023-11-11"), until=Day("2024-06-30")),
        Seat("4", "ex officio", office="secretary-general"),
        Seat("5", "participant", "bh", since=Day("2024-09-18")),
    ),
    meetings=(Meeting("old", Day("2024-01")), Meeting("new", Day("2024-09-18")), Meeting("unknown", None)),
)


def test_an_event_after_the_day_is_not_told() -> None:
    assert [one.event.id for one in events_until(date(2013, 6, 25), EU)] == ["start", "mission", "undated"]


def test_an_event_in_the_very_year_is_possible_and_one_without_a_day_too() -> None:
    told = {one.event.id: (one.certain, one.dated) for one in events_until(date(2005, 5, 1), EU)}
    assert told == {"start": (False, True), "undated": (False, False)}


def test_events_are_told_by_kind_and_no_kind_is_empty() -> None:
    kinds = by_kind(events_until(date(2026, 1, 1), EU))
    assert [(kind, len(found)) for kind, found in kinds] == [("status", 1), ("mission", 2), ("dialogue", 1)]


def test_nobody_sits_in_a_group_before_it_is_created() -> None:
    assert not bench_on(date(2023, 11, 10), GAZA).existed
    assert bench_on(date(2023, 11, 11), GAZA).parties == ("sa", "eg")


def test_the_chair_is_a_member_counted_once_and_who_took_part_is_no_member() -> None:
    bench = bench_on(date(2025, 1, 1), GAZA)
    assert bench.parties == ("sa",) and [one.seat.party for one in bench.participants] == ["bh"]
    assert [one.seat.office for one in bench.ex_officio] == ["secretary-general"]


def test_the_last_day_of_a_seat_belongs_to_it() -> None:
    assert "eg" in bench_on(date(2024, 6, 30), GAZA).parties
    assert "eg" not in bench_on(date(2024, 7, 1), GAZA).parties


def test_where_nobody_says_since_when_a_seat_is_possible_only() -> None:
    told = replace(GAZA, seats=(*GAZA.seats, Seat("6", "member", "qa")))
    bench = bench_on(date(2025, 1, 1), told)
    assert bench.parties == ("sa",) and bench.parties_possible == ("qa",)
    assert bench_on(date(2023, 11, 10), told).parties_possible == ()


def test_meetings_are_told_newest_first_until_the_day() -> None:
    assert [m.id for m in meetings_until(date(2024, 2, 1), GAZA)] == ["old", "unknown"]
