"""States, organs, persons and places: one version names another than its counterpart does in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from amana.resolutions.figures_apart import spot
from amana.resolutions.paragraphs import Named, Paragraph
from amana.resolutions.telling import finding
from amana.resolutions.versions import Row
from amana.values.problems import Problem, Severity

KINDS: tuple[tuple[str, ...], ...] = (("state", "place"), ("organ",), ("person",))
"""Kinds that are held against each other; a state and a place may be one name with two ids."""


def same_names(row: Row) -> Iterator[Problem]:
    """Each version names one whom the other does not: Mali here, Malta there. That only one names somebody is not told.

    An error where exactly one name of a kind stands in the place of exactly one other, else a warning.
    """
    if not all(p.names for p in row.texts.values()):
        return
    for kinds in KINDS:
        told: dict[str, tuple[Named, ...]] = {}
        severity: Severity = "warning"
        for (one, a), (other, b) in combinations(row.texts.items(), 2):
            left, right = _unmatched(a, b, kinds), _unmatched(b, a, kinds)
            if left and right and _counted(a, kinds) == _counted(b, kinds):
                told.update({one: left, other: right})
                severity = "error" if len(left) == len(right) == 1 and "organ" not in kinds else severity
        if told:
            shown = tuple(f"{language}: {', '.join(n.text for n in names)}" for language, names in told.items())
            places = tuple(spot(row.texts[language], n) for language, names in told.items() for n in names)
            yield finding("names-differ", row, severity, places, names=shown)


def _unmatched(a: Paragraph, b: Paragraph, kinds: Sequence[str]) -> tuple[Named, ...]:
    """Names of `a` that `b` has not, each once."""
    there = {_bare(n.id) for n in b.names}
    own = {_bare(n.id): n for n in a.names if n.kind in kinds and n.id}
    return tuple(n for bare, n in own.items() if bare not in there)


def _counted(paragraph: Paragraph, kinds: Sequence[str]) -> int:
    """How many are named: where one version names more, a name that is missing may be one that was not recognised."""
    return len({_bare(n.id) for n in paragraph.names if n.kind in kinds})


def _bare(name: str) -> str:
    """A state by its code, whether it is a party of the house or a region of the world.

    >>> _bare("place:FR"), _bare("fr")
    ('fr', 'fr')
    """
    return name.rpartition(":")[2].casefold()
