"""Notes that the house keeps in English alone, on pages of other languages."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils import translation
from lxml import html

from amana.pages.templatetags.words import LONG, english

PAGES = ("/members/kelmora/", "/organs/council/", "/sessions/co-5/", "/persons/i-valmar/", "/relations/groups/strait/")
ENGLISH = re.compile(r"[a-z]{3,}(?: [a-z]{2,}){4,}")


@pytest.mark.parametrize(("language", "folded"), [("en", False), ("ar", True), ("fr", True)])
def test_a_long_note_in_english_is_marked_and_folded_for_others(language: str, folded: bool) -> None:
    with translation.override(language):
        long, short = english("a" * (LONG + 1)), english("short", "small")
    assert ("<details" in long) is folded and '<span lang="en" dir="ltr">aaa' in long
    assert short == '<small lang="en" dir="ltr">short</small>' and english("") == ""


def test_the_fold_says_in_arabic_that_the_note_is_in_english() -> None:
    with translation.override("ar"):
        assert "<summary>ملاحظة بالإنجليزية</summary>" in english("b" * (LONG + 1))


@pytest.mark.parametrize("path", PAGES)
def test_no_sentence_in_english_stands_unmarked_on_an_arabic_page(visitor: Client, path: str) -> None:
    reply = visitor.get(f"/ar{path}")
    page = html.fromstring(reply.content.decode())
    unmarked = [
        text
        for text in page.body.xpath(".//text()[not(ancestor::script or ancestor::pre)]")
        if ENGLISH.search(text) and text.getparent().xpath("ancestor-or-self::*[@lang][1]/@lang") == ["ar"]
    ]
    assert reply.status_code == 200 and not unmarked
