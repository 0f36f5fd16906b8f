"""By when something is due: what a paragraph states, in its own words and never resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amana.resolutions.deadline_forms import AROUND, GATES, forms
from amana.resolutions.paragraphs import Deadline, DeadlineKind
from amana.values.days import Day, Span, StatedDays
from amana.values.expressions import expression
from amana.values.folding import fold, folded_once, has_any
from amana.values.glances import Glance
from amana.values.hijri import computed_gregorian, to_a_day
from amana.values.numbers import read_cardinal, read_ordinal

RANK: dict[DeadlineKind, int] = {"date": 0, "session": 1, "period": 2, "urgency": 3, "none": 4}
DIGIT = expression("[0-9]")
BEFORE = expression(r"(?:before|avant|قبل)(?! (?:the end|la fin|fin|نهاية))(?!\w)")
A_YEAR = 1900
NEAR = 20
"""So far behind "not later than" a Hijri day may begin to be the deadline."""
ASKING_NEXT = expression(r"\W*(?:requests?|calls?|urges?|appeals?|demands?|invites?)\b")
NEXT = expression(
    r"\b(?:next|following|forthcoming|coming|prochaine?|suivante?|a venir|berikutnya|mendatang)\b|(?:القادمة|المقبلة|التالية)"
)
IN_BRACKETS = expression(r" ?\((?:the |la |الدورة )?([^()]{3,40})\)")
"""The number that stands behind: "the next session (Fifty-second)"."""
OF = expression(
    r"(?: \([^()]*\))?(?: (?:regular|ordinary|ordinaire))? ?(?:of|du|de la|de l'|des|de)? ?(?:the|la|le|l')? ?ل?"
)
"""What may stand between a session and the organ whose session it is."""
UNITS = (
    ("H", expression(r"hour|heure|ساع")),
    ("D", expression(r"day|jour|hari|يوم|ايام")),
    ("W", expression(r"week|semaine|minggu|اسبوع|اسابيع")),
    ("M", expression(r"month|mois|bulan|شهر|اشهر")),
    ("Y", expression(r"year|annee|ans?$|tahun|سن|عام|اعوام")),
)
DUAL = expression("(?:ين|ان)$")
PLURAL = expression("ايام|اسابيع|اشهر|سنوات|اعوام")


@dataclass(slots=True)
class Plain:
    """A paragraph's text as it is matched, with the way back to the words as printed.

    It is never changed, but not frozen: one is made for every paragraph there is.
    """

    text: str
    folded: str
    places: list[int] | None

    @classmethod
    def of(cls, text: str) -> Plain:
        """Fold a text: accents gone, alefs and yas alike, western digits."""
        seen = folded_once(text)
        return cls(text, seen.folded, seen.places)

    def printed(self, start: int, end: int) -> str:
        """The original words of a piece of the folded text."""
        first, last = self.original(start), self.original(end)
        return self.text[first:last].strip()

    def original(self, place: int) -> int:
        """Where a place of the folded text stands in the original."""
        return place if self.places is None else self.places[min(place, len(self.places) - 1)]


def deadline_of(plain: Plain, language: str, days: Sequence[StatedDays]) -> Deadline | None:
    """The deadline that a paragraph states: a day before a session before a period before urgency; None without one.

    >>> due = deadline_of(Plain.of("Requests the bank to report within thirty days"), "en", ())
    >>> due.text, due.kind, due.period
    ('within thirty days', 'period', 'P30D')
    """
    found = sorted(_deadlines(plain, language, days), key=lambda f: (*says_most(f[1]), f[0]))
    return found[0][1] if found else None


PERIODS = {language: Glance(language, pieces=gates["period"]) for language, gates in GATES.items()}


def may_set_period(text: str, language: str) -> bool:
    """A cheap look: whether a text names a span of time at all.

    >>> may_set_period("within thirty days", "en"), may_set_period("by 31 March 2027", "en")
    (True, False)
    """
    return language in PERIODS and PERIODS[language].at(folded_once(text))


def says_most(deadline: Deadline) -> tuple[int, bool]:
    """The least says most: by its kind, stated before computed; a day that cannot be computed comes behind a period.

    >>> says_most(Deadline("", "date", computed=True)) > says_most(Deadline("", "period"))
    True
    """
    lost = deadline.computed and deadline.day is None
    return RANK["period" if lost else deadline.kind], deadline.computed


def _deadlines(plain: Plain, language: str, days: Sequence[StatedDays]) -> Iterator[tuple[int, Deadline]]:
    begun = _begun(plain.folded, language, days)
    if not begun:
        return
    for form in forms(language):
        if form.kind not in begun or (form.needs and not has_any(plain.folded, form.needs)):
            continue
        for match in form.pattern.finditer(plain.folded, begun[form.kind]):
            made = _deadline(form.kind, form.meaning, match, plain, language, days)
            if made is not None:
                yield match.start(), made


def _begun(folded: str, language: str, days: Sequence[StatedDays]) -> dict[DeadlineKind, int]:
    """From where on a deadline of each kind may stand: a little before the first word that every one of them has."""
    found: dict[DeadlineKind, int] = {}
    for kind, gate in GATES.get(language, {}).items():
        if kind == "date" and not days and DIGIT.search(folded) is None:
            continue
        first = [folded.find(word) for word in gate if word in folded]
        if first:
            found[kind] = max(0, min(first) - AROUND)
    return found


def _deadline(
    kind: DeadlineKind, meaning: str, match: re.Match[str], plain: Plain, language: str, days: Sequence[StatedDays]
) -> Deadline | None:
    start, end = match.span()
    text = plain.printed(start, end)
    if kind == "date":
        return _dated(match, plain, days)
    if kind == "period":
        period = _period(match[1] or "", match[2], language)
        return Deadline(text, kind, period=period) if period else None
    if kind == "session":
        return _at_session(meaning, match, plain, language)
    if kind == "urgency" and ASKING_NEXT.match(plain.folded, end):
        return None  # "urgently requests": said of the asking, not of what is asked
    return Deadline(text, kind)


def _at_session(meaning: str, match: re.Match[str], plain: Plain, language: str) -> Deadline | None:
    """A session by its number, also where that stands behind in brackets; the next one; so long before it opens."""
    start, end = match.span()
    text = plain.printed(start, end)
    if meaning == "before_session":
        return _before_session(match, text, language)
    if meaning == "ordinal_session":
        number = _rank(match[match.lastindex] if match.lastindex else "", language)
        if number is not None and number >= A_YEAR:
            return Deadline(text, "session")  # "at its 2022 session": the year is no number of a session
        return Deadline(text, "session", session=number) if number else None
    named = IN_BRACKETS.match(plain.folded, end)
    number = _rank(named[1], language) if named is not None and not named[1].isdigit() else None
    if named is not None and number is not None:
        return Deadline(plain.printed(start, named.end()), "session", session=number)
    return Deadline(text, "session", next=True)


def _dated(match: re.Match[str], plain: Plain, days: Sequence[StatedDays]) -> Deadline | None:
    """A deadline that names a day: the first day stated inside the words, else a year alone."""
    start, end = plain.original(match.start()), plain.original(match.end())
    named = plain.original(match.start(match.lastindex or 0))
    for stated in days:
        if start <= stated.start < end and stated.gregorian is None and stated.hijri and stated.start - named <= NEAR:
            return _computed(plain.text[start : stated.end], stated.hijri)
        if start <= stated.start < end and stated.gregorian is not None:
            last = max(start, stated.end)
            return Deadline(plain.text[start:last].strip(), "date", day=stated.gregorian.end)
        if start <= stated.start < end and stated.yearless and stated.start - named <= NEAR:
            return Deadline(plain.text[start : stated.end].strip(), "date")  # "by 1 October": of whatever year
    year = re.search(r"\b((?:19|20)\d\d)\b", match[0])
    if year is None or len(re.findall(r"\d+", match[0])) > 1:
        return None
    return Deadline(plain.printed(match.start(), match.start() + year.end()), "date", day=Day(year[1]))


def _computed(text: str, hijri: Span) -> Deadline:
    """A deadline stated in the Hijri calendar alone: its day as the table gives it, none where it does not reach."""
    said = text.strip()
    if not said.upper().endswith(".H."):
        said = said.removesuffix(".")  # the full stop of the sentence, not of "A.H."
    days = computed_gregorian(to_a_day(hijri, first=BEFORE.match(fold(said, accents=False)) is not None))
    return Deadline(said, "date", day=days.end if days else None, computed=True)


def _before_session(match: re.Match[str], text: str, language: str) -> Deadline | None:
    """So long before a session opens: the session by its number, or the next one; `period` says how long before."""
    others = [group for n, group in enumerate(match.groups(), 1) if n != match.re.groupindex["which"]]
    period = _period(others[0] or "", others[1], language)
    which = match["which"]
    numbers = (
        _rank(" ".join(words[n:]), language) for words in [re.findall(r"[\w-]+", which)] for n in range(len(words))
    )
    number = next((found for found in numbers if found), None)
    coming = number is None and NEXT.search(match[0]) is not None
    if not period or (number is None and not coming):
        return None
    return Deadline(text, "session", session=number, next=coming, period=period)


def _rank(words: str, language: str) -> int | None:
    """The ordinal with which these words begin; drafters put 'regular' or the organ's name after it."""
    if words.isdigit():
        return int(words)
    parts = words.split()
    for count in range(len(parts), 0, -1):
        number = read_ordinal(" ".join(parts[:count]), language)
        if number is not None:
            return number
    return None


def _period(number: str, unit: str, language: str) -> str:
    letter = next((name for name, pattern in UNITS if pattern.search(unit)), "")
    count = read_cardinal(number, language) if number else None
    if count is None and language == "ar":
        count = 2 if DUAL.search(unit) else 1 if not number and not PLURAL.search(unit) else None
    return f"P{'T' if letter == 'H' else ''}{count}{letter}" if letter and count else ""


def whose_session(plain: Plain, deadline: Deadline, people: Sequence[tuple[str, int]]) -> str:
    """Whose session a deadline names: the one who stands right behind "of the"; '' for the organ's own."""
    begin = plain.text.find(deadline.text)
    if deadline.kind != "session" or begin < 0:
        return ""
    end = begin + len(deadline.text)
    near = [(who, start) for who, start in people if 0 < start - end <= 40]
    return next((who for who, start in near if OF.fullmatch(fold(plain.text[end:start], accents=False))), "")
