"""A line of a fact sheet, 'Seat: Jeddah', read as what it says of the organization that the text is about."""

from __future__ import annotations

from amana.inquiry.claims import Piece, Sentence

_LONG = 14
"""Pieces at most of a line that is a label and what it says."""
_LEAD = 3
"""Pieces at most before the colon."""
_MEMBERS = ("member", "states", "number-of", "membership")
_SAID = (("seated", ("seat", "seated", "seat-label")), ("founded", ("founded", "founded-first", "founded-label")))
"""As what a label is read, and the words of it."""


def labelled(sentence: Sentence, before: Sentence | None, house: str) -> tuple[Piece, ...]:
    """The pieces of the line with the organization as its subject; those of any other sentence as they are.

    The label stands before a colon, or in the cell of a table before this one.
    """
    label, value = _parted(sentence, before)
    if not label or not value or len(sentence.pieces) > _LONG or any(map(_is_no_label, label)):
        return sentence.pieces
    in_line = value is not sentence.pieces
    begins = label[0].start if in_line else value[0].start
    office = next((p.one("office") for p in label if p.one("office")), "")
    if office and not in_line:
        return (_silent(begins, ("office", office)), Piece(begins, begins, "", (), mark=":"), *value)
    subject = _silent(begins, ("house", house))
    said = next((claim for claim, words in _SAID if any(p.says(*words) for p in label)), "")
    if said:
        return (subject, _silent(begins, ("claim", said)), *value)
    if any(p.says(*_MEMBERS) for p in label) and value[0].number is not None and value[0].when is None:
        return (subject, _silent(begins, ("claim", "comprises")), value[0], *_states(value), *value[1:])
    return sentence.pieces


def _parted(sentence: Sentence, before: Sentence | None) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The label and what stands behind it."""
    pieces = sentence.pieces
    colon = next((k for k, p in enumerate(pieces[: _LEAD + 1]) if p.mark == ":"), 0)
    if not colon and before is not None and _are_cells(before, sentence):
        return before.pieces, pieces
    return pieces[:colon], pieces[colon + 1 :]


def _is_no_label(piece: Piece) -> bool:
    named = piece.of("organ") or piece.of("party") or piece.of("partner")
    return piece.unknown or bool(piece.mark) or bool(named) or piece.rank is not None


def _are_cells(label: Sentence, value: Sentence) -> bool:
    """Two cells side by side, the first of them short and without a sentence in it."""
    cells = label.block.kind == value.block.kind == "cell"
    return cells and label.block is not value.block and len(label.pieces) <= _LEAD


def _states(value: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """'states', where the line says no more than the number."""
    said = any(p.says("states", "member") for p in value[1:2])
    return () if said else (_silent(value[0].end, ("claim", "member")),)


def _silent(at: int, *meanings: tuple[str, str]) -> Piece:
    return Piece(at, at, "", ("",), frozenset(meanings))
