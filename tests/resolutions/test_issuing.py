"""A version is translated by one person and revised by another, step by step."""

from __future__ import annotations

from dataclasses import replace

import pytest

from amana.resolutions.issuing import VersionLine, step

LINE = VersionLine("fr", False, 812, "p-tara", "p-rami")


def refused(line: VersionLine, to: str, by: str = "p-rami", why: str = "", *, accepted: bool = False) -> list[str]:
    return [problem.code for problem in step(line, to, by, why, accepted=accepted)]


def test_the_way_goes_step_by_step_to_the_issue_of_the_accepted_text() -> None:
    assert refused(LINE, "revised") == []
    assert refused(replace(LINE, state="revised"), "provisional", "p-amina") == []
    assert refused(replace(LINE, state="provisional"), "issued", "p-amina", accepted=True) == []


@pytest.mark.parametrize(
    ("line", "to", "by", "code"),
    [
        (replace(LINE, reviser="p-tara"), "revised", "p-tara", "line-same-person"),
        (replace(LINE, reviser=""), "revised", "p-amina", "line-no-reviser"),
        (LINE, "revised", "p-tara", "line-other-reviser"),
        (LINE, "provisional", "p-rami", "line-step"),
        (replace(LINE, words=0), "revised", "p-rami", "line-no-text"),
        (replace(LINE, state="provisional"), "issued", "p-rami", "line-not-accepted"),
        (replace(LINE, state="issued"), "draft", "p-rami", "line-no-reason"),
        (replace(LINE, original=True), "revised", "p-rami", "line-original-translated"),
    ],
)
def test_what_is_not_in_order_is_refused_by_its_name(line: VersionLine, to: str, by: str, code: str) -> None:
    assert refused(line, to, by) == [code]


def test_a_version_goes_back_any_way_with_a_reason() -> None:
    assert refused(replace(LINE, state="provisional"), "draft", "p-amina", "paragraph 4 was amended on the floor") == []
