"""Every address of the desk tried by everybody: who is asked to sign in, who is told no, who comes in."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern

from amana.desk.urls import urlpatterns
from amana.store import models
from amana.store.queries import desk as queries

from .conftest import As
from .test_releasing import SUSPEND
from .test_walk import accept, entered, receive

STAFF = frozenset({"Amina", "Bilal", "Dalia", "Cabinet", "Omar", "Auditor", "Tara", "Rami", "Layla"})
EVERYBODY = (*sorted(STAFF), "Focal", "Delegate", "Carla")
CONFERENCE = frozenset({"Amina"})
REGISTRAR = frozenset({"Amina"})
VERSIONS = frozenset({"Amina", "Tara", "Rami"})
LOOK = VERSIONS | {"Layla"}
GETS: dict[str, tuple[str, frozenset[str]]] = {
    "my-work": ("", STAFF | {"Focal", "Delegate"}),
    "receive": ("receive/", CONFERENCE),
    "draft": ("drafts/{draft}/", LOOK),
    "draft-findings": ("drafts/{draft}/findings/open/", LOOK),
    "row": ("drafts/{draft}/rows/o1/", VERSIONS),
    "columns": ("drafts/{draft}/columns.docx", LOOK),
    "columns-page": ("drafts/{draft}/columns.html", LOOK),
    "draft-open": ("drafts/{draft}/open/", LOOK),
    "roll-over": ("decisions/lc-c-5-res-9/draft/", STAFF),
    "roll-over-to": ("decisions/lc-c-5-res-9/draft/co-6/en/", STAFF),
    "rolled-file": ("decisions/lc-c-5-res-9/draft/co-6/en.docx", STAFF),
    "draft-from-file": ("drafts/from-file/", CONFERENCE),
    "draft-marks": ("drafts/{rolled}/marks/", LOOK),
    "draft-marks-in": ("drafts/{rolled}/marks/fr/", LOOK),
    "years-of": ("years/lc-c-5-res-9/", STAFF),
    "years": ("years/lc-c-4-res-1/lc-c-5-res-1/", STAFF),
    "years-in": ("years/lc-c-4-res-1/lc-c-5-res-1/fr/", STAFF),
    "rules": ("rules/", LOOK),
    "line-out": ("versions/{draft}/en/out.docx", LOOK),
    "terms": ("terms/", STAFF),
    "memory": ("terms/memory.tmx", STAFF),
    "term-base": ("terms/terms.tbx", STAFF),
    "decisions": ("decisions/", STAFF),
    "decisions-before": ("decisions/before/9999999999/", STAFF),
    "decision": ("decisions/lc-c-5-res-9/", STAFF),
    "correct-decision": ("decisions/lc-c-5-res-9/correct/", CONFERENCE),
    "mandate": ("mandates/{mandate}/", STAFF),
    "registry": ("registry/", REGISTRAR),
    "party": ("registry/parties/miravel/", REGISTRAR),
    "change": ("registry/standing/admit/", REGISTRAR),
    "change-of": ("registry/standing/suspend/miravel/", REGISTRAR),
    "new": ("registry/new/party/", REGISTRAR),
    "correct": ("registry/correct/term/sg-1/", REGISTRAR),
    "waiting": ("waiting/", frozenset({"Amina", "Cabinet", "Layla"})),
    "errors": ("errors/", REGISTRAR),
    "error": ("errors/{error}/", REGISTRAR),
    "file": ("files/{file}/", STAFF),
    "clean-file": ("files/{word}/clean/", STAFF),
    "list": ("work/proposals/", frozenset({"Amina", "Dalia", "Cabinet"})),
    "list-page": ("work/approval/1/", frozenset({"Dalia", "Cabinet"})),
}
POSTS: dict[str, tuple[str, frozenset[str], dict[str, str]]] = {
    "settle": ("drafts/{draft}/settle/", CONFERENCE, {"do": "keep"}),
    "settle-findings": ("drafts/{draft}/finding/", VERSIONS, {}),
    "move-row": ("drafts/{draft}/rows/o1/move/", VERSIONS, {"language": "en", "to": "own"}),
    "lift": ("rules/none/lift/", CONFERENCE, {"why": "none"}),
    "keep-rolled": ("decisions/lc-c-5-res-1/draft/co-6/keep/", CONFERENCE, {}),
    "line": ("versions/{draft}/en/", CONFERENCE, {}),
    "line-step": ("versions/{draft}/en/step/", VERSIONS, {"to": "issued", "was": "draft"}),
    "line-back": ("versions/{draft}/en/back/", VERSIONS, {}),
    "more-files": ("drafts/{draft}/files/", CONFERENCE, {}),
    "put-away": ("drafts/{draft}/put-away/", CONFERENCE, {"file": "none"}),
    "fill": ("drafts/{draft}/fill/", CONFERENCE, {"entry": "none"}),
    "late": ("decisions/lc-c-5-res-9/late/", CONFERENCE, {}),
    "release": ("decisions/lc-c-5-res-9/release/", frozenset({"Cabinet"}), {"to": "members"}),
    "confirm-all": ("decisions/lc-c-5-res-9/confirm/", frozenset({"Amina", "Dalia", "Cabinet"}), {}),
    "propose": ("decisions/lc-c-5-res-9/propose/", CONFERENCE, {}),
    "release-fact": ("waiting/standing/{fact}/", frozenset({"Cabinet", "Layla"}), {"entry": "{held}"}),
    "do": ("mandates/{mandate}/progress/", frozenset({"Bilal"}), {"progress-words_en": "More."}),
}
FREE = {"sign-in", "sign-out"}


def test_every_address_of_the_desk_is_in_these_tables() -> None:
    names = {pattern.name for pattern in urlpatterns if isinstance(pattern, URLPattern)}
    assert names == set(GETS) | set(POSTS) | FREE


@pytest.fixture
def walked(signed_in: As, house: dict[str, str]) -> dict[str, str]:
    """A resolution accepted, one mandate in Bilal's hands, a file kept, a draft waiting."""
    amina, dalia = signed_in("Amina"), signed_in("Dalia")
    entered(accept(amina, receive(amina, "lc-c-5-res-3.en.txt", "lc-c-5-res-3.ar.txt"), despite="on"))
    entered(amina.post("/en/desk/decisions/lc-c-5-res-9/confirm/"))
    key = next(row.key for row in queries.of_resolution("lc-c-5-res-9") if row.status == "confirmed")
    entered(dalia.post(f"/en/desk/mandates/{key}/assign/", {"assign-officer": house["Bilal"]}))
    receive(amina, "lc-c-5-res-2.en.txt")
    word = models.Draft.objects.get(id=receive(amina, "lc-c-5-res-2.fr.docx").split("/")[-2])
    word.delete()
    draft = models.Draft.objects.get(resolution="")
    entered(amina.post("/en/desk/registry/standing/suspend/", SUSPEND))
    rolled = amina.post("/en/desk/decisions/lc-c-5-res-1/draft/co-6/keep/")["Location"].split("/")[-2]
    fact = models.Fact.objects.get(held=True)
    error = models.ErrorReport.objects.create(address="/members/", language="en", words="a slip")
    return {
        "mandate": key, "draft": str(draft.id), "file": draft.files[0]["sha256"],
        "fact": fact.key, "held": str(fact.entry), "error": str(error.id),
        "word": word.files[0]["sha256"], "rolled": rolled,
    }  # fmt: skip


