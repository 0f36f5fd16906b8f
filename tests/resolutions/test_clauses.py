"""What a paragraph says of money, of its review and of its end; its hedges and its tone."""

import tomllib
from pathlib import Path

import pytest

from amana.resolutions.alone import paragraph_of
from amana.values.problems import Place

CASES = tomllib.loads((Path(__file__).parent / "clauses_cases.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:60])
def test_clauses_and_hedges_are_told_as_printed(case):
    paragraph = paragraph_of(case["text"], case["language"], Place("table"))
    assert [[c.kind, c.value] for c in paragraph.clauses] == case["clauses"]
    assert all(case["text"][c.start : c.end] == c.text for c in paragraph.clauses)
    assert list(paragraph.hedges) == case.get("hedges", [])


@pytest.mark.parametrize(
    ("text", "language", "tone"),
    [
        ("Condemns the attack;", "en", "negative"),
        ("Se félicite du rapport ;", "fr", "positive"),
        ("يطلب من الأمين العام العمل؛", "ar", "neutral"),
    ],
)
def test_the_tone_is_that_of_the_function(text, language, tone):
    assert paragraph_of(text, language, Place("table")).tone == tone
