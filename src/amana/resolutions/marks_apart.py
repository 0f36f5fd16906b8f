"""What a final text should not have any more: marks of drafting, numbers that a machine lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import cast

from amana.resolutions.languages import LANGUAGES
from amana.resolutions.paragraphs import Paragraph
from amana.resolutions.telling import finding
from amana.resolutions.versions import Row
from amana.values.expressions import expression
from amana.values.folding import digits, folded_once, has_any
from amana.values.glances import Glance
from amana.values.lexicons import draft_marks
from amana.values.problems import Problem, Severity

SIGNS = ("[", "_", "?")
_WORDS = (
    "tbc tbd confirmed determined completed inserted added ref referendum lorem formatted deleted forme supprime"
).split()
_PIECES = ("xx", "draft", "projet", "مشروع", "rancangan")
MARKED = {language: Glance(language, _WORDS, _PIECES) for language in LANGUAGES}
"""Without one of these a text has no mark within it, nor a heading that is one."""
HEADING = expression(
    r"\W*(?:[Rr]evised |REVISED |[Aa]vant-)?(?:[Dd]raft|DRAFT|[Pp]rojet|PROJET|مشروع|[Rr]ancangan|RANCANGAN)\b"
)
BRACKETED = expression(r"(?<![\]\w])\[((?!sic\b)(?:[^\W\d_A-Z][^\W\d_]*[ ,;]+)+[^\W\d_]+)\](?![\[(])")
"""Words between square brackets: text that was not agreed, unless they stand within a quotation."""
INSERTED = expression(r"\b(?:bis|ter|quater)\b|مكرر", re.IGNORECASE)
"""Labels of paragraphs put in while negotiating, gone at adoption."""
_YEAR = r"(?<![\d.,])((?:19|20)\d\d)"
SEATED = {
    "en": expression(rf"{_YEAR}(?:st|nd|rd|th) (?:\w+ )?(?:session|summit|conference|secretary)", re.IGNORECASE),
    "fr": expression(rf"{_YEAR}(?:e|è|ème|ième)s? (?:\w+ )?(?:session|sommet|conférence|secrétaire)", re.IGNORECASE),
    "id": expression(
        r"(?:sesi|sidang|ktt|konferensi|sekretaris jenderal)(?: \w+){0,4} ke-((?:19|20)\d\d)(?!\d)", re.IGNORECASE
    ),
}
"""A session, summit or office holder that is counted with a year: there are many above a hundred, but none so high."""
SEATED_AR = expression(r"(?:دور|قم|مؤتمر|جلس|أمين)\w* (?:\w+ )?((?:19|20)\d\d)(?!\d)")
"""How Arabic, which has no ending for ranks in digits, may say the same."""


def draft_marks_left(row: Row) -> Iterator[Problem]:
    """Brackets to be filled, "TBC", "xx April", a heading that says draft, what tracked changes leave behind."""
    for language, paragraph in row.texts.items():
        for start, end, severity in _marks(paragraph):
            place = replace(paragraph.place, start=start, end=end)
            shown = paragraph.text[start:end] or paragraph.label
            yield finding("draft-mark", row, severity, (place,), mark=shown[:80], language=language)


def _may_be_marked(text: str, language: str) -> bool:
    """A cheap look."""
    return language not in MARKED or MARKED[language].at(folded_once(text)) or has_any(text, SIGNS)


def _marks(paragraph: Paragraph) -> Iterator[tuple[int, int, Severity]]:
    """Where marks stand, none told twice."""
    text = paragraph.text
    if paragraph.label and INSERTED.search(paragraph.label):
        yield 0, 0, "note"
    if not _may_be_marked(text, paragraph.place.language or ""):
        return
    heading = HEADING.match(text) is not None and len(text) < 300
    told: list[tuple[int, int]] = []
    for pattern, severity, where in _table():
        if where == "damage" or (where == "heading" and not heading):
            continue
        for mark in pattern.finditer(text):
            if not any(start < mark.end() and mark.start() < end for start, end in told):
                told.append(mark.span())
                yield mark.start(), mark.end(), severity
    if not told and (left := BRACKETED.search(text)) is not None:
        yield left.start(), left.end(), "note"


def numbers_damaged(row: Row) -> Iterator[Problem]:
    """ "XNUMX" for a number, "the 2021st session": a machine shifted the numbers of a sentence and lost the last."""
    for language, paragraph in row.texts.items():
        text = paragraph.text
        lost = _lost().search(text) if "NUMX" in text or "numx" in text else None
        if lost is None and language in SEATED and _may_be_ranked(text):
            found = SEATED[language].search(text)
            lost = found if found and not _seated_there(found[1], row, language) else None
        if lost is not None:
            place = replace(paragraph.place, start=lost.start(), end=lost.end())
            yield finding("numbers-damaged", row, "error", (place,), language=language, text=lost[0])


def _seated_there(year: str, row: Row, language: str) -> bool:
    """Whether another version has the same rank."""
    for other, paragraph in row.texts.items():
        pattern = SEATED.get(other, SEATED_AR)
        if other != language and year in pattern.findall(digits(paragraph.text)):
            return True
    return False


def _may_be_ranked(text: str) -> bool:
    """A cheap look for a number of four digits and its ending."""
    seen = folded_once(text)
    if not seen.usual:
        return RANKED.search(text) is not None
    for start, end in seen.runs:
        if end - start > 3 and (seen.folded.startswith(ENDINGS, end) or seen.folded[start - 3 : start] == "ke-"):
            return True
    return False


ENDINGS = ("st", "nd", "rd", "th", "e", "ieme")
RANKED = expression(r"\d{4}(?:st|nd|rd|th|i?[eè])|ke-\d{4}", re.IGNORECASE)


@cache
def _table() -> tuple[tuple[re.Pattern[str], Severity, str], ...]:
    return tuple((re.compile(m.regex), cast(Severity, m.severity), m.where) for m in draft_marks())


@cache
def _lost() -> re.Pattern[str]:
    return next(pattern for pattern, _, where in _table() if where == "damage")
