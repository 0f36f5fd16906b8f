"""A question cut into words that compare: typing habits of all four languages folded away."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from amana.values.folding import ARABIC, fold

_WORD = re.compile(r"\d+|[^\W\d_]+")
_HAMZA = str.maketrans({"ؤ": "و", "ئ": "ي", "ة": "ه", "ء": "", "ı": "i", "ß": "s", "æ": "e", "œ": "o"})
_BEFORE = ("و", "ف", "ب", "ل", "ك")


@lru_cache(maxsize=16384)
def words_of(text: str) -> tuple[str, ...]:
    """The words of `text`, folded, digits apart from letters; hyphens and apostrophes divide.

    >>> words_of("İhsanoğlu, the 13th Secretary-General?"), words_of("الدورة الـ٤٨")
    (('ihsanoglu', 'the', '13', 'th', 'secretary', 'general'), ('الدورة', 'ال', '48'))
    """
    folded = fold(text.replace("ı", "i").replace("İ", "I").replace("œ", "oe"), accents=False)
    bare = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    return tuple(_WORD.findall(unicodedata.normalize("NFC", bare)))


@lru_cache(maxsize=16384)
def plain(word: str) -> str:
    """An Arabic word without its article, ة as ه, hamza as its seat; any other word as it is.

    >>> plain("القمة") == plain("قمه"), plain("المؤسسة") == plain("موسسة")
    (True, True)
    """
    if not ARABIC.match(word):
        return word
    bare = word.translate(_HAMZA)
    return bare[2:] if bare.startswith("ال") and len(bare) >= 5 else bare


@lru_cache(maxsize=16384)
def readings(word: str) -> tuple[str, ...]:
    """The ways in which a word of a question may be meant, the plainest first: Arabic letters before it seen through.

    >>> readings("للقمة")[1], "رباط" in readings("وبالرباط")
    ('قمه', True)
    """
    if not ARABIC.match(word):
        return (word,)
    found = [plain(word)]
    bare = word.translate(_HAMZA)
    for _ in range(2):
        if bare.startswith("لل") and len(bare) >= 5:
            bare = bare[2:]
            found.append(bare)
            break
        if bare[:1] in _BEFORE and len(bare) >= 4:
            bare = bare[1:]
            found += [plain(bare), bare]
    return tuple(dict.fromkeys(found))


def near(one: str, other: str) -> bool:
    """One letter wrong, missing, too many, or two exchanged; the first letters alike.

    >>> near("secretery", "secretary"), near("albnia", "albania"), near("summti", "summit"), near("zambia", "gambia")
    (True, True, True, False)
    """
    if one[:1] != other[:1] or abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    if len(one) == len(other):
        swapped = one[start + 1 : start + 2] + one[start : start + 1] + one[start + 2 :]
        return one[start + 1 :] == other[start + 1 :] or swapped == other[start:]
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[start + 1 :] == shorter[start:]
