"""What a text says of the organization among others: its status at a partner, its seat, who is in a contact group."""

from __future__ import annotations

from collections.abc import Iterator

from amana.inquiry.against_foundation import names_house
from amana.inquiry.against_sessions import follow
from amana.inquiry.against_telling import Matter, against, dispute_on, recorded
from amana.inquiry.claims import Piece, Sentence
from amana.inquiry.telling import day_in, party_name, place_in, words_in
from amana.relations.partners import Event, Partner
from amana.values.listing import listed
from amana.values.problems import Problem
from amana.values.words import Words


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
        matter, sentence, what, at, kept=recorded(matter, event.words.best(matter.tell), event.reference, day),
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


def seat(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """The seat of the organization or of one of its organs in another place."""
    pieces = sentence.pieces
    for at, piece in enumerate(pieces):
        if not piece.says("seat", "seated"):
            continue
        subject = _seated(sentence, at)
        told = follow(sentence, max(at, subject or 0) + 1, "is")
        if subject is None or not told.places or not sentence.asserts(at, told.end):
            continue
        if not piece.says("seated") and not _is_predicate(sentence, at, told.places[0], told.end):
            continue
        organ = matter.known.organs_by_id.get(pieces[subject].one("organ"))
        place, entry, marks = (
            (organ.seat, f"organs/{organ.id}", organ.unsourced)
            if organ is not None
            else (matter.known.profile.seat, f"organization/{matter.known.profile.id}", ())
        )
        if not place or "seat" in marks or any(_is_in(pieces[p], place) for p in told.places):
            continue
        dispute = dispute_on(matter.known, f"{entry}#seat")
        yield against(
            matter, sentence, "place", (told.places[0], told.places[0]), kept=place_in(place, matter.tell),
            entry=entry, sources=organ.sources if organ else (), dispute=dispute,
            severity="note" if dispute else "error",
        )  # fmt: skip


def _is_predicate(sentence: Sentence, at: int, place: int, end: int) -> bool:
    """'the seat of the OIC is in Jeddah', not 'the OIC seat in New York is that of its mission'."""
    joined = sentence.pieces[max(0, at - 1) : at] + sentence.pieces[at + 1 : place]
    if any(p.says("is") or set(p.words) & _STANDS for p in joined):
        return True
    return end + 1 >= len(sentence.pieces) or bool(sentence.pieces[end + 1].mark)


_STANDS = frozenset(
    {"are", "lies", "located", "situated", "sont", "situe", "situee", "يقع", "تقع", "terletak", "berada"}
)


def _seated(sentence: Sentence, at: int) -> int | None:
    """Whose seat: what stands right behind the word, or before it."""
    for step in (1, -1):
        other = at + step
        while 0 <= other < len(sentence.pieces) and abs(other - at) <= 3:
            piece = sentence.pieces[other]
            if names_house(sentence, piece) or piece.one("organ"):
                return other if step > 0 or sentence.heads(other) else None
            joins = piece.says("glue", "is", "comprises") and not (step > 0 and piece.says("inside"))
            if not joins and not (step < 0 and piece.mark in ("(", ",", "،")):
                break
            other += step
    return None


def _is_in(piece: Piece, place: Words) -> bool:
    english = place.best("en")
    return any(p == english or p in english or english in p for p in piece.of("place"))


def groups(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """A state named among the members of a contact group to which the record does not count it."""
    pieces = sentence.pieces
    at = next((k for k, p in enumerate(pieces) if p.one("group")), None)
    group = next((g for g in matter.known.groups if at is not None and g.id == pieces[at].one("group")), None)
    if at is None or group is None or not group.seats:
        return
    verb = next((k for k in range(at + 1, min(at + 5, len(pieces))) if pieces[k].says("comprises")), None)
    if verb is None or not all(p.says("glue") or p.comma for p in pieces[at + 1 : verb]) or not sentence.asserts(verb):
        return
    seated = {s.party for s in group.seats}
    for end in range(verb + 1, len(pieces)):
        piece = pieces[end]
        if piece.one("party") and not seated & set(piece.of("party")):
            names = listed(
                (party_name(matter.known, s.party, matter.tell) for s in group.seats if s.party), matter.tell
            )
            yield against(
                matter, sentence, "member", (end, end), kept=recorded(matter, words_in(group.names, matter.tell), names),
                entry=f"groups/{group.id}", sources=group.sources,
            )  # fmt: skip
        if not (piece.of("party") or piece.comma or piece.says("glue")):
            return
