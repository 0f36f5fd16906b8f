"""What kind of document some bytes are: told by the bytes, never by the ending of the name."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from typing import Literal

from amana.intake import akn, html
from amana.intake.refusals import refuse

Kind = Literal["txt", "html", "docx", "pdf", "akn"]

OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"BM", "BMP"),
    (b"RIFF", "RIFF"),
    (b"\x7fELF", "ELF"),
    (b"MZ", "EXE"),
    (b"SQLite format 3", "SQLite"),
)
"""First bytes of what is certainly no text. BM, MZ and RIFF count only where a NUL follows: words begin so too."""

PACKED: tuple[tuple[str, str], ...] = (
    ("xl/", "Excel"),
    ("ppt/", "PowerPoint"),
    ("content.xml", "OpenDocument"),
)


FIRST_ELEMENT = re.compile(rb"<([a-z][\w:.-]*)[^>]*")
MAIL = re.compile(rb"(?:[A-Za-z-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+")
"""The lines with which an e-mail or a web archive begins."""
MOST_ENTRIES = 5_000
"""More parts than any document has."""


def sniff(name: str, data: bytes) -> Kind:
    """What of the kinds that are read; raises NotReadable for everything that is recognised as something else."""
    head = data[:1024]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(name, data)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise refuse("intake-encrypted" if encrypted else "intake-old-word", name)
    if b"%PDF-" in head:
        return "pdf"
    for mark, kind in OTHERS:
        if head.startswith(mark) and (len(mark) > 4 or b"\x00" in head or kind in {"RTF", "gzip", "GIF", "JPEG"}):
            raise refuse("intake-not-text", name, kind=kind)
    if (lines := MAIL.match(head)) and {b"mime-version:", b"content-type:"} <= set(lines[0].lower().split()):
        raise refuse("intake-not-text", name, kind="MIME")
    return _marked_up(name, data)


def _marked_up(name: str, data: bytes) -> Kind:
    """Text, a web page or XML, which may each begin with a mark of their encoding."""
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in head[:64]:
        head = head.replace(b"\x00", b"")
    shown = head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not shown.startswith(b"<"):
        return "txt"
    if akn.is_akoma_ntoso(data):
        return "akn"
    first = FIRST_ELEMENT.search(shown)
    if (first is not None and first[1] in (b"html", b"head", b"body")) or shown.startswith(b"<!doctype html"):
        return "html"
    if shown.startswith(b"<?xml") or (first is not None and b"xmlns" in first[0]):
        raise refuse("intake-markup", name, root=first[1].decode("ascii", "replace") if first else "XML")
    return "html" if html.is_page(data) else "txt"


def _packed(name: str, data: bytes) -> Kind:
    if (count := _entries(data)) > MOST_ENTRIES:
        raise refuse("intake-too-many-parts", name, parts=count, limit=MOST_ENTRIES)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as why:
        raise refuse("intake-damaged", name, reason="zip") from why
    if any(entry.flag_bits & 1 for entry in entries):
        raise refuse("intake-encrypted", name)
    names = {entry.filename for entry in entries}
    if any(n.startswith("word/") and n.endswith("document.xml") for n in names):
        return "docx"
    for start, kind in PACKED:
        if any(n.startswith(start) for n in names):
            raise refuse("intake-not-text", name, kind=kind)
    raise refuse("intake-not-text", name, kind="zip")


def _entries(data: bytes) -> int:
    """How many files a zip says that it holds, read before anything is built of them; 0 where it does not say."""
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - 66_000))
    if at < 0 or len(data) < at + 22:
        return 0
    count = int(struct.unpack_from("<H", data, at + 10)[0])
    # a directory entry takes 46 bytes at least, so its size bounds the count where that is past 65,535
    size = int(struct.unpack_from("<I", data, at + 12)[0])
    return size // 46 if count == 0xFFFF and size != 0xFFFFFFFF else count
