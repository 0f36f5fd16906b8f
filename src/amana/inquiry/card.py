"""What a question was answered with: one statement, the facts behind it, their sources, and what stays open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from amana.values.days import Day, Span
from amana.values.facts import Dispute

Thing = Literal[
    "organization", "party", "organ", "office", "person", "session", "instrument", "programme", "partner", "group",
    "resolution",
]  # fmt: skip
"""What a reference can lead to."""

Kind = Literal[
    "holder", "person", "members", "standing", "observers", "suspended", "founding-members", "session", "sessions",
    "organ", "founding", "seat", "institutions", "power", "rule", "programme", "relation", "group", "name", "languages",
    "instrument", "resolution",
]  # fmt: skip
"""What a card tells of."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Where a fact leads: a kind of thing and its id in the organization (for 'rule' facts the instrument's id)."""

    kind: Thing
    id: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a card: a label and a value, both in the card's language.

    In `Card.facts` the label says what the value is ('Place', 'Istanbul'); in `Card.rows` it is the name of the listed
    and the value what is said of it (may be ''). `day` and `hijri`: the days behind the value, as stated, where there
    are any. `unsourced`: no source was seen for it. `certain` False: imprecise days leave it open. `note`: a remark on
    how it is written here ('Arabic form not sourced').
    """

    label: str
    value: str = ""
    ref: Ref | None = None
    day: Day | Span | None = None
    hijri: Day | Span | None = None
    unsourced: bool = False
    certain: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """An answer. Every text is plain text (no markup) in `language`, names as the organization prints them.

    question    the question as it was understood, in words ('Secretary General, 1975')
    statement   one or two sentences that answer it
    facts       labelled values with what they lead to
    rows        a list (members, holders, sessions …), whole: the page folds long ones; `rows_label` is its heading
    day, hijri  the main day or span of the answer, both calendars as stated, neither computed
    sources     ids of sources, in the order met, each once
    unsourced   names of the fields told of for which no source was seen, as the folder marks them ('article', 'days');
                shown at the lines that tell them, never as a mark on the whole answer
    disputes    released disputes about these facts: their claims, the one held, why
    certain, possible   how many certainly and how many at most, where the answer is a count; else None
    beyond      a state later than the folder knows may be meant: it is not held; the statement says so too
    address     what the answer is about, for a permanent link; `asked` the day it was answered for, where one matters
    """

    kind: Kind
    language: str
    question: str
    statement: str
    facts: tuple[Line, ...] = ()
    rows: tuple[Line, ...] = ()
    rows_label: str = ""
    day: Day | Span | None = None
    hijri: Day | Span | None = None
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    certain: int | None = None
    possible: int | None = None
    beyond: bool = False
    address: Ref | None = None
    asked: Day | None = None
