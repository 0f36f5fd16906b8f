"""Rules on when an organ meets, held against the days on which it met."""

from __future__ import annotations

from pathlib import Path

import pytest

from amana import folder
from amana.charter.rules import in_force
from amana.folder.organization import Organization
from amana.sessions.timing import departures


@pytest.fixture(scope="module")
def oic(root: Path) -> Organization:
    return folder.read(root / "organizations/oic")


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("cfm-49", {("out of season", "council.season")}),
        ("cfm-50", {("out of season", "council.season"), ("too late", "council.interval")}),
        ("cfm-51", {("too early", "council.minimum-interval")}),
        ("is-14", {("too late", "summit.interval")}),
        ("icfm-8", set()),
        ("is-7", set()),
        ("is-x-8", set()),
    ],
)
def test_a_session_departs_from_the_rules_of_its_day(
    oic: Organization, key: str, expected: set[tuple[str, str]]
) -> None:
    session = oic.session(key)
    assert session.days and session.days.first
    rules = {k: h for k, h in in_force(oic.instruments, session.days.first).items() if session.organ in h.rule.organs}
    assert {(d.why, d.held.rule.key) for d in departures(session, oic.sessions, rules)} == expected


def test_a_pending_amendment_is_told_beside_the_rule(oic: Organization) -> None:
    session = oic.session("is-15")
    assert session.days and session.days.first
    rules = in_force(oic.instruments, session.days.first)
    (late,) = departures(session, oic.sessions, {"summit.interval": rules["summit.interval"]})
    assert late.held.instrument == "ch-2008" and late.held.pending == ("3-44-org",)
