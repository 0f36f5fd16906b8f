"""What is the same to a reader: letters, marks and spaces folded for matching, with the way back to the original."""

from __future__ import annotations

import codecs
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import chain, compress, count

from amana.values.expressions import expression

ARABIC = expression("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
"""A character of the Arabic script, in any form."""
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
"""Western digits as Arabic prints them."""

_TASHKEEL = "".join(
    map(
        chr,
        [
            *range(0x0610, 0x061B),
            *range(0x064B, 0x0660),
            0x0670,
            *range(0x06D6, 0x06DD),
            0x06DF,
            0x06E0,
            0x06E1,
            0x06E2,
            0x06E3,
            0x06E4,
            0x06E7,
            0x06E8,
            *range(0x06EA, 0x06EE),
        ],
    )
)
_UNSEEN = (
    "\u0640\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u061c"
)
_SAME = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ھ": "ه", "ہ": "ه",
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'", "“": '"', "”": '"', "«": '"', "»": '"', "„": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
}  # fmt: skip
_DIGITS = {chr(base + n): str(n) for base in (0x0660, 0x06F0) for n in range(10)}
_MARKS = expression(f"[\u0640\u0300-\u036f{_TASHKEEL}]*")
_MOVING = expression(f"[{_TASHKEEL}{_UNSEEN}\u0300-\u036f]")
_BORNE = f"[\u0300-\u036f{_TASHKEEL}]"
"""What a letter may bear, and become another letter with it, be it behind something else that it bears."""
_CLUSTER = expression(f"[^{_BORNE[1:-1]}]{_BORNE}*|{_BORNE}+", re.DOTALL)
_PIECE = expression(
    "([ -~\u00a0\u00ab\u00bb\u00bf-\u00ff\u0152\u0153\u060c\u061b\u061f\u0621-\u063a\u0641-\u064a\u0660-\u066c"
    f"\u2010\u2011\u2013\u2014\u2018-\u201e\u202f]+(?!{_BORNE}))|{_CLUSTER.pattern}",
    re.DOTALL,
)
"""A run of characters of which each is folded to one and none moves; or one of any kind with its marks."""
_ACCENTS = expression("[\u0300-\u036f\u0653-\u0655]+")
_ACCENTED = expression("[\u00c0-\u024f]")
_BARE = {chr(code): unicodedata.normalize("NFD", chr(code))[0] for code in range(0xC0, 0x250)}  # one letter for one
_UNLIKE = {**_SAME, **_DIGITS, **dict.fromkeys(_TASHKEEL + _UNSEEN, "")}
_FOLDED = expression(f"[{''.join(map(re.escape, _UNLIKE))}]")
_EASTERN = expression("[\u0660-\u0669\u06f0-\u06f9]")
_DIGIT_TABLE = str.maketrans(_DIGITS)
_UNUSUAL = expression(
    "[^\u0000-\u007f\u00ab\u00bb\u00c0-\u00ff\u0621-\u063a\u0641-\u064a\u060c\u061b\u061f\u0660-\u0669‐‒–—‘’“”]"
)
"""What may move or change in another way than letter by letter; most texts have none of it."""


def digits(text: str) -> str:
    """`text` with Arabic-Indic and Persian digits written as western ones; same length, nothing else changed.

    >>> digits("٢٥ سبتمبر ۱۹۶۹")
    '25 سبتمبر 1969'
    """
    return text if text.isascii() or _EASTERN.search(text) is None else text.translate(_DIGIT_TABLE)


def digits_as(figure: str, printed: str) -> str:
    """A number in western digits, in the digits of what stood in its place.

    >>> digits_as("48", "٤٧"), digits_as("48", "47")
    ('٤٨', '48')
    """
    return figure.translate(ARABIC_INDIC) if any("\u0660" <= c <= "\u0669" for c in printed) else figure


def fold(text: str, language: str = "", *, accents: bool = True) -> str:
    """`text` as it is compared: NFKC, lower case, western digits, one kind of alef, ya, dash, quote and space.

    Tashkeel, tatweel and marks that cannot be seen are dropped. Accents stay unless `accents` is False ("décide" and
    "décidé" differ; "République" in capitals often has none).

    >>> fold("المؤتَمر الإسـلامي", "ar") == fold("المؤتمر الاسلامى", "ar")
    True
    >>> fold("Côte d’Ivoire", "fr"), fold("CÔTE D’IVOIRE", "fr", accents=False)
    ("côte d'ivoire", "cote d'ivoire")
    """
    if text.isascii():
        return text.lower()
    codes = _codes(text)
    return (
        _fold_any(text, accents) if codes is None else _on_page(codes.translate(None, _DROPPED), _FOLDED_PAGE[accents])
    )


def fold_with_places(text: str, language: str = "", *, accents: bool = True) -> tuple[str, list[int] | None]:
    """The folded text, and for each of its characters (and one past the end) its place in `text`.

    The places are None where every character stands where it stood.

    >>> fold_with_places("Oui")
    ('oui', None)
    >>> fold_with_places("قُدس")
    ('قدس', [0, 2, 3, 4])
    """
    return _folded(text, accents)[:2]


