"""Every language says everything: messages of problems, and the interface."""

import re
import tomllib
from pathlib import Path

import pytest

from . import catalogues
from .test_documentation import codes_in

FACES = tuple(face for face in catalogues.FACES if (catalogues.home(face) / "locale").is_dir())
SLOT = re.compile(r"{(\w+?)(?:_nom|_gen|_acc)?}")
"""A fact in a sentence; Arabic may ask for it in a grammatical case."""
PLACE = re.compile(r"%\((\w+)\)s|{(\w*)}")


def table(root: Path, language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for file in (root / "src/amana/messages" / language).glob("*.toml"):
        found.update(tomllib.loads(file.read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize("language", ["en", *catalogues.LANGUAGES])
def test_every_problem_has_its_sentence(root: Path, language: str) -> None:
    assert sorted(codes_in(root) - table(root, language).keys()) == []


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_every_sentence_tells_the_same_facts(root: Path, language: str) -> None:
    english, other = table(root, "en"), table(root, language)
    assert english.keys() == other.keys()
    differing = [c for c in english if set(SLOT.findall(english[c])) != set(SLOT.findall(other[c]))]
    assert differing == []


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_every_string_of_a_face_is_translated(face: str, language: str) -> None:
    held = catalogues.held(face, language)
    strings = {(m.context, m.id) for m in catalogues.said(face) if m.id}
    assert strings == {(m.context, m.id) for m in held if m.id}, "run python -m tests.house.catalogues"
    assert sorted(catalogues.missing(held)) == []
    assert not [m.id for m in held if m.fuzzy and m.id]


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_a_translation_names_what_its_string_names(face: str, language: str) -> None:
    single = (m for m in catalogues.held(face, language) if m.id and isinstance(m.id, str))
    astray = [m.id for m in single if set(PLACE.findall(m.id)) != set(PLACE.findall(str(m.string)))]
    assert astray == []


def test_arabic_has_its_six_plural_forms() -> None:
    for face in FACES:
        catalogue = catalogues.held(face, "ar")
        assert catalogue.num_plurals == 6
        plural = [m for m in catalogue if isinstance(m.id, tuple)]
        assert all(len(m.string) == 6 and all(m.string) for m in plural), face
