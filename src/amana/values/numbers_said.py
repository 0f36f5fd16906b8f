"""What may say a number without being one, and what a number counts: both, a decade, ثلاثي; 12 states, ٣٠ يوما.

The words stand in `lexicons/number_hints.csv` (a value and the words that may say it) and `lexicons/units.csv` (what is
counted). Neither is read as a number; they only keep a comparison from taking a freedom of wording for an error.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from amana.values.expressions import expression
from amana.values.folding import fold
from amana.values.lexicons import rows

_BEFORE_UNIT = expression(r"^(?:square |cubic |de |d')")
"""What stands between a number and its unit and is no word of either: square miles, millions de tonnes."""
_WORD = expression(r"[^\W\d_]+(?:['-][^\W\d_]+)*|[0-9]+")
_STOP = expression(r"[.;:!?()،,؛؟\[\]«»\"/]")
_JOINING = frozenset("and et و dan or ou او atau to a au الي hingga sampai".split())
_NUMBERED = frozenset(
    "article paragraph abstention chapter page part phase item resolution decision goal target session".split()
)
"""Units whose number stands behind them: article 33."""
_YEAR_BEFORE = expression(
    r"(?:\b(?:by|since|until|through|before|after|year|d['’]ici(?: à)?|jusqu['’]en|avant|depuis|après|tahun|sejak|sebelum)|عام|سنة|العام)\s$",
    re.IGNORECASE,
)
_ABOUT = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100,
}  # fmt: skip
_TIMES = {"millier": 10**3, "million": 10**6, "milliard": 10**9}
_ABOUT_SO_MANY = expression(rf"\b({'|'.join(_ABOUT)}) de ({'|'.join(_TIMES)})s?\b")
"""Une vingtaine de millions."""
_AHEAD = 30
"""Characters before a number among which its word stands."""
_REACH = 4
"""Words behind a number among which the noun that it counts is looked for: "12 least developed countries"."""


@lru_cache(maxsize=64)
def said(text: str, language: str) -> frozenset[str]:
    """The values that some word of a text may say. One and nothing are never told; in Arabic two is in every dual.

    >>> sorted(said("Both sides met over the last decade", "en"))
    ['0', '1', '10', '2']
    """
    folded = fold(text, language, accents=False)
    found = {"0", "1", "2"} if language == "ar" else {"0", "1"}
    words = {form for word in _WORD.findall(folded) for form in bare(word, language)}
    one, several = _hints(language)
    for word in words & one.keys():
        found |= one[word]
    for phrase, values in several.items():
        if phrase in folded:
            found |= values
    if language == "fr":
        found |= {str(_ABOUT[m[1]] * _TIMES[m[2]]) for m in _ABOUT_SO_MANY.finditer(folded)}
    return frozenset(found)


@cache
def _hints(language: str) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    one: dict[str, frozenset[str]] = {}
    several: dict[str, frozenset[str]] = {}
    for row in rows("number_hints.csv"):
        for form in filter(None, (row.get(language) or "").split("|")):
            word = fold(form, language, accents=False)
            table = several if " " in word else one
            table[word] = table.get(word, frozenset()) | {row["value"]}
    return one, several


@lru_cache(maxsize=16_384)
def bare(word: str, language: str) -> tuple[str, ...]:
    """A folded word as it stands and, in Arabic, without the particles and the article attached before it.

    >>> bare("وللدول", "ar"), bare("states", "en")
    (('وللدول', 'للدول', 'دول', 'لدول'), ('states',))
    """
    if language != "ar":
        return (word, *re.split("[-']", word)) if "-" in word or "'" in word else (word,)
    forms = [word]
    for prefix in ("و", "ف"):
        if word.startswith(prefix) and len(word) > 3:
            forms.append(word[1:])
    for form in tuple(forms):
        for prefix in ("ال", "لل", "بال", "كال", "ب", "ل", "ك"):
            if form.startswith(prefix) and len(form) - len(prefix) > 1:
                forms.append(form[len(prefix) :])
    forms.extend([f"{form[:-1]}ة" for form in forms if form.endswith("ه")])  # typists leave out its dots
    return tuple(dict.fromkeys(forms))


def counted(text: str, language: str, start: int, end: int) -> tuple[str, str]:
    """What the number at these characters counts, and of which kind it is: a unit of `units.csv`; ('', '') if unknown.

    A year behind "by" or "since" counts nothing and stands for itself: ('year-of', 'place').

    >>> counted("the 57 Member States", "en", 4, 6), counted("خلال ٣٠ يوما", "ar", 5, 7), counted("12 of them", "en", 0, 2)
    (('member', 'count'), ('day', 'time'), ('', ''))
    >>> counted("article 33 of 12 pages", "en", 8, 10), counted("before 2030", "en", 7, 11)
    (('article', 'count'), ('year-of', 'place'))
    """
    own = text[start:end] if language == "ar" and not text[start].isdigit() else ""
    return _counted(text[max(0, start - _AHEAD) : start], own, text[end : end + 60], language)


@lru_cache(maxsize=4096)
def _counted(ahead: str, own_words: str, behind: str, language: str) -> tuple[str, str]:
    """The same of the characters around the number; in Arabic also of its own words."""
    known = units(language)
    if language == "ar" and (itself := known.get(bare(fold(own_words, "ar"), "ar")[-1])):
        return itself  # شهرين
    if ahead.endswith(("§", "§ ")):
        return known.get("paragraph", known.get("paragraphe", ("", "")))
    before = _last_word(ahead, language)
    if numbered := next((f for word in before for f in bare(word, language) if _is_numbered(f, language)), ""):
        return known[numbered]
    after = _WORD.findall(fold(_STOP.split(behind, maxsplit=1)[0], language, accents=False))[: _REACH + 2]
    for place, word in enumerate(after[:_REACH]):
        if word[0].isdigit() or (word in _JOINING and place) or (language == "ar" and place and word[0] == "و"):
            break
        for form in (" ".join(after[place : place + 2]), *bare(word, language)):
            if form in known:
                if place and _is_numbered(form, language) and any(w[0].isdigit() for w in after[place + 1 : place + 3]):
                    break  # the 2030 Agenda's target 3.2, قانون 1990 بموجب المواد من 2
                return known[form]
    if language == "ar":  # الدول الأعضاء السبع والخمسون
        for form in (f for word in before for f in bare(word, language)):
            if form in known and known[form][1] == "count":
                return known[form]
    return ("year-of", "place") if _YEAR_BEFORE.search(ahead[-16:]) else ("", "")


def is_label(text: str, language: str, start: int) -> bool:
    """Whether what stands at `start` is the number of an article, a chapter, a page and counts nothing.

    >>> is_label("Article VIII (3)", "en", 8), is_label("fifteen (15) articles", "en", 0), is_label("المادة الثامنة", "ar", 7)
    (True, False, True)
    """
    before = _last_word(text[max(0, start - _AHEAD) : start], language)
    return any(_is_numbered(form, language) for word in before for form in bare(word, language))


def _last_word(ahead: str, language: str) -> list[str]:
    """The word with which the sentence ends that stands before a number, folded; none where it begins with the number."""
    return _WORD.findall(fold(_STOP.split(ahead)[-1], language, accents=False))[-1:]


def _is_numbered(form: str, language: str) -> bool:
    return units(language).get(form, ("",))[0] in _NUMBERED


def beside(text: str, language: str, end: int) -> tuple[str, str]:
    """The same for the very next word alone: "30 days", never "30 working days"."""
    behind = fold(text[end : end + 30], language, accents=False).lstrip(" -")
    word = _WORD.match(_BEFORE_UNIT.sub("", behind))
    return units(language).get(word[0], ("", "")) if word else ("", "")


@cache
def units(language: str) -> dict[str, tuple[str, str]]:
    """Every folded noun of `units.csv` in a language → its unit and kind."""
    table: dict[str, tuple[str, str]] = {}
    for row in rows("units.csv"):
        for form in filter(None, (row.get(language) or "").split("|")):
            table.setdefault(fold(form, language, accents=False), (row["unit"], row["kind"]))
    return table
