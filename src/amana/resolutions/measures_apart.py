"""How much, how often and which way, in words: half against a third, every year against every two, at least against at most."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import cache, partial
from itertools import permutations
from typing import NamedTuple

from amana.resolutions.languages import LANGUAGES
from amana.resolutions.sides import spot
from amana.resolutions.telling import finding
from amana.resolutions.versions import Row
from amana.values.expressions import expression
from amana.values.folding import folded_once, span_back
from amana.values.glances import Glance
from amana.values.lexicons import measures
from amana.values.problems import Problem

CLITICS = {"ar": "[وفبلك]{0,2}ل?"}
"""What an Arabic word may begin with and be the same word."""
ASIDE = {
    "en": expression(r"\b(?:first|second|latter|former|other|last|and a) half\b"),
    "fr": expression(r"\b(?:premiere|seconde|deuxieme|derniere|autre) moitie\b"),
}
"""Halves that are a time or one of two parts."""
HALVES = {"en": "half", "fr": "moitie"}
"""The word that stands in each of these."""


AHEAD = 60
"""Characters of a measure that may stand before the first of its telling words."""
SIDE = "side"
"""The kind of what lies above a figure or below it."""
DENIAL = {
    "ar": expression(r"(?<!\w)[وفب]?(?:لا|لم|لن|ليس|ليست|غير|دون|عدم|إلا|ألا|سوى)(?!\w)"),
    "en": expression(r"\b(?:not|no|never|nor|none|cannot|without|only|unless|but)\b|n['’]t\b", re.IGNORECASE),
    "fr": expression(r"\b(?:ne|pas|ni|sans|jamais|que|sauf|nul|aucune?)\b|\bn['’]", re.IGNORECASE),
    "id": expression(r"\b(?:tidak|tak|tanpa|bukan|belum|hanya|kecuali)\b", re.IGNORECASE),
}


class Measure(NamedTuple):
    """A measure as a text says it: its kind and value as in `measures.csv`, the words and where they stand."""

    kind: str
    value: str
    text: str
    start: int
    end: int


def same_measures(row: Row) -> Iterator[Problem]:
    """Each of two versions says how much, how often or which way in words, and the other says another.

    A warning; a note where only the direction differs ("reduces waste" may be "uses more of it"). That one version
    alone says it is not told: the other may say it in a figure, or otherwise.
    """
    said: dict[str, list[Measure]] = {}
    kinds: set[str] | None = None
    for language in sorted(row.texts, key="ar".__eq__):  # an Arabic word hides behind its prefixes: asked last
        said[language] = measures_in(row.texts[language].text, language, kinds)
        if len(said) == len(row.texts) - 1:
            kinds = {m.kind for found in said.values() for m in found}
            if not kinds:
                return  # one version alone cannot be told to differ
            if "bound" in kinds:
                kinds.add("direction")
    fewer = any(m.value == "down" for found in said.values() for m in found)
    sides = not fewer and not any(_denies(row.texts[x].text, x, said[x]) for x in said)
    apart: dict[str, list[Measure]] = {}
    for here, there in permutations(said, 2):
        apart.setdefault(here, []).extend(
            m
            for m in _lacking(said[here], said[there])
            if not (fewer and m.kind == "bound")  # at least to 12 is at most 12
            if sides or m.kind != SIDE
        )
    if any(apart.values()):
        sure = any(m.kind != "direction" for found in apart.values() for m in found)
        shown = tuple(f"{x}: {', '.join(dict.fromkeys(m.text for m in apart[x]))}" for x in row.texts if apart.get(x))
        places = tuple(spot(row.texts[x], m) for x in row.texts for m in dict.fromkeys(apart.get(x, ())))
        yield finding("measures-differ", row, "warning" if sure else "note", places, measures=shown)


def measures_in(text: str, language: str, kinds: set[str] | None = None) -> list[Measure]:
    """The shares, multiples and intervals that a text says in words; those of some `kinds` where they are given.

    >>> [m[:3] for m in measures_in("Halve the waste, and report twice a year", "en")]
    [('share', '1/2', 'Halve'), ('frequency', '2', 'twice a year')]
    >>> measures_in("In the first half of the year", "en")
    []
    """
    if language not in LANGUAGES:
        return []
    folded = folded_once(text)
    if not MAY_SAY[language].at(folded):
        return []
    rows = _rows(language)
    words_said: Set[str] = frozenset()
    if language != "ar":
        known = _by_word(language)
        if not (words_said := known.keys() & folded.words):
            return []
        rows = tuple(rows[n] for n in sorted({n for word in words_said for n in known[word]}))
    words = folded.folded
    if language in ASIDE and HALVES[language] in folded.words:
        words = ASIDE[language].sub(lambda m: " " * len(m[0]), words)
    found = []
    for row in rows:
        begin = _begin(words, row.pieces & words_said or row.pieces) if kinds is None or row.kind in kinds else -1
        for match in row.pattern.finditer(words, begin) if begin >= 0 else ():
            start, end = span_back(text, folded.places, *match.span())
            found.append(Measure(row.kind, row.value, text[start:end], start, end))
    return [m for m in sorted(found, key=lambda m: m.start) if not _within(m, found)]


def _begin(words: str, pieces: Iterable[str]) -> int:
    """Where the first of these pieces of a measure may be preceded by the rest of it; -1 where none stands there."""
    first = min((at for piece in pieces if (at := words.find(piece)) >= 0), default=-1)
    return first if first < 0 else max(0, first - AHEAD)


def _within(measure: Measure, found: list[Measure]) -> bool:
    """Whether it is part of another of its kind: "more than 12" within "not more than 12"."""
    return any(
        m.kind == measure.kind and m.start <= measure.start < measure.end <= m.end and m != measure for m in found
    )


def _denies(text: str, language: str, found: list[Measure]) -> bool:
    """Whether a text has a side, and a negation besides: "did not receive more than 12" is "received at most 12"."""
    if all(m.kind != SIDE for m in found):
        return False
    for m in found:
        if m.kind == SIDE:
            text = text[: m.start] + " " * (m.end - m.start) + text[m.end :]
    return DENIAL[language].search(text) is not None


def _lacking(here: list[Measure], there: list[Measure]) -> list[Measure]:
    """What is said here and not there, of each kind of which something is said there that is not said here."""
    mine, other = {m[:2] for m in here}, {m[:2] for m in there}
    kinds = {kind for kind, _ in mine - other} & {kind for kind, _ in other - mine}
    return [m for m in here if m.kind in kinds and m[:2] not in other]


class Form(NamedTuple):
    """How one language says a measure."""

    kind: str
    value: str
    pattern: re.Pattern[str]
    pieces: frozenset[str]
    """One of these stands in what the pattern finds: a cheap look first."""


@cache
def _rows(language: str) -> tuple[Form, ...]:
    lead = rf"(?<!\w){CLITICS.get(language, '')}"
    return tuple(
        Form(
            m.kind,
            m.value,
            expression(rf"{lead}(?:{m.forms[language]})(?!\w)"),
            m.words[language],
        )
        for m in measures()
    )


def _pieces(language: str) -> Iterator[str]:
    for measure in measures():
        yield from measure.words[language]


MAY_SAY = {x: Glance(x, pieces=partial(_pieces, x)) if x == "ar" else Glance(x, partial(_pieces, x)) for x in LANGUAGES}


@cache
def _by_word(language: str) -> dict[str, list[int]]:
    """Words without one of which nothing is said, each with the places of the rows that need it: a cheap look first."""
    table: dict[str, list[int]] = {}
    for n, measure in enumerate(measures()):
        for word in measure.words[language]:
            table.setdefault(word, []).append(n)
    return table
