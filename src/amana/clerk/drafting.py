"""A draft of the coming session on its way: last year's text rolled over, what a draft leaves open, what is in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from amana.charter.offices import Term
from amana.charter.persons import Person
from amana.clerk.accepting import stated
from amana.clerk.sheets import Sheet
from amana.mandates.lint import Drafted, Record, lint
from amana.resolutions.accepted import Accepted, AcceptedRow
from amana.resolutions.drafting import ENDS, Ended, Ending, Held, ended
from amana.resolutions.paragraphs import Reading
from amana.resolutions.rollover import Known, Rolled, roll
from amana.sessions.session import Session
from amana.values.problems import Problem
from amana.values.symbols import Pattern, find


def no_longer_in_force(decisions: Iterable[Accepted], patterns: Sequence[Pattern]) -> dict[str, Ended]:
    """Normal symbol → how it ended, of the decisions of a folder."""
    return ended(
        Held(one.id, one.symbol, one.renews, tuple(_ends(one.rows, patterns))) for one in decisions if one.symbol
    )


def _ends(rows: Iterable[AcceptedRow], patterns: Sequence[Pattern]) -> Iterator[tuple[str, Ending]]:
    for row in rows:
        if row.function in ENDS:
            yield from ending(row.function, row.texts, patterns)


def ending(function: str, texts: Mapping[str, str], patterns: Sequence[Pattern]) -> Iterator[tuple[str, Ending]]:
    """The symbols that a paragraph with a function of `ENDS` brings to their end, and how."""
    for symbol in dict.fromkeys(p.symbol for text in texts.values() for p in find(text, patterns)):
        yield symbol, ENDS[function]


def left_open(sheet: Sheet, record: Record | None = None) -> tuple[Problem, ...]:
    """What the draft on this sheet leaves open."""
    return lint(Drafted(sheet.rows, stated(sheet)), record)


def holders(terms: Iterable[Term], persons: Iterable[Person]) -> tuple[str, ...]:
    """The names of those who hold or held an office, as the record prints them, whole names only."""
    names = [*(name for t in terms if t.person for name in t.name.values())]
    names += [name for p in persons for name in (*p.names.values(), *p.forms)]
    return tuple(dict.fromkeys(name for name in names if " " in name.strip()))


def rolled_over(sheet: Sheet, past: Session, coming: Session, known: Known, *, symbol: str = "") -> tuple[Rolled, ...]:
    """Each version on the sheet as the draft of the coming session.

    `symbol` is last year's, as the record has it; else that of the first version that has one.
    """
    normal = symbol or sheet.symbol()
    return tuple(roll(_with_symbol(reading, normal), past, coming, known) for reading in sheet.readings.values())


def _with_symbol(reading: Reading, symbol: str) -> Reading:
    return replace(reading, symbol=symbol) if symbol and reading.symbol != symbol else reading
