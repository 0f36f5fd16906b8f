"""Hours of the day that lie twelve hours apart: 6.05 p.m. in one version, 6 h 5 in another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import permutations
from typing import NamedTuple

from amana.resolutions.paragraphs import Paragraph
from amana.resolutions.telling import finding
from amana.resolutions.versions import Row
from amana.values.expressions import expression
from amana.values.folding import Folded, folded_once, span_back
from amana.values.glances import Glance
from amana.values.problems import Problem

MAY_SAY = {
    "en": Glance("en", ("m", "am", "pm")), "fr": Glance("fr", ("h", "heures", "heure")), "id": Glance("id", ("pukul",)),
    "ar": Glance("ar", pieces=("ساعة",)),
}  # fmt: skip
"""A cheap look for an hour."""
HOURS = {
    "en": expression(r"(?<![\d.:/])(\d{1,2})(?:[.:](\d\d))? ?(?P<told>[ap])\.?m\b"),
    "fr": expression(r"(?<![\d,.:/])(\d{1,2}) ?(?:h|heures?)(?!\w)(?: ?(\d{1,2})(?![\d/]))?(?P<told> (?:du (?:matin|soir)|de l'apres-midi))?"),
    "ar": expression(r"(?<!\w)[وفبل]{0,2}(?:ال)?ساعة (\d{1,2}|ال[\u0620-\u064a]+(?: عشرة)?)(?:[/:.](\d{1,2}))?(?![\d/:]|\.\d)(?: من)?(?P<told> (?:صباح|مساء|ليل|فجر|ظهر|عصر|بعد|قبل)\w*)?"),
    "id": expression(r"(?<!\w)pukul (\d{1,2})(?:[.:](\d\d))?(?![\d:]|\.\d)(?P<told> (?:pagi|siang|sore|malam))?"),
}  # fmt: skip
"""How each language writes an hour at which something happens."""
WORDS = (
    *"الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة".split(),
    "الحادية عشرة", "الثانية عشرة",
)  # fmt: skip
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
    said = {x: _hours_in(folded.folded, x) for x, folded in seen.items()}
    for one, other in permutations(said, 2):
        if (pair := _half_a_day_apart(said[one], said[other])) is not None:
            told = dict(zip((one, other), pair, strict=True))
            shown = tuple(f"{x}: {_printed(row.texts[x], seen[x], h)}" for x, h in told.items())
            places = tuple(replace(row.texts[x].place, start=a, end=b) for x, (a, b) in _spans(row, seen, told))
            yield finding("contrast-differs", row, "warning", places, contrast=shown)
            return


def _may_say(language: str, paragraph: Paragraph) -> bool:
    if language not in MAY_SAY:
        return False
    seen = folded_once(paragraph.text)
    return (seen.figures or language == "ar") and MAY_SAY[language].at(seen)


def _hours_in(folded: str, language: str) -> list[Hour]:
    """The hours of a text, each where it stands first."""
    found: dict[tuple[int, int, bool], Hour] = {}
    for m in HOURS[language].finditer(folded):
        if (hour := _hour(m, language)) is not None:
            found.setdefault((hour.hour, hour.minutes, hour.open), hour)
    return list(found.values())


def _half_a_day_apart(here: Iterable[Hour], there: Iterable[Hour]) -> tuple[Hour, Hour] | None:
    """An hour of one text and the only one of the other that may stand for it, in the other half of the day."""
    mine, other = _by_minutes(here), _by_minutes(there)
    for hour in here:
        beside = other.get(hour.minutes, ())
        apart = [h for h in beside if _apart(hour, h)]
        if hour.open or not apart or any(_alike(hour, h) for h in beside):
            continue
        if not any(_alike(apart[0], h) for h in mine[hour.minutes]):
            return hour, apart[0]
    return None


def _by_minutes(hours: Iterable[Hour]) -> dict[int, list[Hour]]:
    """Only hours with the same minutes are one, or half a day apart."""
    found: dict[int, list[Hour]] = {}
    for hour in hours:
        found.setdefault(hour.minutes, []).append(hour)
    return found


def _hour(m: re.Match[str], language: str) -> Hour | None:
    """
    >>> _hour(HOURS["en"].search("at 6.05 p.m. sharp"), "en")[:2], _hour(HOURS["en"].search("at 12.30 a.m."), "en")[:2]
    ((18, 5), (0, 30))
    >>> _hour(HOURS["ar"].search("الساعة 3"), "ar").open, _hour(HOURS["ar"].search("الساعة 15"), "ar").open
    (True, False)
    """
    said = m[1]
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
