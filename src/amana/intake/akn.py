"""An Akoma Ntoso document: its paragraphs with their numbers, headings, tables, attachments and notes; no word is lost.

Names of elements are those of Akoma Ntoso 3.0, in any namespace or none; one that is not known keeps its words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from amana.intake.pieces import Piece, raised, spaced, to_blocks
from amana.intake.refusals import refuse
from amana.intake.rows import tag_of
from amana.values.blocks import Block
from amana.values.expressions import expression
from amana.values.problems import Fact, Place, Problem

INLINE = frozenset(
    "a abbr affectedDocument argument b bill br concept date decoration def docCommittee docDate docIntroducer "
    "docJurisdiction docketNumber docNumber docProponent docPurpose docStage docStatus docTitle docType entity event "
    "extractText fillIn font i img inline ins judge lawyer legislature location marker mmod mod mref neutralCitation "
    "noteRef num object omissis opinion organization outcome party person placeholder process quantity quotedText "
    "ref relatedDocument remark rmod role rref scene session shortTitle signature span sub sup term time tocRef u "
    "vote del eol eop recordedTime".split()
)
HEADINGS = frozenset("heading subheading crossHeading docTitle docNumber docType shortTitle longTitle".split())
TITLE_PARTS = frozenset("docTitle docNumber docType shortTitle".split())
MAY_HOLD = frozenset("mod mmod rmod ins".split())
HELD = frozenset("quotedStructure p block table".split())
"""What a modification may hold, which otherwise stands within a line."""
SILENT = frozenset({"meta", "proprietary", "presentation"})
NOTES = frozenset({"authorialNote", "note"})
LABEL = expression(
    r"\W*(?:[0-9\u0660-\u0669\u06f0-\u06f9]{1,4}(?:[A-Z]| ?(?:bis|ter|quater))?|[a-zA-Z]{1,5}|[\u0621-\u064a]{1,2}ـ?)(?:[./-][0-9a-zA-Z]{1,3}){0,4}\W*"
)
"""A number that stands before a paragraph; «Chapter 1» is a heading of its own."""
DEFINED = re.compile(rb"<!ENTITY", re.IGNORECASE)


def read(name: str, data: bytes) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of the document and what was mended; raises NotReadable."""
    if DEFINED.search(data.replace(b"\x00", b"") if b"\x00" in data[:64] else data):
        raise refuse("intake-entities", name, part="DOCTYPE")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True)  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as why:
        raise refuse("intake-damaged", name, reason=f"XML: {str(why)[:120]}") from why
    if root is None:
        raise refuse("intake-damaged", name, reason="XML")
    walk = Walk()
    walk.block(root, False)
    walk.end()
    notes = frozenset(n.label for n in walk.notes if n.label)
    pieces = [Piece(raised(p.text, notes), p.label, p.heading, p.kind) for p in (*walk.pieces, *walk.notes)]
    blocks, mended = to_blocks(name, pieces)
    if walk.changes:
        facts: dict[str, Fact] = {"file": name, "changes": walk.changes, "authors": 0}
        mended = (*mended, Problem("intake-tracked-changes", facts, (Place(name),), "note"))
    return blocks, mended


