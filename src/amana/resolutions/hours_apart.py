"""Hours of the day that lie twelve hours apart: 6.05 p.m. in one version, 6 h 5 in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from amana.resolutions.telling import finding
from amana.resolutions.versions import Row
from amana.values.expressions import expression
from amana.values.folding import folded_once, span_back
from amana.values.problems import Problem

HALVES = frozenset({"m", "am", "pm"})
"""Without one of these words an English text says no half of the day."""
ENGLISH = expression(r"(?<![\d.:/])(\d{1,2})(?:[.:](\d\d))? ?([ap])\.?m\b")
OF_DAY = {
    "fr": expression(r"(?<![\d,.:/])(\d{1,2}) ?(?:h|heures?)(?!\w)(?: ?(\d{1,2})(?![\d/]))?(?P<told> (?:du (?:matin|soir)|de l'apres-midi))?"),
    "ar": expression(r"(?<!\w)[وفبل]{0,2}(?:ال)?ساعة (\d{1,2})(?:[/:.](\d{1,2}))?(?![\d/:.])(?P<told>(?: من)? (?:صباح|مساء|ليل|فجر|ظهر|بعد|قبل)\w*)?"),
    "id": expression(r"(?<!\w)pukul (\d{1,2})(?:[.:](\d\d))?(?![\d.:])(?P<told> (?:pagi|siang|sore|malam))?"),
}  # fmt: skip
"""How other languages write an hour, in twenty-four unless they say which half of the day they mean."""
OF_TWELVE = frozenset({"ar"})
"""Languages that may write it in twelve and leave the half of the day to the reader."""


class Hour(NamedTuple):
    """An hour and its minutes, and where they stand in the folded text."""

    hour: int
    minutes: int
    start: int
    end: int


def same_hours(row: Row) -> Iterator[Problem]:
    """English says before noon or after noon of an hour of which another version has only the other half of the day."""
    english = row.texts.get("en")
    if english is None or len(row.texts) < 2 or HALVES.isdisjoint(folded_once(english.text).words):
        return
    seen = folded_once(english.text)
    mine = [_english(m) for m in ENGLISH.finditer(seen.folded)]
    for language, form in OF_DAY.items():
        if language not in row.texts or not mine:
            continue
        there = folded_once(row.texts[language].text)
        found = [(_hour(m), m["told"]) for m in form.finditer(there.folded)]
        for one in mine:
            apart = next((h for h, told in found if not told and _apart(one, h, language)), None)
            if apart is None or any(h[:2] == one[:2] or (told and h[1] == one[1]) for h, told in found):
                continue
            if any(m[:2] == apart[:2] for m in mine):
                continue
            spans = {"en": span_back(english.text, seen.places, one.start, one.end)}
            spans[language] = span_back(row.texts[language].text, there.places, apart.start, apart.end)
            shown = tuple(f"{x}: {row.texts[x].text[a:b].strip()}" for x, (a, b) in spans.items())
            places = tuple(replace(row.texts[x].place, start=a, end=b) for x, (a, b) in spans.items())
            yield finding("contrast-differs", row, "warning", places, contrast=shown)
            return


def _english(m: re.Match[str]) -> Hour:
    """
    >>> _english(ENGLISH.search("at 6.05 p.m. sharp"))[:2], _english(ENGLISH.search("at 12.30 a.m."))[:2]
    ((18, 5), (0, 30))
    """
    return Hour(int(m[1]) % 12 + 12 * (m[3] == "p"), int(m[2] or 0), *m.span())


def _hour(m: re.Match[str]) -> Hour:
    return Hour(int(m[1]), int(m[2] or 0), *m.span())


def _apart(one: Hour, other: Hour, language: str) -> bool:
    """Whether they lie half a day apart; an hour of the morning may be meant after noon where twelve are counted."""
    if one.minutes != other.minutes or abs(one.hour - other.hour) != 12 or one.hour % 12 == 0:
        return False
    return other.hour > 12 or language not in OF_TWELVE
