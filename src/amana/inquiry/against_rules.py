"""What a text says of the charter and its rules: when it was adopted, how often an organ meets."""

from __future__ import annotations

from collections.abc import Iterator

from amana.charter.instruments import Instrument, Rule
from amana.charter.presence import is_charter
from amana.inquiry.against_foundation import names_house
from amana.inquiry.against_sessions import follow, is_named_ours, sessions_named
from amana.inquiry.against_telling import Matter, against, claimed, dispute_on, recorded, severity_of
from amana.inquiry.claims import Piece, Sentence, When, is_other
from amana.inquiry.telling import day_in, instrument_name, organ_name
from amana.values.listing import listed
from amana.values.problems import Problem


def charter(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """The charter of the organization adopted on a day on which none was."""
    pieces = sentence.pieces
    at = next((k for k, p in enumerate(pieces) if p.says("charter") and _is_ours(sentence, k, matter)), None)
    if at is None:
        return
    verb = next(
        (k for k in range(max(0, at - 2), min(at + 5, len(pieces))) if pieces[k].says("adopted", "signed")), None
    )
    if verb is None or any(p.says("amended") for p in pieces[: max(at, verb) + 1]):
        return
    if not all(_joins(sentence, p) for p in pieces[min(at, verb) + 1 : max(at, verb)]):
        return
    start = max(at, verb) + 1
    while start < len(pieces) and names_house(sentence, pieces[start]):
        start += 1
    when = _when_after(sentence, start, matter)
    charters = [i for i in matter.known.instruments if is_charter(i) and not i.amends and i.adopted is not None]
    if when is None or not charters or not sentence.asserts(at, when):
        return
    stated = pieces[when].when
    if stated is None or any(_fits(stated, i) for i in charters):
        return
    dispute = dispute_on(matter.known, *(f"charter/{i.id}#adopted" for i in charters))
    kept = listed(
        (f"{instrument_name(i, matter.tell)}: {day_in(i.adopted, matter.tell)}" for i in charters if i.adopted),
        matter.tell,
    )
    yield against(
        matter, sentence, "date", (when, when), kept=kept, entry=f"charter/{charters[0].id}",
        sources=dict.fromkeys(s for i in charters for s in i.sources), dispute=dispute,
        severity=severity_of(matter, dispute, claimed(dispute, stated)),
    )  # fmt: skip


def _is_ours(sentence: Sentence, at: int, matter: Matter) -> bool:
    first, last = sentence.clause(at)
    if any(is_other(p, matter.known) for p in sentence.pieces[first:last]):
        return False
    return sentence.about or any(names_house(sentence, p) for p in sentence.pieces[at : at + 4])


def _joins(sentence: Sentence, piece: Piece) -> bool:
    return names_house(sentence, piece) or piece.comma or piece.says("glue", "now", "new", "is", "was")


def _when_after(sentence: Sentence, start: int, matter: Matter) -> int | None:
    """The time right behind the verb, or behind the session and the place named there."""
    if (at_once := follow(sentence, start, "session").when) is not None:
        return at_once
    session = next((n for n in sessions_named(sentence, matter) if start <= n.start <= start + 3), None)
    begin = session.end if session is not None else start
    between = sentence.pieces[start : session.start] if session else ()
    if not all(p.says("glue", "inside") for p in between):
        return None
    return follow(sentence, begin, "session", "held").when


def _fits(when: When, instrument: Instrument) -> bool:
    day = instrument.adopted
    return bool(day and day.first and day.last and when.fits(day.first, day.last))


def interval(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """An organ that meets every so many years, where the charter says otherwise or sources differ."""
    for at, end, years in _every(sentence):
        yield from _interval(sentence, matter, at, end, years)


def _interval(sentence: Sentence, matter: Matter, at: int, end: int, years: int) -> Iterator[Problem]:
    pieces = sentence.pieces
    verb = next((k for k in range(at, max(-1, at - 4), -1) if pieces[k].says("meets", "held")), None)
    organ, where = _meeting(sentence, at, matter)
    if (
        verb is None
        or not organ
        or not sentence.asserts(at, end)
        or any(is_other(p, matter.known) for p in pieces[where:end])
    ):
        return
    rules = [
        (i, r)
        for i in matter.known.instruments
        for r in (*i.rules, *i.replaces)
        if _binds(i) and _is_there(i, matter) and r.every and organ in r.organs
    ]
    stated = f"P{years}Y"
    if not rules or not all(r.every.endswith("Y") for _, r in rules):
        return
    dispute = dispute_on(matter.known, *(f"charter/{i.id}#{r.key}" for i, r in rules))
    if {r.every for _, r in rules} == {stated}:
        return
    yield against(
        matter, sentence, "interval", (at, end), kept=recorded(matter, organ_name(matter.known, organ, matter.tell), _kept(rules, matter)),
        entry=f"charter/{rules[-1][0].id}", sources=dict.fromkeys(s for _, r in rules for s in r.sources),
        dispute=dispute, severity="note" if any(r.every == stated for _, r in rules) else "error",
    )  # fmt: skip


def _is_there(instrument: Instrument, matter: Matter) -> bool:
    """It had been adopted on the day of the text."""
    adopted = instrument.adopted.first if instrument.adopted else None
    return adopted is None or adopted <= matter.day


def _binds(instrument: Instrument) -> bool:
    """A charter or its amendment, not rules made under it."""
    return bool(instrument.amends) or is_charter(instrument)


def _kept(rules: list[tuple[Instrument, Rule]], matter: Matter) -> str:
    return listed(
        (f"{r.words.best(matter.tell).rstrip('.')} ({instrument_name(i, matter.tell)})" for i, r in rules), matter.tell
    )


def _every(sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    """'every three years': its first and last piece, and how many years."""
    pieces = sentence.pieces
    for at, piece in enumerate(pieces):
        if piece.says("yearly"):
            yield at, at, 1
        if piece.says("every") and at + 1 < len(pieces):
            number = pieces[at + 1].number
            if number and at + 2 < len(pieces) and pieces[at + 2].says("years"):
                yield at, at + 2, number
            elif pieces[at + 1].says("two-years") or (number == 2 and pieces[at + 1].text[-2:] == "ين"):
                yield at, at + 1, 2


def _meeting(sentence: Sentence, at: int, matter: Matter) -> tuple[str, int]:
    """The one organ with a rule on its meetings that the sentence names before the words, or right behind the verb."""
    ruled = {o for i in matter.known.instruments for r in i.rules if r.every for o in r.organs}
    first = sentence.clause(at)[0]
    named = [(o, k) for k, p in enumerate(sentence.pieces[:at]) for o in p.of("organ") if o in ruled]
    named = [(o, k) for o, k in named if k >= first] or named
    ours = sentence.about or any(is_named_ours(sentence.pieces[k]) for _, k in named)
    if not named or len({o for o, _ in named}) > 1 or not ours:
        return "", 0
    return named[0]
