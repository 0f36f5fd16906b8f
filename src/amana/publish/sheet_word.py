"""A comparison as a Word file: landscape, a column a version, findings as comments at the words they are about."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt, RGBColor

from amana.publish.sentences import colon, told, words
from amana.publish.side_by_side import NATIVE, Cell, Line, SideBySide, counts, name, pieces
from amana.publish.word import (
    AUTHOR,
    CLOSE,
    LATIN_FACE,
    LEFT,
    TAGS,
    commented,
    faces,
    from_the_right,
    latin_apart,
    ordered,
)
from amana.values.problems import Problem
from amana.values.words import RIGHT_TO_LEFT

PAGE = (Mm(297), Mm(210))
MARGIN = Mm(14)
LATIN_SIZE, ARABIC_SIZE = 10, 13
"""Points; Arabic needs more."""
GREY = RGBColor(0x59, 0x59, 0x59)


def sheet_word(sheet: SideBySide, language: str = "en") -> bytes:
    """The comparison as the bytes of a .docx, in the language of its reader. The same comparison gives the same text."""
    writer = _Writer(sheet, language)
    writer.head()
    writer.table()
    return writer.to_bytes()


class _Writer:
    def __init__(self, sheet: SideBySide, language: str) -> None:
        self.sheet, self.language = sheet, language
        self.file = docx.Document()
        self.runs: dict[int, list[tuple[str, list[Any]]]] = {}
        section = self.file.sections[0]
        section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, *PAGE
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
        normal = self.file.styles["Normal"]
        normal.font.name, normal.font.size = LATIN_FACE, Pt(LATIN_SIZE)
        faces(normal.element.get_or_add_rPr())
        for style in ("Title", "Heading 1"):
            self.file.styles[style].font.color.rgb = RGBColor(0, 0, 0)
            faces(self.file.styles[style].element.get_or_add_rPr())

    def head(self) -> None:
        """Symbol, titles, files, how many findings; what is about the whole text stands here with its comments."""
        self._line(name(self.sheet, self.language), self.language, bold=True, size=14)
        for language in self.sheet.languages:
            if title := (self.sheet.titles or {}).get(language, ""):
                self._line(title, language, bold=True)
        names = " · ".join(f"\u2068{file}\u2069" for file in self.sheet.files)
        self._line(words("files", self.language) + colon(self.language) + names, self.language, grey=True)
        self._line(counts(self.sheet.findings, self.language), self.language, bold=True)
        for _, found in self.sheet.whole:
            runs = self._line(told(found, self.language, self.sheet.printed), self.language)
            self._comment(runs, found)

    def table(self) -> None:
        """A row a paragraph, a column a version; the names of the languages on every page."""
        languages = self.sheet.languages
        table = self.file.add_table(rows=1, cols=len(languages))
        table.style = "Table Grid"
        table.autofit = False
        if self.language in RIGHT_TO_LEFT:
            ordered(table._tbl.tblPr, "w:bidiVisual")
        width = (PAGE[0] - 2 * MARGIN) // max(len(languages), 1)
        for column in table.columns:
            column.width = width
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for cell, language in zip(table.rows[0].cells, languages, strict=True):
            self._run(_paragraph(cell.paragraphs[0], language), NATIVE.get(language, language), language, bold=True)
        for line in self.sheet.lines:
            row = table.add_row()
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for place, cell in zip(row.cells, line.cells, strict=True):
                self._cell(_paragraph(place.paragraphs[0], cell.language), cell, line)
            self._comments(line)

    def _cell(self, paragraph: Any, cell: Cell, line: Line) -> None:
        """The label and the words, in runs that end where a mark does; the runs of each finding are kept."""
        own: list[Any] = []
        if cell.text is None:
            own += self._run(paragraph, f"— {words('lacking', self.language)} —", self.language, grey=True)
        if cell.label:
            own += self._run(paragraph, cell.label, cell.language, bold=True)
            self._run(paragraph, " ", cell.language)
        for text, numbers in pieces(cell):
            made = self._run(paragraph, text, cell.language, grey=line.part == "structure")
            own = own or made
            for number in numbers:
                self._keep(number, cell.language, made)
        if cell.elsewhere:
            self._run(paragraph, f" ({words('elsewhere', self.language)})", self.language, grey=True)
        for number in cell.numbers:
            self._keep(number, cell.language, own)

    def _keep(self, number: int, language: str, runs: list[Any]) -> None:
        """A finding has one comment a place: pieces that touch are one place."""
        known = self.runs.setdefault(number, [])
        if known and known[-1][0] == language and runs and known[-1][1][-1]._r.getnext() is runs[0]._r:
            known[-1][1].extend(runs)
        elif runs:
            known.append((language, runs))

    def _comments(self, line: Line) -> None:
        for number, found in line.findings:
            for _, runs in self.runs.pop(number, []):
                self._comment(runs, found)

    def _comment(self, runs: list[Any], found: Problem) -> None:
        """A comment at these runs: how grave, the sentence, its code."""
        if not runs:
            return
        paragraph = _paragraph(commented(self.file, runs), self.language)
        self._run(paragraph, words(found.severity, self.language) + colon(self.language), self.language, bold=True)
        self._run(paragraph, told(found, self.language, self.sheet.printed), self.language)
        self._run(paragraph, f" [{found.code}]", "en", grey=True)

    def _line(
        self, text: str, language: str, *, bold: bool = False, grey: bool = False, size: int = LATIN_SIZE
    ) -> list[Any]:
        return self._run(
            _paragraph(self.file.add_paragraph(), language), text, language, bold=bold, grey=grey, size=size
        )

    def _run(
        self,
        paragraph: Any,
        text: str,
        language: str,
        *,
        bold: bool = False,
        grey: bool = False,
        size: int = LATIN_SIZE,
    ) -> list[Any]:
        """The text in runs of one direction each; in Arabic, symbols and other Latin do not turn round."""
        if language not in RIGHT_TO_LEFT:
            return [_one(paragraph, text, language, bold, grey, size)] if text else []
        return [
            _one(paragraph, f"{LEFT}{part}{CLOSE}", "en", bold, grey, size)
            if latin
            else _one(paragraph, part, language, bold, grey, size)
            for part, latin in latin_apart(text)
        ]

    def to_bytes(self) -> bytes:
        """The file, with its title told and nothing of who made it."""
        core = self.file.core_properties
        core.title = name(self.sheet, self.language)
        core.language, core.author, core.last_modified_by, core.comments = TAGS.get(self.language, ""), AUTHOR, "", ""
        out = BytesIO()
        self.file.save(out)
        return out.getvalue()


def _paragraph(paragraph: Any, language: str) -> Any:
    """The paragraph in the direction of its language."""
    paragraph.paragraph_format.space_after = Pt(2)
    if language in RIGHT_TO_LEFT:
        from_the_right(paragraph)
    return paragraph


def _one(paragraph: Any, text: str, language: str, bold: bool, grey: bool, size: int) -> Any:
    """One run, with both faces and, for Arabic, its own size."""
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold or None, Pt(size)
    if grey:
        run.font.color.rgb = GREY
    properties = run._r.get_or_add_rPr()
    faces(properties)
    # figures within Arabic are taken for Arabic by some programs: their size and weight are told in both scripts
    run.font.cs_bold = bold or None
    rtl = language in RIGHT_TO_LEFT
    points = round(size * (ARABIC_SIZE / LATIN_SIZE if rtl else 1) * 2)
    ordered(properties, "w:szCs", {"w:val": str(points)})
    if rtl:
        run.font.rtl = True
        ordered(properties, "w:lang", {"w:bidi": TAGS.get(language, language)})
    else:
        ordered(properties, "w:lang", {"w:val": TAGS.get(language, language)})
    return run
