"""Where a text names a session by its number, and the same name with another number, written in the same manner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amana.resolutions.numerals import roman
from amana.values.expressions import expression
from amana.values.folding import digits, digits_as, fold
from amana.values.numbers import Case, Gender, Number, find_numbers, ordinal

BEFORE: dict[str, re.Pattern[str]] = {
    "ar": expression(
        r"(?P<noun>(?:دور[ةت]|اجتماع|مؤتمر|قم[ةت])(?:ه|ها|ي|ين|ان)?)(?P<with>(?: (?:ال[\u0621-\u064a]+ية|ال[\u0621-\u064a]+ي)){0,3})"
        r"\s*(?:ال(?:رقم|ـ+)?|رقم)?\s*[(\[]?$"
    ),
    "id": expression(r"\b(?P<noun>sidang|sesi|konferensi|pertemuan|ktt)(?P<with>(?: \w+){0,2}?)\s+$", re.IGNORECASE),
}
"""The noun stands before the number."""
AFTER: dict[str, re.Pattern[str]] = {
    "en": expression(
        r"\s*(?P<with>(?:[a-z-]+\s+){0,2}?)(?P<noun>sessions?|meetings?|conferences?|summits?)\b(?P<behind>)",
        re.IGNORECASE,
    ),
    "fr": expression(
        r"\s*(?P<with>)(?P<noun>sessions?|réunions?|conférences?|sommets?)\b(?P<behind>(?:\s+\w+)?)", re.IGNORECASE
    ),
}
"""The noun stands behind the number."""
APART = expression(
    r"\b(?:extraordinary|emergency|special|extraordinaire|urgence|luar|istimewa)|استثنائي|طارئ", re.IGNORECASE
)
"""A session of another series."""
ADJECTIVES = expression(
    r"(?:(?:regular|ordinary|annual|plenary|ministerial|islamic|summit|extraordinary|emergency|special|high-level)\s+)*$",
    re.IGNORECASE,
)
JOINED = expression(r"\s*(?:,|،|and|et|dan|و|to|à|-|–)?\s*(?:and|et|dan)?\s*$")
"""What stands between numbers of one list: "its forty-seventh and forty-eighth sessions"."""
MASCULINE = expression("اجتماع|مؤتمر")
GOVERNED = expression(
    r"(?:^|\s)[وف]?(?:في|من|إلى|الى|على|عن|خلال|قبل|بعد|أثناء|حتى|منذ)\s+$|(?:^|\s)[وف]?(?:ب|ل|ك)(?:ال)?$|(?:^|\s)[وف]?لل?$"
)
"""What puts the Arabic noun into the genitive, and its number with it."""


@dataclass(frozen=True, slots=True)
class Named:
    """The number of a session where it stands (`text[start:end]`), `apart` where it is of another series."""

    start: int
    end: int
    number: int
    text: str
    apart: bool
    gender: Gender
    case: Case


def sessions_in(text: str, language: str) -> tuple[Named, ...]:
    """The sessions that a text names by number, in order.

    >>> [(s.text, s.number) for s in sessions_in("at its forty-seventh and forty-eighth sessions, in 3 sessions", "en")]
    [('forty-seventh', 47), ('forty-eighth', 48)]
    >>> [(s.text, s.number) for s in sessions_in("المنعقد في دورته الحادية والخمسين، والدورة الـ ٤٩", "ar")]
    [('الحادية والخمسين', 51), ('٤٩', 49)]
    >>> [s.apart for s in sessions_in("sa 49e session et sa septième session extraordinaire", "fr")]
    [False, True]
    """
    found = [n for n in find_numbers(text, language) if n.value.isdigit() and not n.unit and 0 < int(n.value) <= 199]
    named: list[Named] = []
    following: Number | None = None
    for number in reversed(found):
        one = _named(text, language, number)
        if one is None and following is not None and number.kind == following.kind == "ordinal" and language in AFTER:
            one = _listed(text, number, following, named[0])
        if one is not None:
            named.insert(0, one)
        following = number if one is not None else None
    return tuple(named)


def _named(text: str, language: str, number: Number) -> Named | None:
    """The session that bears this number, if the word for one stands beside it."""
    if language in AFTER:
        found = AFTER[language].match(text, number.end)
        if found is None or number.kind != "ordinal" or (language == "en" and not ADJECTIVES.match(found["with"])):
            return None
        apart = bool(APART.search(found["with"] + found["behind"]))
        return Named(number.start, number.end, int(number.value), number.text, apart, "f", "nom")
    if language not in BEFORE or number.kind == "words":
        return None
    found = BEFORE[language].search(text[max(0, number.start - 80) : number.start])
    if found is None:
        return None
    behind = text[number.end : number.end + 20].lstrip() if language == "ar" else ""
    apart = bool(APART.search(found["with"]) or APART.match(behind.removeprefix("ال")))
    before = text[: number.start - len(found[0])]
    case: Case = "gen" if GOVERNED.search(before) or found["noun"][-1] in "هاي" else "nom"
    gender: Gender = "m" if MASCULINE.match(found["noun"]) else "f"
    return Named(number.start, number.end, int(number.value), number.text, apart, gender, case)


def _listed(text: str, number: Number, following: Number, last: Named) -> Named | None:
    """A number of a list whose last one bears the word."""
    if JOINED.fullmatch(text[number.end : following.start]):
        return Named(number.start, number.end, int(number.value), number.text, last.apart, last.gender, last.case)
    return None


def renumbered(named: Named, number: int, language: str) -> str:
    """The number of the session as the text has it, with another value; '' where its manner is not understood.

    >>> for text, language in (("its Fifty-first Session", "en"), ("its 51st SESSION", "en"), ("sa 51ème session", "fr"),
    ...         ("في دورته الحادية والخمسين", "ar"), ("الدورة التاسعة عشرة", "ar"), ("Sidang ke-51", "id")):
    ...     one, = sessions_in(text, language)
    ...     print(renumbered(one, one.number + 1, language))
    Fifty-second
    52nd
    52ème
    الثانية والخمسين
    العشرون
    ke-52
    """
    if not 1 <= number <= 199:
        return ""
    western = digits(named.text)
    if (run := re.search(r"[0-9]+", western)) is not None:
        return _in_digits(named, run, number, language)
    if re.fullmatch(r"[IVXLC]+", named.text) and language != "ar":
        return roman(number).upper()
    return next(_in_words(named, number, language), "")


def _in_digits(named: Named, run: re.Match[str], number: int, language: str) -> str:
    printed = named.text[run.start() : run.end()]
    ending = named.text[run.end() :]
    if language == "en" and ending:
        rank = _english_ending(number)
        ending = rank.upper() if ending.isupper() else rank
    elif language == "fr" and ending and (named.number == 1 or number == 1):
        ending = "re" if number == 1 else "e"
    return named.text[: run.start()] + digits_as(str(number), printed) + ending


def _english_ending(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _in_words(named: Named, number: int, language: str) -> Iterator[str]:
    """The same manner with the other number, surest first; nothing where the words are none that we write."""
    spoken = fold(named.text, accents=False).replace("-", " ").split()
    for gender, case, definite in _manners(named, language):
        old = ordinal(named.number, language, gender, case, definite)
        if fold(old, accents=False).replace("-", " ").split() == spoken:
            new = ordinal(number, language, gender, case, definite)
            yield (
                new
                if language == "ar"
                else _cased(new if "-" in named.text or "-" not in old else new.replace("-", " "), named.text)
            )


def _manners(named: Named, language: str) -> Iterator[tuple[Gender, Case, bool]]:
    if language != "ar":
        genders: tuple[Gender, ...] = ("f", "m")
        for gender in genders:
            yield gender, "nom", True
        return
    other: Case = "nom" if named.case == "gen" else "gen"
    for case in (named.case, other):
        for definite in (True, False):
            yield named.gender, case, definite


def _cased(words: str, like: str) -> str:
    """Capitals as in `like`: all of them, at each word, at the first, or none."""
    if like.isupper():
        return words.upper()
    parts = re.findall(r"[^\W\d_]+", like)
    if len(parts) > 1 and all(part[0].isupper() for part in parts if part not in ("and", "et")):
        return re.sub(r"[^\W\d_]+", lambda m: m[0] if m[0] in ("and", "et") else m[0].capitalize(), words)
    if len(parts) == 1 and parts[0][0].isupper() and " " in words.replace("-", " "):
        return words[0].upper() + words[1:]
    return words[0].upper() + words[1:] if like[0].isupper() else words
