"""What kind of document some bytes are: told by the bytes, never by the ending of the name."""

from __future__ import annotations

import io
import zipfile
from typing import Literal

from amana.intake.refusals import refuse

Kind = Literal["txt", "docx"]

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


def sniff(name: str, data: bytes) -> Kind:
    """'docx' or 'txt'; raises NotReadable for everything that is recognised as something else."""
    head = data[:1024]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(name, data)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise refuse("intake-encrypted" if encrypted else "intake-old-word", name)
    if b"%PDF-" in head:
        raise refuse("intake-pdf", name)
    for mark, kind in OTHERS:
        if head.startswith(mark) and (len(mark) > 4 or b"\x00" in head or kind in {"RTF", "gzip", "GIF", "JPEG"}):
            raise refuse("intake-not-text", name, kind=kind)
    shown = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if shown.startswith((b"<!doctype html", b"<html", b"<?xml", b"<akomantoso")):
        raise refuse("intake-markup", name)
    return "txt"


def _packed(name: str, data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as why:
        raise refuse("intake-damaged", name, reason="zip") from why
    if any(entry.flag_bits & 1 for entry in entries):
        raise refuse("intake-encrypted", name)
    names = {entry.filename for entry in entries}
    if "word/document.xml" in names or any(n.startswith("word/") and n.endswith("document.xml") for n in names):
        return "docx"
    for start, kind in PACKED:
        if any(n.startswith(start) for n in names):
            raise refuse("intake-not-text", name, kind=kind)
    raise refuse("intake-not-text", name, kind="zip")
