"""The invented organization loads without a word and is written as it stands, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from amana import folder

EXAMPLE = Path(__file__).resolve().parents[2] / "organizations" / "example"
PLANTED = "lc-c-5-res-2"


@pytest.fixture(scope="module")
def example() -> folder.Organization:
    return folder.read(EXAMPLE)


def test_the_example_has_no_fault() -> None:
    assert [(p.code, [str(place) for place in p.places]) for p in folder.check(EXAMPLE)] == []


def test_the_example_is_canonical(example: folder.Organization) -> None:
    kept = {str(f.relative_to(EXAMPLE)): f.read_bytes() for f in EXAMPLE.rglob("*") if f.is_file()}
    assert folder.files_of(example) == kept


def test_six_resolutions_of_two_sessions_stand_in_three_languages(example: folder.Organization) -> None:
    held = [r for r in example.resolutions if r.texts]
    assert sorted((r.session, r.symbol) for r in held) == [
        (f"co-{session}", f"LC/C.{session}/RES/{serial}") for session in (4, 5) for serial in (1, 2, 3)
    ]
    assert all({t.language for t in r.texts} == {"ar", "en", "fr"} for r in held)


def test_two_decisions_are_known_by_their_entries_alone(example: folder.Organization) -> None:
    assert {r.id for r in example.resolutions if not r.texts} == {"co-2-communique", "lc-c-3-res-2"}


def test_one_resolution_renews_another(example: folder.Organization) -> None:
    assert [(r.id, r.renews) for r in example.resolutions if r.renews] == [("lc-c-5-res-1", ("lc-c-4-res-1",))]


def test_a_finding_is_kept_for_every_planted_difference_and_for_no_other(example: folder.Organization) -> None:
    kept = {(f.code, f.key) for f in example.resolution(PLANTED).findings}
    assert kept == {
        ("symbols-differ", "p1"),
        ("figures-differ", "p3"),
        ("days-differ", "o2a"),
        ("paragraph-missing", "o2c"),
        ("function-differs", "o4"),
    }
    assert not any(r.findings for r in example.resolutions if r.id != PLANTED)


def test_a_paragraph_missing_in_arabic_has_no_place_there(example: folder.Organization) -> None:
    missing = [(r.id, row.key) for r in example.resolutions for row in r.rows if "ar" not in row.places]
    assert missing == [(PLANTED, "o2c")]
