"""What a text says of when a holder took or left an office that it does not name again: 'his successor took office in …'."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from amana.charter.offices import Term
from amana.inquiry.against_foundation import names_house
from amana.inquiry.against_holders import held_otherwise, is_ours
from amana.inquiry.against_telling import Matter
from amana.inquiry.claims import Piece, Sentence, When
from amana.inquiry.terms import asserted, is_open, slack_of
from amana.values.days import Day
from amana.values.problems import Problem

_LATE = timedelta(days=62)
"""So long before somebody left an office he may have said that he would."""


def check(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """The one person spoken of, who holds the office that was spoken of, with another time than that of the term."""
    pieces, office = sentence.pieces, _office(sentence, matter)
    if not office:
        return
    terms = {t.person: t for t in asserted(matter.known, office)}
    for at, piece in enumerate(pieces):
        served = piece.says("served") and at + 1 < len(pieces) and pieces[at + 1].says("since")
        if not (served or piece.says("took-office", "succeeded", "left-office")) or piece.says("became"):
            continue
        person = _person(sentence, at)
        term = terms.get(pieces[person].one("person")) if person is not None else None
        if person is None or term is None:
            continue
        found = _when(sentence, max(at, person) if piece.says("succeeded") or person > at else at)
        when = pieces[found].when if found is not None else None
        if found is None or when is None or not sentence.asserts(at, found) or _goes_on(sentence, found):
            continue
        field = "until" if piece.says("left-office") else "since"
        if not _fits(term, field, when):
            yield held_otherwise(sentence, matter, (found, found), term, when, field, "person")


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Behind the time it is said as what: 'took office in 2017 as foreign minister'."""
    following = sentence.pieces[at + 1] if at + 1 < len(sentence.pieces) else None
    return following is not None and following.says("post")


def _office(sentence: Sentence, matter: Matter) -> str:
    """The one office that the sentence names, or that was spoken of before it."""
    named = [k for k, p in enumerate(sentence.pieces) if p.of("office")]
    offices = {sentence.pieces[k].one("office") for k in named}
    if not offices:
        return sentence.before.office
    return offices.pop() if len(offices) == 1 and is_ours(sentence, named[0], matter) else ""


def _person(sentence: Sentence, at: int) -> int | None:
    """Who took the office: whoever succeeded stands behind the word, else the only person of the sentence."""
    named = [k for k, p in enumerate(sentence.pieces) if p.one("person") and not p.of("claim")]
    if sentence.pieces[at].says("served"):
        before = [k for k in named if k < at]
        passed = sentence.pieces[before[-1] + 1 : at] if before else ()
        return before[-1] if before and all(p.comma or p.says("glue") or p.words == ("who",) for p in passed) else None
    if sentence.pieces[at].says("succeeded"):
        behind = [k for k in named if k > at]
        passed = sentence.pieces[at + 1 : behind[0]] if behind else ()
        return behind[0] if behind and len(passed) <= 5 and not any(p.when for p in passed) else None
    found = {sentence.pieces[k].one("person") for k in named}
    return named[0] if len(found) == 1 else None


def _when(sentence: Sentence, start: int) -> int | None:
    """The time right behind, with nothing between but the post."""
    pieces, end = sentence.pieces, start + 1
    while end < len(pieces) and pieces[end].when is None and _is_of_post(sentence, pieces[end]):
        end += 1
    return end if end < len(pieces) and pieces[end].when is not None and end - start <= 5 else None


def _is_of_post(sentence: Sentence, piece: Piece) -> bool:
    return (
        piece.comma
        or bool(piece.of("office"))
        or piece.says("post", "glue", "since", "took-office")
        or names_house(sentence, piece)
    )


def _fits(term: Term, field: str, when: When) -> bool:
    day: Day | None = term.since if field == "since" else term.until
    if day is None or day.first is None or day.last is None or field in term.unsourced or is_open(term):
        return True
    slack = slack_of(day)
    return when.fits(day.first - slack - (_LATE if field == "until" else timedelta()), day.last + slack)
