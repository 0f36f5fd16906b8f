"""What a text says of who is in a contact group, held against the seats that the record has."""

from __future__ import annotations

from collections.abc import Iterator

from amana.inquiry.against_foundation import names_house
from amana.inquiry.against_telling import Matter, against, recorded
from amana.inquiry.claims import AND, Sentence
from amana.inquiry.telling import party_name, words_in
from amana.relations.groups import Group
from amana.values.listing import listed
from amana.values.problems import Problem

_ALSO = frozenset({"also", "aussi", "egalement", "أيضا", "ايضا", "juga"})
_ONE = frozenset({"member", "membre", "عضو", "anggota"})


def check(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """A state named among the members of a group to which the record does not count it."""
    pieces = sentence.pieces
    at = next((k for k, p in enumerate(pieces) if p.one("group")), None)
    group = next((g for g in matter.known.groups if at is not None and g.id == pieces[at].one("group")), None)
    if at is None or group is None or not group.seats:
        return
    seated = {s.party for s in group.seats}
    for place in _named(sentence, at):
        if not seated & set(pieces[place].of("party")):
            yield _problem(sentence, matter, group, place)


def _problem(sentence: Sentence, matter: Matter, group: Group, at: int) -> Problem:
    names = listed((party_name(matter.known, s.party, matter.tell) for s in group.seats if s.party), matter.tell)
    return against(
        matter, sentence, "member", (at, at), kept=recorded(matter, words_in(group.names, matter.tell), names),
        entry=f"groups/{group.id}", sources=group.sources,
    )  # fmt: skip


def _named(sentence: Sentence, at: int) -> tuple[int, ...]:
    """The pieces of the states that are said to be members of the group named at piece `at`."""
    start = _list_begins(sentence, at)
    if start is not None:
        return _listed(sentence, start) if sentence.asserts(at, start) else ()
    return _said_of(sentence, at)


def _list_begins(sentence: Sentence, at: int) -> int | None:
    """Where the members are listed: 'the group comprises …', 'its members are …', 'the group (…)', 'تضم المجموعة …'."""
    pieces = sentence.pieces
    verb = next((k for k in range(at + 1, min(at + 5, len(pieces))) if pieces[k].says("comprises", "includes")), None)
    if verb is not None and all(p.says("glue") or p.comma for p in pieces[at + 1 : verb]):
        return verb + 1
    namely = next((k for k in range(at + 1, min(at + 3, len(pieces))) if set(pieces[k].words) & _NAMELY), None)
    if namely is not None and all(p.comma for p in pieces[at + 1 : namely]):
        return namely + 1
    if at + 1 < len(pieces) and pieces[at + 1].mark == "(":
        close = next((k for k in range(at + 2, len(pieces)) if pieces[k].mark == ")"), 0)
        inside = pieces[at + 2 : close]
        several = sum(bool(p.of("party")) for p in inside) > 1
        return at + 2 if several and all(_lists(sentence, k) for k in range(at + 2, close)) else None
    before = _before(sentence, at)
    if before >= 0 and pieces[before].says("comprises", "made-of"):
        return at + 1
    behind = pieces[at + 1] if at + 1 < len(pieces) else None
    is_said = behind is not None and (behind.says("is") or bool(set(behind.words) & _ARE))
    return at + 2 if before >= 0 and pieces[before].says("member") and is_said else None


_NAMELY = frozenset({"namely", "وهي", "وهم", "yakni", "yaitu"})
_ARE = frozenset({"are", "sont", "هم", "adalah", "ialah"})


def _before(sentence: Sentence, at: int) -> int:
    """What stands before the name of the group, over 'of the' and the name of the organization."""
    before = at - 1
    while before >= 0 and (sentence.pieces[before].says("glue") or names_house(sentence, sentence.pieces[before])):
        if sentence.pieces[before].says("comprises", "member"):
            break
        before -= 1
    return before


def _lists(sentence: Sentence, at: int) -> bool:
    piece = sentence.pieces[at]
    return bool(piece.of("party")) or piece.comma or piece.says("glue")


def _listed(sentence: Sentence, start: int) -> tuple[int, ...]:
    """The states from piece `start` on; none that begins something else: '… and Egypt attended', '…, and Egypt, which …'."""
    found: list[int] = []
    pieces, closed = sentence.pieces, False
    for at in range(start, len(pieces)):
        piece = pieces[at]
        if not _lists(sentence, at) or (closed and piece.comma):
            break
        if piece.one("party"):
            closed = bool(found) and bool(set(pieces[at - 1].words) & AND | set(pieces[at - 2].words) & AND)
            found.append(at)
    if found and not _goes_on(sentence, found[-1] + 1):
        found.pop()
    return tuple(found)


def _goes_on(sentence: Sentence, at: int) -> bool:
    """A list may be followed so: by nothing or by a mark; any other word may tell what the last one named does."""
    return at >= len(sentence.pieces) or bool(sentence.pieces[at].mark)


def _said_of(sentence: Sentence, at: int) -> tuple[int, ...]:
    """'Egypt is a member of the group', 'Egypt, a member of the group, …', 'مصر عضو في المجموعة'."""
    pieces, member = sentence.pieces, _before(sentence, at)
    belongs = member > 0 and pieces[member].says("belongs")
    if member < 1 or not (belongs or (pieces[member].says("member") and set(pieces[member].words) & _ONE)):
        return ()
    state = member - 1
    while state >= 0 and (pieces[state].says("glue", "is") or pieces[state].comma or set(pieces[state].words) & _ALSO):
        state -= 1
    between = pieces[state + 1 : member]
    if state < 0 or not pieces[state].one("party") or not sentence.heads(state) or not sentence.asserts(state, at):
        return ()
    if any(p.says("was") for p in between) or set().union(*(p.words for p in between)) & AND:
        return ()
    closed = at + 1 >= len(pieces) or bool(pieces[at + 1].mark)
    is_said = belongs or any(p.says("is") for p in between) or (sentence.language == "ar" and not between)
    return (state,) if is_said or (closed and any(p.comma for p in between)) else ()
