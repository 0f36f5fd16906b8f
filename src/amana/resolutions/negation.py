"""Whether a sentence is negated: the words that deny, those that only seem to, and those that deny without a negation."""

from __future__ import annotations

import re
from functools import cache

from amana.values.folding import fold_with_places
from amana.values.lexicons import negations

Match = re.Match[str]


def denied(text: str, language: str) -> str:
    """The words that negate what a text says, as folded; '' where none surely does.

    >>> denied("States shall not use force", "en"), denied("not later than 31 March, and not only in Geneva", "en")
    ('not', '')
    >>> denied("Les États ne peuvent en aucun cas y recourir", "fr"), denied("لا يجوز اللجوء إلى القوة", "ar")
    ('ne peuvent en aucun', 'لا')
    """
    if language not in LANGUAGES:
        return ""
    folded = fold_with_places(text, language, accents=False)[0]
    if _words(language).isdisjoint(folded.split()) and not (language == "fr" and "n'" in folded):
        return ""
    aside = _pattern(language, "aside")
    found = _pattern(language, "verb").search(aside.sub(" ", folded) if aside.search(folded) else folded)
    return found[0] if found else ""


def may_deny(text: str, language: str) -> bool:
    """Whether anything in a text may deny: a negation of any kind, or a word that holds one ("refuse", "lack", "only").

    >>> may_deny("Decides to refrain from force", "en"), may_deny("Decides to use force", "en")
    (True, False)
    """
    if language not in LANGUAGES:
        return True
    folded = fold_with_places(text, language, accents=False)[0]
    return any(_pattern(language, kind).search(folded) is not None for kind in ("verb", "other", "account"))


LANGUAGES = frozenset({"ar", "en", "fr", "id"})


@cache
def _words(language: str) -> frozenset[str]:
    """Words without one of which nothing is denied: a cheap look before a close one."""
    return frozenset(
        w for row in negations() if (row.language, row.kind) == (language, "word") for w in row.forms.split("|")
    )


@cache
def _pattern(language: str, kind: str) -> re.Pattern[str]:
    forms = "|".join(row.forms for row in negations() if (row.language, row.kind) == (language, kind))
    inside = language == "ar" and kind == "account"
    return re.compile(
        f"(?:{forms})" if inside else rf"(?<!\w)(?:{forms})(?!\w)" if language != "fr" else _french(forms)
    )


def _french(forms: str) -> str:
    """An elided word ends in its apostrophe, with the next word right behind it."""
    return rf"(?<![\w])(?:{forms})(?:(?<=')|(?!\w))"
