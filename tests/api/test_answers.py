"""What the interface for programs answers, held against the organization's own days."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from openapi_spec_validator import validate

from amana.api import urls
from tests.api.conftest import Ask

THINGS = {
    "party": "kelmora",
    "source": "CHARTER",
    "dispute": "kelmora-accession",
    "organ": "council",
    "office": "secretary-general",
    "term": "sg-1",
    "person": "n-solune",
    "session": "co-4",
    "decision": "lc-c-4-res-1",
    "mandate": "m-list",
    "no": "3",
}
MORE = {"answer": {"q": "?"}, "search": {"q": "harbours"}}
ABSENT = ("programme", "partner", "group", "subject", "instrument")
EVERY = ("id", "self", "url", "language", "as_of", "known_until", "beyond", "entries")


def addresses() -> list[str]:
    """Every address of the interface, filled with ids of the invented organization."""
    every = [path.removeprefix("/api/v1/") for path in urls.schema()["paths"]]
    return [path.format(**THINGS) for path in every if not any(f"{{{kind}}}" in path for kind in ABSENT)]


def test_the_description_is_openapi_3_1_and_says_of_every_address_what_it_is() -> None:
    schema = urls.schema()
    validate(schema)
    assert schema["openapi"].startswith("3.1")
    operations = [methods["get"] for methods in schema["paths"].values()]
    assert all(one.get("description") for one in operations)
    assert len({one["operationId"] for one in operations}) == len(operations)


def test_the_description_is_served_as_it_is(ask: Ask) -> None:
    assert ask("openapi.json") == urls.schema()


def test_every_answer_says_what_it_is_and_for_which_day(ask: Ask) -> None:
    for path in addresses():
        told = ask(path, **MORE.get(path, {}))
        if path != "popolo.json":
            assert [name for name in EVERY if name not in told] == [], path
            assert told["self"].startswith("http://127.0.0.1/api/v1/"), path


def test_every_item_bears_a_lasting_address_that_answers(ask: Ask, client: Client) -> None:
    for path in ("parties", "organs", "offices", "terms", "persons", "sessions", "decisions", "mandates", "sources"):
        for item in ask(path)["items"][:3]:
            answer = client.get(item["self"].removeprefix("http://127.0.0.1"))
            assert answer.status_code == 200 and answer.json()["id"] == item["id"]
            assert client.get(item["url"].removeprefix("http://127.0.0.1")).status_code == 200, item["url"]


def test_no_answer_needs_many_queries(client: Client, django_assert_max_num_queries: Any) -> None:
    for path in addresses():
        with django_assert_max_num_queries(18):
            assert client.get(f"/api/v1/{path}", MORE.get(path, {})).status_code == 200, path


def test_the_number_of_queries_does_not_grow_with_the_list(client: Client, django_assert_num_queries: Any) -> None:
    client.get("/api/v1/decisions")  # the organization is read once, then kept
    for path in ("decisions", "record"):
        for limit in ("1", "100"):
            with django_assert_num_queries(5):
                client.get(f"/api/v1/{path}", {"limit": limit})


@pytest.mark.parametrize(
    ("day", "members", "suspended"),
    [
        ("2018-03-13", [], []),
        ("2018-03-14", ["miravel", "tassoura"], []),
        ("2021-06-01", ["kelmora", "miravel"], ["tassoura"]),
        ("2023-01-01", ["kelmora", "miravel", "tassoura"], []),
    ],
)
def test_the_roll_is_that_of_the_day_asked(ask: Ask, day: str, members: list[str], suspended: list[str]) -> None:
    items = ask("parties", as_of=day)["items"]
    assert sorted(one["id"] for one in items if one["standing"] == "member") == members
    assert [one["id"] for one in items if one["standing"] == "suspended"] == suspended


def test_a_party_bears_the_name_of_the_day_in_the_language_asked(ask: Ask) -> None:
    assert ask("parties/kelmora", as_of="2020-01-01", language="ar")["name"]["text"] == "جزر كلمورة"
    assert ask("parties/kelmora", as_of="2024-01-01", language="fr")["name"]["text"] == "Kelmore"


def test_a_day_is_told_as_stated_with_its_bounds_and_in_both_calendars(ask: Ask) -> None:
    days = ask("sessions/co-4")["days"]
    assert (days["stated"], days["first"], days["last"]) == ("2024-11-05/2024-11-07", "2024-11-05", "2024-11-07")
    assert days["hijri"] == {"stated": "1446-05-03/1446-05-05", "computed": None}
    assert ask("organization")["known_until"]["last"] == "2026-01-31"


def test_an_office_says_who_held_it_and_where_a_later_state_is_not_held(ask: Ask) -> None:
    assert ask("offices/secretary-general", as_of="2020-01-01")["holding"]["certain"] == "sg-1"
    later = ask("offices/secretary-general", as_of="2026-06-01")["holding"]
    assert later["beyond"] and later["certain"] is None


def test_a_fact_bears_its_sources_and_disputes(ask: Ask) -> None:
    change = ask("parties/kelmora")["changes"][0]
    assert change["sources"] == ["COUNCIL1", "NOTE2"] and change["unsourced"] == []
    assert change["disputes"] == ["kelmora-accession"]


def test_a_decision_has_every_paragraph_in_every_language(ask: Ask) -> None:
    told = ask("decisions/lc-c-4-res-1")
    assert {text["language"] for text in told["texts"]} == {"ar", "en", "fr"}
    paragraph = next(one for one in told["paragraphs"] if one["place"] == "o4")
    assert set(paragraph["texts"]) == {"ar", "en", "fr"} and paragraph["mandates"] == ["m-list"]


def test_decisions_are_found_by_organ_session_and_symbol(ask: Ask) -> None:
    of_session = ask("decisions", session="co-4", text="held")["items"]
    assert len(of_session) == 3 and all(one["session"] == "co-4" for one in of_session)
    assert [one["id"] for one in ask("decisions", symbol="LC/C.4/RES/1")["items"]] == ["lc-c-4-res-1"]
    assert ask("decisions", organ="assembly", text="held")["items"] == []


def test_pages_follow_each_other_without_loss_and_end(ask: Ask) -> None:
    whole = [one["id"] for one in ask("decisions")["items"]]
    found, cursor = [], ""
    for _ in range(len(whole)):
        page = ask("decisions", limit="2", **({"cursor": cursor} if cursor else {}))
        found += [one["id"] for one in page["items"]]
        if not (cursor := page["next"] or ""):
            break
    assert found == whole and cursor == ""


def test_a_decision_is_not_there_before_it_was_adopted(ask: Ask) -> None:
    assert ask("decisions", as_of="2019-01-01")["items"] == []
    assert ask("decisions/lc-c-4-res-1", 404, as_of="2019-01-01")["errors"][0]["code"] == "api-not-there"


def test_the_checkpoint_is_the_signed_one(ask: Ask, client: Client) -> None:
    note = client.get("/en/record/checkpoint").content.decode()
    assert ask("checkpoint")["note"] == note and ask("checkpoint")["root"] in note
