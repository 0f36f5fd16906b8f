"""What a text may speak of: one look at its words for all who would look closer, so that most need not.

TIME = {"en": Glance("en", ("hour", "day")), "ar": Glance("ar", pieces=("ساع", "يوم"))}
TIME["en"].at(folded_once("within two days"))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from operator import or_
from threading import Lock

from amana.values.expressions import expression
from amana.values.folding import Folded

Words = Iterable[str] | Callable[[], Iterable[str]]
"""Words or pieces of words, folded; or who knows them, so that no lexicon is read before a text is."""
Many = Callable[[], Sequence[Iterable[str]]]
"""The same of each of many things."""
KNOWN = 50_000
"""Words of a language that are remembered: more than any organization uses."""


class Glances:
    """Which of many things may be said in a text, a bit for each: one of its words stands there, or one with its pieces.

    Of a piece of several words the longest is looked for. What has none of them in a text is surely not said there.

    >>> from amana.values.folding import folded_once
    >>> sides = Glances("en", lambda: [("with",), ("without", "no")])
    >>> bin(sides.at(folded_once("with no reservation"))), sides.at(folded_once("Withdraws"))
    ('0b11', 0)
    """

    __slots__ = ("_mask", "_pieces", "_shift", "_table", "_words")

    def __init__(self, language: str, words: Many = tuple, pieces: Many = tuple) -> None:
        self._words, self._pieces = words, pieces
        self._shift = self._mask = 0
        self._table = _TABLES.setdefault(language, _Table())
        self._table.join(self)

    def at(self, seen: Folded) -> int:
        """Which of them a text may say: the first as 1, the second as 2, the third as 4."""
        return self._seen(seen) >> self._shift

    def bits(self, shift: int) -> Iterator[tuple[str, int, bool]]:
        """Every word and piece with its bit, and whether it is a piece; the bits from `shift` on are theirs from now on."""
        words, pieces = self._words(), self._pieces()
        self._shift, self._mask = shift, (1 << max(len(words), len(pieces))) - 1 << shift
        for given, piece in ((words, False), (pieces, True)):
            yield from ((word, 1 << shift + n, piece) for n, of in enumerate(given) for word in of if word)

    @property
    def end(self) -> int:
        """The first bit behind theirs."""
        return self._mask.bit_length()

    def _seen(self, seen: Folded) -> int:
        glance = seen.glance
        if glance is None or glance[0] is not self._table.stamp:
            glance = seen.glance = self._table.glance(seen)
        return glance[1] & self._mask


class Glance(Glances):
    """Whether something may be said in a text: one of these words stands there, or a word with one of these pieces.

    >>> from amana.values.folding import folded_once
    >>> money = Glance("en", words=("euro", "euros"), pieces=("dollar",))
    >>> [money.at(folded_once(text)) for text in ("ten petrodollars", "a European state", "10 euros")]
    [True, False, True]
    """

    __slots__ = ()

    def __init__(self, language: str, words: Words = (), pieces: Words = ()) -> None:
        super().__init__(language, lambda: [_given(words)], lambda: [_given(pieces)])

    def at(self, seen: Folded) -> bool:
        """Whether a text may say it."""
        glance = seen.glance
        if glance is None or glance[0] is not self._table.stamp:
            glance = seen.glance = self._table.glance(seen)
        return glance[1] & self._mask != 0


class _Table(dict[str, int]):
    """The words of a language, each with a bit for every thing that it may say; filled as words are met."""

    def __init__(self) -> None:
        super().__init__()
        self.stamp: object = object()
        self._glances: list[Glances] = []
        self._filled = False
        self._words: dict[str, int] = {}
        self._pieces: dict[str, int] = {}
        self._lengths: tuple[int, ...] = ()
        self._lock = Lock()

    def join(self, glances: Glances) -> None:
        """Further glances, as their module is imported; what was looked at before is looked at anew."""
        with self._lock:
            self._glances.append(glances)
            self._filled = False
            self.stamp = object()

    def glance(self, seen: Folded) -> tuple[object, int]:
        """What the words of a text may say, and for which state of the table."""
        if not self._filled:
            self._fill()
        return self.stamp, reduce(or_, map(self.__getitem__, seen.words), 0)

    def _fill(self) -> None:
        with self._lock:
            words: dict[str, int] = {}
            pieces: dict[str, int] = {}
            shift = 0
            for glances in self._glances:
                for word, bit, is_piece in glances.bits(shift):
                    table, told = (pieces, max(_WORD.findall(word), key=len)) if is_piece else (words, word)
                    table[told] = table.get(told, 0) | bit
                shift = max(shift, glances.end)
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
        """What the pieces of a word may say."""
        pieces, bits = self._pieces, 0
        for length in self._lengths:
            for start in range(len(word) - length + 1):
                bits |= pieces.get(word[start : start + length], 0)
        return bits


def _given(words: Words) -> Iterable[str]:
    return words() if callable(words) else words


_WORD = expression(r"\w+")
_TABLES: dict[str, _Table] = {}
