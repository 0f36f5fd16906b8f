"""A Word file without traces of how it came to be: changes accepted, comments, authors, revision ids, properties gone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from amana.values.hidden import Hidden, W
from amana.values.problems import NotReadable, Place, Problem

MOST = 200_000_000
"""Bytes that a file may have when it is unpacked."""
WHEN = (1980, 1, 1, 0, 0, 0)

STYLES = "word/styles.xml"
TEXTS = re.compile(r"word/[^/]+\.xml")
"""The parts that are kept and cleaned: the text, headers, footers, notes, styles, settings."""
GONE = re.compile(
    r"word/(?:comments\w*|people|commentsIds|vbaProject\w*|vbaData)\.(?:xml|bin)|word/glossary/.*|docProps/(?:custom\.xml|thumbnail\..*)|customXml/.*"
    r"|word/_rels/(?:comments\w*|people|vbaProject)\.(?:xml|bin)\.rels"
)
UNWRAPPED = {f"{W}{tag}": "insertions" for tag in ("ins", "moveTo", "customXmlInsRangeStart", "customXmlInsRangeEnd")}
DROPPED = {f"{W}{tag}": "deletions" for tag in ("del", "moveFrom", "cellDel")}
DROPPED |= {f"{W}{tag}": "changes of form" for tag in (
    "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "tcPrChange",
    "trPrChange", "numberingChange", "cellIns", "cellMerge",
)}  # fmt: skip
DROPPED |= {
    f"{W}{tag}": "comments" for tag in ("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef")
}
DROPPED |= {f"{W}{tag}": "marks" for tag in (
    "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "proofErr", "permStart", "permEnd",
    "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd",
    "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd",
)}  # fmt: skip
SETTINGS = {f"{W}{tag}": "settings" for tag in (
    "trackRevisions", "attachedTemplate", "docVars", "revisionView", "documentProtection", "writeProtection",
    "mailMerge", "saveThroughXslt",
)}  # fmt: skip
SETTINGS |= {f"{W}{tag}": "revision ids" for tag in ("rsids", "rsid")}
TRACES = {**UNWRAPPED, **DROPPED, **SETTINGS}
"""Elements that tell how a file came to be, and as what they are counted."""
CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>'
    "<dc:language>{language}</dc:language></cp:coreProperties>"
)
APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The clean file, and how much of what was removed: insertions (accepted), deletions, comments, authors, …"""

    data: bytes
    removed: Mapping[str, int]


def clean(
    data: bytes, *, name: str = "document.docx", title: str = "", creator: str = "", language: str = ""
) -> Cleaned:
    """The file with every change accepted and nothing left of who worked on it; `creator` is the house or ''.

    The same bytes give the same bytes. NotReadable where it is no Word file, or too big when unpacked.
    """
    try:
        with ZipFile(BytesIO(data)) as packed:
            if sum(one.file_size for one in packed.infolist()) > MOST:
                raise NotReadable([Problem("publish-word-too-big", {"file": name}, (Place(name),))])
            parts = {one.filename: packed.read(one) for one in packed.infolist() if not one.is_dir()}
        return _cleaned(parts, title, creator, language)
    except (BadZipFile, etree.XMLSyntaxError, KeyError, RuntimeError, EOFError) as why:
        raise NotReadable([Problem("publish-word-damaged", {"file": name}, (Place(name),))]) from why


def _cleaned(parts: Mapping[str, bytes], title: str, creator: str, language: str) -> Cleaned:
    removed: Counter[str] = Counter()
    if "word/document.xml" not in parts:
        raise KeyError("word/document.xml")
    kept: dict[str, bytes] = {}
    styles = _parsed(parts[STYLES]) if STYLES in parts else None
    for name, data in parts.items():
        if GONE.fullmatch(name):
            removed[_called(name)] += name.startswith(("word/people", "docProps", "customXml"))
        elif name == "docProps/core.xml":
            removed["authors"] += len(set(re.findall(rb"<(?:dc:creator|cp:lastModifiedBy)>([^<]+)<", data)))
            kept[name] = CORE.format(title=_text(title), creator=_text(creator), language=_text(language)).encode()
        elif name == "docProps/app.xml":
            kept[name] = APP.encode()
        elif name.endswith(".rels"):
            kept[name] = _relations(data)
        elif name == "[Content_Types].xml":
            kept[name] = _types(data)
        else:
            kept[name] = _part(data, styles, removed) if TEXTS.fullmatch(name) else data
    return Cleaned(_packed(kept), {what: n for what, n in sorted(removed.items()) if n})


