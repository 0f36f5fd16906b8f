"""A comparison for the reviser: a Word file with comments at the words, a page that stands alone."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from axe_playwright_python.sync_playwright import Axe
from docx.oxml.ns import qn
from lxml import html
from playwright.sync_api import Browser

from amana.clerk import sheet
from amana.cli.compare_whole import laid
from amana.publish.sheet_page import sheet_page
from amana.publish.sheet_word import sheet_word
from amana.publish.side_by_side import SideBySide, counts, pieces, side_by_side
from amana.resolutions.versions import align, split_row

LANGUAGES = ("ar", "en", "fr", "id")
EN = """Resolution 1/50-POL

On the safety of ports

The Council,

Recalling its resolution 3/49-POL <script>alert(1)</script>,

1. Decides to spend 45 florins on 120 berths;

2. Thanks the host;

3. Requests the Secretary-General to report to the next session."""
FR = EN.replace("The Council", "Le Conseil").replace("Recalling its resolution", "Rappelant sa résolution")
FR = FR.replace("Decides to spend 45 florins on 120 berths", "Décide de consacrer 54 florins à 120 postes")
FR = FR.replace("\n\n2. Thanks the host;", "").replace("3. Requests the Secretary-General to report to the next session",
                                                      "2. Prie le Secrétaire général de faire rapport à la session suivante")  # fmt: skip
AR = """القرار 1/50-POL

بشأن سلامة الموانئ

إن المجلس،

إذ يستذكر قراره 3/49-POL،

1. يقرر إنفاق 45 فلورينا على 120 رصيفا؛

2. يشكر البلد المضيف؛

3. يطلب من الأمين العام تقديم تقرير إلى الدورة القادمة."""


@pytest.fixture(scope="module")
def compared() -> SideBySide:
    return laid(sheet([("ar.txt", AR.encode()), ("en.txt", EN.encode()), ("fr.txt", FR.encode())]))


def test_the_columns_are_the_versions_and_a_finding_stands_at_its_row(compared: SideBySide) -> None:
    assert compared.languages == ("ar", "en", "fr")
    found = {line.key: [p.code for _, p in line.findings] for line in compared.lines if line.findings}
    assert found == {"o1": ["figures-differ"], "o2": ["paragraph-missing"]}
    line = next(line for line in compared.lines if line.key == "o1")
    assert [[t for t, n in pieces(cell) if n] for cell in line.cells] == [["45"], ["45"], ["54"]]
    assert [(c.text is None, c.numbers) for c in next(x for x in compared.lines if x.key == "o2").cells] == [
        (False, ()), (False, ()), (True, (2,)),
    ]  # fmt: skip


def test_nothing_of_a_text_is_lost_in_pieces(compared: SideBySide) -> None:
    for line in compared.lines:
        for cell in line.cells:
            assert "".join(text for text, _ in pieces(cell)) == (cell.text or "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_word_file_is_landscape_with_comments_at_the_words(compared: SideBySide, language: str) -> None:
    data = sheet_word(compared, language)
    file = docx.Document(BytesIO(data))
    section = file.sections[0]
    assert section.page_width > section.page_height and len(file.tables[0].columns) == 3
    comments = list(file.comments)
    assert {c.author for c in comments} == {"Amana"} and len(comments) == 4
    body = file.element.body
    commented = []
    for comment in comments:
        start = body.xpath(f".//w:commentRangeStart[@w:id='{comment.comment_id}']")[0]
        words = []
        node = start.getnext()
        while node.tag != qn("w:commentRangeEnd"):
            words += node.xpath(".//w:t/text()")
            node = node.getnext()
        commented.append("".join(words).strip("\u2066\u2069"))
    assert sorted(said if said.isdigit() else said[0] + said[-1] for said in commented) == ["45", "45", "54", "——"]
    assert "w:date=" not in zipfile.ZipFile(BytesIO(data)).read("word/comments.xml").decode()


def test_the_arabic_column_runs_right_to_left_with_its_own_face(compared: SideBySide) -> None:
    file = docx.Document(BytesIO(sheet_word(compared, "en")))
    for row in file.tables[0].rows:
        assert row.cells[0].paragraphs[0]._p.xpath("./w:pPr/w:bidi") and not row.cells[1].paragraphs[0]._p.xpath(
            "./w:pPr/w:bidi"
        )
        arabic = [r for r in row.cells[0].paragraphs[0].runs if re.search("[\u0621-\u064a]", r.text)]
        assert all(r.font.rtl and r._r.xpath("./w:rPr/w:rFonts/@w:cs") == ["Traditional Arabic"] for r in arabic)


def test_the_same_comparison_gives_the_same_document(compared: SideBySide) -> None:
    one, two = (zipfile.ZipFile(BytesIO(sheet_word(compared, "en"))) for _ in range(2))
    assert all(one.read(name) == two.read(name) for name in one.namelist())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_stands_alone_and_escapes_what_it_shows(compared: SideBySide, language: str) -> None:
    page = sheet_page(compared, language)
    assert page.startswith("<!doctype html>") and "<script" not in page and "http" not in page and " style=" not in page
    tree = html.fromstring(page)
    assert (tree.get("lang"), tree.get("dir")) == (language, "rtl" if language == "ar" else "ltr")
    assert [m.text for m in tree.iter("mark")] == ["45", "45", "54"]
    assert {td.get("dir") for td in tree.xpath("//td[@lang='ar']")} == {"rtl"}
    assert len(tree.xpath("//tbody/tr")) == len(compared.lines)
    targets = set(tree.xpath("//@id"))
    assert {a[1:] for a in tree.xpath("//sup/a/@href")} <= targets
    assert "⟨" not in page and "sheet-" not in page


def test_without_findings_the_page_says_so() -> None:
    made = laid(sheet([("en.txt", EN.encode())]))
    assert counts((), "fr") == "Rien n’a été relevé."
    assert "Nothing was found." in sheet_page(made, "en")


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_everybody_can_read_the_page(
    compared: SideBySide, chromium: Browser, language: str, width: int, tmp_path: Path
) -> None:
    path = tmp_path / "sheet.html"
    path.write_text(sheet_page(compared, language), encoding="utf-8")
    page = chromium.new_page(viewport={"width": width, "height": 900})
    page.goto(path.as_uri())
    wide = page.locator(".wide").evaluate("one => one.scrollWidth - one.clientWidth")
    assert width == 1280 or wide <= 0
    found = Axe().run(page).response["violations"]
    page.close()
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == []


def test_a_paragraph_is_called_by_the_number_that_its_text_prints() -> None:
    made = sheet([("ar.txt", AR.encode()), ("en.txt", EN.encode())])
    rows = align(made.readings, split_row(made.rows, "o1", "en"))
    page = sheet_page(side_by_side(rows, (), tuple(made.readings)), "ar")
    assert re.findall(r"<th scope=row><bdi>(\d)</bdi>", page)[:3] == ["1", "1", "2"]
