"""What a programme says of itself on a day: its state, its totals, what is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from amana.programme.goals import Stood, current_on, heard_of, state_on, totals
from amana.programme.programme import Area, Programme, Step
from amana.values.days import Day
from amana.values.words import Words

TEN_YEARS = Programme("first", Words(en="First"), adopted=Day("2005-12-08"), since=Day("2005"), until=Day("2015"))
SECOND = Programme(
    "second",
    Words(en="Second"),
    adopted=Day("2016-04-15"),
    since=Day("2016"),
    until=Day("2025"),
    follows="first",
    areas_in_all=18,
    goals_in_all=107,
    areas=tuple(Area(f"a{n}", f"1.{n}", Words(en=f"Area {n}")) for n in range(1, 19)),
)
THIRD = Programme(
    "third", Words(en="Third"), follows="second", steps=(Step("s", "meeting", Day("2024-10-01"), Words(en="Experts")),)
)
ALL = (TEN_YEARS, SECOND, THIRD)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2016, 4, 14), None),
        (date(2016, 4, 15), "in force"),
        (date(2025, 12, 31), "in force"),
        (date(2026, 1, 1), "ended"),
    ],
)
def test_a_programme_is_in_force_from_adoption_to_the_last_day_of_its_period(day: date, state: str | None) -> None:
    stood = state_on(day, SECOND)
    assert (stood.state if stood else None) == state


def test_a_successor_in_preparation_is_heard_of_from_its_first_step() -> None:
    assert state_on(date(2024, 9, 30), THIRD) is None
    stood = state_on(date(2024, 10, 1), THIRD)
    assert stood is not None and stood.state == "in preparation" and stood.certain


def test_the_programme_in_force_is_current_and_after_it_the_one_that_ended_last() -> None:
    on = {
        day: current_on(date.fromisoformat(day), ALL)
        for day in ("2000-01-01", "2010-01-01", "2016-01-01", "2026-01-20")
    }
    assert [held.id if held else None for held in on.values()] == [None, "first", "first", "second"]


def test_programmes_are_told_newest_first_the_one_in_preparation_before_all() -> None:
    assert [p.id for p, _ in heard_of(date(2026, 1, 20), ALL)] == ["third", "second", "first"]


def test_goals_of_areas_that_are_not_known_are_never_counted_as_none() -> None:
    found = totals(SECOND)
    assert (found.areas_stated, found.areas_held, found.goals_stated) == (18, 18, 107)
    assert found.areas_unknown == 18 and found.goals_agree is None


def test_totals_that_do_not_agree_are_said_so() -> None:
    areas = (Area("a", "1", Words(en="A"), goals_in_all=2), Area("b", "2", Words(en="B"), goals_in_all=0))
    assert totals(Programme("p", Words(en="P"), goals_in_all=3, areas=areas)).goals_agree is False
    assert totals(Programme("p", Words(en="P"), goals_in_all=2, areas=areas)).goals_agree is True


def test_a_step_that_ends_a_programme_ends_it_before_its_period() -> None:
    ended = Programme(
        "p",
        Words(en="P"),
        adopted=Day("2016-04-15"),
        until=Day("2025"),
        steps=(Step("e", "end", Day("2019-05-31"), Words(en="Ended")),),
    )
    assert [state_on(day, ended).state for day in (date(2019, 5, 31), date(2019, 6, 1))] == ["in force", "ended"]  # type: ignore[union-attr]


def test_a_year_given_for_the_end_is_no_doubt_of_the_year_itself() -> None:
    told = replace(SECOND, steps=(Step("e", "end", Day("2025"), Words(en="End of its period")),))
    assert state_on(date(2025, 6, 1), told) == Stood("in force")
