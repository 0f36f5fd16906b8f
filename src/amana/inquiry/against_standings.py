"""What a text says of when a state joined the organization, was suspended from it or came back, and as what it sits there."""

from __future__ import annotations

from collections.abc import Iterator

from amana.charter.standing import Event, held_events, possible_on
from amana.inquiry.against_foundation import names_house
from amana.inquiry.against_telling import Matter, against, dispute_on, recorded
from amana.inquiry.claims import AND, ARTICLES, Piece, Sentence, is_other
from amana.inquiry.grounds import is_beyond
from amana.inquiry.telling import day_in, party_name, say
from amana.values.problems import Problem

_VERBS = {"joined": 1, "suspended": 0, "readmitted": 0}
"""The words that tell of a change, and by how many years lists of members differ on it."""


def check(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """'Guyana joined in 1988', 'Syria was suspended in 2014': one state, one verb and one time in the clause."""
    pieces = sentence.pieces
    verbs = [k for k, p in enumerate(pieces) if p.says(*_VERBS) or _is_since(sentence, k)]
    if not verbs or not _is_at_home(sentence, matter):
        return
    for at in verbs:
        kind = next((k for k in _VERBS if pieces[at].says(k)), "joined")
        if kind != "joined" and not _is_undergone(sentence, at):
            continue
        state, when = _state(sentence, matter, at), _when(sentence, at)
        if state is None or when is None or not sentence.asserts(min(at, state), when):
            continue
        yield from _told(sentence, matter, pieces[state].of("party")[0], kind, when)
        for other, then in _alike(sentence, when):
            yield from _told(sentence, matter, pieces[other].of("party")[0], kind, then)


def _alike(sentence: Sentence, at: int) -> Iterator[tuple[int, int]]:
    """'…, Albania in 1992 and Suriname in 1996': states and times behind the first, with nothing else between."""
    pieces, at = sentence.pieces, at + 1
    while at < len(pieces):
        while at < len(pieces) and (
            pieces[at].comma or not AND.isdisjoint(pieces[at].words) or set(pieces[at].words) <= ARTICLES
        ):
            at += 1
        state, at = at, at + 1
        while at < len(pieces) and pieces[at].says("glue", "since"):
            at += 1
        if at >= len(pieces) or pieces[at].when is None or len(pieces[state].of("party")) != 1:
            return
        yield state, at
        at += 1


def status(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """'Thailand is a member state of the OIC': on the day of the text it is an observer."""
    pieces = sentence.pieces
    for at, piece in enumerate(pieces):
        if not piece.says("member", "observer") or piece.of("partner"):
            continue
        state = _subject(sentence, matter, at)
        end = at + 1
        while end < len(pieces) and pieces[end].says("states", "glue", "inside", "member"):
            end += 1
        ours = end < len(pieces) and names_house(sentence, pieces[end])
        closed = end + 1 >= len(pieces) or bool(pieces[end + 1].mark)
        if state is None or not ours or not closed or not sentence.asserts(state, end) or sentence.times():
            continue
        yield from _standing(sentence, matter, state, (at, end), "observer" if piece.says("observer") else "member")


def _subject(sentence: Sentence, matter: Matter, at: int) -> int | None:
    """The one state of which it is said, with nothing between but 'is' and 'a'."""
    before = at - 1
    while before >= 0 and sentence.pieces[before].says("is", "glue", "states", "now", "inside"):
        before -= 1
    named = _states(sentence, matter, 0, len(sentence.pieces))
    return before if named == [before] and sentence.heads(before) and before <= 1 else None


def _standing(sentence: Sentence, matter: Matter, state: int, at: tuple[int, int], said: str) -> Iterator[Problem]:
    party = sentence.pieces[state].of("party")[0]
    events = matter.known.standings_of.get(party, ())
    may = possible_on(matter.day, held_events(events, matter.known.sessions_by_id))
    other = {"member": "observer", "observer": "member"}[said]
    if may != {other} or is_beyond(matter.known, matter.day):
        return
    event = next(e for e in reversed(events) if e.standing == other)
    yield against(
        matter, sentence, "status", at, entry=f"standings/{event.id}", sources=event.sources,
        kept=recorded(matter, party_name(matter.known, party, matter.tell, matter.day), say(f"against-{other}", matter.tell), day_in(event.since, matter.tell)),
    )  # fmt: skip


def _is_undergone(sentence: Sentence, at: int) -> bool:
    """'was suspended', 'its membership was suspended', 'Syria, suspended in 2012': not what a state itself suspends."""
    piece, before = sentence.pieces[at], sentence.pieces[at - 1] if at else None
    if not _UNDERGONE.isdisjoint(piece.words) or (sentence.language == "id" and piece.words[0].startswith("di")):
        return True
    if any(p.says("membership") for p in sentence.pieces[max(0, at - 2) : at + 3]):
        return True
    if sentence.language == "ar":
        return False
    joined = before is None or before.comma or before.says("was", "is") or not AND.isdisjoint(before.words)
    return joined or any(names_house(sentence, p) for p in sentence.pieces[max(0, at - 2) : at])


_UNDERGONE = frozenset(
    "was were been fut furent ete membership عضوية عضويه عضويتها استعادت استعادتها عادت استأنفت استانفت".split()
)
"""Words by which a suspension or its end is undergone; in Arabic a membership is suspended, regained or comes back."""


def _is_since(sentence: Sentence, at: int) -> bool:
    """'… is a member of the OIC since', '… a le statut d'observateur depuis'."""
    pieces, before = sentence.pieces, at - 1
    if not pieces[at].says("since"):
        return False
    while before >= 0 and (
        names_house(sentence, pieces[before]) or pieces[before].says("glue", "inside", "membership")
    ):
        before -= 1
    return before >= 0 and pieces[before].says("member", "observer", "permanent-member")


def _is_at_home(sentence: Sentence, matter: Matter) -> bool:
    """What is joined can only be the organization."""
    if any(is_other(p, matter.known) or p.of("group") or (p.of("organ") and not _by(p)) for p in sentence.pieces):
        return False
    return sentence.about or any(names_house(sentence, p) for p in sentence.pieces)


def _by(piece: Piece) -> bool:
    """An organ that decides on members."""
    return piece.one("organ") in ("islamic-summit", "cfm")


def _state(sentence: Sentence, matter: Matter, at: int) -> int | None:
    """The one state of the clause, or the one named before the verbs of the sentence: 'Syria, suspended in 2012, was …'."""
    first, last = sentence.clause(at)
    named = _states(sentence, matter, first, last) or _states(sentence, matter, 0, at)
    return named[0] if len(named) == 1 else None


def _states(sentence: Sentence, matter: Matter, first: int, last: int) -> list[int]:
    kinds = {p.id for p in matter.known.parties if p.kind == "state"}
    pieces = sentence.pieces
    named = [k for k in range(first, last) if len(pieces[k].of("party")) == 1 and pieces[k].of("party")[0] in kinds]
    return [k for k in named if not pieces[k].of("place")]


def _when(sentence: Sentence, at: int) -> int | None:
    """The time right behind the verb, with only names of what is joined between; or at the beginning of the clause."""
    pieces, end = sentence.pieces, at + 1
    while end < len(pieces) and end - at <= 9 and pieces[end].when is None and _is_passed(sentence, pieces[end]):
        end += 1
    if end < len(pieces) and pieces[end].when is not None:
        return end
    first = sentence.clause(at)[0]
    times = [k for k in range(first, at) if pieces[k].when is not None]
    return times[0] if len(times) == 1 and all(pieces[k].says("glue") for k in range(first, times[0])) else None


def _is_passed(sentence: Sentence, piece: Piece) -> bool:
    return (
        names_house(sentence, piece)
        or bool(piece.of("party"))
        or bool(piece.of("place"))
        or (_by(piece) and piece.rank is None)
        or piece.says("extraordinary", "ordinary", "session")
        or piece.rank is not None
        or piece.says("glue", "since", "member", "membership", "the-organization", "joined")
    )


def _told(sentence: Sentence, matter: Matter, party: str, kind: str, when: int) -> Iterator[Problem]:
    known, stated = matter.known, sentence.pieces[when].when
    events = _events(known.standings_of.get(party, ()), kind)
    years = [y for e in events for y in _years(e, matter)]
    if stated is None or not years or any("since" in e.unsourced for e in events):
        return
    slack = _VERBS[kind]
    if min(years) - slack <= stated.last.year and stated.first.year <= max(years) + slack:
        return
    event = events[0]
    dispute = dispute_on(known, f"standings/{event.id}#since")
    claimed = bool(dispute and any(str(stated.first.year) in c.value for c in dispute.claims))
    yield against(
        matter, sentence, "date", (when, when), entry=f"standings/{event.id}", sources=event.sources, dispute=dispute,
        kept=recorded(matter, party_name(known, party, matter.tell, matter.day), day_in(event.since, matter.tell)),
        severity="note" if claimed else "error",
    )  # fmt: skip


def _events(every: tuple[Event, ...], kind: str) -> list[Event]:
    """The changes that such a verb may tell of: becoming a member or an observer, suspensions, coming back from one."""
    if kind == "suspended":
        return [e for e in every if e.standing == "suspended"]
    seen = [k for k, e in enumerate(every) if e.standing == "suspended"]
    if kind == "readmitted":
        return [e for e in every[seen[0] :] if e.standing == "member"] if seen else []
    return [e for e in (every[: seen[0]] if seen else every) if e.standing in ("member", "observer")]


def _years(event: Event, matter: Matter) -> Iterator[int]:
    """The years in which it may have come about, with that of the session that decided it."""
    session = matter.known.sessions_by_id.get(event.by)
    for day in (event.since.first, event.since.last):
        if day is not None:
            yield day.year
    if session is not None and session.days is not None and session.days.first is not None:
        yield session.days.first.year
