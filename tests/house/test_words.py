"""Every language says everything: messages of problems, and the interface."""

import re
import tomllib
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from .test_documentation import codes_in

FACES = ("pages", "portal", "desk")
TEMPLATE = re.compile(
    r"""{%\s*(?:translate|trans)\s+"([^"]+)"|{%\s*(?:translate|trans)\s+'([^']+)'|\b_\(\s*"([^"]+)\""""
)
SLOT = re.compile(r"{(\w+?)(?:_nom|_gen|_acc)?}")
"""A fact in a sentence; Arabic may ask for it in a grammatical case."""


def table(root: Path, language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for file in (root / "src/amana/messages" / language).glob("*.toml"):
        found.update(tomllib.loads(file.read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_every_problem_has_its_sentence(root: Path, language: str) -> None:
    assert sorted(codes_in(root) - table(root, language).keys()) == []


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_every_sentence_tells_the_same_facts(root: Path, language: str) -> None:
    english, other = table(root, "en"), table(root, language)
    assert english.keys() == other.keys()
    differing = [c for c in english if set(SLOT.findall(english[c])) != set(SLOT.findall(other[c]))]
    assert differing == []


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("language", ["ar", "fr"])
def test_every_string_of_a_face_is_translated(root: Path, face: str, language: str) -> None:
    folder = root / "src/amana" / face
    with (folder / "locale" / language / "LC_MESSAGES/django.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    missing = [
        m.id
        for m in catalogue
        if m.id and (not m.string or not all(m.string if isinstance(m.string, tuple) else [m.string]))
    ]
    assert missing == [] and not [m.id for m in catalogue if m.fuzzy and m.id]
    used = {
        next(filter(None, groups))
        for path in folder.rglob("*.html")
        for groups in TEMPLATE.findall(path.read_text("utf-8"))
    }
    known = {m.id[0] if isinstance(m.id, tuple) else m.id for m in catalogue}
    known |= {m.id for f in FACES for m in _other(root, f, language)}
    assert sorted(used - known) == []


def _other(root: Path, face: str, language: str) -> list[object]:
    with (root / "src/amana" / face / "locale" / language / "LC_MESSAGES/django.po").open("rb") as file:
        return [m for m in read_po(file, locale=language) if isinstance(m.id, str)]


def test_arabic_has_its_six_plural_forms(root: Path) -> None:
    for face in FACES:
        with (root / "src/amana" / face / "locale/ar/LC_MESSAGES/django.po").open("rb") as file:
            catalogue = read_po(file, locale="ar")
        assert catalogue.num_plurals == 6
        plural = [m for m in catalogue if isinstance(m.id, tuple)]
        assert all(len(m.string) == 6 and all(m.string) for m in plural), face