_SPLIT = expression(r"(\w+)")
_RUN, _FIGURE = expression("[0-9]+"), expression(r"\d")
_LETTER = expression("[a-z\u0620-\u064a]")
_RUNS = expression("[a-z\u0620-\u064a]+")
_MIXED = expression("[0-9_](?:(?=[a-z\u0620-\u064a])|(?<=[a-z\u0620-\u064a].))")
_FOREIGN = expression("[^\\W0-9_a-z\u0620-\u064a]")


class Folded:
    """A text folded without accents, for all that is looked for in it: folded, and cut into words, only once.

    `places` as `fold_with_places` gives them; `runs`: where each run of western digits begins and ends; `figures`: a
    digit stands somewhere; `usual`: the text has none but usual letters; `glance` is kept for `values.glances`.
    """

    __slots__ = ("_codes", "_pieces", "_words", "figures", "folded", "glance", "places", "runs", "usual")

    def __init__(self, text: str) -> None:
        self.folded, self.places, self._codes = _folded(text, False)
        self.usual = self._codes is not None
        self.runs = _runs(self._codes) if self._codes is not None else [m.span() for m in _RUN.finditer(self.folded)]
        self.figures = bool(self.runs) or (not self.usual and _FIGURE.search(self.folded) is not None)
        self._pieces: list[str] | None = None
        self._words: frozenset[str] | None = None
        self.glance: tuple[object, int] | None = None

    @property
    def pieces(self) -> list[str]:
        """A gap, a word, a gap, and so on; not to be changed."""
        if self._pieces is None:
            self._pieces = _SPLIT.split(self.folded)
        return self._pieces

    @property
    def words(self) -> frozenset[str]:
        """The words, and the runs of letters in words that have figures too: to ask what is not there.

        >>> "h" in Folded("in 1412h").words, "hour" in Folded("an hour").words, "our" in Folded("an hour").words
        (True, True, False)
        """
        if self._words is None:
            words = _on_page(self._codes, _WORDS_PAGE).split() if self._codes is not None else self.pieces[1::2]
            self._words = frozenset(words)
            if self.mixed:
                self._words |= frozenset(_RUNS.findall(self.folded))
        return self._words

    @property
    def mixed(self) -> bool:
        """Whether letters stand beside figures or beside foreign letters somewhere."""
        if not self.usual and _FOREIGN.search(self.folded) is not None:
            return True
        if "_" in self.folded:
            return _MIXED.search(self.folded) is not None
        folded = self.folded
        for start, end in self.runs:
            if _LETTER.match(folded, end) is not None or (start and _LETTER.match(folded, start - 1) is not None):
                return True
        return False


@lru_cache(maxsize=64)
def folded_once(text: str) -> Folded:
    """The text folded, remembered for a while: one paragraph is read for its days, numbers and names in turn."""
    return Folded(text)


def has_any(folded: str, pieces: Iterable[str]) -> bool:
    """Whether one of these pieces stands in a text: the cheap look before a close one.

    >>> has_any("by the next session", ("session", "meeting")), has_any("by then", ("session", "meeting"))
    (True, False)
    """
    for piece in pieces:  # noqa: SIM110 - a generator takes three times as long
        if piece in folded:
            return True
    return False


def span_back(text: str, places: list[int] | None, start: int, end: int) -> tuple[int, int]:
    """The characters of `text` that a span of its folded form came from, with the marks on its last letter.

    >>> folded, places = fold_with_places("سنة ١٣٨٩هـ، ثم")
    >>> a, b = span_back("سنة ١٣٨٩هـ، ثم", places, 4, 9)
    >>> "سنة ١٣٨٩هـ، ثم"[a:b]
    '١٣٨٩هـ'
    """
    if places is None:
        return start, end
    last = places[end - 1] + 1
    marks = _MARKS.match(text, last)
    return places[start], marks.end() if marks else last


def free_of(taken: Iterable[tuple[int, int]]) -> Callable[[int, int], bool]:
    """A question: does nothing of `taken` lie between these two places?

    >>> free = free_of([(3, 13), (20, 22)])
    >>> free(0, 3), free(12, 14), free(13, 20), free(21, 30)
    (True, False, True, False)
    """
    merged: list[list[int]] = []
    for start, end in sorted(taken):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(end, merged[-1][1])
        else:
            merged.append([start, end])
    starts, ends = [m[0] for m in merged], [m[1] for m in merged]

    def free(start: int, end: int) -> bool:
        place = bisect_right(ends, start)
        return place == len(starts) or starts[place] >= end

    return free


