"""A resolution is put right: what is said of it, a version that came late, a text for an entry whose text was not held."""

from __future__ import annotations

import re
from typing import Any

import pytest

from amana.acts import record
from amana.acts.mandates import Release as ReleaseMandate
from amana.acts.resolutions import Accept
from amana.resolutions.accepted import Accepted
from amana.store import models
from amana.store.queries import desk as queries
from amana.values.words import Words

from .conftest import As
from .test_walk import WORD, accept, duty, entered, form_of, receive, sent

RESOLUTION = "lc-c-5-res-9"
PAGE = f"/en/desk/decisions/{RESOLUTION}/"


def versions_of(key: str) -> list[models.Resolution]:
    """Every version of a resolution, oldest first."""
    return list(models.Resolution.objects.filter(key=key).order_by("id"))


def ids(key: str = RESOLUTION) -> dict[str, str]:
    """Place → id of the paragraphs of the latest version."""
    last = versions_of(key)[-1]
    return dict(models.Paragraph.objects.filter(resolution=key, entry=last.entry).values_list("place", "key"))


def reasons(said: dict[str, Any]) -> dict[str, Any]:
    return {n: v or "as agreed" if n.startswith("reason:") else v for n, v in said.items()}


def test_its_title_and_day_are_put_right_and_text_and_findings_stay(signed_in: As) -> None:
    amina = signed_in("Amina")
    entered(accept(amina, receive(amina, *WORD), despite="on"))
    before, found = ids(), models.Finding.objects.filter(resolution=RESOLUTION).count()
    said = form_of(amina, PAGE + "correct/", title_en="Cleaner harbours")
    assert amina.post(PAGE + "correct/", said).status_code == 422, "no reason was given"
    entered(amina.post(PAGE + "correct/", {**said, "why": "the title was misprinted"}))
    first, second = versions_of(RESOLUTION)
    assert (first.title["en"], second.title["en"]) == ("Clean harbours", "Cleaner harbours")
    assert first.title["fr"] == second.title["fr"] and first.adopted == second.adopted and ids() == before
    assert len(queries.findings(RESOLUTION, second.entry)) == found


def test_a_version_that_came_late_joins_the_others_and_their_paragraphs_keep_their_ids(signed_in: As) -> None:
    amina, cabinet, carla = (signed_in(name) for name in ("Amina", "Cabinet", "Carla"))
    entered(accept(amina, receive(amina, "lc-c-5-res-2.en.docx", "lc-c-5-res-2.ar.docx"), despite="on"))
    entered(cabinet.post(PAGE + "release/", {"to": "public"}))
    before = ids()
    draft = str(amina.post(PAGE + "late/", {"files": sent("lc-c-5-res-2.fr.docx")})["Location"])
    text = amina.get(draft).content.decode()
    assert "This puts right a resolution that is held" in text and "Side by side" in text
    said = reasons(form_of(amina, draft, why="the French version came"))
    entered(amina.post(draft + "settle/", {**said, "do": "accept"}))
    last = versions_of(RESOLUTION)[-1]
    held = set(models.Text.objects.filter(resolution=RESOLUTION, entry=last.entry).values_list("language", flat=True))
    assert held == {"ar", "en", "fr"}
    assert {place: key for place, key in ids().items() if place in before} == before
    assert carla.get(f"/en/decisions/{RESOLUTION}/text-fr.txt").status_code == 404, "not before it is released again"
    entered(cabinet.post(PAGE + "release/", {"to": "public"}))
    assert carla.get(f"/en/decisions/{RESOLUTION}/text-fr.txt").status_code == 200


