"""A Word document (.docx): its paragraphs, table cells and footnotes in reading order, numbers as they are printed.

Tracked changes are read with all of them or as it stood before. Unpacking is bounded, entities are never resolved.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Literal

from lxml import etree

from amana.intake.numbering import Numbering
from amana.intake.pieces import Piece, Progress, spaced, to_blocks, told_in_steps
from amana.intake.refusals import UNPACKED_LIMIT, refuse
from amana.values.blocks import Block
from amana.values.hidden import Hidden, W
from amana.values.problems import Fact, Place, Problem

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
Tracked = Literal["accepted", "original"]
"""Which text is read where changes are tracked: with all of them, or as it stood before."""
GONE = frozenset({W + "instrText", W + "delInstrText", W + "pPr", W + "rPr", W + "rt", W + "txbxContent", FALLBACK})
"""What is not read: codes of fields, properties, how a word sounds, and the second copy that is kept for old programs."""
UNDONE = {
    "accepted": frozenset({W + "del", W + "moveFrom"}),
    "original": frozenset({W + "ins", W + "moveTo"}),
}
SYMBOLS = {0xB7: "•", 0xA7: "•", 0x2D: "-", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xD7: "×", 0xAE: "→"}
"""Signs of the fonts Symbol and Wingdings, by their place in them."""
CONTAINERS = frozenset({W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo", W + "smartTag"})
TEXTS = frozenset({W + "t", W + "delText", M + "t"})
SIGNS = {
    W + "tab": " ",
    W + "ptab": " ",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}
OWN_MARK, TRUE = W + "customMarkFollows", ("1", "true", "on")
NOTES = (
    (W + "footnoteReference", "word/footnotes.xml", W + "footnote"),
    (W + "endnoteReference", "word/endnotes.xml", W + "endnote"),
)
REFERENCES = frozenset(reference for reference, _, _ in NOTES)


class Package:
    """The parts of one packed document, each parsed once, none beyond its bound."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        self.names = frozenset(self.archive.namelist())
        self.unpacked = 0

    def document(self) -> str:
        """The path of the part that holds the text, which few programs call otherwise."""
        path = "word/document.xml"
        if path in self.names:
            return path
        return min((n for n in self.names if n.startswith("word/") and n.endswith("document.xml")), default=path)

    def part(self, path: str) -> etree._Element | None:
        """The root of one part; None where the document has none; raises NotReadable where it cannot be read."""
        if path not in self.names:
            return None
        try:
            with self.archive.open(path) as packed:
                xml = packed.read(UNPACKED_LIMIT + 1)
        except Exception as why:  # BadZipFile, zlib.error and their kin have no common base
            raise refuse("intake-damaged", self.name, reason=path) from why
        self.unpacked += len(xml)
        if self.unpacked > UNPACKED_LIMIT:
            raise refuse("intake-unpacks-too-big", self.name, limit=UNPACKED_LIMIT // 1_000_000)
        return self._parse(path, xml)

    def _parse(self, path: str, xml: bytes) -> etree._Element:
        if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
            raise refuse("intake-entities", self.name, part=path)
        if STRICT.encode() in xml:
            xml = xml.replace(STRICT.encode(), W[1:-1].encode())
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(xml, parser)
        except (etree.XMLSyntaxError, ValueError) as why:
            raise refuse("intake-damaged", self.name, reason=path) from why
        if root is None or bool(getattr(root.getroottree().docinfo, "doctype", None)):
            raise refuse("intake-entities", self.name, part=path)
        return root


def read(
    name: str, data: bytes, *, tracked: Tracked = "accepted", progress: Progress | None = None
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of a Word document and what was mended; raises NotReadable."""
    try:
        package = Package(name, data)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as why:
        raise refuse("intake-damaged", name, reason="zip") from why
    path = package.document()
    document = package.part(path)
    body = document.find(W + "body") if document is not None else None
    if document is None or body is None:
        raise refuse("intake-damaged", name, reason=path)
    styles = package.part("word/styles.xml")
    hidden = Hidden(document, styles)
    numbering = Numbering(package.part("word/numbering.xml"), styles)
    walk = Walk(numbering, tracked, hidden, progress, sum(1 for _ in body.iter(W + "p")))
    pieces = [*walk.body(body), *_notes(document, package, tracked, hidden)]
    blocks, mended = to_blocks(name, pieces)
    told = (
        *_hidden(name, hidden, len(blocks)),
        *_tracked(name, document, tracked),
        *_comments(name, document, package),
        *_running_heads(name, package),
    )
    return blocks, (*mended, *told)


class Walk:
    """One walk through the paragraphs of a document, in order: lists count on as it goes."""

    def __init__(
        self,
        numbering: Numbering,
        tracked: Tracked,
        hidden: Hidden,
        progress: Progress | None = None,
        total: int = 0,
    ) -> None:
        self.numbering, self.tracked, self.hidden = numbering, tracked, hidden
        self.printed = 0
        self.tell, self.done, self.total = told_in_steps(progress, total), 0, total
        self.mark = "del" if tracked == "accepted" else "ins"

    def body(self, parent: etree._Element, kind: str = "text") -> Iterator[Piece]:
        """The pieces of a body or a table cell; a paragraph whose mark was deleted or is hidden runs into the next one."""
        kept = ""
        for element in _children(parent, UNDONE[self.tracked]):
            if element.tag == W + "tbl":
                yield from self.table(element)
            elif element.tag == W + "p":
                self.done += 1
                self.tell(self.done, self.total)
                text = kept + _text(element, self.tracked, self.hidden, self.printed)
                if element.find(f"{W}pPr/{W}rPr/{W}{self.mark}") is not None or self.hidden.ends(element):
                    kept = text
                    continue
                kept = ""
                number, heading = self.numbering.label(element), self.numbering.is_heading(element)
                words = spaced(text)
                self.printed += bool(words)
                yield Piece(words, number, heading, kind)
                for box in element.iter(W + "txbxContent"):
                    if next(box.iterancestors(W + "p")) is element and next(box.iterancestors(FALLBACK), None) is None:
                        yield from self.body(box, kind)
        if kept.strip():
            yield Piece(spaced(kept), None, False, kind)

    def table(self, table: etree._Element) -> Iterator[Piece]:
        """The cells of a table, row by row; a table within a cell is read where it stands."""
        for row in _children(table, UNDONE[self.tracked]):
            if row.tag != W + "tr" or row.find(f"{W}trPr/{W}{self.mark}") is not None:
                continue
            for cell in _children(row, UNDONE[self.tracked]):
                if cell.tag == W + "tc" and cell.find(f"{W}tcPr/{W}cell{self.mark.capitalize()}") is None:
                    yield from self.body(cell, "cell")


def _children(parent: etree._Element, undone: frozenset[str]) -> Iterator[etree._Element]:
    for element in parent:
        if element.tag in undone:
            continue
        if element.tag in CONTAINERS:
            yield from _children(element, undone)
        else:
            yield element


def _text(paragraph: etree._Element, tracked: Tracked, hidden: Hidden | None = None, after: int = 0) -> str:
    """The words of a paragraph as they stand with its tracked changes, or as they stood before.

    What is not printed is left to `hidden`, as standing `after` so many paragraphs.
    """
    out: list[str] = []
    unseen: list[str] = []
    undone = GONE | UNDONE[tracked]
    within = [False]  # whether each open field has reached what it shows
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        tag = element.tag
        if tag == W + "r" and hidden is not None and hidden.is_run(element, paragraph):
            stack.extend(element.iter(W + "fldChar"))
            if not any(within):
                unseen.extend(t.text or "" for t in element.iter(*TEXTS))
        elif tag == W + "fldChar":
            _field(element.get(W + "fldCharType", ""), within)
        elif tag in undone:
            continue
        elif tag in TEXTS:
            out.append((element.text or "") if not any(within) else "")
        elif tag in SIGNS:
            out.append(SIGNS[tag])
        elif tag in REFERENCES and element.get(OWN_MARK) in TRUE:
            while stack and stack[-1].getparent() is element.getparent():
                stack.pop()  # the mark that its writer chose
        elif tag == W + "sym":
            out.append(_symbol(element.get(W + "char", "")))
        else:
            stack.extend(reversed(element))
    if hidden is not None and unseen:
        hidden.note(after, "".join(unseen))
    return "".join(out)


def _field(kind: str, within: list[bool]) -> None:
    """A field begins with its code, which is not printed; after the separator stands what is."""
    if kind == "begin":
        within.append(True)
    elif kind == "separate":
        within[-1] = False
    elif kind == "end" and len(within) > 1:
        within.pop()


def _symbol(code: str) -> str:
    """The sign that a font of signs shows at a place; '' where it is not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= number <= 0xF0FF:
        number -= 0xF000
        return SYMBOLS.get(number) or (chr(number) if 32 < number < 127 else "")
    return chr(number) if 32 <= number < 0xD800 else ""


def _notes(document: etree._Element, package: Package, tracked: Tracked, hidden: Hidden) -> Iterator[Piece]:
    """Footnotes and endnotes in the order in which the text refers to them, each as a block at the end."""
    for reference, path, tag in NOTES:
        marks: dict[str | None, str] = {}
        for mark in document.iter(reference):
            marks.setdefault(mark.get(W + "id"), _own_mark(mark))
        root = package.part(path) if marks else None
        if root is None:
            continue
        notes = {note.get(W + "id"): note for note in root.iter(tag)}
        number = 0
        for key, own in marks.items():
            number += not own
            if (note := notes.get(key)) is not None:
                text = spaced(" ".join(_text(p, tracked, hidden, -1) for p in note.iter(W + "p")))
                yield Piece(text.removeprefix(own).lstrip() if own else text, own or str(number), False, "footnote")


def _own_mark(reference: etree._Element) -> str:
    """The mark that the writer of a note chose, which is not counted; '' where the program counts."""
    if reference.get(OWN_MARK) not in TRUE:
        return ""
    return spaced("".join(t.text or "" for t in reference.itersiblings(W + "t")))


def _hidden(name: str, hidden: Hidden, count: int) -> Iterator[Problem]:
    """Text that is not printed: told, with the paragraph in or before which it stands, and not read."""
    if hidden.found:
        blocks = dict.fromkeys(min(after + 1, count) or None if after >= 0 else None for after, _ in hidden.found)
        places = tuple(Place(name, block=block) for block in blocks)
        facts: dict[str, Fact] = {"file": name, "passages": len(hidden.found), "text": hidden.text()}
        yield Problem("intake-hidden-text", facts, places, "warning")


def _tracked(name: str, document: etree._Element, tracked: Tracked) -> Iterator[Problem]:
    """A text with tracked changes is no final text: said once."""
    changes = list(document.iter(W + "ins", W + "del", W + "moveFrom", W + "moveTo"))
    if changes:
        authors = len({a for c in changes if (a := c.get(W + "author"))})
        code = "intake-tracked-changes" if tracked == "accepted" else "intake-tracked-original"
        facts: dict[str, Fact] = {"file": name, "changes": len(changes), "authors": authors}
        yield Problem(code, facts, (Place(name),), "note")


def _comments(name: str, document: etree._Element, package: Package) -> Iterator[Problem]:
    """Comments in the margin are no text of the document: told and not read."""
    if not any(True for _ in document.iter(W + "commentReference")):
        return
    root = package.part("word/comments.xml")
    comments = list(root.iter(W + "comment")) if root is not None else []
    if comments:
        authors = len({a for c in comments if (a := c.get(W + "author"))})
        yield Problem(
            "intake-comments", {"file": name, "comments": len(comments), "authors": authors}, (Place(name),), "note"
        )


def _running_heads(name: str, package: Package) -> Iterator[Problem]:
    """What stands in headers and footers is on every page, so it is told and not read as text."""
    heads: list[str] = []
    for path in sorted(n for n in package.names if n.startswith(("word/header", "word/footer")) and n.endswith(".xml")):
        root = package.part(path)
        if root is not None:
            heads += [
                t
                for p in root.iter(W + "p")
                if (t := spaced(_text(p, "accepted"))) and not t.isdigit() and t not in heads
            ]
    if heads:
        yield Problem("intake-running-heads", {"file": name, "text": " | ".join(heads)[:300]}, (Place(name),), "note")
