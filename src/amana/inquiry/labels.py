"""A line of a fact sheet, 'Seat: Jeddah', read as what it says of the organization that the text is about."""

from __future__ import annotations

from amana.inquiry.claims import Piece, Sentence

_LONG = 14
"""Pieces at most of a line that is a label and what it says."""
_LEAD = 3
"""Pieces at most before the colon."""
_MEMBERS = ("member", "states", "number-of", "membership")


def labelled(sentence: Sentence, house: str) -> tuple[Piece, ...]:
    """The pieces of the line with the organization as its subject; those of any other sentence as they are."""
    pieces = sentence.pieces
    colon = next((k for k, p in enumerate(pieces[: _LEAD + 1]) if p.mark == ":"), 0)
    if not colon or len(pieces) > _LONG or colon + 1 >= len(pieces):
        return pieces
    label, value = pieces[:colon], pieces[colon + 1 :]
    if any(p.unknown or p.of("organ") or p.of("party") or p.of("partner") or p.rank is not None for p in label):
        return pieces
    begins = label[0].start
    subject = _silent(begins, ("house", house))
    if any(p.says("seat", "seated", "seat-label") for p in label):
        return (subject, _silent(begins, ("claim", "seated")), *value)
    if any(p.says("founded", "founded-first", "founded-label") for p in label):
        return (subject, _silent(begins, ("claim", "founded")), *value)
    if any(p.says(*_MEMBERS) for p in label) and value[0].number is not None and value[0].when is None:
        states = (
            () if any(p.says("states", "member") for p in value[1:2]) else (_silent(value[0].end, ("claim", "member")),)
        )
        return (subject, _silent(begins, ("claim", "comprises")), value[0], *states, *value[1:])
    return pieces


def _silent(at: int, *meanings: tuple[str, str]) -> Piece:
    return Piece(at, at, "", ("",), frozenset(meanings))
