"""Reports as Word files: right to left where the language is, so that symbols and days never turn round."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from amana.publish.sentences import colon
from amana.reports.phrases import NONE, Phrase, joined
from amana.reports.rendering import Document, Item, Line
from amana.values.words import RIGHT_TO_LEFT

TAGS = {"ar": "ar-SA", "en": "en-GB", "fr": "fr-FR", "id": "id-ID"}
AUTHOR, INITIALS = "Amana", "A"
"""Whom comments and changes name: nobody who works here."""
LATIN_FACE, ARABIC_FACE = "Times New Roman", "Traditional Arabic"
SIZES = {"body": (11, 14), "title": (18, 22), "heading": (13, 16), "small": (9.5, 12)}
"""Points for Latin and for Arabic, which needs more."""

_LETTER = "A-Za-zÀ-ÖØ-öø-ɏ"
_WITHIN = rf"(?:[{_LETTER}0-9\s./()–:_'’&°-]|[,;](?=\s?[a-zà-öø-ÿ]|[0-9]))"
_RUN_OF_LATIN = re.compile(rf"[{_LETTER}0-9](?:{_WITHIN}*[{_LETTER}0-9)])?")
_NEEDS_ISOLATION = re.compile(rf"[/–:_-]|[{_LETTER}]")
_NUMBER_FIRST, _NO_WORD = re.compile(r"[^\w]*\d"), re.compile(r"[^\w]*")
LRM, RLM = "\u200e", "\u200f"
"""Marks of direction that every program knows; none that closes, so that none can be lost."""
LEFT, RIGHT, CLOSE = "\u2066", "\u2067", "\u2069"


def report(document: Document, language: str = "") -> bytes:
    """The report as the bytes of a .docx. The language is the document's own."""
    writer = Writer(language or document.language)
    writer.paragraph(document.title, style="Title", size="title", bold=True)
    for line in document.intro:
        writer.paragraph(line)
    writer.table(document.summary)
    for section in document.sections:
        writer.paragraph(section.heading, style="Heading 1", size="heading", bold=True)
        for item in section.items:
            writer.item(item)
        if section.note:
            writer.paragraph(section.note)
    for line in document.closing:
        writer.paragraph(line, size="small")
    return writer.to_bytes(document.title)


def latin_apart(text: str) -> Iterator[tuple[str, bool]]:
    """Arabic text in pieces, with whether each is a symbol or another run of Latin that must not turn round.

    >>> list(latin_apart("القرار 1/50-POL"))
    [('القرار ', False), ('1/50-POL', True)]
    >>> list(latin_apart("(القرار 1/50-POL)، 30 أغسطس 2024"))
    [('(القرار ', False), ('1/50-POL', True), (')، 30 أغسطس 2024', False)]
    """
    end = at = 0
    while found := _RUN_OF_LATIN.search(text, at):
        run = _closed(found[0])
        at = found.start() + len(run)
        if _NEEDS_ISOLATION.search(run):
            yield from ((before, False) for before in (text[end : found.start()],) if before)
            yield run, True
            end = at
    if text[end:]:
        yield text[end:], False


def _closed(run: str) -> str:
    """A run of Latin up to a bracket that is closed or opened in it alone: that one belongs to the text around it.

    >>> _closed("OIC/CFM-50/SG.REP)"), _closed("CFM (50)"), _closed("OIC (CFM")
    ('OIC/CFM-50/SG.REP', 'CFM (50)', 'OIC')
    """
    open_, end = 0, 0
    for at, character in enumerate(run):
        open_ += {"(": 1, ")": -1}.get(character, 0)
        if open_ < 0:
            break
        if open_ == 0 and (character == ")" or character.isalnum()):
            end = at + 1
    return run[:end]


STEP = 24
"""Points by which a paragraph below another stands in."""


