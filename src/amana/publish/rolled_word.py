"""A draft rolled over as a Word file: last year's text with every change tracked, and a comment that says why."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from amana.publish.word import AUTHOR, CLOSE, LEFT, Writer, commented, from_the_right, latin_apart
from amana.resolutions.rollover import Mark, Piece, Rolled, RolledParagraph
from amana.resolutions.rollover_citing import BLANK
from amana.values.problems import Problem
from amana.values.words import RIGHT_TO_LEFT

Say = Callable[[Problem], str]
OPEN_SERIAL = re.compile(rf"[\d{BLANK}]+(?:\s?/\s?[\d{BLANK}]+)+")


def kept_together(text: str, language: str) -> str:
    """What stands in the draft now: a symbol with an open serial, in a text that runs right to left, does not turn round.

    >>> kept_together("…/51-POL", "ar") == f"{LEFT}…/51-POL{CLOSE}", kept_together("…/51-أف", "ar") == f"{LEFT}…/51{CLOSE}-أف"
    (True, True)
    """
    if language not in RIGHT_TO_LEFT or BLANK not in text:
        return text
    if any(c.isascii() and c.isalpha() for c in text):
        return f"{LEFT}{text}{CLOSE}"
    return OPEN_SERIAL.sub(lambda found: f"{LEFT}{found[0]}{CLOSE}" if BLANK in found[0] else found[0], text)


def rolled_word(rolled: Rolled, say: Say, language: str, *, title: str = "") -> bytes:
    """The bytes of a .docx in the language of the draft; comments are sentences of `say`, in `language`.

    Rejecting every change gives last year's text, accepting them the draft. No clock is asked: changes bear no hour.
    """
    writer = _Writer(rolled.language, say, language)
    for paragraph in rolled.paragraphs:
        writer.rolled(paragraph)
    return writer.to_bytes(title or rolled.title)


class _Writer(Writer):
    def __init__(self, language: str, say: Say, spoken: str) -> None:
        super().__init__(language)
        self.say, self.spoken, self.changes = say, spoken, 0

    def rolled(self, paragraph: RolledParagraph) -> None:
        """One paragraph with its marks; one that is new is new as a whole, its end as well."""
        bold = paragraph.part == "structure"
        made = self.paragraph(f"{paragraph.label} " if paragraph.label else "", bold=bold)
        if paragraph.added:
            ended = OxmlElement("w:rPr")
            ended.append(self._change("w:ins"))
            made._p.get_or_add_pPr().insert_element_before(ended, "w:sectPr", "w:pPrChange")
        for piece in paragraph.pieces():
            self._piece(made, piece, bold)

    def _piece(self, made: Any, piece: Piece, bold: bool) -> None:
        if piece.before == piece.after:
            self._comments(self.runs(made, piece.after, bold=bold), piece.marks)
            return
        gone = self.runs(made, piece.before, bold=bold) if piece.before else []
        came = self.runs(made, kept_together(piece.after, self.language), bold=bold) if piece.after else []
        self._comments(came or gone, piece.marks)
        self._wrap(gone, "w:del")
        self._wrap(came, "w:ins")

    def _wrap(self, runs: Iterable[Any], tag: str) -> None:
        """The runs as one tracked change; words that are gone are written as such."""
        several = [run._r for run in runs]
        if not several:
            return
        change = self._change(tag)
        several[0].addprevious(change)
        for run in several:
            change.append(run)
            if tag == "w:del":
                for text in run.findall(qn("w:t")):
                    text.tag = qn("w:delText")

    def _change(self, tag: str) -> Any:
        self.changes += 1
        change = OxmlElement(tag)
        change.set(qn("w:id"), str(self.changes))
        change.set(qn("w:author"), AUTHOR)
        return change

    def _comments(self, runs: list[Any], marks: Iterable[Mark]) -> None:
        """A comment a mark at these runs, in the direction of whoever reads it."""
        rtl = self.spoken in RIGHT_TO_LEFT
        for mark in marks if runs else ():
            paragraph, said = commented(self.file, runs), self.say(mark.problem)
            if rtl:
                from_the_right(paragraph)
            for part, latin in latin_apart(said) if rtl else ((said, False),):
                shown = f"{LEFT}{part}{CLOSE}" if latin else part
                self._one(paragraph, shown, "small", False, "en" if latin else self.spoken)
