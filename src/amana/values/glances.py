"""What a text may speak of: one look at its words for all who would look closer, so that most need not.

TIME = {"en": Glance("en", ("hour", "day")), "ar": Glance("ar", pieces=("ساع", "يوم"))}
TIME["en"].at(folded_once("within two days"))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from operator import or_
from threading import Lock

from amana.values.expressions import expression
from amana.values.folding import Folded

Pieces = Iterable[str] | Callable[[], Iterable[str]]
"""Words or pieces of words, folded; or who knows them, so that no lexicon is read before a text is."""

KNOWN = 50_000
"""Words of a language that are remembered: more than any organization uses."""


class Glance:
    """Whether something may be said in a text: one of these words stands there, or a word with one of these pieces.

    Of a piece of several words the longest is looked for. A text that has none of them surely does not say it.

    >>> from amana.values.folding import folded_once
    >>> money = Glance("en", words=("euro", "euros"), pieces=("dollar",))
    >>> [money.at(folded_once(text)) for text in ("ten petrodollars", "a European state", "10 euros")]
    [True, False, True]
    """

    __slots__ = ("_bit", "_table", "pieces", "words")

    def __init__(self, language: str, words: Pieces = (), pieces: Pieces = ()) -> None:
        self.words, self.pieces = words, pieces
        self._table = _TABLES.setdefault(language, _Table())
        self._bit = self._table.bit_of(self)

    def at(self, seen: Folded) -> bool:
        """Whether a text may say it."""
        glance = seen.glance
        if glance is None or glance[0] is not self._table.stamp:
            glance = seen.glance = self._table.glance(seen)
        return glance[1] & self._bit != 0


class _Table(dict[str, int]):
    """The words of a language, each with a bit for every glance that it answers; filled as words are met."""

    def __init__(self) -> None:
        super().__init__()
        self.stamp: object = object()
        self._glances: list[Glance] = []
        self._filled = False
        self._words: dict[str, int] = {}
        self._pieces: dict[str, int] = {}
        self._lengths: tuple[int, ...] = ()
        self._lock = Lock()

    def bit_of(self, glance: Glance) -> int:
        """The bit of a further glance; what was looked at before is looked at anew."""
        with self._lock:
            self._glances.append(glance)
            self._filled = False
            self.stamp = object()
            return 1 << len(self._glances) - 1

    def glance(self, seen: Folded) -> tuple[object, int]:
        """What the words of a text answer, and for which state of the table."""
        if not self._filled:
            self._fill()
        return self.stamp, reduce(or_, map(self.__getitem__, seen.words), 0)

    def _fill(self) -> None:
        with self._lock:
            words: dict[str, int] = {}
            pieces: dict[str, int] = {}
            for n, glance in enumerate(self._glances):
                for word in _given(glance.words):
                    words[word] = words.get(word, 0) | 1 << n
                for piece in filter(None, _given(glance.pieces)):
                    longest = max(_WORD.findall(piece), key=len)
                    pieces[longest] = pieces.get(longest, 0) | 1 << n
            self._words, self._pieces = words, pieces
            self._lengths = tuple(sorted({len(p) for p in pieces}))
            self.clear()
            self._filled = True

    def __missing__(self, word: str) -> int:
        bits = self._words.get(word, 0)
        if not word.isdecimal():
            bits |= self._within(word)
            if len(self) >= KNOWN:
                self.clear()
            self[word] = bits
        return bits

    def _within(self, word: str) -> int:
        """What the pieces of a word answer."""
        pieces, bits = self._pieces, 0
        for length in self._lengths:
            for start in range(len(word) - length + 1):
                bits |= pieces.get(word[start : start + length], 0)
        return bits


def _given(pieces: Pieces) -> Iterable[str]:
    return pieces() if callable(pieces) else pieces


_WORD = expression(r"\w+")
_TABLES: dict[str, _Table] = {}
