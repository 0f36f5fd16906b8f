"""The rules that hold on a day, and what they say of a tally: quorum, majority, consensus, cascades, with the sums.

Who counts as a member for quorum and majority is not decided here: a tally says how many members are entitled. In the
house that is `standing.Roll.entitled`: members on that day, a suspended one never counted. 'cast' is yes and no
together (an abstention is no vote cast), 'participating' is yes, no and abstaining, 'present' is who is in the room.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from math import ceil, floor

from amana.charter.arithmetic import LANGUAGES, sentence, share_in_words
from amana.charter.durations import Duration, day_after
from amana.charter.instruments import (
    Base,
    Instrument,
    Office,
    Power,
    Rule,
    Share,
    Step,
    StepKind,
    fraction,
    is_sourced,
    is_unverified,
    rule_problems,
)
from amana.values.days import Day
from amana.values.problems import Problem
from amana.values.words import Words

__all__ = [
    "Base",
    "Instrument",
    "Office",
    "Outcome",
    "Power",
    "Quorum",
    "Rule",
    "RuleInForce",
    "Share",
    "Step",
    "StepKind",
    "Tally",
    "Tried",
    "decide",
    "fraction",
    "holds_on",
    "holds_since",
    "in_force",
    "is_sourced",
    "is_unverified",
    "next_due",
    "quorum",
    "rule_problems",
]


def holds_on(day: date, instrument: Instrument) -> bool:
    """The instrument certainly holds on `day`: it is applied or in force, the earlier known one of the two.

    >>> charter = Instrument("ch-2008", Words(), adopted=Day("2008-03-14"), in_force=Day("?"), applied=Day("2008-03-14"))
    >>> holds_on(date(2008, 3, 14), charter), holds_on(date(2008, 3, 13), charter)
    (True, False)
    """
    start = holds_since(instrument)
    return start is not None and start <= day


def holds_since(instrument: Instrument) -> date | None:
    """The day from which the instrument certainly holds; None where neither of the two days is known."""
    known = [d.last for d in (instrument.applied, instrument.in_force) if d is not None and d.last is not None]
    return min(known, default=None)


@dataclass(frozen=True, slots=True)
class RuleInForce:
    """A rule as it holds on a day: from which instrument, amended by which, and which amendments are pending.

    `pending`: ids of amendments adopted by that day that replace the rule and are not known to be in force or applied.
    """

    rule: Rule
    instrument: str
    amended_by: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()

    @property
    def unverified(self) -> bool:
        """See `is_unverified`."""
        return is_unverified(self.rule)


def in_force(instruments: Iterable[Instrument], day: date) -> dict[str, RuleInForce]:
    """The rules that hold on `day`, by key, in the order of their instruments.

    Of two instruments with a rule of the same key, the one that holds later prevails, and so does the later amendment.
    A rule that is younger than its instrument holds from the day on which it certainly is one (`Rule.since`).
    """
    every = tuple(instruments)
    holding = sorted((i for i in every if holds_on(day, i)), key=lambda i: holds_since(i) or date.min)
    rules: dict[str, RuleInForce] = {}
    for instrument in holding:
        for rule in (r for r in instrument.rules if _is_rule(day, r)):
            rules[rule.key] = RuleInForce(rule, instrument.id)
        for rule in (r for r in instrument.replaces if _is_rule(day, r)):
            before = rules.get(rule.key)
            amended = (*(before.amended_by if before else ()), instrument.id)
            rules[rule.key] = RuleInForce(rule, before.instrument if before else instrument.amends, amended)
    for instrument in every:
        if instrument not in holding and _is_adopted(day, instrument):
            for rule in instrument.replaces:
                if rule.key in rules:
                    known = rules[rule.key]
                    rules[rule.key] = replace(known, pending=(*known.pending, instrument.id))
    return rules


def _is_rule(day: date, rule: Rule) -> bool:
    return rule.since is None or (rule.since.last is not None and rule.since.last <= day)


def _is_adopted(day: date, instrument: Instrument) -> bool:
    """Adopted by `day`; an amendment whose day of adoption is not known counts as adopted."""
    adopted = instrument.adopted.last if instrument.adopted else None
    return adopted is None or adopted <= day


def next_due(rule: Rule, last: Day) -> Day | None:
    """When the next is due after `last`, by the rule's periodicity, in the precision of `last`; None without one.

    >>> str(next_due(Rule("summit.interval", "8", every="P3Y"), Day("2019-05-31")))
    '2022-05-31'
    """
    return day_after(last, Duration.parse(rule.every)) if rule.every else None


@dataclass(frozen=True, slots=True)
class Tally:
    """A count as announced. `members`: how many are entitled; `present` None: not recorded; `objections` to consensus."""

    members: int
    present: int | None = None
    yes: int = 0
    no: int = 0
    abstain: int = 0
    objections: int = 0

    @property
    def cast(self) -> int:
        """Votes cast: yes and no, never abstentions."""
        return self.yes + self.no

    @property
    def participating(self) -> int:
        """Everybody who took part in the vote: yes, no and abstaining."""
        return self.yes + self.no + self.abstain

    @property
    def is_vote(self) -> bool:
        """The matter was put to the vote."""
        return self.participating > 0

    def of(self, base: Base) -> int | None:
        """How many that is; None where it was not recorded."""
        return {
            "cast": self.cast,
            "members": self.members,
            "present": self.present,
            "participating": self.participating,
        }[base]

    def problems(self) -> Iterator[Problem]:
        """Counts that cannot be: below nothing, more present than members, more votes than present.

        >>> [p.code for p in Tally(members=57, present=38, yes=30, no=9).problems()]
        ['tally-more-votes-than-present']
        """
        counts = (self.members, self.present or 0, self.yes, self.no, self.abstain, self.objections)
        if min(counts) < 0:
            yield Problem("tally-negative", {"counts": tuple(str(n) for n in counts)})
        there = self.members if self.present is None else self.present
        if there > self.members:
            yield Problem("tally-more-present-than-members", {"present": there, "members": self.members})
        if self.participating > there:
            yield Problem("tally-more-votes-than-present", {"votes": self.participating, "present": there})


@dataclass(frozen=True, slots=True)
class Quorum:
    """Whether enough are present. `met` is None where nobody recorded who was present."""

    met: bool | None
    needed: int
    present: int | None
    members: int
    article: str
    arithmetic: Words


@dataclass(frozen=True, slots=True)
class Tried:
    """One step of the rule, tried: whether it was reached, how many were needed and had, and the sum in words.

    `needed` and `had` are None for consensus.
    """

    step: Step
    reached: bool
    needed: int | None
    had: int | None
    arithmetic: Words


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rule says of the tally. `step` is the index of the step that was reached, or None.

    It is advice: the chair rules. `unverified`: the article or wording of the rule was not seen. With `problems` the
    tally itself cannot be, and nothing is adopted.
    """

    adopted: bool
    step: int | None
    article: str
    arithmetic: Words
    tried: tuple[Tried, ...] = ()
    quorum: Quorum | None = None
    rule: str = ""
    unverified: bool = False
    problems: tuple[Problem, ...] = ()