@dataclass(slots=True)
class Walk:
    """One walk through the document: what was read, and the number that waits for its paragraph."""

    pieces: list[Piece] = field(default_factory=list)
    notes: list[Piece] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    label: str | None = None
    changes: int = 0
    kind: str = "text"

    def block(self, element: etree._Element, heading: bool) -> None:
        """An element that holds paragraphs, or is one; the parser bounds how deep they nest."""
        name = tag_of(element)
        if name in SILENT:
            return
        if name in NOTES:
            self._note(element)
            return
        heading = heading or name in HEADINGS or _is_title(element)
        kind, self.kind = self.kind, "cell" if name in ("td", "th") else self.kind
        self.flush(heading)
        self._say(element.text)
        beside = _has_words(element)
        for child in element:
            if _is_inline(child, beside):
                if tag_of(child) == "num" and not "".join(self.buffer).strip():
                    self._number(child)
                else:
                    self.inline(child)
            else:
                self.block(child, heading)
            self._say(child.tail)
        self.flush(heading)
        if name not in ("heading", "subheading"):
            self._loose_label(element)
        self.kind = kind

    def inline(self, element: etree._Element) -> None:
        """An element within a line."""
        name = tag_of(element)
        if name in SILENT:
            return
        if name in NOTES:
            self._note(element)
            return
        if name in ("ins", "del"):
            self.changes += 1
        if name == "del":
            return
        if name in ("br", "eol", "eop"):
            self.buffer.append(" ")
        sup = name in ("sup", "noteRef")
        self.buffer.append("\x0e" if sup else "")
        self._say(element.get("startQuote") if name == "quotedText" else "")
        self._say(element.text or (element.get("marker") if name == "noteRef" else ""))
        for child in element:
            self.inline(child)
            self._say(child.tail)
        self._say(element.get("endQuote") if name == "quotedText" else "")
        self.buffer.append("\x0f" if sup else "")

    def flush(self, heading: bool) -> None:
        """What was said since the last paragraph is one."""
        text = spaced("".join(self.buffer))
        self.buffer.clear()
        if text:
            self.pieces.append(Piece(text, self.label, heading, self.kind))
            self.label = None

    def end(self) -> None:
        """Nothing follows: what still waits is said, a number without its paragraph too."""
        self.flush(False)
        self._number_alone()

    def _say(self, text: str | None) -> None:
        if text:
            self.buffer.append(text)

    def _number(self, num: etree._Element) -> None:
        words = spaced("".join(map(str, num.itertext())))
        if not words:
            return
        self._number_alone()
        if LABEL.fullmatch(words):
            self.label = words
        else:
            self.pieces.append(Piece(words, None, True, self.kind))

    def _number_alone(self) -> None:
        if self.label is not None:
            self.pieces.append(Piece(self.label, None, False, self.kind))
            self.label = None

    def _loose_label(self, element: etree._Element) -> None:
        """A number without a paragraph is a paragraph of its own."""
        if any(tag_of(c) == "num" for c in element):
            self._number_alone()

    def _note(self, element: etree._Element) -> None:
        inner = Walk(kind="footnote")
        inner.buffer.append(element.text or "")
        for child in element:
            inner.block(child, False)
            inner._say(child.tail)
        inner.end()
        marker = spaced(element.get("marker") or "") or None
        for n, piece in enumerate(inner.pieces):
            self.notes.append(Piece(piece.text, piece.label or (marker if n == 0 else None), False, "footnote"))
        self.notes += inner.notes
        self.changes += inner.changes


def _has_words(element: etree._Element) -> bool:
    """Whether words stand in an element itself, beside what it holds."""
    return any(text and text.strip() for text in (element.text, *(child.tail for child in element)))


def _is_inline(child: etree._Element, beside: bool) -> bool:
    """Whether an element stands within a line; one that is not known does where words stand beside it."""
    name = tag_of(child)
    if name in INLINE or name in NOTES:
        return name not in MAY_HOLD or not any(tag_of(c) in HELD for c in child.iter())
    if name in ("p", "block", "li", "td", "th", "tr", "table", "heading", "subheading", "item", "quotedStructure"):
        return False
    return beside and not any(tag_of(c) in ("p", "block") for c in child.iter())


def _is_title(element: etree._Element) -> bool:
    """Whether a paragraph holds a title, number or type of the document and nothing else."""
    if tag_of(element) not in ("p", "block") or (element.text or "").strip():
        return False
    return len(element) > 0 and all(tag_of(c) in TITLE_PARTS | {"br"} and not (c.tail or "").strip() for c in element)


def is_akoma_ntoso(data: bytes) -> bool:
    """Whether XML says that it is Akoma Ntoso, by its first element, with a prefix or without."""
    return bool(re.search(rb"<(?:[\w.-]+:)?akomaNtoso[\s>]", data[:65536].replace(b"\x00", b""), re.IGNORECASE))
