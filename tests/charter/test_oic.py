"""The Organisation of Islamic Cooperation by day, from its folder: who belonged, who led, which rule held."""

from datetime import date

import pytest

from amana.charter.offices import holder_on, holders_possible_on, holding_on
from amana.charter.organs import tree_problems
from amana.charter.rules import Tally, decide, in_force, next_due, rule_problems
from amana.charter.standing import roll
from amana.sessions.order import series_problems
from amana.values.days import Day


@pytest.mark.parametrize(
    ("day", "suspended"),
    [
        ("1979-05-31", {"eg"}),
        ("1980-06-01", {"af", "eg"}),
        ("1985-01-01", {"af"}),
        ("2012-08-14", set()),
        ("2012-08-20", {"sy"}),
        ("2025-04-01", set()),
    ],
)
def test_who_was_suspended(oic, day, suspended):
    assert set(roll(date.fromisoformat(day), oic.standings, oic.sessions).suspended) == suspended


def test_it_has_57_members_and_had_56_while_one_was_suspended(oic):
    assert str(roll(date(2026, 1, 15), oic.standings, oic.sessions).counts["members"]) == "57"
    assert str(roll(date(2013, 1, 1), oic.standings, oic.sessions).counts["members"]) == "56"


def test_years_of_accession_leave_a_range_in_their_year_and_none_after_it(oic):
    during, after = (roll(date.fromisoformat(day), oic.standings) for day in ("1974-06-01", "1975-01-01"))
    assert during.counts["members"].certain < during.counts["members"].possible
    assert "gm" in during.members_possible
    assert "gm" in after.members


def test_in_1975_two_may_have_been_secretary_general_and_in_1977_one_was(oic):
    assert len(holders_possible_on(date(1975, 6, 1), oic.terms, "secretary-general")) == 2
    assert holder_on(date(1975, 6, 1), oic.terms, "secretary-general") is None
    assert holder_on(date(1977, 6, 1), oic.terms, "secretary-general").since == Day("1975")


def test_after_the_term_of_the_twelfth_a_later_state_is_not_held(oic):
    assert holding_on(date(2026, 11, 18), oic.terms, "secretary-general", length="P5Y").beyond


def test_the_summit_is_every_three_years_while_the_amendment_is_pending(oic):
    interval = in_force(oic.instruments, date(2026, 1, 1))["summit.interval"]
    assert interval.rule.every == "P3Y"
    assert interval.pending
    assert str(next_due(interval.rule, Day("2024-05-05"))) == "2027-05-05"


def test_its_default_decision_is_by_consensus_else_two_thirds_of_the_votes_cast(oic):
    known = in_force(oic.instruments, date(2026, 1, 1))["decision.default"]
    assert decide(known.rule, Tally(57, 38, yes=14, no=6, abstain=18)).adopted
    assert not decide(known.rule, Tally(57, 37)).adopted
    assert decide(known.rule, Tally(57, 57)).unverified == known.unverified


def test_its_rules_organs_and_sessions_are_without_fault(oic):
    rules = [rule for instrument in oic.instruments for rule in (*instrument.rules, *instrument.replaces)]
    problems = [p for rule in rules for p in rule_problems(rule)]
    assert [*problems, *tree_problems(oic.organs), *series_problems(oic.sessions)] == []
