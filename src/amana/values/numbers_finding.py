"""Where numbers stand in running text: digits as printed, number words, ranks, percentages, fractions, Arabic duals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from types import ModuleType
from typing import Literal

from amana.values import numbers_ar, numbers_en, numbers_fr, numbers_id
from amana.values.expressions import expression
from amana.values.folding import folded_once, free_of, span_back
from amana.values.glances import Glance
from amana.values.numbers_digits import Found, Gap, in_digits, in_roman, may_be_roman, scaled, scales, with_half
from amana.values.numbers_units import may_name_money, money_at, share_at
from amana.values.numbers_words import Run

Kind = Literal["digits", "words", "ordinal"]

TONGUES: dict[str, ModuleType] = {"ar": numbers_ar, "en": numbers_en, "fr": numbers_fr, "id": numbers_id}
WORD = expression(r"(?:\bو\s+(?=\w))?[^\W\d_]+")
"""A word of folded text; an "and" written apart goes with the word after it, in Arabic."""
_AND = expression(r" و ?")
_PLAIN_WORD = expression(r"[^\W\d_]+")


@dataclass(slots=True, unsafe_hash=True)
class Number:
    """A number where it stands: characters `start` to `end` (outside) of the text, `text` as printed.

    `value` is its normal form, the same in every language: '1500000', '3.5', '2/3', '3.2.1'. Compare values, not
    kinds: what is a word in one language is digits in another. `unit`: '%' or '‰' (the sign is within `text`), the
    code of the money it counts ('USD'), else ''. It is never changed, but not frozen: one is made for every number.
    """

    text: str
    start: int
    end: int
    value: str
    kind: Kind = "digits"
    unit: str = ""

    @property
    def percent(self) -> bool:
        """Whether it is a share of a hundred."""
        return self.unit == "%"


def find_numbers(text: str, language: str, masked: Sequence[Gap] = ()) -> tuple[Number, ...]:
    """Every number of a text, in order; `masked` spans (days, symbols) are left out.

    Not reported: one as a cardinal word ("un", "one": articles and pronouns), digits glued to a Latin letter before
    them (G20), tokens of digits, letters and slashes (A/RES/77/245), "premier ministre", ranks in month names.

    >>> [(n.text, n.value, n.kind) for n in find_numbers("its 48th session, 1,500 of 3.5 million, two-thirds", "en")]
    [('48th', '48', 'ordinal'), ('1,500', '1500', 'digits'), ('3.5 million', '3500000', 'digits'), ('two-thirds', '2/3', 'words')]
    >>> [(n.value, n.unit) for n in find_numbers("في دورته الثامنة والأربعين، ٥٠ في المائة، خلال عامين", "ar")]
    [('48', ''), ('50', '%'), ('2', '')]
    >>> [(n.value, n.unit) for n in find_numbers("1,5 juta dolar pada sidang keempat puluh delapan, abad ke-21", "id")]
    [('1500000', 'USD'), ('48', ''), ('21', '')]
    """
    if language not in TONGUES:
        return ()
    seen = folded_once(text)
    folded, places = seen.folded, seen.places
    found: list[Found] = [*in_digits(folded, language, seen.runs)] if seen.figures else []
    if _TELLING[language].at(seen):
        found.extend(_in_words(folded, language, [(n[0], n[1]) for n in found]))
    if may_be_roman(text):
        found.extend(in_roman(text, folded, places, language))
    if not found:
        return ()
    found.sort()
    if language == "ar" and len(found) > 1:
        found = _summed(folded, found)
    free = free_of(masked)
    spans = [(span_back(text, places, one[0], one[1]), one) for one in found]
    kept = [(span, one) for span, one in spans if free(*span)]
    if "²" in text or "³" in text:
        kept = [(span, one) for span, one in kept if text[span[0]] not in "²³"]  # كلم²
    money = bool(kept) and may_name_money(seen, language)
    return tuple(
        Number(text[a:b], a, b, value, kind, unit or (money_at(folded, start, end) if money else ""))  # type: ignore[arg-type]
        for (a, b), (start, end, value, kind, unit) in kept
    )


def _summed(folded: str, found: Sequence[Found]) -> list[Found]:
    """Thousands and what figures add to them as one: 15 ألفا و300, مليون و200 ألف."""
    out: list[Found] = []
    for one in found:
        last = out[-1] if out else None
        scale = (
            _scale_at_end(folded, last)
            if last and one[3] == "digits" and _AND.fullmatch(folded, last[1], one[0])
            else 0
        )
        if last and scale and one[2].isdigit() and int(one[2]) < scale and not folded.endswith("بين ", 0, last[0]):
            out[-1] = (last[0], one[1], str(int(last[2]) + int(one[2])), "digits", one[4])
        else:
            out.append(one)
    return out


def _scale_at_end(folded: str, found: Found) -> int:
    """The thousand or million with which a whole number ends; 0 without."""
    if not found[2].isdigit() or found[4] or found[3] == "ordinal":
        return 0
    scale = scales("ar").get(folded[found[0] : found[1]].rpartition(" ")[2], 0)
    return scale if scale and not int(found[2]) % scale else 0


@cache
def _starters(language: str) -> frozenset[str]:
    return numbers_ar.starters() if language == "ar" else frozenset(TONGUES[language].STARTERS)


def _telling(language: str) -> frozenset[str]:
    """Words without which a text has no number words: a cheap look before the close one."""
    if language == "ar":
        return numbers_ar.starters() | frozenset(_duals()) | frozenset(_PARTS["ar"]) | {"نصف", "النصف"}
    halves = {"en": {"half"}, "fr": {"demi"}, "id": {"setengah"}}[language]
    return frozenset(TONGUES[language].TELLING) | frozenset(scales(language)) | frozenset(_PARTS[language]) | halves


_TELLING = {language: Glance(language, partial(_telling, language)) for language in TONGUES}

_PARTS: dict[str, dict[str, int]] = {
    "en": {
        "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifths": 5, "sixths": 6, "sevenths": 7, "eighths": 8,
        "ninths": 9, "tenths": 10,
    },
    "fr": {"tiers": 3, "quart": 4, "quarts": 4, "cinquiemes": 5, "sixiemes": 6, "huitiemes": 8, "dixiemes": 10},
    "id": {"pertiga": 3, "perempat": 4, "perlima": 5, "perenam": 6, "persepuluh": 10},
    "ar": {},
}  # fmt: skip
_ARABIC_PLURAL_PARTS = {"ارباع": 4, "اخماس": 5, "اسداس": 6, "اثمان": 8, "اعشار": 10}
_OF_THEM = expression("(?:هما|هم|هن|ها|ه)$")
"""What an Arabic part bears of whom it is a part: three quarters of them."""
_WHOLE_PARTS = {
    "ثلثي": "2/3", "ثلثا": "2/3", "ثلثين": "2/3", "ثلثان": "2/3", "الثلثين": "2/3", "الثلثان": "2/3",
    "ثلث": "1/3", "الثلث": "1/3", "سدس": "1/6",
    "sepertiga": "1/3", "seperempat": "1/4", "seperlima": "1/5", "sepersepuluh": "1/10",
}  # fmt: skip
"""Words that are a fraction by themselves."""
_PARTS["ar"] = dict.fromkeys([w for w in _WHOLE_PARTS if w > "z"] + ["ب" + w for w in _WHOLE_PARTS if w > "z"], 0)
_PARTS["id"] |= dict.fromkeys([w for w in _WHOLE_PARTS if w < "z"], 0)
SMALLEST_SCALE = 1000
_HALF_A = {
    "en": expression(r"\bhalf[ -]a[ -](thousand|million|billion|trillion)\b"),
    "fr": expression(r"\bdemi[ -](million|milliard)\b"),
    "ar": expression(r"\b(?:ال)?نصف (?:ال)?(الف|مليون|مليار|بليون)\b"),
    "id": expression(
        "".join(f"(?<!{unit} )" for unit in list(numbers_id.UNITS)[1:10])
        + r"\bsetengah (ribu|juta|miliar|milyar|triliun)\b"
    ),
}
"""Half a million, where no number stands before it."""
_DUAL_STEMS = ("عام", "سنت", "شهر", "يوم", "اسبوع", "ساعت", "دولت", "دورت", "مرت")
_DUAL_MONEY = {"دولار": "USD", "ريال": "SAR", "دينار": "KWD", "درهم": "AED", "جنيه": "GBP"}
_ACCUSATIVE = {"الفا": 10**3, "مليونا": 10**6, "مليارا": 10**9, "بليونا": 10**9}
"""Two of them before a noun, but one before "and a half"."""
_MONTH_HEADS = frozenset({"كانون", "تشرين", "ربيع", "جمادي", "جماد"})


@cache
def _duals() -> dict[str, str]:
    """The duals that say two of something, and the money that they name."""
    before = ("", "و", "ال", "وال", "ب", "ل", "لل", "بال", "ول", "وب")
    stems = {**dict.fromkeys(_DUAL_STEMS, ""), **_DUAL_MONEY}
    return {f"{b}{stem}{end}": unit for b in before for stem, unit in stems.items() for end in ("ان", "ين")}


@cache
def _saying(language: str) -> frozenset[str]:
    """Every word that may begin a number or be one."""
    return (
        _starters(language) | frozenset(_PARTS[language]) | (frozenset(_duals()) if language == "ar" else frozenset())
    )


def _in_words(folded: str, language: str, taken: Sequence[Gap]) -> Iterator[Found]:
    halves = [(*m.span(), scaled("0.5", scales(language)[m[1]])) for m in _HALF_A[language].finditer(folded)]
    yield from ((start, end, value, "words", "") for start, end, value in halves)
    arabic = "و" in folded
    tokens = list((WORD if arabic else _PLAIN_WORD).finditer(folded))
    words = ["".join(token[0].split()) for token in tokens] if arabic else [token[0] for token in tokens]
    starters, duals, saying = _starters(language), _duals() if language == "ar" else {}, _saying(language)
    free, until = free_of([*taken, *((start, end) for start, end, _ in halves)]), 0
    for at in [at for at, word in enumerate(words) if word in saying]:
        word, token = words[at], tokens[at]
        if token.start() < until or not free(*token.span()):
            continue
        whole = _WHOLE_PARTS.get(word.removeprefix("ب"), "2" if word in duals and not _general(words, at) else "")
        if whole and duals.get(word):
            value, until = with_half(folded, whole, token.end(), language)
            yield token.start(), until, value, "words", duals[word]
        elif whole:
            yield token.start(), token.end(), whole, "words", ""
        elif word in starters and (run := TONGUES[language].read(words[at : _reach(folded, tokens, at)], 0)):
            until = tokens[at + run.end - 1].end()
            if found := _of_run(folded, language, tokens, words, at, run):
                until = max(until, found[1])
                yield found


def _general(words: Sequence[str], at: int) -> bool:
    """Whether it is "general" of many: مديرين عامين, الأمناء العامين."""
    before = words[at - 1] if at else ""
    return words[at].endswith("عامين") and before.endswith(("ين", "مناء", "مدراء"))


def _of_run(
    folded: str, language: str, tokens: Sequence[re.Match[str]], words: Sequence[str], at: int, run: Run
) -> Found | None:
    """A run of number words with what belongs to it: its part, a half, the share; None where it is no number."""
    start = _start(tokens[at], words[at]) if language == "ar" else tokens[at].start()
    if run.value >= SMALLEST_SCALE and not run.ordinal:
        run = _scaled_again(run, words, at, _reach(folded, tokens, at), language)
    stop = tokens[at + run.end - 1].end()
    if run.ordinal:
        counts = _counts(words, at, run.end, run.value, True, language)
        return (start, stop, str(run.value), "ordinal", "") if counts else None
    if part := _part_of(words, at + run.end, run.value, language):
        return start, tokens[at + run.end].end(), f"{run.value}/{part}", "words", ""
    value, end = with_half(folded, str(run.value), stop, language)
    if end > stop and run.end == 1 and words[at] in _ACCUSATIVE:
        value, end = with_half(folded, str(_ACCUSATIVE[words[at]]), stop, language)
    if end == stop and not _counts(words, at, run.end, run.value, False, language):
        return None
    unit, end = share_at(folded, start, end)
    return start, end, value, "words", unit


def _scaled_again(run: Run, words: Sequence[str], at: int, reach: int, language: str) -> Run:
    """Thousands of a greater scale: mille milliards, ألف مليون, two thousand million."""
    scale = scales(language).get(words[at + run.end], 0) if at + run.end < reach else 0
    return Run(run.end + 1, run.value * scale) if scale > run.value else run


def _part_of(words: Sequence[str], at: int, value: int, language: str) -> int:
    """The 3 of "two-thirds" where the word at `at` is a part that agrees with the number before it; else 0."""
    word = words[at] if at < len(words) else ""
    if language == "ar":
        return _ARABIC_PLURAL_PARTS.get(_OF_THEM.sub("", word), 0)
    agrees = language == "id" or word == "tiers" or (value == 1) == (word in ("third", "quarter", "quart"))
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
        title = (before.endswith("وزير") and value == 1) or (word == "الاثنين" and before.endswith("يوم"))
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
