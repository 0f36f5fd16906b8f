"""Periods as paragraphs state them ('within thirty days'), read as ISO 8601 durations."""

from __future__ import annotations

import re
from functools import cache

from amana.values.numbers import find_numbers

_UNITS = {
    "en": {"D": r"days?", "W": r"weeks?", "M": r"months?", "Y": r"years?"},
    "fr": {"D": r"jours?", "W": r"semaines?", "M": r"mois", "Y": r"ans?|années?"},
    "ar": {
        "D": r"أيام|يوما|يوم",
        "W": r"أسابيع|أسبوعا|أسبوع",
        "M": r"أشهر|شهرا|شهر|شهور",
        "Y": r"سنوات|سنة|عاما|أعوام",
    },
}
_DUAL = {"يومين": "P2D", "أسبوعين": "P2W", "شهرين": "P2M", "سنتين": "P2Y", "عامين": "P2Y"}
"""Arabic says two of a thing without a number."""


def read_period(text: str, language: str) -> str:
    """The period that `text` states, '' where none is understood.

    >>> read_period("within thirty days", "en"), read_period("dans un délai de trois mois", "fr")
    ('P30D', 'P3M')
    >>> read_period("خلال 90 يوما", "ar"), read_period("في غضون شهرين", "ar"), read_period("soon", "en")
    ('P90D', 'P2M', '')
    """
    for word, period in _DUAL.items() if language == "ar" else ():
        if word in text:
            return period
    if language not in _UNITS:
        return ""
    for number in find_numbers(text, language):
        unit = _unit(language).match(text, number.end)
        if unit and unit.lastgroup and number.kind != "ordinal" and number.value.isdecimal():
            return f"P{number.value}{unit.lastgroup}"
    return ""


@cache
def _unit(language: str) -> re.Pattern[str]:
    units = "|".join(f"(?P<{unit}>{words})" for unit, words in _UNITS[language].items())
    return re.compile(rf"\s+(?:{units})\b", re.IGNORECASE)
