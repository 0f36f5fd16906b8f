"""What a text says of how many members the organization has, and how many it was founded by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from amana.charter.standing import roll
from amana.inquiry.against_foundation import founding_session, names_house
from amana.inquiry.against_telling import Matter, against, dispute_on
from amana.inquiry.claims import Piece, Sentence
from amana.inquiry.telling import say
from amana.values.problems import Problem

_PLAUSIBLE = range(11, 300)
"""Fewer than that, or more, is a number of something else."""
_MOST = 2
"""Sources told of the list of members: those that most of it rests on."""


def check(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """'The Organisation has 55 member states', 'the 55-member Organisation', 'the number of its members is 55'."""
    for at, piece in enumerate(sentence.pieces):
        number = piece.number
        if number is None or number not in _PLAUSIBLE or piece.when is not None:
            continue
        end = _counted(sentence, at)
        if end is None or not sentence.asserts(at, end):
            continue
        first, last = sentence.clause(at)
        joined = _joined(sentence, at)
        times = sentence.times(first if joined is None else joined, last)
        if len(times) > 1 or any(p.says("founding") for p in sentence.pieces[at : end + 4]):
            continue
        low, high = _count(matter, times[0].first if times else matter.day, times[0].last if times else matter.day)
        if not low <= number <= high:
            yield against(
                matter, sentence, "count", (at, at), entry="standings", sources=_sources(matter),
                kept=say("against-members", matter.tell, n=low if low == high else f"{low}–{high}"),
                dispute=dispute_on(matter.known, f"organization/{matter.known.profile.id}#members"),
            )  # fmt: skip


def _sources(matter: Matter) -> tuple[str, ...]:
    """The sources that name most of the members."""
    events = (e for its in matter.known.standings_of.values() for e in its if e.standing == "member")
    return tuple(s for s, _ in Counter(s for e in events for s in e.sources).most_common(_MOST))


def _counted(sentence: Sentence, at: int) -> int | None:
    """The last piece of a statement of how many members there are, whose number is piece `at`."""
    pieces = sentence.pieces
    after = _noun(pieces, at + 1)
    if after is not None and _is_subject(sentence, at):
        return after
    if sentence.language == "en" and at + 2 < len(pieces) and pieces[at + 1].says("member", "states"):
        joined = sentence.block.text[pieces[at].end :][:1] in "-‑ "  # the 57-member OIC
        return at + 2 if joined and names_house(sentence, pieces[at + 2]) else None
    return _number_of(sentence, at)


def _is_subject(sentence: Sentence, at: int) -> bool:
    """What has so many members is the organization: named before the verb, behind it, or defined before."""
    pieces, before = sentence.pieces, at - 1
    while before >= 0 and pieces[before].says("glue", "now", "membership", "comprises", "is"):
        before -= 1
    named = before >= 0 and names_house(sentence, pieces[before])
    verb = next((k for k in range(before + 1, at) if pieces[k].says("comprises", "membership")), None)
    if verb is None:
        return named and before > 0 and pieces[before - 1].says("comprises")  # تضم منظمة التعاون الإسلامي
    if (
        _joined(sentence, at) is not None
        or (named and sentence.heads(before))
        or any(names_house(sentence, p) for p in pieces[before + 1 : at])
    ):
        return True
    if (
        before > 0
        and pieces[before].mark in (",", "،")
        and verb > before + 1
        and names_house(sentence, pieces[before - 1])
    ):
        return bool(set(pieces[before + 1].words) & _WHICH_HAS)
    comma = next((k for k in range(verb - 1, -1, -1) if pieces[k].mark), 0)
    return _is_defined(sentence, before) or (comma > 0 and sentence.about and _opens(sentence, comma, verb))


_WHICH_HAS = frozenset({"which", "qui", "yang", "التي", "والتي"})
_BODY = frozenset({"organization", "organisation", "organisasi", "منظمه", "منظمة", "body", "هيئة"})


def _is_defined(sentence: Sentence, at: int) -> bool:
    """'The OIC is an international organization that has …': between its name and the verb only what it is."""
    start = at
    while start >= 0 and at - start < 7 and not names_house(sentence, sentence.pieces[start]):
        start -= 1
    between = sentence.pieces[start + 1 : at + 1]
    if not 0 <= start <= 2 or not names_house(sentence, sentence.pieces[start]):
        return False
    plainly = all(p.unknown or p.says("is", "glue", "islamic", "the-organization") for p in between)
    return plainly and any(_BODY & set(p.words) for p in between)


def _opens(sentence: Sentence, at: int, verb: int) -> bool:
    """'The OIC is the second largest organization, comprising 57 states': defined, one comma, and the verb."""
    pieces = sentence.pieces
    house = next((k for k in range(min(at, 4)) if pieces[k].of("house")), None)
    if house is None:
        return False
    aside = pieces[house + 1 : verb]
    if len(aside) > 2 and aside[0].comma and aside[-1].comma and all(map(_is_foundation, aside[1:-1])):
        return sentence.heads(house)  # 'The OIC, founded in 1969, brings together …'
    if not any(p.says("is") for p in pieces[max(0, house - 1) : house + 2]):
        return False
    marks = [p for p in pieces[house:verb] if p.mark]
    between = pieces[at + 1 : verb]
    return len(marks) == 1 and marks[0].comma and all(set(p.words) & _JOINS for p in between)


def _is_foundation(piece: Piece) -> bool:
    return piece.when is not None or bool(piece.of("place")) or piece.says("founded", "founded-first", "glue")


_JOINS = frozenset({"and", "et", "dan", "حيث", "و", "وهي"})


def _joined(sentence: Sentence, at: int) -> int | None:
    """Where 'and has 56 members' begins of an organization that 'was founded in 1969': nothing stands between but that."""
    pieces = sentence.pieces
    verb = next((k for k in range(at - 1, max(-1, at - 4), -1) if pieces[k].says("comprises", "membership")), None)
    if verb is None:
        return None
    start = verb
    if not pieces[verb].words[0].startswith("و"):
        start -= 1
        while start > 0 and pieces[start].says("now"):
            start -= 1
        if start < 0 or not set(pieces[start].words) & _JOINS:
            return None
    house = start - 1
    while house >= 0 and (_is_foundation(pieces[house]) or _is_of_foundation(pieces[house])):
        house -= 1
    if house < 0 or not names_house(sentence, pieces[house]) or not sentence.heads(house):
        return None
    founded = any(p.says("founded", "founded-first") for p in pieces[max(0, house - 1) : start])
    return start if founded else None


def _is_of_foundation(piece: Piece) -> bool:
    """What else is told beside a foundation: by how many states, in which state, and where the seat is."""
    return (
        piece.comma
        or bool(piece.of("party"))
        or piece.number is not None
        or piece.says("states", "member", "founding", "islamic", "seat", "seated")
    )


def _noun(pieces: tuple[Piece, ...], at: int) -> int | None:
    """Where 'member states' ends, with nothing behind it that narrows it to some of them."""
    end = at
    while end < len(pieces) and pieces[end].says("states", "member", "islamic"):
        end += 1
    if end == at or not any(p.says("states", "member") for p in pieces[at:end]):
        return None
    if end < len(pieces) and pieces[end].unknown and pieces[end].words[0] not in _SPREAD:
        return None
    return end - 1


_SPREAD = frozenset({"موزعه", "موزعة", "spread", "across", "repartis", "tersebar"})


def _number_of(sentence: Sentence, at: int) -> int | None:
    """'the number of member states of the OIC is 57', 'عدد الدول الأعضاء في المنظمة 57'."""
    pieces, before, house = sentence.pieces, at - 1, False
    member = False
    while before >= 0 and at - before <= 8:
        piece = pieces[before]
        if piece.says("number-of"):
            return at if member and house else None
        if piece.says("founding"):
            return None
        house, member = house or names_house(sentence, piece), member or piece.says("member")
        if not (names_house(sentence, piece) or piece.says("member", "states", "is", "was", "glue", "now")):
            return None
        before -= 1
    return None


def _count(matter: Matter, first: date, last: date) -> tuple[int, int]:
    """How many members at least and at most in that time; suspended ones may be counted or not."""
    known = matter.known
    rolls = [roll(day, known.standings_of, known.sessions_by_id) for day in {first, last}]
    lows = [len(r.members) for r in rolls]
    highs = [len(r.members) + len(r.members_possible) + len(r.suspended) + len(r.suspended_possible) for r in rolls]
    return min(lows), max(highs)


def founders(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """'30 founding members': sources differ on who took part in the foundation."""
    if not any(p.says("founding") for p in sentence.pieces):
        return
    session = founding_session(matter)
    dispute = dispute_on(matter.known, f"sessions/{session.id}#participants") if session else None
    if session is None or dispute is None or not sentence.about:
        return
    for at, piece in enumerate(sentence.pieces):
        if piece.number is None or piece.when is not None or not _founding(sentence, at) or not sentence.asserts(at):
            continue
        held = next((c.value for c in dispute.claims if c.id == dispute.held), "")
        if str(piece.number) != held:
            claimed = any(c.value == str(piece.number) for c in dispute.claims)
            yield against(
                matter, sentence, "count", (at, at), kept=say("against-founders", matter.tell, n=held),
                entry=f"sessions/{session.id}", sources=session.sources, dispute=dispute,
                severity="note" if claimed else "error",
            )  # fmt: skip


def _founding(sentence: Sentence, at: int) -> bool:
    """'30 founding members', or 'of thirty states, which is the number of the founding members'."""
    pieces, end = sentence.pieces, at + 1
    while end < len(pieces) and end - at <= 7:
        if pieces[end].says("founding"):
            return any(p.says("member", "states") for p in pieces[at : end + 2])
        joins = pieces[end].says("states", "member", "glue", "is", "number-of") or pieces[end].comma
        if not joins and pieces[end].words not in _WHICH:
            return False
        end += 1
    return False


_WHICH = (("وهو",), ("وهي",), ("soit",), ("yakni",), ("yaitu",))
