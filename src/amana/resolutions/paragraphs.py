"""A read resolution: its paragraphs, and what each says, as stated and never as resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from amana.resolutions.accepted import How, Part
from amana.values.days import Day, StatedDays
from amana.values.numbers_finding import Number
from amana.values.problems import Place, Problem

DeadlineKind = Literal["date", "session", "period", "urgency", "none"]
Role = Literal["implementer", "recipient"]
ClauseKind = Literal["resources", "review", "end"]
NameKind = Literal["state", "organ", "person", "place", "other"]
Tone = Literal["", "positive", "neutral", "negative"]


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who is addressed (an id of the gazetteer), as what, and in which words."""

    id: str
    role: Role
    text: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """An act or document that is cited: as printed (`text[start:end]` of the paragraph) and in its normal form.

    The normal form of a resolution whose body the text names is that body's symbol: S/RES/1325 (2000). `alternatives` are
    other normal forms that the print may mean: its number alone, the other order where Arabic digits may stand reversed.
    `entry` is the id of the decision of the house that is meant, '' where it holds none.
    """

    text: str
    start: int
    end: int
    symbol: str
    alternatives: tuple[str, ...] = ()
    entry: str = ""

    @property
    def short(self) -> str:
        """The number alone, which another version may print without the body: 1325 (2000) for S/RES/1325 (2000)."""
        return self.symbol.partition("/RES/")[2] if self.symbol.startswith(UN_BODIES) else self.symbol


UN_BODIES = ("S/RES/", "A/RES/", "E/RES/", "A/HRC/RES/", "E/CN.4/RES/")
"""How the symbols of resolutions of the United Nations begin."""

Figure = Number
"""A number that is neither a day nor part of a citation."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What a paragraph says of money, of its review or of its end (`text[start:end]`).

    `value` for resources: within_existing, voluntary, additional, assessed or none; for review and end: what is stated
    of the time, '' without.
    """

    kind: ClauseKind
    text: str
    start: int
    end: int
    value: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A state, organ, person or place that is named (`text[start:end]`); `id` is the same in every language.

    Ids of the house's own gazetteer as they are; of others 'place:' and the code of the region ('place:FR').
    """

    id: str
    kind: NameKind
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when, as stated: a day, the number of a session (`next` where it only says the next one), a period.

    `period` is an ISO duration ('P30D', 'P6M') for kind 'period'; with kind 'session' so long before it opens. `organ`
    is whose session it is, where the text says so right there. `computed`: the text states its day in the Hijri calendar
    alone, and `day` is what the table gives for it, None where it does not reach.
    """

    text: str
    kind: DeadlineKind
    day: Day | None = None
    session: int | None = None
    next: bool = False
    period: str = ""
    organ: str = ""
    computed: bool = False


@dataclass(frozen=True, slots=True)
class ReportDuty:
    """Who reports to whom and when, each as stated; '' where the text does not say. `by` and `to` are gazetteer ids."""

    by: str = ""
    to: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of one language version.

    `text` is without its label; `place` is its first block, `blocks` are the numbers of all of them; `depth` counts
    from 0; `modifiers` stand with the verb ("strongly"), `hedges` soften what is asked ("as appropriate"), as printed.
    """

    part: Part
    label: str
    text: str
    place: Place
    depth: int = 0
    blocks: tuple[int, ...] = ()
    function: str | None = None
    phrase: str | None = None
    strength: int | None = None
    modifiers: tuple[str, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    citations: tuple[Citation, ...] = ()
    days: tuple[StatedDays, ...] = ()
    deadline: Deadline | None = None
    report: ReportDuty | None = None
    figures: tuple[Figure, ...] = ()
    heading: bool = False
    tone: Tone = ""
    hedges: tuple[str, ...] = ()
    clauses: tuple[Clause, ...] = ()
    names: tuple[Named, ...] = ()

    @property
    def implementers(self) -> tuple[Addressee, ...]:
        """Those of the addressees who are to do it; to whom is only reported is none."""
        return tuple(a for a in self.addressees if a.role == "implementer")


@dataclass(frozen=True, slots=True)
class Adoption:
    """How the text says it was adopted. `votes` maps yes, no, abstain to counts; empty without a vote.

    `lists` maps yes, no, abstain to the states that are listed: ids of the house's parties or small ISO codes ('fr'), as
    printed where a name is not known; `listed` the same names as printed. Empty where the text has no lists.
    """

    how: How
    text: str
    votes: Mapping[str, int] = field(default_factory=dict)
    place: Place | None = None
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    listed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """One language version, read. `symbol` is the normal form, '' where none was found; `session` as printed.

    `session_number` is the ordinal of the session where the text gives one.
    """

    language: str
    symbol: str = ""
    printed_symbol: str = ""
    title: str = ""
    session: str = ""
    session_number: int | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    adoption: Adoption | None = None
    problems: tuple[Problem, ...] = ()
