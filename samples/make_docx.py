"""Turns every text of this folder into the Word document beside it: `python samples/make_docx.py`.

One block of the text becomes one paragraph. Arabic runs from right to left as Word wants it said: on the section, on
every paragraph, and on every run except those in Latin letters, such as symbols of documents.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

HERE = Path(__file__).resolve().parent
MARKS = {
    "ar": "نموذج — ليس نصا معتمدا",
    "en": "SPECIMEN — not an adopted text",
    "fr": "SPÉCIMEN — texte non adopté",
}
"""What stands on the face of a specimen, so that nobody takes it for a resolution."""

ORGAN = re.compile(r"(?:The|Le|La|L'|إن) ?\w+.*[,،]$")
ITEM = re.compile(r"(?:\d{1,2}\.|\d{1,2} ?-|[٠-٩]{1,2}-)\s")
SUBITEM = re.compile(r"(?:\([a-z]\)|[a-z]\)|\([أ-ي]\))\s")
LATIN = re.compile(r"([A-Za-z][A-Za-z0-9/.-]*)")
TAGS = {"ar": "ar-SA", "en": "en-GB", "fr": "fr-FR"}
EPOCH = (2026, 1, 1, 0, 0, 0)
RUN = ("bCs", "i", "iCs", "color", "sz", "szCs", "u", "rtl", "cs", "lang")
PARAGRAPH = ("pBdr", "shd", "tabs", "bidi", "spacing", "ind", "jc")
"""The children of run and paragraph properties that are used here, in the order of the standard."""


def blocks(text: str) -> list[str]:
    r"""The blocks of a text: one a paragraph, blank lines between.

    >>> blocks("The Council,\n\n1. Decides;\n")
    ['The Council,', '1. Decides;']
    """
    return [b for b in text.strip("\n").split("\n\n") if b]


def kinds(texts: list[str]) -> Iterator[tuple[str, str]]:
    """Each block with what it is: mark, head, organ, item, subitem, or text; `close` for what follows the last item.

    >>> [k for k, _ in kinds(["X/1", "The Council,", "Recalling it,", "1. Decides:", "(a) So;", "Adopted."])]
    ['head', 'organ', 'text', 'item', 'subitem', 'close']
    """
    organ, items = False, False
    for text in texts:
        if text in MARKS.values():
            yield "mark", text
        elif not organ:
            organ = bool(ORGAN.match(text))
            yield ("organ" if organ else "head"), text
        elif ITEM.match(text):
            items = True
            yield "item", text
        elif SUBITEM.match(text):
            yield "subitem", text
        else:
            yield ("close" if items else "text"), text


def document(text: str, language: str) -> bytes:
    """The Word document of one language version; the same text gives the same bytes."""
    doc = Document()
    section = doc.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.5)
    if language == "ar":
        page: Any = section._sectPr
        page.insert_element_before(OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid")
    _style(doc, language)
    for kind, words in kinds(blocks(text)):
        _paragraph(doc, kind, words, language)
    properties = doc.core_properties
    properties.author, properties.language = "Amana", TAGS[language]
    properties.title = next(w for k, w in kinds(blocks(text)) if k == "head")
    properties.created = properties.modified = datetime(*EPOCH, tzinfo=UTC)
    properties.last_modified_by, properties.revision, properties.comments = "Amana", 1, ""
    out = io.BytesIO()
    doc.save(out)
    return _settled(out.getvalue())


def _style(doc: Any, language: str) -> None:
    style = doc.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(13 if language == "ar" else 12)
    style.paragraph_format.space_after = Pt(8)
    style.paragraph_format.line_spacing = 1.15
    _complex(style.element.get_or_add_rPr(), 14 if language == "ar" else 12, language)


def _complex(run: Any, size: int, language: str, bold: bool = False) -> None:
    """What Word reads for complex scripts: their font, size, weight and language stand apart from the Latin ones."""
    run.get_or_add_rFonts().set(qn("w:cs"), "Times New Roman")
    if bold:
        _put(run, "bCs")
    _put(run, "szCs", val=str(2 * size))
    if language == "ar":
        _put(run, "lang", val=TAGS["en"], bidi=TAGS["ar"])
    else:
        _put(run, "lang", val=TAGS[language])


def _paragraph(doc: Any, kind: str, words: str, language: str) -> None:
    paragraph = doc.add_paragraph()
    shape = paragraph.paragraph_format
    if language == "ar":
        _put(paragraph._p.get_or_add_pPr(), "bidi")
    if kind in ("mark", "head"):
        shape.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif kind != "close":
        shape.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    if kind == "mark":
        _boxed(paragraph)
    if kind in ("item", "subitem"):
        label = (ITEM if kind == "item" else SUBITEM).match(words)
        shape.left_indent = Cm(1 if kind == "item" else 2)
        shape.first_line_indent = Cm(-1)
        if label:
            words = f"{label.group().rstrip()}\t{words[label.end() :]}"
    if kind == "head":
        shape.keep_with_next = True
    bold = kind in ("mark", "head", "organ")
    for piece in LATIN.split(words) if language == "ar" else [words]:
        if piece:
            _run(paragraph, piece, language, bold, kind == "close")


def _run(paragraph: Any, text: str, language: str, bold: bool, italic: bool) -> None:
    run = paragraph.add_run(text)
    run.bold = bold or None
    run.italic = (italic and language != "ar") or None
    properties = run._r.get_or_add_rPr()
    _complex(properties, 14 if language == "ar" else 12, language, bold)
    if language == "ar" and not LATIN.fullmatch(text):
        _put(properties, "rtl")


def _put(parent: Any, name: str, **attributes: str) -> Any:
    """Put `w:name` into the properties of a run or paragraph, where the order of the standard wants it."""
    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    for old in parent.findall(qn(f"w:{name}")):
        parent.remove(old)
    order = RUN if name in RUN else PARAGRAPH
    parent.insert_element_before(element, *(f"w:{later}" for later in order[order.index(name) + 1 :]))
    return element


def _boxed(paragraph: Any) -> None:
    borders = _put(paragraph._p.get_or_add_pPr(), "pBdr")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "8"), ("space", "6"), ("color", "9C2A10")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)


def _settled(data: bytes) -> bytes:
    """The same package with one date on all its parts, so that the same text gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(zipfile.ZipInfo(part.filename, EPOCH), old.read(part), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def main() -> int:
    """Write the document of every text below this folder."""
    for path in sorted(HERE.glob("*/*.txt")):
        language = path.stem.rpartition(".")[2]
        path.with_suffix(".docx").write_bytes(document(path.read_text(encoding="utf-8"), language))
    return 0


if __name__ == "__main__":
    sys.exit(main())
