"""Which of the names that something bore one after the other it bore on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol, TypeVar

from amana.values.days import Day


class Borne(Protocol):
    """A name with the day from which it was borne; None: from the beginning."""

    @property
    def since(self) -> Day | None: ...


N = TypeVar("N", bound=Borne)


def borne_on(names: Sequence[N], day: date | None = None) -> N | None:
    """The name of `day` (None: the latest): the last that certainly held; before all, the first; None without names."""
    if not names or day is None:
        return names[-1] if names else None
    known = [n for n in names if n.since is None or (n.since.last is not None and n.since.last <= day)]
    return known[-1] if known else names[0]
