"""Pieces of a text that are taken and never overlap: asked quickly whether one meets them, however many there are."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable


class Spans:
    """Spans `start` to `end` (outside), kept in order.

    >>> held = Spans([(5, 9)])
    >>> held.meets(8, 12), held.meets(9, 12), held.before(9), held.before(8)
    (True, False, 9, None)
    """

    __slots__ = ("_spans",)

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._spans = sorted(spans)

    def __bool__(self) -> bool:
        return bool(self._spans)

    def add(self, start: int, end: int) -> None:
        """Take one more; it must meet none."""
        insort(self._spans, (start, end))

    def meets(self, start: int, end: int) -> bool:
        """Whether any of them has a character from `start` to `end`."""
        at = bisect_left(self._spans, (end, 0))
        return at > 0 and self._spans[at - 1][1] > start

    def before(self, place: int) -> int | None:
        """Where the last one that ends at `place` or before it ends; None without."""
        at = bisect_left(self._spans, (place + 1, 0))
        while at > 0:
            end = self._spans[at - 1][1]
            if end <= place:
                return end
            at -= 1
        return None
