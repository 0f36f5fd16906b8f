"""What people at the desk type and bring is not lost, and what they read is said in their words."""

from __future__ import annotations

import importlib
import re
import tomllib
from collections.abc import Callable
from html import unescape
from io import BytesIO
from typing import Any

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from amana.desk.finding_words import FINDINGS
from amana.store import models

from .conftest import ROOT, As
from .test_versions import ENGLISH, FRENCH, accepted, assign, file, key, line, open_findings, received, seen, unpacked
from .test_walk import accept, entered

OTHER = FRENCH.replace("RES/9", "RES/4")


def test_a_text_of_another_document_takes_no_version_away(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH)
    reply = amina.post(f"/en/desk/versions/{key(draft)}/fr/back/", {"files": [file(OTHER, "b.txt")]}, follow=True)
    assert "another document" in reply.content.decode() and "LC/C.5/RES/4" in reply.content.decode()
    assert ">13</mark></a> ports" in seen(amina, draft)


def test_an_xliff_of_another_document_takes_no_version_away(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH)
    units = amina.get(f"/en/desk/versions/{key(draft)}/fr/out.xlf").content.replace(b"12 ports", b"7 trees")
    for words in (b"Decides to meet again", b"Recalling its decision", b"The Council"):
        units = units.replace(words, b"Something else")
    back = SimpleUploadedFile("other.xlf", units)
    reply = amina.post(f"/en/desk/versions/{key(draft)}/fr/back/", {"files": [back]}, follow=True)
    assert "another document (other.xlf)" in reply.content.decode()
    assert ">13</mark></a> ports" in seen(amina, draft)


def test_a_version_under_its_own_symbol_goes_out_and_comes_back(signed_in: As) -> None:
    amina = signed_in("Amina")
    arabic = (
        "قرار رقم 902/51-إق\n\nبشأن الموانئ\n\nإن المجلس،\n\n1. يطلب تقريرا عن 12 ميناء؛\n\n2. يقرر أن يجتمع مرة أخرى."
    )
    english = "Resolution No. 902/51-E\n\nOn ports\n\nThe Council,\n\n1. Requests a report on 12 ports;\n\n2. Decides to meet again."
    draft = received(amina, english)
    for text in (arabic, arabic.replace("12", "13")):
        sent = {"files": [file(text, "ar.txt")]}
        reply = amina.post(f"/en/desk/versions/{key(draft)}/ar/back/", sent, follow=True)
        assert "Read again" in reply.content.decode()


def _units(amina: Client, draft: str, change: Callable[[bytes], bytes]) -> str:
    """The French units taken out, changed and brought back; what the page says of it."""
    units = change(amina.get(f"/en/desk/versions/{key(draft)}/fr/out.xlf").content)
    sent = {"files": [SimpleUploadedFile("back.xlf", units)]}
    return unescape(amina.post(f"/en/desk/versions/{key(draft)}/fr/back/", sent, follow=True).content.decode())


def test_units_of_which_only_some_are_translated_come_back(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH)
    targets = re.compile(rb"<target>.*?</target>", re.DOTALL)

    def first(units: bytes) -> bytes:
        kept = iter(targets.findall(units)[:2])
        return targets.sub(lambda _: next(kept, b""), units)

    page = _units(amina, draft, first)
    assert "another document" not in page and "Read again" in page
    assert "missing in French" in re.sub(r"[\u2066-\u2069]", "", page)