def quorum(rule: Rule, members: int, present: int | None) -> Quorum | None:
    """Whether `present` of `members` are a quorum by `rule`; None where the rule asks for none.

    >>> two_thirds = Rule("decision.default", "33", quorum=Share("2/3", "members"))
    >>> quorum(two_thirds, 57, 41).arithmetic["en"]
    '38 of 57 needed, 41 present: the quorum is there'
    """
    if rule.quorum is None:
        return None
    needed = ceil(fraction(rule.quorum.share) * members)
    met = None if present is None else present >= needed
    code = {None: "quorum-unknown", True: "quorum-met", False: "quorum-missing"}[met]
    facts = {"needed": needed, "members": members, "present": 0 if present is None else present}
    words = Words({language: sentence(code, facts, language) for language in LANGUAGES})
    return Quorum(met, needed, present, members, rule.article, words)


def decide(rule: Rule, tally: Tally) -> Outcome:
    """Whether `tally` adopts by `rule`, by which step and article, with the arithmetic in words.

    Steps are tried in order, the first one reached adopts. Without a quorum nothing is adopted; where it was not
    recorded who was present, the quorum is left open and said so.

    >>> cascade = Rule("decision.default", "33", steps=(Step("consensus"), Step("majority", "2/3", "cast")))
    >>> outcome = decide(cascade, Tally(members=57, present=38, yes=14, no=6, abstain=18))
    >>> outcome.adopted, outcome.step
    (True, 1)
    >>> outcome.tried[-1].arithmetic["en"]
    'Yes: 14; needed: 14 (two thirds of the votes cast, which are 20): adopted'
    """
    problems = tuple(tally.problems())
    present = quorum(rule, tally.members, tally.present)
    tried: list[Tried] = []
    for step in rule.steps if not problems else ():
        tried.append(_try(step, tally))
        if tried[-1].reached:
            break
    reached = bool(tried) and tried[-1].reached
    adopted = reached and (present is None or present.met is not False)
    said = [present.arithmetic] if present is not None and present.met is not True else []
    if present is None or present.met is not False:  # without a quorum no step decides, whatever was counted
        said += [one.arithmetic for one in tried]
    said += [Words({code: problem.message(code) for code in LANGUAGES}) for problem in problems]
    return Outcome(
        adopted, len(tried) - 1 if adopted else None, rule.article, _joined(said), tuple(tried), present,
        rule.key, is_unverified(rule), problems,
    )  # fmt: skip


