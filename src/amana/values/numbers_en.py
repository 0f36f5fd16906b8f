"""English number words: forty-eight, one hundred and fifty-first, two million."""

from __future__ import annotations

from collections.abc import Sequence

from amana.values.numbers_words import Case, Gender, Run, word_at

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_RANKS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]

UNITS = {word: n for n, word in enumerate(_UNITS)}
TENS = {word: 10 * n for n, word in enumerate(_TENS, 2)} | {"fourty": 40}
UNIT_RANKS = {word: n for n, word in enumerate(_RANKS) if n}
TEN_RANKS = {word[:-1] + "ieth": n for word, n in TENS.items()}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SCALE_RANKS = {word + "th": n for word, n in SCALES.items()}
STARTERS = frozenset({*UNITS, *TENS, *UNIT_RANKS, *TEN_RANKS, "a", "hundred", "hundredth", *SCALE_RANKS})
TELLING = STARTERS - {"a", "one"}
"""One of these is in every text with a number word in it, apart from "a million" and the like."""


def cardinal(n: int, gender: Gender = "m", case: Case = "nom") -> str:
    """Gender and case make no difference."""
    hundreds, rest = divmod(n, 100)
    words = [f"{_UNITS[hundreds]} hundred"] if hundreds else []
    if rest or not hundreds:
        words.append(_below_hundred(rest))
    return " and ".join(words)


def ordinal(n: int, gender: Gender = "m", case: Case = "nom", definite: bool = True) -> str:
    """The article is not written; gender and case make no difference."""
    hundreds, rest = divmod(n, 100)
    if hundreds and not rest:
        return f"{_UNITS[hundreds]} hundredth"
    before = f"{_UNITS[hundreds]} hundred and " if hundreds else ""
    tens, unit = divmod(rest, 10)
    if rest < 20:
        return before + _RANKS[rest]
    ten = _TENS[tens - 2]
    return before + (f"{ten}-{_RANKS[unit]}" if unit else ten[:-1] + "ieth")


def read(words: Sequence[str], start: int) -> Run | None:
    """The longest number that begins at `start`."""
    if word_at(words, start) == "hundred":  # the hundred and fifth
        ranked = _part(["a", *words[start : start + 6]], 0)
        return Run(start + ranked.end - 1, ranked.value, True) if ranked and ranked.ordinal else None
    total, limit, end, at = 0, 10**15, start, start
    while True:
        part = _part(words, at)
        if part is None or (at > start and part.value >= limit):
            break
        end, value, ordinal_ = part.end, part.value, part.ordinal
        scale = SCALES.get(word_at(words, end), 0)
        if ordinal_ or (not scale and word_at(words, end) not in SCALE_RANKS):
            return Run(end, total + value, ordinal_)
        if not scale:
            return Run(end + 1, total + value * SCALE_RANKS[words[end]], True)
        if scale >= limit:
            return Run(end, total + value)
        total, limit, end = total + value * scale, scale, end + 1
        at = end + 1 if word_at(words, end) == "and" else end
    if end == start and word_at(words, start) in SCALE_RANKS:
        return Run(start + 1, SCALE_RANKS[words[start]], True)
    return Run(end, total) if end > start else None


rank = read


def _part(words: Sequence[str], at: int) -> Run | None:
    """Below a thousand."""
    first, after = word_at(words, at), word_at(words, at + 1)
    if first == "hundredth":
        return Run(at + 1, 100, True)
    if first == "a":
        hundreds = Run(at + 1, 1) if after == "hundred" or after in SCALES else None
    else:
        hundreds = _small(words, at)
    if hundreds is None or hundreds.ordinal or not 1 <= hundreds.value <= 9:
        return hundreds
    after = word_at(words, hundreds.end)
    if after not in ("hundred", "hundredth"):
        return hundreds
    end, value = hundreds.end + 1, hundreds.value * 100
    rest = _small(words, end + 1 if word_at(words, end) == "and" else end) if after == "hundred" else None
    return (
        Run(rest.end, value + rest.value, rest.ordinal) if rest and rest.value else Run(end, value, after != "hundred")
    )


def _small(words: Sequence[str], at: int) -> Run | None:
    """Below a hundred."""
    word, after = word_at(words, at), word_at(words, at + 1)
    if word in TENS and 1 <= UNITS.get(after, 0) <= 9:
        return Run(at + 2, TENS[word] + UNITS[after])
    if word in TENS and 1 <= UNIT_RANKS.get(after, 0) <= 9:
        return Run(at + 2, TENS[word] + UNIT_RANKS[after], True)
    for table, ordinal_ in ((UNITS, False), (TENS, False), (UNIT_RANKS, True), (TEN_RANKS, True)):
        if word in table:
            return Run(at + 1, table[word], ordinal_)
    return None


def _below_hundred(n: int) -> str:
    if n < 20:
        return _UNITS[n]
    tens, unit = divmod(n, 10)
    return _TENS[tens - 2] + (f"-{_UNITS[unit]}" if unit else "")
