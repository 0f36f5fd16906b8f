"""Standing by day: certain, possible, held; the roll and its counts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amana.charter.standing import (
    Event,
    hold,
    in_order,
    possible_on,
    roll,
    standing_on,
    timeline,
)
from amana.sessions.session import Session
from amana.values.days import Day, Span

FEZ = Session("icfm-10", "cfm", "ordinary", 10, days=Span.parse("1979-05-08/1979-05-12"))
CASABLANCA = Session("is-4", "is", "ordinary", 4, days=Span.parse("1984-01-16/1984-01-19"))
DAKAR = Session("is-6", "is", "ordinary", 6, days=Span.parse("1991-12-09/1991-12-11"))
EGYPT = (
    Event("eg-1", "eg", "member", Day("1969")),
    Event("eg-2", "eg", "suspended", Day("1979-05"), by="icfm-10"),
    Event("eg-3", "eg", "member", Day("[1984-03,1984-04]"), by="is-4"),
)
AZERBAIJAN = (Event("az-1", "az", "member", Day("1991-12"), by="is-6"),)
NOISE = (Event("zz-1", "zz", "left", Day("1960")),)


@pytest.mark.parametrize(
    ("day", "certain", "possible"),
    [
        ("1968-12-31", None, {None}),
        ("1969-06-01", None, {None, "member"}),
        ("1970-01-01", "member", {"member"}),
        ("1979-05-10", "member", {"member", "suspended"}),
        ("1979-05-31", "suspended", {"suspended"}),
        ("1984-02-29", "suspended", {"suspended"}),
        ("1984-04-01", "suspended", {"suspended", "member"}),
        ("1984-04-30", "member", {"member"}),
    ],
)
def test_egypt_is_suspended_and_comes_back_as_far_as_the_days_tell(day, certain, possible):
    on = date.fromisoformat(day)
    assert standing_on(on, EGYPT) == certain
    assert possible_on(on, EGYPT) == possible


def test_a_coarse_day_decided_by_a_session_is_held_to_be_its_last_day():
    held = hold(EGYPT[1], [FEZ, CASABLANCA])
    assert (str(held.day), held.inferred) == ("1979-05-12", True)


@pytest.mark.parametrize(
    ("day", "members", "suspended"),
    [("1979-05-07", "1", "0"), ("1979-05-08", "0–1", "0–1"), ("1979-05-11", "0–1", "0–1"), ("1979-05-12", "0", "1")],
)
def test_while_the_session_that_decided_sits_the_standing_is_open(day, members, suspended):
    counts = roll(date.fromisoformat(day), EGYPT, [FEZ, CASABLANCA]).counts
    assert (str(counts["members"]), str(counts["suspended"])) == (members, suspended)


def test_a_session_that_sat_before_the_stated_days_is_not_the_day_held():
    held = hold(EGYPT[2], [FEZ, CASABLANCA])
    assert (str(held.day), held.inferred) == ("[1984-03,1984-04]", False)


def test_a_day_stated_exactly_is_never_replaced():
    exact = Event("sy-2", "sy", "suspended", Day("1979-05-09"), by="icfm-10")
    assert not hold(exact, {"icfm-10": FEZ}).inferred


def test_an_event_of_unknown_day_never_becomes_certain():
    events = (Event("x-1", "x", "member", Day("1970")), Event("x-2", "x", "left", Day("?")))
    assert standing_on(date(2020, 1, 1), events) == "member"
    assert possible_on(date(2020, 1, 1), events) == {"member", "left"}


def test_of_two_events_of_one_day_the_one_listed_later_decides():
    day = Day("1984-01-19")
    events = (Event("x-1", "x", "suspended", day), Event("x-2", "x", "member", day))
    assert standing_on(date(1984, 1, 19), events) == "member"
    assert possible_on(date(1984, 1, 19), events) == {"member"}


def test_the_roll_counts_certain_and_possible_and_the_suspended_apart():
    events = (
        *EGYPT,
        *AZERBAIJAN,
        *NOISE,
        Event("tr-1", "tr", "member", Day("1969")),
        Event("ru-1", "ru", "observer", Day("2005")),
    )
    on = roll(date(1991, 12, 1), events)
    assert (on.members, on.members_possible, on.suspended) == (("eg", "tr"), ("az",), ())
    assert {name: str(count) for name, count in on.counts.items()} == {
        "members": "2–3",
        "suspended": "0",
        "observers": "0",
    }
    assert roll(date(1980, 1, 1), events).suspended == ("eg",)


def test_a_suspended_state_is_not_counted_for_the_quorum():
    events = (*EGYPT, Event("tr-1", "tr", "member", Day("1969")))
    assert roll(date(1980, 1, 1), events).entitled == ("tr",)


def test_a_held_day_makes_the_roll_certain_and_says_that_it_was_inferred():
    on = roll(date(1991, 12, 20), AZERBAIJAN, [DAKAR])
    assert (on.members, on.certain, on.inferred) == (("az",), True, frozenset({"az"}))
    assert not roll(date(1991, 12, 20), AZERBAIJAN).certain


def test_a_timeline_tells_from_when_to_when_as_stated():
    told = [(c.standing, str(c.since), c.until and str(c.until), c.held.inferred) for c in timeline(EGYPT, [FEZ])]
    assert told == [
        ("member", "1969", "1979-05", False),
        ("suspended", "1979-05", "[1984-03,1984-04]", True),
        ("member", "[1984-03,1984-04]", None, False),
    ]


@given(st.lists(st.dates(date(1969, 1, 1), date(2030, 1, 1)), max_size=6), st.dates(date(1968, 1, 1), date(2031, 1, 1)))
def test_with_exact_days_one_standing_is_possible_and_it_is_the_certain_one(days, on):
    standings = ("member", "suspended", "left", "observer")
    events = in_order(Event(f"x-{n}", "x", standings[n % 4], Day.of(d)) for n, d in enumerate(days))
    assert possible_on(on, events) == {standing_on(on, events)}


@given(
    st.lists(st.sampled_from(["1970", "1975", "1975-03", "1975-03-09", "?", "1980?"]), max_size=4),
    st.dates(date(1969, 1, 1), date(1982, 1, 1)),
)
def test_one_standing_possible_is_always_the_certain_one(days, on):
    standings = ("member", "suspended", "left", "observer")
    events = [Event(f"x-{n}", "x", standings[n], Day(d)) for n, d in enumerate(days)]
    possible = possible_on(on, events)
    assert possible
    if len(possible) == 1:
        assert possible == {standing_on(on, events)}


def test_a_party_without_a_standing_has_an_empty_timeline():
    assert timeline([]) == ()
