"""The implementation report of a session: of each resolution, each thing asked, of whom, by when, and what came of it.

Courtesy is built in: of a state it says only 'information requested on …', 'received on …' or 'no information
received', never that it is late; nothing ranks states; nothing that was not released leaves the house. The closing
paragraph that asks for the report every year is told in one line and not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from amana.mandates.deadlines import overdue
from amana.mandates.lifecycle import VIEWS, PublicView, public_view
from amana.values.days import Day
from amana.values.words import Words


@dataclass(frozen=True, slots=True)
class Reply:
    """What one state was asked and answered. Nothing of it leaves the house before it is `released`."""

    party: Words
    requested: Day | None = None
    received: Day | None = None
    words: Words = Words()
    released: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """One mandate as the report tells it. `kind` as in `obligations.Proposal`; `label` is the paragraph's.

    `who`: the names of those who have to act; `stated`: the deadline in the words of the text; `due` and `due_session`
    (its title) what it means; `progress` the latest words that may be told; `evidence` references or words.
    """

    key: str
    text: Words
    kind: str = "act"
    label: Words = Words()
    who: tuple[Words, ...] = ()
    stated: Words = Words()
    due: Day | None = None
    due_session: Words = Words()
    inferred: bool = False
    status: str = "confirmed"
    how: str = ""
    progress: Words = Words()
    progress_day: Day | None = None
    evidence: tuple[str | Words, ...] = ()
    released: bool = False
    requested: Day | None = None
    received: Day | None = None
    replies: tuple[Reply, ...] = ()

    @property
    def is_of_states(self) -> bool:
        """It asks something of states, so nothing is ever called late, done or not done."""
        return self.kind == "state"

    @property
    def view(self) -> PublicView:
        """One of the five public words."""
        if self.is_of_states and not (self.received or any(reply.received for reply in self.replies)):
            return "no_information"
        return public_view(self.status, self.how or None)


@dataclass(frozen=True, slots=True)
class ResolutionTold:
    """One resolution with its mandates, in the order of its paragraphs."""

    symbol: str
    title: Words
    mandates: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The report as a value: what a page or a Word file shows in any language. `audience`: public, members or house.

    `session` is its title, `place` and `days` as stated; `reported_to` the title of the session it is owed to.
    """

    session: Words
    audience: str
    day: date
    resolutions: tuple[ResolutionTold, ...]
    organization: Words = Words()
    place: Words = Words()
    days: Words = Words()
    reported_to: Words = Words()
    known_until: Day | None = None
    official: bool = True

    @property
    def counted(self) -> tuple[Told, ...]:
        """The mandates that count: all but the recurring closing paragraphs."""
        return tuple(m for r in self.resolutions for m in r.mandates if m.kind != "follow_up")

    @property
    def shown(self) -> tuple[Told, ...]:
        """Those of them whose status this audience may see."""
        return tuple(m for m in self.counted if may_see(m, self.audience))

    @property
    def counts(self) -> Mapping[str, int]:
        """How many resolutions, mandates, and mandates of each public word; statuses that may not be seen apart.

        'overdue' is there for the house alone, and never counts what is asked of states.
        """
        counts = {"resolutions": len(self.resolutions), "mandates": len(self.counted)}
        own = [m for m in self.shown if not m.is_of_states]
        counts |= {view: sum(m.view == view for m in own) for view in VIEWS}
        counts["of_states"] = sum(m.is_of_states for m in self.counted)
        counts["not_released"] = sum(not m.is_of_states and not may_see(m, self.audience) for m in self.counted)
        if self.audience == "house":
            counts["overdue"] = sum(overdue(m.status, m.due, self.day) for m in own)
        return counts


def may_see(mandate: Told, audience: str) -> bool:
    """The house sees every status; others what was released."""
    return audience == "house" or mandate.released


def report(
    session: Words,
    resolutions: Iterable[ResolutionTold],
    *,
    day: date,
    audience: str = "house",
    organization: Words = Words(),
    place: Words = Words(),
    days: Words = Words(),
    reported_to: Words = Words(),
    known_until: Day | None = None,
    official: bool = True,
) -> Report:
    """The implementation report on the resolutions of `session`, as of `day`, for `audience`.

    What this audience may not see is taken out here, so that no rendering can show it. Dismissed mandates and mere
    proposals are no duties and are left out.
    """
    told = tuple(
        ResolutionTold(one.symbol, one.title, tuple(_for(audience, m) for m in one.mandates if _is_duty(m)))
        for one in resolutions
    )
    return Report(
        session, audience, day, told, organization, place, days, reported_to, known_until, official
    )  # fmt: skip


def _is_duty(mandate: Told) -> bool:
    return mandate.status not in ("proposed", "dismissed")


def _for(audience: str, mandate: Told) -> Told:
    """The mandate as this audience may see it."""
    if audience == "house":
        return mandate
    replies = tuple(reply for reply in mandate.replies if reply.released)
    if mandate.released:
        return replace(mandate, replies=replies)
    return replace(
        mandate, replies=replies, status="confirmed", how="", progress=Words(), progress_day=None, evidence=(),
        requested=None, received=None,
    )  # fmt: skip


def paragraphs(mandates: Iterable[Told]) -> Iterator[tuple[Told, ...]]:
    """Mandates of one paragraph together (one may ask both the house and states), in their order."""
    together: dict[str, list[Told]] = {}
    for mandate in mandates:
        together.setdefault(mandate.key, []).append(mandate)
    yield from (tuple(of_one) for of_one in together.values())
