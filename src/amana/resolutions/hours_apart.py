"""Hours of the day that lie twelve hours apart: 6.05 p.m. in one version, 6 h 5 in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from typing import NamedTuple

from amana.resolutions.paragraphs import Paragraph
from amana.resolutions.telling import finding
from amana.resolutions.versions import Row
from amana.values.expressions import expression
from amana.values.folding import Folded, folded_once, span_back
from amana.values.problems import Problem

HINTS = {"en": ("m", "am", "pm"), "fr": ("h", "heures", "heure"), "id": ("pukul",)}
"""Words without one of which a text says no hour; in Arabic:"""
HOUR = "ساعة"
HOURS = {
    "en": expression(r"(?<![\d.:/])(\d{1,2})(?:[.:](\d\d))? ?(?P<told>[ap])\.?m\b"),
    "fr": expression(r"(?<![\d,.:/])(\d{1,2}) ?(?:h|heures?)(?!\w)(?: ?(\d{1,2})(?![\d/]))?(?P<told> (?:du (?:matin|soir)|de l'apres-midi))?"),
    "ar": expression(r"(?<!\w)[وفبل]{0,2}(?:ال)?ساعة (\d{1,2}|ال[\u0620-\u064a]+(?: عشرة)?)(?:[/:.](\d{1,2}))?(?![\d/:]|\.\d)(?: من)?(?P<told> (?:صباح|مساء|ليل|فجر|ظهر|عصر|بعد|قبل)\w*)?"),
    "id": expression(r"(?<!\w)pukul (\d{1,2})(?:[.:](\d\d))?(?![\d:]|\.\d)(?P<told> (?:pagi|siang|sore|malam))?"),
}  # fmt: skip
"""How each language writes an hour at which something happens."""
WORDS = (
    "الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة الحادية.عشرة الثانية.عشرة".split()
)
AT = ("a ", "vers ", "des ", "partir de ")
"""What stands before a French hour that is no length of time."""
EARLY = frozenset({"a", "du matin", "pagi", "صباحا", "صباح", "الصباح", "فجرا", "الفجر", "فجر"})
LATE = frozenset({"p", "du soir", "de l'apres-midi", "sore", "مساء", "المساء", "عصرا"})


class Hour(NamedTuple):
    """An hour from 0 to 23 and its minutes, where they stand in the folded text, and whether it may be twelve hours off."""

    hour: int
    minutes: int
    start: int
    end: int
    open: bool


def same_hours(row: Row) -> Iterator[Problem]:
    """One version says an hour of which another has only the other half of the day."""
    if sum(map(_may_say, row.texts, row.texts.values())) < 2:
        return
    seen = {x: folded_once(p.text) for x, p in row.texts.items() if x in HOURS}
    said = {
        x: [h for m in HOURS[x].finditer(folded.folded) if (h := _hour(m, x)) is not None] for x, folded in seen.items()
    }
    for one, other in permutations(said, 2):
        for mine in said[one]:
            apart = [h for h in said[other] if _apart(mine, h)]
            if mine.open or not apart or any(_alike(mine, h) for h in said[other]):
                continue
            if not any(_alike(apart[0], h) for h in said[one]):
                told = {one: mine, other: apart[0]}
                shown = tuple(f"{x}: {_printed(row.texts[x], seen[x], h)}" for x, h in told.items())
                places = tuple(replace(row.texts[x].place, start=a, end=b) for x, (a, b) in _spans(row, seen, told))
                yield finding("contrast-differs", row, "warning", places, contrast=shown)
                return


def _may_say(language: str, paragraph: Paragraph) -> bool:
    """A cheap look for an hour."""
    if not (seen := folded_once(paragraph.text)).figures and language != "ar":
        return False
    return HOUR in seen.folded if language == "ar" else not seen.words.isdisjoint(HINTS.get(language, ()))


def _hour(m: re.Match[str], language: str) -> Hour | None:
    """
    >>> _hour(HOURS["en"].search("at 6.05 p.m. sharp"), "en")[:2], _hour(HOURS["en"].search("at 12.30 a.m."), "en")[:2]
    ((18, 5), (0, 30))
    >>> _hour(HOURS["ar"].search("الساعة 3"), "ar").open, _hour(HOURS["ar"].search("الساعة 15"), "ar").open
    (True, False)
    """
    said = m[1].replace(" ", ".")
    if not said.isdigit() and said not in WORDS:
        return None
    hour = int(said) if said.isdigit() else WORDS.index(said) + 1
    told = (m["told"] or "").strip()
    early, late = told in EARLY, told in LATE
    if early or late:
        hour = hour % 12 + 12 * late if hour <= 12 else hour
    elif told or (language == "ar" and hour <= 12) or (language == "fr" and not m.string.endswith(AT, 0, m.start())):
        return Hour(hour, int(m[2] or 0), *m.span(), open=True)
    return Hour(hour, int(m[2] or 0), *m.span(), open=False)


def _alike(one: Hour, other: Hour) -> bool:
    """Whether they may be one hour."""
    off = (one.hour - other.hour) % 24
    return one.minutes == other.minutes and (off == 0 or (off == 12 and (one.open or other.open)))


def _apart(one: Hour, other: Hour) -> bool:
    """Whether they surely lie half a day apart; noon and midnight are told in too many ways."""
    return one.minutes == other.minutes and abs(one.hour - other.hour) == 12 and one.hour % 12 != 0 and not other.open


def _spans(row: Row, seen: dict[str, Folded], told: dict[str, Hour]) -> Iterator[tuple[str, tuple[int, int]]]:
    for x, h in told.items():
        yield x, span_back(row.texts[x].text, seen[x].places, h.start, h.end)


def _printed(paragraph: Paragraph, seen: Folded, hour: Hour) -> str:
    start, end = span_back(paragraph.text, seen.places, hour.start, hour.end)
    return paragraph.text[start:end].strip()
