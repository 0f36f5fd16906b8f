"""Which resolution renews which, so that a mandate of this year carries on the one of last year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from amana.values.days import Day
from amana.values.ids import ResolutionId
from amana.values.problems import Problem


@dataclass(frozen=True, slots=True)
class Renewing:
    """What lineage asks of a resolution: its id, when it was adopted and which ones it renews."""

    id: ResolutionId
    renews: tuple[ResolutionId, ...] = ()
    adopted: Day | None = None


def ancestors(resolution: ResolutionId, renewals: Iterable[Renewing]) -> tuple[ResolutionId, ...]:
    """Every resolution that this one renews, directly or through others, nearest first; each once.

    >>> chain = [Renewing("c", ("b",)), Renewing("b", ("a",)), Renewing("a")]
    >>> ancestors("c", chain), descendants("a", chain)
    (('b', 'a'), ('b', 'c'))
    """
    return _reached(resolution, {one.id: one.renews for one in renewals})


def descendants(resolution: ResolutionId, renewals: Iterable[Renewing]) -> tuple[ResolutionId, ...]:
    """Every resolution that renews this one, directly or through others, nearest first; each once."""
    renewed_by: dict[ResolutionId, tuple[ResolutionId, ...]] = {}
    for one in renewals:
        for renewed in one.renews:
            renewed_by[renewed] = (*renewed_by.get(renewed, ()), one.id)
    return _reached(resolution, renewed_by)


def renewal_problems(renewals: Iterable[Renewing]) -> Iterator[Problem]:
    """A renewed resolution that is not there, that was certainly adopted later, or that renews itself in a circle."""
    by_id = {one.id: one for one in renewals}
    for one in by_id.values():
        for renewed in one.renews:
            facts = {"resolution": one.id, "renewed": renewed}
            if renewed not in by_id:
                yield Problem("mandate-renewal-unknown", facts)
            elif _is_after(by_id[renewed].adopted, one.adopted):
                yield Problem("mandate-renewal-later", facts, severity="warning")
        for through in one.renews:
            if through == one.id or one.id in _reached(through, {i: r.renews for i, r in by_id.items()}):
                yield Problem("mandate-renewal-circle", {"resolution": one.id, "through": through})


def _reached(start: ResolutionId, onward: Mapping[ResolutionId, tuple[ResolutionId, ...]]) -> tuple[ResolutionId, ...]:
    found: dict[ResolutionId, None] = {}
    waiting = list(onward.get(start, ()))
    while waiting:
        one = waiting.pop(0)
        if one != start and one not in found:
            found[one] = None
            waiting.extend(onward.get(one, ()))
    return tuple(found)


def _is_after(one: Day | None, other: Day | None) -> bool:
    return bool(one and other and one.first and other.last and one.first > other.last)
