"""The footnotes and endnotes of a Word document: in the order of their marks, each with its mark as it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from lxml import etree

from amana.intake.numbering import number_of, printed, value_of
from amana.intake.pieces import Piece, spaced
from amana.intake.word_text import FALLBACK, OWN_MARK, TRUE, UNDONE, Tracked, text_of
from amana.values.hidden import Hidden, W


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of notes: how its marks, its part, its notes and its properties are called, and how it counts unless told."""

    reference: str
    part: str
    note: str
    properties: str
    counts: str


KINDS = (
    Kind(W + "footnoteReference", "word/footnotes.xml", W + "footnote", W + "footnotePr", "decimal"),
    Kind(W + "endnoteReference", "word/endnotes.xml", W + "endnote", W + "endnotePr", "lowerRoman"),
)


class Parts(Protocol):
    """What has the parts of a document."""

    def part(self, path: str) -> etree._Element | None:
        """The root of one part; None where the document has none."""


def notes(document: etree._Element, parts: Parts, tracked: Tracked, hidden: Hidden) -> Iterator[Piece]:
    """Footnotes and endnotes in the order in which the text refers to them, each as a block at the end."""
    for kind in KINDS:
        if next(document.iter(kind.reference), None) is None:
            continue
        root, settings = parts.part(kind.part), parts.part("word/settings.xml")
        if root is None:
            continue
        known = {note.get(W + "id"): note for note in root.iter(kind.note)}
        of_all = settings.find(kind.properties) if settings is not None else None
        for key, own, mark in _marks(document, kind, of_all, tracked, hidden):
            if (note := known.get(key)) is not None:
                text = spaced(" ".join(text_of(p, tracked, hidden, -1) for p in note.iter(W + "p")))
                yield Piece(text.removeprefix(own).lstrip() if own else text, own or mark, False, "footnote")


def _marks(
    document: etree._Element, kind: Kind, of_all: etree._Element | None, tracked: Tracked, hidden: Hidden
) -> Iterator[tuple[str | None, str, str]]:
    """Of each note its id, the mark that its writer chose or '', and the mark that the program counts."""
    seen: set[str | None] = set()
    section: list[etree._Element] = []
    number: int | None = None
    body = document.find(W + "body")
    for element in (*document.iter(kind.reference, W + "sectPr"), body):
        if element is not None and element.tag == kind.reference:
            if element.get(W + "id") not in seen and _is_printed(element, tracked, hidden):
                seen.add(element.get(W + "id"))
                section.append(element)
            continue
        told = [x for x in (element.find(kind.properties) if element is not None else None, of_all) if x is not None]
        start = number_of(_first(told, "numStart"), 1)
        if number is None or _first(told, "numRestart") == "eachSect":
            number = start
        for reference in section:
            own = _own_mark(reference)
            yield reference.get(W + "id"), own, printed(_first(told, "numFmt") or kind.counts, number)
            number += not own
        section = []


def _first(told: list[etree._Element], name: str) -> str | None:
    """What the properties of the section say, or else those of the document."""
    return next((value for one in told if (value := value_of(one, name)) is not None), None)


def _is_printed(reference: etree._Element, tracked: Tracked, hidden: Hidden) -> bool:
    """Whether the mark is neither taken out by a tracked change nor hidden, and no second copy."""
    paragraph = next(reference.iterancestors(W + "p"), None)
    for above in reference.iterancestors():
        if above.tag in UNDONE[tracked] or above.tag == FALLBACK:
            return False
        if above.tag == W + "r" and paragraph is not None and hidden.is_run(above, paragraph):
            return False
    return True


def _own_mark(reference: etree._Element) -> str:
    """The mark that the writer of a note chose, which is not counted; '' where the program counts."""
    if reference.get(OWN_MARK) not in TRUE:
        return ""
    return spaced("".join(t.text or "" for t in reference.itersiblings(W + "t")))
