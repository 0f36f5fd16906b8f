"""What was meant when a text was typed on the wrong keyboard: Arabic on a Latin one, Latin on an Arabic one."""

from __future__ import annotations

from amana.values.expressions import expression
from amana.values.folding import ARABIC

_WORD = expression(r"[^\W\d_]{2}")

_PAIRS = (
    "q ض w ص e ث r ق t ف y غ u ع i ه o خ p ح [ ج ] د a ش s س d ي f ب g ل h ا j ت k ن l م ; ك ' ط z ئ x ء c ؤ v ر n ى "
    "m ة , و . ز / ظ ` ذ H أ Y إ N آ ? ؟"
).split()
"""The keys of the Arabic keyboard (101) under those of the American one: without and with Shift."""

_LATIN = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)) | {"b": "لا", "B": "لآ", "G": "لأ", "T": "لإ"}
_TO_ARABIC = str.maketrans(
    _LATIN | {c.upper(): a for c, a in _LATIN.items() if c.isalpha() and c.upper() not in _LATIN}
)
_TO_LATIN = str.maketrans({arabic: latin for latin, arabic in _LATIN.items() if len(arabic) == 1})


def otherwise_typed(text: str) -> str:
    """The same keys on the other keyboard; '' where both scripts stand in the text already, or neither, or no word comes.

    >>> otherwise_typed("hghldk hguhl"), otherwise_typed("ةثةلاثقس"), otherwise_typed("1975"), otherwise_typed("طه")
    ('الامين العام', 'members', '', '')
    """
    latin, arabic = any("a" <= c <= "z" for c in text.lower()), bool(ARABIC.search(text))
    if latin == arabic:
        return ""
    typed = text.translate(_TO_ARABIC) if latin else text.replace("لا", "b").translate(_TO_LATIN)
    return typed if _WORD.search(typed) else ""
