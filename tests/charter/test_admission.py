"""What forbids a change of standing."""

import pytest

from amana.charter.admission import (
    admit_problems,
    leave_problems,
    observe_problems,
    restore_problems,
    suspend_problems,
)
from amana.charter.standing import Event
from amana.values.days import Day

MEMBER = [Event("tr-1", "tr", "member", Day("1969"))]
SUSPENDED = [*MEMBER, Event("tr-2", "tr", "suspended", Day("1979-05"))]
NOISE = [Event("zz-1", "zz", "member", Day("1969"))]


@pytest.mark.parametrize(
    ("check", "events", "codes"),
    [
        (admit_problems, [], []),
        (admit_problems, MEMBER, ["standing-cannot-admit"]),
        (admit_problems, SUSPENDED, ["standing-cannot-admit"]),
        (observe_problems, MEMBER, ["standing-cannot-observe"]),
        (suspend_problems, MEMBER, []),
        (suspend_problems, SUSPENDED, ["standing-cannot-suspend"]),
        (restore_problems, SUSPENDED, []),
        (restore_problems, MEMBER, ["standing-cannot-restore"]),
        (leave_problems, SUSPENDED, []),
        (leave_problems, [], ["standing-cannot-leave"]),
    ],
)
def test_only_a_change_that_can_be_is_allowed(check, events, codes):
    assert [p.code for p in check("tr", Day("1990"), [*NOISE, *events])] == codes


def test_an_observer_may_become_a_member():
    events = [Event("ng-1", "ng", "observer", Day("1975"))]
    assert not list(admit_problems("ng", Day("1986"), events))


def test_where_the_days_leave_it_open_the_organ_decides():
    events = [Event("x-1", "x", "member", Day("1970")), Event("x-2", "x", "suspended", Day("1990"))]
    assert not list(suspend_problems("x", Day("1990-06-01"), events))


def test_an_event_recorded_later_is_a_warning_and_no_refusal():
    problems = list(suspend_problems("tr", Day("1975"), SUSPENDED))
    assert [(p.code, p.severity) for p in problems] == [("standing-later-event", "warning")]


def test_the_refusal_says_what_the_standing_is_in_three_languages():
    problem = next(admit_problems("tr", Day("1990"), SUSPENDED))
    assert "suspended" in problem.message("en")
    assert all("tr" in problem.message(language) for language in ("ar", "en", "fr"))
