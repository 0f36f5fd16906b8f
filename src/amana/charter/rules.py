"""Instruments and their rules: quorum, majority, periodicity and terms in exact integers, each with its article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from amana.values.days import Day
from amana.values.words import Words

StepKind = Literal["consensus", "majority", "more_than", "unanimity"]
Base = Literal["cast", "members", "present", "participating"]


@dataclass(frozen=True, slots=True)
class Share:
    """An exact share, as printed in data: '2/3', '55/100'. `of` what: see `Base`."""

    share: str
    of: Base


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a cascade. 'majority' reaches `share` (>=); 'more_than' exceeds it (>)."""

    kind: StepKind
    share: str = ""
    of: Base | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of an instrument. `every` and `term` are ISO 8601 durations ('P3Y'); `unverified`: wording not seen."""

    key: str
    article: str
    quorum: Share | None = None
    steps: tuple[Step, ...] = ()
    every: str = ""
    term: str = ""
    renewable: int | None = None
    words: Words = Words()
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Power:
    """What an organ may do, by which article. `power` is a dotted key such as 'appoint.secretary-general'."""

    organ: str
    power: str
    article: str
    rule: str = ""
    words: Words = Words()
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """An office the instrument creates in an organ."""

    id: str
    organ: str
    name: Words
    article: str = ""
    term: str = ""
    renewable: int | None = None
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Instrument:
    """A charter, rules of procedure, or an amendment (`amends` names the instrument; `replaces` the rules it changes).

    Adopted, in force and applied are three days; each may be unknown ('?').
    """

    id: str
    title: Words
    adopted: Day | None = None
    in_force: Day | None = None
    applied: Day | None = None
    by: str = ""
    amends: str = ""
    rules: tuple[Rule, ...] = ()
    replaces: tuple[Rule, ...] = ()
    powers: tuple[Power, ...] = ()
    offices: tuple[Office, ...] = ()
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""
