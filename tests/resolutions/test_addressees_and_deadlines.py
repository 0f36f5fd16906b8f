"""Who is asked, by when, and who reports to whom, as one paragraph states it."""

import tomllib
from pathlib import Path

import pytest

from amana.resolutions.alone import paragraph_of
from amana.values.problems import Place

CASES = tomllib.loads((Path(__file__).parent / "duties_cases.toml").read_text(encoding="utf-8"))["case"]


def due(paragraph):
    stated = paragraph.deadline
    if stated is None or stated.kind == "urgency":
        return "urgency" if stated else ""
    if stated.next:
        return "next"
    return f"{stated.kind} {stated.session or stated.day or stated.period}"


def report(paragraph):
    stated = paragraph.report
    if stated is None:
        return ""
    return f"{stated.by} > {stated.to}".strip() + (
        f" @ {stated.when}" if stated.when and not paragraph.deadline else ""
    )


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:60])
def test_a_paragraph_states_its_duties(case):
    paragraph = paragraph_of(case["text"], case["language"], Place("table"))
    assert [a.id for a in paragraph.addressees if a.role == "implementer"] == case["who"]
    assert due(paragraph) == case.get("due", "")
    assert report(paragraph) == case.get("report", "")


def test_a_day_without_its_year_is_a_deadline_without_a_day():
    text = "Requests the Secretary-General to report by 1 October each year;"
    stated = paragraph_of(text, "en", Place("table")).deadline
    assert (stated.text, stated.kind, stated.day) == ("by 1 October", "date", None)


def test_what_happened_at_the_end_of_a_year_is_no_deadline():
    text = "Memutuskan program baru. Pada akhir tahun 2015, organisasi mengadopsi program itu."
    assert paragraph_of(text, "id", Place("table")).deadline is None
