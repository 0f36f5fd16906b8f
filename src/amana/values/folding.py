"""What is the same to a reader: letters, marks and spaces folded for matching, with the way back to the original."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import lru_cache

ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
"""A character of the Arabic script, in any form."""

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
_TABLE = str.maketrans({**_SAME, **_DIGITS, **dict.fromkeys(_TASHKEEL + _UNSEEN, "")})
_MARKS = re.compile(f"[\u0640\u0300-\u036f{_TASHKEEL}]*")
_MOVING = re.compile(f"[{_TASHKEEL}{_UNSEEN}\u0300-\u036f]")
_CLUSTER = re.compile(
    "[^\u0300-\u036f\u0653-\u0655][\u0300-\u036f\u0653-\u0655]*|[\u0300-\u036f\u0653-\u0655]+", re.DOTALL
)
_PIECE = re.compile(
    "([ -~\u00a0\u00ab\u00bb\u00bf-\u00ff\u0152\u0153\u060c\u061b\u061f\u0621-\u063a\u0641-\u064a\u0660-\u066c"
    "\u2010\u2011\u2013\u2014\u2018-\u201e\u202f]+(?![\u0300-\u036f\u0653-\u0655]))|" + _CLUSTER.pattern,
    re.DOTALL,
)
"""A run of characters of which each is folded to one and none moves; or one of any kind with its marks."""
_ACCENTED = re.compile("[\u00c0-\u024f]")
_BARE = {code: unicodedata.normalize("NFD", chr(code))[0] for code in range(0xC0, 0x250)}  # one letter for one letter
_DIGIT_TABLE = str.maketrans(_DIGITS)


def digits(text: str) -> str:
    """`text` with Arabic-Indic and Persian digits written as western ones; same length, nothing else changed.

    >>> digits("٢٥ سبتمبر ۱۹۶۹")
    '25 سبتمبر 1969'
    """
    return text if text.isascii() else text.translate(_DIGIT_TABLE)


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
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    text = text.lower().translate(_TABLE)
    return text if accents else _bare(text)


def fold_with_places(text: str, language: str = "", *, accents: bool = True) -> tuple[str, list[int] | None]:
    """The folded text, and for each of its characters (and one past the end) its place in `text`.

    The places are None where every character stands where it stood.

    >>> fold_with_places("Oui")
    ('oui', None)
    >>> fold_with_places("قُدس")
    ('قدس', [0, 2, 3, 4])
    """
    if text.isascii():
        return text.lower(), None
    return _folded(text, accents)


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


@lru_cache(maxsize=16)  # one paragraph is read for its days, numbers and names in turn
def _folded(text: str, accents: bool) -> tuple[str, list[int] | None]:
    plain = text.replace("\u00a0", " ").replace("\u202f", " ")  # one space for one space: nothing moves
    if not _MOVING.search(plain) and len(plain.lower()) == len(text) and unicodedata.is_normalized("NFKC", plain):
        return fold(plain, accents=accents), None
    pieces: list[str] = []
    places: list[int] = []
    for piece in _PIECE.finditer(text):
        start, end = piece.span()
        folded = fold(piece[0], accents=accents) if piece[1] else _fold_cluster(piece[0], accents)
        pieces.append(folded)
        places.extend(range(start, end) if piece[1] else [start] * len(folded))
    return "".join(pieces), [*places, len(text)]


def _bare(text: str) -> str:
    return text.translate(_BARE) if _ACCENTED.search(text) else text


@lru_cache(maxsize=4096)
def _fold_cluster(cluster: str, accents: bool) -> str:
    return fold(cluster, accents=accents)
