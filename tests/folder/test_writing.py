"""A folder is written whole, in one form, and nothing of others is touched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from amana import folder
from amana.values.problems import NotReadable, Refused
from amana.values.words import Words


def _files(place: Path) -> dict[str, bytes]:
    return {p.relative_to(place).as_posix(): p.read_bytes() for p in place.rglob("*") if p.is_file()}


def test_a_canonical_folder_is_written_back_byte_for_byte(coasts: Path) -> None:
    before = _files(coasts)
    assert folder.files_of(folder.read(coasts)) == before
    assert folder.write(folder.read(coasts), coasts) == ()
    assert _files(coasts) == before


def test_writing_mends_the_form_and_keeps_what_is_said(coasts: Path) -> None:
    said = folder.read(coasts)
    clean = _files(coasts)
    rows = (coasts / "standings.csv").read_text(encoding="utf-8").splitlines()
    (coasts / "standings.csv").write_text("\r\n".join([rows[0], *reversed(rows[1:])]) + "\r\n", encoding="utf-8-sig")
    (coasts / "charter/ch-1.toml").rename(coasts / "charter/charter.toml")
    (coasts / "phrases.csv").write_bytes((coasts / "phrases.csv").read_bytes().replace(b"Launches", b'"Launches"'))
    assert {p.code for p in folder.check(coasts)} == {"folder-not-canonical"}
    assert folder.read(coasts) == said
    folder.write(said, coasts)
    assert _files(coasts) == clean


def test_a_resolution_whose_symbol_changed_moves_and_leaves_nothing_behind(coasts: Path) -> None:
    org = folder.read(coasts)
    folder.write(replace(org, resolutions=(replace(org.resolution("r-1"), symbol="2/1-P"),)), coasts)
    assert [p.name for p in (coasts / "resolutions/co-1").iterdir()] == ["2-1-p"]
    assert folder.check(coasts) == ()


def test_files_of_others_stay(coasts: Path) -> None:
    for name in ("scan.pdf", "resolutions/co-1/1-1-p/cover.docx", "README.md"):
        (coasts / name).write_bytes(b"theirs")
    org = folder.read(coasts)
    folder.write(replace(org, resolutions=()), coasts)
    assert {"scan.pdf", "README.md", "resolutions/co-1/1-1-p/cover.docx"} <= set(_files(coasts))
    assert "resolutions/co-1/1-1-p/en.txt" not in _files(coasts)
    assert {str(p.places[0]) for p in folder.check(coasts)} == {"scan.pdf", "resolutions/co-1/1-1-p/cover.docx"}


def test_another_organizations_folder_is_never_written_over(coasts: Path, tmp_path: Path) -> None:
    other = replace(folder.read(coasts), profile=folder.Profile("rivers", Words(en="Rivers"), languages=("ar", "en")))
    before = _files(coasts)
    with pytest.raises(Refused):
        folder.write(other, coasts)
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "parties.csv").write_bytes(b"to whom it may concern")
    with pytest.raises(Refused):
        folder.write(other, tmp_path / "letters")
    assert _files(coasts) == before


def test_what_is_said_in_an_unlisted_language_is_not_silently_lost(coasts: Path) -> None:
    org = folder.read(coasts)
    french = replace(org.parties[0], names=(replace(org.parties[0].names[0], short=Words(fr="Égypte")),))
    with pytest.raises(Refused) as refused:
        folder.files_of(replace(org, parties=(french, *org.parties[1:])))
    assert [p.facts["id"] for p in refused.value.problems] == ["eg"]


def test_an_id_that_leads_out_of_the_folder_is_refused(coasts: Path) -> None:
    org = folder.read(coasts)
    with pytest.raises(Refused):
        folder.files_of(replace(org, resolutions=(replace(org.resolution("r-1"), session="../../etc"),)))
    with pytest.raises(Refused):
        folder.files_of(replace(org, instruments=(replace(org.instruments[0], id="../ch-1"),)))


def test_two_resolutions_with_one_symbol_stand_apart(coasts: Path) -> None:
    org = folder.read(coasts)
    twin = replace(org.resolution("r-1"), id="r-2", rows=())
    paths = folder.files_of(folder.organization_from([*folder.facts_of(org), ("resolution", "r-2", twin)]))
    assert {p.split("/")[2] for p in paths if p.startswith("resolutions/")} == {"1-1-p", "1-1-p-2"}


def test_a_starter_folder_checks_clean(tmp_path: Path) -> None:
    made = folder.new(tmp_path / "sea", "sea", {"en": "League of the Sea"}, ("en", "sw"))
    assert folder.check(tmp_path / "sea") == ()
    assert folder.read(tmp_path / "sea") == made
    assert b"short_en,short_sw" in (tmp_path / "sea/parties.csv").read_bytes()
    with pytest.raises(Refused):
        folder.new(tmp_path / "sea", "sea", {"en": "Again"}, ("en",))


def test_warnings_alone_do_not_keep_a_folder_from_being_read(coasts: Path, tmp_path: Path) -> None:
    (coasts / "notes.txt").write_bytes(b"")
    assert folder.read(coasts).profile.id == "coasts"
    (coasts / "organization.toml").write_bytes(b"id = ")
    with pytest.raises(NotReadable):
        folder.read(coasts)
