"""A draft on its way through the languages: original received, translated by one, revised by another, settled, issued."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from amana.store import models
from amana.store.queries import desk as queries

from .conftest import As
from .test_walk import FOLDER, accept, entered, receive

ENGLISH = "LC/C.5/RES/9\n\nThe Council,\n\nRecalling its decision,\n\n1. Requests a report on 12 ports;\n\n2. Decides to meet again.\n"
FRENCH = "LC/C.5/RES/9\n\nLe Conseil,\n\nRappelant sa décision,\n\n1. Demande un rapport sur 13 ports ;\n\n2. Décide de se réunir de nouveau.\n"


def test_a_draft_goes_out_as_a_page_with_what_is_open_and_one_without_text_offers_nothing(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH)
    page = amina.get(draft + "columns.html")
    assert page["Content-Disposition"] == 'attachment; filename="lc-c-5-res-9.html"'
    assert page.content.decode().startswith("<!doctype html>") and "Requests a report" in page.content.decode()
    unread = str(amina.post("/en/desk/receive/", {"files": [file("", "empty.txt")]})["Location"])
    assert "/out.xlf" in seen(amina, draft) and "/out.xlf" not in seen(amina, unread)


def test_a_version_has_as_many_words_before_it_is_accepted_as_after(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH)
    words = re.compile(r'id="v-en">.*?data-label="Words">(\d+)<', re.DOTALL)
    before = words.findall(seen(amina, draft))
    entered(accept(amina, draft, organ="council", session="co-5", title_en="On ports"))
    assert before == words.findall(seen(amina, "/en/desk/decisions/lc-c-5-res-9/")) == ["18"]


def file(text: str, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def received(amina: Client, *texts: str) -> str:
    files = [file(text, f"{n}.txt") for n, text in enumerate(texts)]
    return str(amina.post("/en/desk/receive/", {"files": files})["Location"])


def open_findings(page: str) -> list[str]:
    return re.findall(r'name="reason:([0-9a-f]{24})"', page)


def seen(client: Client, address: str) -> str:
    return unescape(client.get(address).content.decode())


def line(draft: str, language: str) -> models.LineOfVersion:
    return models.LineOfVersion.objects.get(subject=key(draft), language=language)


def unpacked(data: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(data)) as packed:
        return {name: packed.read(name).decode("utf-8", "replace") for name in packed.namelist()}


def key(draft: str) -> str:
    return draft.rstrip("/").rsplit("/", 1)[1]


def assign(client: Client, draft: str, language: str, **said: str) -> Any:
    return client.post(f"/en/desk/versions/{key(draft)}/{language}/", said, follow=True)


def step(client: Client, subject: str, language: str, was: str, to: str, why: str = "") -> str:
    said = {"was": was, "to": to, "why": why}
    return client.post(f"/en/desk/versions/{subject}/{language}/step/", said, follow=True).content.decode()


# findings


def test_a_finding_settled_stays_settled_when_a_better_file_comes(signed_in: As) -> None:
    amina, rami = signed_in("Amina"), signed_in("Rami")
    draft = received(amina, ENGLISH, FRENCH)
    mark = open_findings(seen(rami, draft))[0]
    reply = rami.post(draft + "finding/", {f"reason:{mark}": "two ports were counted twice", "settle": mark})
    assert reply.status_code == 302 and "#f-" in reply["Location"]
    better = ENGLISH.replace("Recalling its decision", "Recalling all its decisions")
    amina.post(draft + "files/", {"files": [file(better, "better.en.txt")]})
    page = seen(amina, draft)
    assert "two ports were counted twice" in page and mark not in open_findings(page) and "Rami" in page


def test_what_was_settled_stays_so_when_a_version_goes_out_as_word_and_comes_back(signed_in: As) -> None:
    amina = signed_in("Amina")
    arabic = (
        "LC/C.5/RES/9\n\nإن المجلس،\n\nإذ يستذكر قراره،\n\n1. يطلب تقريرا عن 12 ميناء؛\n\n2. يقرر أن يجتمع مرة أخرى.\n"
    )
    draft = received(amina, arabic, ENGLISH.replace("1. Requests a report on 12 ports;\n\n2.", "1."), FRENCH)
    marks = open_findings(seen(amina, draft))
    amina.post(draft + "finding/", {f"reason:{mark}": "agreed" for mark in marks})
    out = amina.get(f"/en/desk/versions/{key(draft)}/ar/out.docx").content
    sent = {"files": [SimpleUploadedFile("back.docx", out)]}
    page = unescape(amina.post(f"/en/desk/versions/{key(draft)}/ar/back/", sent, follow=True).content.decode())
    assert marks and "Read again" in page and not open_findings(page)


def test_a_reason_for_a_text_accepted_meanwhile_is_told_to_be_lost(signed_in: As) -> None:
    amina, rami = signed_in("Amina"), signed_in("Rami")
    draft = received(amina, ENGLISH, FRENCH)
    mark = open_findings(seen(rami, draft))[0]
    entered(accept(amina, draft, organ="council", session="co-5", title_en="On ports"))
    page = rami.post(draft + "finding/", {f"reason:{mark}": "checked", "settle": mark}, follow=True)
    assert "accepted meanwhile; what you typed was not kept" in page.content.decode()


def test_what_was_settled_alone_can_be_opened_again(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH)
    mark = open_findings(seen(amina, draft))[0]
    amina.post(draft + "finding/", {f"reason:{mark}": "checked", "settle": mark})
    assert not open_findings(seen(amina, draft))
    amina.post(draft + "finding/", {"reopen": mark})
    assert open_findings(seen(amina, draft)) == [mark]


def test_without_a_reason_nothing_is_settled_and_the_page_says_what_to_do(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH)
    mark = open_findings(seen(amina, draft))[0]
    reply = amina.post(draft + "finding/", {f"reason:{mark}": "  ", "settle": mark}, follow=True)
    assert "Say in a sentence why" in reply.content.decode() and open_findings(reply.content.decode()) == [mark]


def test_a_rule_settles_the_findings_of_every_text_of_the_session_until_it_is_lifted(signed_in: As) -> None:
    amina = signed_in("Amina")
    one, other = received(amina, ENGLISH, FRENCH), received(amina, ENGLISH.replace("12", "22"), FRENCH)
    mark = open_findings(seen(amina, one))[0]
    amina.post(one + "finding/", {f"reason:{mark}": "each version counts by itself", f"all:{mark}": "on"})
    assert not open_findings(seen(amina, one)) and not open_findings(seen(amina, other))
    rule = models.FindingRule.objects.get()
    assert rule.session and "each version counts by itself" in seen(signed_in("Tara"), "/en/desk/rules/")
    amina.post(f"/en/desk/rules/{rule.key}/lift/", {"why": "too wide"})
    assert open_findings(seen(amina, one)) and open_findings(seen(amina, other))


MARKED = "\n\n3. Notes the plan (TBC).\n\n4. Notes the list (TBC)."


def test_a_reason_for_all_of_a_kind_goes_no_further_than_the_text_or_its_language_where_that_is_said(
    signed_in: As,
) -> None:
    amina, tara = signed_in("Amina"), signed_in("Tara")
    french = FRENCH.replace("13", "12") + MARKED.replace("Notes the plan", "Prend note du plan").replace(
        "Notes the list", "Prend note de la liste"
    )
    one, other = received(amina, ENGLISH + MARKED, french), received(amina, ENGLISH + MARKED + "\n", french)
    count = len(open_findings(seen(amina, one)))
    mark = next(m for m in open_findings(seen(tara, one)) if "(English)" in sentence(tara, one, m))
    assert "those in English in every text of" in seen(amina, one)
    tara.post(one + "finding/", {f"reason:{mark}": "left open on purpose", f"all:{mark}": "here-only"})
    left = [sentence(tara, one, m) for m in open_findings(seen(tara, one))]
    assert 0 < len(left) < count and not any("(English)" in words for words in left)
    assert len(open_findings(seen(tara, other))) == count and not models.FindingRule.objects.exists()
    amina.post(other + "finding/", {f"reason:{mark}": "left open on purpose", f"all:{mark}": "only"})
    assert [sentence(tara, other, m) for m in open_findings(seen(tara, other))] == left
    assert models.FindingRule.objects.get().facts == {"language": "en"}
    assert "only those in English" in seen(amina, "/en/desk/rules/")


def test_all_of_a_kind_in_a_text_are_one_rule_lifted_at_once_and_a_reason_typed_for_one_alone_goes_before_it(
    signed_in: As,
) -> None:
    amina, tara = signed_in("Amina"), signed_in("Tara")
    draft = received(amina, ENGLISH + MARKED, FRENCH.replace("13", "12"))
    marks = [m for m in open_findings(seen(tara, draft)) if "mark of drafting" in sentence(tara, draft, m)]
    typed = {f"reason:{marks[0]}": "left open on purpose", f"all:{marks[0]}": "here", f"reason:{marks[1]}": "agreed"}
    page = unescape(tara.post(draft + "finding/", typed, follow=True).content.decode())
    kept = queries.draft(key(draft)).settled  # type: ignore[union-attr, arg-type]
    assert len(kept["rules"]) == 1 and [one["reason"] for one in kept["settlements"]] == ["agreed"]
    assert "by a rule of this text" in page and not set(marks) & set(open_findings(page))
    amina.post(draft + "finding/", {"lift": kept["rules"][0]["id"]})
    left = open_findings(seen(amina, draft))
    assert marks[0] in left and marks[1] not in left


def test_a_rule_of_a_text_holds_for_what_comes_when_it_is_read_again_and_for_no_other_text(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH)
    mark = open_findings(seen(amina, draft))[0]
    amina.post(draft + "finding/", {f"reason:{mark}": "counted otherwise", f"all:{mark}": "here"})
    amina.post(draft + "files/", {"files": [file(FRENCH.replace("13", "14"), "again.fr.txt")]})
    assert not open_findings(seen(amina, draft))
    assert open_findings(seen(amina, received(amina, ENGLISH.replace("12", "21"), FRENCH)))
    entered(accept(amina, draft, title_en="On ports"))
    kept = models.Finding.objects.get(resolution="lc-c-5-res-9", code="figures-differ")
    assert kept.reason == "counted otherwise"


def sentence(client: Client, draft: str, mark: str) -> str:
    """What the finding with this mark says."""
    found = re.search(
        rf'data-finding(?:(?!data-finding).)*?<p id="[^"]*">((?:(?!</p>).)*)</p>(?:(?!data-finding).)*reason:{mark}"',
        seen(client, draft),
        re.DOTALL,
    )
    assert found is not None
    return re.sub(r"<[^>]+>|[\u2066-\u2069]", "", found[1])


def test_what_a_rule_settled_is_accepted_with_the_reason_of_the_rule(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH)
    mark = open_findings(seen(amina, draft))[0]
    amina.post(draft + "finding/", {f"reason:{mark}": "each version counts by itself", f"all:{mark}": "on"})
    entered(accept(amina, draft, title_en="On ports"))
    kept = models.Finding.objects.get(resolution="lc-c-5-res-9", code="figures-differ")
    assert kept.reason == "each version counts by itself"


def test_a_translator_makes_no_rule(signed_in: As) -> None:
    draft = received(signed_in("Amina"), ENGLISH, FRENCH)
    tara = signed_in("Tara")
    mark = open_findings(seen(tara, draft))[0]
    tara.post(draft + "finding/", {f"reason:{mark}": "so it is", f"all:{mark}": "on"})
    assert not models.FindingRule.objects.exists()


def test_the_legal_counsel_looks_at_a_draft_and_is_offered_nothing_that_others_do(signed_in: As) -> None:
    amina, layla = signed_in("Amina"), signed_in("Layla")
    draft = received(amina, ENGLISH, FRENCH)
    page = seen(layla, draft)
    assert draft.replace("/en", "", 1) in seen(layla, "/en/desk/") and "Figures differ" in page
    assert not open_findings(page) and "/rows/o1/" not in page and 'name="file"' not in page
    assert layla.get(draft + "open/").status_code == 200 and layla.get(draft + "rows/o1/").status_code == 403


def test_only_rows_with_open_findings_are_shown_where_that_is_asked(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH)
    page = seen(amina, draft + "findings/open/")
    assert 'id="o1"' in page and 'id="o2"' not in page and 'id="o2"' in seen(amina, draft)
    assert 'class="para' not in seen(amina, draft + "findings/settled/")


# rows


def test_a_paragraph_is_put_right_on_its_own_page_and_compared_again(signed_in: As) -> None:
    amina, rami = signed_in("Amina"), signed_in("Rami")
    draft = received(amina, ENGLISH, FRENCH)
    assert "Demande un rapport sur 13 ports" in seen(rami, draft + "rows/o1/")
    rami.post(
        draft + "rows/o1/",
        {"text:fr": "Demande un rapport sur 12 ports ;", "text:en": "Requests a report on 12 ports;"},
    )
    assert not open_findings(seen(rami, draft)) and len(line(draft, "fr").texts) == 2
    assert len(line(draft, "en").texts) == 1


def test_a_paragraph_that_a_version_lacks_is_put_in_where_it_belongs(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH.replace("Rappelant sa décision,\n\n", "").replace("13", "12"))
    entered(amina.post(draft + "rows/p1/", {"text:fr": "Rappelant sa décision,"}))
    said = [p["text"] for p in queries.draft(key(draft)).sheet["readings"]["fr"]["paragraphs"]]  # type: ignore[union-attr, arg-type]
    assert said[2] == "Rappelant sa décision," and not open_findings(seen(amina, draft))


def test_a_row_put_right_stays_so_when_the_texts_are_read_again(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH)
    entered(amina.post(draft + "rows/o2/move/", {"language": "fr", "to": "own"}))
    before = queries.draft(key(draft)).sheet  # type: ignore[union-attr, arg-type]
    assert [row["texts"] for row in before["rows"] if "fr" not in row["texts"]]
    amina.post(draft + "files/", {"files": [file(FRENCH.replace("Rappelant", "Rappelant\n"), "again.fr.txt")]})
    after = queries.draft(key(draft)).sheet  # type: ignore[union-attr, arg-type]
    assert len(after["rows"]) == len(before["rows"]) and after["corrections"]


def test_of_several_paragraphs_in_a_row_each_is_moved_by_itself(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH)
    entered(amina.post(draft + "rows/o2/move/", {"language": "en", "to": "o1"}))
    sent = re.findall(
        r'name="language" value="(\w+)"><input type="hidden" name="block" value="(\d+)"',
        seen(amina, draft + "rows/o1/"),
    )
    english = sorted({block for language, block in sent if language == "en"}, key=int)
    assert len(english) == 2 and len(set(sent)) == 3
    entered(amina.post(draft + "rows/o1/move/", {"language": "en", "block": english[1], "to": "own"}))
    rows = [row["texts"] for row in queries.draft(key(draft)).sheet["rows"]]  # type: ignore[union-attr, arg-type]
    assert [sorted(texts) for texts in rows[-3:]] == [["en", "fr"], ["en"], ["fr"]]
    assert all(isinstance(n, int) for texts in rows for n in texts.values())


# lines


def test_a_version_is_translated_by_one_and_revised_by_another(signed_in: As, house: dict[str, str]) -> None:
    amina, tara, rami = (signed_in(name) for name in ("Amina", "Tara", "Rami"))
    draft = received(amina, ENGLISH)
    assert line(draft, "en").original and line(draft, "en").words > 10
    page = assign(amina, draft, "fr", translator=house["Tara"], reviser=house["Tara"]).content.decode()
    assert "name another person as reviser" in page
    assert not models.LineOfVersion.objects.filter(language="fr", translator=house["Tara"]).exists()
    assign(amina, draft, "fr", translator=house["Tara"], reviser=house["Rami"], due="2026-11-26")
    assert "To translate" in seen(tara, "/en/desk/") and key(draft) in seen(tara, "/en/desk/work/translate/")
    assert "2026" in seen(tara, "/en/desk/work/translate/")
    reply = tara.post(f"/en/desk/versions/{key(draft)}/fr/back/", {"files": [file(FRENCH, "fr.txt")]})
    assert reply.status_code == 302 and line(draft, "fr").words and key(draft) in seen(rami, "/en/desk/work/revise/")
    assert "Only the reviser named" in step(tara, key(draft), "fr", "draft", "revised")
    step(rami, key(draft), "fr", "draft", "revised")
    step(amina, key(draft), "fr", "revised", "provisional")
    assert line(draft, "fr").state == "provisional"
    assert [one["by"] for one in line(draft, "fr").steps] == [house["Rami"], house["Amina"]]


def test_a_new_text_makes_a_revised_version_a_draft_again_and_the_old_one_stays_kept(
    signed_in: As, house: dict[str, str]
) -> None:
    amina, rami = signed_in("Amina"), signed_in("Rami")
    draft = received(amina, ENGLISH, FRENCH)
    assign(amina, draft, "fr", translator=house["Tara"], reviser=house["Rami"])
    step(rami, key(draft), "fr", "draft", "revised")
    rami.post(f"/en/desk/versions/{key(draft)}/fr/back/", {"files": [file(FRENCH.replace("13", "12"), "v2.txt")]})
    kept = line(draft, "fr")
    assert kept.state == "draft" and len(kept.texts) == 2
    assert all(models.File.objects.filter(sha256=text["sha256"]).exists() for text in kept.texts)


def test_going_back_needs_a_reason_and_somebody_who_may(signed_in: As, house: dict[str, str]) -> None:
    amina, rami, tara = (signed_in(name) for name in ("Amina", "Rami", "Tara"))
    draft = received(amina, ENGLISH, FRENCH)
    assign(amina, draft, "fr", translator=house["Tara"], reviser=house["Rami"])
    step(rami, key(draft), "fr", "draft", "revised")
    assert "going back needs a reason" in step(amina, key(draft), "fr", "revised", "draft").lower()
    step(tara, key(draft), "fr", "revised", "draft", "I do not like it")
    assert line(draft, "fr").state == "revised"
    step(rami, key(draft), "fr", "revised", "draft", "paragraph 1 was amended")
    assert line(draft, "fr").steps[-1]["why"] == "paragraph 1 was amended"


def test_somebody_else_brings_nothing_and_another_language_is_told(signed_in: As) -> None:
    amina, tara = signed_in("Amina"), signed_in("Tara")
    draft = received(amina, ENGLISH)
    reply = tara.post(f"/en/desk/versions/{key(draft)}/fr/back/", {"files": [file(FRENCH, "a.txt")]}, follow=True)
    assert "somebody else" in reply.content.decode()
    reply = amina.post(f"/en/desk/versions/{key(draft)}/ar/back/", {"files": [file(FRENCH, "a.txt")]}, follow=True)
    assert "another language (French)" in reply.content.decode()


@pytest.mark.parametrize("form", ["docx", "xlf"])
def test_a_version_goes_out_and_comes_back_word_for_word(signed_in: As, form: str) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH)
    before = [p["text"] for p in queries.draft(key(draft)).sheet["readings"]["fr"]["paragraphs"]]  # type: ignore[union-attr, arg-type]
    out = amina.get(f"/en/desk/versions/{key(draft)}/fr/out.{form}")
    assert out.status_code == 200 and f"fr.{form}" in out["Content-Disposition"]
    back = SimpleUploadedFile(f"done.{form}", b"".join(out.streaming_content) if out.streaming else out.content)
    reply = amina.post(f"/en/desk/versions/{key(draft)}/fr/back/", {"files": [back]}, follow=True)
    after = [p["text"] for p in queries.draft(key(draft)).sheet["readings"]["fr"]["paragraphs"]]  # type: ignore[union-attr, arg-type]
    assert "Read again" in reply.content.decode() and after == before


def test_what_only_one_version_has_and_what_stands_elsewhere_in_it_comes_back_from_a_translator_as_it_was(
    signed_in: As,
) -> None:
    amina = signed_in("Amina")
    own = FRENCH.replace("2. Décide", "2. Remercie le Gouvernement de Miravel de son hospitalité ;\n\n3. Décide")
    draft = received(amina, ENGLISH, own)
    amina.post(draft + "rows/o1/move/", {"language": "fr", "to": "own"})
    before = said(draft, "fr")
    out = amina.get(f"/en/desk/versions/{key(draft)}/fr/out.xlf").content
    bring = f"/en/desk/versions/{key(draft)}/fr/back/"
    amina.post(bring, {"files": [SimpleUploadedFile("same.xlf", out)]})
    assert said(draft, "fr") == before
    changed = out.replace(b"nouveau", b"Nouveau")
    amina.post(bring, {"files": [SimpleUploadedFile("changed.xlf", changed)]})
    assert said(draft, "fr") == [*before[:-1], before[-1].replace("nouveau", "Nouveau")], "a capital is a change"


def said(draft: str, language: str) -> list[str]:
    """The paragraphs of a version as the draft holds it."""
    return [p["text"] for p in queries.draft(key(draft)).sheet["readings"][language]["paragraphs"]]  # type: ignore[union-attr, arg-type]


def test_what_is_to_be_translated_goes_out_as_the_original(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH)
    word = amina.get(f"/en/desk/versions/{key(draft)}/fr/out.docx")
    assert "Requests a report on 12 ports" in " ".join(p.text for p in docx.Document(BytesIO(word.content)).paragraphs)
    units = amina.get(f"/en/desk/versions/{key(draft)}/fr/out.xlf").content.decode()
    assert 'srcLang="en" trgLang="fr"' in units and "<target>" not in units


def test_the_reviser_gets_a_column_a_language_with_what_is_open_as_comments(signed_in: As) -> None:
    amina, rami = signed_in("Amina"), signed_in("Rami")
    draft = received(amina, ENGLISH, FRENCH)
    parts = unpacked(rami.get(draft + "columns.docx").content)
    assert "12" in parts["word/comments.xml"] and "Requests a report" in parts["word/document.xml"]
    mark = open_findings(seen(rami, draft))[0]
    rami.post(draft + "finding/", {f"reason:{mark}": "checked", "settle": mark})
    assert "12" not in unpacked(rami.get(draft + "columns.docx").content).get("word/comments.xml", "")


# accepted and issued


def accepted(amina: Client) -> str:
    draft = receive(amina, "lc-c-5-res-3.en.txt", "lc-c-5-res-3.fr.txt")
    for language in ("en", "fr"):
        assign(amina, draft, language)
    entered(accept(amina, draft, despite="on"))
    return "lc-c-5-res-9"


def test_lines_go_over_to_the_resolution_and_only_a_provisional_version_is_issued(
    signed_in: As, house: dict[str, str]
) -> None:
    amina, rami = signed_in("Amina"), signed_in("Rami")
    resolution = accepted(amina)
    assert "cannot become" in step(amina, resolution, "fr", "draft", "issued")
    amina.post(f"/en/desk/versions/{resolution}/fr/", {"translator": house["Tara"], "reviser": house["Rami"]})
    step(rami, resolution, "fr", "draft", "revised")
    step(amina, resolution, "fr", "revised", "provisional")
    word = f"/en/desk/versions/{resolution}/fr/out.docx"
    assert "-not-issued.docx" in amina.get(word)["Content-Disposition"]
    assert "Issued." in step(amina, resolution, "fr", "provisional", "issued")
    assert "not-issued" not in amina.get(word)["Content-Disposition"]
    issue = models.Issue.objects.get()
    assert (issue.translator, issue.reviser, issue.by) == (house["Tara"], house["Rami"], house["Amina"])
    assert ">issued<" in seen(amina, f"/en/desk/decisions/{resolution}/")
    assert "Called back." in step(amina, resolution, "fr", "issued", "provisional", "a corrigendum")
    assert ">issued<" not in seen(amina, f"/en/desk/decisions/{resolution}/")


def test_a_better_text_of_an_issued_version_is_a_draft_again_with_the_same_people(
    signed_in: As, house: dict[str, str]
) -> None:
    amina, rami = signed_in("Amina"), signed_in("Rami")
    resolution = accepted(amina)
    amina.post(f"/en/desk/versions/{resolution}/fr/", {"translator": house["Tara"], "reviser": house["Rami"]})
    for who, was, to in (
        (rami, "draft", "revised"),
        (amina, "revised", "provisional"),
        (amina, "provisional", "issued"),
    ):
        step(who, resolution, "fr", was, to)
    better = (FOLDER / "lc-c-5-res-3.fr.txt").read_text(encoding="utf-8").replace("Conseil", "Conseil des ministres", 1)
    draft = str(amina.post(f"/en/desk/decisions/{resolution}/late/", {"files": [file(better, "b.fr.txt")]})["Location"])
    entered(accept(amina, draft, why="a word was lost"))
    new = models.LineOfVersion.objects.get(subject=resolution, language="fr")
    assert (new.state, new.translator, new.reviser) == ("draft", house["Tara"], house["Rami"])
    assert ">issued<" not in seen(amina, f"/en/desk/decisions/{resolution}/")


def test_an_issued_file_names_nobody(signed_in: As) -> None:
    amina = signed_in("Amina")
    resolution = accepted(amina)
    reply = amina.get(f"/en/desk/versions/{resolution}/fr/out.docx")
    parts = unpacked(reply.content)
    assert not any(
        trace in text for text in parts.values() for trace in ("Amina", "python-docx", "rsid", "w:ins ", "w:comment")
    )
    assert "Conseil" in parts["word/document.xml"]


# terms


def test_a_word_is_found_in_the_term_base_and_in_adopted_texts_beside_its_other_languages(signed_in: As) -> None:
    page = seen(signed_in("Tara"), "/en/desk/terms/?q=Coast+Watch")
    assert "مرصد الساحل" in page and "Veille de la Côte" in page
    assert 'class="hit"' in page and re.search(r'<p class="adopted" lang="ar"', page)


def test_memory_and_term_base_are_taken_along(signed_in: As) -> None:
    tara = signed_in("Tara")
    memory = b"".join(tara.get("/en/desk/terms/memory.tmx").streaming_content)  # type: ignore[attr-defined]
    assert memory.count(b"<tu ") > 10 and b'xml:lang="ar"' in memory
    assert b"Coast Watch" in b"".join(tara.get("/en/desk/terms/terms.tbx").streaming_content)  # type: ignore[attr-defined]


# fast


def test_the_page_of_a_draft_asks_as_much_for_many_findings_as_for_one(
    signed_in: As, django_assert_max_num_queries: Any
) -> None:
    amina = signed_in("Amina")
    names = [f"lc-c-5-res-2.{x}.docx" for x in ("ar", "en", "fr")]
    big = str(
        amina.post("/en/desk/receive/", {"files": [SimpleUploadedFile(n, (FOLDER / n).read_bytes()) for n in names]})[
            "Location"
        ]
    )
    amina.get(big)
    with django_assert_max_num_queries(14):
        assert amina.get(big).status_code == 200
    with django_assert_max_num_queries(9):
        amina.get("/en/desk/terms/?q=council")


@pytest.mark.parametrize("name", ["Amina", "Dalia", "Cabinet", "Auditor"])
def test_the_page_of_a_decision_asks_as_much_for_many_duties_as_for_few(
    signed_in: As, name: str, django_assert_max_num_queries: Any
) -> None:
    amina, who, page = signed_in("Amina"), signed_in(name), "/en/desk/decisions/lc-c-5-res-1/"
    entered(amina.post(page + "propose/"))
    who.get(page)
    with django_assert_max_num_queries(16):
        assert who.get(page).status_code == 200
    entered(signed_in("Dalia").post(page + "confirm/"))
    with django_assert_max_num_queries(16):
        assert who.get(page).status_code == 200
