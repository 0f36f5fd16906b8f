"""The door: languages, unchanged answers, faults told together, how much may be asked, who may ask from where."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from amana.acts import record
from amana.acts.keeping import Grant
from amana.acts.organization import Register
from amana.acts.resolutions import Release
from amana.api import door
from amana.api.kept import Kept
from amana.api.rate import Bucket
from amana.charter.parties import Party, PartyName
from amana.values.words import Words
from tests.api.conftest import Ask

PARTIES = "/api/v1/parties"


def test_the_language_is_the_one_asked_else_the_one_the_browser_asks_for(client: Client) -> None:
    asked = client.get(PARTIES, {"language": "fr"}, headers={"Accept-Language": "ar"})
    assert asked.json()["language"] == asked.headers["Content-Language"] == "fr"
    assert client.get(PARTIES, headers={"Accept-Language": "ar"}).json()["language"] == "ar"
    assert client.get(PARTIES, headers={"Accept-Language": "sw"}).json()["language"] == "en"


def test_an_answer_that_has_not_changed_is_not_sent_again(client: Client) -> None:
    first = client.get(PARTIES)
    again = client.get(PARTIES, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304 and again.content == b"" and again.headers["ETag"] == first.headers["ETag"]
    other = client.get(PARTIES, {"as_of": "2020-01-01"}, headers={"If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200


def test_an_entry_of_the_record_makes_answers_new(client: Client) -> None:
    tag = client.get(PARTIES).headers["ETag"]
    party = Party("nerith", "state", (PartyName(Words(en="Nerith")),), unsourced=("names",))
    record.enter(Register(party), by="console")
    assert client.get(PARTIES, headers={"If-None-Match": tag}).status_code == 200


def test_every_fault_of_a_question_is_told_at_once(ask: Ask) -> None:
    told = ask("decisions", 400, as_of="1979-02-30", language="xx", kind="song", limit="0", colour="red")
    assert {one["where"] for one in told["errors"]} == {"as_of", "language", "kind", "limit", "colour"}
    assert told["status"] == 400 and "1979-05-12" in told["detail"]


def test_a_fault_is_told_in_the_language_asked(client: Client) -> None:
    response = client.get(PARTIES, {"as_of": "غدا", "language": "ar"})
    assert response.headers["Content-Type"] == "application/problem+json"
    assert "ليس يومًا" in response.json()["detail"]


@pytest.mark.parametrize("cursor", ["x", "!!", "ISU", "MQ"])
def test_a_word_that_is_no_cursor_is_refused(ask: Ask, cursor: str) -> None:
    assert ask("decisions", 400, cursor=cursor)["errors"][0]["code"] == "api-cursor"


def test_an_address_that_is_none_is_told_as_a_problem(ask: Ask) -> None:
    assert ask("parties/atlantis", 404)["errors"][0]["code"] == "api-not-there"
    assert ask("nothing", 404)["errors"][0]["code"] == "api-no-address"


def test_nothing_can_be_changed_here(client: Client) -> None:
    for method in ("post", "put", "delete", "patch"):
        response = getattr(client, method)(PARTIES)
        assert response.status_code == 405 and response.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_a_page_of_any_host_may_ask(client: Client) -> None:
    asked = client.options(PARTIES, headers={"Origin": "https://elsewhere.example"})
    assert asked.status_code == 204 and asked.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get(PARTIES).headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in client.get(PARTIES).headers


def test_the_head_of_an_answer_has_no_body(client: Client) -> None:
    response = client.head(PARTIES)
    assert response.status_code == 200 and response.content == b"" and response.headers["ETag"]


def test_whoever_asks_too_much_is_told_when_to_ask_again(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "BUCKET", Bucket(2, clock=lambda: 0.0))
    left = [client.get(PARTIES).headers["RateLimit-Remaining"] for _ in range(2)]
    refused = client.get(PARTIES)
    assert left == ["1", "0"] and refused.status_code == 429
    assert refused.headers["Retry-After"] == "30" and refused.json()["errors"][0]["code"] == "api-too-many"
    assert client.get(PARTIES, REMOTE_ADDR="192.0.2.9").status_code == 200


def test_the_bucket_fills_again_with_time() -> None:
    now = [0.0]
    bucket = Bucket(60, clock=lambda: now[0])
    assert all(bucket.take("192.0.2.1") for _ in range(60))
    refused = bucket.take("192.0.2.1")
    now[0] = 1.0
    allowed = bucket.take("192.0.2.1")
    assert refused and not refused.may and allowed and allowed.may


def test_language_and_day_before_the_address_lead_to_the_one_address(client: Client) -> None:
    response = client.get("/ar/on/2020-01-01/api/v1/parties")
    assert response.status_code == 308
    assert response.headers["Location"] == "/api/v1/parties?language=ar&as_of=2020-01-01"


def test_the_page_of_addresses_is_ours_alone(client: Client) -> None:
    assert client.get("/api/").headers["Location"] == "/en/api/"
    page = client.get("/ar/api/").content.decode()
    assert "/api/v1/decisions" in page and "<script" not in page.replace("<script type", "") and "cdn" not in page


def test_an_answer_that_is_kept_is_the_same_and_is_given_to_no_one_else(
    client: Client, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    monkeypatch.setattr(door, "KEPT", Kept(1_000_000))
    first = client.get("/api/v1/decisions")
    with django_assert_num_queries(2):
        again = client.get("/api/v1/decisions")
    assert again.content == first.content and again.headers["ETag"] == first.headers["ETag"]
    record.enter(Release("lc-c-5-res-2", "house"), by="console")
    assert b"lc-c-5-res-2" not in client.get("/api/v1/decisions").content
    user = get_user_model().objects.create_user("a@example.org", "Amina", "a long password", person="p-amina")
    record.enter(Grant("p-amina", "registrar"), by="console")
    client.force_login(user)
    assert b"lc-c-5-res-2" in client.get("/api/v1/decisions").content
    client.logout()
    assert b"lc-c-5-res-2" not in client.get("/api/v1/decisions").content
