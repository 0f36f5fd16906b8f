"""The folder of the Organisation of Islamic Cooperation on a day: nothing is told of a day on which it was not so."""

from datetime import date
from pathlib import Path

import pytest

from amana import folder
from amana.charter.offices import holder_on, offices_on
from amana.charter.organs import composed_on
from amana.charter.presence import articles_on, present_on
from amana.charter.rules import in_force, is_sourced
from amana.charter.standing import roll

OIC = Path(__file__).parents[2] / "organizations" / "oic"


@pytest.fixture(scope="module")
def oic():
    if not OIC.is_dir():
        pytest.skip("organizations/oic is not here")
    return folder.read(OIC)


def on(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("day", "certain", "never"),
    [
        ("1969-09-25", {"islamic-summit"}, {"cfm", "cpr", "executive-committee", "comcec", "sawt-al-hikma"}),
        ("1971-01-01", {"islamic-summit", "cfm", "general-secretariat"}, {"cpr", "executive-committee", "iphrc"}),
        ("1981-01-28", {"comcec", "comiac", "comstech", "standing-committees"}, {"cpr", "iphrc"}),
        ("2008-03-14", {"cpr", "executive-committee"}, {"iphrc"}),
    ],
)
def test_an_organ_does_not_precede_what_created_it(oic, day, certain, never):
    present = present_on(
        on(day), oic.organs, sessions=oic.sessions, instruments=oic.instruments, founded=oic.profile.founded,
        known_until=oic.profile.known_until,
    )  # fmt: skip
    assert certain <= {o.id for o in present.certain}
    assert not never & {o.id for o in present.every}
    assert not {"stio", "ifhab"} & {o.id for o in present.certain}  # no source names them


def test_the_articles_of_the_present_charter_speak_of_no_earlier_day(oic):
    secretariat = oic.organ("general-secretariat")
    assert articles_on(secretariat, oic.instruments, on("1975-01-01")) == ()
    assert articles_on(secretariat, oic.instruments, on("2010-01-01"))[0] == "16"
    earlier, now = ({o.id: o for o in offices_on(on(d), oic.instruments)} for d in ("1985-01-01", "2010-01-01"))
    assert (earlier["secretary-general"].term, now["secretary-general"].term) == ("P4Y", "P5Y")
    assert earlier["summit-chair"].article == ""


def test_the_composition_of_the_al_quds_committee_is_not_told_of_its_first_years(oic):
    committee = oic.organ("al-quds-committee")
    assert len(committee.parties) == 16
    assert not composed_on(committee, on("1976-01-01"), oic.profile.known_until)
    assert composed_on(committee, on("2026-01-15"), oic.profile.known_until)
    assert holder_on(on("1976-01-01"), oic.terms, "al-quds-committee-chair") is None
    assert holder_on(on("1985-01-01"), oic.terms, "al-quds-committee-chair").party == "ma"


def test_a_rule_is_not_told_of_a_day_on_which_it_was_none(oic):
    first, later = (in_force(oic.instruments, on(d)) for d in ("1975-01-01", "1985-01-01"))
    assert {"summit.interval", "secretary-general.term"}.isdisjoint(first)
    assert {"summit.interval", "secretary-general.term"} <= set(later)
    assert not is_sourced(first["decision.default"].rule)


def test_the_quorum_of_the_charter_is_that_of_summit_and_council(oic):
    assert in_force(oic.instruments, on("2026-01-01"))["decision.default"].rule.organs == ("islamic-summit", "cfm")


def test_palestine_is_in_the_lists_from_1969_and_certain_from_1975(oic):
    event = oic.standings_of["ps"][0]
    assert (event.by, "R01" in event.sources) == ("", False)
    assert "ps" in roll(on("1970-12-28"), oic.standings, oic.sessions).members_possible
    assert "ps" in roll(on("1975-07-15"), oic.standings, oic.sessions).members


def test_a_year_in_question_is_marked_uncertain(oic):
    marked = {e.id for e in oic.standings if e.since.uncertain}
    assert marked == {"az-1", "uz-1", "cf-1"}


def test_no_note_tells_a_difference_that_is_not_released_nor_judges(oic):
    notes = [x.note for x in (*oic.standings, *oic.sources)]
    assert not [n for n in notes if any(word in n for word in ("wrong", "unreliable", "errors", "Other lists"))]
    held_back = {d.fact.partition("#")[0].removeprefix("standings/") for d in oic.disputes if not d.released}
    told = {e.id: e.note for e in oic.standings if e.id in held_back}
    assert not any(other in told.get(key, "") for key, other in (("ps-1", "1970"), ("uz-1", "1995"), ("az-1", "1992")))


@pytest.mark.parametrize("said", ["South Yemen", "اليمن الجنوبي"])
def test_south_yemen_is_recognised(oic, said):
    assert {found.id for found in oic.gazetteer().find(said, "ar" if said[0] > "z" else "en")} == {"yd"}


def test_the_fire_at_al_aqsa_is_told_as_the_reason_of_the_founding(oic):
    founded = next(d for d in oic.disputes if d.id == "founded")
    assert "حريق المسجد الأقصى" in founded.reasons["ar"]
    assert all("21 August 1969" in text for text in (founded.reasons["en"], oic.session("is-1").note, oic.profile.note))


def test_both_days_of_the_labour_centre_are_told_and_none_is_held(oic):
    told = next(d for d in oic.disputes if d.id == "oic-lc-founded")
    assert (told.held, told.released, [c.sources for c in told.claims]) == ("", True, [("LCTR",), ("LABOUR",)])


def test_what_the_rules_of_the_council_cite_has_its_entry(oic):
    entry = oic.resolution("3-48-lo")
    assert (entry.symbol, entry.session, entry.basis, entry.texts) == ("3/48-LO", "cfm-48", "cited", ())


def test_no_note_of_the_register_shows_an_address(oic):
    assert not [r.id for r in oic.resolutions if "cited by is-" in r.note]
