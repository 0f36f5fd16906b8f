"""Inflections meet their base, and words that are not one word stay apart."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from amana.values.keyboard import otherwise_typed
from amana.values.stemming import asked, readings, stem, stems, told, words, words_with_places

CASES = tomllib.loads(Path(__file__).with_name("stems_ar.toml").read_text(encoding="utf-8"))
MISSED_AT_MOST = 1


def arabic(word: str) -> str:
    """The stem of a word as printed."""
    (folded,) = words(word)
    return stem(folded, "ar")


def test_inflections_of_arabic_meet_their_base() -> None:
    every = [(family["base"], form) for family in CASES["family"] for form in family["forms"]]
    missed = [(base, form, arabic(base), arabic(form)) for base, form in every if arabic(base) != arabic(form)]
    assert len(CASES["family"]) >= 14 and len(every) >= 69
    assert len(missed) <= MISSED_AT_MOST, missed


def test_bases_of_different_families_stay_apart() -> None:
    bases = [arabic(family["base"]) for family in CASES["family"]]
    assert len(set(bases)) == len(bases)


@pytest.mark.parametrize("pair", CASES["apart"], ids=lambda pair: "-".join(pair["words"]))
def test_words_that_only_look_alike_stay_apart(pair: dict[str, list[str]]) -> None:
    one, other = pair["words"]
    assert arabic(one) != arabic(other)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("resolutions", "Resolution", "en"),
        ("Résolutions", "resolution", "fr"),
        ("États membres", "etat MEMBRE", "fr"),
        ("para menteri", "Para Menteri", "id"),
        ("pertemuan-pertemuan", "pertemuan pertemuan", "id"),
    ],
)
def test_latin_words_meet_without_accents_and_capitals(one: str, other: str, language: str) -> None:
    assert stems(one, language) == stems(other, language)


def test_a_question_whose_language_is_not_known_finds_the_text_of_each() -> None:
    for text, language in (("les résolutions", "fr"), ("the resolutions", "en"), ("للقرارات", "ar"), ("قرارات", "ar")):
        (question,) = asked(text)
        assert set(stems(text, language)) <= set(question)


def test_figures_are_the_same_in_every_script_and_stay_figures() -> None:
    assert asked("١٩٦٩") == asked("1969") == asked("۱۹۶۹") == [("1969",)]
    assert stems("القرار ٥/٥٠-س", "ar") == ["قرار", "5", "50", "س"]


def test_names_of_bodies_are_no_empty_words() -> None:
    assert [r[-1] for r in asked("UN WHO OIC")] == ["un", "who", "oic"]
    assert asked("of the") == []


def test_a_word_leads_back_to_where_it_stands() -> None:
    text = "إنَّ «القَرَارَات»"
    found = {word: text[start:end] for word, start, end in words_with_places(text)}
    assert found["القرارات"] == "القَرَارَات"


def test_a_lone_word_has_one_reading_in_arabic_and_its_own_among_others() -> None:
    assert readings("القرار") == ("قرار",)
    assert "members" in readings("members")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("hghldk", "الامين"), ("ةثةلاثقس", "members"), ("hgrvhv", "القرار"), ("hg,.vhx", "الوزراء")],
)
def test_what_was_typed_on_the_other_keyboard_is_understood(typed: str, meant: str) -> None:
    assert words(otherwise_typed(typed)) == words(meant)


def test_a_name_that_gives_no_word_on_the_other_keyboard_is_left() -> None:
    assert [otherwise_typed(name) for name in ("طه", "ط", "1975", "طه OIC")] == ["", "", "", ""]


def test_the_words_with_which_one_asks_are_left_out_in_every_language() -> None:
    for text in ("who were the observers", "متى المراقبون", "siapa pengamat", "quels observateurs"):
        assert len(told(text)) == 1, text
