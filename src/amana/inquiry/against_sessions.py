"""What a text says of a numbered session: when and where it was, held against the record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from amana.inquiry import meetings
from amana.inquiry.against_telling import Matter, against, claimed, dispute_on, severity_of
from amana.inquiry.against_told import Named, Told, predicated, told_before
from amana.inquiry.claims import AND, Piece, Sentence, When, is_other
from amana.inquiry.telling import both_in, place_in, session_name
from amana.sessions.session import Session
from amana.values.facts import Claim, Dispute
from amana.values.listing import listed
from amana.values.problems import Problem

_LINKS = frozenset(
    {"of", "the", "de", "du", "des", "la", "le", "les", "l", "d", "yang", "its", "their", "son", "sa", "leur"}
)
_OURS = ("islam", "اسلام", "إسلام", "icfm", "oic", "oci", "oki", "cimae")
_GLUE = ("glue", "inside", "held", "now", "takes-post")
_LIKELY = 100
"""A rank above this is no session's: a number that has slipped."""


def check(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """Sessions whose day, place or rank differs from the record's."""
    for named in sessions_named(sentence, matter):
        if named.rank >= _LIKELY or _is_of_another(sentence, named):
            continue
        told = _of_session(sentence, named)
        says = told.places or told.party is not None or told.when is not None
        if says and (told.held or not _is_within(sentence, named)) and sentence.asserts(named.start, told.end):
            yield from _held_against(sentence, matter, named, told)


def sessions_named(sentence: Sentence, matter: Matter) -> Iterator[Named]:
    """Every numbered session of the organization that the sentence names."""
    numbered = {s.organ for s in matter.known.sessions if s.number}
    pieces, at = sentence.pieces, 0
    while at < len(pieces):
        end = at
        while end < len(pieces) and _is_part(pieces[end], numbered):
            end += 1
        alone = end == at + 1 and pieces[at].rank is not None and bool(pieces[at].of("organ"))
        named = _named(sentence, at, end, numbered, matter) if end > at + 1 or alone else None
        if named is not None:
            yield named
        at = max(end, at + 1)


def _is_part(piece: Piece, numbered: set[str]) -> bool:
    if piece.rank is not None or piece.of("house"):
        return True
    if piece.says("session", "ordinary", "extraordinary", "joint", "islamic"):
        return True
    return bool(set(piece.of("organ")) & numbered) or (piece.says("glue") and set(piece.words) <= _LINKS)


def _named(sentence: Sentence, start: int, end: int, numbered: set[str], matter: Matter) -> Named | None:
    run = sentence.pieces[start:end]
    ranks = [start + k for k, p in enumerate(run) if p.rank is not None]
    organs = {o for p in run for o in p.of("organ") if o in numbered}
    if len(ranks) != 1 or len(organs) != 1 or any(p.says("joint") for p in run):
        return None
    if not _is_ours(sentence, start, end, matter):
        return None
    kind = "extraordinary" if any(p.says("extraordinary") for p in run) else "ordinary"
    return Named(start, end, organs.pop(), kind, sentence.pieces[ranks[0]].rank or 0, ranks[0])


def _is_ours(sentence: Sentence, start: int, end: int, matter: Matter) -> bool:
    """It is a session of this organization: named so, or spoken of where only the organization can be meant."""
    run, following = sentence.pieces[start:end], sentence.pieces[end : end + 1]
    if following and is_other(following[0], matter.known):
        return False
    if any(is_named_ours(p) for p in run):
        return True
    first, last = sentence.clause(start)
    others = any(is_other(p, matter.known) for p in sentence.pieces[first:last])
    return sentence.about and not others and not (following and following[0].unknown)


def _is_of_another(sentence: Sentence, named: Named) -> bool:
    """What is told belongs to a meeting for it, or to something of it: 'the preparatory meeting of the 15th Summit'."""
    pieces, first = sentence.pieces, sentence.clause(named.start)[0]
    first = max(first, _after_and(sentence, named.start))
    before = pieces[max(first, named.start - 7) : named.start]
    if any(p.says("gathering", "session") for p in before) or any(p.rank is not None for p in before[-2:]):
        return True
    unknown = 0
    while unknown < len(before) and before[-1 - unknown].unknown:
        unknown += 1
    if unknown and unknown < len(before) and before[-1 - unknown].says("held"):
        return True  # عقد مكتب القمة
    of = bool(before) and before[-1].says("glue") and not set(before[-1].words).isdisjoint(_FOR)
    behind = pieces[named.end] if named.end < len(pieces) else None
    return of and behind is not None and behind.says("held") and behind.words not in _PARTICIPLES


def _after_and(sentence: Sentence, start: int) -> int:
    """Behind the 'and' of a list: 'the 15th session in Sana'a in 1984 and the 16th session in Fez'; 0 where there is none."""
    pieces, at = sentence.pieces, start - 1
    while at > 0 and pieces[at].words and set(pieces[at].words) <= _LINKS:
        at -= 1
    joins = at > 0 and not AND.isdisjoint(pieces[at].words)
    return start if joins and (pieces[at - 1].when is not None or pieces[at - 1].of("place")) else 0


def _is_within(sentence: Sentence, named: Named) -> bool:
    """It is named within another name, whose place and day may follow: 'the report of the 11th Summit, Jeddah 2009'."""
    before = sentence.pieces[named.start - 1] if named.start else None
    if sentence.pieces[named.start].words and sentence.pieces[named.start].words[0].startswith(("لل", "لم")):
        return True
    if before is None or before.mark:
        return False
    return (before.unknown and sentence.language in ("ar", "id")) or bool(set(before.words) & _FOR)


_FOR = frozenset({"of", "for", "to", "de", "du", "pour", "au", "untuk", "dari"})
_PARTICIPLES = (("held",), ("hosted",), ("convened",), ("tenu",), ("tenue",), ("reuni",), ("reunie",))


def is_named_ours(piece: Piece) -> bool:
    """Its own words say that it is the organization's: 'OIC', 'the Islamic Summit', 'KTT OKI'."""
    return bool(piece.of("house")) or any(ours in word for word in piece.words for ours in _OURS)


def _of_session(sentence: Sentence, named: Named) -> Told:
    """What follows it, and the year before it: 'In 1970, the first Conference was held in Jeddah'."""
    told = follow(sentence, named.end)
    pieces, before = sentence.pieces, named.start - 1
    if not told.places and told.when is None and told.party is None:
        told = _aside(sentence, named) or told
    host = _host(sentence, named)
    if host is not None and not told.places and told.party is None:
        placed = bool(pieces[host].of("place"))
        return Told((host,) if placed else (), None if placed else host, told.when, True, max(told.end, named.end))
    if not told.places and told.when is None and (whole := predicated(sentence, named)) is not None:
        return whole
    if not told.places and told.party is None and (first := told_before(sentence, named)) is not None:
        return first if told.when is None else replace(told, places=first.places)
    held = told.held
    while before >= 0 and (pieces[before].says("glue", "held") or pieces[before].comma):
        held = held or pieces[before].says("held")
        before -= 1
    if told.when is None and held and before >= 0 and pieces[before].when is not None and before <= 2:
        return Told(told.places, told.party, before, held, told.end)
    return told


def _host(sentence: Sentence, named: Named) -> int | None:
    """The place or state that is said to have hosted it: 'Dakar hosted the 11th Summit', «استضافت داكار القمة الحادية عشرة»."""
    pieces, at = sentence.pieces, named.start - 1
    first = sentence.clause(named.start)[0]
    while at > first and pieces[at].says("glue") and not pieces[at].says("hosted"):
        at -= 1
    if at < first or (at < 1 and sentence.language != "ar"):
        return None
    if pieces[at].says("hosted"):
        at -= 1
        while at > first and pieces[at].says("glue") and not _is_place(pieces[at]):
            at -= 1
        return at if at >= first and _is_place(pieces[at]) else None
    if sentence.language != "ar" or not _is_place(pieces[at]):
        return None
    before = at - 1
    if before > first and pieces[before].words in _CITY:
        before -= 1
    return at if before >= first and pieces[before].says("hosted") else None


_CITY = (("مدينة",), ("العاصمة",), ("دولة",), ("جمهورية",))


def _is_place(piece: Piece) -> bool:
    return bool(piece.of("place") or piece.of("party"))


def follow(sentence: Sentence, at: int, *more: str) -> Told:
    """Places, host and time that follow piece `at` with nothing between but words that join them (and words of `more`).

    A day counts where the text says held or a place before it; a month or year also right behind the subject.
    """
    pieces, start = sentence.pieces, at
    places: list[int] = []
    party: int | None = None
    when: int | None = None
    held, end = False, at
    while at < len(pieces):
        piece = pieces[at]
        if piece.comma and not _goes_on(pieces, at, bool(places)):
            if piece.mark != ":" or at != start or not _is_told_by(pieces, at + 1):
                break
            held = True  # 'Fourth Islamic Summit: Casablanca, 16–19 January 1984'
        if piece.when is not None:
            sure = held or bool(places) or bool(more) or (not piece.when.exact and at - start <= 3)
            if when is not None or not sure:
                break
            when = end = at
        elif piece.of("place"):
            places.append(at)
            end = at
        elif piece.of("party") and party is None and not _is_joined(pieces, at):
            party = end = at
        elif not (piece.mark in ("(", ")") or piece.comma or piece.says(*_GLUE, *more)):
            break
        held = held or piece.says("held")
        at += 1
    return Told(tuple(places), party, when, held, end)


def _is_told_by(pieces: tuple[Piece, ...], at: int) -> bool:
    """Behind a colon at once a place or a time."""
    return at < len(pieces) and (bool(pieces[at].of("place")) or pieces[at].when is not None)


def _is_joined(pieces: tuple[Piece, ...], at: int) -> bool:
    """A state joined by 'and' is told of something else: 'Turkey hosted the 13th Summit and Egypt the 12th'."""
    return not AND.isdisjoint(pieces[at - 1].words) or (pieces[at].words[:1] != () and pieces[at].words[0][:1] == "و")


def _goes_on(pieces: tuple[Piece, ...], at: int, placed: bool) -> bool:
    """After a comma: 'Dakar, Senegal, 2008', 'the Summit, held in Dakar', 'the Summit, which was held'."""
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if following is None or pieces[at].mark not in (",", "،"):
        return False
    then = pieces[at + 2] if at + 2 < len(pieces) else None
    if following.says("glue") and then is not None and then.says("held"):
        return True
    if following.says("inside") and then is not None and then.of("place") and _is_aside(pieces, at + 3):
        return True
    if placed and following.says("glue", "inside") and then is not None and (then.when or then.says("glue")):
        return True
    return bool(
        following.of("place") or following.says("held") or (placed and (following.of("party") or following.when))
    )


def _aside(sentence: Sentence, named: Named) -> Told | None:
    """Behind a comma: 'at its 38th session, in Astana in June 2011'; or with the place as a label: 'Baku: 33rd session, June 2006'."""
    pieces, at = sentence.pieces, named.end
    behind = pieces[at : at + 5]
    if len(behind) < 2 or not behind[0].comma:
        return None
    label = named.start == 2 and pieces[1].mark == ":" and bool(pieces[0].of("place"))
    if label and behind[1].when is not None:
        return Told((0,), None, at + 1, held=True, end=at + 1)
    opens = named.start and set(pieces[named.start - 1].words) & _AT
    placed = len(behind) > 3 and behind[1].says("inside") and bool(behind[2].of("place"))
    return follow(sentence, at + 1) if opens and placed and any(p.when for p in behind[3:5]) else None


_AT = frozenset({"at", "its", "during", "lors", "sa", "في", "خلال", "pada"})


def _is_aside(pieces: tuple[Piece, ...], at: int) -> bool:
    """A comma and 'was held': 'the 50th session, in Yaoundé, was held in August'."""
    behind = pieces[at : at + 2]
    return len(behind) == 2 and behind[0].comma and behind[1].says("held")


def _held_against(sentence: Sentence, matter: Matter, named: Named, told: Told) -> Iterator[Problem]:
    every = [s for s in matter.known.sessions if s.organ == named.organ and s.sources]
    if ("spoken", "series") in sentence.pieces[named.at].meanings and _is_one_of(sentence, told, every, named.rank):
        return
    mine = [s for s in every if s.kind == named.kind and s.number == named.rank]
    session = mine[0] if len(mine) == 1 else None
    if session is not None and _is_at(sentence, told, session) and _is_then(sentence, told, session):
        return
    if told.when is not None and (told.places or told.party is not None):
        fit = [s for s in every if _is_at(sentence, told, s) and _is_then(sentence, told, s)]
        if len(fit) == 1 and fit[0].number is not None and (session is None or fit[0].kind == session.kind):
            yield _problem(sentence, matter, "ordinal", named.at, fit[0], "number", rank=named.rank)
            return
    if session is None:
        return
    if told.when is not None and not _is_then(sentence, told, session):
        yield _problem(sentence, matter, "date", told.when, session, "days", sentence.pieces[told.when].when)
    if (at := _elsewhere(sentence, told, session)) is not None:
        yield _problem(sentence, matter, "place", at, session, "place")


def _is_one_of(sentence: Sentence, told: Told, every: list[Session], rank: int) -> bool:
    """A session of that number, of whatever kind, was there and then."""
    return any(s.number == rank and _is_at(sentence, told, s) and _is_then(sentence, told, s) for s in every)


def is_at(piece: Piece, session: Session) -> bool:
    """The place named is that of the session, or one of its places."""
    return any(meetings.is_at(session, place) for place in piece.of("place"))


def _is_at(sentence: Sentence, told: Told, session: Session) -> bool:
    return _elsewhere(sentence, told, session) is None


def _elsewhere(sentence: Sentence, told: Told, session: Session) -> int | None:
    """The piece with a place or state in which the session was not."""
    if {"place", "place_en"} & set(session.unsourced) or not session.place:
        return None
    placed = [sentence.pieces[at] for at in told.places]
    states = {p for one in placed for p in one.of("party")}
    if placed and not (any(is_at(one, session) for one in placed) or session.party in states):
        return told.places[0]
    return None if told.party is None or _is_in(sentence.pieces[told.party], session) else told.party


def _is_in(piece: Piece, session: Session) -> bool:
    """The state named is that in which the session was."""
    return not session.party or "party" in session.unsourced or session.party in piece.of("party")


def _is_then(sentence: Sentence, told: Told, session: Session) -> bool:
    when = sentence.pieces[told.when].when if told.when is not None else None
    return when is None or is_then(when, session)


def is_then(when: When, session: Session) -> bool:
    """The time may be that of the session; days without a source are held by their year only."""
    days = session.days
    if days is None or days.first is None or days.last is None:
        return True
    first, last = days.first, days.last
    if "days" in session.unsourced:
        first, last = first.replace(month=1, day=1), last.replace(month=12, day=31)
    return when.fits(first, last) and not (when.split and session.hijri is not None)


def _problem(
    sentence: Sentence,
    matter: Matter,
    what: str,
    at: int,
    session: Session,
    field: str,
    when: When | None = None,
    rank: int | None = None,
) -> Problem:
    known, fact = matter.known, f"sessions/{session.id}#{field}"
    dispute: Dispute | None = dispute_on(known, fact)
    claim = claimed(dispute, when) if when else _claims(dispute, sentence.pieces[at], rank)
    return against(
        matter, sentence, what, (at, at), kept=kept_of(matter, session), entry=f"sessions/{session.id}",
        sources=session.sources, dispute=dispute, severity=severity_of(matter, dispute, claim),
    )  # fmt: skip


def _claims(dispute: Dispute | None, piece: Piece, rank: int | None) -> Claim | None:
    """The claim that gives this rank, or the place that the piece names."""
    for claim in dispute.claims if dispute else ():
        first = re.search(r"\d+", claim.value)
        if int(first[0]) == rank if rank and first else any(place in claim.value for place in piece.of("place")):
            return claim
    return None


def kept_of(matter: Matter, session: Session) -> str:
    """'11th Islamic Summit, Dakar, 13–14 March 2008'."""
    name = session_name(matter.known, session, matter.tell)
    told = (name, place_in(session.place, matter.tell), both_in(session.days, session.hijri, matter.tell))
    return listed(filter(None, told), matter.tell)