def _try(step: Step, tally: Tally) -> Tried:
    if step.kind == "consensus":
        return _consensus(step, tally)
    base: Base = step.of or "cast"
    total = tally.of(base)
    if total is None:
        return Tried(step, False, None, tally.yes, _say("step-base-unknown", {}, base=base))
    needed = _needed(step, total)
    reached = tally.yes >= needed and (base != "cast" or step.kind != "unanimity" or tally.no == 0)
    code = "step-reached" if reached else "step-missed"
    words = _say(code, {"yes": tally.yes, "needed": needed, "total": total}, step=step, base=base)
    return Tried(step, reached, needed, tally.yes, words)


def _needed(step: Step, total: int) -> int:
    """How many Yes the step asks for out of `total`; never fewer than one, so that no vote adopts nothing."""
    if step.kind == "unanimity":
        return max(1, total)
    share: Fraction = fraction(step.share or "1/2")
    return max(1, floor(share * total) + 1 if step.kind == "more_than" else ceil(share * total))


def _consensus(step: Step, tally: Tally) -> Tried:
    """Reached where nobody objects; what is put to the vote was not decided by consensus."""
    if tally.is_vote:
        return Tried(step, False, None, None, _say("consensus-voted", {}))
    code = "consensus-missed" if tally.objections else "consensus-reached"
    return Tried(step, not tally.objections, None, None, _say(code, {"objections": tally.objections}))


def _say(code: str, facts: dict[str, int], *, step: Step | None = None, base: Base | None = None) -> Words:
    said = {}
    for language in LANGUAGES:
        share = share_in_words(step.kind, step.share, base or "cast", language) if step else ""
        of = sentence(f"base-{base}", {}, language) if base else ""
        said[language] = sentence(code, {**facts, "share": share, "base": of}, language)
    return Words(said)


def _joined(sentences: Iterable[Words]) -> Words:
    every = tuple(sentences)
    return Words({language: "; ".join(s[language] for s in every if language in s) for language in LANGUAGES})
