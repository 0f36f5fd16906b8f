"""What a text says of where the organization or one of its organs has its seat."""

from __future__ import annotations

from collections.abc import Iterator

from amana.inquiry.against_foundation import names_house
from amana.inquiry.against_sessions import follow
from amana.inquiry.against_telling import Matter, against, dispute_on
from amana.inquiry.claims import AND, Piece, Sentence
from amana.inquiry.telling import place_in
from amana.values.problems import Problem
from amana.values.words import Words

_STANDS = frozenset(
    {
        "are",
        "lies",
        "located",
        "situated",
        "sont",
        "situe",
        "situee",
        "trouve",
        "sis",
        "يقع",
        "تقع",
        "terletak",
        "berada",
    }
)
_OF = frozenset({"of", "for", "with", "de", "des", "d", "du", "pour", "avec", "dari", "untuk", "dengan"})
_WIDE = 8
"""Pieces at most between a name and the seat of what it is defined as."""


def check(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """The seat of the organization or of one of its organs in another place."""
    for at, piece in enumerate(sentence.pieces):
        if piece.says("stands", "moved"):
            yield from _standing(sentence, matter, at)
        elif piece.says("is") and (place := _is_there(sentence, at)) is not None and sentence.asserts(at, place):
            yield from _held_against(sentence, matter, at - 1, (place,))
        if piece.says("seat", "seated"):
            yield from _stated(sentence, matter, at)
        elif piece.says("seat-taken"):
            yield from _taken(sentence, matter, at)


def _stated(sentence: Sentence, matter: Matter, at: int) -> Iterator[Problem]:
    pieces = sentence.pieces
    if (place := _hyphened(sentence, at)) is not None:
        yield from _held_against(sentence, matter, at + 1, (place,))
        return
    subject = _seated(sentence, at)
    told = follow(sentence, max(at, subject or 0) + 1, "is")
    if subject is None:
        subject = _behind(sentence, at, told.end)
    if subject is not None and not told.places and (place := _inverted(sentence, at, subject)) is not None:
        if sentence.asserts(place, subject):
            yield from _held_against(sentence, matter, subject, (place,))
        return
    if subject is None or not told.places or not sentence.asserts(at, told.end):
        return
    if not pieces[at].says("seated") and not _is_predicate(sentence, at, told.places[0], told.end):
        return
    yield from _held_against(sentence, matter, subject, told.places)


def _standing(sentence: Sentence, matter: Matter, at: int) -> Iterator[Problem]:
    """'The OIC is located in …', 'تقع … في …'; of the organization also 'moved to'."""
    pieces = sentence.pieces
    subject = _standing_subject(sentence, at)
    if subject is None or (pieces[at].says("moved") and not names_house(sentence, pieces[subject])):
        return
    told = follow(sentence, max(at, subject) + 1, "now")
    before = any(p.says("was", "former") for p in pieces[max(0, at - 2) : at])
    if before or not sentence.asserts(at, told.end):
        return
    if told.places and told.places[0] <= max(at, subject) + 4:
        yield from _held_against(sentence, matter, subject, told.places)
    elif not told.places and told.party is not None and told.party <= max(at, subject) + 4:
        yield from _held_against(sentence, matter, subject, (), told.party)


def _is_there(sentence: Sentence, at: int) -> int | None:
    """'SESRIC is in Ankara.': an institution, the place, and nothing behind it."""
    pieces, place = sentence.pieces, at + 2
    if at < 1 or place >= len(pieces) or not pieces[at + 1].says("inside") or not pieces[place].of("place"):
        return None
    organ = pieces[at - 1].one("organ") and not pieces[at - 1].of("party")
    closed = place + 1 >= len(pieces) or bool(pieces[place + 1].mark)
    return place if organ and closed and sentence.heads(at - 1) else None


def _standing_subject(sentence: Sentence, at: int) -> int | None:
    """What stands or moved there: right before the verb, or the seat of it; in Arabic also right behind the verb."""
    pieces, before = sentence.pieces, at - 1
    while before >= 0 and (
        pieces[before].says("glue", "now", "seat", "seated") or pieces[before].mark in ("(", ")", ",", "،")
    ):
        before -= 1
    if before >= 0 and _named(sentence, before) and sentence.heads(before):
        return before
    behind = at + 1
    if sentence.language == "ar" and behind < len(pieces) and _named(sentence, behind):
        return behind
    return None


def _held_against(
    sentence: Sentence, matter: Matter, subject: int, places: tuple[int, ...], state: int | None = None
) -> Iterator[Problem]:
    """Places, or where none is named the state, in which the subject has no seat."""
    pieces = sentence.pieces
    organ = matter.known.organs_by_id.get(pieces[subject].one("organ"))
    place, entry, marks = (
        (organ.seat, f"organs/{organ.id}", organ.unsourced)
        if organ is not None
        else (matter.known.profile.seat, f"organization/{matter.known.profile.id}", ())
    )
    party = organ.seat_party if organ is not None else matter.known.profile.seat_party
    at = places[0] if places else state
    if not place or at is None or "seat" in marks or any(_is_in(pieces[p], place) for p in places):
        return
    if not places and (not party or party in pieces[at].of("party")):
        return
    dispute = dispute_on(matter.known, f"{entry}#seat")
    yield against(
        matter, sentence, "place", (at, at), kept=place_in(place, matter.tell),
        entry=entry, sources=organ.sources if organ else (), dispute=dispute,
        severity="note" if dispute else "error",
    )  # fmt: skip


def _is_predicate(sentence: Sentence, at: int, place: int, end: int) -> bool:
    """'the seat of the OIC is in Jeddah', not 'the OIC seat in New York is that of its mission'."""
    joined = sentence.pieces[max(0, at - 1) : at] + sentence.pieces[at + 1 : place]
    if any(p.says("is") or set(p.words) & _STANDS for p in joined):
        return True
    return end + 1 >= len(sentence.pieces) or bool(sentence.pieces[end + 1].mark)


def _named(sentence: Sentence, at: int) -> bool:
    return names_house(sentence, sentence.pieces[at]) or bool(sentence.pieces[at].one("organ"))


def _seated(sentence: Sentence, at: int) -> int | None:
    """Whose seat: what stands right behind the word, or before it, or what is defined before it."""
    other = at
    for step in (1, -1):
        other = at + step
        while 0 <= other < len(sentence.pieces) and abs(other - at) <= 3:
            piece = sentence.pieces[other]
            if _named(sentence, other):
                if step < 0 and _is_narrowed(sentence, other, at):
                    return None
                return other if step > 0 or sentence.heads(other) else None
            joins = piece.says("glue", "is", "comprises") and not (step > 0 and piece.says("inside"))
            if not joins and not (step < 0 and (piece.mark in ("(", ")", ",", "،") or piece.words == ("s",))):
                break
            other += step
    joined = _joined(sentence, at)
    return _defined(sentence, at) if joined is None else joined


def _joined(sentence: Sentence, at: int) -> int | None:
    """'The OIC was founded in 1969 and is headquartered in …': between its name and the seat only what is told of it."""
    pieces, start = sentence.pieces, at
    if not pieces[at].says("seated"):
        return None
    if not pieces[at].words[0].startswith("و"):
        start -= 1
        while start > 0 and pieces[start].says("is"):
            start -= 1
        if start <= 0 or not set(pieces[start].words) & AND:
            return None
    house = start - 1
    while house >= 0 and not _named(sentence, house) and (_is_told_of(pieces[house]) or _is_what(sentence, house)):
        house -= 1
    if not 0 <= house <= 2 or not _named(sentence, house) or not sentence.heads(house):
        return None
    return house if any(p.says("founded", "comprises") for p in pieces[:start]) else None


def _is_what(sentence: Sentence, at: int) -> bool:
    """A word of what it is said to be: 'is an international organization that was founded in …'."""
    piece = sentence.pieces[at]
    if piece.says("is", "the-organization"):
        return True
    near = {w for p in sentence.pieces[max(0, at - 3) : at + 3] for w in p.words}
    return piece.unknown and piece.text[:1].islower() and not near.isdisjoint(KINDS)


def _is_told_of(piece: Piece) -> bool:
    """Words in which a foundation or a number of members is told."""
    counted = piece.number is not None or piece.when is not None
    named = bool(piece.of("place")) and not piece.of("partner")
    return (
        counted
        or named
        or piece.says("founded", "founded-first", "comprises", "glue", "states", "member", "now", "islamic")
    )


def _inverted(sentence: Sentence, at: int, subject: int) -> int | None:
    """'… is the seat of the OIC', '… hosts the headquarters of the OIC': the place, with which the sentence begins."""
    pieces, place = sentence.pieces, at - 1
    if subject < at or not pieces[at].says("seat") or not _is_whole(sentence, subject):
        return None
    while place >= 0 and pieces[place].says("glue", "is", "hosts-seat", "now") and not pieces[place].of("place"):
        place -= 1
    if place < 0 or not pieces[place].of("place") or any(p.says("was") for p in pieces[place + 1 : at]):
        return None
    verb = any(p.says("is", "hosts-seat") for p in pieces[place + 1 : at])
    begins = all(p.says("glue") or p.number is not None for p in pieces[:place])
    return place if verb and begins else None


def _is_narrowed(sentence: Sentence, subject: int, at: int) -> bool:
    """'the organisation based in …' is the one that is based there, not the one spoken of."""
    spoken_of = not (sentence.pieces[subject].of("house") or sentence.pieces[subject].of("organ"))
    return spoken_of and at == subject + 1 and sentence.language != "ar"


def _defined(sentence: Sentence, at: int) -> int | None:
    """'The OIC is an intergovernmental organization headquartered in …': between its name and the seat what it is."""
    pieces, start = sentence.pieces, at - 1
    while start >= 0 and at - start <= _WIDE and not names_house(sentence, pieces[start]):
        start -= 1
    between = pieces[start + 1 : at]
    if not 0 <= start <= 2 or at - start > _WIDE or not sentence.heads(start):
        return None
    if not between or not any(set(p.words) & KINDS for p in between):
        return None
    is_it = between[0].says("is") or sentence.language == "ar"
    plainly = all(
        (p.unknown or p.says("is", "glue", "islamic", "the-organization")) and not any(map(_is_of, p.words))
        for p in between
    )
    return start if is_it and plainly else None


def _is_of(word: str) -> bool:
    return word in _OF or any(kind in word and kind != word for kind in KINDS)


KINDS = frozenset({"organization", "organisation", "organisasi", "منظمه", "منظمة", "body", "هيئة", "institution"})
"""What an organization is said to be."""


def _behind(sentence: Sentence, at: int, end: int) -> int | None:
    """'Headquartered in …, the OIC has': the word opens the sentence, and the subject stands behind the first comma."""
    pieces = sentence.pieces
    begins = 1 if pieces[0].number is not None else 0
    comma = end + 1
    if at != begins or not pieces[at].says("seated") or comma + 1 >= len(pieces) or not pieces[comma].comma:
        return None
    subject = comma + 1
    while subject < len(pieces) and pieces[subject].says("glue") and not pieces[subject].says("inside"):
        subject += 1
    return subject if subject < len(pieces) and _is_whole(sentence, subject) else None


def _is_whole(sentence: Sentence, at: int) -> bool:
    """The name is not the first part of a longer one, 'the OIC delegation': a verb or nothing stands behind it."""
    if not _named(sentence, at):
        return False
    following = sentence.pieces[at + 1] if at + 1 < len(sentence.pieces) else None
    if following is None or following.mark:
        return True
    if following.unknown:
        return following.text.islower() and following.text.endswith("ed")
    return following.says("is", "was", "comprises", "founded", "glue", "takes-post", "meets")


def _hyphened(sentence: Sentence, at: int) -> int | None:
    """'the Jeddah-based OIC': the piece of the place."""
    pieces = sentence.pieces
    if at < 1 or at + 1 >= len(pieces) or not pieces[at - 1].of("place") or not _is_whole(sentence, at + 1):
        return None
    text = sentence.block.text[pieces[at - 1].end : pieces[at].start]
    return at - 1 if text in ("-", "‑") and sentence.asserts(at) else None


def _taken(sentence: Sentence, matter: Matter, at: int) -> Iterator[Problem]:
    """'تتخذ المنظمة من جدة مقرا لها', 'المنظمة التي تتخذ من جدة مقرا لها'."""
    pieces, before = sentence.pieces, at - 1
    if len(pieces[at].words) == 1 and at + 1 < len(pieces) and not pieces[at + 1].mark:
        return  # the seat of something: مقرا لاجتماعها
    while before >= 0 and (pieces[before].of("place") or pieces[before].says("glue")):
        before -= 1
    places = tuple(p for p in range(before + 1, at) if pieces[p].of("place"))
    if before < 0 or not places or not sentence.asserts(at):
        return
    subject = before
    if pieces[before].says("takes-seat"):
        subject = before - 1
        while subject >= 0 and (pieces[subject].says("glue") or pieces[subject].comma):
            subject -= 1
        if subject < 0 or not sentence.heads(subject):
            return
    elif before == 0 or not pieces[before - 1].says("takes-seat"):
        return
    if _named(sentence, subject):
        yield from _held_against(sentence, matter, subject, places)


def _is_in(piece: Piece, place: Words) -> bool:
    english = place.best("en")
    return any(p == english or p in english or english in p for p in piece.of("place"))
