"""Arabic number words in every case and gender: ثلاثمائة وخمس وستين, الثالثة والأربعون بعد المائة."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from amana.values.folding import fold
from amana.values.numbers_words import Case, Gender, Run, word_at

Role = Literal["unit", "bound", "ten", "tens", "hundred", "scale", "scales", "rank", "rank-bound"]

# by the gender of what is counted: three men are ثلاثة, three women ثلاث
_UNITS_M = {1: "واحد", 3: "ثلاثة", 4: "أربعة", 5: "خمسة", 6: "ستة", 7: "سبعة", 8: "ثمانية", 9: "تسعة", 10: "عشرة"}
_UNITS_F = {1: "واحدة", 3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثماني", 9: "تسع", 10: "عشر"}
_TENS = {20: "عشر", 30: "ثلاث", 40: "أربع", 50: "خمس", 60: "ست", 70: "سبع", 80: "ثمان", 90: "تسع"}
_HUNDREDS = {3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان", 9: "تسع"}
_RANKS = {
    2: "ثاني", 3: "ثالث", 4: "رابع", 5: "خامس", 6: "سادس", 7: "سابع", 8: "ثامن", 9: "تاسع", 10: "عاشر",
}  # fmt: skip

SCALE_WORDS = {"ألف": 10**3, "مليون": 10**6, "مليار": 10**9, "بليون": 10**9, "تريليون": 10**12}
_PLURALS = {"آلاف": 10**3, "ملايين": 10**6, "مليارات": 10**9, "بلايين": 10**9, "تريليونات": 10**12}


def cardinal(n: int, gender: Gender = "m", case: Case = "nom") -> str:
    """`gender` is that of what is counted; accusative and genitive are alike."""
    if n == 0:
        return "صفر"
    hundreds, rest = divmod(n, 100)
    parts = [_hundreds(hundreds, case)] if hundreds else []
    if rest:
        parts.append(_small_words(rest, gender, case))
    return " و".join(parts)


def ordinal(n: int, gender: Gender = "m", case: Case = "nom", definite: bool = True) -> str:
    """الثالثة والأربعين; above the hundredth الثالثة والأربعون بعد المائة; without the article ثالثة وأربعون."""
    article = "ال" if definite else ""
    if n == 100:
        return f"{article}مائة"
    if n > 100:
        return f"{ordinal(n - 100, gender, case, definite)} بعد المائة"
    tens, unit = divmod(n, 10)
    if n <= 10:
        return article + _rank(n, gender, case, definite)
    if n < 20:
        return f"{article}{_rank(unit, gender, case, True, joined=True)} {'عشرة' if gender == 'f' else 'عشر'}"
    ten = article + _TENS[tens * 10] + _ending(case)
    return f"{article}{_rank(unit, gender, case, definite, joined=True)} و{ten}" if unit else ten


@dataclass(frozen=True, slots=True)
class Form:
    """A word as it can stand in a text: `joined` with و before it, with the article, after a preposition."""

    role: Role
    value: int
    joined: bool = False
    definite: bool = False
    held: bool = False  # by ب ل ك ف: begins a number, never goes on with one
    adverb: bool = False  # أولا، ثانيا: counts points of a list unless something stands with it


def read(words: Sequence[str], start: int) -> Run | None:
    """The longest number that begins at `start`; a rank alone if the words say so."""
    first = forms().get(word_at(words, start))
    if first is None:
        return None
    if first.role in ("rank", "rank-bound"):
        return _rank_at(words, start)
    if first.role == "tens" and not (first.definite or first.held) and word_at(words, start + 1) == "بعد":
        ranked = _rank_at(words, start)  # "a twentieth after the hundredth"
        return ranked if ranked and ranked.value > 100 else _cardinal_at(words, start)
    if first.definite and first.role in ("tens", "hundred") and not first.held:
        ranked = _rank_at(words, start)
        after = forms().get(word_at(words, start + 1))
        beyond = word_at(words, start + 1) == "بعد"  # "the twentieth after the hundredth"
        whole = ranked and (ranked.end == start + 1 or beyond or (after and after.definite))
        return ranked if whole else _cardinal_at(words, start)
    return _cardinal_at(words, start)


def rank(words: Sequence[str], start: int) -> Run | None:
    """The longest rank that begins at `start`."""
    return _rank_at(words, start)


@cache
def forms() -> dict[str, Form]:
    """Every folded word that is part of a number, with what may be attached before it."""
    table: dict[str, Form] = {}
    plain = dict(_plain())
    for word, form in list(plain.items()):
        table.setdefault(word, form)
        if word.endswith("ة"):  # typists leave out its dots
            plain.setdefault(f"{word[:-1]}ه", form)
    for word, form in plain.items():
        table.setdefault(word, form)
    for word, form in plain.items():
        for prefix, joined, definite, held in _PREFIXES:
            if (prefix, word) not in _NEVER:
                table.setdefault(prefix + word, replace(form, joined=joined, definite=definite, held=held))
    return table


@cache
def starters() -> frozenset[str]:
    """The words that a number can begin with."""
    return frozenset(word for word, form in forms().items() if form.role != "scales" or _two_of(word, form))


def starts_plain(word: str) -> bool:
    """`word` begins a number with nothing but perhaps the article attached."""
    form = forms().get(word)
    return form is not None and not (form.joined or form.held)


_PREFIXES = (
    ("و", True, False, False), ("ال", False, True, False), ("وال", True, True, False),
    *((p, False, False, True) for p in ("ب", "ل", "ك", "ف", "وب", "ول", "فل", "وك")),
    *((p, False, True, True) for p in ("بال", "لل", "كال", "فال", "وبال", "ولل")),
)  # fmt: skip
_NEVER = {("ل", "ست"), ("ف", "ست"), ("ب", "سبع"), ("ل", "ثان"), ("ك", "ثان"), ("و", "احد")}  # other words altogether
_AND = "و"
_NO_NOUNS = frozenset(
    "في من الي علي عن مع بعد قبل منذ خلال سنويا شهريا يوميا تقريبا فقط اي او ثم لكل عام سنة حتي بينما بحلول مقابل".split()
)


def _plain() -> Iterator[tuple[str, Form]]:
    for n in (3, 4, 5, 6, 7, 8, 9):
        for word in (_UNITS_M[n], _UNITS_F[n]):
            yield fold(word), Form("unit", n)
        yield fold(_UNITS_F[n]) + "ا", Form("unit", n)
    yield from ((word, Form("unit", 8)) for word in ("ثمان", "ثمانيا"))
    yield from ((fold(word), Form("unit", 1)) for word in ("واحد", "واحدة", "واحدا"))
    yield from ((fold(word), Form("bound", 1)) for word in ("أحد", "إحدى", "احدى"))
    yield from ((fold(w), Form("unit", 2)) for w in ("اثنان", "اثنين", "اثنتان", "اثنتين", "إثنان", "إثنين", "ثنتان"))
    yield from ((fold(word), Form("bound", 2)) for word in ("اثنا", "اثني", "اثنتا", "اثنتي"))
    yield from ((word, Form("ten", 10)) for word in ("عشرة", "عشر", "عشرا"))
    for n, stem in _TENS.items():
        yield from ((fold(stem + ending), Form("tens", n)) for ending in ("ون", "ين"))
    yield from ((stem, Form("hundred", 100)) for stem in ("مائة", "مئة", "ماية"))
    for stem in ("مائت", "مئت"):
        yield from ((stem + ending, Form("hundred", 200)) for ending in ("ان", "ين", "ا", "ي"))
    for n, stem in (*_HUNDREDS.items(), (8, "ثماني")):
        yield from ((fold(stem + hundred), Form("hundred", 100 * n)) for hundred in ("مائة", "مئة", "ماية"))
    yield "صفر", Form("unit", 0)
    yield from _plain_scales()
    yield from _plain_ranks()


def _plain_scales() -> Iterator[tuple[str, Form]]:
    for word, value in SCALE_WORDS.items():
        stem = fold(word)
        yield stem, Form("scale", value)
        yield stem + "ا", Form("scales", value)
        yield from ((stem + ending, Form("scale", 2 * value)) for ending in ("ان", "ين", "ي"))
    yield from ((fold(word), Form("scales", value)) for word, value in _PLURALS.items())


def _plain_ranks() -> Iterator[tuple[str, Form]]:
    yield from ((fold(word), Form("rank", 1)) for word in ("أول", "أولى"))
    yield "اولا", Form("rank", 1, adverb=True)
    yield from ((word, Form("rank-bound", 1)) for word in ("حادي", "حاديا", "حادية", "حاد"))
    yield "ثان", Form("rank", 2)
    yield "ثانيا", Form("rank", 2, adverb=True)
    for n, stem in _RANKS.items():
        yield stem, Form("rank", n)
        yield stem + "ة", Form("rank", n)
        if n > 2:
            yield stem + "ا", Form("rank", n, adverb=True)


def _cardinal_at(words: Sequence[str], start: int) -> Run | None:
    total, limit, end, at = 0, 10**15, start, start
    known = forms()
    while True:
        form = known.get(word_at(words, at))
        if form is None or (at > start and not form.joined and not _eleven_after_hundred(words, at)):
            break
        alone = at == start and _two_of(words[at], form)
        two = alone and _before_noun(word_at(words, at + 1))
        if form.role == "scale" or alone:  # a thousand, two thousand
            value = form.value * (1 + two)
            if value >= limit:
                break
            total, limit, at = total + value, _unit_of(value), at + 1
            end = at
            continue
        part = _part(words, at)
        if part is None or part.value >= limit:
            break
        scale = _scale_after(words, part.end)
        if not scale:
            return Run(part.end, total + part.value)
        if scale >= limit:
            break
        total, limit, end, at = total + part.value * scale, scale, part.end + 1, part.end + 1
    return Run(end, total) if end > start else None


def _part(words: Sequence[str], at: int) -> Run | None:
    """Below a thousand."""
    known = forms()
    form, after = known.get(word_at(words, at)), known.get(word_at(words, at + 1))
    if form is None:
        return None
    if form.role == "hundred":
        value, end = form.value, at + 1
    elif form.role == "unit" and form.value >= 3 and after and after.role == "hundred" and _bare(after, 100):
        value, end = form.value * 100, at + 2
    else:
        return _small(words, at)
    after = known.get(word_at(words, end))
    rest = _small(words, end) if after and (after.joined or _eleven_after_hundred(words, end)) else None
    if rest is None or _scale_after(words, rest.end) > _scale_after(words, end) > 0:
        return Run(end, value)
    return Run(rest.end, value + rest.value)


def _small(words: Sequence[str], at: int) -> Run | None:
    """Below a hundred."""
    known = forms()
    form, after = known.get(word_at(words, at)), known.get(word_at(words, at + 1))
    if form is None:
        return None
    if form.role in ("ten", "tens"):
        return Run(at + 1, form.value)
    if form.role not in ("unit", "bound"):
        return None
    if after and 1 <= form.value <= 9 and after.role == "ten" and _bare(after, 10):
        return Run(at + 2, 10 + form.value)
    if (
        after
        and form.value
        and after.role == "tens"
        and after.joined
        and not (form.role == "bound" and form.value == 2)
    ):
        return Run(at + 2, form.value + after.value)
    return Run(at + 1, form.value) if form.role == "unit" else None


def _rank_at(words: Sequence[str], start: int) -> Run | None:
    known = forms()
    form, after = known.get(word_at(words, start)), known.get(word_at(words, start + 1))
    if form is None:
        return None
    run = _rank_below_hundred(form, after, start)
    end = run.end if run else start + 1 if form.role == "rank-bound" and _is_first(words[start], form) else 0
    if end and word_at(words, end) == "بعد" and (run is None or run.value < 100):
        hundred = known.get(word_at(words, end + 1))
        if hundred and hundred.role == "hundred" and hundred.definite:
            return Run(end + 2, (run.value if run else form.value) + hundred.value, True)
    if run is None or run.value != 100 or after is None or not after.joined:
        return run
    return _rank_after_hundred(after, known.get(word_at(words, start + 2)), start + 1) or run


def _is_first(word: str, form: Form) -> bool:
    """Whether it is the 1 of "the first after the hundredth": حاد without the article is "sharp" as well."""
    return form.definite or word.endswith(("ة", "ه"))


def _rank_after_hundred(form: Form, after: Form | None, at: int) -> Run | None:
    """What is joined to a hundredth: المائة والثالثة, المائة والواحدة."""
    one = form.value == 1 and form.definite and form.role in ("unit", "rank-bound")
    if not one and form.role not in ("rank", "rank-bound", "tens"):
        return None
    rest = _rank_below_hundred(form, after, at)
    if rest is None:
        return Run(at + 1, 101, True) if one else None
    return Run(rest.end, 100 + rest.value, True)


def _rank_below_hundred(form: Form, after: Form | None, at: int) -> Run | None:
    if form.role == "tens" or (form.role == "hundred" and form.value == 100):
        return Run(at + 1, form.value, True)
    one = form.role == "unit" and form.value == 1 and form.definite  # الواحد والعشرون is written for الحادي
    if form.role not in ("rank", "rank-bound") and not one:
        return None
    if after and after.role == "tens" and after.joined and form.value < 10 and after.definite == form.definite:
        return Run(at + 2, form.value + after.value, True)
    if after and after.role == "ten" and _bare(after, 10) and form.value < 10 and not one:
        return Run(at + 2, form.value + 10, True)
    return Run(at + 1, form.value, True) if form.role == "rank" else None


def _two_of(word: str, form: Form) -> bool:
    """ألفا دولار, مليونا شخص: the dual before what it counts, where no number stands before it."""
    return form.role == "scales" and word.endswith("ا") and not (form.held or form.definite)


def _before_noun(word: str) -> bool:
    """Whether a noun may follow, as it must behind a dual without its end: ألفا دولار, but ألفا وخمسمائة, مليارا في السنة."""
    return bool(word) and word not in _NO_NOUNS and not (word[0] == _AND and word[1:] in forms())


def _bare(form: Form, value: int) -> bool:
    return form.value == value and not (form.joined or form.definite or form.held)


def _eleven_after_hundred(words: Sequence[str], at: int) -> bool:
    """After a hundred, "وأحد عشر" looks like "واحد عشر" once folded."""
    return word_at(words, at) == "واحد" and word_at(words, at + 1) == "عشر"


def _scale_after(words: Sequence[str], at: int) -> int:
    form = forms().get(word_at(words, at))
    single = form is not None and form.value in SCALE_WORDS.values()
    return (
        form.value if form and single and form.role in ("scale", "scales") and not form.joined and not form.held else 0
    )


def _unit_of(value: int) -> int:
    return value if value in SCALE_WORDS.values() else value // 2


def _ending(case: Case) -> str:
    return "ون" if case == "nom" else "ين"


def _hundreds(n: int, case: Case) -> str:
    if n == 2:
        return "مائتان" if case == "nom" else "مائتين"
    return "مائة" if n == 1 else _HUNDREDS[n] + "مائة"


def _two(gender: Gender, case: Case, joined: bool = False) -> str:
    stem = "اثنت" if gender == "f" else "اثن"
    ending = "ا" if case == "nom" else "ي"
    return stem + ending + ("" if joined else "ن")


def _small_words(n: int, gender: Gender, case: Case) -> str:
    tens, unit = divmod(n, 10)
    units = _UNITS_F if gender == "f" else _UNITS_M
    if n <= 10:
        return _two(gender, case) if n == 2 else units[n]
    if n < 20:
        teen = "عشرة" if gender == "f" else "عشر"
        first = {1: "إحدى" if gender == "f" else "أحد", 2: _two(gender, case, joined=True)}.get(unit) or units[unit]
        return f"{first} {teen}"
    ten = _TENS[tens * 10] + _ending(case)
    if not unit:
        return ten
    first = {1: "إحدى" if gender == "f" else "واحد", 2: _two(gender, case)}.get(unit) or units[unit]
    return f"{first} و{ten}"


def _rank(n: int, gender: Gender, case: Case, definite: bool, joined: bool = False) -> str:
    feminine = gender == "f"
    if n == 1 and not joined:
        return "أولى" if feminine else "أول"
    stem = "حادي" if n == 1 else _RANKS[n]
    if feminine:
        return stem + "ة"
    if stem.endswith("ي") and not definite:  # ثانٍ, حادٍ: the ya is written in the accusative alone
        return stem + "ا" if case == "acc" else stem[:-1]
    return stem + "ا" if case == "acc" and not definite and n > 1 else stem
