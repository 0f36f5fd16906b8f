"""Errors on pages: anybody reports, the house answers, everybody reads the answer and nobody who reported."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.cache import cache
from django.test import Client

from amana.acts import known, record
from amana.acts.facts import ReleaseFact
from amana.acts.organization import CorrectParty
from amana.store.models import ErrorReport
from amana.values.codec import to_plain
from tests.portal.test_pages import body, signed_in

SAID = {"words": "THE WORDS OF THE READER", "source": "THE SOURCE", "reply_to": "reader@example.invalid"}


@pytest.fixture(autouse=True)
def _a_new_day() -> None:
    cache.clear()


def sent(client: Client, page: str = "/en/report/members/kelmora/", **more: str) -> int:
    """A report sent from a page."""
    return int(client.post(page, {**SAID, **more}).status_code)


def test_every_page_leads_to_its_own_form(visitor: Client) -> None:
    assert 'href="/ar/report/members/kelmora/"' in body(visitor, "/ar/members/kelmora/")
    assert 'href="/ar/report/"' in body(visitor, "/ar/")


def test_a_report_is_kept_with_the_page_it_was_sent_from(visitor: Client) -> None:
    assert sent(visitor) == 302
    kept = ErrorReport.objects.get()
    assert (kept.address, kept.language, kept.words) == ("/members/kelmora/", "en", SAID["words"])


def test_what_a_reader_wrote_is_never_public(visitor: Client) -> None:
    sent(visitor)
    editor = signed_in(role="editor")
    held = ErrorReport.objects.get()
    address = f"/en/desk/errors/{held.id}/"
    assert SAID["words"] in body(editor, "/en/desk/errors/") and SAID["reply_to"] in body(editor, address)
    answer = {"answer_en": "Put right.", "answer_ar": "صُحّح.", "answer_fr": "", "entry": "3"}
    assert editor.post(address, answer).status_code == 302
    for page in ("/en/corrections/", "/en/members/kelmora/", "/en/report/members/kelmora/", "/en/record/"):
        shown = body(visitor, page)
        assert not any(said in shown for said in SAID.values())
    assert "Put right." in body(visitor, "/en/corrections/") and "صُحّح." in body(visitor, "/ar/corrections/")


def test_a_report_that_waits_is_not_in_the_public_list(visitor: Client) -> None:
    sent(visitor)
    assert visitor.get("/en/corrections/").context["answered"] == []


@pytest.mark.parametrize(("party", "role"), [("miravel", "delegate"), ("", "desk-officer")])
def test_only_who_may_answer_reads_reports(visitor: Client, party: str, role: str) -> None:
    sent(visitor)
    page = signed_in(party, role).get("/en/desk/errors/")
    assert page.status_code == 403 and SAID["words"] not in page.content.decode()


def test_a_machine_that_fills_every_field_is_thanked_and_not_kept(visitor: Client) -> None:
    assert sent(visitor, website="https://example.invalid/") == 302
    assert not ErrorReport.objects.exists()


def test_one_reader_sends_so_many_in_a_day_and_no_more(visitor: Client) -> None:
    assert [sent(visitor) for _ in range(6)] == [302] * 5 + [429]
    assert ErrorReport.objects.count() == 5


def test_a_report_without_words_or_too_long_is_not_kept(visitor: Client) -> None:
    assert (sent(visitor, words=""), sent(visitor, words="x" * 4001)) == (200, 200)
    assert not ErrorReport.objects.exists()


def test_a_report_needs_the_token_of_its_form(organization: None) -> None:
    strict = Client(HTTP_HOST="127.0.0.1", enforce_csrf_checks=True)
    assert sent(strict) == 403 and not ErrorReport.objects.exists()


def test_an_answer_names_only_an_entry_that_everybody_may_see(visitor: Client) -> None:
    sent(visitor)
    held = ErrorReport.objects.get()
    house = visitor.get("/en/record/").context["entries"][0]
    answer = {"answer_en": "Put right.", "entry": str(house.no)}
    assert house.audience == "house"
    assert signed_in(role="registrar").post(f"/en/desk/errors/{held.id}/", answer).status_code == 200
    assert ErrorReport.objects.get().answered is None


def test_corrections_of_the_record_are_listed_newest_first(visitor: Client) -> None:
    org = known.organization()
    assert org is not None
    for key in ("kelmora", "tassoura"):
        record.enter(CorrectParty(replace(org.party(key), note="put right")), by="console")
    listed = visitor.get("/en/corrections/").context["entries"]
    assert [entry.act for entry in listed[:2]] == ["party.correct"] * 2 and listed[0].no > listed[1].no


def test_a_correction_by_hand_is_listed_when_it_is_released(visitor: Client) -> None:
    org = known.organization()
    assert org is not None
    before = len(visitor.get("/en/corrections/").context["entries"])
    right = replace(org.party("kelmora"), note="put right")
    record.enter(CorrectParty(right, held=True), by="console")
    assert len(visitor.get("/en/corrections/").context["entries"]) == before
    record.enter(ReleaseFact("party", "kelmora", to_plain(right)), by="console")
    listed = visitor.get("/en/corrections/").context["entries"]
    assert (len(listed), listed[0].act, listed[0].subject["en"]) == (before + 1, "fact.release", "Kelmora")
