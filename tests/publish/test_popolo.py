"""The invented organization and the real one in Popolo: what the specification requires, and nothing dangling."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from amana import folder
from amana.publish.popolo import popolo

DAY = date(2024, 1, 1)


@pytest.fixture(scope="module", params=["example", "oic"])
def whole(request: pytest.FixtureRequest, root: Path) -> dict[str, Any]:
    """An organization in Popolo on a day."""
    return popolo(folder.read(root / "organizations" / request.param), DAY, "en")


def test_it_is_as_the_specification_requires(whole: dict[str, Any]) -> None:
    schema = json.loads((Path(__file__).parent / "popolo.schema.json").read_text())
    assert [str(e.message) for e in Draft202012Validator(schema).iter_errors(whole)] == []


def test_every_id_is_one_things_alone_and_every_reference_leads_somewhere(whole: dict[str, Any]) -> None:
    ids = [one["id"] for kind in whole if kind != "@context" for one in whole[kind]]
    assert len(ids) == len(set(ids))
    named = {one[key] for kind in ("organizations", "posts", "memberships", "events") for one in whole[kind]
             for key in ("organization_id", "parent_id", "post_id", "person_id", "on_behalf_of_id") if key in one}  # fmt: skip
    assert named - set(ids) == set()


def test_nothing_that_began_later_is_in_it(whole: dict[str, Any]) -> None:
    begun = [one["start_date"] for kind in ("memberships", "events") for one in whole[kind] if "start_date" in one]
    assert begun and max(begun)[:4] <= "2024"


def test_a_standing_ends_where_the_next_begins(root: Path) -> None:
    made = popolo(folder.read(root / "organizations" / "example"), DAY, "en")
    its = [one for one in made["memberships"] if one.get("member", {}).get("id") == "party/tassoura"]
    told = [
        (one["role"], one.get("start_date"), one.get("end_date")) for one in its if one["id"].startswith("standing/")
    ]
    assert told == [
        ("member", "2018-03-14", "2021-05-26"),
        ("suspended", "2021-05-26", "2022-03-15"),
        ("member", "2022-03-15", None),
    ]
