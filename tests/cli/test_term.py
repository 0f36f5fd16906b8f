"""`amana term`: how the house says it, in whatever language it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Ran, Run

OIC = ("--organization", "organizations/oic")


def ids(ran: Ran) -> list[str]:
    return [f"{one['kind']}/{one['id']}" for one in ran.objects if one["kind"] != "term"]


@pytest.mark.parametrize(
    "words",
    ["Council of Foreign Ministers", "foreign ministers", "مجلس وزراء الخارجية", "لمجلس وزراء الخارجية", "CMAE", "CFM"],
)
def test_an_organ_is_found_by_its_name_its_acronym_and_a_part_of_it_in_any_language(amana: Run, words: str) -> None:
    ran = amana("term", *words.split(), "--json", *OIC)
    assert ran.code == 0 and "organ/cfm" in ids(ran)
    names = next(one for one in ran.objects if one["id"] == "cfm")["names"]
    assert {"ar", "en", "fr", "id"} <= set(names) and "(CFM)" in names["en"]


def test_the_name_itself_stands_before_what_holds_it_and_before_forms(amana: Run) -> None:
    assert ids(amana("term", "Secretary", "General", "--json", *OIC))[0] == "office/secretary-general"
    assert ids(amana("term", "Islamic", "Summit", "--json", *OIC))[0] == "organ/islamic-summit"


def test_a_name_is_found_within_a_phrase_and_by_what_it_was_called_before(amana: Run) -> None:
    assert "organ/isdb" in ids(amana("term", "The Islamic Development Bank decides", "--json", *OIC))
    assert "organ/icesco" in ids(amana("term", "ISESCO", "--json", *OIC))


def test_nothing_found_is_said_in_the_language_and_exits_1(amana: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "ar")
    ran = amana("term", "zzz", *OIC)
    assert (ran.code, ran.err) == (1, "") and "لا شيء يسمى «zzz»" in ran.out
    assert amana("term", "of", *OIC).code == 1, "a word that says nothing finds nothing"


def test_a_folder_that_is_none_exits_2(amana: Run, tmp_path: Path) -> None:
    ran = amana("term", "council", "--organization", tmp_path)
    assert ran.code == 2 and "folder-not-a-folder" in ran.err
