"""A mandate at the desk: what each may do with it now, with evidence, by two persons; refused in words, all typed kept."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amana.acts.keeping import Grant
from amana.acts.record import enter
from amana.store import models
from amana.store.queries import desk as queries

from .conftest import As
from .test_walk import WORD, accept, entered, receive

DECISION = "/en/desk/decisions/lc-c-5-res-9/"


@pytest.fixture
def key(signed_in: As, house: dict[str, str]) -> str:
    """A duty of the Secretary-General, confirmed and in Bilal's hands."""
    amina, dalia = signed_in("Amina"), signed_in("Dalia")
    entered(accept(amina, receive(amina, *WORD), despite="on"))
    found = next(m for m in queries.of_resolution("lc-c-5-res-9") if m.kind == "act" and m.implementers)
    entered(amina.post(f"/en/desk/mandates/{found.key}/confirm/"))
    entered(dalia.post(f"/en/desk/mandates/{found.key}/assign/", {"assign-officer": house["Bilal"]}))
    return str(found.key)


def offers(reply: Any) -> set[str]:
    return {offer["name"] for offer in reply.context["offers"]}


def test_only_what_this_person_may_do_now_is_offered(signed_in: As, key: str) -> None:
    page = f"/en/desk/mandates/{key}/"
    assert offers(signed_in("Bilal").get(page)) == {"progress", "report"}
    assert offers(signed_in("Omar").get(page)) == offers(signed_in("Auditor").get(page)) == set()
    assert offers(signed_in("Dalia").get(page)) == {"assign", "close", "release"}
    assert offers(signed_in("Amina").get(page)) == {"amend"}


def test_who_reported_it_is_told_why_he_cannot_close_it(signed_in: As, key: str, house: dict[str, str]) -> None:

    enter(Grant(house["Bilal"], "department-head"), by="console")
    bilal = signed_in("Bilal")
    entered(bilal.post(f"/en/desk/mandates/{key}/report/", {"report-internal": "done"}))
    page = bilal.get(f"/en/desk/mandates/{key}/")
    assert "close" not in offers(page) and "ask a second person" in page.content.decode()
    assert bilal.post(f"/en/desk/mandates/{key}/close/", {"close-outcome": "not_implemented"}).status_code == 422


def test_nothing_is_closed_as_done_without_evidence(signed_in: As, key: str) -> None:
    bilal, dalia = signed_in("Bilal"), signed_in("Dalia")
    entered(bilal.post(f"/en/desk/mandates/{key}/report/", {"report-internal": "done"}))
    reply = dalia.post(
        f"/en/desk/mandates/{key}/close/", {"close-outcome": "implemented", "close-words_en": "Well done."}
    )
    page = reply.content.decode()
    assert reply.status_code == 422 and "without evidence" in page and "Well done." in page
    entered(dalia.post(f"/en/desk/mandates/{key}/return/", {"return-why": "the letter is missing"}))
    assert queries.mandate(key).status == "in_progress"


def test_a_file_as_evidence_is_kept_and_given_only_to_the_house(signed_in: As, key: str) -> None:
    bilal = signed_in("Bilal")
    file = SimpleUploadedFile("note.pdf", b"%PDF-1.4 a letter")
    said = {"progress-words_en": "Sent.", "progress-evidence_kind": "letter", "progress-file": file}
    entered(bilal.post(f"/en/desk/mandates/{key}/progress/", said))
    sha256 = models.Evidence.objects.get().sha256
    reply = signed_in("Dalia").get(f"/en/desk/files/{sha256}/")
    assert reply.content == b"%PDF-1.4 a letter" and reply["Content-Disposition"].startswith("attachment")
    assert signed_in("Focal").get(f"/en/desk/files/{sha256}/").status_code == 403
    assert signed_in("Carla").get(f"/en/desk/files/{sha256}/").status_code == 302


