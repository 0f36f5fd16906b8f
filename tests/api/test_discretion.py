"""Nobody is told what is not his: not in an answer, not in the changes, not by a difference between two refusals."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib.auth import get_user_model
from django.test import Client

from amana.acts import known, record
from amana.acts.facts import Strike
from amana.acts.keeping import Grant
from amana.acts.organization import CorrectDispute, Note
from amana.acts.resolutions import Release
from amana.store import models
from amana.values.facts import Claim, Dispute
from tests.api.conftest import Ask
from tests.api.test_answers import MORE, addresses

SECRETS = ("m-secret", "INTERNAL NOTE", "TOLD AFTER THE RELEASE", "p-desk", "p-officer", "secret-dispute")
QUARREL = Dispute("secret-dispute", "standings/miravel-1#since", (Claim("a", "2018", ("CHARTER",)),))


def withdraw(key: str = "lc-c-5-res-2") -> None:
    """The house takes a released decision back."""
    record.enter(Release(key, "house"), by="console")


def last() -> int:
    """The number of the newest entry."""
    return int(models.Entry.objects.latest("no").no)


def test_a_visitor_meets_nothing_that_stays_in_the_house(client: Client) -> None:
    record.enter(Note(QUARREL), by="console")
    for path in addresses():
        text = client.get(f"/api/v1/{path}", MORE.get(path, {})).content.decode()
        assert [secret for secret in SECRETS if secret in text] == [], path


def test_what_was_never_released_is_as_if_it_were_not(ask: Ask) -> None:
    assert ask("mandates/m-secret", 404)["title"] == ask("mandates/nothing", 404)["title"]
    record.enter(Note(QUARREL), by="console")
    since = str(last() - 1)
    assert ask("disputes/secret-dispute", 404) and ask("changes", since=since)["items"] == []


def test_a_withdrawn_decision_leaves_a_tombstone(ask: Ask) -> None:
    assert ask("decisions/lc-c-5-res-2")["text_held"]
    withdraw()
    stone = ask("decisions/lc-c-5-res-2", 410)
    assert stone["id"] == "lc-c-5-res-2" and stone["deleted"] is True and stone["since"]
    assert "title" in stone and "Clean harbours" not in str(stone)


def test_the_changes_say_what_to_delete_mandates_too(ask: Ask) -> None:
    since = str(last())
    withdraw()
    items = {(one["kind"], one["id"]): one["deleted"] for one in ask("changes", since=since)["items"]}
    assert items[("decision", "lc-c-5-res-2")] is True
    assert items[("mandate", "m-model")] is True and ("mandate", "m-secret") not in items


def test_a_mandate_of_a_withdrawn_decision_is_not_there(ask: Ask) -> None:
    withdraw()
    assert (
        ask("mandates/m-model", 410)["deleted"]
        and ask("mandates/m-secret", 404)
        and "m-model" not in str(ask("mandates"))
    )


def test_a_decision_released_again_is_there_again(ask: Ask) -> None:
    withdraw()
    since = str(last())
    record.enter(Release("lc-c-5-res-2", "public"), by="console")
    assert ask("decisions/lc-c-5-res-2")["id"] == "lc-c-5-res-2"
    items = {one["id"]: one["deleted"] for one in ask("changes", since=since)["items"]}
    assert items["lc-c-5-res-2"] is False and items["m-model"] is False


def test_a_struck_fact_and_a_dispute_taken_back_are_deleted_in_the_changes(ask: Ask) -> None:
    since = str(last())
    record.enter(Strike("session", "co-6", "entered by mistake"), by="console")
    record.enter(CorrectDispute(replace(_dispute(), released=False)), by="console")
    items = {one["id"]: one["deleted"] for one in ask("changes", since=since)["items"]}
    assert items == {"co-6": True, "kelmora-accession": True}


def test_whoever_follows_the_changes_in_small_steps_meets_all_of_them(ask: Ask) -> None:
    whole = ask("changes", since="0")["items"]
    found: list[Any] = []
    since, more = 0, True
    while more:
        page = ask("changes", since=str(since), limit="7")
        found, since, more = found + page["items"], page["next_since"], page["more"]
    assert whole and found[: len(whole)] == whole


def test_somebody_of_the_house_who_is_signed_in_sees_what_is_the_houses_and_it_is_kept_by_no_cache(
    client: Client,
) -> None:
    withdraw()
    user = get_user_model().objects.create_user("a@example.org", "Amina", "a long password", person="p-amina")
    record.enter(Grant("p-amina", "registrar"), by="console")
    client.force_login(user)
    response = client.get("/api/v1/decisions/lc-c-5-res-2")
    assert response.status_code == 200 and response.headers["Cache-Control"].startswith("private")
    assert "Cookie" in response.headers["Vary"]


def test_what_is_for_the_members_is_told_to_a_delegate_and_to_no_visitor(client: Client) -> None:
    record.enter(Release("lc-c-5-res-2", "members"), by="console")
    address = "/api/v1/decisions/lc-c-5-res-2"
    assert client.get(address).status_code == 410
    user = get_user_model().objects.create_user("d@example.org", "Dina", "a long password", person="p-dina")
    record.enter(Grant("p-dina", "delegate", "kelmora"), by="console")
    client.force_login(user)
    assert client.get(address).status_code == 200
    assert client.get("/api/v1/mandates/m-secret").status_code == 404


def _dispute() -> Dispute:
    org = known.organization()
    assert org is not None
    return org.disputes[0]