def test_a_document_received_fills_the_entry_that_had_no_text(signed_in: As) -> None:
    amina = signed_in("Amina")
    title = Words(en="Session and budget")
    record.enter(Accept(Accepted("entry-9", "LC/C.5/RES/9", "council", "co-5", title, basis="index")), by="console")
    draft = receive(amina, "lc-c-5-res-3.en.txt", "lc-c-5-res-3.ar.txt")
    amina.post(draft + "settle/", {**form_of(amina, draft, symbol="LC/C.5/RES/9", session="co-5"), "do": "keep"})
    assert "An entry without its text stands" in amina.get(draft).content.decode()
    entered(amina.post(draft + "fill/", {"entry": "entry-9"}))
    said = reasons(form_of(amina, draft, symbol="LC/C.5/RES/9", session="co-5", why="the text was received"))
    entered(amina.post(draft + "settle/", {**said, "do": "accept"}))
    first, second = versions_of("entry-9")
    assert (first.basis, second.basis) == ("index", "") and ids("entry-9")
    assert not models.Resolution.objects.filter(key=RESOLUTION).exists()


@pytest.mark.parametrize(
    ("typed", "doubt"),
    [
        ({"symbol": "LC/C.4/RES/9"}, "The symbol is of session number 4"),
        ({"adopted": "2020-01-01"}, "The day of adoption lies outside the days"),
        ({"symbol": "LC/C.5/RES/8"}, "The text bears the symbol LC/C.5/RES/3; LC/C.5/RES/8 was typed."),
    ],
)
def test_what_does_not_go_with_the_session_is_accepted_after_a_tick(
    signed_in: As, typed: dict[str, str], doubt: str
) -> None:
    amina = signed_in("Amina")
    draft = receive(amina, "lc-c-5-res-3.en.txt", "lc-c-5-res-3.ar.txt")
    said = {**reasons(form_of(amina, draft, symbol="LC/C.5/RES/9", session="co-5")), **typed, "do": "accept"}
    reply = amina.post(draft + "settle/", said)
    assert reply.status_code == 422 and doubt in reply.content.decode() and 'name="despite"' in reply.content.decode()
    entered(amina.post(draft + "settle/", {**said, "despite": "on"}))


def test_a_mandate_whose_resolution_is_shut_says_that_nobody_sees_it(signed_in: As, house: dict[str, str]) -> None:
    amina, dalia = signed_in("Amina"), signed_in("Dalia")
    entered(accept(amina, receive(amina, *WORD), despite="on"))
    entered(amina.post(PAGE + "confirm/"))
    address = f"/en/desk/mandates/{duty().key}/"
    said = "Its resolution is not released to them"
    assert said not in dalia.get(address).content.decode()
    record.enter(ReleaseMandate(duty().key, "public"), by=house["Dalia"])
    assert said in dalia.get(address).content.decode()
    entered(signed_in("Cabinet").post(PAGE + "release/", {"to": "public"}))
    assert said not in dalia.get(address).content.decode()


def test_a_day_still_to_come_and_a_second_secretary_general_ask_for_a_tick(signed_in: As) -> None:
    amina = signed_in("Amina")
    form = {"party": "miravel", "since": "2031-01-01", "checked": "on"}
    reply = amina.post("/en/desk/registry/standing/suspend/", form)
    assert reply.status_code == 422 and "1 January 2031 is still to come" in reply.content.decode()
    entered(amina.post("/en/desk/registry/standing/suspend/", {**form, "despite": "on"}))
    term = {"office": "secretary-general", "name_en": "Somebody", "since": "2022-01-01", "until": "2024-12-31"}
    reply = amina.post("/en/desk/registry/new/term/", term)
    assert reply.status_code == 422 and "runs at the same time" in reply.content.decode()
    entered(amina.post("/en/desk/registry/new/term/", {**term, "despite": "on"}))


def test_a_refusal_names_the_state_and_writes_the_day(signed_in: As) -> None:
    amina = signed_in("Amina")
    form = {"party": "miravel", "since": "2020-01-01", "checked": "on"}
    page = amina.post("/en/desk/registry/standing/admit/", form).content.decode()
    problem = re.search(r'<p class="problem" id="id_party_error">(.*?)</p>', page)
    assert problem and "miravel" not in problem[1] and "2020-01-01" not in problem[1]
    assert "Miravel" in problem[1]
