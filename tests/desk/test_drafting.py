"""Drafting at the desk: last year's text rolled over, two years side by side, what a draft leaves open; for the house only."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amana.store import models
from amana.store.queries import desk as queries

from .conftest import As
from .test_versions import ENGLISH, received
from .test_walk import accept, entered, receive

ROLLED = "/en/desk/decisions/lc-c-5-res-1/draft/"
YEARS = "/en/desk/years/lc-c-4-res-1/lc-c-5-res-1/"
PAGES = (ROLLED, ROLLED + "co-6/en/", ROLLED + "co-6/en.docx", YEARS, YEARS + "ar/", "/en/desk/years/lc-c-5-res-1/")


def words(reply: Any) -> str:
    """The page without tags and isolates."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>|[\u2066-\u2069]", "", reply.content.decode()))


@pytest.mark.parametrize("page", PAGES)
def test_drafting_is_for_the_house(signed_in: As, page: str) -> None:
    assert signed_in("Bilal").get(page).status_code == 200
    for name in ("Focal", "Delegate", "Carla"):
        reply = signed_in(name).get(page)
        assert reply.status_code in (302, 401, 403) and "Coast Watch" not in reply.content.decode(errors="replace")


def test_no_public_page_leads_to_two_years(signed_in: As) -> None:
    page = signed_in("Carla").get("/en/decisions/lc-c-5-res-1/").content.decode()
    assert (
        "/desk/years/" not in page
        and "/desk/years/" in signed_in("Bilal").get("/en/desk/decisions/lc-c-5-res-1/").content.decode()
    )


def test_last_years_text_is_rolled_over_to_the_coming_session(signed_in: As) -> None:
    page = words(signed_in("Bilal").get(ROLLED))
    assert "LC/C.6/RES/…" in page and "Recalling its resolution LC/C.5/RES/1," in page
    assert "at its sixth seventh session" in page and "it says" not in page
    assert "LC/C.4/RES/1 was renewed since, last by LC/C.5/RES/1" in page


def test_a_decision_can_be_held_against_one_that_it_recalls_but_against_none_without_a_text(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH.replace("its decision", "its resolution LC/C.4/RES/1"))
    entered(accept(amina, draft, organ="council", session="co-5", title_en="On ports"))
    way = "/en/desk/years/lc-c-4-res-1/lc-c-5-res-9/"
    assert way in amina.get("/en/desk/years/lc-c-5-res-9/").content.decode()
    assert way in amina.get("/en/desk/years/lc-c-4-res-1/").content.decode(), "the older one offers the newer"
    entry = models.Resolution.objects.get(key="lc-c-4-res-1").entry
    models.Resolution.objects.filter(key="lc-c-4-res-1").update(entry=entry + 1)
    assert way not in amina.get("/en/desk/years/lc-c-5-res-9/").content.decode()


def test_what_became_of_its_duties_stands_beside_the_paragraphs(signed_in: As, house: dict[str, str]) -> None:
    amina, dalia = signed_in("Amina"), signed_in("Dalia")
    entered(amina.post("/en/desk/decisions/lc-c-5-res-1/propose/"))
    assert "at the coming session" not in words(amina.get(ROLLED))
    entered(dalia.post("/en/desk/decisions/lc-c-5-res-1/confirm/"))
    assert "is due before or at the coming session (6th session of the Council of Ministers)" in words(
        amina.get(ROLLED)
    )


def test_a_session_of_another_organ_is_none_to_roll_over_to(signed_in: As) -> None:
    bilal = signed_in("Bilal")
    assert [bilal.get(f"{ROLLED}{key}/en/").status_code for key in ("as-2", "co-5", "co-99")] == [404, 404, 404]


def test_the_word_file_has_its_comments_in_the_readers_language(signed_in: As) -> None:
    reply = signed_in("Bilal").get(ROLLED.replace("/en/", "/fr/") + "co-6/ar.docx")
    assert (
        reply["Content-Disposition"].endswith('draft-co-6-lc-c-5-res-1-ar.docx"')
        and "no-store" in reply["Cache-Control"]
    )
    assert reply.content[:2] == b"PK"


def test_two_years_stand_side_by_side_with_their_verbs(signed_in: As) -> None:
    page = words(signed_in("Bilal").get(YEARS))
    assert "Verb changed: entrusts → requests (softened)" in page
    assert "Deadline changed: within six months → at its sixth session" in page
    assert "Addressee" not in page  # "(b) To exchange …" stood below "Calls upon Member States:"
    turned = signed_in("Bilal").get("/en/desk/years/lc-c-5-res-1/lc-c-4-res-1/")
    assert turned.status_code == 302 and turned["Location"] == YEARS


def test_the_other_years_are_those_it_renews_and_that_renew_it(signed_in: As) -> None:
    page = signed_in("Bilal").get("/en/desk/years/lc-c-4-res-1/").content.decode()
    assert f'href="{YEARS}"' in page
    assert signed_in("Bilal").get("/en/desk/years/lc-c-9-res-9/").status_code == 404


def test_a_draft_tells_what_it_leaves_open_and_what_is_owed_already(signed_in: As) -> None:
    amina = signed_in("Amina")
    entered(
        accept(amina, receive(amina, "lc-c-5-res-2.en.txt", "lc-c-5-res-2.ar.txt", "lc-c-5-res-2.fr.txt"), despite="on")
    )
    entered(amina.post("/en/desk/decisions/lc-c-5-res-9/confirm/"))
    receive(amina, "lc-c-5-res-2.en.txt")
    draft = models.Draft.objects.get(resolution="")
    page = words(amina.get(f"/en/desk/drafts/{draft.id}/open/"))
    owed = next(m for m in queries.of_resolution("lc-c-5-res-9") if m.place == "o4")
    assert (
        "No day and no session" in page
        and f"/mandates/{owed.key}/" in amina.get(f"/en/desk/drafts/{draft.id}/open/").content.decode()
    )
    assert "asks nearly what LC/C.5/RES/9 asks already" in page
    assert signed_in("Bilal").get(f"/en/desk/drafts/{draft.id}/open/").status_code == 403


def test_what_is_left_open_names_paragraphs_as_they_are_printed(signed_in: As) -> None:
    amina = signed_in("Amina")
    text = ENGLISH.replace(
        "1. Requests a report on 12 ports;",
        "1. Recalls LC/C.4/RES/1;\n\n2. Requests the Secretariat:\n\n(a) to count the ports;\n\n(b) to follow up LC/C.4/RES/1;",
    ).replace("2. Decides", "3. Decides")
    draft = received(amina, text)
    for language, said in (("en", "Paragraph 2(b) cites"), ("fr", "Le paragraphe 2(b) cite")):
        page = words(amina.get(draft.replace("/en/", f"/{language}/") + "open/"))
        assert said in page and not re.search(r"\bo\d", page)


@pytest.mark.parametrize(("page", "most"), [(ROLLED, 18), (YEARS, 15), ("/en/desk/years/lc-c-5-res-1/", 16)])
def test_drafting_asks_few_questions(signed_in: As, page: str, most: int) -> None:
    bilal = signed_in("Bilal")
    bilal.get(page)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        bilal.get(page)
    assert len(asked) <= most, [q["sql"][:90] for q in asked]
