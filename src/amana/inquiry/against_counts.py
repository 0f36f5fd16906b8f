"""What a text says of numbers: members, founding members, areas and goals and years of a programme."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from amana.charter.standing import roll
from amana.inquiry.against_foundation import founding_session, names_house
from amana.inquiry.against_telling import Matter, against, dispute_on
from amana.inquiry.claims import Piece, Sentence
from amana.inquiry.telling import say
from amana.programme.programme import Programme
from amana.values.problems import Problem


def members(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """'The Organisation has 55 member states', 'the 55-member Organisation', 'the number of its members is 55'."""
    for at, piece in enumerate(sentence.pieces):
        if piece.number is None or not 10 < piece.number < 300 or piece.when is not None:
            continue
        end = _counted(sentence, at)
        if end is None or not sentence.asserts(at, end):
            continue
        times = sentence.times(*sentence.clause(at))
        if len(times) > 1 or any(p.says("founding") for p in sentence.pieces[at : end + 4]):
            continue
        day = times[0].first if times else matter.day
        low, high = _count(matter, day, times[0].last if times else day)
        if not low <= piece.number <= high:
            kept = say("against-members", matter.tell, n=low if low == high else f"{low}–{high}")
            yield against(
                matter, sentence, "count", (at, at), kept=kept, entry="standings",
                sources=(), dispute=dispute_on(matter.known, f"organization/{matter.known.profile.id}#members"),
            )  # fmt: skip


def _counted(sentence: Sentence, at: int) -> int | None:
    """The last piece of a statement of how many members there are, whose number is piece `at`."""
    pieces = sentence.pieces
    after = _noun(pieces, at + 1)
    before = at - 1
    while before >= 0 and pieces[before].says("glue", "now", "membership", "comprises", "is", "title"):
        before -= 1
    said = pieces[before + 1 : at]
    if after is not None and any(p.says("comprises", "membership") for p in said):
        named = before >= 0 and names_house(sentence, pieces[before]) and sentence.heads(before)
        follows = any(names_house(sentence, p) for p in pieces[before + 1 : at])
        verb = next(k for k in range(before + 1, at) if pieces[k].says("comprises", "membership"))
        comma = next((k for k in range(verb - 1, -1, -1) if pieces[k].mark), -1)
        topic = comma > 0 and sentence.about and _opens(sentence, comma, verb)
        defined = before >= 0 and _is_defined(sentence, before)
        return after if named or follows or topic or defined else None
    if (
        after is not None
        and before > 0
        and names_house(sentence, pieces[before])
        and pieces[before - 1].says("comprises")
    ):
        return after
    if at + 2 < len(pieces) and pieces[at + 1].says("member", "states") and names_house(sentence, pieces[at + 2]):
        return at + 2 if sentence.language == "en" and sentence.block.text[pieces[at].end :][:1] in "-‑ " else None
    return _number_of(sentence, at)


def _comes_after(sentence: Sentence, at: int) -> bool:
    """تضم منظمة التعاون الإسلامي: the name right behind the verb."""
    return names_house(sentence, sentence.pieces[at]) and sentence.pieces[at - 1].says("comprises")


_BODY = frozenset({"organization", "organisation", "organisasi", "منظمه", "منظمة", "body", "هيئة"})


def _is_defined(sentence: Sentence, at: int) -> bool:
    """'The OIC is an international organization that has …': between its name and the verb only what it is."""
    start = at
    while start >= 0 and at - start < 7 and not names_house(sentence, sentence.pieces[start]):
        start -= 1
    between = sentence.pieces[start + 1 : at + 1]
    if start < 0 or start > 2 or not names_house(sentence, sentence.pieces[start]):
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


def programmes(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """Numbers of areas and goals, and the years of a programme."""
    named = [p.one("programme") for p in sentence.pieces if p.one("programme")]
    mine = [p for p in matter.known.programmes if p.id in named] if len(set(named)) == 1 else []
    if mine:
        yield from _period(sentence, matter, mine[0])
    bare = sentence.about and not named and any(p.says("programme") for p in sentence.pieces)
    counted = [p for p in mine or (matter.known.programmes if bare else ()) if p.areas_in_all and p.goals_in_all]
    areas = _with(sentence, "areas")
    goals = _with(sentence, "goals")
    if counted and areas is not None and (goals is not None or (mine and _is_priority(sentence, areas))):
        yield from _differs(sentence, matter, areas, [(p, p.areas_in_all or 0) for p in counted])
    if counted and goals is not None and (areas is not None or mine):
        yield from _differs(sentence, matter, goals, [(p, p.goals_in_all or 0) for p in counted])


def _with(sentence: Sentence, noun: str) -> int | None:
    """The number that stands right before the noun; only where there is one such."""
    found = [
        at
        for at, p in enumerate(sentence.pieces[:-1])
        if p.number is not None and p.when is None and sentence.pieces[at + 1].says(noun)
    ]
    return found[0] if len(found) == 1 else None


def _is_priority(sentence: Sentence, at: int) -> bool:
    return len(sentence.pieces[at + 1].words) > 1


def _differs(sentence: Sentence, matter: Matter, at: int, kept: list[tuple[Programme, int]]) -> Iterator[Problem]:
    if sentence.pieces[at].number in {n for _, n in kept} or not sentence.asserts(at):
        return
    programme, _ = kept[0]
    told = say(
        "programme-both", matter.tell, name=_title(programme, matter.tell), areas=programme.areas_in_all or 0,
        goals=programme.goals_in_all or 0,
    ).rstrip(".")  # fmt: skip
    yield against(
        matter, sentence, "count", (at, at), kept=told, entry=f"programmes/{programme.id}", sources=programme.sources
    )


def _title(programme: Programme, language: str) -> str:
    return programme.short.get(language) or programme.title.best(language)


def _period(sentence: Sentence, matter: Matter, programme: Programme) -> Iterator[Problem]:
    """'the Ten-Year Programme (2005–2015)': two years behind its name, that are those of no programme."""
    pieces = sentence.pieces
    at = next(k for k, p in enumerate(pieces) if p.one("programme")) + 1
    while at < len(pieces) and (
        pieces[at].mark in ("(", ",", "،") or pieces[at].of("house") or pieces[at].says("glue")
    ):
        at += 1
    years = [k for k in range(at, min(at + 5, len(pieces))) if pieces[k].when and pieces[k].number]
    others = [p for p in pieces[at : years[-1] + 1] if not (p.when or p.says("glue", "if"))] if years else []
    if len(years) < 2 or others or years[0] != at or not sentence.asserts(years[0] - 1):
        return
    said = (pieces[years[0]].number, pieces[years[1]].number)
    periods = {(p.since.numbers[0], p.until.numbers[0]) for p in matter.known.programmes if p.since and p.until}
    if said in periods or programme.since is None or programme.until is None:
        return
    dispute = dispute_on(matter.known, f"programmes/{programme.id}#until", f"programmes/{programme.id}#since")
    claims = {c.value.replace("–", "-") for c in dispute.claims} if dispute else set()
    kept = f"{_title(programme, matter.tell)}: {programme.since}–{programme.until}"
    yield against(
        matter, sentence, "date", (years[0], years[1]), kept=kept, entry=f"programmes/{programme.id}",
        sources=programme.sources, dispute=dispute, severity="note" if f"{said[0]}-{said[1]}" in claims else "error",
    )  # fmt: skip
