"""One session of an organ, as its documents state it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from amana.values.days import Span
from amana.values.words import Words

SessionKind = Literal["ordinary", "extraordinary", "joint", "meeting"]


@dataclass(frozen=True, slots=True)
class Session:
    """`number` is the ordinal in its own series (organ and kind) or None where sources give none.

    `days` and `hijri` are both as stated; neither is computed from the other. `party`: the host.
    """

    id: str
    organ: str
    kind: SessionKind
    number: int | None = None
    place: Words = Words()
    party: str = ""
    days: Span | None = None
    hijri: Span | None = None
    theme: Words = Words()
    joint_with: str = ""
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""
