"""What a text says of the state that chairs the Summit or the Council, held against the record."""

from __future__ import annotations

from collections.abc import Iterator

from amana.charter.offices import Term
from amana.inquiry.against_foundation import names_house
from amana.inquiry.against_sessions import is_named_ours
from amana.inquiry.against_telling import Matter, against, recorded
from amana.inquiry.claims import Piece, Sentence, is_other
from amana.inquiry.grounds import is_beyond
from amana.inquiry.holders import chair_of
from amana.inquiry.moments import of_day
from amana.inquiry.telling import office_name, party_name
from amana.inquiry.tenures import span_of
from amana.inquiry.terms import asserted, window
from amana.values.problems import Problem


def check(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """'Cameroon chairs the Council of Foreign Ministers' of a day on which another state certainly did."""
    for at, piece in enumerate(sentence.pieces):
        if not piece.says("chairs") or sentence.times(*sentence.clause(at)) or not sentence.asserts(at):
            continue
        party, chaired = _party(sentence, at), _chaired(sentence, matter, at)
        if party is None or chaired is None or is_beyond(matter.known, matter.day):
            continue
        office, end = chaired
        mine = asserted(matter.known, office)
        sitting = [t for t in mine if window(matter.known, t, mine).touches(of_day(matter.day))]
        named = sentence.pieces[party].of("party")
        if (
            len(sitting) == 1
            and sitting[0].party
            and sitting[0].party not in named
            and _is_sure(matter, sitting[0], mine)
        ):
            yield _told(sentence, matter, (min(party, at), max(party, end)), sitting[0], named[0])


def _is_sure(matter: Matter, term: Term, mine: tuple[Term, ...]) -> bool:
    return "party" not in term.unsourced and window(matter.known, term, mine).covers(of_day(matter.day))


def _party(sentence: Sentence, at: int) -> int | None:
    """The state right before the verb; in Arabic also right behind it."""
    pieces = sentence.pieces
    before = at - 1
    while before >= 0 and pieces[before].says("now"):
        before -= 1
    if before >= 0 and _is_state(pieces[before]) and sentence.heads(before):
        return before
    behind = at + 1
    return behind if sentence.language == "ar" and behind < len(pieces) and _is_state(pieces[behind]) else None


def _is_state(piece: Piece) -> bool:
    return len(piece.of("party")) == 1 and not piece.of("partner")


def _chaired(sentence: Sentence, matter: Matter, at: int) -> tuple[str, int] | None:
    """The office of chair of the organ named behind the verb, and the piece of the organ."""
    pieces = sentence.pieces
    end = at + 1
    while end < len(pieces) and (pieces[end].says("glue", "now") or _is_state(pieces[end]) or pieces[end].of("house")):
        end += 1
    if end >= len(pieces) or any(is_other(p, matter.known) for p in pieces[at : end + 3]):
        return None
    organ = pieces[end].one("organ")
    office = chair_of(matter.known, organ)
    ours = sentence.about or is_named_ours(pieces[end]) or any(names_house(sentence, p) for p in pieces[at : end + 3])
    follows = pieces[end + 1] if end + 1 < len(pieces) else None
    plain = follows is None or not (follows.unknown or follows.says("gathering", "session")) or bool(follows.mark)
    return (office, end) if organ and office and ours and plain else None


def _told(sentence: Sentence, matter: Matter, at: tuple[int, int], term: Term, named: str) -> Problem:
    known, tell = matter.known, matter.tell
    before = [t for t in asserted(known, term.office) if t.party == named]
    who = party_name(known, term.party, tell, matter.day)
    return against(
        matter, sentence, "stale" if before else "holder", at, entry=f"offices/{term.id}", sources=term.sources,
        kept=recorded(matter, office_name(known, term.office, tell), who, span_of(known, term, tell)),
        severity="warning" if before else "error",
    )  # fmt: skip
