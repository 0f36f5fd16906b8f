"""What a text says of when and where the organization or one of its organs was founded, and who met there."""

from __future__ import annotations

from collections.abc import Iterator

from amana.charter.organs import Organ
from amana.inquiry.against_sessions import follow, is_at
from amana.inquiry.against_telling import Matter, against, claimed, dispute_on, recorded, severity_of
from amana.inquiry.against_told import Told
from amana.inquiry.claims import Piece, Sentence, When
from amana.inquiry.telling import day_in, organ_name, place_in, quoted
from amana.sessions.session import Session
from amana.values.problems import Problem

_APART = 4
"""Years by which the founding of an institution must differ: it is decided, chartered and opened in different years."""


def check(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """Foundations dated or placed otherwise than the record has them."""
    for at, piece in enumerate(sentence.pieces):
        first = piece.says("founded-first", "founded") and at == _begins(sentence)
        if not (piece.says("founded") or first):
            continue
        subject = _subject(sentence, at)
        if subject is None and first:
            yield from _opening(sentence, matter, at)
        if subject is None:
            continue
        told = follow(sentence, max(at, subject) + 1, "decision", "now")
        if (told.when is None and not told.places) or not sentence.asserts(at, told.end):
            continue
        named = sentence.pieces[subject]
        organ = matter.known.organs_by_id.get(named.one("organ"))
        if names_house(sentence, named):
            yield from _house(sentence, matter, told)
        elif organ is not None:
            yield from _organ(sentence, matter, told, organ)


def _begins(sentence: Sentence) -> int:
    """The first word of the sentence, behind the number of a paragraph."""
    return 1 if sentence.pieces[0].number is not None else 0


def _opening(sentence: Sentence, matter: Matter, at: int) -> Iterator[Problem]:
    """'Established in 1971, the Organisation is …': the subject stands behind the first comma."""
    told = follow(sentence, at + 1, "now")
    comma = told.end + 1
    pieces = sentence.pieces
    if told.when is None or comma + 1 >= len(pieces) or not pieces[comma].comma or not sentence.asserts(at, comma + 1):
        return
    subject = comma + 1
    while subject < len(pieces) and pieces[subject].says("glue") and not pieces[subject].says("inside"):
        subject += 1
    if subject < len(pieces) and names_house(sentence, pieces[subject]):
        yield from _house(sentence, matter, told)


def names_house(sentence: Sentence, piece: Piece) -> bool:
    """It names the organization, or says 'the organization' where only this one can be meant."""
    if piece.of("house"):
        return True
    definite = sentence.language != "ar" or any(w.startswith(("ال", "لل", "هذه", "وال", "لهذه")) for w in piece.words)
    return piece.says("the-organization") and sentence.about and definite


def _subject(sentence: Sentence, at: int) -> int | None:
    """What was founded: beside the verb, before it or after it."""
    pieces = sentence.pieces
    for step in (1, -1):
        other = at + step
        while 0 <= other < len(pieces) and abs(other - at) <= 4 and _is_between(pieces[other], step):
            other += step
        if 0 <= other < len(pieces) and _may_be(sentence, pieces[other]) and (step > 0 or sentence.heads(other)):
            return other
    return None


def _is_between(piece: Piece, step: int) -> bool:
    return (piece.says("glue") and not piece.says("inside")) or (step < 0 and piece.mark in (",", "(", ")"))


def _may_be(sentence: Sentence, piece: Piece) -> bool:
    return names_house(sentence, piece) or (bool(piece.one("organ")) and not piece.of("party"))


def founding_session(matter: Matter) -> Session | None:
    """The session on whose days the organization was founded."""
    founded = matter.known.profile.founded
    day = founded.first if founded else None
    return next(
        (s for s in matter.known.sessions if day and s.days and s.days.first and s.days.last and s.days.first <= day <= s.days.last),
        None,
    )  # fmt: skip


def _house(sentence: Sentence, matter: Matter, told: Told) -> Iterator[Problem]:
    profile, session = matter.known.profile, founding_session(matter)
    founded = profile.founded
    if founded is None or founded.first is None or founded.last is None:
        return
    entry, fact = f"organization/{profile.id}", f"organization/{profile.id}#founded"
    sources = session.sources if session else ()
    when = sentence.pieces[told.when].when if told.when is not None else None
    if when is not None and not when.fits(founded.first, founded.last) and not _while(when, session):
        assert told.when is not None
        dispute = dispute_on(matter.known, fact)
        severity = severity_of(matter, dispute, claimed(dispute, when))
        yield against(
            matter, sentence, "date", (told.when, told.when), kept=day_in(founded, matter.tell), entry=entry,
            sources=sources, dispute=dispute, severity=severity,
        )  # fmt: skip
    placed = [sentence.pieces[p] for p in told.places]
    if session is not None and placed and not any(is_at(p, session) for p in placed):
        yield against(
            matter, sentence, "place", (told.places[0], told.places[0]), kept=place_in(session.place, matter.tell),
            entry=f"sessions/{session.id}", sources=sources,
        )  # fmt: skip


def _while(when: When, session: Session | None) -> bool:
    days = session.days if session else None
    return bool(days and days.first and days.last and when.fits(days.first, days.last))


def _organ(sentence: Sentence, matter: Matter, told: Told, organ: Organ) -> Iterator[Problem]:
    founded = organ.founded
    when = sentence.pieces[told.when].when if told.when is not None else None
    if when is None or founded is None or founded.first is None or founded.last is None or "founded" in organ.unsourced:
        return
    apart = max(founded.first.year - when.last.year, when.first.year - founded.last.year)
    dispute = dispute_on(matter.known, f"organs/{organ.id}#founded")
    if apart < _APART or (dispute and any(str(when.first.year) in c.value for c in dispute.claims)):
        return
    assert told.when is not None
    kept = recorded(matter, organ_name(matter.known, organ.id, matter.tell), day_in(founded, matter.tell))
    yield against(
        matter, sentence, "date", (told.when, told.when), kept=kept, entry=f"organs/{organ.id}", sources=organ.sources,
        dispute=dispute, severity="note" if dispute else "error",
    )  # fmt: skip


def participants(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """'Arab leaders' at the foundation: a wording of a dispute that the record does not hold."""
    at = next((k for k, p in enumerate(sentence.pieces) if p.says("arab-leaders")), None)
    session = founding_session(matter) if at is not None else None
    dispute = dispute_on(matter.known, f"sessions/{session.id}#participants-kind") if session else None
    if session is None or dispute is None or not dispute.held or at is None or not sentence.asserts(at):
        return
    named = sentence.about or any(names_house(sentence, p) for p in sentence.pieces)
    founds = named and any(p.says("founded") for p in sentence.pieces)
    if founds and any(is_at(p, session) for p in sentence.pieces):
        held = next(c for c in dispute.claims if c.id == dispute.held)
        yield against(
            matter, sentence, "participants", (at, at), kept=quoted(held.words, matter.tell) or held.value,
            entry=f"sessions/{session.id}", sources=held.sources, dispute=dispute,
        )  # fmt: skip
