"""A web page: its paragraphs, list items, headings, cells and footnotes in reading order; what frames the page is told.

The parser is fed events, so that no tree is held and no nesting is too deep; a page defines no entities of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from amana.intake.encodings import decode
from amana.intake.html_lists import LISTS, Counting, Shown, counting, items_of, shown_by
from amana.intake.html_menus import MANY, without_menus
from amana.intake.pieces import RAISED, SMALL, UP, Piece, lines_apart, raised, signs, spaced, to_blocks
from amana.intake.refusals import refuse
from amana.values.blocks import Block
from amana.values.expressions import expression
from amana.values.problems import Fact, Place, Problem

BREAKING = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section "
    "summary table tbody td tfoot th thead title tr ul".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
SILENT = frozenset("head script style template iframe object noscript svg math button select textarea datalist".split())
FRAMES = frozenset("nav footer aside".split())
PAGE_PARTS = ("header", "footer")
"""What LibreOffice calls the head and the foot of its pages by."""
ROLES = frozenset("navigation banner contentinfo complementary search".split())
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
NOTE_ID = expression(r"(?:sd)?(?:foot|end)?_?(?:note|fn|ftn|edn)s?[-_.]?\d+", re.IGNORECASE)
NOTE_CLASS = expression(r"\b(?:Mso)?(?:foot|end)note(?:s|text)?\b(?!-?ref)", re.IGNORECASE)
MARK_CLASS = expression(
    r"\b(?:Mso(?:Foot|End)noteReference|sd(?:foot|end)note(?:anc|sym)|(?:Foot|End)note_20_Symbol)\b", re.IGNORECASE
)
MARK_ID = expression(r"ref|back|src", re.IGNORECASE)
NOTE_BEGINS = expression(r"[\[(]?(\d{1,3}|[*†‡])[\])]?\.?\s+")
HIDDEN = expression(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
XML_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
MSO_HIDDEN = expression(r"([^{}]*)\{[^{}]*mso-hide\s*:\s*all[^{}]*\}", re.IGNORECASE)
"""A style of Word that hides what bears it."""
CLASS = expression(r"\.([\w-]+)")
BETWEEN = " \t\r\n\xa0|/·•-–—»«›‹>←→,"
"""What stands between the links of a menu."""
BARE = "\x10"
"""Before raised letters that are no link."""
BARE_RAISED = expression(f"\x0e{BARE}([^\x0e\x0f]*)\x0f")


def read(name: str, data: bytes) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of a web page and what was mended, dropped or guessed; raises NotReadable."""
    head = data[:4096]
    declared = XML_DECLARED.search(head) or DECLARED.search(head)
    text, guessed = decode(name, data, declared=declared[1].decode("ascii") if declared else "")
    page = _listen(name, text, frames=_closed(text))
    if not page.pieces:
        page = _listen(name, text, frames=False)
    page.pieces, menus = without_menus(page.pieces, page.links)
    page.dropped += [f"{piece.text} " for piece in menus]
    if page.title and page.pieces and not any(p.heading for p in page.pieces):
        words = spaced(page.title)
        if not any(words in p.text for p in page.pieces[:20]):
            page.pieces.insert(0, Piece(words, heading=True))
    blocks, mended = to_blocks(name, page.with_notes())
    return blocks, (*guessed, *mended, *_told(name, page))


def _closed(text: str) -> bool:
    """Whether every frame of the page ends: one that does not would swallow the text."""
    small = text.lower()
    return all(len(re.findall(rf"<{tag}\b", small)) <= small.count(f"</{tag}") for tag in FRAMES)


def _listen(name: str, text: str, *, frames: bool) -> Page:
    page = Page(frames, items_of(text), _hiding(text), shown_by(text))
    parser = etree.HTMLParser(target=page, huge_tree=True, no_network=True)
    try:
        # what the text says of its encoding is past: it is decoded, and fed as such
        parser.feed(text.encode("utf-8", "replace").decode("utf-8"))
        parser.close()
    except (etree.XMLSyntaxError, ValueError) as why:
        if not page.pieces and not page.buffer:
            raise refuse("intake-empty", name) from why
    page.flush()
    return page


def _hiding(text: str) -> frozenset[str]:
    """The classes by which Word hides what it keeps in a page."""
    found = MSO_HIDDEN.findall(text) if "mso-hide" in text else ()
    return frozenset(called for selectors in found for called in CLASS.findall(selectors))


