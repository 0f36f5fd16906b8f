"""The days and the place of a session in a text that is rolled over, and days in it that have passed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amana.resolutions.paragraphs import Paragraph
from amana.resolutions.rollover_marks import OPEN, Errand, Mark, flagged, replaced
from amana.resolutions.rollover_sessions import sessions_in
from amana.sessions.session import Session
from amana.values.days import Span, StatedDays, write_day
from amana.values.expressions import expression
from amana.values.folding import fold, fold_with_places, span_back
from amana.values.months import TRADITIONS
from amana.values.names import Gazetteer

PAIRED = {"ar": "{one} الموافق {other}"}
TWO = {"ar": (" إلى ", " و"), "en": ("–", " and "), "fr": ("–", " et "), "id": ("–", " dan ")}
"""Between two days that follow each other, as the project writes them, and as a text does that joins them with "and"."""
JOINED = expression(r"^\W*[0-9٠-٩]{1,2}\s*(?:(?:and|et|dan|و)\s*[0-9٠-٩]|،?\s*و[0-9٠-٩])", re.IGNORECASE)
IN_BRACKETS = "{one} ({other})"


def days_of_session(paragraph: Paragraph, errand: Errand) -> Iterator[Mark]:
    """The days of last year's session in head and opening: those of the coming one as the record states them, else open.

    Another day there that has passed is marked.
    """
    for stated in paragraph.days:
        if stated.yearless:
            continue
        if not _of_session(stated, paragraph, errand):
            yield from _passed(stated, paragraph, errand)
            continue
        new = written(stated, errand)
        code = "rollover-days-open" if OPEN in new else "rollover-days-advanced"
        code = "rollover-day-open" if _part_of(stated, errand) else code
        yield replaced(stated.start, stated.end, stated.text, new, code)


def _passed(stated: StatedDays, paragraph: Paragraph, errand: Errand) -> Iterator[Mark]:
    opens = errand.coming.days.first if errand.coming.days else None
    last = stated.gregorian.last if stated.gregorian else None
    if opens is not None and last is not None and last < opens:
        yield flagged(stated.start, stated.end, "rollover-day-past", paragraph.text)


def _of_session(stated: StatedDays, paragraph: Paragraph, errand: Errand) -> bool:
    """Whether these are days of last year's session; where the record does not state them, those beside its number are."""
    past = errand.past
    if past.days is None and past.hijri is None:
        return any(s.number == past.number for s in sessions_in(paragraph.text, errand.language))
    pairs = ((stated.gregorian, past.days), (stated.hijri, past.hijri))
    return any(one is not None and other is not None and _touch(one, other) for one, other in pairs)


def _touch(one: Span, other: Span) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return str(one) == str(other)
    return one.first <= other.last and other.first <= one.last


def written(stated: StatedDays, errand: Errand) -> str:
    """The days of the coming session in the calendars, the order and the digits of what stood there."""
    language, coming = errand.language, errand.coming
    arabic = any("\u0660" <= c <= "\u0669" for c in stated.text)
    tradition, era = _tradition(stated, language), stated.text.endswith("م")
    alone = _part_of(stated, errand)
    said = []
    if stated.hijri is not None:
        said.append(_one(None if alone else coming.hijri, language, "hijri", "", arabic=arabic))
    if stated.gregorian is not None:
        said.append(_one(None if alone else coming.days, language, "gregorian", tradition, arabic=arabic, era=era))
    if JOINED.search(stated.text):
        said = [_and(one, days, language) for one, days in zip(said, _spans(stated, coming), strict=True)]
    if len(said) == 1 or said == [OPEN, OPEN]:
        return said[0]
    if not _hijri_first(stated, language):
        said.reverse()
    return PAIRED.get(language, IN_BRACKETS).format(one=said[0], other=said[1])


def _spans(stated: StatedDays, coming: Session) -> list[Span | None]:
    """The days of the coming session in the calendars of what stood there."""
    return [s for s, was in ((coming.hijri, stated.hijri), (coming.days, stated.gregorian)) if was is not None]


