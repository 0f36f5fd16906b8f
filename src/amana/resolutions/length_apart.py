"""How long a paragraph is beside its other versions: one that says hardly half of it has lost a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amana.resolutions.telling import finding
from amana.resolutions.versions import Row
from amana.values.problems import Problem

USUAL = {"ar": 0.82, "en": 1.0, "fr": 1.12, "id": 1.03}
"""Characters in which each language says what English says in one."""
ACRONYM = re.compile(r"\b[A-Z]{3,}\b")
SPELLED_OUT = 20
"""Characters that an acronym stands for where another version gives the name."""
LONG, HALF = 150, 0.5
"""Shorter ones are worded too freely; no official pair of the corpora is as uneven as this."""


def same_length(row: Row) -> Iterator[Problem]:
    """A version is not half as long as another, measured by how long the languages usually are."""
    if len(row.texts) < 2 or row.part == "structure":
        return
    texts = {x: p.text for x, p in row.texts.items() if x in USUAL}
    longest = max(texts, key=lambda x: len(texts[x]) / USUAL[x], default="")
    if not longest or len(texts[longest]) / USUAL[longest] < LONG:
        return
    short = tuple(x for x in texts if share(texts[x], x, texts[longest], longest) < HALF)
    if short:
        yield finding("length-differs", row, "warning", short=short)


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
    return (len(text) + SPELLED_OUT * len(ACRONYM.findall(text))) / USUAL[language]
