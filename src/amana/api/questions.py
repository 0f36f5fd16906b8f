"""Questions in words: answered by one card with its sources, or by nothing."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Field, Query, Router

from amana.api import shapes
from amana.api.asking import Anything, Asked
from amana.api.shapes import Json, shape, single
from amana.inquiry.answering import answer as answered
from amana.inquiry.card import Card
from amana.values.problems import Problem

router = Router(tags=["questions"])
LONGEST = 300


class Question(Anything):
    """A question in people's words."""

    q: str = Field("", description="In ar, en, fr or id: who was Secretary General in 1980", max_length=LONGEST)


@router.get(
    "/answer", response=single(shapes.Strict, "AnswerToQuestion", "An answer, or none.", card=shape(Card) | None)
)
def answer(request: HttpRequest, query: Query[Question]) -> Json:
    """The card that answers a question; null where it is not wholly understood: a wrong answer is worse than none."""
    asked = Asked(request, query, () if query.q.strip() else [Problem("api-no-question", {"name": "q"})])
    card = answered(query.q, asked.organization, language=asked.language, day=asked.day)
    told = shapes.told(card, asked) if card else None
    return asked.answer(asked.own("answer"), "answer", None, card=told)
