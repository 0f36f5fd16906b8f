"""Places in a list as letters and small Roman numerals, for the keys of paragraphs."""

from __future__ import annotations

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def letters(place: int) -> str:
    """a … z, aa, ab …

    >>> letters(1), letters(26), letters(28)
    ('a', 'z', 'ab')
    """
    out = ""
    while place:
        place, rest = divmod(place - 1, 26)
        out = chr(97 + rest) + out
    return out


def roman(place: int) -> str:
    """Small Roman numerals.

    >>> roman(14)
    'xiv'
    """
    out = ""
    for value, sign in _ROMAN:
        out += sign * (place // value)
        place %= value
    return out
