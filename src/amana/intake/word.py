"""A Word document (.docx): its paragraphs, table cells and footnotes in reading order, numbers as they are printed.

Tracked insertions are read as text, tracked deletions are not. Unpacking is bounded, entities are never resolved.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from amana.intake.numbering import Numbering
from amana.intake.refusals import UNPACKED_LIMIT, refuse
from amana.intake.repair import Repairs
from amana.values.blocks import Block
from amana.values.problems import Place, Problem

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
GONE = frozenset({W + "del", W + "moveFrom", W + "instrText", W + "delText", W + "pPr", W + "rPr", FALLBACK})
"""What is not read: deletions, the codes of fields, properties, and the second copy that is kept for old programs."""
CONTAINERS = frozenset({W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo", W + "smartTag"})
NOTES = (
    (W + "footnoteReference", "word/footnotes.xml", W + "footnote"),
    (W + "endnoteReference", "word/endnotes.xml", W + "endnote"),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of the document before it gets its place."""

    text: str
    label: str | None = None
    heading: bool = False
    kind: str = "text"


class Package:
    """The parts of one packed document, each parsed once, none beyond its bound."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        self.names = frozenset(self.archive.namelist())

    def part(self, path: str) -> etree._Element | None:
        """The root of one part; None where the document has none; raises NotReadable where it cannot be read."""
        if path not in self.names:
            return None
        try:
            with self.archive.open(path) as packed:
                xml = packed.read(UNPACKED_LIMIT + 1)
        except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError) as why:
            raise refuse("intake-damaged", self.name, reason=path) from why
        except Exception as why:  # zlib.error and its kin have no common base
            raise refuse("intake-damaged", self.name, reason=path) from why
        if len(xml) > UNPACKED_LIMIT:
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


def read(name: str, data: bytes) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of a Word document and what was mended; raises NotReadable."""
    try:
        package = Package(name, data)
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as why:
        raise refuse("intake-damaged", name, reason="zip") from why
    document = package.part("word/document.xml")
    body = document.find(W + "body") if document is not None else None
    if document is None or body is None:
        raise refuse("intake-damaged", name, reason="word/document.xml")
    numbering = Numbering(package.part("word/numbering.xml"), package.part("word/styles.xml"))
    pieces = [*_body(body, numbering), *_notes(document, package)]
    repairs = Repairs(name, {})
    whole = enumerate((p for p in pieces if p.text), 1)
    blocks = repairs.blocks(Block(p.text, Place(name, block=n), p.label, p.heading, p.kind) for n, p in whole)
    return blocks, (*repairs.problems(), *_tracked(name, document), *_running_heads(name, package))


def _body(parent: etree._Element, numbering: Numbering, kind: str = "text") -> Iterator[Piece]:
    """The pieces of a body or a table cell; a paragraph whose mark was deleted runs into the next one."""
    kept = ""
    for element in _children(parent):
        if element.tag == W + "tbl":
            for cell in element.iter(W + "tc"):
                if not any(a.tag == W + "tc" for a in cell.iterancestors(W + "tc")):
                    yield from _body(cell, numbering, "cell")
        elif element.tag == W + "p":
            text = kept + _text(element)
            if element.find(f"{W}pPr/{W}rPr/{W}del") is not None:
                kept = text
                continue
            kept = ""
            yield Piece(_spaced(text), numbering.label(element), numbering.is_heading(element), kind)
            for box in element.iter(W + "txbxContent"):
                if not any(a.tag == FALLBACK for a in box.iterancestors()):
                    yield from _body(box, numbering, kind)
    if kept.strip():
        yield Piece(_spaced(kept), None, False, kind)


def _children(parent: etree._Element) -> Iterator[etree._Element]:
    for element in parent:
        if element.tag in CONTAINERS:
            yield from _children(element)
        else:
            yield element


def _text(paragraph: etree._Element) -> str:
    """The words of a paragraph as they stand when every tracked change is accepted."""
    out: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        tag = element.tag
        if tag == W + "t":
            out.append(element.text or "")
        elif tag in (W + "tab", W + "ptab"):
            out.append(" ")
        elif tag in (W + "br", W + "cr"):
            out.append("\n")
        elif tag == W + "noBreakHyphen":
            out.append("-")
        elif tag not in GONE and tag != W + "txbxContent":
            stack.extend(reversed(element))
    return "".join(out)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _notes(document: etree._Element, package: Package) -> Iterator[Piece]:
    """Footnotes and endnotes in the order in which the text refers to them, each as a block at the end."""
    for reference, path, tag in NOTES:
        ids = [e.get(W + "id") for e in document.iter(reference)]
        root = package.part(path) if ids else None
        if root is None:
            continue
        notes = {note.get(W + "id"): note for note in root.iter(tag)}
        for number, key in enumerate(ids, 1):
            if (note := notes.get(key)) is not None:
                text = _spaced(" ".join(_text(p) for p in note.iter(W + "p")))
                yield Piece(text, str(number), False, "footnote")


def _tracked(name: str, document: etree._Element) -> Iterator[Problem]:
    """A text with tracked changes is no final text: said once."""
    changes = sum(1 for _ in document.iter(W + "ins", W + "del", W + "moveFrom", W + "moveTo"))
    if changes:
        yield Problem("intake-tracked-changes", {"file": name, "changes": changes}, (Place(name),), "note")


def _running_heads(name: str, package: Package) -> Iterator[Problem]:
    """What stands in headers and footers is on every page, so it is told and not read as text."""
    heads: list[str] = []
    for path in sorted(n for n in package.names if n.startswith(("word/header", "word/footer")) and n.endswith(".xml")):
        root = package.part(path)
        if root is not None:
            heads += [t for p in root.iter(W + "p") if (t := _spaced(_text(p))) and not t.isdigit() and t not in heads]
    if heads:
        yield Problem("intake-running-heads", {"file": name, "text": " | ".join(heads)[:300]}, (Place(name),), "note")
