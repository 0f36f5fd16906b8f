"""The piece of a text in which most of what was asked for stands together, with the words asked for marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amana.values.folding import ARABIC
from amana.values.stemming import readings, stem, words_with_places

LENGTH = 240
"""Characters of a snippet, about."""
READ = 6_000
"""Characters of a text that are looked through."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a text; `marked` where it is a word that was asked for."""

    text: str
    marked: bool = False


def snippet(text: str, wanted: frozenset[str], language: str = "", length: int = LENGTH) -> tuple[Piece, ...]:
    """The best piece of `text`, in runs. `wanted`: stems; `language` '' where it is not known.

    >>> [(p.text, p.marked) for p in snippet("The Council adopted the resolutions.", frozenset({"resolut"}), "en")]
    [('The Council adopted the ', False), ('resolutions', True), ('.', False)]
    """
    text = text[:READ]
    words = list(words_with_places(text))
    hits = [(start, end) for word, start, end in words if _is_wanted(word, wanted, language)]
    low, high = _window(text, hits, [start for _, start, _ in words], length)
    return tuple(_pieces(text, [hit for hit in hits if low <= hit[0] and hit[1] <= high], low, high))


def _is_wanted(word: str, wanted: frozenset[str], language: str) -> bool:
    if word in wanted:
        return True
    if ARABIC.match(word):
        return stem(word, "ar") in wanted
    return stem(word, language) in wanted if language else not wanted.isdisjoint(readings(word))


def _window(text: str, hits: list[tuple[int, int]], starts: list[int], length: int) -> tuple[int, int]:
    """From where to where: the stretch with most hits, begun at a word a little before the first of them."""
    if len(text) <= length * 5 // 4:
        return 0, len(text)
    best, most = 0, 0
    for at, (start, _) in enumerate(hits):
        inside = sum(1 for _, end in hits[at : at + 12] if end <= start + length * 3 // 4)
        if inside > most:
            best, most = start, inside
    begin = max((s for s in starts if s <= max(0, best - length // 4)), default=0)
    if begin < 12:
        begin = 0
    end = min((s for s in starts if s >= begin + length), default=len(text))
    return begin, end


def _pieces(text: str, hits: list[tuple[int, int]], low: int, high: int) -> Iterator[Piece]:
    if low > 0:
        yield Piece("… ")
    at = low
    for start, end in hits:
        if start > at:
            yield Piece(text[at:start])
        yield Piece(text[start:end], marked=True)
        at = end
    rest = text[at:high]
    if high < len(text):
        yield Piece(rest.rstrip() + " …")
    elif rest:
        yield Piece(rest)
