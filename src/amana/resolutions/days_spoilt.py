"""Days that no calendar has in one version and that another states: 200 November, 29 July 1432 for 2011, from 30 to 29 August."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amana.resolutions.paragraphs import Figure, Paragraph
from amana.resolutions.telling import Passage, passage
from amana.values.days import StatedDays
from amana.values.expressions import expression
from amana.values.folding import digits
from amana.values.months import CalendarWord, calendar_words

LONGEST = 31
YEARS = range(1300, 2101)
NUMBER_BEFORE = expression(r"(?<![\d./-])(\d[\d., \u00a0\u202f]*)\s(?:de |من )?$")
DAY_BEFORE = expression(r"(?<!\d)(\d{1,2})\s(?:de |من )?$")
YEAR_BEFORE = expression(r"(?<![\d./-])(\d{3,4})(?:er)?\s(?:de |من )?$")
DAY_BEHIND = expression(r"(?:\s?/\s?[^\W\d]+(?: [^\W\d]+)?)?\s(\d{1,2})(?!\d|[.,٫]\d)")
"""A year before the month, and a day behind it or behind its second name."""
YEAR_BEHIND = expression(r",?\s(?:من )?(?:عام |سنة )?(1[3-5]\d\d|19\d\d|20\d\d)(?!\d)")
BACKWARDS = {
    "en": expression(r"(?<![\d./-])(\d{1,2}) (?:and|to) (?:[A-Z]\w+day,? )?(\d{1,2}) (?=[A-Z])"),
    "fr": expression(r"(?<![\d./-])(\d{1,2})(?:er)? (?:et|au) (?:\w+di |dimanche )?(\d{1,2}) (?=[a-zéû])"),
    "ar": expression(r"(?<![\d./-])(\d{1,2}) (?:و|إلى |حتى )(\d{1,2}) (?=[\u0621-\u064a])"),
}
"""Two days of one month, joined by a word: a dash may be the damage of a line from right to left."""
FROM_TO = {
    "en": expression(r"\b(?:from|between) (\d{4}) (?:to|and) (\d{4})(?!\d)"),
    "fr": expression(r"\b(?:de|entre) (\d{4}) (?:à|et) (\d{4})(?!\d)"),
    "ar": expression(r"(?:من|بين|عامي|سنتي)(?: عام)? (\d{4}) (?:و|إلى |حتى )(?:عام )?(\d{4})(?!\d)"),
}
"""Years between which something was."""


Spoilt = tuple[Passage, StatedDays | Passage]


def spoilt_days(a: Paragraph, b: Paragraph, language: str, other: str) -> Spoilt | None:
    """What `a` says for a day that `b` states, and that day; None where `a` says nothing impossible.

    `language` and `other` are those of `a` and `b`.
    """
    return _no_day(a, b) or _wrong_year(a, b, language) or _backwards(a, b, language, other)


def _no_day(a: Paragraph, b: Paragraph) -> Spoilt | None:
    """A month alone with a number before it that is no day, and in the other version a day of that month."""
    for stated in a.days:
        span = stated.gregorian
        if span is None or span.start != span.end or span.start.precision != "month":
            continue
        found = NUMBER_BEFORE.search(digits(a.text[: stated.start])[-16:])
        value = int(re.sub(r"\D", "", found[1])) if found else 0
        if found is None or value <= LONGEST or (found[1].isdigit() and value in YEARS):
            continue
        for one in b.days:
            there = one.gregorian
            if there is not None and any(
                x.numbers[:2] == span.start.numbers and len(x.numbers) > 2 for x in (there.start, there.end)
            ):
                start = stated.start - len(found[0])
                return passage(a.text, start, stated.end), one
    return None


def _wrong_year(a: Paragraph, b: Paragraph, language: str) -> Spoilt | None:
    """The day and the month that the other version states, with a year that was not read as one of theirs.

    Nor is the year read that stands in the place of the day: le 2019 mars 30.
    """
    if len(a.days) >= len(b.days):
        return None  # none was left unread
    free: dict[tuple[str, int], list[CalendarWord]] | None = None
    for stated in b.days:
        for calendar, span in (("gregorian", stated.gregorian), ("hijri", stated.hijri)):
            if span is None or len(span.end.numbers) != 3:
                continue
            year, month, day = span.end.numbers
            free = _outside_of_days(a, language) if free is None else free
            for word in free.get((calendar, month), ()):
                text = digits(a.text)
                first, last = YEAR_BEFORE.search(text[: word.start][-10:]), DAY_BEHIND.match(text, word.end)
                if first and last and (int(first[1]), int(last[1])) == (year, day):
                    return passage(a.text, word.start - len(first[0]), last.end()), stated
                if span.start != span.end:
                    continue
                behind = YEAR_BEHIND.match(text, word.end)
                before = DAY_BEFORE.search(text, max(0, word.start - 9), word.start)
                if behind and before and int(before[1]) == day and int(behind[1]) != year:
                    return passage(a.text, before.start(), behind.end()), stated
    return None


def _outside_of_days(a: Paragraph, language: str) -> dict[tuple[str, int], list[CalendarWord]]:
    """The months that stand outside of the days that were read, by their calendar and number."""
    inside = {at for d in a.days for at in range(d.start, d.end)}
    free: dict[tuple[str, int], list[CalendarWord]] = {}
    for word in calendar_words(a.text, language):
        if word.start not in inside:
            free.setdefault((word.kind, word.number), []).append(word)
    return free


def _backwards(a: Paragraph, b: Paragraph, language: str, other: str) -> Spoilt | None:
    """From 30 to 29 August, where the other version says the 29th first."""
    if language not in BACKWARDS or other not in BACKWARDS:
        return None
    for found in BACKWARDS[language].finditer(digits(a.text)):
        first, second = int(found[1]), int(found[2])
        if not second < first <= LONGEST or not any(w.start == found.end() for w in calendar_words(a.text, language)):
            continue
        runs = [int(n) for n in re.findall(r"\d+", digits(b.text))]
        if first in runs and second in runs and runs.index(second) < runs.index(first):
            at = b.days[0] if b.days else Passage(b.text, 0, len(b.text))
            return passage(a.text, found.start(), found.end() - 1), at
    return None


def years_backwards(a: Paragraph, b: Paragraph, language: str, other: str) -> tuple[list[Figure], list[Figure]] | None:
    """The two years that one version tells backwards and the other not: from 1994 to 1990."""
    mine, there = set(_from_to(a, language)), set(_from_to(b, other))
    for first, second in (*mine, *there):
        turned = (second, first)
        if first > second and ((turned in there) if (first, second) in mine else (turned in mine)):
            left, right = ([f for f in p.figures if f.value in turned] for p in (a, b))
            return left, right
    return None


def _from_to(paragraph: Paragraph, language: str) -> Iterator[tuple[str, str]]:
    if language in FROM_TO:
        yield from ((m[1], m[2]) for m in FROM_TO[language].finditer(digits(paragraph.text)))
