"""What a text says of the organization among others: its status at a partner."""

from __future__ import annotations

from collections.abc import Iterator

from amana.inquiry.against_foundation import names_house
from amana.inquiry.against_telling import Matter, against, dispute_on, recorded
from amana.inquiry.claims import Piece, Sentence
from amana.inquiry.telling import day_in, quoted
from amana.relations.partners import Event, Partner
from amana.values.problems import Problem


def status(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """A permanent member of the United Nations, or an observer there since another day."""
    pieces = sentence.pieces
    for at, piece in enumerate(pieces):
        partner = _partner_after(sentence, at, matter)
        event = _observing(partner)
        if partner is None or event is None or not _of_house(sentence, at):
            continue
        if piece.says("permanent-member") or (piece.says("member") and _is_member(pieces, at)):
            if sentence.asserts(at):
                yield _status(sentence, matter, (at, _place_of(sentence, at, partner)), partner, event, "status")
        elif piece.says("observer") and sentence.asserts(at):
            yield from _since(sentence, matter, at, partner, event)


def _partner_after(sentence: Sentence, at: int, matter: Matter) -> Partner | None:
    pieces, end = sentence.pieces, at + 1
    while end < len(pieces) and pieces[end].says("glue", "inside"):
        end += 1
    found = pieces[end].one("partner") if end < len(pieces) and end > at else ""
    return next((p for p in matter.known.partners if p.id == found), None)


def _place_of(sentence: Sentence, at: int, partner: Partner) -> int:
    return next(k for k in range(at, len(sentence.pieces)) if sentence.pieces[k].one("partner") == partner.id)


def _observing(partner: Partner | None) -> Event | None:
    """What made the organization an observer there: the first event of that kind with a reference."""
    events = partner.events if partner else ()
    return next((e for e in events if e.kind == "status" and e.reference and e.day), None)


def _of_house(sentence: Sentence, at: int) -> bool:
    """Right before it the organization is named: 'the OIC is a permanent member', 'لها عضوية دائمة'."""
    before = at - 1
    while before >= 0 and sentence.pieces[before].says("glue", "is", "comprises", "now", "was", "granted"):
        before -= 1
    return before >= 0 and names_house(sentence, sentence.pieces[before]) and sentence.heads(before)


def _is_member(pieces: tuple[Piece, ...], at: int) -> bool:
    """'is a member of', not 'member states'."""
    return at > 0 and any(p.says("is") for p in pieces[max(0, at - 3) : at]) and not pieces[at + 1].says("states")


def _status(
    sentence: Sentence, matter: Matter, at: tuple[int, int], partner: Partner, event: Event, what: str
) -> Problem:
    day = day_in(event.day, matter.tell) if event.day else ""
    return against(
        matter, sentence, what, at, kept=recorded(matter, quoted(event.words, matter.tell), event.reference, day),
        entry=f"relations/{partner.id}/{event.id}", sources=event.sources,
        dispute=dispute_on(matter.known, f"organization/{matter.known.profile.id}#status-in-the-united-nations"),
    )  # fmt: skip


def _since(sentence: Sentence, matter: Matter, at: int, partner: Partner, event: Event) -> Iterator[Problem]:
    end = _place_of(sentence, at, partner) + 1
    while end < len(sentence.pieces) and sentence.pieces[end].says("since", "glue"):
        end += 1
    when = sentence.pieces[end].when if end < len(sentence.pieces) else None
    if when and event.day and event.day.first and event.day.last and not when.fits(event.day.first, event.day.last):
        yield _status(sentence, matter, (end, end), partner, event, "date")
