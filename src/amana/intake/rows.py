"""What all translators' files share: codes of languages, texts out of markup, and a stream that is never kept."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from lxml import etree

from amana.intake.refusals import LIMIT, refuse
from amana.values.expressions import expression
from amana.values.problems import NotReadable, Place, Problem

XML = "{http://www.w3.org/XML/1998/namespace}"
SPACE = expression(r"[ \t\r\n]+")
CODE = expression(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
LONG_CODES = {"ara": "ar", "arb": "ar", "eng": "en", "fra": "fr", "fre": "fr", "ind": "id", "in": "id"}
"""Codes of three letters (ISO 639-2, both forms; 639-3) and the old code of Indonesian → ours."""


def language_of(code: str) -> str:
    """The language of a code with its region or script; '' where it is no code.

    >>> language_of("ar-SA"), language_of("EN_gb"), language_of("fra"), language_of("notes")
    ('ar', 'en', 'fr', '')
    """
    if not CODE.fullmatch(code.strip()):
        return ""
    first = re.split("[-_]", code.strip().lower())[0]
    return LONG_CODES.get(first, first)


class Window(io.RawIOBase):
    """A stream seen through a window: begun anew at its head, and never more than `LIMIT` bytes within one unit."""

    def __init__(self, name: str, head: bytes, rest: BinaryIO) -> None:
        self._name, self._head, self._rest = name, head, rest
        self._since = 0

    def readable(self) -> bool:
        """It is for reading."""
        return True

    def moved_on(self) -> None:
        """A unit has ended; what comes belongs to the next."""
        self._since = 0

    def is_utf8(self) -> bool:
        """Whether its head has letters beyond ASCII, all of them in UTF-8, whatever the file calls itself."""
        try:
            text = codecs.getincrementaldecoder("utf-8")().decode(self._head)
        except UnicodeDecodeError:
            return False
        return not text.isascii()

    def readinto(self, buffer: Any) -> int:
        """The next bytes; raises NotReadable where one unit takes more than a whole document may."""
        size = len(buffer)
        piece, self._head = self._head[:size], self._head[size:]
        piece = piece or self._rest.read(size) or b""
        self._since += len(piece)
        if self._since > LIMIT:
            raise refuse("intake-too-big", self._name, megabytes=self._since // 1_000_000, limit=LIMIT // 1_000_000)
        buffer[: len(piece)] = piece
        return len(piece)


def elements(name: str, window: Window, starts: tuple[str, ...], ends: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """'start' or 'end' and the element, for the named ones in any namespace; an ended one is emptied afterwards.

    Entities, document types and other files are never followed. Raises NotReadable with the line where the XML breaks.
    """
    wanted = [f"{{*}}{one}" for one in dict.fromkeys((*starts, *ends))]
    walk = etree.iterparse(
        io.BufferedReader(window),
        events=("start", "end"),
        tag=wanted,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8" if window.is_utf8() else None,
    )
    try:
        for event, element in walk:
            local = tag_of(element)
            if event == "start" and local in starts:
                yield event, element
            elif event == "end" and local in ends:
                yield event, element
                window.moved_on()
                _forget(element)
    except etree.XMLSyntaxError as why:
        raise _broken(name, why.lineno or 1) from None


def tag_of(element: Any) -> str:
    """The name of an element without its namespace; '' for what is none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text_of(element: Any, spaces: bool = False) -> str:
    """The text of a segment, codes left out and sub-texts behind it; white space is one blank unless it is kept.

    >>> text_of(etree.fromstring('<seg>the <bpt i="1">&lt;b></bpt>Council<ept i="1">&lt;/b></ept>\\n decides</seg>'))
    'the Council decides'
    """
    if not len(element):
        text = element.text or ""
    else:
        subs: list[str] = []
        text = "".join(_pieces(element, subs)) + "".join(f" {sub}" for sub in subs if sub.strip())
    keeps = spaces or element.get(f"{XML}space") == "preserve"
    return text if keeps else SPACE.sub(" ", text).strip(" ")


CODES = frozenset("bpt ept ph it ut cp x bx ex sc ec sm em".split())
"""Elements that hold codes, not words, in TMX 1.4 and XLIFF 1.2 and 2."""
BREAKS = frozenset({"lb", "x-lb", "fmt:lb", "break", "br", "linebreak"})


def _pieces(element: Any, subs: list[str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        tag = tag_of(child)
        if tag in CODES:
            yield _of_code(child, tag)
            subs.extend(text_of(sub) for sub in child.iter("{*}sub"))
        elif tag:
            yield from _pieces(child, subs)
        yield child.tail or ""


def _of_code(child: Any, tag: str) -> str:
    """What a code means for the words: a sign that XML cannot hold, a break of the line, or nothing."""
    if tag == "cp":
        return "\ufffd"
    kind = (child.get("ctype") or child.get("type") or child.get("subType") or "").lower()
    broken = kind in BREAKS or bool(re.match(r"\s*<br\b", child.text or "", re.IGNORECASE))
    return " " if broken else ""


def _forget(element: Any) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _broken(name: str, line: int) -> NotReadable:
    return NotReadable([Problem("intake-units-broken", {"file": name, "line": line}, (Place(name, line=line),))])
