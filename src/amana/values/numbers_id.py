"""Indonesian number words: empat puluh delapan, keempat puluh delapan, seratus lima, dua juta."""

from __future__ import annotations

from collections.abc import Sequence

from amana.values.numbers_words import Case, Gender, Run, word_at

_UNITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")

UNITS = {word: n for n, word in enumerate(_UNITS)} | {"kosong": 0}
WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000, "sejuta": 10**6, "semiliar": 10**9}
SCALES = {
    "ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12, "trilyun": 10**12,
}  # fmt: skip
RANKED = {f"ke{word}": word for word in (*_UNITS[1:], *WHOLE)}
STARTERS = frozenset({*UNITS, *WHOLE, *RANKED, "pertama"} - {"kosong"})
TELLING = STARTERS - {"satu"}
"""One of these is in every text with a number word in it."""


def cardinal(n: int, gender: Gender = "m", case: Case = "nom") -> str:
    """Gender and case make no difference.

    >>> cardinal(48), cardinal(115), cardinal(200), cardinal(0)
    ('empat puluh delapan', 'seratus lima belas', 'dua ratus', 'nol')
    """
    hundreds, rest = divmod(n, 100)
    words = ["seratus" if hundreds == 1 else f"{_UNITS[hundreds]} ratus"] if hundreds else []
    if rest or not hundreds:
        words.append(_below_hundred(rest))
    return " ".join(words)


def ordinal(n: int, gender: Gender = "m", case: Case = "nom", definite: bool = True) -> str:
    """
    >>> ordinal(1), ordinal(48), ordinal(100)
    ('pertama', 'keempat puluh delapan', 'keseratus')
    """
    return "pertama" if n == 1 else "ke" + cardinal(n)


def read(words: Sequence[str], start: int) -> Run | None:
    """The longest number that begins at `start`."""
    first = word_at(words, start)
    if first == "pertama":
        return Run(start + 1, 1, True)
    if first not in RANKED:
        return _cardinal_at(words, start)
    run = _cardinal_at([RANKED[first], *words[start + 1 : start + 14]], 0)
    return Run(start + run.end, run.value, True) if run else None


rank = read


def _cardinal_at(words: Sequence[str], start: int) -> Run | None:
    total, limit, end, at = 0, 10**15, start, start
    while True:
        if (whole := WHOLE.get(word_at(words, at), 0)) >= 1000:
            part: Run | None = Run(at + 1, 1)
            scale, after = whole, at + 1
        else:
            part = _part(words, at)
            after = part.end if part else at
            scale = SCALES.get(word_at(words, after), 0)
            after += bool(scale)
        if part is None or part.value >= limit or scale >= limit:
            break
        if not scale:
            return Run(part.end, total + part.value)
        total, limit, end, at = total + part.value * scale, scale, after, after
    return Run(end, total) if end > start else None


def _part(words: Sequence[str], at: int) -> Run | None:
    """Below a thousand."""
    word, after = word_at(words, at), word_at(words, at + 1)
    if word == "seratus":
        value, end = 100, at + 1
    elif 2 <= UNITS.get(word, 0) <= 9 and after == "ratus":
        value, end = UNITS[word] * 100, at + 2
    else:
        return _small(words, at)
    rest = _small(words, end)
    return Run(rest.end, value + rest.value) if rest and rest.value else Run(end, value)


def _small(words: Sequence[str], at: int) -> Run | None:
    """Below a hundred."""
    word, after = word_at(words, at), word_at(words, at + 1)
    if word in ("sepuluh", "sebelas"):
        return Run(at + 1, WHOLE[word])
    unit = UNITS.get(word)
    if unit is None:
        return None
    if unit >= 2 and after == "belas":
        return Run(at + 2, 10 + unit)
    if unit >= 2 and after == "puluh":
        rest = UNITS.get(word_at(words, at + 2), 0)
        beside = word_at(words, at + 3)
        fits = 1 <= rest <= 9 and beside not in ("belas", "puluh", "ratus")
        return Run(at + 3, 10 * unit + rest) if fits else Run(at + 2, 10 * unit)
    return Run(at + 1, unit)


def _below_hundred(n: int) -> str:
    if n < 10:
        return _UNITS[n]
    if n < 20:
        return {10: "sepuluh", 11: "sebelas"}.get(n) or f"{_UNITS[n - 10]} belas"
    tens, unit = divmod(n, 10)
    return f"{_UNITS[tens]} puluh" + (f" {_UNITS[unit]}" if unit else "")
