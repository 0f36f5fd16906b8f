"""What of the decisions that a draft cites is no longer in force, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from amana.values.ids import ResolutionId

Ending = Literal["renewed", "superseded", "terminated"]
ENDS: Mapping[str, Ending] = {"supersede": "superseded", "terminate": "terminated"}
"""Functions of a paragraph by which the decisions that it cites come to their end."""


@dataclass(frozen=True, slots=True)
class Held:
    """Of a decision that is held: its normal symbol, which ones it renews, and which symbols it ends how."""

    id: ResolutionId
    symbol: str
    renews: tuple[ResolutionId, ...] = ()
    ends: tuple[tuple[str, Ending], ...] = ()


@dataclass(frozen=True, slots=True)
class Ended:
    """How a decision came to its end, and by which one: the newest that renewed it, or that ended it."""

    how: Ending
    by: str


def ended(decisions: Iterable[Held]) -> dict[str, Ended]:
    """Normal symbol → how it ended, of those that are no longer in force. An end that was decided counts before a renewal.

    >>> chain = [Held("a", "1/46-POL"), Held("b", "1/47-POL", ("a",)), Held("c", "1/48-POL", ("b",), (("9/30-E", "terminated"),))]
    >>> sorted((symbol, one.how, one.by) for symbol, one in ended(chain).items())
    [('1/46-POL', 'renewed', '1/48-POL'), ('1/47-POL', 'renewed', '1/48-POL'), ('9/30-E', 'terminated', '1/48-POL')]
    """
    every = {one.id: one for one in decisions}
    renewed_by: dict[ResolutionId, ResolutionId] = {}
    for one in every.values():
        for older in one.renews:
            if older != one.id:
                renewed_by[older] = one.id
    found: dict[str, Ended] = {}
    for old, new in renewed_by.items():
        last = _newest(new, renewed_by)
        if old in every and every[old].symbol and every[last].symbol:
            found[every[old].symbol] = Ended("renewed", every[last].symbol)
    for one in every.values():
        for symbol, how in one.ends:
            if symbol != one.symbol:
                found[symbol] = Ended(how, one.symbol)
    return found


def _newest(start: ResolutionId, renewed_by: Mapping[ResolutionId, ResolutionId]) -> ResolutionId:
    """The end of a chain of renewals; in a circle, where it began."""
    seen = {start}
    here = start
    while (after := renewed_by.get(here)) is not None and after not in seen:
        seen.add(after)
        here = after
    return here
