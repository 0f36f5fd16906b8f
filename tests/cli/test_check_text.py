"""`amana check-text`: what a text says of the organization held against its folder; exit codes that scripts can trust."""

from __future__ import annotations

from pathlib import Path

from .conftest import Run

WRONG = "The OIC was founded on 21 August 1969.\n\nIts Charter was adopted later.\n\nThe OIC has 50 member states.\n"


def text(folder: Path, words: str, name: str = "text.txt") -> Path:
    path = folder / name
    path.write_text(words, encoding="utf-8")
    return path


def test_each_contradiction_is_a_line_of_json_with_its_place_and_its_entry(amana: Run, tmp_path: Path) -> None:
    path = text(tmp_path, WRONG)
    ran = amana("check-text", path, "--organization", "organizations/oic", "--as-of", "2026-01-20", "--json")
    assert ran.code == 1
    assert [(f["code"], f["severity"]) for f in ran.objects] == [("against-date", "error"), ("against-count", "error")]
    for found in ran.objects:
        assert list(found) == ["code", "severity", "key", "places", "facts", "message"]
        said = {"said", "kept", "entry", "sources", "disputed", "claims", "audience", "known"}
        assert said <= set(found["facts"]) and found["places"][0]["file"] == str(path)
    assert ran.objects[0]["places"][0].items() >= {"start": 23, "end": 37}.items()


def test_nothing_found_ends_with_0_and_a_file_that_is_not_there_with_2(amana: Run, tmp_path: Path) -> None:
    right = text(tmp_path, "The OIC was founded in Rabat on 25 September 1969. It has 57 member states.")
    ran = amana("check-text", right, "--organization", "organizations/oic")
    assert (ran.code, ran.err) == (0, "") and "nothing found" in ran.out
    ran = amana(
        "check-text", tmp_path / "gone.txt", text(tmp_path, WRONG, "wrong.txt"), "--organization", "organizations/oic"
    )
    assert ran.code == 2 and "against-date" in ran.err, "the others go on"
    assert amana("check-text", right, "--organization", tmp_path / "none").code == 2


def test_the_present_of_a_text_is_its_own_day(amana: Run, tmp_path: Path) -> None:
    path = text(tmp_path, "The Secretary General of the OIC is Iyad bin Amin Madani.")
    words = ("check-text", path, "--organization", "organizations/oic", "--language", "en")
    assert amana(*words, "--as-of", "2015-06-01").code == 0
    assert amana(*words, "--as-of", "2020-06-01").code == 1


def test_it_needs_no_house_and_takes_the_folder_of_the_setting(process: Run, tmp_path: Path) -> None:
    path = text(tmp_path, WRONG)
    assert process("check-text", path, AMANA_ORGANIZATION="organizations/oic").code == 1
    assert process("check-text", path).code == 0, "another organization is not this one's business"
    assert not (tmp_path / "var").exists()


def test_findings_are_told_in_the_language_of_the_reader(process: Run, tmp_path: Path) -> None:
    path = text(tmp_path, WRONG)
    told = {
        code: process("check-text", path, "--organization", "organizations/oic", LANG=f"{code}_XX.UTF-8").err
        for code in ("ar", "fr", "id")
    }
    assert "تاريخ آخر" in told["ar"] and "autre date" in told["fr"] and "waktu lain" in told["id"]
