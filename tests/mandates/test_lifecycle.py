"""The life of a mandate: every step that may be, every one that may not."""

from itertools import product

import pytest

from amana.mandates.lifecycle import (
    AFTER,
    CLOSINGS,
    STATUSES,
    closing,
    is_final,
    is_open,
    public_view,
    second_person,
    step,
)


@pytest.mark.parametrize(("status", "to"), list(product(STATUSES, STATUSES)))
def test_a_step_is_possible_exactly_where_the_table_has_it(status, to):
    assert step(status, to, "superseded").may == (to in AFTER[status])


def test_a_refusal_says_what_is_possible_from_here():
    message = step("proposed", "closed").problems[0].message("en")
    assert message == "a mandate that is 'proposed' cannot become 'closed'; from here: confirmed, dismissed"
    assert "confirmed" in step("proposed", "closed").problems[0].message("ar")


def test_a_mandate_that_is_closed_stays_closed():
    assert [p.code for p in step("closed", "assigned").problems] == ["mandate-step-after-end"]
    assert is_final("closed")
    assert not is_open("proposed")


def test_only_what_nothing_is_to_be_done_for_is_closed_without_a_report():
    assert step("confirmed", "closed", "superseded").may
    assert [p.code for p in step("assigned", "closed", "implemented").problems] == ["mandate-closing-unreported"]
    assert step("reported", "closed", "implemented").may


def test_unknown_words_are_refused_by_name():
    assert [p.code for p in step("asleep", "closed").problems] == ["mandate-status-unknown"]
    assert [p.code for p in step("reported", "closed", "forgotten").problems] == ["mandate-closing-unknown"]


def test_who_reported_cannot_close():
    assert [p.code for p in second_person("p-bilal", "p-bilal")] == ["mandate-second-person"]
    assert not list(second_person("p-bilal", "p-amina"))


def test_done_needs_evidence():
    assert [p.code for p in closing("implemented", "p-bilal", "p-amina")] == ["mandate-closing-without-evidence"]
    assert not list(closing("implemented", "p-bilal", "p-amina", ["NV 12/2025"]))
    assert not list(closing("lapsed", "", "p-amina"))


@pytest.mark.parametrize(
    ("status", "how", "view"),
    [
        ("proposed", None, "no_information"),
        ("confirmed", None, "not_started"),
        ("assigned", None, "not_started"),
        ("in_progress", None, "under_way"),
        ("reported", None, "under_way"),
        ("closed", "implemented", "done"),
        ("closed", "partly", "ended"),
        ("closed", "ongoing", "under_way"),
        ("closed", "superseded", "ended"),
        ("dismissed", None, "ended"),
    ],
)
def test_the_public_is_told_five_words(status, how, view):
    assert public_view(status, how) == view


def test_every_way_of_closing_has_a_public_word():
    assert {public_view("closed", how) for how in CLOSINGS} <= {"done", "under_way", "ended"}
