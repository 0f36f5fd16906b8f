"""Where numbers stand in running text: digits as printed, number words, ranks, percentages, fractions, Arabic duals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Literal

from amana.values import numbers_ar, numbers_en, numbers_fr
from amana.values.folding import fold_with_places, free_of, span_back

Kind = Literal["digits", "words", "ordinal"]
Gap = tuple[int, int]

TONGUES: dict[str, ModuleType] = {"ar": numbers_ar, "en": numbers_en, "fr": numbers_fr}
WORD = re.compile(r"(?:\bو\s+(?=\w))?[^\W\d_]+")
"""A word of folded text; an "and" written apart goes with the word after it, in Arabic."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number where it stands: characters `start` to `end` (outside) of the text, `text` as printed.

    `value` is its normal form, the same in every language: '1500000', '3.5', '2/3', '3.2.1'. Compare values, not
    kinds: what is a word in one language is digits in another. `percent`: of a hundred; the sign is within `text`.
    """

    text: str
    start: int
    end: int
    value: str
    kind: Kind
    percent: bool = False


def find_numbers(text: str, language: str, masked: Sequence[Gap] = ()) -> tuple[Number, ...]:
    """Every number of a text, in order; `masked` spans (days, symbols) are left out.

    Not reported: one as a cardinal word ("un", "one": articles and pronouns), digits glued to a Latin letter before
    them (G20), tokens of digits, letters and slashes (A/RES/77/245), "premier ministre", ranks in month names.

    >>> [(n.text, n.value, n.kind) for n in find_numbers("its 48th session, 1,500 of 3.5 million, two-thirds", "en")]
    [('48th', '48', 'ordinal'), ('1,500', '1500', 'digits'), ('3.5 million', '3500000', 'digits'), ('two-thirds', '2/3', 'words')]
    >>> [(n.value, n.percent) for n in find_numbers("في دورته الثامنة والأربعين، ٥٠ في المائة، خلال عامين", "ar")]
    [('48', False), ('50', True), ('2', False)]
    """
    if language not in TONGUES:
        return ()
    folded, places = fold_with_places(text, language, accents=False)
    found = [*_in_digits(folded, language)] if _DIGIT.search(folded) else []
    if not _telling(language).isdisjoint(_LETTERS.findall(folded)):
        found.extend(_in_words(folded, language, [(n[0], n[1]) for n in found]))
    if language == "fr":
        found.extend(_roman(text, folded, places))
    found.sort()
    free = free_of(masked)
    return tuple(
        Number(text[a:b], a, b, value, kind, percent)
        for start, end, value, kind, percent in found
        for a, b in (span_back(text, places, start, end),)
        if free(a, b)
    )


Found = tuple[int, int, str, Kind, bool]

_DIGIT = re.compile("[0-9]")
_LETTERS = re.compile("[a-z\u0620-\u064a]+")
_BODY = {
    "en": r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)*",
    "fr": r"[0-9]{1,3}(?P<sep>[ .,])[0-9]{3}(?:(?P=sep)[0-9]{3})*(?:,[0-9]+)?|[0-9]+,[0-9]+|[0-9]+(?:\.[0-9]+)*",
    "ar": r"[0-9]{1,3}(?:[,٬،][0-9]{3})+(?:[.٫][0-9]+)?|[0-9]{1,3}(?: [0-9]{3})+(?:[.٫,][0-9]+)?|[0-9]+[٫,][0-9]+|[0-9]+(?:\.[0-9]+)*",
}
_RANK_ENDING = {"en": r"(?:st|nd|rd|th)\b", "fr": r"(?:ers?|eres?|res?|i?emes?|e|nde?)\b", "ar": r"(?!)"}
_PERCENT = re.compile(r"\s*(?:[%٪]|per ?cent\b|pour[ -]cent\b|في (?:المائة|المئة)|بالمائة|بالمئة)")
_TOKEN = re.compile(r"[\w&.()-]*/[\w&.()/-]*")
_FRACTION = re.compile(r"([0-9]{1,4})/([0-9]{1,4})")
_LETTER = re.compile(r"[^\W\d_]")
_ROMAN_RANK = re.compile(r"\b([ivx]{1,6})(?:er|ere|e|eme)\b")
_ROMAN = {"i": 1, "v": 5, "x": 10}
_SCALE = re.compile(r"[ -]([^\W\d_]+)")


@cache
def _number(language: str) -> re.Pattern[str]:
    body, rank = _BODY[language], _RANK_ENDING[language]
    return re.compile(rf"(?<![0-9a-z_])(?<![0-9][.,])(?P<body>{body})(?![0-9])(?P<rank>{rank})?")


def _in_digits(folded: str, language: str) -> Iterator[Found]:
    taken: list[Gap] = []
    if "/" in folded:
        for token in _TOKEN.finditer(folded):
            fraction = _FRACTION.fullmatch(token[0].strip("().-"))
            if fraction:
                start = token.start() + token[0].index(fraction[0])
                taken.append((start, start + len(fraction[0])))
                yield *taken[-1], f"{int(fraction[1])}/{int(fraction[2])}", "digits", False
            elif _LETTER.search(token[0]):
                taken.append(token.span())
    free = free_of(taken)
    for match in _number(language).finditer(folded):
        if not free(*match.span()):
            continue
        value, end = _normal(match["body"], language), match.end()
        if match["rank"]:
            yield match.start(), end, value, "ordinal", False
            continue
        scale = _SCALE.match(folded, end)
        if scale and (times := _scales(language).get(scale[1])):
            value, end = _times(value, times), scale.end()
        percent = _PERCENT.match(folded, end)
        yield match.start(), percent.end() if percent else end, value, "digits", bool(percent)


def _roman(text: str, folded: str, places: list[int] | None) -> Iterator[Found]:
    """The French ranks in capitals: XXIe siècle, Ier."""
    for match in _ROMAN_RANK.finditer(folded):
        start, _ = span_back(text, places, *match.span(1))
        if text[start : start + len(match[1])].isupper():
            values = [_ROMAN[letter] for letter in match[1]]
            value = sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
            yield *match.span(), str(value), "ordinal", False


def _normal(body: str, language: str) -> str:
    """Digits without separators of thousands, a full stop before decimals, no idle zeros.

    >>> _normal("1 500 000,50", "fr"), _normal("1,500", "fr"), _normal("0,125", "fr"), _normal("3.2.1", "en")
    ('1500000.5', '1500', '0.125', '3.2.1')
    """
    if body.isdigit():
        return body.lstrip("0") or "0"
    if body.count(".") > 1 and not re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+", body):
        return body
    decimal = "." if language == "en" else "[.,٫]" if language == "ar" else ","
    whole, _, rest = body, "", ""
    grouped = re.fullmatch(r"[1-9][0-9]{0,2}(?:([ .,٬،])[0-9]{3})(?:\1[0-9]{3})*", body)
    if not grouped or (grouped[1] == "." and language != "fr" and body.count(".") == 1):
        parts = re.split(rf"{decimal if len(decimal) > 1 else re.escape(decimal)}(?=[0-9]+$)", body)
        if len(parts) == 1 and language == "fr":
            parts = body.split(".") if body.count(".") == 1 else parts
        whole, rest = parts[0], parts[1] if len(parts) == 2 else ""
    whole = re.sub("[^0-9]", "", whole).lstrip("0") or "0"
    rest = rest.rstrip("0")
    return f"{whole}.{rest}" if rest else whole


def _times(value: str, scale: int) -> str:
    """
    >>> _times("3.5", 10**6), _times("0.0000001", 1000)
    ('3500000', '0.0001')
    """
    whole, _, rest = value.partition(".")
    zeros = len(str(scale)) - 1
    moved = (rest + "0" * zeros)[:zeros]
    left = rest[zeros:]
    whole = (whole + moved).lstrip("0") or "0"
    return f"{whole}.{left}" if left else whole


@cache
def _scales(language: str) -> dict[str, int]:
    if language == "en":
        return numbers_en.SCALES
    if language == "fr":
        return numbers_fr.SCALES
    single = numbers_ar.SCALE_WORDS.values()
    known = numbers_ar.forms().items()
    return {
        word: form.value
        for word, form in known
        if form.role in ("scale", "scales") and form.value in single and not (form.joined or form.held or form.definite)
    }


@cache
def _starters(language: str) -> frozenset[str]:
    return numbers_ar.starters() if language == "ar" else frozenset(TONGUES[language].STARTERS)


@cache
def _telling(language: str) -> frozenset[str]:
    """Words without which a text has no number words: a cheap look before the close one."""
    if language == "ar":
        return numbers_ar.starters() | frozenset(_duals()) | frozenset(_PARTS["ar"])
    return frozenset(TONGUES[language].TELLING) | frozenset(_scales(language)) | frozenset(_PARTS[language])


_PARTS: dict[str, dict[str, int]] = {
    "en": {"third": 3, "thirds": 3, "quarter": 4, "quarters": 4},
    "fr": {"tiers": 3, "quart": 4, "quarts": 4},
    "ar": {},
}
_ARABIC_PARTS = {
    "ثلثي": "2/3",
    "ثلثا": "2/3",
    "ثلثين": "2/3",
    "ثلثان": "2/3",
    "الثلثين": "2/3",
    "الثلثان": "2/3",
    "ثلث": "1/3",
    "الثلث": "1/3",
}
_PARTS["ar"] = dict.fromkeys([*_ARABIC_PARTS, *("ب" + word for word in _ARABIC_PARTS)], 0)
_DUAL_STEMS = ("عام", "سنت", "شهر", "يوم", "اسبوع", "ساعت", "دولت", "دورت", "مرت")
_MONTH_HEADS = frozenset({"كانون", "تشرين", "ربيع", "جمادي", "جماد"})


@cache
def _duals() -> frozenset[str]:
    before = ("", "و", "ال", "وال", "ب", "ل", "لل", "بال", "ول", "وب")
    return frozenset(f"{b}{stem}{ending}" for b in before for stem in _DUAL_STEMS for ending in ("ان", "ين"))


def _in_words(folded: str, language: str, taken: Sequence[Gap]) -> Iterator[Found]:
    tokens = list(WORD.finditer(folded))
    words = ["".join(token[0].split()) for token in tokens]
    starters, tongue, free, at = _starters(language), TONGUES[language], free_of(taken), 0
    while at < len(words):
        word, token = words[at], tokens[at]
        beside = 1
        if not free(*token.span()):
            pass
        elif language == "ar" and (word in _duals() or word in _PARTS["ar"]):
            yield token.start(), token.end(), _ARABIC_PARTS.get(word.removeprefix("ب"), "2"), "words", False
        elif word in starters and (run := tongue.read(words[at : _reach(folded, tokens, at)], 0)):
            beside = run.end
            part = 0 if run.ordinal else _part_of(words, at + run.end, run.value, language)
            if part or _counts(words, at, run.end, run.value, run.ordinal, language):
                beside += bool(part)
                value = f"{run.value}/{part}" if part else str(run.value)
                stop = tokens[at + beside - 1].end()
                percent = None if run.ordinal else _PERCENT.match(folded, stop)
                kind: Kind = "ordinal" if run.ordinal else "words"
                yield _start(token, word), percent.end() if percent else stop, value, kind, bool(percent)
        at += beside


def _part_of(words: Sequence[str], at: int, value: int, language: str) -> int:
    """The 3 of "two-thirds" where the word at `at` is a part that agrees with the number before it; else 0."""
    word = words[at] if at < len(words) else ""
    agrees = word == "tiers" or (value == 1) == (word in ("third", "quarter", "quart"))
    return _PARTS[language].get(word, 0) if agrees else 0


def _reach(folded: str, tokens: Sequence[re.Match[str]], at: int) -> int:
    """The place after the last word that stands beside its neighbour with only space or a hyphen between."""
    end = at + 1
    while (
        end < len(tokens) and end - at < 14 and not folded[tokens[end - 1].end() : tokens[end].start()].strip(" -\n\t")
    ):
        end += 1
    return end


def _counts(words: Sequence[str], at: int, length: int, value: int, ordinal: bool, language: str) -> bool:
    """It is a number and no article, title, month or percent sign."""
    before, word = words[at - 1] if at else "", words[at]
    after = words[at + length] if at + length < len(words) else ""
    if value == 1 and not ordinal:
        return False
    if language == "fr":
        return not (
            (word.startswith("premi") and after.startswith("ministre"))
            or (word in ("cent", "mil") and length == 1 and (before == "pour" or word == "mil"))
        )
    if language == "ar" and length == 1:
        form = numbers_ar.forms()[word]
        title = before.endswith("وزير") and value == 1
        sign = form.role == "hundred" and (before == "في" or word.startswith("بال"))
        amount = form.role == "scale" and form.definite
        return not (form.adverb or amount or title or sign or before in _MONTH_HEADS or before[1:] in _MONTH_HEADS)
    return True


def _start(token: re.Match[str], word: str) -> int:
    """Where the number begins: a conjunction or preposition attached before it is not its own."""
    form = numbers_ar.forms().get(word)
    if form is None or not (form.joined or form.held):
        return token.start()
    bare = next((k for k in (1, 2) if numbers_ar.starts_plain(word[k:])), 0)
    return token.end() - len(word) + bare
