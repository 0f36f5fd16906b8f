"""Quorum and majority in exact integers; the rules in force on a day."""

from datetime import date

import pytest

from amana.charter.powers import may
from amana.charter.rules import (
    Instrument,
    Power,
    Rule,
    Share,
    Step,
    Tally,
    decide,
    fraction,
    in_force,
    is_sourced,
    next_due,
    quorum,
    rule_problems,
)
from amana.values.days import Day
from amana.values.words import Words

TWO_THIRDS_CAST = Step("majority", "2/3", "cast")
OIC = Rule("decision.default", "33", Share("2/3", "members"), (Step("consensus"), TWO_THIRDS_CAST))


def by(*steps: Step) -> Rule:
    return Rule("test", "1", steps=steps)


RULES = {
    "R01": by(Step("more_than", "1/2", "cast")), "R02": by(TWO_THIRDS_CAST), "R03": by(Step("more_than", "1/2", "members")),
    "R04": by(Step("majority", "2/3", "members")), "R05": by(Step("majority", "3/4", "members")),
    "R08": by(Step("unanimity", of="cast")), "R09": by(Step("unanimity", of="members")), "R10": by(Step("consensus")),
    "C1": by(Step("consensus"), TWO_THIRDS_CAST), "P": by(Step("more_than", "1/2", "present")),
}  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "members", "present", "yes", "no", "abstain", "objections", "adopted"),
    [
        ("R01", 57, 57, 28, 28, 1, 0, False),
        ("R01", 57, 57, 1, 0, 56, 0, True),
        ("R01", 57, 57, 0, 0, 57, 0, False),
        ("R02", 57, 57, 38, 19, 0, 0, True),
        ("R02", 57, 57, 37, 20, 0, 0, False),
        ("R02", 57, 38, 14, 6, 18, 0, True),
        ("R02", 57, 38, 13, 7, 18, 0, False),
        ("R03", 57, 57, 29, 0, 28, 0, True),
        ("R03", 56, 56, 28, 28, 0, 0, False),
        ("R04", 57, 38, 14, 6, 18, 0, False),
        ("R04", 57, 57, 38, 0, 19, 0, True),
        ("R04", 57, 57, 37, 0, 20, 0, False),
        ("R05", 57, 57, 43, 14, 0, 0, True),
        ("R05", 57, 57, 42, 15, 0, 0, False),
        ("R08", 57, 57, 1, 0, 56, 0, True),
        ("R08", 57, 57, 56, 1, 0, 0, False),
        ("R08", 57, 57, 0, 0, 57, 0, False),
        ("R09", 57, 57, 57, 0, 0, 0, True),
        ("R09", 57, 57, 56, 0, 1, 0, False),
        ("R10", 57, 57, 0, 0, 0, 0, True),
        ("R10", 57, 57, 0, 0, 0, 1, False),
        ("C1", 57, 57, 38, 19, 0, 1, True),
        ("P", 57, 40, 20, 10, 10, 0, False),
        ("P", 57, 40, 21, 10, 9, 0, True),
    ],
)  # fmt: skip
def test_each_rule_adopts_what_its_formula_adopts(rule, members, present, yes, no, abstain, objections, adopted):
    outcome = decide(RULES[rule], Tally(members, present, yes, no, abstain, objections))
    assert outcome.adopted is adopted
    assert not outcome.problems
    assert set(outcome.arithmetic) == {"ar", "en", "fr"}


@pytest.mark.parametrize("yes", range(58))
def test_two_thirds_is_exact_for_every_tally_of_57(yes):
    outcome = decide(RULES["R02"], Tally(57, 57, yes, 57 - yes))
    assert outcome.adopted == (3 * yes >= 2 * 57)


def test_the_quorum_of_57_is_38():
    assert quorum(OIC, 57, 38).met
    assert not quorum(OIC, 57, 37).met
    assert quorum(OIC, 57, 37).needed == 38
    assert quorum(OIC, 57, None).met is None
    assert quorum(OIC, 57, 41).arithmetic["ar"] == "المطلوب 38 من 57، والحاضرون 41: النصاب متوافر"


def test_without_a_quorum_nothing_is_adopted_even_unopposed():
    outcome = decide(OIC, Tally(57, 30))
    assert (outcome.adopted, outcome.step) == (False, None)
    assert "there is no quorum" in outcome.arithmetic["en"]


def test_where_nobody_recorded_who_was_present_the_quorum_is_left_open():
    outcome = decide(OIC, Tally(57))
    assert outcome.adopted
    assert outcome.quorum.met is None


def test_the_cascade_says_which_step_adopted_by_which_article():
    outcome = decide(OIC, Tally(57, 57, yes=40, no=10, abstain=7, objections=2))
    assert (outcome.adopted, outcome.step, outcome.article, outcome.rule) == (True, 1, "33", "decision.default")
    assert [t.reached for t in outcome.tried] == [False, True]
    assert decide(OIC, Tally(57, 57)).step == 0


