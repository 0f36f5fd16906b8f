"""Latin in Arabic Word files: a symbol, a phrase with accents and what stands in brackets keep their order."""

from __future__ import annotations

import re
from io import BytesIO

import docx
import pytest

from amana.publish.version_word import Line, version
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


def test_an_issued_version_bears_a_mark_only_where_a_symbol_begins_with_a_digit() -> None:
    said = ["القرار 1/50-POL والوثيقة OIC/CFM-50/2024/RES.1،", "في Kuala Lumpur - Malaysia، 12 - 15 أبريل"]
    made = docx.Document(BytesIO(version([Line("", text) for text in said], "ar")))
    texts = [p.text for p in made.paragraphs]
    assert [re.sub("[\u200e\u200f]", "", text) for text in texts] == said
    assert texts[0].count("\u200e") == 1 and "\u200e1/50-POL" in texts[0] and "\u200f" not in texts[0]
    assert "Malaysia\u200f، \u200e12 - 15" in texts[1] and not re.search("[\u2066-\u2069]", "".join(texts))
