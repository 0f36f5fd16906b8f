"""Weeks, months and years that no figure counts: a month later, un an plus tard; twice a year, deux fois par mois."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial

from amana.resolutions.paragraphs import Figure, Paragraph
from amana.resolutions.telling import Passage, passage
from amana.values.expressions import expression
from amana.values.folding import folded_once, span_back
from amana.values.glances import Glance
from amana.values.numbers_said import bare, units

UNITS = ("week", "month", "year")
OFTEN = {
    "en": {"week": "weekly", "month": "monthly", "year": "annual annually yearly annum"},
    "fr": {
        "week": "hebdomadaire hebdomadaires",
        "month": "mensuel mensuels mensuelle mensuelles mensuellement",
        "year": "annuel annuels annuelle annuelles annuellement",
    },
    "ar": {
        "week": "اسبوعي اسبوعية اسبوعيا",
        "month": "شهري شهرية شهريا",
        "year": "سنوي سنوية سنويا سنتها سنته",
    },
    "id": {"week": "mingguan seminggu", "month": "bulanan sebulan", "year": "tahunan setahun"},
}
"""What comes once in each of them."""
PARTS = ("سبوع", "سابيع", "شهر", "شهور", "سن", "عام", "عوام")
"""A cheap look in Arabic, where words bear prefixes."""
WORD = expression(r"[^\W\d_]+")
GENERAL = "عام"
"""A year, and general."""
NEAR = 2
"""Characters between a number and the time that it counts, or a year and its number."""


def time_words_apart(a: Paragraph, b: Paragraph, one: str, other: str) -> Sequence[Passage]:
    """The only such word of each, where they differ and neither version tells the other's in any way; () elsewhere.

    For versions whose figures are the same, so that twelve months here are no year there.
    """
    if not (_may_tell(a.text, one) and _may_tell(b.text, other)):
        return ()
    mine, theirs = _words(a, one), _words(b, other)
    if len(mine) != 1 or len(theirs) != 1 or mine.keys() == theirs.keys():
        return ()
    left, right = next(iter(mine.items())), next(iter(theirs.items()))
    if left[1] is None or right[1] is None:
        return ()
    return left[1], right[1]


def _may_tell(text: str, language: str) -> bool:
    seen = folded_once(text)
    return MAY_TELL[language].at(seen)


def _words(paragraph: Paragraph, language: str) -> dict[str, Passage | None]:
    """Every unit that a text names → the first word for it that no figure counts, None where each is counted."""
    seen, known = folded_once(paragraph.text), _known(language)
    out: dict[str, Passage | None] = {}
    for match in WORD.finditer(seen.folded):
        unit = next((known[x] for x in bare(match[0], language) if x in known), None)
        if unit is None:
            continue
        start, end = span_back(paragraph.text, seen.places, *match.span())
        counted = match[0].endswith(GENERAL) or _counted(paragraph.figures, start, end)
        if counted or any(d.start <= start < d.end for d in paragraph.days):
            out.setdefault(unit, None)
        elif out.get(unit) is None:
            out[unit] = passage(paragraph.text, start, end)
    return out


def _counted(figures: Sequence[Figure], start: int, end: int) -> bool:
    return any(
        -NEAR <= start - f.end <= NEAR or -NEAR <= f.start - end <= NEAR or f.start <= start < f.end for f in figures
    )


@cache
def _known(language: str) -> dict[str, str]:
    plain = {word: unit for word, (unit, _) in units(language).items() if unit in UNITS}
    return plain | {word: unit for unit, words in OFTEN[language].items() for word in words.split()}


MAY_TELL = {x: Glance(x, pieces=PARTS) if x == "ar" else Glance(x, partial(_known, x)) for x in OFTEN}
