"""Where the preamble of a text begins: at the organ that enacts it, at its first ground, or where its count begins."""

from __future__ import annotations

from collections.abc import Sequence

from amana.resolutions.narrating import narrates
from amana.resolutions.units import Unit, may_open


def start_of(units: Sequence[Unit], language: str) -> int:
    """Where the preamble begins: at the organ's line or at paragraphs that open before it, else at the first number."""
    organ = next((n for n, u in enumerate(units) if u.organ), None)
    opened = [n for n, u in enumerate(units) if may_open(u, organ is None, language)]
    if organ is not None and not (len(opened) > 1 and opened[1] < organ):
        grounds = opened[:1] if opened and opened[0] < organ and units[opened[0]].preambular else []
        return grounds[0] if grounds and units[grounds[0]].text.rstrip()[-1] in ",;،؛" else organ
    if opened:
        return _told_before(units, _counted_back(units, opened[0]), language)
    return next((n for n, u in enumerate(units) if u.numbered and u.text and not u.kind), len(units))


def _counted_back(units: Sequence[Unit], start: int) -> int:
    """The paragraph with which the count begins that this one goes on with: what 1 tells may open as nothing known."""
    while start and units[start].numbered and units[start - 1].numbered and units[start - 1].text:
        here, before = units[start].label, units[start - 1].label
        if here is None or before is None or not here.follows(before):
            break
        start -= 1
    return start


def _told_before(units: Sequence[Unit], start: int, language: str) -> int:
    """Where a communiqué begins to tell: at the first of the whole sentences right above what it decides."""
    while start and units[start - 1].label is None and units[start - 1].text.rstrip()[-1:] == ".":
        above = units[start - 1]
        if above.kind or above.adoption or above.block.heading or not narrates(above.text, language):
            break
        start -= 1
    return start
