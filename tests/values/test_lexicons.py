"""The lexicons are read whole, and their expressions match their own examples."""

from __future__ import annotations

import re
from collections import Counter
from importlib import resources

import pytest

from amana.values import lexicons
from amana.values.months import TRADITIONS, key, month_name, names


def test_every_lexicon_is_read_whole() -> None:
    for lang in ("ar", "en", "fr", "id"):
        lines = (resources.files("amana") / "lexicons" / f"verbs_{lang}.csv").read_text(encoding="utf-8").splitlines()
        assert len(lexicons.phrases(lang)) == len([line for line in lines if line.strip()]) - 1 > 100
    assert lexicons.phrases("de") == ()
    assert len(lexicons.months()) == 168
    assert len(lexicons.addressees()) == 55 and lexicons.addressees()[0].forms["ar"][0] == "الأمين العام"
    assert len(lexicons.equivalents()) == 30 and len(lexicons.labels()) == 28
    assert {m.kind for m in lexicons.modifiers()} and len(lexicons.decision_rules()) == 36


@pytest.mark.parametrize("language", ["ar", "en", "fr", "id"])
def test_no_phrase_opens_the_same_part_twice(language: str) -> None:
    said = Counter((p.phrase, p.part) for p in lexicons.phrases(language))
    assert [one for one, times in said.items() if times > 1] == []


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_every_expression_matches_its_example(language: str) -> None:
    for pattern in lexicons.patterns(language):
        flags = 0 if pattern.kind in ("reference", "date") else re.IGNORECASE
        assert re.search(pattern.regex, pattern.example, flags), pattern


def test_every_month_has_a_name_in_every_tradition_and_is_known_by_it() -> None:
    for tradition in TRADITIONS:
        for number in range(1, 13):
            name = month_name(number, "ar", tradition=tradition)
            assert all(names("ar")[key(part)][1] == number for part in name.split("/")), name
    for language in ("ar", "en", "fr"):
        assert len({month_name(n, language, "hijri") for n in range(1, 13)}) == 12
