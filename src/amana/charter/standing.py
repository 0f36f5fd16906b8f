"""The standing of a party in the organization, day by day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from amana.values.days import Day

Standing = Literal["member", "observer", "suspended", "left"]


@dataclass(frozen=True, slots=True)
class Event:
    """A party's standing changes. `by` is the id of the session or document that decided it, or ''."""

    id: str
    party: str
    standing: Standing
    since: Day
    by: str = ""
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""
