"""What a text says of the state that a holder of an office is from, or whose head chairs an organ."""

from __future__ import annotations

from collections.abc import Iterator

from amana.inquiry.against_telling import Matter, against, recorded
from amana.inquiry.claims import OTHER, UNSURE, Sentence
from amana.inquiry.grounds import is_beyond
from amana.inquiry.holders import chair_of
from amana.inquiry.moments import of_day
from amana.inquiry.ranks import HEAD
from amana.inquiry.telling import office_name, party_name
from amana.inquiry.tenures import name_of, span_of
from amana.inquiry.terms import asserted, window
from amana.values.problems import Problem

_FROM = frozenset({"from", "of", "de", "du", "d", "من", "dari"})


def holders(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """'Hissein Brahim Taha (Sudan)', 'was Tunku Abdul Rahman of Indonesia', 'Taha, who comes from Sudan'."""
    pieces = sentence.pieces
    if not any(p.of("person") for p in pieces):
        return
    mine = [t for t in asserted(matter.known, HEAD) if t.party and "party" not in t.unsourced]
    for at, piece in enumerate(pieces):
        terms = [t for t in mine if t.person == piece.one("person")] if not piece.of("claim") else []
        state = _state(sentence, at) if terms else None
        if state is None or not sentence.asserts(at, state):
            continue
        named = pieces[state].of("party")
        if not any(t.party in named for t in terms):
            term, tell = terms[0], matter.tell
            who = party_name(matter.known, term.party, tell, matter.day)
            yield against(
                matter, sentence, "country", (state, state), entry=f"offices/{term.id}", sources=term.sources,
                kept=recorded(matter, name_of(matter.known, term, tell), who),
            )  # fmt: skip


def _state(sentence: Sentence, at: int) -> int | None:
    """The state named in brackets right behind somebody, or behind 'from' where he is defined."""
    pieces = sentence.pieces
    behind = pieces[at + 1 : at + 6]
    if len(behind) > 2 and behind[0].mark == "(" and _is_state(sentence, at + 2) and behind[2].mark in (")", ","):
        return at + 2
    coming = next((k for k in range(at + 1, min(at + 4, len(pieces))) if pieces[k].says("comes-from")), None)
    if coming is not None and all(p.comma or p.says("glue") for p in pieces[at + 1 : coming]):
        return coming + 1 if coming + 1 < len(pieces) and _is_state(sentence, coming + 1) else None
    if (
        len(behind) < 2
        or len(behind[0].words) != 1
        or behind[0].words[0] not in _FROM
        or not _is_state(sentence, at + 2)
    ):
        return None
    closed = at + 3 >= len(pieces) or bool(pieces[at + 3].mark)
    return at + 2 if closed and _is_defined(sentence, at) else None


def _is_state(sentence: Sentence, at: int) -> bool:
    return at < len(sentence.pieces) and len(sentence.pieces[at].of("party")) == 1


def _is_defined(sentence: Sentence, at: int) -> bool:
    """'was X of Y', 'the Secretary General, X of Y': an office or 'is' right before the name."""
    before = at - 1
    while before >= 0 and (sentence.pieces[before].says("title") or sentence.pieces[before].mark in (",", ":", "،")):
        before -= 1
    return before >= 0 and (sentence.pieces[before].says("is", "was") or bool(sentence.pieces[before].of("office")))


def chairs(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """'The Al-Quds Committee is chaired by the King of …', 'يرأسها ملك …'."""
    pieces = sentence.pieces
    at = next((k for k, p in enumerate(pieces) if p.says("chaired-by")), None)
    if at is None or is_beyond(matter.known, matter.day):
        return
    first, last = sentence.clause(at)
    organ = _chaired(sentence, matter, first, at)
    state = at + 1
    while state < last and (pieces[state].says("head-of-state", "glue", "title") and not pieces[state].of("party")):
        state += 1
    headed = any(p.says("head-of-state") for p in pieces[at + 1 : state])
    office = chair_of(matter.known, organ)
    if not office or not headed or state >= last or not _is_state(sentence, state) or not sentence.asserts(at, state):
        return
    mine = asserted(matter.known, office)
    sitting = [t for t in mine if window(matter.known, t, mine).covers(of_day(matter.day))]
    named = pieces[state].of("party")
    if len(sitting) == 1 and sitting[0].party and "party" not in sitting[0].unsourced and sitting[0].party not in named:
        term, tell = sitting[0], matter.tell
        yield against(
            matter, sentence, "country", (state, state), entry=f"offices/{term.id}", sources=term.sources,
            kept=recorded(matter, office_name(matter.known, office, tell), name_of(matter.known, term, tell), span_of(matter.known, term, tell)),
        )  # fmt: skip


def _chaired(sentence: Sentence, matter: Matter, first: int, at: int) -> str:
    """The one organ named before the word, which is no numbered session; or what was spoken of before."""
    named = [k for k in range(first, at) if sentence.pieces[k].of("organ")]
    if any(p.rank is not None or p.says("session") for p in sentence.pieces[first:at]):
        return ""
    if not named:
        aside = {p.one("organ") for k, p in enumerate(sentence.pieces[:at]) if p.of("organ") and sentence.heads(k)}
        if first and len(aside) == 1:
            return aside.pop()  # 'the Committee, set up in 1975, is chaired by …'
        alone = all(p.says("glue", "now") for p in sentence.pieces[first:at])
        chaired = [o for o in sentence.before.things if chair_of(matter.known, o)]
        return chaired[0] if alone and len(chaired) == 1 and not {OTHER, UNSURE} & set(sentence.before.things) else ""
    return sentence.pieces[named[0]].one("organ") if len(named) == 1 and sentence.heads(named[0]) else ""
