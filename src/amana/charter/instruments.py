"""Instruments as written: rules, powers and offices, each with its article; shares and durations in exact integers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from amana.charter.durations import Duration
from amana.values.days import Day
from amana.values.expressions import expression
from amana.values.problems import Problem
from amana.values.words import Words

_SHARE = expression(r"(\d{1,4})/(\d{1,4})", re.ASCII)

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
    """One rule of an instrument. `every` and `term` are ISO 8601 durations ('P3Y'); `unverified`: wording not seen.

    `season`: 'MM-DD/MM-DD', the part of the year it names; `since`: the day from which it is a rule, where that is later
    than its instrument; `organs`: those to whose own work it applies, where it says of which.
    """

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
    since: Day | None = None
    organs: tuple[str, ...] = ()
    season: str = ""


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


UNVERIFIED_MARKS = frozenset({"article", "wording"})
"""Marks in `unsourced` that leave a rule unverified: its place or its wording was not seen."""


def is_unverified(rule: Rule) -> bool:
    """The article or the wording of the rule was not seen: it is shown as unverified and never on the hall screen."""
    return not UNVERIFIED_MARKS.isdisjoint(rule.unsourced)


def is_sourced(rule: Rule) -> bool:
    """At least one source was seen for it; a rule without any is told of with that mark, never given as an answer."""
    return bool(rule.sources)


def rule_problems(rule: Rule) -> Iterator[Problem]:
    """What is wrong with a rule as written: shares that are none, steps without a base, durations that are none."""
    shares: list[tuple[str, Base | None]] = [(rule.quorum.share, rule.quorum.of)] if rule.quorum else []
    shares += [(s.share, s.of) for s in rule.steps if s.kind in ("majority", "more_than")]
    for share, of in shares:
        if not _is_share(share):
            yield Problem("rule-share-unreadable", {"rule": rule.key, "share": share})
        if of is None:
            yield Problem("rule-base-missing", {"rule": rule.key, "share": share})
    for duration in filter(None, (rule.every, rule.term)):
        if not _is_duration(duration):
            yield Problem("rule-duration-unreadable", {"rule": rule.key, "duration": duration})


def fraction(share: str) -> Fraction:
    """The exact share that is printed, above 0 and at most 1; ValueError where it is none.

    >>> fraction("2/3"), fraction("55/100")
    (Fraction(2, 3), Fraction(11, 20))
    """
    shape = _SHARE.fullmatch(share)
    if shape is None or not int(shape[2]) or not 0 < Fraction(int(shape[1]), int(shape[2])) <= 1:
        raise ValueError(f"{share!r} is no share: write it as a fraction, such as 2/3 or 55/100")
    return Fraction(int(shape[1]), int(shape[2]))


def _is_share(share: str) -> bool:
    try:
        return bool(fraction(share))
    except ValueError:
        return False


def _is_duration(text: str) -> bool:
    try:
        return bool(Duration.parse(text))
    except ValueError:
        return False
