"""Which organ may do what on a day, and by which article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from amana.charter.instruments import Instrument, Power
from amana.charter.rules import holds_on


def may(organ: str, power: str, instruments: Iterable[Instrument], day: date) -> Power | None:
    """The power by which `organ` may do `power` on `day`, with its article; None where no instrument gives it.

    A power covers the dotted ones below it; the most specific one answers, of equal ones the later listed.

    >>> from amana.values.days import Day
    >>> from amana.values.words import Words
    >>> appoint = Power("cfm", "appoint", "16")
    >>> charter = Instrument("ch", Words(), applied=Day("2008-03-14"), powers=(appoint,))
    >>> may("cfm", "appoint.secretary-general", [charter], date(2020, 1, 1)).article
    '16'
    >>> may("cfm", "appointment", [charter], date(2020, 1, 1)) is None
    True
    """
    covering = [p for p in powers_of(organ, instruments, day) if power == p.power or power.startswith(p.power + ".")]
    covering.reverse()
    return max(covering, key=lambda p: len(p.power), default=None)


def powers_of(organ: str, instruments: Iterable[Instrument], day: date) -> Iterator[Power]:
    """Every power the organ has on `day`, in the order of the instruments that hold."""
    for instrument in instruments:
        if holds_on(day, instrument):
            yield from (power for power in instrument.powers if power.organ == organ)
