"""Sessions in their order, what they are called, the working days of the seat."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from amana.sessions.calendar import Calendar, Holiday, weekend_problems
from amana.sessions.order import (
    following,
    next_session,
    numbered,
    preceding,
    previous_session,
    series_problems,
    sitting_on,
)
from amana.sessions.session import Session
from amana.sessions.titles import title
from amana.values.days import Span
from amana.values.words import Words

CASES = tomllib.loads((Path(__file__).parent / "titles.toml").read_text(encoding="utf-8"))["case"]


def cfm(number: int, days: str = "", kind: str = "ordinary") -> Session:
    return Session(f"cfm-{kind[0]}{number}", "cfm", kind, number, days=Span.parse(days) if days else None)


CFM49 = cfm(49, "2023-03-16/2023-03-17")
CFM50 = cfm(50, "2024-08-29/2024-08-30")
CFM51 = cfm(51, "2025-06-21/2025-06-22")
PLANNED = cfm(52)
EXTRAORDINARY = cfm(20, "2024-10-01", kind="extraordinary")
NOISE = Session("is-15", "is", "ordinary", 15, days=Span.parse("2024-05-04/2024-05-05"))
ALL = [PLANNED, CFM51, NOISE, EXTRAORDINARY, CFM49, CFM50]


@pytest.mark.parametrize("case", CASES, ids=[f"{c['language']} {c['kind']}" for c in CASES])
def test_a_session_is_called_as_the_organization_calls_it(case):
    session = Session(
        "x", "x", case["kind"], case.get("number"), place=Words(en="Riyadh", ar="الرياض"), days=Span.parse("2023-11-11")
    )
    assert title(session, Words({case["language"]: case["organ"]}), case["language"]) == case["title"]


def test_next_and_previous_are_of_the_same_organ_and_kind():
    assert next_session("cfm", date(2024, 8, 30), ALL) == CFM51
    assert previous_session("cfm", date(2025, 1, 1), ALL) == CFM50
    assert next_session("cfm", date(2024, 8, 30), ALL, kind=None) == EXTRAORDINARY
    assert next_session("cfm", date(2025, 6, 23), ALL) is None


def test_a_planned_session_without_days_follows_by_its_number():
    assert following(CFM51, ALL) == PLANNED
    assert following(EXTRAORDINARY, ALL) == CFM51
    assert following(CFM49, ALL, organ="is") == NOISE
    assert preceding(CFM51, ALL) == CFM50
    assert numbered("cfm", 20, ALL) is None


def test_who_sits_today_is_told():
    assert sitting_on("cfm", date(2025, 6, 22), ALL) == (CFM51,)
    assert sitting_on("cfm", date(2025, 6, 23), ALL) == ()


def test_a_number_borne_twice_and_an_order_turned_round_are_found():
    twice = Session("other", "cfm", "ordinary", 50)
    found = [
        (p.code, p.severity)
        for p in series_problems([*ALL, twice, cfm(53, "2020-01-01/2020-01-02"), cfm(54, "2019-01-01")])
    ]
    assert found == [("session-number-twice", "error"), ("session-order", "warning")]


def test_working_days_leave_out_the_weekend_and_announced_holidays():
    jeddah = Calendar(("fri", "sat"), (Holiday(Span.parse("2024-09-22/2024-09-23"), Words(en="National Day")),))
    assert jeddah.next_working(date(2024, 9, 20)) == date(2024, 9, 24)
    assert jeddah.previous_working(date(2024, 9, 23)) == date(2024, 9, 19)
    assert jeddah.between(date(2024, 9, 19), date(2024, 9, 26)) == 4
    assert jeddah.add(date(2024, 9, 19), 2) == date(2024, 9, 25)
    assert jeddah.add(date(2024, 9, 25), -2) == date(2024, 9, 19)


def test_a_holiday_whose_days_are_not_exact_is_not_counted():
    unsure = Calendar(("fri", "sat"), (Holiday(Span.parse("2025-03-30?/2025-04-02?"), Words(en="Eid")),))
    assert unsure.is_working(date(2025, 3, 31))


def test_a_week_without_a_working_day_is_refused():
    assert [p.code for p in weekend_problems(["fri", "samedi"])] == ["calendar-weekday-unknown"]
    every = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    assert [p.code for p in weekend_problems(every)] == ["calendar-no-working-day"]
