"""What binds a figure to its place in a sentence: the words before and behind it that the other version has as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from amana.resolutions.paragraphs import Figure, Paragraph
from amana.values.expressions import expression
from amana.values.folding import fold
from amana.values.lexicons import rows
from amana.values.months import calendar_words
from amana.values.numbers_said import bare, counted

WORD = expression(r"[^\W\d_]+")
STOP = expression(r"[.;:!?()،,؛؟\[\]«»\"]")
SHORTENED = expression(r"\b(Nos?|nos?|Arts?|arts?|vols?|Vols?|paras?|Paras?|par|pp?|chaps?|Chaps?|Suppl)\.")
"""The dot of a word cut short, which ends nothing: No. 5, para. 6;"""
TOUCHING = frozenset("-–/")
BEFORE, BEHIND = 36, 60
"""Characters around a figure that may say what it is."""
NEAR_WORDS = 3
OF = expression(
    r"\s*(?:out of|of|sur|des|parmi|dari)(?: (?:the|its|these|those|all|les|ses|ces|every|antara|seluruh|setiap|tous|toutes))?\s*"
    r"|\s*(?:[^\W\d_]+ )?من (?:(?:اصل|بين|مجموع|كل) ?(?:ال)?|(?:[^\W\d_]+ ){0,3}ال)?\s*"
)
"""What stands between a part and its whole, and nothing else, or begins a clause: 34 of the 152; of 152, 34."""
STEM = 5
"""So many first letters make a word of one language known in another: exposants, exposition, exhibitors not."""
UNIT, KIN = 4, 3
WHOLE = frozenset({("whole", 5)})
PARAGRAPH_IN_BRACKETS = frozenset({("paragraph", 3)})
"""What stands in brackets right behind a figure: article 4 (1)."""
END = frozenset({("end", 1)})
"""What the same noun known in both languages weighs, and a word that looks alike."""


class Slot(NamedTuple):
    """The place of a figure: what is counted there, how it is bound, and the stems of the words around it."""

    unit: str
    bonds: frozenset[tuple[str, int]]
    ahead: frozenset[str]
    behind: frozenset[str]


def unit_of(paragraph: Paragraph, language: str, figure: Figure) -> str:
    """What a figure counts, looked for up to the next one; '' where that is not known."""
    if figure.unit:
        return figure.unit
    text = paragraph.text
    high = min((f.start for f in paragraph.figures if f.start >= figure.end), default=len(text))
    high += text[high : high + 1].isdigit()  # what stands before a number may be its own: target 3.2
    unit = counted(text[: min(high, figure.end + BEHIND)], language, figure.start, figure.end)[0]
    return "" if unit == "year-of" and figure.kind != "digits" else unit


def slot_of(paragraph: Paragraph, language: str, figure: Figure) -> Slot:
    """What stands around a figure, up to its neighbours."""
    text = paragraph.text
    low = max((f.end for f in paragraph.figures if f.end <= figure.start), default=0)
    high = min((f.start for f in paragraph.figures if f.start >= figure.end), default=len(text))
    ahead = text[max(low, figure.start - BEFORE) : figure.start].rstrip().removesuffix(":")  # "majority required: 121"
    before = STOP.split(SHORTENED.sub(_in_full, ahead) if "." in ahead else ahead)[-1]
    behind = STOP.split(text[figure.end : min(high, figure.end + BEHIND)], maxsplit=1)[0]
    folded = fold(before, language, accents=False)
    words_before = WORD.findall(folded)
    words_behind = WORD.findall(fold(behind, language, accents=False))
    unit = unit_of(paragraph, language, figure)
    bonds = _bonds(words_before[-NEAR_WORDS:], "before", language) | _bonds(
        words_behind[:NEAR_WORDS], "after", language
    )
    if (
        ahead.endswith("(")
        and text[figure.end : figure.end + 1] == ")"
        and low
        and not text[low : figure.start].strip(" (")
    ):
        bonds |= PARAGRAPH_IN_BRACKETS
    if OF.fullmatch(folded):
        bonds |= WHOLE
    if not words_behind:
        bonds |= END
    if text[figure.end : figure.end + 1] in TOUCHING or text[figure.start - 1 : figure.start] in TOUCHING:
        bonds |= {("joined-on" if text[figure.end : figure.end + 1] in TOUCHING else "joined", KIN)}
    near = range(max(low, figure.start - BEFORE), min(high, figure.end + BEHIND))
    bonds |= {(f"{key} {at < figure.start}", UNIT) for key, at in _named(paragraph, language) if at in near}
    return Slot(unit, bonds, _stems(words_before, language), _stems(words_behind[:6], language))


def _in_full(cut: re.Match[str]) -> str:
    """ "par. 5" is a paragraph, "par 5 voix" is none."""
    return "paragraphe " if cut[1] == "par" else f"{cut[1]} "


def tie(one: Slot, other: Slot) -> int:
    """How much says that two places are one: what both count, the words that bind both, words that look alike."""
    weight = sum(weight for _, weight in one.bonds & other.bonds)
    if one.unit and one.unit == other.unit:
        weight += UNIT
    alike = (not one.ahead.isdisjoint(other.ahead)) + (not one.behind.isdisjoint(other.behind))
    return weight + KIN * alike


def _named(paragraph: Paragraph, language: str) -> Iterator[tuple[str, int]]:
    """What is the same in every language, and where it stands: states, organs, months, weekdays."""
    yield from ((n.id, n.start) for n in paragraph.names if n.id)
    yield from ((f"{w.kind} {w.number}", w.start) for w in calendar_words(paragraph.text, language))


def _stems(words: Sequence[str], language: str) -> frozenset[str]:
    """In Arabic none, for no other language looks like it."""
    return frozenset(word[:STEM] for word in words if len(word) >= STEM) if language != "ar" else frozenset()


def _bonds(words: list[str], side: str, language: str) -> frozenset[tuple[str, int]]:
    known = _known(language, side)
    return frozenset(bond for word in words for form in bare(word, language) for bond in known.get(form, ()))


@cache
def _known(language: str, side: str) -> dict[str, tuple[tuple[str, int], ...]]:
    """Every folded word that binds figures on a side → its bonds, each with what it weighs."""
    table: dict[str, tuple[tuple[str, int], ...]] = {}
    for row in rows("figure_bonds.csv"):
        for form in filter(None, (row.get(language) or "").split("|")):
            if row["side"] == side:
                word = fold(form, language, accents=False)
                table[word] = (*table.get(word, ()), (row["bond"], int(row["weight"])))
    return table