class Writer:
    """A Word file in one language."""

    def __init__(self, language: str) -> None:
        self.language, self.rtl = language, language in RIGHT_TO_LEFT
        self.file = docx.Document()
        self._defaults()

    def _defaults(self) -> None:
        """The language and faces of the styles, for both kinds of script."""
        for name in ("Normal", "Title", "Heading 1", "Heading 2"):
            style = self.file.styles[name]
            style.font.name, style.font.color.rgb = LATIN_FACE, RGBColor(0, 0, 0)
            properties = style.element.get_or_add_rPr()
            faces(properties)
            ordered(
                properties, "w:lang", {"w:val": TAGS.get(self.language, self.language) or "en-GB", "w:bidi": "ar-SA"}
            )
        if self.rtl:
            for section in self.file.sections:
                turned: Any = section._sectPr
                turned.insert_element_before(OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid", "w:printerSettings")

    def paragraph(
        self, text: str, *, style: str = "Normal", size: str = "body", bold: bool = False, depth: int = 0
    ) -> Any:
        """One paragraph; `depth` steps in from the margin where its lines begin."""
        made = self.file.add_paragraph(style=style)
        self._set_paragraph(made)
        if depth:
            made.paragraph_format.left_indent = Pt(STEP * depth)
        self._run(made, text, size, bold)
        return made

    def item(self, item: Item) -> None:
        """One thing asked: its words, then what came of it."""
        made = self.file.add_paragraph()
        self._set_paragraph(made)
        made.paragraph_format.space_before, made.paragraph_format.keep_with_next = Pt(8), bool(item.lines)
        label = f"{item.label.rstrip('.')}. " if item.label and item.label[-1:].isalnum() else f"{item.label} "
        self._run(made, label if item.label else "", "body", True)
        self._run(made, item.text, "body", False)
        for line in item.lines:
            self._line(line)

    def _line(self, line: Line) -> None:
        made = self.file.add_paragraph()
        self._set_paragraph(made)
        made.paragraph_format.left_indent, made.paragraph_format.space_after = Pt(18), Pt(0)
        self._run(made, joined("", (line.name, colon(self.language))), "small", True)
        self._run(made, line.text, "small", False)

    def table(self, rows: tuple[tuple[str, int], ...]) -> None:
        """Names and numbers."""
        table = self.file.add_table(rows=0, cols=2)
        if self.rtl:
            ordered(table._tbl.tblPr, "w:bidiVisual")
        for name, number in rows:
            for cell, text in zip(table.add_row().cells, (name, str(number)), strict=True):
                self._set_paragraph(cell.paragraphs[0])
                self._run(cell.paragraphs[0], text, "body", False)

    def _set_paragraph(self, made: Any) -> None:
        made.paragraph_format.space_after = Pt(4)
        if self.rtl:
            from_the_right(made)

    def runs(self, made: Any, text: str, *, size: str = "body", bold: bool = False) -> list[Any]:
        """The text at the end of a paragraph that was made; the runs it became."""
        before = len(made.runs)
        self._run(made, text, size, bold)
        return list(made.runs[before:])

    def _run(self, made: Any, text: str, size: str, bold: bool) -> None:
        """The text in runs of one language and direction each: what stands in another one is isolated and says so."""
        for piece in Phrase(text).pieces:
            language = piece.language or self.language
            if piece.language == NONE:
                self._one(made, _kept_together(piece.text, rtl=False), size, bold, "en")
            elif piece.language and piece.language != self.language:
                self._one(made, _kept_together(piece.text, rtl=language in RIGHT_TO_LEFT), size, bold, language)
            elif language in RIGHT_TO_LEFT:
                for part, latin in marked(latin_apart(piece.text)):
                    self._one(made, part, size, bold, "en" if latin else language)
            else:
                self._one(made, piece.text, size, bold, language)

    def _one(self, made: Any, text: str, size: str, bold: bool, language: str) -> None:
        """One run. In a document that runs right to left, or in Arabic, it has both faces and sizes."""
        run = made.add_run(text)
        run.font.size, run.bold = Pt(SIZES[size][0]), bold
        properties = run._r.get_or_add_rPr()
        faces(properties)
        rtl = language in RIGHT_TO_LEFT
        if rtl:
            if bold:
                run.font.cs_bold = True
            ordered(properties, "w:szCs", {"w:val": str(round(SIZES[size][1] * 2))})
            run.font.rtl = True
            ordered(properties, "w:lang", {"w:val": "en-GB", "w:bidi": TAGS.get(language, language)})
        elif language != self.language:
            ordered(properties, "w:lang", {"w:val": TAGS.get(language, language)})

    def to_bytes(self, title: str) -> bytes:
        """The file, with its title and language told, and nothing of who made it."""
        core = self.file.core_properties
        core.title, core.language = title, TAGS.get(self.language, self.language)
        core.author, core.comments = "", ""
        out = BytesIO()
        self.file.save(out)
        return out.getvalue()


def marked(parts: Iterable[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """Pieces of Arabic and of Latin, with a mark only where a program that asks no run for its direction would turn them.

    So it is with Latin that begins with a digit, and with a number or nothing but marks behind Latin.

    >>> [part for part, _ in marked([("OIC/RES.1", True), (" ثم ", False), ("1/50-POL", True), ("،", False)])]
    ['OIC/RES.1', ' ثم ', '\u200e1/50-POL', '،']
    >>> [part for part, _ in marked([("POL", True), ("، 12 أبريل", False)])]
    ['POL', '\u200f، 12 أبريل']
    """
    several = list(parts)
    for at, (part, latin) in enumerate(several):
        if latin:
            yield (part if part[:1].isalpha() else LRM + part), True
            continue
        behind, goes_on = at > 0 and several[at - 1][1], at + 1 < len(several)
        turns = _NUMBER_FIRST.match(part) or (goes_on and _NO_WORD.fullmatch(part))
        yield (RLM + part if behind and turns else part), False


def _kept_together(text: str, *, rtl: bool) -> str:
    """The text in an isolate of its own, so that neither it nor what stands around it turns round."""
    return (RIGHT if rtl else LEFT) + text + CLOSE


AFTER = {
    "w:bidi": ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
               "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl",
               "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange"),
    "w:bidiVisual": ("w:tblStyleRowBandSize", "w:tblStyleColBandSize", "w:tblW", "w:jc", "w:tblCellSpacing", "w:tblInd",
                     "w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"),
    "w:szCs": ("w:highlight", "w:u", "w:effect", "w:bdr", "w:shd", "w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:em",
               "w:lang", "w:eastAsianLayout", "w:specVanish", "w:oMath"),
    "w:lang": ("w:eastAsianLayout", "w:specVanish", "w:oMath"),
}  # fmt: skip
"""What the schema wants to stand after these."""


def ordered(properties: Any, tag: str, attributes: Mapping[str, str] | None = None) -> None:
    """Set an element of properties (see `AFTER`) at its place in the schema's order."""
    for there in properties.findall(qn(tag)):
        properties.remove(there)
    element = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        element.set(qn(name), value)
    properties.insert_element_before(element, *AFTER[tag])


def faces(properties: Any) -> None:
    """The faces of both kinds of script, whatever the theme says."""
    element = properties.get_or_add_rFonts()
    for stale in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        element.attrib.pop(qn(stale), None)
    for name, face in (("w:ascii", LATIN_FACE), ("w:hAnsi", LATIN_FACE), ("w:cs", ARABIC_FACE)):
        element.set(qn(name), face)


def from_the_right(paragraph: Any) -> None:
    """Let the lines of a paragraph begin on the right."""
    ordered(paragraph._p.get_or_add_pPr(), "w:bidi")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT  # the beginning of the line, which `w:bidi` puts on the right


def commented(file: Any, runs: list[Any]) -> Any:
    """The empty paragraph of a new comment at these runs. It names nobody and no hour."""
    comment = file.add_comment(runs=runs, text="", author=AUTHOR, initials=INITIALS)
    del comment._comment_elm.attrib[qn("w:date")]
    return comment.paragraphs[0]
