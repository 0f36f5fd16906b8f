"""Every word of the desk is there in Arabic and French, and every refusal in all three languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.utils import translation

from amana.acts.mandates import Assign
from amana.acts.may import forbidden
from amana.acts.view import View
from amana.desk.vocabulary import told
from amana.values.problems import Problem, messages

SOURCE = Path(__file__).resolve().parents[2] / "src" / "amana"
CODE = re.compile(r'Problem\(\s*f?"([a-z]+(?:-[a-z]+)+)"')


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
@pytest.mark.parametrize("room", ["acts", "desk"])
def test_every_refusal_has_its_sentence(room: str, language: str) -> None:
    codes = {code for file in (SOURCE / room).rglob("*.py") for code in CODE.findall(file.read_text(encoding="utf-8"))}
    assert codes and not codes - set(messages(language))


@pytest.mark.parametrize(("language", "forms"), [("ar", 6), ("fr", 2)])
def test_every_word_is_translated_with_all_its_plurals(language: str, forms: int) -> None:
    with (SOURCE / "desk" / "locale" / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        entries = [entry for entry in read_po(file) if entry.id]
    empty = [entry.id for entry in entries if not entry.string or (entry.pluralizable and not all(entry.string))]
    assert len(entries) > 300 and not empty
    assert {len(entry.string) for entry in entries if entry.pluralizable} == {forms}


def test_every_word_of_the_templates_is_among_them() -> None:
    with (SOURCE / "desk" / "locale" / "ar" / "LC_MESSAGES" / "django.po").open("rb") as file:
        known = {entry.id for entry in read_po(file)}
    said = re.compile(r'{% translate "([^"]+)"')
    used = {
        w
        for page in (SOURCE / "desk" / "templates").rglob("*.html")
        for w in said.findall(page.read_text(encoding="utf-8"))
    }
    assert used and not used - known


def test_a_refusal_names_roles_in_the_readers_language(db: None) -> None:
    problem = forbidden(Assign("m-1", "p-1"), View(by="p-nobody"))
    assert problem is not None
    with translation.override("ar"):
        assert "رئيس إدارة" in told(problem, "ar") and "department" not in told(problem, "ar")


def test_a_sentence_that_opens_with_the_name_of_a_file_leaves_it_as_it_is() -> None:
    about = {"file": "draft.docx", "changes": 1, "authors": 1}
    assert told(Problem("intake-tracked-changes", about), "en").startswith("draft.docx holds tracked changes (1,")


def test_a_quotation_keeps_its_direction_in_a_sentence_of_the_other_one() -> None:
    about = {"file": "draft.docx", "changes": 1, "authors": 1}
    missing = {"key": "o2", "opening": "Decides to meet", "present": "en", "missing": "ar"}
    with translation.override("ar"):
        assert "\u2068draft.docx\u2069" in told(Problem("intake-tracked-changes", about), "ar")
        quoted = told(Problem("paragraph-missing", missing), "ar").split("«")[1].split("»")[0]
    assert quoted.replace("\u2068", "", 1).startswith("\u2068") and quoted.endswith("…\u2069")
    with translation.override("en"):
        assert "\u2068" not in told(Problem("intake-tracked-changes", about), "en")


def test_what_two_versions_say_is_told_with_their_languages_by_name() -> None:
    problem = Problem("figures-differ", {"key": "o2", "differences": ("ar: ١٠٥", "en: 150")})
    with translation.override("fr"):
        assert "arabe: \u2068١٠٥\u2069 · anglais: \u2068150\u2069" in told(problem, "fr")
