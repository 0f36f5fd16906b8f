"""What a line of a text begins with, whatever its language: intake parts the lines of a page by it."""

from __future__ import annotations

from amana.resolutions.labels import take_label
from amana.resolutions.misread import misread
from amana.resolutions.openings import is_organ_line, opening_of
from amana.values.expressions import expression

ARABIC_LETTER = expression("[\u0621-\u064a]")
LATIN = ("en", "fr", "id")
SPACED = expression(r"\d{1,2} (?=[A-ZÀ-Þ])")
"""A number that stands before its words with nothing but a space: "1 ADOPTS the Code;"."""
MARKS = (";", ",", ".", ")")
BEFORE = frozenset('"“«l0123456789')
"""How a paragraph begins beside with a capital: a quotation, a number of which letters were made."""


def begins(line: str) -> str:
    """What begins with a line of a text in any language: 'label', 'organ', 'opening' or ''.

    >>> begins("Menyambut baik laporan itu,"), begins("Dewan Menteri Luar Negeri,"), begins("Ports of the region")
    ('opening', 'organ', '')
    """
    label, words = take_label(line)
    if label is not None or ((behind := _behind_number(line)) and begins(behind) == "opening"):
        return "" if words[:1] in MARKS else "label"  # the end of a bracket: "(ETS No." / "122);"
    if ARABIC_LETTER.search(line[:40]):
        if is_organ_line(line, "ar"):
            return "organ"
        return "opening" if opening_of(line, "ar") is not None else ""
    if not line[:1].isupper() and line[:1] not in BEFORE:
        return ""
    if any(is_organ_line(line, language) for language in LATIN):
        return "organ"
    return "opening" if any(opening_of(line, language) is not None for language in LATIN) else ""


def _behind_number(line: str) -> str:
    """The words behind a number that no mark follows, or of which letters were made; '' without one."""
    found = misread(line)
    if found is not None:
        return found[2]
    number = SPACED.match(line)
    return line[number.end() :] if number is not None else ""
