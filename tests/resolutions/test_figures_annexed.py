"""Figures below the text: what is annexed, reserved or stands in a table is read and compared; heads, notes and pages are not."""

from itertools import combinations

import pytest

from amana.resolutions.concordance import compare
from amana.resolutions.reading import read
from amana.resolutions.versions import align
from amana.values.blocks import Block
from amana.values.problems import Place

ABOVE = {
    "en": "RESOLUTION 1/1-EC|The Council,|1. Decides to remain seized.|Annex I|62/167. Scale of shares|Article 3",
    "fr": "RÉSOLUTION 1/1-EC|Le Conseil,|1. Décide de rester saisi.|Annexe I|62/167. Barème des parts|Article 3",
    "ar": "القرار 1/1-EC|إن المجلس،|1. يقرر إبقاء المسألة قيد نظره.|المرفق الأول|62/167. جدول الأنصبة|المادة 3",
    "id": "RESOLUSI 1/1-EC|Dewan,|1. Memutuskan untuk tetap menangani hal ini.|Lampiran I|62/167. Skala iuran|Pasal 3",
}
BELOW = {
    "en": "Each Party shall pay 12,500 dollars.|Page 3 of 4|(a) Jordan 300|3|14 See the Treaty, p. 75.|* The list is on page 4.",
    "fr": "Chaque Partie verse 12 500 dollars.|Page 4 de 5|a) Jordanie 300|4|14 Voir le Traité, p. 81.|* La liste est page 5.",
    "ar": "يدفع كل طرف 12500 دولار.|صفحة 5|(أ) الأردن 300|5|14 انظر المعاهدة، ص 90.|* القائمة في الصفحة 6.",
    "id": "Setiap Pihak membayar 12.500 dolar.|Halaman 7|(a) Yordania 300|7|14 Lihat Perjanjian, hlm. 99.|* Daftar di halaman 8.",
}
TEXTS = {x: f"{ABOVE[x]}|{BELOW[x]}" for x in ABOVE}


def reading(text, language, cells=()):
    lines = text.split("|")
    kinds = ["cell" if line in cells else "text" for line in lines]
    blocks = [
        Block(t, Place(language, block=n), kind=kind) for n, (t, kind) in enumerate(zip(lines, kinds, strict=True), 1)
    ]
    return read(blocks, language)


def apart(texts, cells=()):
    readings = {x: reading(t, x, cells) for x, t in texts.items()}
    return [(p.code, p.facts["differences"]) for p in compare(align(readings), readings)]


@pytest.mark.parametrize("language", TEXTS)
def test_figures_of_an_annex_are_read_and_those_of_heads_notes_and_pages_are_not(language):
    figures = [f.value for p in reading(TEXTS[language], language).paragraphs for f in p.figures]
    assert figures == ["12500", "300"]


@pytest.mark.parametrize(("one", "other"), list(combinations(TEXTS, 2)))
def test_annexes_that_say_the_same_are_not_accused(one, other):
    assert apart({one: TEXTS[one], other: TEXTS[other]}) == []


@pytest.mark.parametrize(("one", "other"), list(combinations(TEXTS, 2)))
def test_another_figure_in_an_annex_is_told(one, other):
    wrong = TEXTS[other].replace("300", "301")
    ((code, shown),) = apart({one: TEXTS[one], other: wrong})
    assert (code, ["301" in s for s in shown]) == ("figures-differ", [False, True])


def test_the_cells_of_a_table_among_the_paragraphs_are_compared_a_number_alone_too():
    en = "RESOLUTION 1/1-EC|The Council,|1. Adopts the scale below:|State|US$|Chad|300|Mali|45.5%|2. Decides to go on."
    fr = "RÉSOLUTION 1/1-EC|Le Conseil,|1. Adopte le barème ci-après :|État|Dollars|Tchad|301|Mali|45,5 %|2. Décide de continuer."
    cells = {"State", "US$", "Chad", "300", "Mali", "45.5%", "État", "Dollars", "Tchad", "301", "45,5 %"}
    assert apart({"en": en, "fr": fr}, cells) == [("figures-differ", ("en: 300", "fr: 301"))]
