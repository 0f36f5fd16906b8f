"""Which mandates stand behind areas and goals, and how the years are counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from amana.mandates.lifecycle import PublicView
from amana.programme.behind import Index, behind_area, behind_goal, decisions_under
from amana.programme.programme import Area, Goal, Programme, Step
from amana.programme.progress import activities_over, steps_until
from amana.values.days import Day
from amana.values.words import Words


@dataclass(frozen=True)
class Asked:
    """A mandate, as far as a programme asks."""

    key: str
    resolution: str
    view: PublicView = "under_way"
    paragraph: str = ""
    recurring: bool = False


ASKED = (
    Asked("m1", "r1", "done"),
    Asked("m2", "r1", paragraph="p2"),
    Asked("m3", "r2"),
    Asked("yearly", "r1", recurring=True),
    Asked("noise", "r9"),
)


def test_a_goal_stands_on_the_resolutions_it_names_by_symbol_or_the_paragraphs_by_id() -> None:
    by_symbol = behind_goal(Goal("g", "1.1", Words(), mandates=("1/2-POL",)), Index(ASKED), {"1/2-POL": "r1"})
    by_paragraph = behind_goal(Goal("g", "1.1", Words(), mandates=("p2",)), Index(ASKED), {})
    assert [one.key for one in by_symbol.mandates] == ["m1", "m2", "yearly"]
    assert [one.key for one in by_paragraph.mandates] == ["m2"]


def test_what_recurs_every_year_is_told_and_not_counted() -> None:
    found = behind_goal(Goal("g", "1.1", Words(), mandates=("r1",)), Index(ASKED), {})
    assert found.counts == {"done": 1, "under_way": 1} and found.total == 2 and len(found.mandates) == 3


def test_an_area_has_the_mandates_of_its_goals_and_of_decisions_on_its_subjects_each_once() -> None:
    area = Area("a", "1", Words(), goals=(Goal("g", "1.1", Words(), mandates=("r1",)),), subjects=("peace", "quds"))
    under = {"peace": {"r1", "r2"}, "quds": {"r2"}, "noise": {"r9"}}
    found = behind_area(area, Index(ASKED), under, {})
    assert [one.key for one in found.mandates] == ["m1", "m2", "m3", "yearly"]
    assert decisions_under(area, under) == {"r1", "r2"}


def test_progress_is_told_until_the_day_and_counted_where_a_report_counts() -> None:
    steps = (
        Step("r3", "report", Day("2019-03"), Words(), activities=839),
        Step("r1", "report", Day("2017-07"), Words(), activities=435),
        Step("plan", "plan", Day("2016"), Words()),
        Step("r2", "report", Day("2018-05"), Words(), activities=630),
    )
    taken = steps_until(date(2018, 12, 31), Programme("p", Words(), steps=steps))
    assert [one.step.id for one in taken] == ["plan", "r1", "r2"]
    assert [(one.activities, one.share) for one in activities_over(taken)] == [(435, 690), (630, 1000)]
