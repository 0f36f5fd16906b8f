"""Folding, and the way back to the original characters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from amana.values.folding import Folded, digits, fold, fold_with_places, span_back


@given(st.text(max_size=40))
def test_every_folded_character_has_its_place(text: str) -> None:
    folded, places = fold_with_places(text)
    if places is None:
        assert len(folded) == len(text)
    else:
        assert len(places) == len(folded) + 1
        assert places == sorted(places) and places[-1] == len(text)


@given(st.text(alphabet="أإآاىيهـةَُِّك ﻻﷲéÉœ’–1٢\u00a0\u200f", max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text, "ar")
    assert fold(once, "ar") == once
    assert fold_with_places(text)[0] == once


@given(
    st.text(alphabet="أإآؤاىيهـةَُِّٓٔك éÉe\u0301c\u0327’–1٢٪%§•_-\u00a0\u200f\u2067,.;:Aa\u0007", max_size=30), st.booleans()
)
def test_a_rare_sign_behind_changes_nothing_before_it(text: str, accents: bool) -> None:
    folded, places = fold_with_places(text, accents=accents)
    rare, rare_places = fold_with_places(f"{text} \u2603", accents=accents)
    assert (
        f"{folded} \u2603" == rare == fold(f"{text} \u2603", accents=accents) and fold(text, accents=accents) == folded
    )
    assert list(places or range(len(text) + 1))[: len(folded)] == list(rare_places or range(len(rare)))[: len(folded)]
    assert Folded(text).words | {"\u2603"} >= {w for w in Folded(f"{text} \u2603").words if w.strip()}


def test_a_span_goes_back_with_its_marks() -> None:
    text = "المُحَرَّم ١٤٣٤هـ"
    folded, places = fold_with_places(text)
    start = folded.index("محرم")
    assert text[slice(*span_back(text, places, start, start + 4))] == "مُحَرَّم"


def test_digits_of_every_script_become_western_in_place() -> None:
    assert digits("٢٥/۹ من 7") == "25/9 من 7"


def test_a_hamza_above_a_vowel_belongs_to_the_letter_below_it() -> None:
    assert fold("ي\u064e\u0654 \u2603") == fold("ي\u064e\u0654") + " \u2603" == "ئ \u2603"
