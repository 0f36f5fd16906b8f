"""Which functions mean the same across languages: classes, not words, with what one word covers in each language."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import Literal

from amana.values.folding import fold
from amana.values.lexicons import equivalents, phrases, verb_words

KIN: tuple[frozenset[str], ...] = (
    frozenset({"decide", "establish", "convene", "extend", "agenda", "terminate", "determine", "appoint", "elect",
               "allocate", "suspend", "amend", "supersede", "keep_under_review", "remain_seized", "prescribe", "function"}),
    frozenset({"request", "follow_up_request", "report_request", "direct", "entrust", "prescribe", "mandate"}),
    frozenset({"note", "note_formal", "consider", "recognize", "aware", "observe"}),
    frozenset({"welcome", "commend", "thank", "express", "condole", "support"}),
    frozenset({"emphasize", "affirm", "reaffirm", "conviction", "declare", "recall", "remind", "draw_attention"}),
    frozenset({"affirm", "reaffirm", "confirm"}),
    frozenset({"concern", "regret", "note"}),
    frozenset({"deplore", "condemn", "regret"}),
    frozenset({"recall", "refer", "guided_by", "legal_basis", "consider"}),
    frozenset({"desire", "commit", "hope", "conviction", "decide"}),
    frozenset({"recognize", "aware", "conviction", "consider", "note", "affirm"}),
    frozenset({"call_upon", "appeal"}),
    frozenset({"urge", "appeal", "call_upon"}),
    frozenset({"demand", "request", "direct"}),
    frozenset({"approve", "endorse", "adopt", "confirm", "support"}),
    frozenset({"hope", "expect", "desire", "express_hope"}),
    frozenset({"solidarity", "support", "express", "commit"}),
    frozenset({"declare", "proclaim", "determine", "decide", "affirm"}),
    frozenset({"invite", "encourage"}),
    frozenset({"recommend", "suggest"}),
    frozenset({"warn", "draw_attention", "remind", "concern"}),
)  # fmt: skip
"""Functions between which translators choose freely: a difference within one of these sets is never reported."""

BY_WORD: tuple[frozenset[str], ...] = (
    frozenset({"request", "call_upon", "demand", "urge", "invite", "encourage", "recommend"}),
    frozenset({"recall", "reaffirm", "emphasize"}),
    frozenset({"condemn", "deplore", "regret"}),
)
"""Functions between which the word decides, where it is known: *prie* requests, *demande* requests or calls upon."""
ASKING = frozenset(
    "request follow_up_request report_request call_upon demand urge invite encourage recommend direct entrust appeal".split()
)
CONDEMNING = frozenset({"condemn", "deplore", "reject"})
COMMON = frozenset(
    "decide adopt approve endorse authorize establish extend convene agenda elect welcome commend thank note recall reaffirm"
    " regret concern".split()
)
"""Functions whose verbs official translators keep; those of the others ("considers", "determines") they choose freely."""
DECIDING = ("decides", "décide", "يقرر", "تقرر", "نقرر", "memutuskan")
"""How openings begin that decide to do what one language tells more of than another: "decides to authorize", "décide de"."""
Distance = Literal["near", "loose", "apart"]


@lru_cache(maxsize=8192)
def distance(
    one: str | None, phrase: str, language: str, other: str | None, other_phrase: str, other_language: str
) -> Distance:
    """How far two openings lie apart, each with its phrase; unknown is near everything.

    >>> distance("request", "requests", "en", "request", "prie", "fr")
    'near'
    >>> distance("invite", "invites", "en", "request", "prie", "fr")
    'apart'
    >>> distance("call_upon", "calls upon", "en", "request", "demande", "fr")
    'near'
    >>> distance("call_upon", "calls upon", "en", "invite", "invite", "fr")
    'loose'
    >>> distance("request", "requests", "en", "call_upon", "يدعو", "ar")
    'apart'
    """
    if (
        one is None
        or other is None
        or one == other
        or (phrase.startswith(DECIDING) and other_phrase.startswith(DECIDING))
    ):
        return "near"
    mine, theirs = _covers(one, phrase, language), _covers(other, other_phrase, other_language)
    if any(not f.startswith("~") for f in (mine or {one}) & (theirs or {other})):
        return "near"
    words = mine and theirs and any(one in group and other in group for group in BY_WORD)
    if not words and near(one, language, other, other_language):
        return "near"
    loose = {f"~{f}" for f in mine} & theirs or {f"~{f}" for f in theirs or {other}} & mine or f"~{one}" in theirs
    return "loose" if loose or not _opposed(one, other) else "apart"


def _opposed(one: str, other: str) -> bool:
    """Whether two functions surely differ: one asks or condemns, or both are among those whose verbs all drafters share."""
    return bool({one, other} & (ASKING | CONDEMNING)) or {one, other} <= COMMON


def _covers(function: str, phrase: str, language: str) -> frozenset[str]:
    """The functions that the word of an opening may have; empty where its word is not among those known."""
    words = verb_words(language)
    said = _stem(phrase, language).split()
    for length in range(min(3, len(said)), 0, -1):
        if found := words.get(" ".join(said[:length])):
            return found | {function}
    return frozenset({function}) if function in _SAID.get(language, ()) else frozenset()


_SAID = {"en": frozenset().union(*BY_WORD), "fr": frozenset({"emphasize", "reaffirm"})}
"""Functions whose every word in a language has no other function."""


@lru_cache(maxsize=8192)
def near(one: str | None, language: str, other: str | None, other_language: str) -> bool:
    """Whether two functions may stand for each other between these two languages; unknown is near everything.

    French *demande* is request and call upon, Arabic يدعو is invite and call upon, so between those languages the
    two do not differ.

    >>> near("request", "en", "invite", "fr"), near("invite", "en", "call_upon", "ar")
    (False, True)
    """
    if one is None or other is None or one == other:
        return True
    if any(one in kin and other in kin for kin in KIN):
        return True
    pair = frozenset({one, other})
    return pair in _one_word(language) or pair in _one_word(other_language)


@cache
def _one_word(language: str) -> frozenset[frozenset[str]]:
    """Pairs of functions for which a language has one word."""
    functions: dict[str, set[str]] = defaultdict(set)
    for row in equivalents():
        columns = {"en": (row.en,), "fr": (row.fr_un, row.fr_oic), "ar": (row.ar_un, row.ar_oic)}.get(language, ())
        for cell in columns:
            for form in re.split(r"[|/]", re.sub(r"\([^)]*\)", "", cell)):
                if word := _stem(form, language):
                    functions[word].add(row.function)
    known = {fold(p.phrase, accents=False): p.function for p in reversed(phrases(language))}
    for row in equivalents():
        for form in (
            (row.ar_un, row.ar_oic) if language == "ar" else (row.fr_un, row.fr_oic) if language == "fr" else ()
        ):
            for piece in re.split(r"[|/]", form):
                function = known.get(fold(piece, accents=False).strip())
                if function:
                    functions[_stem(piece, language)].add(function)
    return frozenset(frozenset({a, b}) for found in functions.values() for a in found for b in found if a < b)


def _stem(form: str, language: str) -> str:
    """The form without what agrees with the organ: the first letter of an Arabic verb, the French preposition."""
    folded = fold(form, accents=False).strip()
    if language == "ar":
        folded = re.sub(r"^(?:و?اذ )?و?[يتن](?=[\u0621-\u064a]{2})", "", folded)
        return re.sub(r" (?:[بل]|الي|من|علي)$", "", folded)
    if language == "fr":
        return re.sub(r" (?:a|de|au)$", "", folded)
    return folded
