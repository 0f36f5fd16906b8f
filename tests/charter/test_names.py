"""What parties and organs were called on a day, and the chart of organs."""

from datetime import date

from amana.charter import organs, parties
from amana.charter.organs import Organ, OrganName, chart, tree_problems
from amana.charter.parties import Party, PartyName
from amana.values.days import Day
from amana.values.words import Words

CFM = Organ("cfm", "principal", (
    OrganName(Words(en="Islamic Conference of Foreign Ministers", ar="المؤتمر الإسلامي لوزراء الخارجية"), Words(en="ICFM")),
    OrganName(Words(en="Council of Foreign Ministers", ar="مجلس وزراء الخارجية"), Words(en="CFM"), since=Day("2008")),
))  # fmt: skip
TURKIYE = Party("tr", "state", (
    PartyName(Words(en="Turkey", fr="Turquie"), formal=Words(en="Republic of Turkey")),
    PartyName(Words(en="Türkiye", fr="Türkiye"), since=Day("2022-06")),
))  # fmt: skip


def test_an_organ_bears_the_name_of_the_day():
    assert organs.name_on(CFM, date(1990, 1, 1)) == "Islamic Conference of Foreign Ministers"
    assert organs.name_on(CFM, date(2009, 1, 1), "ar") == "مجلس وزراء الخارجية"
    assert organs.acronym_on(CFM, date(1990, 1, 1)) == "ICFM"


def test_a_new_name_counts_only_when_it_certainly_holds():
    assert organs.name_on(CFM, date(2008, 6, 1)) == "Islamic Conference of Foreign Ministers"


def test_a_form_that_is_not_said_falls_back_to_the_short_name():
    assert parties.name_on(TURKIYE, date(2020, 1, 1), "en", "formal") == "Republic of Turkey"
    assert parties.name_on(TURKIYE, date(2020, 1, 1), "fr", "formal") == "Turquie"
    assert parties.name_on(TURKIYE, None, "en", "seating") == "Türkiye"


def test_a_party_without_a_name_is_told_by_its_id():
    assert parties.name_on(Party("xx", "entity", ()), None) == "xx"


def test_the_chart_draws_the_kinds_in_order_and_loses_no_organ():
    listed = [Organ("sesric", "subsidiary", (), parent="cfm"), CFM, Organ("lost", "other", (), parent="nowhere"),
              Organ("a", "standing", (), parent="b"), Organ("b", "standing", (), parent="a")]  # fmt: skip
    drawn = chart(listed)
    assert [branch.organ.id for branch in drawn] == ["cfm", "lost", "a"]
    assert [branch.organ.id for branch in drawn[0].below] == ["sesric"]
    assert [branch.organ.id for branch in drawn[2].below] == ["b"]
    codes = [p.code for p in tree_problems(listed)]
    assert codes == ["organ-parent-unknown", "organ-parents-circle", "organ-parents-circle"]


def test_an_organ_founded_later_is_not_on_the_chart():
    later = Organ("iphrc", "principal", (), founded=Day("2011"))
    assert chart([later], date(2010, 12, 31)) == ()