def _folded(text: str, accents: bool) -> tuple[str, list[int] | None, bytes | None]:
    """The folded text, the places of its characters where some moved, and its codes on the page where it has them."""
    if text.isascii():
        folded = text.lower()
        return folded, None, folded.encode("ascii")
    places = None
    if (codes := _codes(text)) is None:
        if _ACCENTS.search(text) is not None:
            composed, places = _composed(text)
            codes = _codes(composed) if len(composed) == len(places) - 1 else None
        if codes is None:
            return (*_fold_any_with_places(text, accents), None)
    kept = codes.translate(None, _DROPPED)
    if len(kept) != len(codes):
        stays = chain(codes.translate(_STAYS), (True,))
        places = list(compress(count() if places is None else places, stays))
    return _on_page(kept, _FOLDED_PAGE[accents]), places, kept


def _runs(codes: bytes) -> list[tuple[int, int]]:
    """Where the runs of digits begin and end."""
    digits, out, end = codes.translate(_FIGURES), [], 0
    while (start := digits.find(1, end)) >= 0:
        end = digits.find(0, start)
        end = len(codes) if end < 0 else end
        out.append((start, end))
    return out


def _codes(text: str) -> bytes | None:
    """A byte for each character; None where one is not on the page."""
    try:
        return codecs.charmap_encode(text, "strict", _CODES)[0]
    except UnicodeEncodeError:
        return None


def _on_page(codes: bytes, page: str) -> str:
    return codecs.charmap_decode(codes, "strict", page)[0]


def _composed(text: str) -> tuple[str, list[int]]:
    """A text whose accents stand behind their letters, in letters that have them, and the place of each of these."""
    places = list(range(len(text) + 1))
    for accents in reversed([*_ACCENTS.finditer(text)]):
        del places[accents.start() : accents.end()]
    return unicodedata.normalize("NFC", text), places


def _fold_any(text: str, accents: bool) -> str:
    """A text that may hold any character there is."""
    if _UNUSUAL.search(text) is not None and not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    return _letters(text.lower(), accents)


def _fold_any_with_places(text: str, accents: bool) -> tuple[str, list[int] | None]:
    if _UNUSUAL.search(text) is None:
        return _letters(text.lower(), accents), None
    plain = text.replace("\u00a0", " ").replace("\u202f", " ")  # one space for one space: nothing moves
    if not _MOVING.search(plain) and len(plain.lower()) == len(text) and unicodedata.is_normalized("NFKC", plain):
        return _fold_any(plain, accents), None
    pieces: list[str] = []
    places: list[int] = []
    for piece in _PIECE.finditer(text):
        start, end = piece.span()
        folded = _fold_any(piece[0], accents) if piece[1] else _fold_cluster(piece[0], accents)
        pieces.append(folded)
        places.extend(range(start, end) if piece[1] else [start] * len(folded))
    return "".join(pieces), [*places, len(text)]


def _letters(text: str, accents: bool) -> str:
    """Small letters as they are compared. The few kinds that differ are replaced one by one, far faster than a table."""
    for letter in set(_FOLDED.findall(text)):
        text = text.replace(letter, _UNLIKE[letter])
    if not accents:
        for letter in set(_ACCENTED.findall(text)):
            text = text.replace(letter, _BARE[letter])
    return text


@lru_cache(maxsize=4096)
def _fold_cluster(cluster: str, accents: bool) -> str:
    return _fold_any(cluster, accents)


_IN_CONTROL = "‐•§£€‒―−′ʼ\u202f\u2009\u2066\u2067\u2068\u2069\u061c٪٫٬﴾﴿×"
"""Signs of no word, in place of control characters that no text has."""
_PAGE = (
    f"\0{_IN_CONTROL[:8]}\t\n{_IN_CONTROL[8:10]}\r{_IN_CONTROL[10:]}".ljust(0x20, "\ufffe") + "".join(map(chr, range(0x20, 0x80)))
    + "\u00a0«»°" + "àâäáãåæçéèêëíîïñóôöõøœúûùüýÀÂÄÁÃÅÆÇÉÈÊËÍÎÏÑÓÔÖÕØŒÚÛÙÜÝ"
    + "".join(map(chr, (*range(0x0621, 0x063B), *range(0x0640, 0x0653), *range(0x0660, 0x066A)))) + "،؛؟"
    + "\u2011–—‘’“”„\u200b\u200c\u200e\u200f"
)  # fmt: skip
"""The characters of which nearly every text consists, each folded by itself: a page of one byte for each."""
_CODES = codecs.charmap_build(_PAGE)
_FOLDED_PAGE = {x: "".join(_fold_any(c, x) or "\ufffe" for c in _PAGE) for x in (False, True)}
_WORDS_PAGE = "".join(c if c.isalnum() or c == "_" else " " for c in _FOLDED_PAGE[False])
_DROPPED = bytes(n for n, c in enumerate(_FOLDED_PAGE[False]) if c == "\ufffe")
_STAYS = bytes(n not in _DROPPED for n in range(256))
_FIGURES = bytes(c.isdecimal() for c in _FOLDED_PAGE[False])
