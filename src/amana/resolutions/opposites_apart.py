"""Verbs that are each other's opposite anywhere in a sentence: adopted here, rejeté there; condemned, salué."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from itertools import combinations

from amana.resolutions.functions_apart import same_function
from amana.resolutions.languages import LANGUAGES
from amana.resolutions.negation import denied, denies_nothing
from amana.resolutions.telling import finding
from amana.resolutions.versions import Row
from amana.values.folding import folded_once, span_back
from amana.values.glances import Glance
from amana.values.lexicons import rows
from amana.values.problems import Problem

Said = dict[tuple[str, str], tuple[int, int]]
"""Every side of a pair that a text has, with its first word."""


def same_side(row: Row) -> Iterator[Problem]:
    """One version has only the one side of a pair, and another only the other; nothing where a version denies a verb."""
    telling = [x for x, p in row.texts.items() if _may_say(p.text, x)]
    said = {x: _said(row.texts[x].text, x) for x in telling} if len(telling) > 1 else {}
    for one, other in combinations([x for x, found in said.items() if found], 2):
        for pair, side in said[one]:
            facing = OPPOSITE[side]
            if (pair, facing) in said[one] or (pair, side) in said[other] or (pair, facing) not in said[other]:
                continue
            affirming = one if side == "for" else other
            if not denies_nothing(row.texts[affirming].text, affirming) or any(
                denied(row.texts[x].text, x) for x in (one, other)
            ):
                return
            if any(p.severity != "note" for p in same_function(row)):
                return  # told of the verbs that open the paragraph
            told = {one: said[one][pair, side], other: said[other][pair, facing]}
            shown = tuple(f"{x}: {row.texts[x].text[a:b]}" for x, (a, b) in told.items())
            places = tuple(replace(row.texts[x].place, start=a, end=b) for x, (a, b) in told.items())
            yield finding("function-differs", row, "warning", places, functions=shown)
            return


OPPOSITE = {"for": "against", "against": "for"}


def _may_say(text: str, language: str) -> bool:
    """A cheap look for a piece of one of the verbs."""
    return language in LANGUAGES and MAY_SAY[language].at(folded_once(text))


def _said(text: str, language: str) -> Said:
    """
    >>> list(_said("The draft was rejected, not adopted", "en")), _said("The draft was read", "en")
    ([('vote', 'against'), ('vote', 'for')], {})
    """
    if language not in LANGUAGES:
        return {}
    seen = folded_once(text)
    found: Said = {}
    for match in _pattern(language).finditer(seen.folded):
        pair, _, side = (match.lastgroup or "").partition("_")
        found.setdefault((pair, side), span_back(text, seen.places, *match.span()))
    return found


def _pieces(language: str) -> Iterator[str]:
    for row in rows("opposites.csv"):
        yield from row[f"pieces_{language}"].split("|")


MAY_SAY = {language: Glance(language, pieces=partial(_pieces, language)) for language in LANGUAGES}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    forms = "|".join(f"(?P<{row['pair']}_{row['side']}>{row[language]})" for row in rows("opposites.csv"))
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)")
