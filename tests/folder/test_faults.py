"""Every fault at once, each with its file and line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest

from amana import folder
from amana.folder.checks import calendars_agree
from amana.folder.faults import Line
from amana.folder.found import Found
from amana.sessions.session import Session
from amana.values.days_edtf import Span
from amana.values.facts import Dispute
from amana.values.problems import NotReadable, Problem, messages

Edit = Callable[[str, str, str], None]
ROOT = Path(__file__).parents[2]
BROKEN = tomllib.loads((Path(__file__).parent / "broken.toml").read_text(encoding="utf-8"))["case"]


def told(problems: tuple[Problem, ...]) -> set[tuple[str, str]]:
    return {(p.code.removeprefix("folder-"), str(p.places[0])) for p in problems}


def test_a_clean_folder_has_nothing_to_tell(coasts: Path) -> None:
    assert folder.check(coasts) == ()


def test_ten_faults_in_one_folder_are_all_told_with_file_and_line(coasts: Path, edit: Edit) -> None:
    edit("standings.csv", "1979-05,", "1979-13,")
    edit("standings.csv", "sa-1,sa,member", "sa-1,sx,member")
    edit("parties.csv", "sa,state,SA", "sa,kingdom,SA")
    edit("organs.toml", "kind = ", "kimd = ")
    edit("offices.csv", "1973-12-31", "1969")
    edit("sessions.csv", "hijri", "higri")
    edit("charter/ch-1.toml", 'share = "2/3", of = "cast"', 'share = "0.66", of = "cast"')
    edit("sources.csv", "NOTE,P,,a note verbale", "NOTE,P,,a note\nNOTE,P,,another")
    edit("resolutions/co-1/1-1-p/rows.csv", "1.,2,2", "1.,2,9")
    (coasts / "partys.csv").write_text("id\n", encoding="utf-8")
    with pytest.raises(NotReadable) as refused:
        folder.read(coasts)
    assert told(refused.value.problems) >= {
        ("bad-day", "standings.csv:3"),
        ("unknown-reference", "standings.csv:5"),
        ("bad-value", "parties.csv:3"),
        ("unknown-key", "organs.toml:3"),
        ("missing-value", "organs.toml:1"),
        ("term-ends-early", "offices.csv:2"),
        ("missing-column", "sessions.csv:1"),
        ("unknown-column", "sessions.csv:1"),
        ("bad-share", "charter/ch-1.toml:26"),
        ("duplicate-id", "sources.csv:3"),
        ("place-beyond", "resolutions/co-1/1-1-p/rows.csv:3"),
        ("unknown-file", "partys.csv"),
    }


def test_one_bad_row_is_not_told_again_by_all_that_refer_to_it(coasts: Path, edit: Edit) -> None:
    edit("parties.csv", "sa,state,SA", "sa,kingdom,SA")
    assert told(folder.check(coasts)) == {("bad-value", "parties.csv:3")}


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case["why"])
def test_a_fault_is_told_where_it_stands(coasts: Path, edit: Edit, case: dict[str, str]) -> None:
    edit(case["file"], case["old"], case["new"])
    problems = folder.check(coasts)
    assert (case["code"], case["place"]) in told(problems)
    assert all("⟨" not in p.message(language) for p in problems for language in ("ar", "en", "fr"))


def test_bytes_that_are_no_text_are_told_not_thrown(coasts: Path) -> None:
    (coasts / "terms.csv").write_bytes("id,ar,en,note\ncoast,س,".encode() + b"\xff\xfe,\n")
    assert ("not-utf8", "terms.csv:2") in told(folder.check(coasts))


def test_a_place_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    assert [p.code for p in folder.check(tmp_path / "nowhere")] == ["folder-not-a-folder"]
    with pytest.raises(NotReadable):
        folder.read(tmp_path)


def test_a_language_version_named_but_absent_is_told_once(coasts: Path) -> None:
    place = "resolutions/co-1/1-1-p"
    (coasts / place / "en.txt").unlink()
    assert absent(coasts) == [f"{place}/resolution.toml:9"]
    head = coasts / place / "resolution.toml"
    head.write_text(head.read_text(encoding="utf-8").partition("[[text]]")[0], encoding="utf-8")
    (coasts / place / "ar.txt").unlink(missing_ok=True)
    assert absent(coasts)[0].startswith(f"{place}/rows.csv:") and len(absent(coasts)) <= 2


def absent(folder_: Path) -> list[str]:
    """Where absent texts are told."""
    return [str(p.places[0]) for p in folder.check(folder_) if p.code == "folder-text-absent"]


@pytest.mark.parametrize(
    ("unsourced", "fact", "severity"),
    [("", "", "warning"), ("hijri", "", "note"), ("", "sessions/co-1#days", "note"), ("", "sessions/co-2", "warning")],
)
def test_two_calendars_far_apart_are_a_warning_unless_the_folder_doubts_them(
    unsourced: str, fact: str, severity: str
) -> None:
    days, hijri = Span.parse("1984-03-01"), Span.parse("1404-04-01")
    session = Session("co-1", "co", "ordinary", days=days, hijri=hijri, unsourced=(unsourced,) if unsourced else ())
    found = Found({})
    found.keep("session", session)
    found.spots["session", "co-1"] = Line("sessions.csv", 2)
    if fact:
        found.keep("dispute", Dispute("d-1", fact, ()))
    assert [(p.code, p.severity) for p in calendars_agree(found)] == [("folder-calendars-differ", severity)]


def test_every_code_has_its_sentence_in_three_languages_and_its_line_in_the_docs() -> None:
    source = "".join(f.read_text(encoding="utf-8") for f in (ROOT / "src/amana/folder").glob("*.py"))
    codes = {"folder-" + c for c in re.findall(r'\b(?:tell|fault)\(\s*"([a-z0-9-]+)"', source)}
    codes |= set(re.findall(r'"(folder-[a-z0-9-]+)"', source)) | {"folder-paragraph-lost", "folder-paragraph-twice"}
    documented = set(re.findall(r"`(folder-[a-z0-9-]+)`", (ROOT / "docs/checks/folder.md").read_text(encoding="utf-8")))
    assert documented == codes
    for language in ("ar", "en", "fr"):
        file = resources.files("amana") / "messages" / language / "folder.toml"
        assert set(tomllib.loads(file.read_text(encoding="utf-8"))) == codes <= set(messages(language))


def test_a_sentence_names_the_same_facts_in_every_language() -> None:
    for code, english in messages("en").items():
        if code.startswith("folder-"):
            named = [set(re.findall(r"\{(\w+)\}", messages(lang)[code])) for lang in ("ar", "fr")]
            assert named == [set(re.findall(r"\{(\w+)\}", english))] * 2, code
