"""Numbers that a machine has broken: XNUMX for a number, a year where a rank should stand (the 2008th Summit)."""

from __future__ import annotations

from collections.abc import Iterator

from amana.inquiry.against_sessions import follow, is_at, is_named_ours, is_then, kept_of
from amana.inquiry.against_telling import Matter, against, dispute_on, recorded
from amana.inquiry.claims import Piece, Sentence, When
from amana.inquiry.holders import is_whole
from amana.inquiry.telling import office_name, rank_in
from amana.inquiry.tenures import name_of, span_of
from amana.inquiry.terms import asserted
from amana.values.problems import Problem

_LOST = "xnumx"
"""What a machine translation prints for a number that it lost."""


def check(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """One finding for a sentence with broken numbers; with what the record has, where it still tells of what."""
    spots = [k for k, p in enumerate(sentence.pieces) if _LOST in p.words or _slipped(sentence, k)]
    if not spots:
        return
    kept, entry, sources, fact = _meant(sentence, matter, spots)
    first, *others = spots
    yield against(
        matter, sentence, "corrupt", (first, first), kept=kept or "?", entry=entry, sources=sources,
        dispute=dispute_on(matter.known, fact) if fact else None, also=[(k, k) for k in others],
    )  # fmt: skip


def _slipped(sentence: Sentence, at: int) -> bool:
    """A year for the rank of a session or of a holder."""
    rank = sentence.pieces[at].rank
    if rank is None or _year(rank) is None or not any(map(_is_ranked, _beside(sentence, at))):
        return False
    return sentence.about or any(is_named_ours(p) for p in sentence.pieces)


def _is_ranked(piece: Piece) -> bool:
    return bool(piece.of("organ") or piece.of("office"))


def _beside(sentence: Sentence, at: int) -> tuple[Piece, ...]:
    return sentence.pieces[max(0, at - 1) : at] + sentence.pieces[at + 1 : at + 2]


def _meant(sentence: Sentence, matter: Matter, spots: list[int]) -> tuple[str, str, tuple[str, ...], str]:
    """What the record has of the holder or the session named: told, entry, sources, the fact that may be disputed."""
    for at in spots:
        for piece in _beside(sentence, at):
            if office := piece.one("office"):
                return _holder(sentence, matter, office)
            if organ := piece.one("organ"):
                return _session(sentence, matter, organ, at)
    return "", "", (), ""


def _holder(sentence: Sentence, matter: Matter, office: str) -> tuple[str, str, tuple[str, ...], str]:
    known, mine = matter.known, asserted(matter.known, office)
    named = {p.one("person") for p in sentence.pieces}
    found = [(n, t) for n, t in enumerate(mine, 1) if t.person and t.person in named]
    if len(found) != 1 or not is_whole(known, mine, known.offices_by_id[office].organ):
        return "", "", (), ""
    rank, term = found[0]
    tell = matter.tell
    kept = recorded(
        matter,
        name_of(known, term, tell),
        office_name(known, office, tell),
        rank_in(rank, tell),
        span_of(known, term, tell),
    )
    return kept, f"offices/{term.id}", term.sources, f"offices/{term.id}#ordinal"


def _session(sentence: Sentence, matter: Matter, organ: str, at: int) -> tuple[str, str, tuple[str, ...], str]:
    """The session at that place whose year stands where its rank should be."""
    rank, places = sentence.pieces[at].rank or 0, [sentence.pieces[p] for p in follow(sentence, at + 1).places]
    when = _year(rank)
    fit = [
        s
        for s in matter.known.sessions
        if s.organ == organ and when and is_then(when, s) and s.days and any(is_at(p, s) for p in places)
    ]
    if len(fit) != 1:
        return "", "", (), ""
    return kept_of(matter, fit[0]), f"sessions/{fit[0].id}", fit[0].sources, f"sessions/{fit[0].id}#number"


def _year(number: int) -> When | None:
    return When.of_year(number) if 1900 <= number <= 2199 else None
