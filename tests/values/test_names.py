"""Names in running text."""

from __future__ import annotations

import pytest

from amana.values.lexicons import addressees
from amana.values.names import Entry, Gazetteer, fold

HOUSE = Gazetteer(
    [
        Entry("ml", "party", {"en": ("Mali",), "fr": ("Mali",), "ar": ("مالي",)}),
        Entry("sn", "party", {"en": ("Senegal",), "fr": ("Sénégal",), "ar": ("السنغال",)}),
        Entry("gn", "party", {"en": ("Guinea",), "ar": ("غينيا",)}),
        Entry("gw", "party", {"en": ("Guinea-Bissau",), "ar": ("غينيا بيساو",)}),
        Entry("ci", "party", {"fr": ("Côte d'Ivoire",), "en": ("Côte d'Ivoire",), "ar": ("كوت ديفوار",)}),
        Entry("who", "organ", {"": ("WHO",)}),
        Entry("cfm", "organ", {"ar": ("مجلس وزراء الخارجية",), "en": ("Council of Foreign Ministers", "Council")}),
        Entry("sg", "office", {"ar": ("الأمين العام",), "fr": ("le Secrétaire général",)}),
        Entry("iod", "organ", {"ar": ("بنك التنمية",)}),
    ]
)


@pytest.mark.parametrize(
    ("text", "language", "ids"),
    [
        ("Guinea-Bissau and Guinea", "en", ["gw", "gn"]),
        ("the Council of Foreign Ministers and the Council", "en", ["cfm", "cfm"]),
        ("COTE D’IVOIRE et Côte d'Ivoire", "fr", ["ci", "ci"]),
        ("who asked the WHO", "en", ["who"]),
        ("mali, the plural", "en", []),
        ("Guineans and Maliana", "en", []),
        ("Guinea. Bissau", "en", ["gn"]),
    ],
)
def test_names_are_found_longest_first(text: str, language: str, ids: list[str]) -> None:
    assert [f.id for f in HOUSE.find(text, language)] == ids


@pytest.mark.parametrize(
    ("text", "ids", "texts"),
    [
        ("إلى مالي والسنغال وغينيا بيساو", ["ml", "sn", "gw"], ["مالي", "السنغال", "غينيا بيساو"]),
        ("للسنغال وبمالي", ["sn", "ml"], ["لسنغال", "مالي"]),
        ("يطلب من الأمين العام ومجلس وزراء الخارجية", ["sg", "cfm"], ["الأمين العام", "مجلس وزراء الخارجية"]),
        ("التقرير المالي", [], []),
        ("البنك التنمية", ["iod"], ["بنك التنمية"]),
        ("يطلبُ إلى الأمينِ العــام", ["sg"], ["الأمينِ العــام"]),
        ("الامين العام", ["sg"], ["الامين العام"]),
    ],
)
def test_letters_attached_in_arabic_are_seen_through(text: str, ids: list[str], texts: list[str]) -> None:
    found = HOUSE.find(text, "ar")
    assert [f.id for f in found] == ids
    assert [f.text for f in found] == texts
    assert all(text[f.start : f.end] == f.text for f in found)


def test_of_equal_forms_the_entry_given_first_is_found() -> None:
    house = Gazetteer([Entry("a", "organ", {"en": ("Bureau",)}), Entry("b", "organ", {"en": ("Bureau",)})])
    assert [f.id for f in house.find("the Bureau", "en")] == ["a"]


def test_folding_drops_what_readers_do_not_see() -> None:
    assert fold("إِذْ يُؤَكِّدُ", "ar") == "اذ يؤكد"
    assert fold("ﷲ ﻻ", "ar") == fold("الله لا", "ar")
    assert fold("décide", "fr") != fold("décidé", "fr")


def test_a_large_gazetteer_finds_every_name_of_a_long_text() -> None:
    house = Gazetteer(Entry(a.id, "addressee", a.forms) for a in addressees())
    text = "Requests the Secretary General to submit to the Council a report on the matter in all its aspects. " * 20
    assert len([found for found in house.find(text, "en") if found.id == "secretary_general"]) == 20
