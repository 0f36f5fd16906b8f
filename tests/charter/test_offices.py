"""Who held an office on a day, with terms known by the year only."""

from dataclasses import replace
from datetime import date

import pytest

from amana.charter.offices import (
    Term,
    acting_on,
    holder_on,
    holders_possible_on,
    holding_on,
    is_asserted,
    next_expiry,
    term_problems,
)
from amana.values.days import Day
from amana.values.words import Words


def term(number: int, since: str, until: str = "") -> Term:
    return Term(f"sg-{number}", "sg", f"p{number}", Words(), since=Day(since), until=Day(until) if until else None)


SECRETARIES = [
    term(1, "1971", "1973"), term(2, "1974", "1975"), term(3, "1975", "1979"), term(11, "2016-11-17", "2021-11-17"),
    term(12, "2021-11-17"), Term("noise", "other", "p0", Words(), since=Day("1970")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "certain", "possible"),
    [
        ("1972-06-01", "sg-1", ["sg-1"]),
        ("1973-06-01", None, ["sg-1"]),
        ("1975-06-01", None, ["sg-2", "sg-3"]),
        ("1977-06-01", "sg-3", ["sg-3"]),
        ("2021-11-16", "sg-11", ["sg-11"]),
        ("2021-11-17", "sg-12", ["sg-11", "sg-12"]),
        ("2025-01-01", "sg-12", ["sg-12"]),
        ("1990-01-01", None, []),
    ],
)
def test_the_holder_is_told_only_as_far_as_the_days_tell(day, certain, possible):
    on = date.fromisoformat(day)
    holder = holder_on(on, SECRETARIES, "sg")
    assert (holder.id if holder else None) == certain
    assert [t.id for t in holders_possible_on(on, SECRETARIES, "sg")] == possible


def test_a_term_without_a_stated_end_ends_when_the_next_begins():
    terms = [term(1, "2000-01-01"), term(2, "2005-01-01")]
    assert holder_on(date(2004, 12, 31), terms, "sg").id == "sg-1"
    assert holder_on(date(2005, 1, 1), terms, "sg").id == "sg-2"


def test_after_the_day_known_a_later_state_is_not_held():
    holding = holding_on(date(2026, 3, 1), SECRETARIES, "sg", length="P5Y", known_until=Day("2026-01"))
    assert (holding.certain, holding.beyond) == (None, True)


def test_after_the_computed_end_of_the_term_a_later_state_is_not_held():
    assert str(next_expiry(SECRETARIES, "sg", "P5Y").day) == "2026-11-17"
    assert holding_on(date(2026, 11, 18), SECRETARIES, "sg", length="P5Y").beyond
    assert holding_on(date(2026, 11, 1), SECRETARIES, "sg", length="P5Y").certain.id == "sg-12"


def test_terms_that_overlap_are_a_warning_and_years_that_touch_a_note():
    found = [(p.code, p.severity) for p in term_problems([*SECRETARIES, term(13, "2020-01-01", "2020-12-31")])]
    assert ("office-terms-touch", "note") in found
    assert ("office-terms-overlap", "warning") in found


def test_handing_over_on_one_exact_day_is_no_finding():
    assert not list(term_problems([term(11, "2016-11-17", "2021-11-17"), term(12, "2021-11-17")]))


def test_a_chair_of_whom_nobody_says_how_long_is_certain_while_a_source_knows_him_and_then_possible():
    terms = [term(2, "1974-02-22", "[1974-02-24..1981-01-25]"), term(3, "1981-01-25", "[1981-01-28..1984-01-16]")]
    held = {day: holding_on(date.fromisoformat(day), terms, "sg") for day in ("1974-02-24", "1979-05-01", "1981-01-25")}
    assert [h.certain and h.certain.id for h in held.values()] == ["sg-2", None, "sg-3"]
    assert [t.id for t in held["1979-05-01"].possible] == ["sg-2"]
    assert not list(term_problems(terms))


def test_a_term_whose_holder_has_no_source_is_never_certain():
    bare = replace(term(1, "1969-09-22", "1974-02-22"), unsourced=("person",))
    assert holding_on(date(1970, 1, 1), [bare], "sg").certain is None
    assert not is_asserted(bare)


def test_a_term_of_which_the_end_is_said_to_be_unknown_is_certain_on_its_first_day_alone():
    terms = [term(15, "2024-05-04", "?")]
    days = (date(2024, 5, 4), date(2025, 1, 1))
    assert [bool(holder_on(day, terms, "sg")) for day in days] == [True, False]


def test_the_state_of_a_chair_is_told_where_its_holder_is_not_known():
    chair = replace(term(2, "1974-02-22", "[1974-02-24..1981-01-25]"), party="pk", sources=("S",))
    assert holding_on(date(1979, 5, 1), [chair], "sg").party == "pk"
    assert holding_on(date(1979, 5, 1), [replace(chair, sources=())], "sg").party == ""


def test_who_stands_in_for_a_vacant_office_is_told_by_its_acting_holder():
    terms = [term(10, "2014-01-01", "2016-10-31"), replace(term(0, "2016-10-31", "2016-11-17"), office="acting-sg")]
    assert holding_on(date(2016, 11, 10), terms, "sg").possible == ()
    assert acting_on(date(2016, 11, 10), terms, "sg").id == "sg-0"
    assert acting_on(date(2016, 12, 1), terms, "sg") is None
