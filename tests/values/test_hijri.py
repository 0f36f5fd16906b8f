"""The Hijri calendar as computed, and how far stated days may lie from it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amana.values.days import Day, Span
from amana.values.hijri import (
    FIRST,
    LAST,
    TABLE,
    HijriDate,
    OutOfTable,
    check_pair,
    computed_gregorian,
    computed_hijri,
    difference,
    to_gregorian,
    to_hijri,
)


def pair(hijri: str, gregorian: str) -> tuple[Span, Span]:
    return Span.parse(hijri), Span.parse(gregorian)


@given(st.dates(FIRST, LAST))
def test_a_day_of_the_table_comes_back(day: date) -> None:
    assert to_gregorian(to_hijri(day)) == day


@given(st.dates())
def test_a_day_outside_the_table_is_a_problem_and_nothing_else(day: date) -> None:
    try:
        to_hijri(day)
        assert FIRST <= day <= LAST
    except OutOfTable as refused:
        assert not FIRST <= day <= LAST
        assert refused.problems[0].code == "days-out-of-table"
        assert TABLE in refused.problems[0].message("fr")


@given(st.integers(-10, 3000), st.integers(-3, 20), st.integers(-3, 40))
def test_no_hijri_numbers_break_the_conversion(year: int, month: int, day: int) -> None:
    try:
        assert FIRST <= to_gregorian(HijriDate(year, month, day)) <= LAST
    except OutOfTable as refused:
        assert refused.problems


def test_the_founding_pair_is_two_days_from_the_table_and_no_finding() -> None:
    hijri, gregorian = pair("1389-07-09/1389-07-12", "1969-09-22/1969-09-25")
    assert difference(hijri, gregorian) == -2
    assert list(check_pair(hijri, gregorian)) == []


def test_three_days_apart_is_a_finding() -> None:
    hijri, gregorian = pair("1389-07-08/1389-07-11", "1969-09-22/1969-09-25")
    (problem,) = check_pair(hijri, gregorian)
    assert (problem.code, problem.facts["days"]) == ("days-calendars-differ", 3)


def test_spans_of_unequal_length_are_noted() -> None:
    hijri, gregorian = pair("1412-01-24/1412-01-25", "1991-08-04/1991-08-08")
    assert [p.code for p in check_pair(hijri, gregorian)] == ["days-lengths-differ"]


def test_outside_the_table_nothing_is_claimed() -> None:
    hijri, gregorian = pair("1299-01-01", "1881-11-23")
    assert difference(hijri, gregorian) is None
    assert [(p.code, p.severity) for p in check_pair(hijri, gregorian)] == [("days-out-of-table", "note")]


def test_a_gregorian_day_that_does_not_exist_is_said() -> None:
    assert [p.code for p in check_pair(*pair("1412-01-24", "1991-06-31"))] == ["days-no-such-day"]


def test_what_is_not_exact_is_not_computed() -> None:
    assert computed_hijri(Span(Day("1991-08"), Day("1991-08"))) is None
    assert difference(*pair("1412-01", "1991-08-04")) is None
    assert computed_hijri(Span.parse("1900-01-01")) is None


@pytest.mark.parametrize(("month", "length"), [("1434-01", 30), ("1432-07", 29)])
def test_the_thirtieth_counts_on_where_the_month_is_shorter(month: str, length: int) -> None:
    last = computed_gregorian(Span.parse(f"{month}-{length}"))
    first = computed_gregorian(Span.parse(f"{month}-01"))
    assert last and first and (last.first - first.first).days == length - 1