def _told(name: str, page: Page) -> list[Problem]:
    told = []
    if page.dropped:
        words = spaced(" ".join(page.dropped))[:300]
        if words:
            told.append(Problem("intake-page-frame", {"file": name, "text": words}, (Place(name),), "note"))
    if concealed := [words for text in page.concealed if (words := spaced(text))]:
        passages: dict[str, Fact] = {"file": name, "passages": len(concealed), "text": " | ".join(concealed)[:300]}
        told.append(Problem("intake-hidden-text", passages, (Place(name),), "warning"))
    if page.changes:
        facts: dict[str, Fact] = {"file": name, "changes": page.changes, "authors": 0}
        told.append(Problem("intake-tracked-changes", facts, (Place(name),), "note"))
    return told


@dataclass(slots=True)
class Opened:
    """One element that is open: what it makes of the text in it."""

    tag: str
    silent: bool = False
    frame: bool = False
    note: bool = False
    raised: bool = False
    linked: bool = False
    """Whether a link begins in it, where it is raised."""
    hidden: bool = False
    link: int = 0
    """For how many links it counts: one to another place of the page is a menu of its own."""
    at: int = 0
    """Where in the text it begins."""


class Page:
    """Hears the events of a page and keeps its pieces."""

    def __init__(self, frames: bool, items: Sequence[int], hiding: frozenset[str], shown: Shown) -> None:
        self.frames, self.items, self.hiding, self.shown = frames, items, hiding, shown
        self.begun = 0
        self.links: dict[int, int] = {}
        self.linked = self.linking = 0
        self.bare = False
        self.marks = False
        self.pieces: list[Piece] = []
        self.notes: list[Piece] = []
        self.buffer: list[str] = []
        self.open: list[Opened] = []
        self.lists: list[Counting] = []
        self.label: str | None = None
        self.dropped: list[str] = []
        self.concealed: list[str] = []
        self.title = ""
        self.changes = 0
        self.heading = self.silent = self.hidden = self.frame = self.note = self.cell = self.pre = self.raised = 0

    def start(self, tag: str | bytes, attrib: Mapping[str | bytes, str | bytes]) -> None:
        """An element begins."""
        self._begin(str(tag), {str(key): str(value) for key, value in attrib.items()})

    def _begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in BREAKING:
            self.flush()
        if tag == "br":
            self.buffer.append("\n")
        if tag in VOID:
            return
        one = self._opened(tag, attributes)
        one.raised, one.at = self._is_raised(tag, attributes), len(self.buffer)
        self.open.append(one)
        self._count(one, 1)
        if tag in LISTS:
            items = self.items[self.begun] if self.begun < len(self.items) else 0
            self.lists.append(counting(tag, attributes, items, self.shown))
            self.begun += 1
        elif tag == "li" and not (self.silent or self.hidden or self.frame):
            self._item(attributes)
        elif tag == "q":
            self.buffer.append("“")
        elif tag in ("ins", "del"):
            self.changes += 1
        if one.raised:
            self.buffer.append("\x0e")

    def end(self, tag: str | bytes) -> None:
        """An element ends; with it whatever was left open in it."""
        if tag in BREAKING:
            self.flush()
        if tag in VOID:
            return
        if tag == "q":
            self.buffer.append("”")
        while self.open:
            one = self.open.pop()
            self._count(one, -1)
            if one.raised:
                self._end_raised(one)
            if one.tag in LISTS and self.lists:
                self.lists.pop()
            if one.tag == "li":
                self.label = None
            if one.tag == tag:
                break

    def data(self, data: str | bytes) -> None:
        """Some text."""
        text = str(data)
        if self.open and self.open[-1].tag == "title":
            self.title = (self.title + text)[:500]
        elif self.silent:
            return
        elif self.hidden:
            self.concealed[-1] += "" if self.frame else text
        elif self.frame:
            if len(self.dropped) < 200:
                self.dropped.append(text)
        else:
            self.bare = self.bare or (not self.linking and bool(text.strip(BETWEEN)))
            self.buffer.append(text if self.pre else text.replace("\r", " ").replace("\n", " "))

    def comment(self, text: str | bytes) -> None:
        """A comment says nothing."""

    def pi(self, target: str, data: str = "") -> None:
        """Nor does an instruction to a program."""

    def close(self) -> None:
        """The page is over."""

    def flush(self) -> None:
        """What was heard since the last break is a piece, or several where the page breaks lines between paragraphs."""
        text = signs("".join(self.buffer))
        self.buffer.clear()
        linked, bare, self.linked, self.bare = self.linked, self.bare, 0, False
        if not text.strip("\x0e\x0f \t\n\xa0"):
            return
        kind = "footnote" if self.note else "cell" if self.cell else "text"
        for words in [w for w in map(spaced, text.split("\n")) if w] if self.heading else lines_apart(text):
            piece = Piece(words, self.label, self.heading > 0, kind)
            self.label = None
            (self.notes if self.note else self.pieces).append(piece)
            if linked and not bare and not piece.heading:
                self.links[id(piece)] = linked

    def with_notes(self) -> list[Piece]:
        """All pieces, footnotes last; the raised marks in the text that refer to one of them are taken out."""
        self.pieces = [self._marked(p) for p in self.pieces]
        self.notes = [replace(p, text=p.text.replace(BARE, "")) for p in self.notes]
        marks = {m.strip() for p in self.pieces for m in RAISED.findall(p.text[1:])}
        below = [p for p in self.pieces if (m := RAISED.match(p.text)) and m[1].strip() in marks and not p.heading]
        self.pieces = [p for p in self.pieces if p not in below]
        notes = [_note(p) for p in (*below, *self.notes)]
        known = frozenset(p.label for p in notes if p.label)
        return [Piece(raised(p.text, known), p.label, p.heading, p.kind) for p in (*self.pieces, *notes)]

    def _marked(self, piece: Piece) -> Piece:
        """The piece with what tells its marks of notes from other raised letters put to use: some of a page are links."""
        if BARE not in piece.text:
            return piece
        begins_raised = piece.text.startswith(f"\x0e{BARE}")
        text = piece.text.replace(BARE, "", 1) if begins_raised else piece.text
        return replace(piece, text=(BARE_RAISED.sub(_small, text) if self.marks else text).replace(BARE, ""))

    def _end_raised(self, one: Opened) -> None:
        """Raised letters end; whether they are a link tells them from the others."""
        linked = one.linked or self.linking > 0
        self.marks = self.marks or linked
        if not linked and one.at < len(self.buffer) and self.buffer[one.at] == "\x0e":
            self.buffer[one.at] = f"\x0e{BARE}"
        self.buffer.append("\x0f")

    def _is_raised(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Whether letters are set high, by the page or by Word's style for the marks of notes."""
        high = tag == "sup" or (tag in ("span", "a") and bool(MARK_CLASS.search(attributes.get("class", ""))))
        return high and not (self.silent or self.hidden) and not any(one.raised for one in self.open)

    def _opened(self, tag: str, attributes: Mapping[str, str]) -> Opened:
        silent = tag in SILENT or tag == "del"
        hidden = "hidden" in attributes or bool(HIDDEN.search(attributes.get("style", "")))
        hidden = hidden or (bool(self.hiding) and not self.hiding.isdisjoint(attributes.get("class", "").split()))
        role = attributes.get("role", "")
        frame = self.frames and (tag in FRAMES or role in ROLES or attributes.get("title") in PAGE_PARTS)
        called = attributes.get("id", "")
        note = role in ("doc-footnote", "doc-endnote", "doc-endnotes") or (
            tag in BREAKING
            and (
                bool(NOTE_ID.fullmatch(called) and not MARK_ID.search(called))
                or bool(NOTE_CLASS.search(attributes.get("class", "")))
            )
        )
        if note:
            silent, frame, hidden = False, False, False
        target = attributes.get("href", "") if tag == "a" else ""
        link = MANY if target.startswith("#") else int(bool(target))
        return Opened(tag, silent, frame, note, hidden=hidden, link=link)

    def _count(self, one: Opened, by: int) -> None:
        self.silent += by * one.silent
        self.hidden += by * one.hidden
        if one.hidden and by > 0 and self.hidden == 1:
            self.concealed.append("")
        self.frame += by * one.frame
        self.note += by * one.note
        self._link(one, by)
        self.heading += by * (one.tag in HEADINGS)
        self.cell += by * (one.tag in ("td", "th"))
        self.pre += by * (one.tag == "pre")

    def _link(self, one: Opened, by: int) -> None:
        if one.link:
            self.linking += by
            self.linked += max(by, 0) * one.link
            for above in self.open:
                above.linked = above.raised

    def _item(self, attributes: Mapping[str, str]) -> None:
        self.label = self.lists[-1].label(attributes) if self.lists else "•"


def _small(found: re.Match[str]) -> str:
    words = found[1].strip()
    return words.translate(UP) if SMALL.fullmatch(words) else found[1]


def _note(piece: Piece) -> Piece:
    """A footnote with its mark as label: «1 See …», «[1] See …», or the number of its list."""
    bare = re.sub("[\x0e\x0f^↑↩︎]", " ", piece.text).strip()
    found = NOTE_BEGINS.match(bare)
    if found and piece.label in (None, "•"):
        return Piece(bare[found.end() :], found[1], False, "footnote")
    label = (piece.label or "").rstrip(".") or None
    return Piece(bare, None if label == "•" else label, False, "footnote")


def is_page(data: bytes) -> bool:
    """Whether bytes that do not say so are a web page: many of its tags near the beginning."""
    tags = Counter(re.findall(rb"<(p|div|li|h[1-6]|td|body|span|br)\b[^<>]{0,200}>", data[:8192].lower()))
    return sum(tags.values()) >= 3 and data.lstrip()[:1] == b"<"
