"""The rules against the formulas of the lexicon of decision rules, for tallies of every kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amana.charter.rules import Rule, Share, Step, Tally, decide, quorum
from amana.values.lexicons import decision_rules

FORMULAS = {rule.id: rule.formula for rule in decision_rules()}
STEPS = {
    "R01": Step("more_than", "1/2", "cast"),
    "R02": Step("majority", "2/3", "cast"),
    "R03": Step("more_than", "1/2", "members"),
    "R04": Step("majority", "2/3", "members"),
    "R05": Step("majority", "3/4", "members"),
    "R08": Step("unanimity", of="cast"),
    "R09": Step("unanimity", of="members"),
}


@st.composite
def tallies(draw):
    members = draw(st.integers(1, 200))
    present = draw(st.integers(0, members))
    yes = draw(st.integers(0, present))
    no = draw(st.integers(0, present - yes))
    return Tally(members, present, yes, no, draw(st.integers(0, present - yes - no)))


@pytest.mark.parametrize("rule", sorted(STEPS))
@given(tally=tallies())
def test_a_step_adopts_exactly_what_the_formula_of_the_lexicon_adopts(rule, tally):
    names = {"Y": tally.yes, "No": tally.no, "PV": tally.cast, "N": tally.members, "P": tally.present}
    expected = bool(eval(FORMULAS[rule], {}, names))  # our own table of arithmetic formulas
    assert decide(Rule(rule, "", steps=(STEPS[rule],)), tally).adopted == expected


@given(members=st.integers(1, 200), objections=st.integers(0, 3))
def test_consensus_is_the_absence_of_objection(members, objections):
    outcome = decide(Rule("R10", "", steps=(Step("consensus"),)), Tally(members, members, objections=objections))
    assert outcome.adopted == bool(eval(FORMULAS["R10"], {}, {"C": objections}))


@given(members=st.integers(1, 200), present=st.integers(0, 200))
def test_the_two_thirds_quorum_is_the_formula_of_the_lexicon(members, present):
    rule = Rule("Q3", "", quorum=Share("2/3", "members"))
    assert quorum(rule, members, present).met == eval(FORMULAS["Q3"], {}, {"P": present, "N": members})