def test_a_file_need_not_be_chosen_again_where_something_else_was_wrong(signed_in: As, key: str) -> None:
    file = SimpleUploadedFile("note.pdf", b"%PDF-1.4 a letter")
    reply = signed_in("Bilal").post(
        f"/en/desk/mandates/{key}/progress/", {"progress-words_en": "Sent.", "progress-file": file}
    )
    page = reply.content.decode()
    assert reply.status_code == 422 and "Say what kind of evidence" in page and "note.pdf" in page and "Sent." in page
    assert f'value="{models.File.objects.get(subject=key).sha256}"' in page


def test_a_file_of_somebody_who_may_not_is_not_kept(signed_in: As, key: str) -> None:
    file = SimpleUploadedFile("note.pdf", b"%PDF-1.4 a letter")
    reply = signed_in("Omar").post(
        f"/en/desk/mandates/{key}/progress/", {"progress-words_en": "x", "progress-file": file}
    )
    assert reply.status_code == 403 and not models.File.objects.filter(subject=key).exists()


def test_a_proposal_is_dismissed_with_a_reason_and_amended_with_one(signed_in: As, key: str) -> None:
    amina = signed_in("Amina")
    first, second, *_ = [m for m in queries.of_resolution("lc-c-5-res-9") if m.status == "proposed"]
    assert amina.post(f"/en/desk/mandates/{first.key}/dismiss/", {"dismiss-why": ""}).status_code == 422
    entered(amina.post(f"/en/desk/mandates/{first.key}/dismiss/", {"dismiss-why": "the states do it anyway"}))
    said = {
        "amend-implementers": ["secretariat"],
        "amend-due_day": "12/6/1448هـ",
        "amend-due_session": "",
        "amend-why": "agreed",
    }
    entered(amina.post(f"/en/desk/mandates/{second.key}/amend/", said))
    row = queries.mandate(second.key)
    assert (queries.mandate(first.key).status, row.implementers, row.due_day) == (
        "dismissed",
        ["secretariat"],
        "2026-11-22",
    )


def test_my_work_says_late_of_the_house_and_never_of_a_state(signed_in: As, key: str) -> None:
    amina = signed_in("Amina")
    entered(amina.post(DECISION + "confirm/"))
    lists = {one["name"]: one for one in signed_in("Dalia").get("/en/desk/").context["lists"]}
    assert [row.key for row in lists["overdue"]["rows"]] == [key]
    late_states = [
        m for m in queries.of_resolution("lc-c-5-res-9") if m.kind == "state" and "" < m.due_day < "2026-11-22"
    ]
    assert late_states and lists["due"]["count"] == 1


def test_an_officer_sees_only_what_is_his_own_as_overdue(signed_in: As, key: str) -> None:
    counts = {
        name: {one["name"]: one["count"] for one in signed_in(name).get("/en/desk/").context["lists"]}
        for name in ("Bilal", "Omar")
    }
    assert counts["Bilal"]["overdue"] == counts["Bilal"]["assigned"] == 1
    assert not {"overdue", "assigned"} & set(counts["Omar"])


def test_a_decision_asks_as_much_of_the_store_with_many_duties_as_with_few(signed_in: As, key: str) -> None:
    amina = signed_in("Amina")
    amina.get(DECISION)
    with CaptureQueriesContext(connection) as many:
        amina.get(DECISION)
    entered(amina.post(DECISION + "confirm/"))
    amina.get(DECISION)
    with CaptureQueriesContext(connection) as few:
        amina.get(DECISION)
    assert len(many) <= len(few) + 1


def test_a_text_that_was_loaded_can_be_read_for_duties(signed_in: As) -> None:
    amina = signed_in("Amina")
    entered(amina.post("/en/desk/decisions/lc-c-5-res-1/propose/"))
    count = len(queries.of_resolution("lc-c-5-res-1"))
    entered(amina.post("/en/desk/decisions/lc-c-5-res-1/propose/"))
    assert count and len(queries.of_resolution("lc-c-5-res-1")) == count
