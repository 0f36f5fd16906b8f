"""A Word document (.docx): its paragraphs, table cells and footnotes in reading order, numbers as they are printed.

Tracked changes are read with all of them or as it stood before. Unpacking is bounded, entities are never resolved.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from amana.intake.numbering import Numbering, list_of
from amana.intake.pieces import Piece, Progress, lines_apart, spaced, to_blocks, told_in_steps
from amana.intake.refusals import UNPACKED_LIMIT, refuse
from amana.intake.word_notes import notes
from amana.intake.word_text import FALLBACK, UNDONE, Tracked, properties_of, text_of
from amana.values.blocks import Block
from amana.values.hidden import Hidden, W
from amana.values.problems import Fact, Place, Problem

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
CONTAINERS = frozenset({W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo", W + "smartTag"})
ENDED = {"accepted": ("del", "moveFrom"), "original": ("ins", "moveTo")}
"""What says of the mark of a paragraph, of a row or of a cell that it is not there."""


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
    pieces = [*walk.body(body), *notes(document, package, tracked, hidden)]
    blocks, mended = to_blocks(name, pieces)
    told = (
        *_hidden(name, hidden, len(blocks)),
        *_elsewhere(name, body),
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
        self.ended = ENDED[tracked]

    def body(self, parent: etree._Element, kind: str = "text") -> Iterator[Piece]:
        """The pieces of a body or a table cell; a paragraph whose mark was deleted or is hidden runs into the next one."""
        kept: list[str] = []
        boxes: list[etree._Element] = []
        for element in _children(parent, UNDONE[self.tracked]):
            if element.tag == W + "tbl":
                yield from self.table(element)
            elif element.tag == W + "p":
                self.done += 1
                self.tell(self.done, self.total)
                kept.append(text_of(element, self.tracked, self.hidden, self.printed))
                boxes += _boxes(element)
                if not self.runs_on(element):
                    yield from self.paragraph("".join(kept), element, kind)
                    for box in boxes:
                        yield from self.body(box, kind)
                    kept, boxes = [], []
        yield from self.paragraph("".join(kept), None, kind)
        for box in boxes:
            yield from self.body(box, kind)

    def runs_on(self, paragraph: etree._Element) -> bool:
        """Whether the mark at the end of a paragraph is not there, so that the next one goes on with its line."""
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        return self._is_gone(mark) or self.hidden.ends(paragraph)

    def paragraph(self, text: str, last: etree._Element | None, kind: str) -> Iterator[Piece]:
        """The pieces of a text that ends with a mark; several where its lines were broken by hand between paragraphs."""
        properties = properties_of(last, self.tracked) if last is not None else None
        number, heading = self.numbering.label(properties), self.numbering.is_heading(properties)
        lines = [spaced(text)] if heading or "\n" not in text else lines_apart(text)
        for n, words in enumerate(filter(None, lines)):
            self.printed += 1
            yield Piece(words, None if n else number, heading, kind)

    def table(self, table: etree._Element) -> Iterator[Piece]:
        """The cells of a table, row by row; a table within a cell is read where it stands."""
        for row in _children(table, UNDONE[self.tracked]):
            if row.tag != W + "tr" or self._is_gone(row.find(W + "trPr")):
                continue
            if self.hidden.is_row(row):
                for p in row.iter(W + "p"):
                    self.hidden.note(self.printed, text_of(p, self.tracked))
                continue
            for cell in _children(row, UNDONE[self.tracked]):
                if cell.tag == W + "tc" and not self._is_gone(cell.find(W + "tcPr"), "cell"):
                    yield from self.body(cell, "cell")

    def _is_gone(self, properties: etree._Element | None, what: str = "") -> bool:
        """Whether a tracked change took out that of which these are the properties, or has not put it in yet."""
        names = (f"{what}{mark[0].upper()}{mark[1:]}" if what else mark for mark in self.ended)
        return properties is not None and any(properties.find(W + name) is not None for name in names)


def _boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The boxes of text that hang on a paragraph, without the second copies that are kept for old programs."""
    for box in paragraph.iter(W + "txbxContent"):
        if next(box.iterancestors(W + "p")) is paragraph and next(box.iterancestors(FALLBACK), None) is None:
            yield box


def _children(parent: etree._Element, undone: frozenset[str]) -> Iterator[etree._Element]:
    for element in parent:
        if element.tag in undone:
            continue
        if element.tag in CONTAINERS:
            yield from _children(element, undone)
        else:
            yield element


def _hidden(name: str, hidden: Hidden, count: int) -> Iterator[Problem]:
    """Text that is not printed: told, with the paragraph in or before which it stands, and not read."""
    if hidden.found:
        blocks = dict.fromkeys(min(after + 1, count) or None if after >= 0 else None for after, _ in hidden.found)
        places = tuple(Place(name, block=block) for block in blocks)
        facts: dict[str, Fact] = {"file": name, "passages": len(hidden.found), "text": hidden.text()}
        yield Problem("intake-hidden-text", facts, places, "warning")


def _elsewhere(name: str, body: etree._Element) -> Iterator[Problem]:
    """Text that is kept within the file as a file of its own, which Word shows in its place: told and not read."""
    if count := sum(1 for _ in body.iter(W + "altChunk", W + "subDoc")):
        yield Problem("intake-parts-elsewhere", {"file": name, "parts": count}, (Place(name),), "warning")


def _tracked(name: str, document: etree._Element, tracked: Tracked) -> Iterator[Problem]:
    """A text with tracked changes is no final text: said once."""
    renumbered = (x for x in document.iter(W + "pPrChange") if _is_renumbered(x))
    changes = [*document.iter(W + "ins", W + "del", W + "moveFrom", W + "moveTo"), *renumbered]
    if changes:
        authors = len({a for c in changes if (a := c.get(W + "author"))})
        code = "intake-tracked-changes" if tracked == "accepted" else "intake-tracked-original"
        facts: dict[str, Fact] = {"file": name, "changes": len(changes), "authors": authors}
        yield Problem(code, facts, (Place(name),), "note")


def _is_renumbered(change: etree._Element) -> bool:
    """Whether a tracked change of how a paragraph looks puts it into another list, or in or out of one."""
    now = change.getparent()
    return now is not None and list_of(now) != list_of(change.find(W + "pPr"))


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
                if (t := spaced(text_of(p, "accepted"))) and not t.isdigit() and t not in heads
            ]
    if heads:
        yield Problem("intake-running-heads", {"file": name, "text": " | ".join(heads)[:300]}, (Place(name),), "note")