def _called(name: str) -> str:
    return "authors" if "people" in name else "properties"


def _part(data: bytes, styles: etree._Element | None, removed: Counter[str]) -> bytes:
    root = _parsed(data)
    for element in list(root.iter()):
        for attribute in [a for a in element.attrib if "rsid" in str(a)]:
            del element.attrib[attribute]
            removed["revision ids"] += 1
    _drop_hidden(root, Hidden(root, styles), removed)
    _merge_paragraphs(root, removed)
    for element in list(root.iter(*TRACES)):
        parent = element.getparent()
        if parent is None:
            continue
        if element.tag in UNWRAPPED and not _is_mark(element):
            removed["insertions"] += 1
            _unwrap(element)
        else:
            what = TRACES[element.tag]
            removed[what] += what != "comments" or element.tag == f"{W}commentReference"
            _drop(element)
    _drop_empty(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _drop_hidden(root: etree._Element, hidden: Hidden, removed: Counter[str]) -> None:
    """Text that is kept in the file and not printed: who issued it has not read it."""
    for row in [row for row in root.iter(f"{W}tr") if hidden.is_row(row)]:
        removed["hidden text"] += any(t.text for t in row.iter(f"{W}t", f"{W}delText"))
        _drop(row)
    for run in list(root.iter(f"{W}r")) if hidden.any else ():
        paragraph = next(run.iterancestors(f"{W}p"), None)
        if paragraph is None or not hidden.is_run(run, paragraph):
            continue
        texts = [t for t in run if t.tag in (f"{W}t", f"{W}delText")]
        removed["hidden text"] += any(t.text for t in texts)
        for text in texts:
            run.remove(text)


def _is_mark(element: etree._Element) -> bool:
    """`w:ins` and `w:del` among properties say that the paragraph mark or the row came or went."""
    parent = element.getparent()
    return parent is not None and parent.tag in (f"{W}rPr", f"{W}trPr")


def _unwrap(element: etree._Element) -> None:
    """Its children in its place."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for n, child in enumerate(list(element)):
        parent.insert(at + n, child)
    _drop(element)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _merge_paragraphs(root: etree._Element, removed: Counter[str]) -> None:
    """A paragraph whose mark was deleted goes on with the next one; a row that was deleted goes."""
    for row in list(root.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}del") is not None:
            removed["deletions"] += 1
            _drop(row)
    for paragraph in list(root.iter(f"{W}p")):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is None:
            continue
        after = paragraph.getnext()
        removed["deletions"] += 1
        if after is None or after.tag != f"{W}p":
            if not _says_something(paragraph):
                _drop(paragraph)
            continue
        start = 1 if after.find(f"{W}pPr") is not None else 0
        for n, child in enumerate([c for c in paragraph if c.tag != f"{W}pPr"]):
            after.insert(start + n, child)
        _drop(paragraph)


def _says_something(paragraph: etree._Element) -> bool:
    return any(t.text and not any(a.tag in DROPPED for a in t.iterancestors()) for t in paragraph.iter(f"{W}t"))


def _drop_empty(root: etree._Element) -> None:
    """Runs that only held a comment's sign are empty now, and tables without rows too."""
    for run in list(root.iter(f"{W}r")):
        if all(child.tag == f"{W}rPr" for child in run):
            _drop(run)
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            _drop(table)


def _relations(data: bytes) -> bytes:
    root = _parsed(data)
    for one in list(root):
        target = str(one.get("Target", "")).lstrip("/").removeprefix("../")
        kind = str(one.get("Type", ""))
        if any(GONE.fullmatch(f"{base}{target}") for base in ("", "word/")) or kind.endswith("/attachedTemplate"):
            root.remove(one)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _types(data: bytes) -> bytes:
    root = _parsed(data)
    for one in list(root):
        if GONE.fullmatch(str(one.get("PartName", "")).lstrip("/")):
            root.remove(one)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _parsed(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def _text(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _packed(parts: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            told = ZipInfo(name, WHEN)
            told.compress_type = ZIP_DEFLATED
            packed.writestr(told, data)
    return out.getvalue()
