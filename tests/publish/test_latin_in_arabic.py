"""Latin in Arabic Word files: a symbol, a phrase with accents and what stands in brackets keep their order."""

from __future__ import annotations

import pytest

from amana.publish.word import latin_apart


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("الوثيقة (OIC/CFM-50/SG.REP)، وبعد", ["OIC/CFM-50/SG.REP"]),
        ("الفرنسية: invite les États membres، وبعد", ["invite les États membres"]),
        ("قال l’État, réuni n° 3/49-AF، ثم", ["l’État, réuni n° 3/49-AF"]),
        ("القراران (1/50-POL) و(2/50-POL)", ["1/50-POL", "2/50-POL"]),
        ("القراران 1/50-POL, 2/50-POL", ["1/50-POL", "2/50-POL"]),
        ("المجلس CFM (51) ثم", ["CFM (51)"]),
        ("في 30 أغسطس 2024", []),
    ],
)
def test_what_is_latin_is_kept_together_and_a_bracket_of_the_arabic_stays_with_it(text: str, apart: list[str]) -> None:
    pieces = list(latin_apart(text))
    assert [piece for piece, latin in pieces if latin] == apart
    assert "".join(piece for piece, _ in pieces) == text
