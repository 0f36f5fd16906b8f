"""A numbered session where a text names it, and the place and time that the text tells before it."""

from __future__ import annotations

from dataclasses import dataclass

from amana.inquiry.claims import Piece, Sentence


@dataclass(frozen=True, slots=True)
class Named:
    """A session named by organ, kind and rank in pieces `start` to `end` (outside)."""

    start: int
    end: int
    organ: str
    kind: str
    rank: int
    at: int
    """The piece of the rank."""


@dataclass(frozen=True, slots=True)
class Told:
    """What stands behind a subject: pieces of its places, its host state, its time; up to piece `end`."""

    places: tuple[int, ...] = ()
    party: int | None = None
    when: int | None = None
    held: bool = False
    end: int = 0


def predicated(sentence: Sentence, named: Named) -> Told | None:
    """What it is said to be: 'The Summit in Doha in 2000 was the ninth', «قمة الدوحة عام 2000 هي القمة التاسعة»."""
    pieces, verb = sentence.pieces, named.start - 1
    if verb < 1 or not pieces[verb].says("is", "was"):
        return None
    at = verb - 1
    while at >= 0 and (
        pieces[at].of("place")
        or pieces[at].when is not None
        or pieces[at].says("glue", "inside")
        or pieces[at].of("house")
    ):
        at -= 1
    if at < 0 or pieces[at].one("organ") != named.organ or any(p.rank is not None for p in pieces[:at]):
        return None
    run = range(at + 1, verb)
    places, times = tuple(k for k in run if pieces[k].of("place")), [k for k in run if pieces[k].when is not None]
    return Told(places, None, times[0], True, named.end) if places and len(times) == 1 else None


def told_before(sentence: Sentence, named: Named) -> Told | None:
    """Place and time before it: 'It was in Dakar that the 6th Summit met', «C'est à Dakar que s'est réuni le 6e Sommet»."""
    pieces, first = sentence.pieces, named.start
    behind = named.end < len(pieces) and pieces[named.end].says("held")
    held = behind
    while first > 0 and (_is_told(pieces[first - 1]) or pieces[first - 1].words in _THAT):
        first -= 1
        held = held or pieces[first].says("held")
    if not held or first == named.start:
        return None
    cleft = any(p.says("cleft", "it") for p in pieces[max(0, first - 1) : named.start])
    within = not behind and first > 0 and _is_subject_of(sentence, first, named.organ)
    run = range(first, named.start)
    verbal = sentence.language == "ar" and not behind and sum(pieces[k].says("held") for k in run) == 1
    if not cleft and not within and not (verbal and _is_open(sentence, first)):
        return None
    places = tuple(k for k in run if pieces[k].of("place"))
    times = [k for k in run if pieces[k].when is not None]
    return Told(places, None, times[0] if len(times) == 1 else None, True, named.end) if len(times) < 2 else None


def _is_open(sentence: Sentence, first: int) -> bool:
    """A verb of Arabic opens the sentence or clause: «وفي عام 1981 انعقدت في مكة القمة الثالثة»."""
    return first == 0 or bool(sentence.pieces[first].comma)


_THAT = (("que",), ("that",), ("which",), ("bahwa",))


def _is_told(piece: Piece) -> bool:
    """A word that may stand between what is told and a session."""
    return (
        bool(piece.of("place"))
        or piece.when is not None
        or piece.comma
        or piece.says("held", "glue", "inside", "cleft", "now")
    )


def _is_subject_of(sentence: Sentence, first: int, organ: str) -> bool:
    """'The Council met in Abu Dhabi, in its 45th session': the organ stands right before the verb."""
    pieces = sentence.pieces
    before = pieces[first - 1]
    if before.of("house") and first > 1:
        before = pieces[first - 2]
    return before.one("organ") == organ and pieces[first].says("held") and sentence.heads(first - 1)
