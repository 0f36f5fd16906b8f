"""Numbers in words, both ways, and in running text."""

from __future__ import annotations

import tomllib
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amana.values import numbers_ar
from amana.values.lexicons import cardinal_forms, ordinal_forms
from amana.values.numbers import cardinal, digits, find_numbers, ordinal, read_cardinal, read_ordinal

LANGUAGES, GENDERS, CASES = ("ar", "en", "fr"), ("m", "f"), ("nom", "acc", "gen", "obl")
TEXTS = tomllib.loads((Path(__file__).parent / "numbers.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cardinal_reads_back_in_every_gender_and_case(language: str) -> None:
    for n, gender, case in product(range(1000), GENDERS, CASES):
        words = cardinal(n, language, gender, case)
        assert read_cardinal(words, language) == n, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_ordinal_reads_back_in_every_gender_and_case(language: str) -> None:
    for n, gender, case, definite in product(range(1, 200), GENDERS, CASES, (True, False)):
        words = ordinal(n, language, gender, case, definite)
        assert read_ordinal(words, language) == n, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lexicon_s_own_forms_are_read(language: str) -> None:
    forms = [(n, f, read_ordinal) for n, several in ordinal_forms(language).items() for f in several]
    forms += [(n, f, read_cardinal) for n, several in cardinal_forms(language).items() for f in several]
    assert [(n, form) for n, form, read in forms if read(form, language) != n] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_written_numbers_are_those_of_the_lexicon(language: str) -> None:
    for n, forms in ordinal_forms(language).items():
        written = {ordinal(n, language, g, c) for g in GENDERS for c in CASES}
        assert written & set(forms), (n, written)


@given(
    st.lists(
        st.sampled_from(
            [
                "مائة",
                "مئتان",
                "ثلاث",
                "ثلاثة",
                "وثلاثون",
                "وعشرين",
                "عشر",
                "عشرة",
                "ألف",
                "الثالثة",
                "والأربعون",
                "بعد",
                "واحد",
                "اثنا",
            ]
        ),
        max_size=4,
    )
)
def test_an_arabic_number_is_read_whole_or_not_at_all(words: list[str]) -> None:
    n = read_cardinal(" ".join(words), "ar")
    if n is not None and n < 1000:
        assert len(cardinal(n, "ar").split()) >= len(words) - 1  # "ثلاث مائة" may be written apart


@pytest.mark.parametrize(
    ("text", "language", "n"),
    [("سبعة وخمسين", "ar", 57), ("مئتان", "ar", 200), ("مائتين وخمس", "ar", 205), ("ثلاث مائة", "ar", 300),
     ("مائة وأحد عشر", "ar", 111), ("اثنتي عشرة", "ar", 12), ("إحدى وعشرين", "ar", 21), ("ألف وتسعمئة وتسع وستين", "ar", 1969),
     ("quatre vingt un", "fr", 81), ("QUATRE-VINGT-DIX-SEPT", "fr", 97), ("septante", "fr", 70), ("deux mille huit", "fr", 2008),
     ("one hundred fifty", "en", 150), ("Forty Eight", "en", 48), ("a hundred", "en", 100), ("٥٧", "ar", 57)],
)  # fmt: skip
def test_other_spellings_are_read(text: str, language: str, n: int) -> None:
    assert read_cardinal(text, language) == n


@pytest.mark.parametrize(
    ("text", "language"),
    [("ثلاثة وخمسة", "ar"), ("سبعة وخمسين دولة", "ar"), ("أحد", "ar"), ("عشرون وثلاثة", "ar"), ("مائة ثلاثة", "ar"), ("", "ar"),
     ("vingt et deux", "fr"), ("cent et", "fr"), ("soixante et dix", "fr"), ("unième", "fr"), ("deux deux", "fr"),
     ("nineteen sixty-nine", "en"), ("twenty and three", "en"), ("hundred", "en"), ("forty-eighth", "en"), ("ten,five", "en")],
)  # fmt: skip
def test_what_is_not_wholly_understood_is_no_number(text: str, language: str) -> None:
    assert read_cardinal(text, language) is None


@pytest.mark.parametrize(
    ("text", "language", "n"),
    [("الثالثة والأربعين", "ar", 43), ("الحادية عشرة", "ar", 11), ("الأولى بعد المائة", "ar", 101), ("المئة", "ar", 100),
     ("المائة والثالثة", "ar", 103), ("الواحد والعشرون", "ar", 21), ("1er", "fr", 1), ("48ème", "fr", 48), ("seconde", "fr", 2),
     ("vingt-et-unième", "fr", 21), ("soixante et onzième", "fr", 71), ("48th", "en", 48), ("one hundred and first", "en", 101)],
)  # fmt: skip
def test_ranks_are_read(text: str, language: str, n: int) -> None:
    assert read_ordinal(text, language) == n


@pytest.mark.parametrize("n", range(101, 200))
def test_every_arabic_rank_between_one_hundred_and_two_is_found(n: int) -> None:
    for gender, case, definite in product(("m", "f"), ("nom", "acc", "gen"), (True, False)):
        rank = numbers_ar.ordinal(n, gender, case, definite)
        assert [(x.value, x.kind) for x in find_numbers(f"جلسة {rank} في", "ar")] == [(str(n), "ordinal")], rank


@pytest.mark.parametrize("case", TEXTS, ids=lambda c: f"{c['language']}: {c['why']}")
def test_numbers_are_found_in_running_text(case: dict[str, Any]) -> None:
    found = find_numbers(case["text"], case["language"])
    assert [f"{n.value} %" if n.percent else n.value for n in found] == case["values"]
    assert all(case["text"][n.start : n.end] == n.text for n in found)


def test_masked_spans_are_left_out() -> None:
    text = "on 5 May 2019 the 48 members"
    assert [n.value for n in find_numbers(text, "en", masked=[(3, 13)])] == ["48"]


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_a_finder_never_refuses(text: str, language: str) -> None:
    for number in find_numbers(text, language):
        assert text[number.start : number.end] == number.text
        assert digits(number.value).isascii()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_of_figures_does_not_hold_up_the_finder(language: str) -> None:
    for piece in (
        "a/1 2 " * 10000,
        "1 two deux ثلاثة " * 5000,
        "1" + " " * 50000 + "%",
        "مائة و" * 5000,
        "two " * 10000,
    ):
        found = find_numbers(piece, language, masked=[(n, n + 1) for n in range(0, 20000, 7)])
        assert all(piece[number.start : number.end] == number.text for number in found)
