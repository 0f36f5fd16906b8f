"""Verbs that a program misread from paper: "Recaliing", "Calis upon", "Dccide"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from amana.resolutions.openings import Opening, opening_of
from amana.values.expressions import expression
from amana.values.folding import fold
from amana.values.lexicons import Phrase, phrases

FIRST_WORD = expression(r"[A-ZÀ-Þ][\w'!|]{4,}(?= )")
ALIKE = str.maketrans("l1!|j'c", "iiiiiie")
"""Letters that a scan takes for one another."""


def misread_verb(text: str, language: str, extra: tuple[Phrase, ...]) -> Opening | None:
    """How a paragraph opens whose first word is no known one, but looks like just one of them.

    >>> misread_verb("Recaliing its resolution", "en", ()).function, misread_verb("Dccide de créer", "fr", ()).function
    ('recall', 'establish')
    >>> misread_verb("Recalling its resolution", "en", ()), misread_verb("Nothing in this text", "en", ())
    (None, None)
    """
    found = FIRST_WORD.match(text) if language in ("en", "fr") else None
    if found is None:
        return None
    word = fold(found[0], accents=False)
    meant = _looks(language).get(_look(word), word)
    return None if meant == word else opening_of(meant + text[found.end() :], language, extra)


def _look(word: str) -> str:
    return word.replace("rn", "m").translate(ALIKE)


@cache
def _looks(language: str) -> Mapping[str, str]:
    """The first words of all phrases by how they look, where no two look alike."""
    words = {w for p in phrases(language) if len(w := fold(p.phrase, accents=False).split(" ")[0]) >= 5}
    looks: dict[str, str] = {}
    for word in sorted(words):
        looks[_look(word)] = "" if _look(word) in looks else word
    return {look: word for look, word in looks.items() if word}
