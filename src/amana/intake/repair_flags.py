"""Damage that only a person can undo: letters that are lost, words torn apart, words run together."""

from __future__ import annotations

from collections.abc import Iterator

from amana.intake.repair_arabic import L
from amana.resolutions.labels import ABJAD, ALPHABET
from amana.values.expressions import expression

TORN = expression(f"(?<={L}) (?:ية|ات|ة|يف)(?!{L})")
"""Ends of words that are never words themselves."""
SPACED = expression(f"(?<!{L})(?:{L} ){{4,}}{L}(?!{L})")
"""A word with a blank after every letter; letters in their order as labels are none."""
TOGETHER = expression("[ة](?=[\u0621-\u064a])|ى(?=[\u0622-\u0628\u062a-\u064a])")
"""ة and ى end a word: what follows without a blank is the next one ("منظمةالتعاون"). "شىء" is a word of its own."""


def flags(text: str) -> Iterator[str]:
    """The codes of what is damaged and stays as it is.

    >>> list(flags("منظمةالتعاون")), list(flags("الشر يف")), list(flags("شىء من ا\ufffd"))
    (['intake-missing-spaces'], ['intake-split-words'], ['intake-lost-letters'])
    """
    if text.isascii():
        return
    if "\ufffd" in text:
        yield "intake-lost-letters"
    if TORN.search(text) or any(_is_torn(found[0]) for found in SPACED.finditer(text)):
        yield "intake-split-words"
    if TOGETHER.search(text):
        yield "intake-missing-spaces"


def _is_torn(letters: str) -> bool:
    """Whether single letters are a word torn apart, not labels in one of their orders.

    >>> _is_torn("م ن ظ م ة"), _is_torn("أ ب ج د ه"), _is_torn("أ ب ت ث ج")
    (True, False, False)
    """
    word = letters.replace(" ", "").replace("ا", "أ")
    joined = word.replace("و", "")  # "أ و ب و ج"
    return not any(word in order or joined in order.replace("و", "") for order in (ABJAD, ALPHABET))
