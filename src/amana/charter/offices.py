"""Offices and who held them, by day."""

from __future__ import annotations

from dataclasses import dataclass

from amana.values.days import Day
from amana.values.words import Words


@dataclass(frozen=True, slots=True)
class Term:
    """One person's term in an office. `person` is the person's id, `name` as the organization prints it per language.

    `until` is the last day as stated; None: not stated. A term without a stated end ends when the next begins.
    """

    id: str
    office: str
    person: str
    name: Words
    party: str = ""
    since: Day | None = None
    until: Day | None = None
    by: str = ""
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""
