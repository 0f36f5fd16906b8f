"""`amana draft` and `amana lint`, as a drafter types them."""

from __future__ import annotations

import json
from pathlib import Path

from amana.intake import word

from .conftest import Run

ROOT = Path(__file__).resolve().parents[2]

EXAMPLE = ROOT / "organizations" / "example"
LAST = ROOT / "samples" / "example" / "lc-c-5-res-1.en.docx"


def test_last_years_text_becomes_a_word_file_a_language(amana: Run, tmp_path: Path) -> None:
    french = LAST.with_name("lc-c-5-res-1.fr.docx")
    ran = amana("draft", LAST, french, "--organization", EXAMPLE, "--session", "co-6", "--out", tmp_path)
    assert ran.code == 1 and "rollover-session-due" in ran.out
    assert {file.name for file in tmp_path.iterdir()} == {"draft-co-6-en.docx", "draft-co-6-fr.docx"}
    blocks, _ = word.read("draft.docx", (tmp_path / "draft-co-6-en.docx").read_bytes())
    assert blocks[0].text == "LC/C.6/RES/…"


def test_the_marks_alone_are_a_line_each(amana: Run) -> None:
    ran = amana("draft", LAST, "--organization", EXAMPLE, "--session", "co-6", "--json")
    marks = [json.loads(line) for line in ran.out.splitlines()]
    assert marks[0]["before"] == "LC/C.5/RES/1" and marks[0]["after"] == "LC/C.6/RES/…"
    assert {"code", "language", "block", "start", "end", "message"} <= marks[0].keys()


def test_a_session_that_is_not_there_is_told(amana: Run) -> None:
    ran = amana("draft", LAST, "--organization", EXAMPLE, "--session", "co-99")
    assert ran.code == 2 and "drafting-session-unknown" in ran.err


def test_what_a_draft_leaves_open_is_told_with_what_it_cites(amana: Run) -> None:
    ran = amana("lint", LAST, "--organization", EXAMPLE, "--json")
    found = {one["code"]: one for one in map(json.loads, ran.out.splitlines())}
    assert ran.code == 1 and found["lint-no-deadline"]["facts"]["keys"] == ["o2", "o3b", "o4"]
    assert found["lint-cited-renewed"]["facts"] == {"symbol": "LC/C.4/RES/1", "by": "LC/C.5/RES/1"}


def test_a_file_that_is_not_there_is_told(amana: Run, tmp_path: Path) -> None:
    assert amana("lint", tmp_path / "none.docx").code == 2


def test_a_decision_of_the_folder_is_rolled_over_in_each_of_its_languages(amana: Run, tmp_path: Path) -> None:
    words = ("draft", "--organization", EXAMPLE, "--session", "co-6", "--out", tmp_path, "--resolution")
    assert amana(*words, "LC/C.5/RES/1").code == 1 and len(list(tmp_path.iterdir())) == 3
    assert amana(*words, "none").code == 2


def test_a_text_is_rolled_over_from_the_session_it_is_of(amana: Run) -> None:
    ran = amana("draft", "--resolution", "lc-c-4-res-1", "--organization", EXAMPLE, "--session", "co-6", "--json")
    first = json.loads(ran.out.splitlines()[0])
    assert (first["before"], first["after"]) == ("LC/C.4/RES/1", "LC/C.6/RES/…")


def test_a_text_is_not_rolled_over_to_a_session_before_its_own(amana: Run) -> None:
    for words in (("--session", "co-3"), ("--session", "co-6", "--last", "as-1")):
        ran = amana("draft", LAST, "--organization", EXAMPLE, *words)
        assert ran.code == 2 and "drafting-session-not-after" in ran.err and not ran.out