def told(reply: Any, name: str) -> str:
    """What came of it, in a word: in, sign-in, no. Who accepted a text is refused its release (422) as a second person."""
    if reply.status_code == 302 and "/desk/sign-in/?next=" in reply["Location"]:
        return "sign-in"
    if reply.status_code == 401 and 'name="held-to"' in reply.content.decode():
        return "sign-in"
    return "no" if reply.status_code in (403, 404, 422) else "in"


def filled(said: dict[str, str], walked: dict[str, str]) -> dict[str, str]:
    return {field: value.format(**walked) for field, value in said.items()}


def expected(name: str, allowed: frozenset[str]) -> str:
    return "sign-in" if name == "Carla" else "in" if name in allowed else "no"


def test_pages_open_for_whom_they_are_and_for_nobody_else(signed_in: As, walked: dict[str, str]) -> None:
    clients = {name: signed_in(name) for name in EVERYBODY}
    found = {
        (page, name): told(clients[name].get("/en/desk/" + address.format(**walked)), name)
        for page, (address, _) in GETS.items()
        for name in EVERYBODY
    }
    assert found == {(page, name): expected(name, who) for page, (_, who) in GETS.items() for name in EVERYBODY}


def test_what_is_sent_is_taken_from_whom_it_may_come_and_leaves_no_trace_else(
    signed_in: As, walked: dict[str, str]
) -> None:
    clients = {name: signed_in(name) for name in EVERYBODY}
    for address, who, said in POSTS.values():
        for name in EVERYBODY:
            if name in who:
                continue
            before = models.Entry.objects.count()
            reply = clients[name].post("/en/desk/" + address.format(**walked), filled(said, walked))
            assert told(reply, name) == expected(name, who), (address, name, reply.status_code)
            assert models.Entry.objects.count() == before, (address, name)
    for address, who, said in POSTS.values():
        for name in sorted(who):
            assert (
                clients[name].post("/en/desk/" + address.format(**walked), filled(said, walked)).status_code == 302
            ), (address, name)


def test_nothing_is_taken_without_the_token_of_the_form(signed_in: As, walked: dict[str, str]) -> None:
    bilal = Client(enforce_csrf_checks=True)
    bilal.cookies = signed_in("Bilal").cookies
    assert bilal.post(f"/en/desk/mandates/{walked['mandate']}/progress/", {"progress-words_en": "x"}).status_code == 403
    assert queries.mandate(walked["mandate"]).status == "assigned"


def test_no_page_shows_the_e_mail_of_anybody(signed_in: As, walked: dict[str, str]) -> None:
    for name in ("Amina", "Dalia", "Cabinet"):
        client = signed_in(name)
        for address, who in GETS.values():
            if name in who:
                reply = client.get("/en/desk/" + address.format(**walked))
                assert not re.search(rb"[a-z]+@test\.invalid", reply.getvalue()), address


def test_the_desk_is_never_seen_as_of_another_day(signed_in: As) -> None:
    reply = signed_in("Bilal").get("/en/on/2020-01-01/desk/")
    assert reply.status_code == 302 and reply["Location"] == "/en/desk/"


def test_a_page_of_the_desk_is_kept_by_no_browser(signed_in: As) -> None:
    assert "no-store" in signed_in("Bilal").get("/en/desk/")["Cache-Control"]


def test_every_page_of_the_desk_offers_every_language(signed_in: As, walked: dict[str, str]) -> None:
    amina, pages = signed_in("Amina"), 0
    for address, who in GETS.values():
        reply = amina.get("/en/desk/" + address.format(**walked))
        if (
            "Amina" in who
            and reply.status_code == 200
            and reply.getvalue().startswith(b'<!doctype html>\n<html lang="en')
        ):
            pages += 1
            offered = set(re.findall(rb'rel="alternate" hreflang="(\w+)"', reply.getvalue()))
            assert offered == {b"ar", b"fr", b"id"}, address
    assert pages > 20, "most of them are pages, and were looked at"
