"""The life of a mandate, step by step: what may follow what, how it may be closed, and what the public is told of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from amana.values.problems import Problem

Status = Literal["proposed", "confirmed", "dismissed", "assigned", "in_progress", "reported", "closed"]
Closing = Literal[
    "implemented", "partly", "not_implemented", "ongoing", "superseded", "lapsed", "not_applicable"
]  # fmt: skip
PublicView = Literal["not_started", "under_way", "done", "ended", "no_information"]

VIEWS: tuple[PublicView, ...] = ("done", "under_way", "not_started", "ended", "no_information")
"""The order in which they are drawn and told."""

STATUSES: tuple[Status, ...] = (
    "proposed", "confirmed", "dismissed", "assigned", "in_progress", "reported", "closed",
)  # fmt: skip
"""'reported': its officer proposes to close it and somebody else has to approve."""

CLOSINGS: tuple[Closing, ...] = (
    "implemented", "partly", "not_implemented", "ongoing", "superseded", "lapsed", "not_applicable",
)  # fmt: skip
"""How a mandate is closed. 'ongoing': by its nature it has no end; 'lapsed' and 'superseded': as an organ decided."""

WITHOUT_REPORT: frozenset[Closing] = frozenset({"superseded", "lapsed", "not_applicable"})
"""Ways of closing that need no report of the officer, since nothing was to be done any more."""

AFTER: dict[Status, tuple[Status, ...]] = {
    "proposed": ("confirmed", "dismissed"),
    "confirmed": ("assigned", "closed"),
    "dismissed": (),
    "assigned": ("assigned", "in_progress", "reported", "closed"),
    "in_progress": ("assigned", "in_progress", "reported", "closed"),
    "reported": ("in_progress", "closed"),
    "closed": (),
}
"""From each status, what may follow. A mandate assigned again goes to another officer; reported, it may be sent back."""

OPEN: frozenset[Status] = frozenset({"confirmed", "assigned", "in_progress", "reported"})
"""Statuses in which something is still to be done."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a mandate, and what forbids it."""

    status: str
    to: str
    problems: tuple[Problem, ...] = ()

    @property
    def may(self) -> bool:
        """Nothing forbids it."""
        return not self.problems


def step(status: str, to: str, how: str | None = None) -> Step:
    """The step from `status` to `to`; `how` it is closed, where `to` is 'closed'.

    >>> print(step("proposed", "closed").problems[0].message())
    a mandate that is 'proposed' cannot become 'closed'; from here: confirmed, dismissed
    >>> step("proposed", "confirmed").may, step("assigned", "closed", "implemented").may
    (True, False)
    """
    return Step(status, to, tuple(_forbidden(status, to, how)))


def next_steps(status: str) -> tuple[Status, ...]:
    """What may follow `status`; () for one that is final or that is not known."""
    return next((after for known, after in AFTER.items() if known == status), ())


def is_final(status: str) -> bool:
    """Nothing follows: it is closed or dismissed."""
    return status in ("closed", "dismissed")


def is_open(status: str) -> bool:
    """Something is still to be done; a proposal is not yet a duty."""
    return status in OPEN


def _forbidden(status: str, to: str, how: str | None) -> Iterator[Problem]:
    after = next_steps(status)
    if status not in STATUSES or to not in STATUSES:
        unknown = status if status not in STATUSES else to
        yield Problem("mandate-status-unknown", {"status": unknown, "known": STATUSES})
    elif to not in after:
        code = "mandate-step-impossible" if after else "mandate-step-after-end"
        yield Problem(code, {"status": status, "to": to, "after": tuple(after)})
    if to == "closed" and how is not None and how not in CLOSINGS:
        yield Problem("mandate-closing-unknown", {"how": how, "known": CLOSINGS})
    elif to == "closed" and to in after and status != "reported" and how not in WITHOUT_REPORT:
        yield Problem("mandate-closing-unreported", {"status": status, "how": how or "?"})


def second_person(reporter: str, closer: str) -> Iterator[Problem]:
    """Who reported a mandate cannot close it; who proposed to close it needs a second person.

    >>> [p.code for p in second_person("p-1", "p-1")], [p.code for p in second_person("p-1", "p-2")]
    (['mandate-second-person'], [])
    """
    if reporter and reporter == closer:
        yield Problem("mandate-second-person", {"person": closer})


def closing(how: str, reporter: str, closer: str, evidence: Iterable[str] = ()) -> Iterator[Problem]:
    """What forbids closing a mandate: no second person, or no evidence of what is said to be done."""
    yield from second_person(reporter, closer)
    if how in ("implemented", "partly") and not any(evidence):
        yield Problem("mandate-closing-without-evidence", {"how": how})


def public_view(status: str, how: str | None = None, *, informed: bool = True) -> PublicView:
    """The five words the public is told; never more, and of a state without information only that.

    A mandate partly implemented has ended, since 'done' would say too much. `informed` False: nothing was received.

    >>> public_view("assigned"), public_view("closed", "implemented"), public_view("closed", "lapsed")
    ('not_started', 'done', 'ended')
    >>> public_view("assigned", informed=False)
    'no_information'
    """
    if is_final(status):
        told: dict[str | None, PublicView] = {"implemented": "done", "ongoing": "under_way"}
        return told.get(how, "ended")
    if status == "proposed" or not informed:
        return "no_information"
    return "under_way" if status in ("in_progress", "reported") else "not_started"
