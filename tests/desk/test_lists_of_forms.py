"""Long lists in forms, and what could not be read, each in its place."""

from __future__ import annotations

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from amana.desk.fields import named_in_order, sources_field
from amana.store import models
from amana.store.queries import desk as queries
from amana.values.facts import Source

from .conftest import As
from .test_walk import receive

SOURCES = [Source("P10", "P"), Source("P2", "P"), Source("N1", "N")]


def test_the_sources_ticked_stand_on_top_and_the_others_under_their_kind() -> None:
    field = sources_field(SOURCES, "Sources")
    with translation.override("en"):
        shown = field.widget.render("sources", ["P10"], {"id": "id_sources"})
    chosen, *groups = shown.split("<details")
    assert re.findall('value="([^"]+)" checked', shown) == ["P10"] == re.findall('value="([^"]+)"', chosen)
    assert [re.findall('value="([^"]+)"', group) for group in groups] == [["P2"], ["N1"]]
    assert len(set(re.findall(' id="([^"]+)"', shown))) == 4 and field.clean(["N1", "P2"]) == ["N1", "P2"]


def test_organs_and_who_has_to_act_stand_in_the_order_of_their_names() -> None:
    names = [("c", "مجلس"), ("a", "الأمانة"), ("b", "القمة")]
    assert [key for key, _name in named_in_order(names)] == ["a", "b", "c"]


def test_what_could_not_be_read_waits_apart_from_what_is_to_be_accepted(signed_in: As) -> None:
    amina = signed_in("Amina")
    receive(amina, "lc-c-5-res-3.en.txt")
    amina.post("/en/desk/receive/", {"files": [SimpleUploadedFile("fr.docx", b"\x89PNG\r\n\x1a\n" + b"0" * 60)]})
    assert (queries.drafts_read().count(), queries.drafts_unread().count()) == (1, 1)
    page = amina.get("/en/desk/").content.decode()
    waiting, unread = page[page.index('id="drafts"') :].split('id="unread"')
    assert "fr.docx" not in waiting and "fr.docx" in unread and "Not read; kept as it came" in unread
    assert models.Draft.objects.count() == 2


def test_the_form_of_the_registrar_loads_its_script_from_here_alone(signed_in: As) -> None:
    page = signed_in("Amina").get("/en/desk/registry/standing/suspend/").content.decode()
    assert re.findall("<script[^>]*>", page) == ['<script src="/static/desk/boxes.js" defer>']
    assert page.count("<details") >= 1 and 'data-search="' in page
