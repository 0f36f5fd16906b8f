"""The tree over the entries: growing at its right edge, its root at any size, and proofs (RFC 6962, RFC 9162).

A node is named by its level and index: (0, i) is leaf i, (level, i) the perfect subtree over the leaves
i·2^level … (i+1)·2^level - 1. Only perfect subtrees are kept: they never change; what stands above the right edge is
computed when asked. Sizes count leaves; leaf i is entry number i + 1.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

HASH = 32
EMPTY = hashlib.sha256(b"").digest()
"""The root of a tree without leaves."""


class Node(NamedTuple):
    """A perfect subtree that is complete: its hash never changes again. `number` is its index in its level."""

    level: int
    number: int
    hash: bytes


class Hashes(Protocol):
    """Whoever keeps the nodes: the store's table, or memory."""

    def get(self, level: int, index: int) -> bytes:
        """The hash of a complete node; KeyError where there is none."""


class MemoryHashes:
    """The nodes in memory.

    >>> nodes = MemoryHashes()
    >>> nodes.put(Edge().grow(bytes(32))[1])
    >>> nodes.get(0, 0) == bytes(32)
    True
    """

    __slots__ = ("_kept",)

    def __init__(self, kept: Mapping[tuple[int, int], bytes] | None = None) -> None:
        self._kept: dict[tuple[int, int], bytes] = dict(kept or {})

    def put(self, nodes: Iterable[Node]) -> None:
        """Keep these nodes."""
        for level, number, digest in nodes:
            self._kept[level, number] = digest

    def get(self, level: int, index: int) -> bytes:
        """The hash of a node; KeyError where there is none."""
        return self._kept[level, index]


def parent(left: bytes, right: bytes) -> bytes:
    """The hash of a node over two others."""
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Edge:
    """The right edge of a tree: all that is needed to append to it and to tell its root.

    `hashes` are those of its perfect subtrees, the largest first: one for every bit set in `size`.

    >>> Edge().append(b"1" * 32).append(b"2" * 32).root() == parent(b"1" * 32, b"2" * 32)
    True
    """

    size: int = 0
    hashes: tuple[bytes, ...] = ()

    def append(self, leaf: bytes) -> Edge:
        """The edge after one more leaf."""
        return self.grow(leaf)[0]

    def grow(self, leaf: bytes) -> tuple[Edge, tuple[Node, ...]]:
        """The edge after one more leaf, and the nodes that this leaf completed (itself first)."""
        nodes = [Node(0, self.size, leaf)]
        hashes, digest, index, level = list(self.hashes), leaf, self.size, 0
        while index & 1:
            digest, index, level = parent(hashes.pop(), digest), index >> 1, level + 1
            nodes.append(Node(level, index, digest))
        return Edge(self.size + 1, (*hashes, digest)), tuple(nodes)

    def root(self) -> bytes:
        """The root of the tree at this size."""
        return _fold(self.hashes) if self.hashes else EMPTY

    def to_bytes(self) -> bytes:
        """The hashes one after the other: for a column beside that of the size."""
        return b"".join(self.hashes)

    @classmethod
    def from_bytes(cls, size: int, data: bytes) -> Edge:
        """The edge of `size` leaves that `to_bytes` gave; ValueError where it cannot be one."""
        if size < 0 or len(data) != size.bit_count() * HASH:
            raise ValueError(
                f"an edge of {size} leaves has {max(size, 0).bit_count()} hashes, not {len(data) / HASH:g}"
            )
        return cls(size, tuple(data[at : at + HASH] for at in range(0, len(data), HASH)))

    @classmethod
    def at(cls, size: int, hashes: Hashes) -> Edge:
        """The edge as it was at `size`, from the nodes kept."""
        return cls(size, tuple(hashes.get(*name) for name in cover(0, size)))


def root_at(size: int, hashes: Hashes) -> bytes:
    """The root as it was at `size`, from the nodes kept."""
    return Edge.at(size, hashes).root()


def cover(start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The perfect subtrees (level, index), the largest first, over the leaves start … end - 1.

    `start` is a multiple of every power of two up to their number, as in every subtree of RFC 9162.

    >>> cover(0, 5), cover(4, 7)
    (((2, 0), (0, 4)), ((1, 2), (0, 6)))
    """
    names = []
    while start < end:
        level = (end - start).bit_length() - 1
        names.append((level, start >> level))
        start += 1 << level
    return tuple(names)


def inclusion_nodes(index: int, size: int) -> tuple[tuple[tuple[int, int], ...], ...]:
    """For every hash of an inclusion proof, the kept nodes that it is made of: so that they can be fetched at once."""
    if not 0 <= index < size:
        raise IndexError(f"leaf {index} is not in a tree of {size}")
    start, end, path = 0, size, []
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            path.append(cover(middle, end))
            end = middle
        else:
            path.append(cover(start, middle))
            start = middle
    return tuple(reversed(path))


def consistency_nodes(old: int, new: int) -> tuple[tuple[tuple[int, int], ...], ...]:
    """For every hash of a consistency proof, the kept nodes that it is made of."""
    if not 0 <= old <= new:
        raise IndexError(f"a tree of {new} was never one of {old}")
    if old in (0, new):
        return ()
    start, end, path = 0, new, []
    while old != end:
        middle = start + _split(end - start)
        if old <= middle:
            path.append(cover(middle, end))
            end = middle
        else:
            path.append(cover(start, middle))
            start = middle
    if start:  # the old tree is not itself a subtree of the new one: the proof begins with its last part
        path.append(cover(start, end))
    return tuple(reversed(path))


def inclusion_proof(size: int, index: int, hashes: Hashes) -> tuple[bytes, ...]:
    """That leaf `index` (from 0) is in the tree of `size`; IndexError where it is not."""
    return _made(inclusion_nodes(index, size), hashes)


def consistency_proof(old: int, new: int, hashes: Hashes) -> tuple[bytes, ...]:
    """That the tree of `new` leaves begins with the tree of `old`; IndexError where `old` is the larger one."""
    return _made(consistency_nodes(old, new), hashes)


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether `proof` shows that `leaf` is number `index` (from 0) under `root` (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    position, last, digest = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if position & 1 or position == last:
            digest = parent(step, digest)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            digest = parent(digest, step)
        position, last = position >> 1, last >> 1
    return last == 0 and digest == root


def verify_consistency(old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes) -> bool:
    """Whether `proof` shows that the tree of `new` leaves begins with the tree of `old` (RFC 9162, 2.1.4.2)."""
    if not 0 <= old <= new:
        return False
    if old == new:
        return not proof and old_root == new_root
    if old == 0:
        return not proof and old_root == EMPTY
    steps = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    if not proof or not steps:
        return False
    position, last = old - 1, new - 1
    while position & 1:
        position, last = position >> 1, last >> 1
    before = after = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if position & 1 or position == last:
            before, after = parent(step, before), parent(step, after)
            while not position & 1 and position:
                position, last = position >> 1, last >> 1
        else:
            after = parent(after, step)
        position, last = position >> 1, last >> 1
    return last == 0 and before == old_root and after == new_root


def _split(leaves: int) -> int:
    """The largest power of two below `leaves`: where RFC 9162 divides a tree."""
    return 1 << ((leaves - 1).bit_length() - 1)


def _fold(hashes: Sequence[bytes]) -> bytes:
    digest = hashes[-1]
    for left in reversed(hashes[:-1]):
        digest = parent(left, digest)
    return digest


def _made(path: tuple[tuple[tuple[int, int], ...], ...], hashes: Hashes) -> tuple[bytes, ...]:
    return tuple(_fold([hashes.get(*name) for name in names]) for names in path)
