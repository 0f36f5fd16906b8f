"""French number words: quatre-vingt-dix-sept, vingt et unième, deux millions."""

from __future__ import annotations

from collections.abc import Sequence

from amana.values.numbers_words import Case, Gender, Run, word_at

_UNITS = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}

# folded: without accents
UNITS = {"zero": 0, "une": 1} | {word: n for n, word in enumerate(_UNITS[1:17], 1)}
TENS = {word: n for n, word in _TENS.items()} | {"septante": 70, "huitante": 80, "octante": 80, "nonante": 90}
UNIT_RANKS = {
    "premier": 1, "premiere": 1, "premiers": 1, "premieres": 1, "second": 2, "seconde": 2, "deuxieme": 2,
    "troisieme": 3, "quatrieme": 4, "cinquieme": 5, "sixieme": 6, "septieme": 7, "huitieme": 8, "neuvieme": 9,
    "dixieme": 10, "onzieme": 11, "douzieme": 12, "treizieme": 13, "quatorzieme": 14, "quinzieme": 15, "seizieme": 16,
}  # fmt: skip
BOUND_RANKS = {word: n for word, n in UNIT_RANKS.items() if word.endswith("ieme")} | {"unieme": 1}
TEN_RANKS = {word.removesuffix("e") + "ieme": n for word, n in TENS.items()}
HUNDRED = {"cent": 100, "cents": 100}
THOUSAND = {"mille": 1000, "mil": 1000}
SCALES = THOUSAND | {
    "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9, "billion": 10**12, "billions": 10**12,
}  # fmt: skip
SCALE_RANKS = {"millieme": 1000, "millionieme": 10**6, "milliardieme": 10**9}
STARTERS = frozenset({*UNITS, *TENS, *UNIT_RANKS, *TEN_RANKS, *THOUSAND, "cent", "centieme", *SCALE_RANKS})
TELLING = STARTERS - {"un", "une"}
"""One of these is in every text with a number word in it, apart from "un million" and the like."""


def cardinal(n: int, gender: Gender = "m", case: Case = "nom") -> str:
    """Only one has a feminine: une, vingt et une. Case makes no difference."""
    hundreds, rest = divmod(n, 100)
    words = []
    if hundreds:
        words = ["cent"] if hundreds == 1 else [_UNITS[hundreds], "cent" if rest else "cents"]
    if rest or not hundreds:
        words.append(_below_hundred(rest))
    said = " ".join(words)
    return said + "e" if gender == "f" and n % 10 == 1 and n % 100 not in (11, 71, 91) else said


def ordinal(n: int, gender: Gender = "m", case: Case = "nom", definite: bool = True) -> str:
    """The article is not written; only the first has a feminine."""
    if n == 1:
        return "première" if gender == "f" else "premier"
    said = cardinal(n)
    if said.endswith(("vingts", "cents")):
        said = said[:-1]
    if said.endswith("neuf"):
        said = said[:-1] + "v"
    return said.removesuffix("e") + ("u" if said.endswith("cinq") else "") + "ième"


def read(words: Sequence[str], start: int) -> Run | None:
    """The longest number that begins at `start`."""
    total, limit, end, at = 0, 10**15, start, start
    while True:
        if at == start and word_at(words, at) in THOUSAND:
            total, limit, end, at = 1000, 1000, at + 1, at + 1
            continue
        part = _part(words, at, first=at == start)
        if part is None or (at > start and part.value >= limit):
            break
        end, value = part.end, part.value
        after = word_at(words, end)
        if part.ordinal or (after not in SCALES and after not in SCALE_RANKS):
            return Run(end, total + value, part.ordinal)
        if after in SCALE_RANKS:
            return Run(end + 1, total + value * SCALE_RANKS[after], True)
        if SCALES[after] >= limit:
            return Run(end, total + value)
        total, limit, end = total + value * SCALES[after], SCALES[after], end + 1
        at = end
    if end == start and word_at(words, start) in SCALE_RANKS:
        return Run(start + 1, SCALE_RANKS[words[start]], True)
    return Run(end, total) if end > start else None


rank = read


def _part(words: Sequence[str], at: int, first: bool) -> Run | None:
    """Below a thousand."""
    word, after = word_at(words, at), word_at(words, at + 1)
    if word == "centieme":
        return Run(at + 1, 100, True)
    if word == "cent":
        value, end = 100, at + 1
    elif 2 <= UNITS.get(word, 0) <= 9 and after in HUNDRED:
        value, end = UNITS[word] * 100, at + 2
    elif 2 <= UNITS.get(word, 0) <= 9 and after == "centieme":
        return Run(at + 2, UNITS[word] * 100, True)
    else:
        return _small(words, at, bound=not first)
    rest = _small(words, end, bound=True)
    return Run(rest.end, value + rest.value, rest.ordinal) if rest and rest.value else Run(end, value)


def _small(words: Sequence[str], at: int, bound: bool = False) -> Run | None:
    """Below a hundred. `bound`: something greater stands before it, so that "unième" is possible."""
    word, after = word_at(words, at), word_at(words, at + 1)
    if word == "quatre" and after in ("vingt", "vingts", "vingtieme"):
        if after == "vingtieme":
            return Run(at + 2, 80, True)
        rest = _upto_nineteen(words, at + 2)
        return Run(rest.end, 80 + rest.value, rest.ordinal) if rest and rest.value else Run(at + 2, 80)
    if word in TEN_RANKS:
        return Run(at + 1, TEN_RANKS[word], True)
    if word in TENS:
        return _after_ten(words, at + 1, TENS[word])
    if not bound and word in UNIT_RANKS:
        return Run(at + 1, UNIT_RANKS[word], True)
    small = _upto_nineteen(words, at)
    return small if bound or small is None or word != "unieme" else None


def _after_ten(words: Sequence[str], at: int, ten: int) -> Run:
    joined = word_at(words, at) == "et"
    rest = _upto_nineteen(words, at + joined)
    fits = rest is not None and (1 <= rest.value <= 9 or (ten == 60 and 10 <= rest.value <= 19))
    if rest is None or not fits or (joined and rest.value not in (1, 11)):
        return Run(at, ten)
    return Run(rest.end, ten + rest.value, rest.ordinal)


def _upto_nineteen(words: Sequence[str], at: int) -> Run | None:
    word, after = word_at(words, at), word_at(words, at + 1)
    if word == "dix" and 7 <= UNITS.get(after, 0) <= 9:
        return Run(at + 2, 10 + UNITS[after])
    if word == "dix" and after in ("septieme", "huitieme", "neuvieme"):
        return Run(at + 2, 10 + UNIT_RANKS[after], True)
    if word in UNITS:
        return Run(at + 1, UNITS[word])
    return Run(at + 1, BOUND_RANKS[word], True) if word in BOUND_RANKS else None


def _below_hundred(n: int) -> str:
    if n < 20:
        return _UNITS[n]
    if n < 70:
        ten, unit = n // 10 * 10, n % 10
    else:
        ten, unit = (60, n - 60) if n < 80 else (80, n - 80)
    if ten == 80:
        return f"quatre-vingt-{_UNITS[unit]}" if unit else "quatre-vingts"
    joint = " et " if unit in (1, 11) else "-"
    return _TENS[ten] + (joint + _UNITS[unit] if unit else "")
