"""The table of days in running text, and real pairs of the organization's sessions."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amana.values.days import Day, Span, read_days
from amana.values.hijri import HijriDate, OutOfTable, difference, to_gregorian
from amana.values.lexicons import Month, months

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
    for piece in ("5 May" + " " * 20000 + "2019", "1 " * 20000, "5 - " * 10000, "4 مايو " * 5000, "5 mai, " * 5000):
        found = read_days(piece, language)  # a reader that goes back and forth would be here for hours
        assert all(piece[days.start : days.end] == days.text for days in found)


def alone(month: Month) -> list[tuple[str, str]]:
    """Every way to write the 15th of a month with a year and nothing else, with the language that reads it."""
    hijri = month.calendar == "hijri"
    era = ("هـ" if month.language == "ar" else "H") if hijri else ""
    readers = ("en", "fr") if hijri and month.language != "ar" else (month.language,)
    texts = [f"15 {name} {1444 if hijri else 2026}{era}" for name in (month.name, *month.variants)]
    more = (
        [f"{name} 15, 2026" for name in (month.name, *month.variants)] if month.language == "en" and not hijri else []
    )
    return [(reader, text) for text in (*texts, *more) for reader in readers]


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_every_name_in_the_table_of_months_is_read_where_it_stands_alone(language: str) -> None:
    known = [m for m in months() if m.language == language]
    for month in known:
        year = 1444 if month.calendar == "hijri" else 2026
        for reader, text in alone(month):
            found = read_days(text, reader)
            assert [d.text for d in found] == [text], (reader, text)
            assert str(found[0].hijri or found[0].gregorian) == f"{year}-{month.number:02d}-15", (reader, text)
            assert (found[0].hijri is not None) == (month.calendar == "hijri")
    assert len(known) == {"ar": 96, "en": 24, "fr": 24}[language]


def test_a_day_beyond_the_table_is_read_and_only_its_conversion_refused() -> None:
    (found,) = read_days("on 27 Rajab 1600H", "en")
    assert str(found.hijri) == "1600-07-27"
    with pytest.raises(OutOfTable):
        to_gregorian(HijriDate(1600, 7, 27))
