"""How long a paragraph is beside its other versions: one that says hardly half of it has lost a clause."""

from __future__ import annotations

from collections.abc import Iterator

from amana.resolutions.paragraphs import Paragraph
from amana.resolutions.telling import finding
from amana.resolutions.versions import Row
from amana.values.expressions import expression
from amana.values.folding import digits
from amana.values.problems import Problem

USUAL = {"ar": 0.82, "en": 1.0, "fr": 1.12, "id": 1.03}
"""Characters in which each language says what English says in one."""
ACRONYM = expression(r"\b[A-Z]{3,}\b")
CAPITALS = expression("[A-Z][A-Z][A-Z]")
"""What stands in every acronym: a cheap look first."""
SPELLED_OUT = 20
"""Characters that an acronym stands for where another version gives the name."""
LEAST = ((110, 0.5), (80, 0.45), (66, 0.38))
"""From so many characters on, what a version is at least of another; shorter ones are worded too freely, and no
official pair of the corpora is as uneven as this."""
LACKING, MOST = 70, 0.6
"""The same where the shorter one lacks a figure, a day or a state as well, and the longer one nothing."""
LISTED, FIGURES = 160, 4
"""Up to so many characters a version that has the same figures, and so many, lists them with short marks: 151 P, 77 GS."""
RUN = expression(r"\d+")


def same_length(row: Row) -> Iterator[Problem]:
    """A version is not half as long as another, measured by how long the languages usually are."""
    if len(row.texts) < 2 or row.part == "structure":
        return
    texts = {x: p.text for x, p in row.texts.items() if x in USUAL}
    longest = max(texts, key=lambda x: len(texts[x]) / USUAL[x], default="")
    length = len(texts[longest]) / USUAL[longest] if longest else 0
    least = next((share for characters, share in LEAST if length >= characters), 0.0)
    if not least:
        return
    shares = {x: plain for x, t in texts.items() if (plain := len(t) / USUAL[x] / length) < MOST}
    shares = {x: max(share(texts[x], x, texts[longest], longest), plain) for x, plain in shares.items()}
    short = tuple(
        x
        for x, of in shares.items()
        if of < least or (of < MOST and length >= LACKING and _lacks(row.texts[x], row.texts[longest]))
        if length >= LISTED or not _as_many(row.texts[x], row.texts[longest])
    )
    if short:
        yield finding("length-differs", row, "warning", short=short)


def _lacks(short: Paragraph, long: Paragraph) -> bool:
    """Whether the longer version has a figure, a day or a state that the shorter one has not, and the shorter none."""
    mine, other = _held(short), _held(long)
    lost = other - mine
    runs = frozenset(RUN.findall(digits(short.text)))
    return bool(lost) and mine <= other and not any(piece in runs for one in lost for piece in RUN.findall(one))


def _as_many(short: Paragraph, long: Paragraph) -> bool:
    """Whether both have the same figures, days and states, and many."""
    mine = _held(short)
    return len(mine) >= FIGURES and mine == _held(long)


def _held(paragraph: Paragraph) -> frozenset[str]:
    return frozenset((
        *(f.value for f in paragraph.figures if f.kind == "digits" or len(f.value) > 1),
        *(str(d.gregorian or d.hijri or d.yearless) for d in paragraph.days),
        *(n.id for n in paragraph.names if n.kind == "state"),
    ))  # fmt: skip


def share(one: str, language: str, other: str, other_language: str) -> float:
    """How long the shorter of two versions is, of the longer one, 1.0 where they are as long as each other.

    >>> round(share("a" * 100, "en", "a" * 56, "fr"), 2), share("Requests", "en", "يطلب", "xx")
    (0.5, 1.0)
    """
    if not {language, other_language} <= USUAL.keys():
        return 1.0
    low, high = sorted((_length(one, language), _length(other, other_language)))
    return low / high if high else 1.0


def _length(text: str, language: str) -> float:
    acronyms = len(ACRONYM.findall(text)) if CAPITALS.search(text) is not None else 0
    return (len(text) + SPELLED_OUT * acronyms) / USUAL[language]
