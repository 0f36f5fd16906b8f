"""The tree in files: tiles of 256 hashes and bundles of 256 entries, named as C2SP tlog-tiles names them.

A tile at level L holds hashes of the tree's level 8·L; the tile over the right edge is partial and says its width.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from amana.ledger.tree import Node

WIDTH = 256
_HEIGHT = 8
ENTRIES = "entries"


class Tile(NamedTuple):
    """A file of the tree: its path and its bytes."""

    path: str
    data: bytes


def tile_path(level: int | str, number: int, width: int = WIDTH) -> str:
    """The path of a tile, or with "entries" for its level, of a bundle.

    >>> tile_path(0, 1234067), tile_path("entries", 5, 17)
    ('tile/0/x001/x234/067', 'tile/entries/005.p/17')
    """
    groups = [f"{number % 1000:03d}"]
    while number := number // 1000:
        groups.insert(0, f"x{number % 1000:03d}")
    partial = "" if width == WIDTH else f".p/{width}"
    return f"tile/{level}/{'/'.join(groups)}{partial}"


class Tiler:
    """Gathers the nodes of a growing tree into tiles; holds one unfinished tile a level."""

    def __init__(self) -> None:
        self._levels: list[tuple[int, list[bytes]]] = []

    def add(self, nodes: Iterable[Node]) -> Iterator[Tile]:
        """Take the nodes that one leaf completed; the tiles that are full with them."""
        for level, _, digest in nodes:
            if level % _HEIGHT:
                continue
            at = level // _HEIGHT
            if at == len(self._levels):
                self._levels.append((0, []))
            number, held = self._levels[at]
            held.append(digest)
            if len(held) == WIDTH:
                yield Tile(tile_path(at, number), b"".join(held))
                self._levels[at] = (number + 1, [])

    def rest(self) -> Iterator[Tile]:
        """The partial tiles over the right edge."""
        for at, (number, held) in enumerate(self._levels):
            if held:
                yield Tile(tile_path(at, number, len(held)), b"".join(held))


def bundle(number: int, headers: Sequence[bytes]) -> Tile:
    """The entry bundle `number` (from 0): every header after its length in two bytes, the larger first."""
    data = b"".join(struct.pack(">H", len(header)) + header for header in headers)
    return Tile(tile_path(ENTRIES, number, len(headers)), data)


def unbundle(data: bytes) -> Iterator[bytes]:
    """The headers in an entry bundle; ValueError where it ends inside one.

    >>> list(unbundle(bundle(0, [b"one", b""]).data))
    [b'one', b'']
    """
    at = 0
    while at < len(data):
        end = at + 2 + int.from_bytes(data[at : at + 2], "big")
        if end > len(data) or at + 2 > len(data):
            raise ValueError("the bundle ends inside it")
        yield data[at + 2 : end]
        at = end
