"""What is a citation, and what is none."""

import tomllib
from pathlib import Path

import pytest

from amana.resolutions.citations import citations_of

CASES = tomllib.loads((Path(__file__).parent / "citations_cases.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["why"])
def test_citations_are_found_as_the_table_says_and_stand_where_they_say(case):
    found = citations_of(case["text"])
    assert [c.symbol for c in found] == case["symbols"]
    assert all(case["text"][c.start : c.end] == c.text for c in found)
    if "alternatives" in case:
        assert [a for c in found for a in c.alternatives] == case["alternatives"]


def test_a_citation_names_the_decision_of_the_house_that_it_means():
    held = {"1/38-ORG": "cfm-38-1-org", "2/38-أت": "cfm-38-2-org"}
    found = citations_of("Resolution No. 1/38-ORG, resolution 9/38-ORG and القرار 38/2-أت", entries=held)
    assert [c.entry for c in found] == ["cfm-38-1-org", "", "cfm-38-2-org"]
