"""How a paragraph is called in a sentence: as its text prints it, '2(b)' or '2(ب)'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from amana.resolutions.labels import ABJAD
from amana.values.expressions import expression
from amana.values.folding import digits
from amana.values.numbers_digits import of_letters
from amana.values.words import Words

_KEY = expression(r"[ops]?(\d+)(?:([a-z])([ivxlc]*|[a-z]))?((?:-\d+)*)$")
_AROUND = " \u00a0.()[]-–—:/°º•●▪◦‣·*"


def called(key: str, language: str, printed: Mapping[str, Words] | None = None) -> str:
    """The paragraph with this key in a sentence of that language. `printed`: key → labels as each version prints them.

    A number that only another language prints is its number in this one too; a letter is not.

    >>> called("o2b", "en"), called("o2b", "ar"), called("o2bi", "fr")
    ('2(b)', '2(ب)', '2(b)(i)')
    >>> called("o2b", "ar", {"o2": Words(ar="٢ -"), "o2b": Words(ar="ب)")}), called("o4", "en", {"o4": Words(en="4.")})
    ('٢(ب)', '4')
    >>> called("o3", "ar", {"o3": Words(en="2.")}), called("o3b", "ar", {"o3": Words(en="2."), "o3b": Words(en="(c)")})
    ('2', '2(ب)')
    """
    held = printed or {}
    first, *rest = (_sign(held.get(upto, Words()), language) or sign for upto, sign in _levels(key, language))
    return first + "".join(f"({sign})" for sign in rest)


def _sign(labels: Words, language: str) -> str:
    """How the paragraph is numbered in that language, else the number that another version prints, in western digits; '' for neither."""
    signs = {x: label.strip(_AROUND) for x, label in labels.items()}
    return signs.get(language) or digits(next((sign for sign in signs.values() if sign.isdecimal()), ""))


def depth_of(key: str) -> int:
    """How many paragraphs stand above the one with this key.

    >>> depth_of("o2"), depth_of("o2b"), depth_of("o2bi")
    (0, 1, 2)
    """
    return sum(1 for _ in _levels(key, "en")) - 1


def _levels(key: str, language: str) -> Iterator[tuple[str, str]]:
    """Each key above a key and its own, with the sign by which that language counts there."""
    found = _KEY.match(key)
    if found is None:
        yield key, key.lstrip("ops")
        return
    number, letter, small, deeper = found[1], found[2] or "", found[3] or "", found[4]
    upto = key[: found.end(1)]
    yield upto, number
    arabic = language == "ar"
    if letter:
        upto += letter
        yield upto, ABJAD[ord(letter) - 97] if arabic else letter
    if small:
        upto += small
        yield upto, str(of_letters(small)) if arabic and small[0] in "ivxlc" else small
    for sign in deeper.split("-")[1:]:
        upto += f"-{sign}"
        yield upto, sign
