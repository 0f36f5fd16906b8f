"""The two calendars of the day for which a page is shown: as chosen, as computed, and as documents equate them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from amana.sessions.equated import Equated, equations
from amana.sessions.session import Session
from amana.values.days import Span
from amana.values.hijri import HijriDate, OutOfTable, to_hijri


@dataclass(frozen=True, slots=True)
class Chosen:
    """A day one reads on. `typed`: it was chosen in the Hijri calendar, and `day` is what the table makes of it.

    `hijri` None: the table does not reach the day. `stated`: what documents equate the Hijri day chosen, or else the
    Gregorian one, with, where that is not what the table says.
    """

    day: date
    hijri: HijriDate | None
    typed: bool = False
    stated: tuple[Equated, ...] = ()

    @property
    def hijri_span(self) -> Span | None:
        """The Hijri day as pages write it."""
        return Span.parse(str(self.hijri)) if self.hijri else None


def chosen(day: date, typed: HijriDate | None, sessions: Iterable[Session]) -> Chosen:
    """What a page says of the day chosen.

    >>> rabat = Session("is-1", "is", "ordinary", 1, days=Span.parse("1969-09-22/1969-09-25"),
    ...     hijri=Span.parse("1389-07-09/1389-07-12"))
    >>> found = chosen(date(1969, 9, 23), HijriDate(1389, 7, 12), [rabat])
    >>> found.typed, [one.gregorian.isoformat() for one in found.stated]
    (True, ['1969-09-25'])
    >>> [str(one.hijri) for one in chosen(date(1969, 9, 25), None, [rabat]).stated]
    ['1389-07-12']
    """
    computed = typed or _computed(day)
    pairs = tuple(equations(sessions))
    other = [p for p in pairs if p.hijri == typed and p.gregorian != day] if typed else []
    other = other or [p for p in pairs if p.gregorian == day and p.hijri != computed]
    return Chosen(day, computed, typed is not None, tuple({(p.gregorian, p.hijri): p for p in other}.values()))


def _computed(day: date) -> HijriDate | None:
    try:
        return to_hijri(day)
    except OutOfTable:
        return None
