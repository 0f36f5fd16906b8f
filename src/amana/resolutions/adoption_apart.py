"""How the versions say the text was adopted, and under which symbol."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from amana.resolutions.paragraphs import Adoption, Reading
from amana.resolutions.symbols_apart import same_symbol as alike
from amana.values.problems import Problem


def same_adoption(readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """The versions say differently how the text was adopted, or with how many votes."""
    said = {language: r.adoption for language, r in readings.items() if r.adoption is not None and r.adoption.how}
    if len({_adopted(a) for a in said.values()}) > 1:
        shown = tuple(f"{language}: {a.text[:80]}" for language, a in said.items())
        places = tuple(a.place for a in said.values() if a.place is not None)
        yield Problem("adoption-differs", {"adoptions": shown}, places, "error")


def _adopted(adoption: Adoption) -> str:
    votes = sorted(adoption.votes.items())
    return f"{adoption.how} {votes}"


def same_symbol(readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """The versions bear different symbols."""
    said = {language: r for language, r in readings.items() if r.symbol}
    if any(not alike(a.symbol, b.symbol) for a, b in combinations(said.values(), 2)):
        shown = tuple(f"{language}: {r.printed_symbol}" for language, r in said.items())
        places = tuple(r.paragraphs[0].place for r in said.values() if r.paragraphs)
        yield Problem("symbol-of-text-differs", {"symbols": shown}, places, "error")
