"""Numbers in words and digits, both ways, in Arabic, English, French and Indonesian.

Cardinals 0–999 and ordinals 1–199 are written; more is read. A text that is not wholly understood gives None, never
a number that is nearly right.
"""

from __future__ import annotations

import re
from types import ModuleType

from amana.values.expressions import expression
from amana.values.folding import digits, fold
from amana.values.numbers_finding import TONGUES, WORD, Number, find_numbers
from amana.values.numbers_words import Case, Gender

__all__ = ["Case", "Gender", "Number", "cardinal", "digits", "find_numbers", "ordinal", "read_cardinal", "read_ordinal"]


def cardinal(n: int, language: str, gender: Gender = "m", case: Case = "nom") -> str:
    """`n` (0–999) in words. `gender` is that of what is counted; ValueError out of range or for another language.

    >>> cardinal(23, "ar", "f", "gen"), cardinal(81, "fr", "f"), cardinal(365, "en")
    ('ثلاث وعشرين', 'quatre-vingt-une', 'three hundred and sixty-five')
    """
    if not 0 <= n <= 999:
        raise ValueError(f"{n} is not within 0–999")
    return str(_tongue(language).cardinal(n, gender, case))


def ordinal(n: int, language: str, gender: Gender = "m", case: Case = "nom", definite: bool = True) -> str:
    """The rank `n` (1–199) in words; `definite` writes the Arabic article, which en and fr leave to the sentence.

    >>> ordinal(43, "ar", "f", "gen"), ordinal(151, "en"), ordinal(71, "fr")
    ('الثالثة والأربعين', 'one hundred and fifty-first', 'soixante et onzième')
    """
    if not 1 <= n <= 199:
        raise ValueError(f"{n} is not within 1–199")
    return str(_tongue(language).ordinal(n, gender, case, definite))


def read_cardinal(text: str, language: str) -> int | None:
    """The number that `text` says and nothing else, in words or digits; None where it is not wholly understood.

    >>> read_cardinal("سبعة وخمسين", "ar"), read_cardinal("vingt et un", "fr"), read_cardinal("seven fifty", "en")
    (57, 21, None)
    """
    written = digits(text.strip())
    if re.fullmatch(r"\d{1,15}", written, re.ASCII):
        return int(written)
    words = _words(text, language)
    run = _tongue(language).read(words, 0) if words else None
    if run is None or run.end != len(words):
        return None
    if run.ordinal and not (language == "ar" and words[0].startswith("ال") and len(words) == 1 and run.value >= 20):
        return None
    return int(run.value)


def read_ordinal(text: str, language: str) -> int | None:
    """The rank that `text` says and nothing else: words, 48th, 1er, 48e, الثامنة والأربعين; else None.

    >>> read_ordinal("الثامنة والأربعين", "ar"), read_ordinal("21ème", "fr"), read_ordinal("forty-eight", "en")
    (48, 21, None)
    """
    pattern = _SHORT_RANK.get(language)
    short = pattern.fullmatch(fold(text.strip(), language, accents=False)) if pattern else None
    if short:
        return int(short[1]) or None
    words = _words(text, language)
    run = _tongue(language).rank(words, 0) if words else None
    return int(run.value) if run and run.ordinal and run.end == len(words) else None


_SHORT_RANK = {
    "en": expression(r"(\d{1,3}) ?(?:st|nd|rd|th)"),
    "fr": expression(r"(\d{1,3}) ?(?:ers?|eres?|res?|nde?|e|i?emes?)"),
    "id": expression(r"ke-?(\d{1,3})"),
}
_APART_AR, _TA_AR = expression(r"(?<!\S)و (?=ا)"), expression(r"(?<=[\u0621-\u064a]{2})ه(?!\S)")
_ONLY_WORDS = expression(r"(?:[^\W\d_]|[\s-])+")


def _tongue(language: str) -> ModuleType:
    if language not in TONGUES:
        raise ValueError(f"no number words are known in {language!r}; known: {', '.join(TONGUES)}")
    return TONGUES[language]


def _words(text: str, language: str) -> list[str]:
    """The folded words of a text of words only; [] where something else stands between them."""
    folded = fold(text.strip(), language, accents=False)
    if not _ONLY_WORDS.fullmatch(folded):
        return []
    if language == "ar" and ("ه" in folded or " و " in folded):  # a typist's "السابعه و الأربعين"
        folded = _APART_AR.sub("و", _TA_AR.sub("ة", folded))
    return ["".join(word.split()) for word in WORD.findall(folded)]
