"""A question in people's words, answered by one card; by nothing where anything in it is not understood."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from amana.inquiry import (
    bodies,
    charters,
    dealings,
    duties,
    holders,
    meetings,
    membership,
    naming,
    plans,
    provisions,
    standings,
)
from amana.inquiry.asked import LONGEST, Asked, understand
from amana.inquiry.card import Card
from amana.inquiry.known import Known
from amana.inquiry.pointers import try_symbol

Pattern = Callable[[Asked, Known, date], Card | None]
PATTERNS: tuple[Pattern, ...] = (
    duties.try_, provisions.try_, naming.try_, charters.try_, plans.try_, dealings.try_, holders.try_,
    standings.try_, membership.try_, meetings.try_,
    bodies.try_,
)  # fmt: skip
"""Each takes a question wholly or not at all; the first that answers is the answer."""


def answer(question: str, known: Known, *, language: str | None, day: date) -> Card | None:
    """The card that answers `question`, in its language where it can be told (ar, en, fr, id), else in `language`.

    `day` is the day for which the page stands: it answers what names no day of its own. None where any word of the
    question is not understood, or more than one answer is meant: a wrong card is worse than none.
    """
    if len(question) > LONGEST:
        return None
    card = try_symbol(question, known, language)
    if card is not None:
        return card
    for asked in understand(question, known, language):
        if asked.says("now") and asked.moments:
            return None  # today and another day
        for try_ in PATTERNS:
            card = try_(asked, known, day)
            if card is not None:
                return card
    return None