def _and(said: str, days: Span | None, language: str) -> str:
    """ "16 and 17 March" where last year's text joined its two days so, and the coming ones follow each other too."""
    if days is None or days.first is None or days.last is None or (days.last - days.first).days != 1:
        return said
    dash, word = TWO[language]
    return said.replace(dash, word, 1)


def _one(days: Span | None, language: str, calendar: str, tradition: str, *, arabic: bool, era: bool = False) -> str:
    if days is None or not days.exact:
        return OPEN
    if calendar == "hijri":
        return write_day(days, language, "hijri", arabic_digits=arabic)
    return write_day(days, language, "gregorian", tradition, era=era, arabic_digits=arabic)


def _part_of(stated: StatedDays, errand: Errand) -> bool:
    """One day of a session of several, as that of its adoption: of the coming one nobody knows it yet."""
    days, of = (stated.gregorian, errand.past.days) if stated.gregorian else (stated.hijri, errand.past.hijri)
    if days is None or of is None or days.first is None or of.first is None:
        return False
    return days.first == days.last and of.first != of.last


def _hijri_first(stated: StatedDays, language: str) -> bool:
    """Whether the Hijri year stands before the Gregorian one."""
    folded = fold(stated.text, language)
    hijri = str(stated.hijri.start)[:4] if stated.hijri else ""
    gregorian = str(stated.gregorian.start)[:4] if stated.gregorian else ""
    one, other = folded.find(hijri), folded.find(gregorian)
    return one < 0 or other < 0 or one < other


def _tradition(stated: StatedDays, language: str) -> str:
    """The tradition of Arabic months that the text follows: where writing its own days in one gives a month it has."""
    if language != "ar" or stated.gregorian is None:
        return "gulf"
    folded = fold(stated.text)
    for tradition in TRADITIONS:
        month = write_day(stated.gregorian.end, "ar", "gregorian", tradition).split(" ", 1)[-1].rsplit(" ", 1)[0]
        if fold(month) in folded:
            return tradition
    return "gulf"


def place_of_session(paragraph: Paragraph, errand: Errand, gazetteer: Gazetteer | None) -> Iterator[Mark]:
    """The place of last year's session in head and opening, and its host where it is named."""
    old, new = errand.past.place.get(errand.language, ""), errand.coming.place.get(errand.language, "")
    if old and old != new:
        folded, places = fold_with_places(paragraph.text, accents=False)
        at = folded.find(fold(old, accents=False))
        if at >= 0:
            start, end = span_back(paragraph.text, places, at, at + len(fold(old, accents=False)))
            code = "rollover-place-advanced" if new else "rollover-place-open"
            yield replaced(start, end, paragraph.text[start:end], new or OPEN, code)
    host = errand.past.party
    if gazetteer is not None and host and host != errand.coming.party:
        for found in gazetteer.find(paragraph.text, errand.language):
            if found.id == host:
                yield flagged(found.start, found.end, "rollover-host", paragraph.text)


def days_past(paragraph: Paragraph, errand: Errand) -> Iterator[Mark]:
    """In the operative part: a deadline, or another day, that certainly lies before the coming session.

    The day of an act that is cited is none of them.
    """
    opens = errand.coming.days.first if errand.coming.days else None
    if paragraph.part != "operative" or opens is None:
        return
    due = paragraph.deadline.day if paragraph.deadline and paragraph.deadline.kind == "date" else None
    for stated in paragraph.days:
        last = stated.gregorian.last if stated.gregorian else None
        if last is None or last >= opens or _of_citation(paragraph, stated):
            continue
        is_due = due is not None and str(due) in (
            str(stated.gregorian),
            str(stated.gregorian.end if stated.gregorian else ""),
        )
        code = "rollover-deadline-past" if is_due else "rollover-day-past"
        yield flagged(stated.start, stated.end, code, paragraph.text, "warning" if is_due else "note")


def _of_citation(paragraph: Paragraph, stated: StatedDays) -> bool:
    """Right behind a symbol: "resolution 61/17 of 20 November 2006"."""
    return any(0 <= stated.start - c.end <= 25 for c in paragraph.citations)
