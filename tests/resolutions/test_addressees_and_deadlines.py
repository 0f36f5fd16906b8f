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
