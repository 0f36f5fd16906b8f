"""A translators' file as its rows, one by one: TMX, XLIFF 1.2 and 2, tables of columns with tabs, told by their bytes.

    for unit in units_of("archive.tmx", path): unit.texts["ar"]

Nothing of a long file is kept. Texts stand as they are written, codes for formatting left out; `mended` repairs them.
Where a file breaks off in the middle, what came before has been given and then a `NotReadable` says where it ended.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from amana.intake import tmx, tsv, xliff
from amana.intake.encodings import encoding_of
from amana.intake.refusals import refuse
from amana.intake.repair import Repairs, suspicious
from amana.intake.rows import Window
from amana.values.blocks import Block, Unit
from amana.values.expressions import expression
from amana.values.problems import NotReadable, Place, Problem, Told, unheard

HEAD = 65_536
"""Bytes in which a file must have shown what it is."""

ROOT = expression(r"<(?:[\w.-]+:)?(tmx|xliff)[\s/>]")
COMMENT = expression(r"<!--.*?-->", re.DOTALL)
ENTITY = expression(r"<!ENTITY\b")


def units_of(name: str, source: BinaryIO | Path, told: Told = unheard) -> Iterator[Unit]:
    """The units of a translators' file in their order; `key` counts them from 1 (data rows, in a table).

    `told` hears what is wrong with single rows; raises NotReadable where the file is no such file or ends amid a unit.

    >>> list(units_of("a.tsv", io.BytesIO("en\\tar\\nit decides\\tيقرر".encode())))[0].texts
    {'en': 'it decides', 'ar': 'يقرر'}
    """
    if isinstance(source, Path):
        with source.open("rb") as stream:
            yield from units_of(name, stream, told)
        return
    head = _head(source)
    kind, encoding, skip = _kind(name, head)
    window = Window(name, head, source)
    if kind == "tmx":
        yield from tmx.units(name, window)
    elif kind == "xliff":
        yield from xliff.units(name, window)
    else:
        if encoding not in {"utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"}:
            told(Problem("intake-encoding-guessed", {"file": name, "encoding": encoding}, (Place(name),), "note"))
        ends = "\n" if b"\n" in head else "\r"
        text = io.TextIOWrapper(io.BufferedReader(window), encoding=encoding, errors="replace", newline=ends)
        text.read(1 if skip else 0)
        yield from tsv.units(name, text, window, told)


def mended(units: Iterable[Unit], told: Told = unheard) -> Iterator[Unit]:
    """The units with damage of copying repaired; each repair is told with the unit and its language."""
    for unit in units:
        if not any(map(suspicious, unit.texts.values())):
            yield unit
            continue
        repairs = Repairs(unit.place.source, {})
        texts = {x: repairs.text(text, replace(unit.place, language=x)) for x, text in unit.texts.items()}
        for problem in repairs.problems():
            told(problem)
        yield replace(unit, texts=texts) if repairs.found else unit


def versions_of(name: str, data: bytes, told: Told = unheard) -> Mapping[str, tuple[Block, ...]]:
    """A translators' file of one document as its language versions: language → blocks in order, mended."""
    return blocks_from_units(mended(units_of(name, io.BytesIO(data), told), told))


def blocks_from_units(units: Iterable[Unit]) -> Mapping[str, tuple[Block, ...]]:
    """The blocks of each language; a block bears the number of its unit, so that versions stay side by side."""
    blocks: dict[str, list[Block]] = {}
    for unit in units:
        for language, text in unit.texts.items():
            if text.strip():
                place = replace(unit.place, block=unit.key, language=language)
                blocks.setdefault(language, []).append(Block(text.strip(), place))
    return {language: tuple(of) for language, of in blocks.items()}


def is_units(head: bytes) -> bool:
    """Whether the first bytes of a file are those of TMX or XLIFF."""
    try:
        return _kind("", head[:HEAD])[0] in {"tmx", "xliff"}
    except NotReadable:
        return False


def _head(stream: BinaryIO) -> bytes:
    """As many of the first bytes as there are; a pipe may give them in pieces."""
    head = b""
    while len(head) < HEAD and (piece := stream.read(HEAD - len(head))):
        head += piece
    return head


def _kind(name: str, head: bytes) -> tuple[str, str, int]:
    """'tmx', 'xliff' or 'tsv', with the encoding and the length of its mark."""
    if not head.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise refuse("intake-empty", name)
    encoding, skip = encoding_of(name, head)
    text = head[skip:].decode(encoding, errors="replace").lstrip()
    if not text.startswith("<"):
        return "tsv", encoding, skip
    text = COMMENT.sub("", text)
    root = ROOT.search(text)
    if ENTITY.search(text, 0, root.start() if root else len(text)):
        raise refuse("intake-entities", name, part=root.group(1) if root else "XML")
    if not root:
        raise refuse("intake-no-units", name)
    return root.group(1), encoding, skip
