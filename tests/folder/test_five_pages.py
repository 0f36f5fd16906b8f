"""Five pages the public reads about the Organisation, fact by fact: what the folder answers to each of them."""

from datetime import date

import pytest

from amana import folder
from amana.charter.offices import holder_on
from amana.charter.organs import name_on
from amana.charter.standing import roll
from amana.values.days import Day


@pytest.fixture(scope="module")
def said(oic):
    """The claims of a dispute by the page that makes them, and the claim that is held."""

    def claims(dispute, page):
        found = next(d for d in oic.disputes if d.id == dispute)
        told = [c.value for c in found.claims if page in c.sources]
        held = next((c.value for c in found.claims if c.id == found.held), "")
        return told, held

    return claims


# the page of the General Secretariat (Arabic; its machine translation into Indonesian is the same source)


def test_fifty_seven_states_belong(oic):
    assert len(roll(date(2024, 11, 11), oic.standings, oic.sessions).members) == 56  # one was still suspended
    assert len(roll(date(2026, 1, 15), oic.standings, oic.sessions).members) == 57


def test_it_was_founded_at_rabat_on_12_rajab_1389_25_september_1969(oic, said):
    rabat = oic.session("is-1")
    assert (rabat.place["en"], str(rabat.days.end), str(rabat.hijri.end)) == ("Rabat", "1969-09-25", "1389-07-12")
    assert oic.profile.founded == Day("1969-09-25")
    assert said("founded", "DOC1") == (["1969-08-21"], "1969-09-25")


def test_the_first_ministers_at_jeddah_set_up_the_secretariat_in_1970(oic):
    secretariat, first = oic.organ("general-secretariat"), oic.session("icfm-1")
    assert (secretariat.by, first.place["en"], first.days.start.first.year) == ("icfm-1", "Jeddah", 1970)
    assert secretariat.seat["ar"] == oic.profile.seat["ar"] == "جدة"


def test_the_twelfth_secretary_general_took_office_in_november_2021(oic, said):
    held = holder_on(date(2021, 12, 1), oic.terms, "secretary-general")
    assert (held.id, held.name["ar"], str(held.since)) == ("sg-12", "حسين إبراهيم طه", "2021-11-17")
    assert said("secretary-general-ordinal", "DOC2") == (["2021st"], "12th")


def test_the_charters_of_1972_and_2008(oic, said):
    first, present = oic.instrument("ch-1972"), oic.instrument("ch-2008")
    assert (first.by, str(first.adopted)) == ("icfm-3", "1972-03-04")
    assert (present.by, str(present.adopted), oic.session("is-11").place["en"]) == ("is-11", "2008-03-14", "Dakar")
    assert said("dakar-summit-ordinal", "DOC2") == (["2008th"], "11th, 2008")


def test_thirty_founding_members_is_said_of_the_conference_of_1972(said):
    assert said("founding-participants", "DOC0") == (["30"], "25")


def test_ten_years_from_2005_then_18_areas_and_107_goals_until_2025(oic):
    before, after = oic.programmes_by_id["ten-year-programme-2005"], oic.programmes_by_id["oic-2025"]
    assert (before.by, oic.session(before.by).place["en"], str(before.until)) == (
        "is-x-3",
        "Makkah Al-Mukarramah",
        "2015",
    )
    assert (str(after.since), str(after.until)) == ("2016", "2025")
    assert (after.areas_in_all, after.goals_in_all) == (18, 107)


def test_three_committees_and_that_of_al_quds_are_among_its_organs(oic):
    committees = {o.id for o in oic.organs if o.parent == "standing-committees"}
    assert committees == {"al-quds-committee", "comcec", "comiac", "comstech"}
    assert {"islamic-summit", "cfm", "general-secretariat", "isdb", "icesco"} <= set(oic.organs_by_id)


def test_isesco_is_the_name_of_an_institution_until_2020(oic):
    assert "Islamic World" in name_on(oic.organ("icesco"), date(2021, 1, 1))
    assert oic.organ("icesco").names[0].acronym["en"] == "ISESCO"


# the page of questions and answers


def test_it_is_an_observer_in_the_united_nations_and_no_permanent_member(oic, said):
    status = next(e for e in oic.partners_by_id["un"].events if e.kind == "status")
    assert (str(status.day), status.reference) == ("1975-10-10", "A/RES/3369 (XXX)")
    assert said("status-in-the-un", "DOC1") == (["permanent member"], "observer since 1975-10-10")


def test_who_met_at_rabat_and_who_is_secretary_general_differ_there(oic, said):
    assert said("who-met-at-rabat", "DOC1")[0] == ["Arab leaders"]
    assert said("secretary-general-now", "DOC1")[0] == ["“Amin bin Madani”"]
    held = holder_on(date(2015, 6, 1), oic.terms, "secretary-general")
    assert held.name["ar"] == "إياد بن أمين مدني"


def test_thirty_four_institutions_match_no_other_count(said):
    assert said("institutions-count", "DOC1") == (["34"], "")


def test_its_department_and_its_centre_stand_under_the_secretariat(oic):
    assert oic.organ("ichad").parent == oic.organ("sawt-al-hikma").parent == "general-secretariat"


# the page of the European service, from an unofficial mirror


def test_how_often_the_summit_meets_is_said_in_two_ways(said):
    assert said("summit-interval", "DOC3") == (["every three years"], "every three years")


def test_the_secretary_general_was_elected_on_28_november_2020_for_17_november_2021(oic):
    term = next(t for t in oic.terms if t.id == "sg-12")
    assert (str(term.since), oic.session(term.by).days.end.last) == ("2021-11-17", date(2020, 11, 28))


def test_the_chronology_with_the_european_union(oic):
    years = [str(e.day)[:4] for e in oic.partners_by_id["eu"].events if e.day and "DOC3" in e.sources]
    assert years == [
        "2005",
        "2011",
        "2011",
        "2012",
        "2013",
        "2014",
        "2015",
        "2016",
        "2017",
        "2017",
        "2020",
        "2020",
        "2020",
    ]


def test_the_head_of_delegation_of_2016_is_the_unions(oic):
    event = next(e for e in oic.partners_by_id["eu"].events if e.id == "head-of-delegation-2016")
    assert event.words["en"] == "The European Union accredits a Head of Delegation to the Organisation"


# the news item before the summit of November 2024


def test_the_joint_summit_of_2023_and_its_follow_up(oic):
    first, second = oic.session("is-x-8"), oic.session("is-j-2024")
    assert (first.number, first.joint_with, str(first.days)) == (8, "las", "2023-11-11")
    assert (second.number, second.joint_with, str(second.days)) == (None, "las", "2024-11-11")


def test_the_contact_group_on_gaza_of_eight_states(oic):
    seats = oic.groups_by_id["gaza"].seats
    named = {s.party for s in seats if "DOC4" in s.sources}
    assert named == {"tr", "sa", "eg", "jo", "qa", "ps", "id", "ng"}


def test_the_51st_council_at_istanbul_and_its_chair(oic):
    council = oic.session("cfm-51")
    assert (council.place["en"], str(council.days)) == ("Istanbul", "2025-06-21/2025-06-22")
    assert holder_on(date(2025, 12, 1), oic.terms, "council-chair").party == "tr"


def test_nothing_is_said_of_the_faith_of_the_one_who_set_the_fire(oic):
    everything = "".join(data.decode("utf-8") for data in folder.files_of(oic).values())
    assert "Rohan" not in everything
    assert "أسترالي" not in everything