def test_of_units_that_break_off_nothing_is_taken(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH)
    page = _units(amina, draft, lambda units: units[: len(units) // 2])
    assert "Nothing was changed; export it anew" in page
    assert ">13</mark></a> ports" in seen(amina, draft)


def test_units_in_other_languages_are_refused_with_their_names(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH)
    page = _units(amina, draft, lambda units: units.replace(b'trgLang="fr"', b'trgLang="ar"'))
    assert "in another language (English · Arabic)" in re.sub(r"[\u2066-\u2069]", "", page)


def test_what_two_people_write_in_one_paragraph_is_not_lost(signed_in: As) -> None:
    amina, rami = signed_in("Amina"), signed_in("Rami")
    draft = received(amina, ENGLISH, FRENCH)
    page = seen(rami, draft + "rows/o1/")
    was = dict(re.findall(r'name="(was:\w\w)" value="(\w+)"', page))
    both = {"text:en": "Requests a report on 12 ports;", **was}
    amina.post(draft + "rows/o1/", {**both, "text:fr": "Demande un rapport sur 12 ports ;"})
    reply = rami.post(draft + "rows/o1/", {**both, "text:fr": "Demande un rapport sur treize ports ;"})
    said = unescape(reply.content.decode())
    assert reply.status_code == 409 and "sur treize ports" in said and "sur 12 ports" in said
    assert "sur 12 ports" in seen(rami, draft)


def at_once(monkeypatch: pytest.MonkeyPatch, what: str, other: Callable[[], object]) -> None:
    """Somebody else is done just before `what` is called for the first time."""
    waits = [other]

    def called(*given: Any, **named: Any) -> Any:
        if waits:
            waits.pop()()
        return real(*given, **named)

    room, name = what.rsplit(".", 1)
    real = getattr(importlib.import_module(room), name)
    monkeypatch.setattr(what, called)


def bring(client: Client, draft: str, language: str, text: str, name: str) -> str:
    said = {"files": [file(text, name)]}
    return unescape(client.post(f"/en/desk/versions/{key(draft)}/{language}/back/", said, follow=True).content.decode())


BETWEEN = "amana.desk.taking_out.of_another"


def test_of_two_files_brought_at_once_for_one_version_the_first_stands_and_the_second_is_kept_and_told(
    signed_in: As, house: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    amina, rami = signed_in("Amina"), signed_in("Rami")
    draft = received(amina, ENGLISH, FRENCH)
    assign(amina, draft, "fr", translator=house["Tara"], reviser=house["Rami"])
    first, second = FRENCH.replace("13", "14"), FRENCH.replace("13", "15")
    at_once(monkeypatch, BETWEEN, lambda: bring(rami, draft, "fr", first, "first.txt"))
    page = bring(amina, draft, "fr", second, "second.txt")
    assert "Somebody changed this version meanwhile" in page and "What you brought is kept" in page
    assert "Read again." not in page and ">14</mark></a> ports" in page
    kept = [text["name"] for text in line(draft, "fr").texts]
    assert kept[1:] == ["first.txt", "second.txt"] and "second.txt" in page


def test_of_two_versions_brought_at_once_both_stand(signed_in: As, monkeypatch: pytest.MonkeyPatch) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH)
    english = ENGLISH.replace("12", "16")
    at_once(monkeypatch, BETWEEN, lambda: bring(amina, draft, "en", english, "better.txt"))
    page = bring(amina, draft, "fr", FRENCH.replace("13", "17"), "mieux.txt")
    assert ">16</mark></a> ports" in page and ">17</mark></a> ports" in page and "meanwhile" not in page
    assert [len(line(draft, x).texts) for x in ("en", "fr")] == [2, 2]


def test_the_same_file_sent_twice_at_once_is_no_quarrel(signed_in: As, monkeypatch: pytest.MonkeyPatch) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH)
    text = FRENCH.replace("13", "12")
    at_once(monkeypatch, BETWEEN, lambda: bring(amina, draft, "fr", text, "mieux.txt"))
    assert "meanwhile" not in bring(amina, draft, "fr", text, "mieux.txt")
    assert len(line(draft, "fr").texts) == 2


def test_two_paragraphs_of_one_version_put_right_at_once_are_both_put_right(
    signed_in: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    amina, rami = signed_in("Amina"), signed_in("Rami")
    draft = received(amina, ENGLISH, FRENCH)
    put_right = {"text:fr": "Décide de se réunir en mai."}
    at_once(monkeypatch, "amana.desk.rows.keep_text", lambda: rami.post(draft + "rows/o2/", put_right))
    reply = amina.post(draft + "rows/o1/", {"text:fr": "Demande un rapport sur 12 ports ;"}, follow=True)
    page = unescape(reply.content.decode())
    assert "Décide de se réunir en mai." in page and "sur 12 ports" in page and reply.status_code == 200


def test_a_row_moved_while_its_version_changed_is_told(signed_in: As, monkeypatch: pytest.MonkeyPatch) -> None:
    amina, rami = signed_in("Amina"), signed_in("Rami")
    draft = received(amina, ENGLISH, FRENCH)
    put_right = {"text:fr": "Demande un rapport sur 12 ports ;"}
    at_once(monkeypatch, "amana.desk.rows.laid", lambda: rami.post(draft + "rows/o1/", put_right))
    reply = amina.post(draft + "rows/o2/move/", {"language": "fr", "to": "own"}, follow=True)
    assert "Somebody changed this version meanwhile" in reply.content.decode()
    assert "sur 12 ports" in seen(amina, draft)


def test_an_untouched_language_is_not_put_back_to_what_it_was(signed_in: As) -> None:
    amina, rami = signed_in("Amina"), signed_in("Rami")
    draft = received(amina, ENGLISH, FRENCH)
    was = dict(re.findall(r'name="(was:\w\w)" value="(\w+)"', seen(rami, draft + "rows/o1/")))
    old = {"text:en": "Requests a report on 12 ports;", "text:fr": "Demande un rapport sur 13 ports ;", **was}
    amina.post(draft + "rows/o1/", {**old, "text:fr": "Demande un rapport sur 12 ports ;"})
    rami.post(draft + "rows/o1/", {**old, "text:en": "Requests a full report on 12 ports;"})
    page = seen(rami, draft)
    assert "full report on" in page and "sur 12 ports" in page


def test_what_is_settled_is_no_note_for_the_translator(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH)
    address = f"/en/desk/versions/{key(draft)}/fr/out.xlf"
    assert b"Figures differ in paragraph" in amina.get(address).content
    mark = open_findings(seen(amina, draft))[0]
    amina.post(draft + "finding/", {f"reason:{mark}": "checked", "settle": mark})
    assert b"Figures differ" not in amina.get(address).content


def test_paragraphs_are_called_as_the_text_numbers_them(signed_in: As) -> None:
    page = seen(signed_in("Amina"), received(signed_in("Amina"), ENGLISH, FRENCH))
    assert "Figures differ in paragraph \u20681\u2069" in page and ">o1<" not in page and "paragraph o1" not in page
    assert "1 of the preamble" in page


def test_a_marked_place_leads_to_its_finding(signed_in: As) -> None:
    page = seen(signed_in("Amina"), received(signed_in("Amina"), ENGLISH, FRENCH))
    number = re.search(r'id="f-(\d+)"[^>]*data-open', page)
    assert number and re.search(rf'<a class="at" href="#f-{number[1]}"[^>]*><mark>1[23]</mark></a>', page)


def test_a_rule_says_which_kind_of_finding_it_settles(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH)
    page = seen(amina, draft)
    assert "all of this kind (figures differ)" in page
    mark = open_findings(page)[0]
    amina.post(draft + "finding/", {f"reason:{mark}": "agreed", f"all:{mark}": "on", "settle": mark})
    assert "Figures differ" in seen(amina, "/en/desk/rules/") and "figures-differ" not in seen(amina, "/en/desk/rules/")


def test_every_kind_of_finding_has_a_name_for_people() -> None:
    told = tomllib.loads((ROOT / "src/amana/messages/en/resolutions.toml").read_text())
    assert set(told) <= set(FINDINGS)


def test_pressing_enter_without_scripts_keeps_and_settles_and_opens_nothing_again(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH)
    page = seen(amina, draft)
    first = re.search(r'<button[^>]*form="settle"[^>]*>', page)
    assert first and 'name="do" value="keep"' in first[0] and "reopen" not in first[0]
    reply = amina.post(draft + "finding/", {"do": "keep", "symbol": "LC/C.5/RES/77"}, follow=True)
    assert "Kept." in reply.content.decode() and "LC/C.5/RES/77" in reply.content.decode()


def test_an_issued_word_file_names_the_organization_alone(signed_in: As) -> None:
    amina = signed_in("Amina")
    parts = unpacked(amina.get(f"/en/desk/versions/{accepted(amina)}/fr/out.docx").content)
    creator = re.search(r"<dc:creator>(.*?)</dc:creator>", parts["docProps/core.xml"])
    assert creator and creator[1] and "lastModifiedBy" not in parts["docProps/core.xml"]


def test_what_is_typed_wrongly_in_a_line_stays_typed_and_all_faults_are_told_at_once(
    signed_in: As, house: dict[str, str]
) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH)
    for subject in (key(draft), accepted(amina)):
        said = {"translator": house["Tara"], "reviser": house["Tara"], "due": "soon"}
        reply = amina.post(f"/en/desk/versions/{subject}/fr/", said)
        page = unescape(reply.content.decode())
        assert (
            reply.status_code == 422 and 'value="soon"' in page and page.count(f'value="{house["Tara"]}" selected') == 2
        )
        assert "same person" in page and "soon” is not a day" in page.replace("\u2068", "").replace("\u2069", "")
    assert not models.LineOfVersion.objects.filter(translator=house["Tara"]).exists()


def test_in_a_word_file_a_paragraph_below_another_stands_in(signed_in: As) -> None:
    text = ENGLISH.replace("12 ports;", "the following:\n\n(a) ports;\n\n(b) ships;")
    amina = signed_in("Amina")
    word = amina.get(f"/en/desk/versions/{key(received(amina, text))}/en/out.docx")
    stands = {p.text: p.paragraph_format.left_indent for p in docx.Document(BytesIO(word.content)).paragraphs}
    assert stands["(a) ports;"] and not stands["2. Decides to meet again."]


def test_lists_call_a_draft_by_its_symbol_and_title_and_never_fetch_its_sheet(
    signed_in: As, house: dict[str, str], django_assert_max_num_queries: Any
) -> None:
    amina, tara = signed_in("Amina"), signed_in("Tara")
    for n in range(3):
        draft = received(amina, ENGLISH.replace("\n\n", "\n\nOn the lighthouses\n\n", 1) + "\n" * n)
        assign(amina, draft, "fr", translator=house["Tara"])
    for client, address in ((amina, "/en/desk/receive/"), (amina, "/en/desk/"), (tara, "/en/desk/")):
        with django_assert_max_num_queries(16):
            page = seen(client, address)
        assert len(re.findall(r"LC/C.5/RES/9</bdi> [^\n]*the lighthouses", page, re.IGNORECASE)) >= 3


def test_what_is_shown_before_it_is_sent_again_is_what_was_typed_and_nothing_of_the_machine(signed_in: As) -> None:
    draft = received(signed_in("Amina"), ENGLISH)
    typed = {
        "was:en": "dc11abf0b8bd7fa5",
        "text:en": "Decides to meet in Spring.",
        "all:1": "here",
        "do": "keep",
        "kept": "0" * 64,
    }
    out = Client().post(draft + "rows/o2/", typed)
    kept = dict(re.findall(r'name="(held[^"]*)" value="([^"]*)"', out.content.decode()))
    page = Client().post("/en/desk/sign-in/", {"username": "amina@test.invalid", "password": "demo", **kept})
    shown = re.findall(r'<dd dir="auto">([^<]*)</dd>', page.content.decode())
    assert shown == ["Decides to meet in Spring."] and 'value="dc11abf0b8bd7fa5"' in page.content.decode()
    assert "<dt>English</dt>" in page.content.decode(), "what it is called stands beside it"


def test_a_word_file_says_which_traces_its_clean_copy_leaves_out(signed_in: As) -> None:
    word = docx.Document()
    for block in ENGLISH.split("\n\n"):
        paragraph = word.add_paragraph(block)
    word.add_comment(paragraph.runs, "not agreed yet", author="Omar")
    packed = BytesIO()
    word.save(packed)
    amina = signed_in("Amina")
    draft = amina.post("/en/desk/receive/", {"files": [SimpleUploadedFile("en.docx", packed.getvalue())]})["Location"]
    page = seen(amina, draft)
    assert "comments: 1" in page and re.search(r"names of people: [1-9]", page)


def test_a_reason_for_a_finding_that_somebody_settled_meanwhile_is_given_back(signed_in: As) -> None:
    amina, rami = signed_in("Amina"), signed_in("Rami")
    draft = received(amina, ENGLISH, FRENCH)
    mark = open_findings(seen(rami, draft))[0]
    amina.post(draft + "finding/", {f"reason:{mark}": "counted twice", "settle": mark})
    page = rami.post(
        draft + "finding/", {f"reason:{mark}": "my own words", "settle": mark}, follow=True
    ).content.decode()
    assert "settled this finding meanwhile" in page and "my own words" in page and "counted twice" in page
    assert "Say in a sentence why" not in page.partition("<template")[0]


@pytest.mark.parametrize("accepted_meanwhile", [True, False])
def test_words_for_a_draft_that_is_gone_are_given_back(signed_in: As, accepted_meanwhile: bool) -> None:
    amina, rami = signed_in("Amina"), signed_in("Rami")
    draft = received(amina, ENGLISH, FRENCH.replace("13", "12"))
    was = dict(re.findall(r'name="(was:\w+)" value="(\w+)"', seen(rami, draft + "rows/o2/")))
    if accepted_meanwhile:
        entered(accept(amina, draft, organ="council", session="co-5", title_en="On ports"))
    else:
        amina.post(draft + "put-away/")
    reply = rami.post(draft + "rows/o2/", {**was, "text:en": "Decides to meet in Spring.", "text:fr": ""})
    page = reply.content.decode()
    assert reply.status_code == 409 and "what you typed was not kept" in page and "Decides to meet in Spring." in page
    reply = amina.post(draft + "settle/", {"note": "to be asked", "do": "keep"})
    assert reply.status_code == 409 and "to be asked" in reply.content.decode()
    assert rami.post(draft + "finding/", {"do": "keep"}).status_code == (302 if accepted_meanwhile else 404)


def test_who_opens_an_address_that_only_takes_forms_is_brought_to_the_page_of_the_form(signed_in: As) -> None:
    amina = signed_in("Amina")
    draft = received(amina, ENGLISH, FRENCH).replace("/en/", "/fr/")
    subject = key(draft)
    for address, page in {
        f"{draft}settle/": draft, f"{draft}finding/": draft, f"{draft}rows/o1/move/": f"{draft}rows/o1/",
        f"/fr/desk/versions/{subject}/fr/": draft, f"/fr/desk/versions/{subject}/fr/back/": draft,
        "/fr/desk/versions/lc-c-5-res-1/fr/step/": "/fr/desk/decisions/lc-c-5-res-1/",
        "/fr/desk/decisions/lc-c-5-res-1/release/": "/fr/desk/decisions/lc-c-5-res-1/",
        "/fr/desk/rules/none/lift/": "/fr/desk/rules/",
    }.items():  # fmt: skip
        reply = amina.get(address)
        assert (reply.status_code, reply["Location"]) == (302, page)
