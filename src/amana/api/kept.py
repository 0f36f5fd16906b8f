"""Answers kept in the memory of this process under the tag that names all they rest on."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock


class Kept:
    """Up to `most` bytes of answers; the one asked for longest ago goes first. 0 keeps none.

    >>> kept = Kept(12)
    >>> for tag, body in (("a", b"12345"), ("b", b"12345"), ("c", b"12345")):
    ...     kept.put(tag, body)
    >>> kept.get("a"), kept.get("c")
    (None, b'12345')
    """

    def __init__(self, most: int) -> None:
        self._most, self._size, self._lock = most, 0, Lock()
        self._held: OrderedDict[str, bytes] = OrderedDict()

    def get(self, tag: str) -> bytes | None:
        """The answer kept under this tag."""
        with self._lock:
            if tag in self._held:
                self._held.move_to_end(tag)
            return self._held.get(tag)

    def put(self, tag: str, body: bytes) -> None:
        """Keep an answer, unless it is a large part of all that may be kept."""
        if len(body) > self._most // 2:
            return
        with self._lock:
            self._size += len(body) - len(self._held.pop(tag, b""))
            self._held[tag] = body
            while self._size > self._most:
                self._size -= len(self._held.popitem(last=False)[1])
