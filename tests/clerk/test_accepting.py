"""What is accepted at the desk stands in a folder as it is: written down, read back, equal."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from amana import clerk, folder
from amana.clerk import knowing
from amana.folder.texts import settled
from amana.mandates.obligations import ResolutionFacts, propose
from amana.values.days import Day

ROOT = Path(__file__).resolve().parents[2]
DROUGHT = ROOT / "samples" / "drought-early-warning"
GIVEN = {
    "resolution": "902-51-e",
    "symbol": "902/51-E",
    "organ": "cfm",
    "session": "cfm-51",
    "adopted": Day("2025-06-22"),
}


@pytest.fixture(scope="module")
def oic():
    return folder.read(ROOT / "organizations" / "oic")


def drought(org, ending, languages=("fr", "en", "ar")):
    names = [DROUGHT / f"{DROUGHT.name}.{language}.{ending}" for language in languages]
    return knowing.of(org).sheet([(name.name, name.read_bytes()) for name in names])


@pytest.mark.parametrize("ending", ["txt", "docx"])
def test_an_accepted_resolution_is_read_back_from_its_folder_as_it_was(oic, ending, tmp_path):
    done = clerk.accepted(drought(oic, ending), **GIVEN, reasons={"figures-differ/o2c": "the English is right"})
    there = tmp_path / "oic"
    shutil.copytree(ROOT / "organizations" / "oic", there)
    folder.write(replace(oic, resolutions=(*oic.resolutions, done)), there)
    again = folder.read(there)
    assert again.resolution(done.id) == done
    assert folder.files_of(again) == {
        str(f.relative_to(there)): f.read_bytes() for f in there.rglob("*") if f.is_file()
    }
    assert [p.code for p in folder.check(there)] == []


@pytest.mark.parametrize("ending", ["txt", "docx"])
def test_what_the_desk_enters_is_settled_in_the_order_of_the_organization(oic, ending):
    sheet = drought(oic, ending)
    done = clerk.accepted(clerk.from_plain(clerk.to_plain(sheet)), **GIVEN)
    assert settled(done, oic.profile.languages) == done
    assert [text.language for text in done.texts] == list(oic.profile.languages)


def test_the_kept_finding_of_a_missing_paragraph_names_the_language_that_lacks_it(oic):
    done = clerk.accepted(drought(oic, "txt"), **GIVEN)
    (lacking,) = (f for f in done.findings if f.code == "paragraph-missing")
    assert (lacking.key, lacking.languages) == ("p4", ("en",))
    assert (lacking.facts["missing"], lacking.facts["present"]) == ("en", "fr | ar")


def test_a_bulleted_list_is_settled_too(oic):
    text = "The Council,\n\n1. Decides:\n\n• to meet;\n\n• to act;\n\n- 14 - to pay."
    done = clerk.accepted(clerk.sheet([("en.txt", text.encode())]), **GIVEN)
    assert settled(done) == done


def test_a_deadline_is_stated_in_the_words_of_every_language(oic):
    duty = next(s for s in clerk.stated(drought(oic, "txt"), resolution="902-51-e") if s.key == "o3")
    assert dict(duty.deadline_words) == {
        "ar": "في غضون تسعة أشهر",
        "en": "within nine months",
        "fr": "dans un délai de neuf mois",
    }
    follow = next(s for s in clerk.stated(drought(oic, "txt")) if s.key == "o6")
    assert (follow.deadline_next, follow.deadline_session) == (True, None)


@pytest.mark.parametrize(("year", "day"), [("1448", "2027-02-08"), ("1548", None)])
def test_a_duty_by_a_hijri_day_has_the_computed_day_and_says_that_it_is_inferred(year, day):
    text = f"The Council,\n\n1. Requests the Secretary-General to publish it before 1 Ramadan {year}H."
    rows = clerk.stated(clerk.sheet([("en.txt", text.encode())]), resolution="r1")
    (duty,) = propose(rows, resolution=ResolutionFacts("r1", "1/50-POL", "cfm", "cfm-50"))
    assert duty.deadline is not None
    assert (duty.deadline.text, duty.deadline.kind) == (f"before 1 Ramadan {year}H", "date")
    assert (str(duty.resolved.day) if duty.resolved.day else None, duty.resolved.inferred) == (day, day is not None)
    assert ("computed" in duty.resolved.why["en"]) == (day is not None)
    assert ("mandate-deadline-open" in [p.code for p in duty.problems]) == (day is None)


def test_what_recitals_recall_is_kept_and_what_they_note_is_not(oic):
    text = (
        "Resolution No. 1/51-POL\n\nThe Council,\n\nRecalling Resolution No. 2/50-POL,\n\nReaffirming:\n\n"
        "(a) Resolution No. 3/49-POL,\n\nHaving considered document No. 4/51-POL,\n\n1. Recalls Resolution No. 5/48-POL."
    )
    done = clerk.accepted(knowing.of(oic).sheet([("en.txt", text.encode())]), **(GIVEN | {"symbol": "1/51-POL"}))
    assert done.recalls == ("2/50-POL", "3/49-POL")
