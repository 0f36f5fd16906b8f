"""How a paragraph opens: part, function and strength, in tables that a person read."""

import tomllib
from pathlib import Path

import pytest

from amana.resolutions.alone import paragraph_of
from amana.values.problems import Place

LANGUAGES = ("ar", "en", "fr", "id")


def rows():
    for language in LANGUAGES:
        table = tomllib.loads((Path(__file__).parent / f"openings_{language}.toml").read_text(encoding="utf-8"))
        for row in (row for group in table.values() for row in group):
            yield pytest.param(language, *row, id=f"{language}-{row[0][:40]}")


@pytest.mark.parametrize(("language", "text", "part", "function", "strength"), list(rows()))
def test_a_paragraph_alone_is_known_by_its_opening(language, text, part, function, strength):
    found = paragraph_of(text, language, Place("x", block=1))
    assert (found.part, found.function, found.strength) == (part, function, strength)


@pytest.mark.parametrize(
    ("language", "text", "function"),
    [
        ("en", "Decides, in the light of the request of the boatmen, to extend the mandate of the office;", "extend"),
        ("fr", "Décide, compte tenu de la demande, de rester saisi de la question.", "remain_seized"),
        ("en", "Decides, in this context, to paint the locks;", "decide"),
    ],
)
def test_an_aside_does_not_cut_a_phrase_in_two(language, text, function):
    assert paragraph_of(text, language, Place("x", block=1)).function == function


@pytest.mark.parametrize(
    ("language", "text", "function"),
    [
        ("en", "*decides* to repair the locks;", "decide"),
        ("en", "**Further requests** the boatmen to report;", "request"),
        ("fr", "_recommande_ aux bateliers de se réunir;", "recommend"),
        ("ar", "*يدعو* الملاحين إلى الاجتماع؛", "call_upon"),
    ],
)
def test_marks_of_stress_do_not_hide_the_verb(language, text, function):
    assert paragraph_of(text, language, Place("x", block=1)).function == function