def test_a_tally_that_cannot_be_adopts_nothing_and_says_why():
    outcome = decide(OIC, Tally(57, 58, yes=60, no=-1))
    assert not outcome.adopted
    assert [p.code for p in outcome.problems] == [
        "tally-negative", "tally-more-present-than-members", "tally-more-votes-than-present",
    ]  # fmt: skip


def test_a_base_that_was_not_recorded_is_not_guessed():
    outcome = decide(RULES["P"], Tally(57, None, 57))
    assert (outcome.adopted, outcome.tried[0].needed) == (False, None)


@pytest.mark.parametrize("mark", ["article", "wording"])
def test_a_rule_whose_wording_was_not_seen_is_marked_unverified(mark):
    unseen = Rule("x", "33", steps=(TWO_THIRDS_CAST,), unsourced=(mark,))
    assert decide(unseen, Tally(57, 57, 57)).unverified
    assert not decide(OIC, Tally(57, 57, 57)).unverified


CHARTER = Instrument(
    "ch-2008", Words(), adopted=Day("2008-03-14"), in_force=Day("?"), applied=Day("2008-03-14"),
    rules=(Rule("summit.interval", "8", every="P3Y"),), powers=(Power("cfm", "elect.secretary-general", "16"),),
)  # fmt: skip
AMENDMENT = Instrument(
    "3-44-ORG", Words(), adopted=Day("2017-07-11"), in_force=Day("?"), amends="ch-2008",
    replaces=(Rule("summit.interval", "8(1)", every="P2Y"),),
)  # fmt: skip


def test_an_amendment_of_unknown_force_is_pending_and_replaces_nothing():
    known = in_force([CHARTER, AMENDMENT], date(2020, 1, 1))["summit.interval"]
    assert (known.rule.every, known.amended_by, known.pending) == ("P3Y", (), ("3-44-ORG",))
    assert in_force([CHARTER, AMENDMENT], date(2016, 1, 1))["summit.interval"].pending == ()


def test_an_amendment_in_force_replaces_the_rule_from_its_day():
    amendment = Instrument("am", Words(), in_force=Day("2020-01-01"), amends="ch-2008", replaces=AMENDMENT.replaces)
    assert in_force([amendment, CHARTER], date(2019, 12, 31))["summit.interval"].rule.every == "P3Y"
    known = in_force([amendment, CHARTER], date(2020, 1, 1))["summit.interval"]
    assert (known.rule.every, known.instrument, known.amended_by) == ("P2Y", "ch-2008", ("am",))


def test_no_rule_holds_before_its_instrument_is_applied():
    assert in_force([CHARTER], date(2008, 3, 13)) == {}


def test_the_next_summit_is_due_by_the_periodicity():
    assert str(next_due(CHARTER.rules[0], Day("2024-05-05"))) == "2027-05-05"
    assert next_due(OIC, Day("2024")) is None


def test_a_power_is_told_with_its_article_and_only_while_it_holds():
    assert may("cfm", "elect.secretary-general", [CHARTER], date(2020, 1, 1)).article == "16"
    assert may("cfm", "elect.secretary-general", [CHARTER], date(2000, 1, 1)) is None
    assert may("is", "elect.secretary-general", [CHARTER], date(2020, 1, 1)) is None


@pytest.mark.parametrize("share", ["0.6667", "2/0", "3/2", "0/3", "two thirds", ""])
def test_a_share_that_is_no_exact_fraction_is_refused(share):
    with pytest.raises(ValueError, match="no share"):
        fraction(share)


def test_every_fault_of_a_rule_is_told_at_once():
    bad = Rule("x", "1", Share("0.6", "members"), (Step("majority", "2/3"),), every="3 years")
    codes = [p.code for p in rule_problems(bad)]
    assert codes == ["rule-share-unreadable", "rule-base-missing", "rule-duration-unreadable"]


def test_without_a_quorum_the_words_never_say_adopted():
    rule = Rule("r", "33", Share("2/3", "members"), (Step("consensus"), Step("majority", "2/3", "cast")))
    outcome = decide(rule, Tally(members=57, present=30, yes=30))
    assert not outcome.adopted and "adopted" not in outcome.arithmetic["en"]
    impossible = decide(rule, Tally(members=57, present=10, yes=30))
    assert not impossible.adopted and all(impossible.arithmetic[code] for code in ("ar", "en", "fr"))


def test_a_rule_younger_than_its_instrument_holds_from_its_own_day():
    interval = Rule("summit.interval", "", every="P3Y", since=Day("[1981-01-25..1981-01-28]"))
    charter = Instrument("ch", Words(), applied=Day("1972-03-04"), rules=(interval, Rule("organs", "III")))
    held = {day: set(in_force([charter], date.fromisoformat(day))) for day in ("1975-01-01", "1981-01-28")}
    assert held == {"1975-01-01": {"organs"}, "1981-01-28": {"organs", "summit.interval"}}


def test_a_rule_without_any_source_is_told_apart():
    assert not is_sourced(Rule("decision.default", "V", unsourced=("wording",)))
    assert is_sourced(Rule("decision.default", "33", sources=("RP48",), unsourced=("wording",)))
