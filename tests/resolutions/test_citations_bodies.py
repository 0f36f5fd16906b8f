"""Whose resolution a number is, where the whole text says it."""

import pytest

from amana.resolutions.concordance import compare
from amana.resolutions.reading import read
from amana.resolutions.versions import align
from amana.values.blocks import Block
from amana.values.problems import Place


def reading(*texts: str, language: str = "en"):
    return read([Block(text, Place("x", block=n)) for n, text in enumerate(texts, 1)], language)


@pytest.mark.parametrize(
    ("language", "organ", "recital", "symbols"),
    [
        ("en", "The Security Council,", "Recalling its previous resolutions, in particular resolutions 1373 (2001) and 1540 (2004),", ["S/RES/1373 (2001)", "S/RES/1540 (2004)"]),
        ("en", "The Security Council,", "Recalling all its previous resolutions on the Sudan, in particular resolution 1769 (2007),", ["S/RES/1769 (2007)"]),
        ("fr", "L'Assemblée générale,", "Rappelant sa résolution 61/17 du 20 novembre 2006,", ["A/RES/61/17"]),
        ("ar", "إن مجلس الأمن،", "إذ يشير إلى قراره 1325 (2000)،", ["S/RES/1325 (2000)"]),
        ("en", "The Human Rights Council,", "Recalling that the Committee adopted its resolution 5/1,", ["5/1"]),
        ("en", "The Council of Foreign Ministers,", "Recalling its resolution 61/17,", ["61/17"]),
    ],
)  # fmt: skip
def test_its_resolution_is_that_of_the_body_that_enacts_the_text(language, organ, recital, symbols):
    found = reading(organ, recital, language=language)
    assert [c.symbol for c in found.paragraphs[1].citations] == symbols


def test_a_number_that_the_text_names_with_its_body_once_is_that_act_everywhere():
    said = reading(
        "61/149. Bridges",
        "The General Assembly,",
        "Recalling Security Council resolution 1325 (2000),",
        "1. Notes resolution 1325 (2000) and resolution 1540 (2004);",
        "2. Decides that resolution 61/149 applies.",
    )
    cited = [[c.symbol for c in p.citations] for p in said.paragraphs]
    assert said.symbol == "A/RES/61/149"
    assert cited == [
        ["A/RES/61/149"],
        [],
        ["S/RES/1325 (2000)"],
        ["S/RES/1325 (2000)", "1540 (2004)"],
        ["A/RES/61/149"],
    ]


@pytest.mark.parametrize("arabic", ["القرار 1325 (2000)", "قرار مجلس الأمن 1325 (2000)"])
def test_a_version_that_does_not_name_the_body_cites_the_same_act(arabic):
    versions = {
        "en": reading("The Council,", "1. Recalls Security Council resolution 1325 (2000);"),
        "ar": reading("إن المجلس،", f"1- يستذكر {arabic}؛", language="ar"),
    }
    assert "symbols-differ" not in {p.code for p in compare(align(versions), versions)}


def test_a_pair_of_numbers_copied_in_reverse_is_the_same_act_where_its_body_is_named():
    versions = {
        "en": reading("The Council,", "1. Recalls General Assembly resolution 61/17;"),
        "ar": reading("إن المجلس،", "1- يستذكر قرار الجمعية العامة 17/61؛", language="ar"),
    }
    assert "symbols-differ" not in {p.code for p in compare(align(versions), versions)}
