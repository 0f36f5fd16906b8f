"""Symbols by patterns that are data."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amana.values.codec import from_plain, to_plain
from amana.values.problems import messages
from amana.values.symbols import Example, Pattern, Symbol, check_examples, find, parse

TABLES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "symbols.toml").read_text(encoding="utf-8"))[
    "symbol"
]
PATTERNS: Sequence[Pattern] = [from_plain(Pattern, table) for table in TABLES]
RESOLUTIONS = Path(__file__).parents[3] / "shared" / "facts" / "oic" / "resolutions.csv"


def found(text: str, session: int | None = None) -> list[str]:
    return [p.symbol for p in find(text, PATTERNS, session=session)]


def test_the_examples_of_every_pattern_hold() -> None:
    assert [p.message() for pattern in PATTERNS for p in check_examples(pattern)] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda t: str(t["id"]))
def test_a_pattern_comes_back_from_plain_values(table: dict[str, Any]) -> None:
    pattern = from_plain(Pattern, table)
    assert to_plain(pattern) == table


def test_a_symbol_keeps_its_printed_form_and_place() -> None:
    text = "Recalling Resolutions No. 1 /37- POL and 45/10-P(IS), adopted"
    one, other = find(text, PATTERNS)
    assert (one.text, one.symbol, one.pattern) == ("1 /37- POL", "1/37-POL", "cfm-pol")
    assert (other.text, other.symbol, other.parts["session"]) == ("45/10-P(IS)", "45/10-P(IS)", "10")
    assert text[one.start : one.end] == one.text


@pytest.mark.parametrize("printed", ["48/1-س", "1/48-س", "س-48/1", "س-1/48", "١/٤٨ - س"])
def test_a_reversed_pair_is_flagged_and_the_session_decides(printed: str) -> None:
    (symbol,) = find(f"القرار رقم {printed} الصادر", PATTERNS)
    assert symbol.reversed_possible
    assert {symbol.symbol, *symbol.alternatives} == {"1/48-POL", "48/1-P"}
    assert found(f"القرار رقم {printed} الصادر", session=48) == ["1/48-POL"]


def test_a_pair_that_only_one_order_allows_is_not_flagged() -> None:
    (symbol,) = find("القرار 31/10 - أق (ق.إ)", PATTERNS)
    assert (symbol.symbol, symbol.alternatives) == ("31/10-E(IS)", ())
    (symbol,) = find("Resolution 33/34-P", PATTERNS)
    assert not symbol.reversed_possible


def test_a_letter_that_changed_its_meaning_follows_the_session() -> None:
    assert found("1/6-P, 1/37-POL, 1/50-P") == ["1/6-P", "1/37-POL"]


def test_a_bare_pair_counts_only_behind_its_word() -> None:
    assert found("Resolution No. 11/11, page 2/3, a 2/3 majority") == ["11/11"]
    assert found("القرار رقم 12/3 والنسبة 2/3") == ["12/3"]


def test_small_letters_are_no_series() -> None:
    assert found("page 2/3-e of the file, 1/6-p") == []


def test_another_house_is_other_data() -> None:
    house = [
        Pattern("ga", "A/RES/{session}/{serial}"),
        Pattern("ga-old", "A/RES/{serial}({session:roman})"),
        Pattern("sc", "S/RES/{serial} ({year})"),
        Pattern("lc", "LC/{session}/RES.{serial}[{part:letter}]"),
    ]
    text = "A/RES/77/245; A/RES/3379(XXX); S/RES/242 (1967); LC/3/RES.2 and LC/3/RES.2B, a/res/1/2"
    symbols = ["A/RES/77/245", "A/RES/3379(XXX)", "S/RES/242 (1967)", "LC/3/RES.2", "LC/3/RES.2B"]
    assert [p.symbol for p in find(text, house)] == symbols


def test_parse_takes_a_whole_symbol_only() -> None:
    assert parse(" 1/50-POL ", PATTERNS) == Symbol("1/50-POL")
    assert parse("see 1/50-POL", PATTERNS) is None
    assert parse("1/50-XYZ", PATTERNS) is None


@pytest.mark.parametrize(
    "pattern",
    [Pattern("x", "{serial}/{session}-{series}"), Pattern("x", "{serial"), Pattern("x", "{serial:word}"),
     Pattern("x", "{serial}[/{session}"), Pattern("x", "{serial}/{session}", printed=("{serial}",)), Pattern("x", "{serial}", sessions="new")],
    ids=lambda p: p.pattern,
)  # fmt: skip
def test_a_pattern_that_cannot_be_read_is_said_so(pattern: Pattern) -> None:
    assert [p.code for p in check_examples(pattern)] == ["symbol-pattern-broken"]


def test_an_example_that_does_not_hold_is_said_in_every_language() -> None:
    pattern = Pattern("ga", "A/RES/{session}/{serial}", examples=(Example("A/RES/77/245", "A/RES/245/77"),))
    (problem,) = check_examples(pattern)
    assert problem.code == "symbol-example-differs"
    for language in ("ar", "en", "fr"):
        assert "A/RES/245/77" in problem.message(language)
        assert problem.code in messages(language)


@given(
    st.integers(1, 99),
    st.integers(37, 60),
    st.sampled_from(["POL", "E", "C", "ORG"]),
    st.sampled_from(["-", " - ", "–", "- "]),
)
def test_spaces_and_dashes_do_not_matter(serial: int, session: int, series: str, dash: str) -> None:
    assert found(f"{serial} /{session}{dash}{series}") == [f"{serial}/{session}-{series}"]
    assert str(Symbol.parse(f"{serial}/{session}-{series}")) == f"{serial}/{session}-{series}"


def test_most_printed_symbols_of_the_fact_base_are_read() -> None:
    if not RESOLUTIONS.exists():
        pytest.skip("the fact base is not beside the project")
    rows = [r for r in csv.DictReader(RESOLUTIONS.open(encoding="utf-8")) if r["symbol_printed"]]
    pairs = [(printed, r["symbol"]) for r in rows for printed in r["symbol_printed"].split(" ; ")]
    wrong = [(printed, symbol) for printed, symbol in pairs if str(parse(printed, PATTERNS)) != symbol]
    assert len(pairs) > 500 and len(wrong) < len(pairs) / 5  # series this table does not list, and slips of the sources


def test_a_page_of_spaces_does_not_hold_up_the_finder() -> None:
    for piece in ("1/48" + " " * 30000 + "- POL", "1/" * 15000, "1 / 2 - " * 5000, "(ق . " * 5000):
        found = find(piece, PATTERNS)  # a finder that goes back and forth would be here for hours
        assert all(piece[printed.start : printed.end] == printed.text for printed in found)
