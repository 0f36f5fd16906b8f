"""What the folder of the Organisation of Islamic Cooperation says, held against what it was written from."""

import csv
import tomllib
from datetime import date
from pathlib import Path

import pytest

from amana import folder
from amana.charter.offices import holder_on, holders_possible_on, holding_on, is_asserted
from amana.charter.organs import name_on
from amana.charter.parties import name_on as party_name_on
from amana.charter.persons import variants
from amana.charter.rules import in_force
from amana.charter.standing import roll, standing_on
from amana.values.days import Span

ROOT = Path(__file__).parents[2]
OIC = ROOT / "organizations" / "oic"
FACTS = ROOT.parent / "shared" / "facts" / "oic"

LANGUAGES = {"ar", "en", "fr"}


def rows(name):
    """The rows of a table of the fact base, which is kept outside the project."""
    if not FACTS.is_dir():
        pytest.skip("../shared/facts/oic is not here")
    with (FACTS / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def on(text):
    return date.fromisoformat(text)


def test_its_folder_has_no_fault():
    assert [p for p in folder.check(OIC) if p.severity in ("error", "warning")] == []


@pytest.mark.parametrize(
    ("day", "members", "suspended"),
    [
        ("1969-09-25", "24–25", "0"),  # 24 states; Palestine by the lists, between 1969 and July 1975
        ("1972-02-28", "24–25", "0"),
        ("1972-03-01", "24–31", "0"),  # while the session sits that the six attended
        ("1972-03-04", "30–31", "0"),  # six of the thirty of the Charter's conference joined in 1972
        ("1979-05-07", "43", "0"),
        ("1979-05-10", "42–43", "0–1"),  # the session that suspended one sat from 8 to 12 May
        ("1979-05-12", "42", "1"),
        ("1980-01-01", "42", "1"),
        ("1980-01-28", "41–42", "1–2"),
        ("2001-06-26", "56–57", "0"),
        ("2013-01-01", "56", "1"),
        ("2026-01-01", "57", "0"),
    ],
)
def test_how_many_are_members_on_a_day(oic, day, members, suspended):
    counts = roll(on(day), oic.standings, oic.sessions).counts
    assert (str(counts["members"]), str(counts["suspended"])) == (members, suspended)


def test_on_the_day_of_the_first_charter_its_thirty_participants_were_members_and_palestine_by_the_lists(oic):
    if not FACTS.is_dir():
        pytest.skip("../shared/facts/oic is not here")
    text = (FACTS / "charter.yaml").read_text(encoding="utf-8").partition("participants_1972: [")[2].partition("]")[0]
    thirty = {one.strip().strip('"').lower() for one in text.split(",")}
    assert len(thirty) == 30
    held = roll(on("1972-03-04"), oic.standings, oic.sessions)
    assert (set(held.members), held.members_possible) == (thirty, ("ps",))


def test_every_member_and_its_year_is_that_of_the_list(oic):
    for row in rows("members.csv"):
        if row["entity_type"] == "member":
            first = oic.standings_of[row["iso2"].lower()][0]
            first = first if first.standing == "member" else oic.standings_of[row["iso2"].lower()][1]
            assert first.since.first.year in {int(row["year"]), 1991 if row["iso2"] == "AZ" else int(row["year"])}


def test_states_and_organizations_that_observe(oic):
    observers = set(roll(on("2026-01-01"), oic.standings, oic.sessions).observers)
    states = {"ba", "cf", "th", "ru"}
    others = {"tcs", "mnlf", "las", "un", "nam", "au", "eco", "puic", "icyf"}
    assert observers == states | others


@pytest.mark.parametrize(
    ("party", "day", "standing"),
    [
        ("eg", "1979-05-31", "suspended"),
        ("eg", "1984-05-01", "member"),
        ("af", "1980-02-01", "suspended"),
        ("af", "1989-04-01", "member"),
        ("sy", "2012-08-15", "suspended"),
        ("sy", "2025-03-07", "member"),
        ("zanzibar", "1993-09-01", "left"),
        ("yd", "1990-05-22", "left"),
        ("ng", "1981-06-01", "observer"),
        ("ng", "1987-01-01", "member"),
        ("az", "1992-01-01", "member"),
    ],
)
def test_suspensions_returns_and_departures(oic, party, day, standing):
    assert standing_on(on(day), oic.standings_of[party]) == standing


@pytest.mark.parametrize(
    ("day", "certain", "possible"),
    [
        ("1972-06-01", "sg-1", {"sg-1"}),
        ("1974-06-01", None, {"sg-2"}),  # years only: that the term had begun is not certain
        ("1975-06-01", None, {"sg-2", "sg-3"}),
        ("1977-06-01", "sg-3", {"sg-3"}),
        ("1979-06-01", None, {"sg-3", "sg-4"}),
        ("1986-06-01", "sg-5", {"sg-5"}),
        ("1990-06-01", "sg-6", {"sg-6"}),
        ("1999-06-01", "sg-7", {"sg-7"}),
        ("2006-06-01", "sg-9", {"sg-9"}),
        ("2014-01-01", "sg-10", {"sg-10"}),
        ("2016-11-10", None, set()),
        ("2019-06-01", "sg-11", {"sg-11"}),
        ("2022-06-01", "sg-12", {"sg-12"}),
    ],
)
def test_who_was_secretary_general_on_a_day(oic, day, certain, possible):
    held = holder_on(on(day), oic.terms, "secretary-general")
    assert (held and held.id) == certain
    assert {t.id for t in holders_possible_on(on(day), oic.terms, "secretary-general")} == possible


def test_between_two_secretaries_general_one_acted(oic):
    acting = holder_on(on("2016-11-10"), oic.terms, "acting-secretary-general")
    assert acting.name["en"] == "Abdullah Alim"


def test_after_17_november_2026_a_later_state_is_not_held(oic):
    known = oic.profile.known_until
    holding = holding_on(on("2026-11-22"), oic.terms, "secretary-general", length="P5Y", known_until=known)
    assert holding.beyond
    assert holding.certain is None
    assert str(oic.office("secretary-general").term) == "P5Y"


def test_the_twelve_secretaries_general_are_those_of_the_list_with_their_variants(oic):
    for row in rows("secretaries_general.csv"):
        term = next(t for t in oic.terms if t.id == f"sg-{row['no']}")
        person = oic.persons_by_id[term.person]
        assert (term.name["en"], term.party) == (row["name_en"], row["nationality_iso2"].lower())
        if row["name_ar_unsourced"]:
            assert person.names["ar"] == row["name_ar_unsourced"]
        spelt = row["name_variants"].split(";")[0].split("(")[0].strip()
        assert not spelt or spelt in variants(person, oic.terms) or spelt in person.names.values()


def test_every_person_of_an_office_has_a_page_of_their_own(oic):
    of_offices = {term.person for term in oic.terms if term.person}
    assert of_offices == set(oic.persons_by_id)
    assert all(person.names.get("en") for person in oic.persons)
    without_arabic = {person.id for person in oic.persons if "ar" not in person.names}
    assert without_arabic <= {"aftab-ahmad-khokher"}


@pytest.mark.parametrize(
    ("office", "day", "term", "party"),
    [
        ("summit-chair", "1992-01-01", "summit-chair-6", "sn"),
        ("summit-chair", "2015-01-01", "summit-chair-12-later", "eg"),
        ("summit-chair", "2018-05-18", "summit-chair-13", "tr"),
        ("summit-chair", "2024-05-04", "summit-chair-15", "gm"),
        ("council-chair", "1995-01-01", "council-chair-22", "ma"),
        ("council-chair", "2009-06-01", "council-chair-36", "sy"),
        ("council-chair", "2025-07-01", "council-chair-51", "tr"),
    ],
)
def test_who_chaired_summit_and_council_on_a_day(oic, office, day, term, party):
    held = holder_on(on(day), oic.terms, office)
    assert (held.id, held.party) == (term, party)


@pytest.mark.parametrize(
    ("day", "person", "state"),
    [
        ("1975-01-01", "zulfikar-ali-bhutto", ""),  # no source for the chair at all
        ("1979-05-01", "zulfikar-ali-bhutto", ""),
        ("1983-06-01", "khalid-bin-abdulaziz-al-saud", ""),
        ("1981-01-26", "khalid-bin-abdulaziz-al-saud", ""),
        ("1994-01-01", "abdou-diouf", "sn"),  # last known as chair in April 1993
        ("2012-12-01", "abdoulaye-wade", "sn"),  # no source knows him as chair after the session
        ("2025-01-01", "adama-barrow", "gm"),
    ],
)
def test_a_chair_is_told_as_possible_where_no_source_knows_its_holder_on_the_day(oic, day, person, state):
    held = holding_on(on(day), oic.terms, "summit-chair")
    assert (held.certain, [t.person for t in held.possible], held.party) == (None, [person], state)


def test_on_the_days_of_the_session_the_one_who_chaired_it_is_certain(oic):
    assert holder_on(on("2008-03-14"), oic.terms, "summit-chair").person == "abdoulaye-wade"
    assert holder_on(on("1994-12-13"), oic.terms, "summit-chair").id == "summit-chair-7"


def test_a_term_without_any_source_is_marked_so_and_never_certain(oic):
    bare = [t for t in oic.terms if not t.sources]
    assert {t.id for t in bare} >= {f"summit-chair-{n}" for n in (1, 2, 3, 4)}
    assert not any(is_asserted(t) for t in bare)


def test_every_chair_of_the_list_is_held_by_person_or_by_state(oic):
    for row in rows("chairs.csv"):
        kind = {"summit_chair": "summit-chair", "cfm_chair": "council-chair"}.get(row["record"])
        if kind and "planned" not in row["place"]:
            key = f"{kind}-{row['ordinal_or_year']}"
            mine = [t for t in oic.terms if t.id == key or t.id.startswith(f"{key}-")]
            assert row["state_iso2"].lower() in {t.party for t in mine}
            assert row["status"] != "background" or all("person" in t.unsourced for t in mine)


def test_sessions_have_both_calendars_as_stated(oic):
    """Rows of the second table replace those of the first; days that the folder sources better may be more precise."""
    organs = {"summit": "is-", "extraordinary_summit": "is-x-", "extraordinary_cfm": "x-"}
    latest = {(r["kind"], r["ordinal"], r["city"]): r for name in ("sessions.csv", "sessions2.csv") for r in rows(name)}
    for (kind, ordinal, _), row in latest.items():
        if kind == "cfm":
            key = f"{'icfm' if int(ordinal) < 35 else 'cfm'}-{ordinal}"
        elif kind in organs and ordinal:
            stem = organs[kind] if kind != "extraordinary_cfm" else "icfm-x-" if int(ordinal) < 10 else "cfm-x-"
            key = f"{stem}{ordinal}"
        else:
            continue
        held = oic.sessions_by_id[key]
        start, end = row["start_gregorian"], row["end_gregorian"]
        assert held.days == Span.parse(start if start == end else f"{start}/{end}")
        if row["start_hijri_stated"]:
            start, end = row["start_hijri_stated"], row["end_hijri_stated"]
            assert held.hijri == Span.parse(start if start == end else f"{start}/{end}")


def test_joint_sessions_with_the_league_bear_no_ordinal_but_the_first(oic):
    joint = {s.id: s.number for s in oic.sessions if s.joint_with == "las"}
    assert joint == {"is-x-8": 8, "is-j-2024": None, "is-j-2025": None}


def test_planned_sessions_have_no_certain_day(oic):
    assert oic.session("is-16").days is None
    assert not oic.session("cfm-52").days.end.exact


def test_institutions_stand_in_their_kind_with_their_seat(oic):
    kinds = {"subsidiary": "subsidiary", "specialised": "specialized", "affiliated": "affiliated"}
    for row in rows("institutions.csv"):
        if row["category"] in kinds and row["acronym"] and "other names" not in row["acronym"]:
            organ = oic.organ(row["acronym"].lower())
            assert organ.kind == kinds[row["category"]]
            if row["seat_city"] and " or " not in row["seat_city"]:
                assert organ.seat["en"] in row["seat_city"]
            if row["name_ar"] and "(" not in row["name_ar"]:
                assert organ.names[-1].name["ar"] == row["name_ar"]


@pytest.mark.parametrize(
    ("organ", "founded", "by"),
    [
        ("general-secretariat", "1970-03", "icfm-1"),
        ("al-quds-committee", "1975-07", "icfm-6"),
        ("comcec", "1981-01", "is-3"),
        ("iicj", "1987-01", "is-5"),
        ("iphrc", "[2011-06-28..2011-06-30]", "cfm-38"),
        ("isdb", "1975-10-20", ""),
        ("iofs", "2012-11", "cfm-39"),
        ("icic", "1982-08", "icfm-13"),
    ],
)
def test_when_and_by_what_an_organ_was_founded(oic, organ, founded, by):
    assert (str(oic.organ(organ).founded), oic.organ(organ).by) == (founded, by)


def test_the_council_was_a_conference_until_2008(oic):
    council = oic.organ("cfm")
    assert name_on(council, on("2007-05-16")) == "Islamic Conference of Foreign Ministers"
    assert name_on(council, on("2008-06-20")) == "Council of Foreign Ministers"


def test_every_organ_has_a_name_in_every_language(oic):
    lacking = {organ.id for organ in oic.organs if set(organ.names[-1].name) < LANGUAGES}
    assert lacking == set()


def test_whether_the_summit_meets_every_two_years_is_not_known(oic):
    assert str(oic.instrument("3-44-org").in_force) == "?"
    interval = in_force(oic.instruments, on("2026-01-01"))["summit.interval"]
    assert interval.rule.every == "P3Y"
    assert interval.pending


def test_the_programme_has_18_areas_and_107_goals_and_says_not_how_they_are_divided(oic):
    programme = oic.programmes_by_id["oic-2025"]
    assert (programme.areas_in_all, programme.goals_in_all, len(programme.areas)) == (18, 107, 18)
    assert [area.number for area in programme.areas] == [f"1.{no}" for no in range(1, 19)]
    assert {area.goals_in_all for area in programme.areas} == {None}
    assert all(set(area.name) == LANGUAGES for area in programme.areas)
    assert all(area.sources or area.unsourced for area in programme.areas)


def test_activities_counted_by_the_progress_reports(oic):
    steps = oic.programmes_by_id["oic-2025"].steps
    assert [step.activities for step in steps if step.activities] == [435, 630, 839]


def test_the_programme_before_ended_in_2015_and_the_next_is_in_preparation(oic):
    before, after = oic.programmes_by_id["ten-year-programme-2005"], oic.programmes_by_id["poa-2026-2035"]
    assert (before.by, str(before.until)) == ("is-x-3", "2015")
    assert (after.adopted, after.by, after.follows) == (None, "", "oic-2025")


def test_the_gaza_committee_has_eight_states_and_two_secretaries_general(oic):
    seats = oic.groups_by_id["gaza"].seats
    states = {seat.party for seat in seats if seat.kind in ("chair", "member")}
    assert states == {"sa", "jo", "eg", "qa", "tr", "id", "ng", "ps"}
    assert {(seat.party, seat.office) for seat in seats if seat.kind == "ex officio"} == {
        ("las", ""),
        ("", "secretary-general"),
    }
    assert [(seat.party, str(seat.since)) for seat in seats if seat.kind == "participant"] == [("bh", "2024-09-18")]


def test_what_no_source_says_of_a_contact_group_is_marked(oic):
    kashmir = oic.groups_by_id["jammu-and-kashmir"]
    assert {seat.party for seat in kashmir.seats} == {"az", "ne", "pk", "sa", "tr"}
    assert {"created", "by"} <= set(kashmir.unsourced)
    assert "created" in oic.groups_by_id["rohingya"].unsourced


@pytest.mark.parametrize(
    ("partner", "event", "day"),
    [
        ("un", "observer-1975", "1975-10-10"),
        ("un", "resolution-35-36", "1980-11-14"),
        ("un", "resolution-37-4", "1982-10-22"),
        ("eu", "mission-opened-2012", "2012-04"),
        ("eu", "mission-inaugurated-2013", "2013-06-25"),
        ("eu", "memorandum-2015", "2015-09"),
        ("las", "summit-2023", "2023-11-11"),
        ("las", "summit-2024", "2024-11-11"),
        ("las", "summit-2025", "2025-09-15"),
    ],
)
def test_what_happened_with_a_partner_and_when(oic, partner, event, day):
    found = next(one for one in oic.partners_by_id[partner].events if one.id == event)
    assert str(found.day) == day
    assert set(found.words) == LANGUAGES


@pytest.mark.parametrize(
    ("party", "day", "name"),
    [
        ("bf", "1974-06-25", "Upper Volta"),
        ("bf", "2000-01-01", "Burkina Faso"),
        ("au", "1980-01-01", "Organisation of African Unity"),
        ("tr", "2016-04-14", "Turkey"),
        ("tr", "2025-06-21", "Türkiye"),
        ("ye", "1980-01-01", "Yemen Arab Republic"),
        ("tcs", "1981-06-01", "Turkish Muslim Community of Kibris"),
    ],
)
def test_a_party_bears_the_name_of_its_period(oic, party, day, name):
    assert party_name_on(oic.party(party), on(day)) == name


def test_parties_and_main_organs_are_recognised_in_indonesian(oic):
    names = oic.gazetteer()
    said = "Mesir, Arab Saudi, Palestina, Turki dan Uni Emirat Arab; Dewan Menteri Luar Negeri, KTT Islam"
    assert {found.id for found in names.find(said, "id")} == {"eg", "sa", "ps", "tr", "ae", "cfm", "islamic-summit"}
    assert "OKI" in oic.profile.forms


def test_differences_about_states_persons_and_religion_are_not_released(oic):
    held_back = [d for d in oic.disputes if d.fact.startswith(("standings/", "offices/"))]
    assert held_back
    assert not any(d.released for d in held_back)
    assert not any(d.released for d in oic.disputes if d.id in ("muslims-in-the-world", "members-2001"))


def test_a_released_difference_has_its_title_and_reason_in_every_language(oic):
    released = [d for d in oic.disputes if d.released]
    assert len(released) > 40
    assert all(set(d.title) == set(d.reasons) == LANGUAGES for d in released)


def test_every_contradiction_of_the_list_has_its_dispute(oic):
    cases = tomllib.loads((Path(__file__).parent / "contradictions.toml").read_text(encoding="utf-8"))
    assert [int(no[1:]) for no in cases] == list(range(1, 32))
    known = {d.id: d for d in oic.disputes}
    for no, ids in cases.items():
        assert set(ids) <= set(known), no
    assert known["founded"].held == "a"
    assert known["founded"].claims[0].value == "1969-09-25"
