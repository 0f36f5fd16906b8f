"""How a language sets several things in a row, and the lettered number of an article."""

from __future__ import annotations

from collections.abc import Iterable

from amana.values.expressions import expression

COMMAS = {"ar": "، "}
_ABJAD = dict(zip("abcdefghij", ("أ", "ب", "ج", "د", "هـ", "و", "ز", "ح", "ط", "ي"), strict=True))
_LETTERED = expression(r"\(([a-jA-J])\)")


def listed(parts: Iterable[str], language: str) -> str:
    """Several things in a row, with the comma of the language.

    >>> listed(["6", "7"], "ar"), listed(["6", "7"], "fr")
    ('6، 7', '6, 7')
    """
    return COMMAS.get(language, ", ").join(parts)


def article(number: str, language: str) -> str:
    """The number of an article with its letters as the language has them.

    >>> article("17(b)", "ar"), article("17(b)", "en")
    ('17(ب)', '17(b)')
    """
    return _LETTERED.sub(lambda found: f"({_ABJAD[found[1].lower()]})", number) if language == "ar" else number
