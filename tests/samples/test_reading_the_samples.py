"""The clerk lays the shipped texts side by side as they were accepted, and finds what was planted and nothing else."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from amana import clerk, folder
from amana.resolutions.accepted import Accepted
from amana.values.lexicons import Phrase

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
def _sheet(slug: str, ending: str) -> clerk.Sheet:
    organization = _organization("example" if slug.startswith("lc-") else "oic")
    files = [next(SAMPLES.glob(f"*/{slug}.{language}.{ending}")) for language in LANGUAGES]
    return clerk.sheet(
        [(file.name, file.read_bytes()) for file in files],
        patterns=organization.patterns,
        phrases=[Phrase(p.phrase, p.language, p.function, p.part, int(p.strength or 0)) for p in organization.phrases],
        languages=LANGUAGES,
    )


@pytest.mark.parametrize("ending", ["txt", "docx"])
@pytest.mark.parametrize("slug", SLUGS)
def test_what_was_planted_is_found_and_nothing_else(slug: str, ending: str) -> None:
    found = {(p.code, str(p.facts.get("key", ""))) for p in _sheet(slug, ending).findings if p.severity == "error"}
    assert found == PLANTED.get(slug, set())


@pytest.mark.parametrize("slug", SLUGS)
def test_each_version_tells_its_language_and_the_same_symbol(slug: str) -> None:
    readings = _sheet(slug, "txt").readings
    assert {language: r.language for language, r in readings.items()} == {language: language for language in LANGUAGES}
    assert len({r.symbol for r in readings.values()}) == 1
    assert all(r.symbol for r in readings.values())


HELD = [one for one in _organization("example").resolutions if one.texts]


@pytest.mark.parametrize("kept", HELD, ids=lambda kept: kept.id)
def test_accepting_the_same_files_again_gives_the_same_paragraphs(kept: Accepted) -> None:
    again = clerk.accepted(
        _sheet(kept.id, "txt"), resolution=kept.id, symbol=kept.symbol, organ=kept.organ, session=kept.session
    )
    assert [(r.id, r.key, r.part, r.labels, r.places) for r in again.rows] == [
        (r.id, r.key, r.part, r.labels, r.places) for r in kept.rows
    ]
    assert (again.title, again.how, again.votes) == (kept.title, kept.how, kept.votes)


@pytest.mark.parametrize("kept", HELD, ids=lambda kept: kept.id)
def test_the_findings_kept_are_those_that_the_clerk_makes_today(kept: Accepted) -> None:
    again = clerk.accepted(
        _sheet(kept.id, "txt"), resolution=kept.id, symbol=kept.symbol, organ=kept.organ, session=kept.session
    )
    assert [(f.code, f.severity, f.key, f.facts, f.languages) for f in again.findings] == [
        (f.code, f.severity, f.key, f.facts, f.languages) for f in kept.findings
    ]
