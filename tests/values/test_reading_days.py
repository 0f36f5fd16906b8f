"""The table of days in running text, and real pairs of the organization's sessions."""

from __future__ import annotations

import csv
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amana.values.days import Day, Span, read_days
from amana.values.hijri import difference

CASES = tomllib.loads((Path(__file__).parent / "days.toml").read_text(encoding="utf-8"))["case"]
SESSIONS = Path(__file__).parents[3] / "shared" / "facts" / "oic" / "sessions.csv"


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['language']}: {c['why']}")
def test_days_are_found_as_stated(case: dict[str, Any]) -> None:
    found = read_days(case["text"], case["language"])
    kinds = ("gregorian", "hijri", "yearless")
    assert [{k: str(getattr(d, k)) for k in kinds if getattr(d, k)} for d in found] == case["days"]
    assert all(case["text"][d.start : d.end] == d.text for d in found)


@given(st.text(alphabet="0123456789 ,-–/()هـم محرمصفرMayJune1er", max_size=60), st.sampled_from(["ar", "en", "fr"]))
def test_a_reader_never_refuses(text: str, language: str) -> None:
    for found in read_days(text, language):
        assert text[found.start : found.end] == found.text
        assert found.gregorian or found.hijri or found.yearless


def test_the_stated_pairs_lie_where_the_fact_base_says() -> None:
    if not SESSIONS.exists():
        pytest.skip("the fact base is not beside the project")
    checked = 0
    for row in csv.DictReader(SESSIONS.open(encoding="utf-8")):
        if row["stated_minus_ummalqura_days"]:
            hijri = Span(Day(row["start_hijri_stated"]), Day(row["end_hijri_stated"]))
            gregorian = Span(Day(row["start_gregorian"]), Day(row["end_gregorian"]))
            assert difference(hijri, gregorian) == int(row["stated_minus_ummalqura_days"]), row["city"]
            checked += 1
    assert checked == 53


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_a_page_of_spaces_figures_or_months_does_not_hold_up_the_reader(language: str) -> None:
    start = time.perf_counter()
    for piece in ("5 May" + " " * 20000 + "2019", "1 " * 20000, "5 - " * 10000, "4 مايو " * 5000, "5 mai, " * 5000):
        read_days(piece, language)
    assert time.perf_counter() - start < 10
