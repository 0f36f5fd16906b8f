"""Sessions told ten years at a time, so that a list of half a century is not one long list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from amana.sessions.session import Session


@dataclass(frozen=True, slots=True)
class Decade:
    """The sessions of one organ that began in ten years from `year`; None for those of which no day is known."""

    year: int | None
    sessions: tuple[Session, ...]

    @property
    def until(self) -> int | None:
        """Its last year."""
        return self.year + 9 if self.year is not None else None


def by_decade(sessions: Sequence[Session]) -> tuple[Decade, ...]:
    """The decades of these sessions, the newest first; sessions keep the order given.

    >>> from amana.values.days import Span
    >>> first, planned = Session("a", "x", "ordinary", days=Span.parse("1969-09-22")), Session("b", "x", "ordinary")
    >>> [(d.year, d.until, len(d.sessions)) for d in by_decade([first, planned])]
    [(1960, 1969, 1), (None, None, 1)]
    """
    tens = {_decade(session) for session in sessions}
    return tuple(
        Decade(ten, tuple(s for s in sessions if _decade(s) == ten))
        for ten in sorted(tens, key=lambda ten: ten or 0, reverse=True)
    )


def _decade(session: Session) -> int | None:
    first = session.days.first if session.days else None
    return first.year // 10 * 10 if first else None
