"""A question in people's words, answered by one card; by nothing where anything in it is not understood."""

from __future__ import annotations

from datetime import date

from amana.inquiry.card import Card
from amana.inquiry.known import Known


def answer(question: str, known: Known, *, language: str | None, day: date) -> Card | None:
    """The card that answers `question`, in its language where it can be told (ar, en, fr, id), else in `language`.

    `day` is the day for which the page stands: it answers what names no day of its own. None where any word of the
    question is not understood, or more than one answer is meant: a wrong card is worse than none.
    """
    return None
