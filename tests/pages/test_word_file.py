"""The report as a Word file: right to left where the language is."""

from __future__ import annotations

import zipfile
from io import BytesIO

from amana.publish import word
from amana.reports.rendering import Document, Item, Line, Section


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


def test_a_symbol_in_an_arabic_report_is_isolated() -> None:
    assert "\u20661/50-POL\u2069" in xml("ar")


def test_an_english_report_runs_left_to_right() -> None:
    assert "<w:bidi/>" not in xml("en") and "<w:rtl" not in xml("en")
