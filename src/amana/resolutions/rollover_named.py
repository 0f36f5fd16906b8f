"""Whom and what a text that is rolled over names and another year may have otherwise: holders of offices, a session's theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from amana.resolutions.paragraphs import Paragraph
from amana.resolutions.rollover_marks import OPEN, Errand, Mark, flagged, replaced
from amana.resolutions.rollover_sessions import sessions_in
from amana.values.expressions import expression
from amana.values.folding import fold, fold_with_places, span_back

BRACKETS = expression(r"\s*(?:\w+\s*)?(?P<whole>[(\[«“\"]\s*(?P<said>[^()\[\]«»“”\"]{8,160}?)\s*[)\]»”\"])")
"""What stands in brackets or quotation marks right behind the number of a session."""
FIRST_WORDS = 3
"""Of so many words of the theme one says that it is the session's: "Session of …", "قمة …"."""


def holders_named(paragraph: Paragraph, holders: Sequence[str]) -> Iterator[Mark]:
    """Names of people who hold or held an office, as the record prints them; who holds it then only the drafter knows."""
    if not holders:
        return
    folded, places = fold_with_places(paragraph.text, accents=False)
    found: list[tuple[int, int]] = []
    for name in holders:
        said = fold(name, accents=False)
        at = folded.find(said) if said else -1
        if at >= 0 and not _goes_on(folded, at, at + len(said)):
            found.append(span_back(paragraph.text, places, at, at + len(said)))
    for start, end in dict.fromkeys(found):
        if not any(one <= start and end <= other and (one, other) != (start, end) for one, other in found):
            yield flagged(start, end, "rollover-holder", paragraph.text)


def _goes_on(text: str, start: int, end: int) -> bool:
    return text[end : end + 1].isalnum() or text[max(0, start - 1) : start].isalnum()


def theme_of_session(paragraph: Paragraph, errand: Errand) -> Iterator[Mark]:
    """The theme of last year's session in head and opening: that of the coming one as the record has it, else open."""
    old, new = (s.theme.get(errand.language, "") for s in (errand.past, errand.coming))
    for named in sessions_in(paragraph.text, errand.language):
        if named.number != errand.past.number:
            continue
        found = BRACKETS.match(paragraph.text, named.end)
        if found is not None and (_alike(found["said"], old) or _is_theme(found["said"], errand.language)):
            code = "rollover-theme-advanced" if new else "rollover-theme-open"
            start, end = found.span("said")
            yield replaced(start, end, found["said"], new or OPEN, code)


def _alike(said: str, theme: str) -> bool:
    return theme != "" and fold(theme, accents=False) in fold(said, accents=False)


def _is_theme(said: str, language: str) -> bool:
    """'Session of Unity and Justice': it begins with the word that the session is called by, and no day stands in it."""
    first = fold(said, language).split(" ")[:FIRST_WORDS]
    return THEMES.search(" ".join(first)) is not None and not any(c.isdigit() for c in said)


THEMES = expression(r"\b(?:session|summit|sommet|sesi|sidang|theme|tema)\b|دور[ةه]|قم[ةه]|شعار")
