"""The report as a Word file: right to left where the language is."""

from __future__ import annotations

import re
import zipfile
from html import unescape
from io import BytesIO

from amana.publish import word
from amana.reports.phrases import best, joined
from amana.reports.rendering import Document, Item, Line, Section
from amana.values.words import Words


def xml(language: str) -> str:
    """The body of a small report's Word file."""
    item = Item("4.", "يطلب من الأمين العام", "ar", (Line("الحالة", "وفق القرار 1/50-POL"),))
    section = Section("القرار 1/50-POL: السلم", (item,), "", "1/50-POL")
    document = Document(language, "rtl", "تقرير", ("المنظمة",), (("القرارات", 3),), (section,), ("خاتمة",))
    with zipfile.ZipFile(BytesIO(word.report(document, language))) as file:
        return file.read("word/document.xml").decode()


def test_an_arabic_report_runs_right_to_left_in_every_paragraph_and_table() -> None:
    body = xml("ar")
    assert body.count("<w:bidi/>") >= body.count("<w:p>") - 1
    assert "<w:bidiVisual/>" in body and "<w:rtl" in body and "<w:szCs" in body and "<w:bCs/>" in body
    assert 'w:cs="' in body and 'w:bidi="ar-SA"' in body


def test_what_turns_the_file_stands_where_the_schema_wants_it() -> None:
    body = xml("ar")
    assert body.index("<w:bidiVisual/>") < body.index("<w:tblW")
    assert body.rindex("<w:bidi/>") < body.rindex("<w:docGrid")
    for run in body.split("<w:r>")[1:]:
        tags = [
            tag for tag in ("<w:rFonts", "<w:b/>", "<w:bCs/>", "<w:sz ", "<w:szCs ", "<w:rtl", "<w:lang ") if tag in run
        ]
        assert [run.index(tag) for tag in tags] == sorted(run.index(tag) for tag in tags)


def test_a_symbol_in_an_arabic_report_is_a_run_of_its_own_from_left_to_right() -> None:
    assert "<w:t>\u200e1/50-POL</w:t>" in xml("ar")
    assert ("\u200e1/50-POL", False, '<w:lang w:val="en-GB"/>') in runs("وفق القرار 1/50-POL", "ar")


def test_an_english_report_runs_left_to_right() -> None:
    assert "<w:bidi/>" not in xml("en") and "<w:rtl" not in xml("en")


ADDRESS = "https://a.example/الملف?a=1&b=2#c"


def runs(line: str, language: str) -> list[tuple[str, bool, str]]:
    """The runs of one line in a report: text, whether right to left, language."""
    section = Section("1/50-POL", (Item("4", "", language, (Line("x", line),)),))
    document = Document(language, "rtl", "t", (), (), (section,), ())
    with zipfile.ZipFile(BytesIO(word.report(document, language))) as file:
        body = file.read("word/document.xml").decode()
    found = re.findall(r"<w:r>.*?</w:r>", body, re.DOTALL)
    told = [
        (re.search(r"<w:t[^>]*>(.*?)</w:t>", run), "<w:rtl" in run, re.search(r"<w:lang[^>]*>", run)) for run in found
    ]
    return [(unescape(text[1]), rtl, lang[0] if lang else "") for text, rtl, lang in told if text]


def test_an_address_in_an_arabic_report_is_one_run_from_left_to_right() -> None:
    assert (f"\u2066{ADDRESS}\u2069", False) in [run[:2] for run in runs(f"المستند {ADDRESS}", "ar")]


def test_words_of_another_language_say_so_in_their_run() -> None:
    title = best(Words(ar="قرار بشأن السلم"), "en")
    assert [rtl for text, rtl, lang in runs(joined(": ", ("Title", title)), "en") if "قرار" in text] == [True]
    french = [run for run in runs(best(Words(fr="Sur la paix"), "ar"), "ar") if "paix" in run[0]]
    assert french == [("\u2066Sur la paix\u2069", False, '<w:lang w:val="fr-FR"/>')]
