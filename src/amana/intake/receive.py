"""What a file is, told by its bytes, and its blocks.

    blocks_of("resolution.docx", data).blocks[0].text

Everything that stands in the way is a `NotReadable` with one problem that names the file, the reason and what to do;
no other exception leaves this room, whatever the bytes are.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from amana.intake import akn, html, pdf, plain, run_in, word
from amana.intake.pieces import Progress
from amana.intake.refusals import LIMIT, refuse
from amana.intake.sniff import Kind, sniff
from amana.intake.word_text import Tracked
from amana.values.blocks import Block
from amana.values.problems import Place, Problem

MEDIA_TYPES: dict[Kind, str] = {
    "txt": "text/plain",
    "html": "text/html",
    "pdf": "application/pdf",
    "akn": "application/akn+xml",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
ENDINGS: dict[str, Kind] = {
    ".txt": "txt",
    ".text": "txt",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".docm": "docx",
    ".pdf": "pdf",
    ".xml": "akn",
    ".akn": "akn",
}
"""The endings of the files that are read; faces offer these."""


@dataclass(frozen=True, slots=True)
class Received:
    """A file that could be read: its checksum, what it really is, its blocks in order, what was mended."""

    name: str
    sha256: str
    media_type: str
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()


def blocks_of(
    name: str,
    data: bytes,
    *,
    exact: bool = False,
    tracked: Tracked = "accepted",
    progress: Progress | None = None,
) -> Received:
    """The blocks of the document `data`; raises NotReadable with a problem for everything that is no readable text.

    `exact` takes every piece between blank lines of a plain text as one block and never divides it. `tracked`: whether a
    Word document is read with all its tracked changes or as it stood before. `progress` is told pages or paragraphs done
    and their number, at most a hundred times.
    """
    try:
        return _read(name, data, exact, tracked, progress)
    except (ValueError, KeyError, IndexError, RecursionError, MemoryError, OSError, ArithmeticError) as why:
        raise refuse("intake-damaged", name, reason=type(why).__name__) from why


def too_big(name: str, size: int) -> None:
    """Raise NotReadable where a file of `size` bytes is larger than what is read: ask before its bytes are fetched."""
    if size > LIMIT:
        raise refuse("intake-too-big", name, megabytes=size // 1_000_000, limit=LIMIT // 1_000_000)


def checksum(data: bytes) -> str:
    """The name of the bytes in the house: their SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _read(name: str, data: bytes, exact: bool, tracked: Tracked, progress: Progress | None) -> Received:
    too_big(name, len(data))
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise refuse("intake-empty", name)
    kind = sniff(name, data)
    if kind == "docx":
        blocks, problems = word.read(name, data, tracked=tracked, progress=progress)
    elif kind == "pdf":
        blocks, problems = pdf.read(name, data, progress=progress)
    elif kind == "html":
        blocks, problems = html.read(name, data)
    elif kind == "akn":
        blocks, problems = akn.read(name, data)
    else:
        blocks, problems = plain.read(name, data, exact=exact)
    if not blocks:
        raise refuse("intake-empty", name)
    if not exact and kind != "akn":
        blocks, problems = run_in.parted(blocks, problems)
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    if ending in ENDINGS and ENDINGS[ending] != kind:
        told = Problem("intake-ending-differs", {"file": name, "kind": kind}, (Place(name),), "note")
        problems = (told, *problems)
    return Received(name, checksum(data), MEDIA_TYPES[kind], blocks, problems)
