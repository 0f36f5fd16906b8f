"""Last year's text kept as a draft of the coming session: from a decision that is held, and from files."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from amana import clerk
from amana.clerk.sheets import Sheet
from amana.store import models

from .conftest import As
from .test_drafting import words
from .test_versions import file
from .test_walk import sent

KEEP = "/en/desk/decisions/lc-c-5-res-1/draft/co-6/keep/"
FROM = "/en/desk/drafts/from-file/"
LAST = tuple(f"lc-c-4-res-2.{language}.docx" for language in ("ar", "en", "fr"))


def brought(client: Client, *names: str, session: str = "co-6", past: str = "") -> Any:
    return client.post(FROM, {"files": sent(*names), "session": session, "past": past})


def row(reply: Any) -> models.Draft:
    return models.Draft.objects.get(id=UUID(reply["Location"].split("/")[-2]))


def sheet(draft: models.Draft) -> Sheet:
    return clerk.from_plain(draft.sheet)


def text(draft: models.Draft, language: str) -> str:
    return " ".join(p.text for p in sheet(draft).readings[language].paragraphs)


def test_a_decision_rolled_over_is_kept_as_a_draft_of_the_session_in_all_its_languages(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = row(amina.post(KEEP))
    assert sorted(sheet(draft).readings) == ["ar", "en", "fr"]
    assert "LC/C.6/RES/…" in text(draft, "en") and "at its seventh session" in text(draft, "en")
    assert "دورته السابعة" in text(draft, "ar") and "دورته السادسة" not in text(draft, "ar")
    page = amina.get(f"/en/desk/drafts/{draft.id}/").content.decode()
    assert '<option value="co-6" selected>' in page and "Early warning of coastal storms" in page


def test_its_files_are_word_files_in_which_every_change_is_tracked(signed_in: As) -> None:
    draft = row(signed_in("Amina").post(KEEP))
    assert [f["name"] for f in draft.files] == [f"draft-co-6-lc-c-5-res-1-{x}.docx" for x in ("ar", "en", "fr")]
    assert all(f["traces"]["comments"] and f["traces"]["insertions"] for f in draft.files)


def test_that_their_changes_are_tracked_is_said_once_and_of_another_file_where_it_counts(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = row(amina.post(KEEP))
    page = amina.get(f"/en/desk/drafts/{draft.id}/").content.decode()
    assert page.count("is a tracked change in these Word files") == 1 and "Make sure that this is the final" not in page
    draft.settled = {**draft.settled, "written": []}
    draft.save()
    page = amina.get(f"/en/desk/drafts/{draft.id}/").content.decode()
    assert page.count("docx holds tracked changes (") == 3 and "is a tracked change in these Word files" not in page


def test_kept_twice_it_is_kept_once(signed_in: As) -> None:
    amina = signed_in("Amina")
    assert amina.post(KEEP)["Location"] == amina.post(KEEP)["Location"]
    assert brought(amina, *LAST)["Location"] == brought(amina, *LAST)["Location"]
    assert models.Draft.objects.count() == 2


def test_a_file_is_rolled_over_from_the_session_that_its_text_names(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = row(brought(amina, *LAST))
    assert draft.settled["rolled"]["past"] == "co-4" and draft.settled["facts"]["session"] == ["co-6"]
    assert "Recalling Resolution No. LC/C.4/RES/2," in text(draft, "en")
    marks = words(amina.get(f"/en/desk/drafts/{draft.id}/marks/"))
    assert "LC/C.4/RES/1 was renewed since, last by LC/C.5/RES/1" in marks and LAST[0] in marks


def test_a_text_that_names_no_session_is_one_of_the_session_before_or_of_the_one_said(signed_in: As) -> None:
    amina = signed_in("Amina")
    plain = "On harbours\n\nThe Council of Ministers,\n\n1. Requests the Secretary-General to count the harbours."
    for past, found in (("", "co-5"), ("co-3", "co-3")):
        reply = amina.post(FROM, {"files": [file(plain, "plain.txt")], "session": "co-6", "past": past})
        assert row(reply).settled["rolled"]["past"] == found


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"session": "co-6", "past": "as-1"}, "does not come after"),
        ({"session": "co-4"}, "does not come after"),
        ({"session": "co-99"}, "Select a valid choice"),
        ({"session": ""}, "This field is required"),
    ],
)
def test_a_session_that_does_not_come_after_that_of_the_text_is_refused_with_the_reason(
    signed_in: As, said: dict[str, str], why: str
) -> None:
    reply = signed_in("Amina").post(FROM, {"files": sent(LAST[1]), **said})
    assert reply.status_code == 422 and why in reply.content.decode()
    assert not models.Draft.objects.exists()


def test_after_a_refusal_the_files_need_not_be_chosen_again(signed_in: As) -> None:
    amina = signed_in("Amina")
    page = brought(amina, *LAST, session="").content.decode()
    kept = re.findall(r'name="kept" value="([0-9a-f]{64})"', page)
    assert len(kept) == 3 and LAST[0] in page and "required" not in page.split('id="files"')[1].split(">")[0]
    draft = row(amina.post(FROM, {"kept": kept, "session": "co-6"}))
    assert [f["name"] for f in draft.settled["rolled"]["files"]] == list(LAST)
    assert signed_in("Amina").post(FROM, {"kept": ["0" * 64], "session": "co-6"}).status_code == 422


def test_files_that_cannot_be_read_make_no_draft(signed_in: As) -> None:
    amina = signed_in("Amina")
    for files in ([], [file("", "empty.txt")], [file("", "empty.txt"), *sent(LAST[1])]):
        reply = amina.post(FROM, {"files": files, "session": "co-6"})
        assert reply.status_code == 422 and 'role="alert"' in reply.content.decode()
    assert not models.Draft.objects.exists()


def test_a_draft_that_was_received_has_no_marks(signed_in: As) -> None:
    amina = signed_in("Amina")
    address = amina.post("/en/desk/receive/", {"files": sent(LAST[1])})["Location"]
    assert amina.get(address + "marks/").status_code == 404
    assert "marks/" not in amina.get(address).content.decode()


def test_only_who_receives_is_offered_to_keep_it(signed_in: As) -> None:
    page = "/en/desk/decisions/lc-c-5-res-1/draft/"
    assert KEEP in signed_in("Amina").get(page).content.decode()
    assert KEEP not in signed_in("Bilal").get(page).content.decode()


def test_an_earlier_session_is_none_to_roll_over_to(signed_in: As) -> None:
    assert signed_in("Bilal").get("/en/desk/decisions/lc-c-5-res-1/draft/co-4/en/").status_code == 404


def test_the_marks_of_a_draft_ask_few_questions(signed_in: As) -> None:
    amina = signed_in("Amina")
    page = f"/en/desk/drafts/{row(brought(amina, *LAST)).id}/marks/"
    amina.get(page)
    with CaptureQueriesContext(connection) as asked:
        amina.get(page)
    assert len(asked) <= 12, [q["sql"][:90] for q in asked]
