"""Damage of copying: undone where that is sure, told where it is not, never touched in a verse."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amana.intake import blocks_of
from amana.intake.repair import Repairs
from amana.intake.repair_numbers import digits_of
from amana.values.blocks import Block
from amana.values.problems import Place, messages

CASES = tomllib.loads((Path(__file__).parent / "repairs.toml").read_text(encoding="utf-8"))["case"]
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىإأآ ٠١٢٩XNUM﴾﴿ـیک\u200f\ufffdﻣ«»"


def mended(text):
    """The blocks of a text after mending, joined again, and the findings."""
    repairs = Repairs("a.txt", {})
    blocks = repairs.blocks(Block(part, Place("a.txt", block=n)) for n, part in enumerate(text.split("\n\n"), 1))
    return "\n\n".join(block.text for block in blocks), repairs.problems()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_what_is_damaged_is_mended_or_told_and_all_else_stays(case):
    text, problems = mended(case["text"])
    assert text == case.get("becomes", case["text"])
    assert sorted(problem.code for problem in problems) == sorted(case.get("codes", []))
    assert all(problem.places for problem in problems)


def test_at_least_half_of_the_cases_must_not_be_changed():
    assert len(CASES) >= 60
    assert sum("becomes" not in case for case in CASES) * 2 >= len(CASES)


def test_the_numbers_that_a_machine_lost_are_proposed_and_never_written():
    sentence = "The 21st Session took place on 22-2025 June XNUMX."
    text, (problem,) = mended(f"It met in 1969. {sentence} It has 57 members.")
    assert sentence in text
    assert problem.facts["printed"] == ("21", "22", "2025", "XNUMX")
    assert problem.facts["proposed"] == ("?", "21", "22", "2025")
    place = problem.places[0]
    assert text[place.start : place.end] == sentence


def test_where_two_numbers_are_lost_none_is_proposed():
    _, (problem,) = mended("The 21st Session took place on 22 June XNUMX in hall XNUMX.")
    assert problem.facts["proposed"] == ("?", "?", "?", "?")


@pytest.mark.parametrize(("turned", "digits"), [("٠٥٨١", "doubtful"), ("٠٠١٢", "doubtful"), ("٩٤٨١", "upright")])
def test_a_year_that_a_resolution_names_lies_between_1850_and_2100(turned, digits):
    assert digits_of(f"عام {turned}") == digits


def test_every_place_of_a_repair_is_told():
    _, (problem,) = mended("األمين\n\nsound\n\nاألعضاء")
    assert [place.block for place in problem.places] == [1, 3]


@settings(max_examples=300, deadline=None)
@given(st.text(LETTERS, max_size=60))
def test_mending_never_loses_a_verse_and_what_is_mended_stays_so(text):
    once, _ = mended(text)
    if "﴿" in text and "﴾" in text.partition("﴿")[2]:
        verse = text.partition("﴿")[2].partition("﴾")[0]
        assert f"﴿{verse}﴾" in once
    assert mended(once)[0].replace("\u200f", "") == once.replace("\u200f", "") or "٠" in text or "١" in text


def test_what_intake_says_of_a_text_is_told_in_every_language():
    told = {problem.code for case in CASES for problem in mended(case["text"])[1]}
    for language in ("en", "ar", "fr", "id"):
        assert told <= set(messages(language))
    for case in CASES:
        for problem in mended(case["text"])[1]:
            assert "⟨" not in problem.message("ar") + problem.message("id")


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("the coopera-\ntion of the Secretary-\nGeneral", ["the cooperation of the Secretary-General"]),
        ("negara-\nnegara anggota", ["negara-negara anggota"]),
        ("a cease-\nfire and non-\nmember states", ["a cease-fire and non-member states"]),
        ("la coopé\u00ad\nration", ["la coopération"]),
        ("first\r\n\r\nsecond\rthird", ["first", "second third"]),
        ("4\n\nRequests", ["4", "Requests"]),
        (
            "the report of the Secretary-General on the situation in\n\n- 1 -\n\fthe area of the straits;\n\n- 2 -\n\fEnd.",
            ["the report of the Secretary-General on the situation in the area of the straits;", "End."],
        ),
        ("One ends here.\n\fTwo begins.", ["One ends here.", "Two begins."]),
        ("The number is\n\n12\n\nof them", ["The number is", "12", "of them"]),
        (
            "Recalling its resolution,\nB\nActing under Chapter VII of the Charter,",
            ["Recalling its resolution,", "B", "Acting under Chapter VII of the Charter,"],
        ),
        ("مجلس الأنهار\nالقرار 27 (2023)\nيقـــرر\nالعمل", ["مجلس الأنهار", "القرار 27 (2023)", "يقرر", "العمل"]),
        (
            "ﻗﺮﺍﺭ ﺭﻗﻢ 12/50-ﺱ\nﺑﺸﺄﻥ ﺍﻟﻤﺎﺀ\nﺇﻥ ﻣﺠﻠﺲ ﺍﻷﻧﻬﺎﺭ،\nﺇﺫ ﻳﺸﻴﺮ ﺇﻟﻰ ﺍﻟﻤﻴﺜﺎﻕ،",
            ["قرار رقم 12/50-س", "بشأن الماء", "إن مجلس الأنهار،", "إذ يشير إلى الميثاق،"],
        ),
    ],
)
def test_lines_and_pages_become_paragraphs(text, blocks):
    assert [block.text for block in blocks_of("a.txt", text.encode()).blocks] == blocks


def test_a_block_knows_its_line_across_pages_and_ends_of_lines():
    received = blocks_of("a.txt", b"One.\r\n\r\nTwo.\r\n\x0cThree.\n\nFour.")
    assert [(block.text, block.place.line) for block in received.blocks] == [
        ("One.", 1),
        ("Two.", 3),
        ("Three.", 4),
        ("Four.", 6),
    ]
