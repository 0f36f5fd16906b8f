"""The reader lays the shipped texts side by side as they were accepted, and finds what was planted and nothing else."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from amana import folder
from amana.intake.receive import blocks_of
from amana.resolutions.accepted import Accepted
from amana.resolutions.concordance import compare
from amana.resolutions.reading import Reading, read
from amana.resolutions.versions import Row, align

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
LANGUAGES = ("ar", "en", "fr")
PLANTED = {
    "drought-early-warning": {
        ("paragraph-missing", "p4"),
        ("days-differ", "o2a"),
        ("figures-differ", "o2c"),
    },
    "lc-c-5-res-2": {
        ("symbols-differ", "p1"),
        ("figures-differ", "p3"),
        ("days-differ", "o2a"),
        ("paragraph-missing", "o2c"),
        ("function-differs", "o4"),
    },
}
SLUGS = sorted({path.stem.rpartition(".")[0] for path in SAMPLES.glob("*/*.txt")})


@cache
def _organization(name: str) -> folder.Organization:
    return folder.read(ROOT / "organizations" / name)


@cache
def _side_by_side(slug: str, ending: str) -> tuple[tuple[Row, ...], dict[str, Reading]]:
    patterns = _organization("example" if slug.startswith("lc-") else "oic").patterns
    readings = {}
    for language in LANGUAGES:
        (path,) = SAMPLES.glob(f"*/{slug}.{language}.{ending}")
        readings[language] = read(blocks_of(path.name, path.read_bytes()).blocks, patterns=patterns)
    return align(readings), readings


@pytest.mark.parametrize("ending", ["txt", "docx"])
@pytest.mark.parametrize("slug", SLUGS)
def test_what_was_planted_is_found_and_nothing_else(slug: str, ending: str) -> None:
    rows, readings = _side_by_side(slug, ending)
    found = {(p.code, str(p.facts.get("key", ""))) for p in compare(rows, readings) if p.severity == "error"}
    assert found == PLANTED.get(slug, set())


@pytest.mark.parametrize("slug", SLUGS)
def test_each_version_tells_its_language_and_the_same_symbol(slug: str) -> None:
    _, readings = _side_by_side(slug, "txt")
    assert {language: r.language for language, r in readings.items()} == {language: language for language in LANGUAGES}
    assert len({r.symbol for r in readings.values()}) == 1
    assert all(r.symbol for r in readings.values())


@pytest.mark.parametrize("accepted", _organization("example").resolutions, ids=lambda r: r.id)
def test_the_reader_gives_the_rows_that_were_accepted(accepted: Accepted) -> None:
    rows, _ = _side_by_side(accepted.id, "txt")
    read_now = [(row.key, row.part, dict(_labels(row))) for row in rows]
    assert read_now == [(row.key, row.part, dict(row.labels)) for row in accepted.rows]


def _labels(row: Row) -> list[tuple[str, str]]:
    return [(language, p.label) for language, p in row.texts.items() if p.label]
