"""What the public face promises, through Django's client."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from amana.acts import known, record
from amana.acts.keeping import Grant
from amana.acts.organization import Register
from amana.acts.resolutions import CorrectResolution, Release
from amana.charter.parties import Party, PartyName
from amana.ledger.proof import check_proof
from amana.values.words import Words

PAGES = (
    "/",
    "/members/",
    "/members/kelmora/",
    "/organs/",
    "/organs/council/",
    "/sessions/",
    "/sessions/co-4/",
    "/sessions/co-4/implementation/",
    "/decisions/",
    "/decisions/list/organ/council/session/co-5/",
    "/decisions/lc-c-4-res-1/",
    "/decisions/lc-c-4-res-1/in/ar-en-fr/",
    "/mandates/",
    "/mandates/list/status/done/",
    "/mandates/m-list/",
    "/record/",
    "/record/before/20/",
    "/record/3/",
    "/report/",
    "/report/members/kelmora/",
    "/reported/",
    "/corrections/",
    "/search/",
    "/search/council/kind/session/",
    "/sources/",
    "/sources/CHARTER/",
    "/differ/kelmora-accession/",
)


def body(client: Client, address: str, status: int = 200) -> str:
    """The page at an address."""
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


@pytest.mark.parametrize("language", ["ar", "en", "fr", "id"])
def test_every_page_is_there_in_each_language_with_few_queries(
    visitor: Client, language: str, django_assert_max_num_queries: Any
) -> None:
    for page in PAGES:
        with django_assert_max_num_queries(16):
            page_text = body(visitor, f"/{language}{page}")
        assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page_text


def test_the_number_of_queries_does_not_grow_with_what_a_page_shows(
    visitor: Client, django_assert_num_queries: Any
) -> None:
    for page in ("/en/decisions/list/session/co-4/", "/en/decisions/"):
        body(visitor, page)
        with django_assert_num_queries(5):
            body(visitor, page)


def test_a_page_refers_to_no_other_host_and_has_no_inline_script(visitor: Client) -> None:
    response = visitor.get("/ar/")
    assert "default-src 'self'" in response.headers["Content-Security-Policy"]
    assert "<script>" not in response.content.decode() and "style=" not in response.content.decode()


def test_the_language_switch_keeps_page_and_day(visitor: Client) -> None:
    page = body(visitor, "/ar/on/2021-06-01/members/tassoura/")
    assert 'href="/en/on/2021-06-01/members/tassoura/"' in page


def test_as_of_a_day_the_page_says_so_and_leads_back(visitor: Client) -> None:
    page = body(visitor, "/en/on/2021-06-01/members/")
    assert "You see the organization as of" in page and 'href="/en/members/"' in page


def test_a_suspended_member_is_counted_apart_on_the_day(visitor: Client) -> None:
    response = visitor.get("/en/on/2021-06-01/members/")
    assert response.context["roll"].suspended == ("tassoura",)
    assert "tassoura" not in response.context["roll"].members


def test_a_party_bears_its_name_of_the_day(visitor: Client) -> None:
    assert "<h1>Kelmora Isles</h1>" in body(visitor, "/en/on/2021-06-01/members/kelmora/")
    assert "<h1>Kelmora</h1>" in body(visitor, "/en/members/kelmora/")


def test_before_the_foundation_nobody_belongs(visitor: Client) -> None:
    assert "Nobody belonged on this day." in body(visitor, "/en/on/2010-01-01/members/")


def test_a_decision_adopted_later_is_not_there_on_the_day(visitor: Client) -> None:
    body(visitor, "/en/on/2024-11-06/decisions/lc-c-4-res-1/", 404)
    body(visitor, "/en/on/2024-11-07/decisions/lc-c-4-res-1/")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12 May 2019", "2019-05-12"),
        ("2019-05-12", "2019-05-12"),
        ("١٢ رجب ١٤٤٢", "1442-07-12"),
        ("12/7/1442هـ", "1442-07-12"),
        ("١٤٤٢-٠٧-١٢", "1442-07-12"),
    ],
)
def test_a_day_is_taken_in_either_calendar_and_any_digits(visitor: Client, typed: str, day: str) -> None:
    response = visitor.get("/ar/as-of/", {"day": typed, "at": "/members/"})
    assert response.headers["Location"] == f"/ar/on/{day}/members/"


def test_what_is_no_day_is_kept_and_explained(visitor: Client) -> None:
    response = visitor.get("/en/as-of/", {"day": "sooner", "at": "/organs/"})
    page = response.content.decode()
    assert response.status_code == 400
    assert 'value="sooner"' in page and "is not a day" in page and 'value="/organs/"' in page


def test_the_day_picker_leads_nowhere_else(visitor: Client) -> None:
    response = visitor.get("/en/as-of/", {"day": "2020-01-01", "at": "//elsewhere.example/"})
    assert response.headers["Location"] == "/en/on/2020-01-01/"


def test_the_reader_shows_languages_side_by_side_with_an_address_a_paragraph(visitor: Client) -> None:
    response = visitor.get("/ar/decisions/lc-c-4-res-1/in/ar-en/")
    page = response.content.decode()
    assert all(f'id="{line.id}"' in page for line in response.context["lines"]) and 'id="o4"' in page
    assert "Requests the Secretary-General" in page and "يطلب من الأمين العام" in page


def test_a_citation_is_linked_where_the_document_is_held(visitor: Client) -> None:
    page = body(visitor, "/ar/decisions/lc-c-5-res-1/")
    assert '<a href="/ar/decisions/lc-c-4-res-1/"><bdi class="symbol" dir="ltr">LC/C.4/RES/1</bdi></a>' in page


def test_a_decision_is_cited_in_bibtex_and_ris(visitor: Client) -> None:
    assert "number = {LC/C.4/RES/1}" in body(visitor, "/en/decisions/lc-c-4-res-1/citation.bib")
    assert "M1  - LC/C.4/RES/1\r\n" in body(visitor, "/en/decisions/lc-c-4-res-1/citation.ris")


def test_a_text_is_downloaded_as_accepted(visitor: Client) -> None:
    assert body(visitor, "/en/decisions/lc-c-4-res-1/text-en.txt").startswith("LC/C.4/RES/1\n\nEarly warning")


def test_of_a_mandate_the_public_sees_what_stood_at_its_release(visitor: Client) -> None:
    page = body(visitor, "/en/mandates/m-model/")
    assert "A draft is being read." in page
    assert "TOLD AFTER THE RELEASE" not in page and "INTERNAL NOTE" not in page


def test_a_mandate_not_released_is_nowhere(visitor: Client) -> None:
    body(visitor, "/en/mandates/m-secret/", 404)
    for page in ("/en/mandates/", "/en/decisions/lc-c-5-res-2/", "/en/sessions/co-6/"):
        assert "m-secret" not in body(visitor, page)


def test_of_states_without_information_the_page_says_only_that(visitor: Client) -> None:
    response = visitor.get("/en/mandates/m-states/")
    page = response.content.decode().lower()
    assert response.context["mandate"].view == "no_information"
    assert "overdue" not in page and "failed" not in page


def test_mandates_are_filtered_by_their_address(visitor: Client) -> None:
    page = visitor.get("/en/mandates/list/status/done/")
    assert [one.key for one, _ in page.context["mandates"]] == ["m-list"]
    body(visitor, "/en/mandates/list/status/nonsense/", 404)


def test_a_session_shows_the_reports_owed_to_it(visitor: Client) -> None:
    assert [one.key for one in visitor.get("/en/sessions/co-5/").context["owed"]] == ["m-follow"]


def test_the_report_for_the_public_tells_only_what_was_released(visitor: Client) -> None:
    page = body(visitor, "/en/sessions/co-5/implementation/")
    assert "A draft is being read." in page and "TOLD AFTER THE RELEASE" not in page


def test_the_report_is_a_word_file_in_each_language(visitor: Client) -> None:
    for language in ("ar", "en", "fr"):
        response = visitor.get(f"/en/sessions/co-4/implementation-{language}.docx")
        assert response.content[:2] == b"PK" and response.headers["Content-Language"] == language


def test_the_proof_of_an_entry_holds_without_the_site(visitor: Client) -> None:
    for no in (1, 7, 40):
        proof = body(visitor, f"/en/record/{no}/proof.json")
        assert check_proof(proof) == ()
    assert "body" in json.loads(body(visitor, "/en/record/1/proof.json"))


def test_what_an_entry_of_the_house_says_is_withheld_from_a_visitor(visitor: Client) -> None:
    last = visitor.get("/en/record/").context["entries"][0]
    page = body(visitor, f"/en/record/{last.no}/")
    assert last.audience == "house" and "withheld from you" in page and "RELEASE" not in page
    assert "body" not in json.loads(body(visitor, f"/en/record/{last.no}/proof.json"))


def test_the_checkpoint_and_the_key_are_plain_text(visitor: Client) -> None:
    assert body(visitor, "/en/record/checkpoint").startswith("amana/example\n")
    assert body(visitor, "/en/record/key").startswith("amana/example+")


def test_a_mark_shows_where_sources_differ_and_the_page_gives_no_verdict(visitor: Client) -> None:
    assert "sources differ" in body(visitor, "/en/members/kelmora/")
    page = body(visitor, "/en/differ/kelmora-accession/")
    assert "COUNCIL1" in page and "NOTE2" in page and "wrong" not in page.lower()


def test_a_page_that_is_not_there_says_so_in_the_readers_language(visitor: Client) -> None:
    assert "لا توجد صفحة" in body(visitor, "/ar/members/nowhere/", 404)


def test_the_root_leads_to_the_language_the_browser_asks_for(visitor: Client) -> None:
    asked = {"ar-MA,ar;q=0.9": "/ar/", "fr": "/fr/", "tr": "/en/", "": "/en/"}
    for wanted, address in asked.items():
        assert visitor.get("/", headers={"accept-language": wanted}).headers["Location"] == address


def signed_in(party: str = "", role: str = "delegate") -> Client:
    """Somebody who holds a role."""
    user = get_user_model().objects.create_user(f"{role}@example.invalid", "Someone")
    record.enter(Grant(user.person, role, party), by="console")
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_a_decision_is_seen_by_those_to_whom_it_was_released(visitor: Client) -> None:
    delegate, officer = signed_in("miravel"), signed_in(role="desk-officer")
    page = "/en/decisions/lc-c-4-res-1/"
    record.enter(Release("lc-c-4-res-1", "members"), by="console")
    assert [client.get(page).status_code for client in (visitor, delegate, officer)] == [404, 200, 200]
    assert "seen by the members only" in body(delegate, page)
    record.enter(Release("lc-c-4-res-1", "house"), by="console")
    assert [client.get(page).status_code for client in (visitor, delegate, officer)] == [404, 404, 200]


def test_a_correction_is_told_outside_the_house_when_it_is_released_too(visitor: Client) -> None:
    page, first = "/en/decisions/lc-c-4-res-2/", known.accepted_now()["lc-c-4-res-2"].value
    record.enter(CorrectResolution(replace(first, title=Words(en="Put right")), "a slip"), by="console")
    assert "Put right" not in body(visitor, page)
    assert "Put right" in body(signed_in(role="desk-officer"), page)
    assert "Put right" not in str(known.whole(("public",)).resolutions)
    record.enter(Release("lc-c-4-res-2", "public"), by="console")
    assert "Put right" in body(visitor, page)


def test_what_belongs_to_a_decision_not_released_is_nowhere_either(visitor: Client) -> None:
    record.enter(Release("lc-c-4-res-1", "house"), by="console")
    below = ("", "in/ar-en/", "text-en.txt", "citation.bib", "citation.ris")
    assert {visitor.get(f"/en/decisions/lc-c-4-res-1/{end}").status_code for end in below} == {404}
    body(visitor, "/en/mandates/m-list/", 404)
    for page in (
        "/en/",
        "/en/decisions/",
        "/en/mandates/",
        "/en/sessions/co-4/implementation/",
        "/en/decisions/lc-c-5-res-1/",
    ):
        assert "Early warning of coastal storms<" not in body(visitor, page)


@pytest.mark.parametrize(
    "address",
    [
        "/en/on/9999-12-31/members/",
        "/en/on/0001-01-01/sessions/",
        "/en/on/2021-02-31/members/",
        "/en/decisions/list/before/x.y/",
        "/en/decisions/list/before/2025.99999999999999999999/",
        "/en/decisions/list/organ/",
        "/en/mandates/list/page/0/",
        "/en/mandates/list/page/²/",
        "/en/record/99999999999999999999999/",
        "/en/record/0/",
        "/en/record/0/proof.json",
        "/en/record/before/0/",
        "/en/members/%00/",
        "/en/decisions/lc-c-4-res-1/in/xx/",
        "/en/look/zzzzzz.css",
        "/en/as-of/?day=29/02/2021&at=//x",
    ],
)
def test_a_strange_address_is_answered_and_never_an_error(visitor: Client, address: str) -> None:
    assert visitor.get(address).status_code in (200, 302, 400, 404)


def test_a_version_read_alone_shows_no_gap_where_another_says_more(visitor: Client) -> None:
    alone, beside = (body(visitor, f"/ar/decisions/lc-c-5-res-2/in/{shown}/") for shown in ("ar", "ar-en"))
    assert 'class="absent"' in beside and 'class="absent"' not in alone


@pytest.mark.parametrize("day", ["1980-13-45", "9999-99-99", "2023-02-29"])
def test_a_day_that_does_not_exist_has_no_page(visitor: Client, day: str) -> None:
    assert visitor.get(f"/ar/on/{day}/members/").status_code == 404


def test_a_party_without_a_standing_has_its_page(visitor: Client) -> None:
    new = Party("atlantis", "state", (PartyName(Words(en="Atlantis")),), unsourced=("short_en",))
    record.enter(Register(new), by="console")
    assert "Atlantis" in body(visitor, "/en/members/atlantis/")
