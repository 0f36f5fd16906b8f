"""Which mandates stand behind an area or a goal of a programme, and what the public is told of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from amana.mandates.lifecycle import VIEWS, PublicView
from amana.programme.programme import Area, Goal


class Asked(Protocol):
    """What this module asks of a mandate: where it stands, what the public is told, whether it recurs every year."""

    @property
    def key(self) -> str: ...
    @property
    def resolution(self) -> str: ...
    @property
    def paragraph(self) -> str: ...
    @property
    def view(self) -> PublicView: ...
    @property
    def recurring(self) -> bool: ...


A = TypeVar("A", bound=Asked)


class Index(Generic[A]):
    """Mandates in their order, found by their own id, their paragraph or their resolution: made once for many areas."""

    def __init__(self, asked: Iterable[A]) -> None:
        self.mandates = tuple(asked)
        self._at: dict[str, list[int]] = {}
        for number, one in enumerate(self.mandates):
            for name in {one.resolution, one.paragraph, one.key}:
                self._at.setdefault(name, []).append(number)

    def named(self, names: Set[str]) -> tuple[A, ...]:
        """Those that bear one of these names, each once, in their order."""
        found = {number for name in self._at.keys() & names for number in self._at[name]}
        return tuple(self.mandates[number] for number in sorted(found))


@dataclass(frozen=True, slots=True)
class Behind(Generic[A]):
    """The mandates behind something, in their own order, and how many each public word is said of."""

    mandates: tuple[A, ...] = ()
    counts: Mapping[PublicView, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many count: closing paragraphs that recur every year are left out."""
        return sum(self.counts.values())


def behind_goal(goal: Goal, asked: Index[A], symbols: Mapping[str, str]) -> Behind[A]:
    """The mandates of the resolutions or paragraphs a goal names. `symbols`: normal symbol → id of the resolution."""
    return _among(_named((goal,), symbols), asked)


def behind_area(area: Area, asked: Index[A], under: Mapping[str, Set[str]], symbols: Mapping[str, str]) -> Behind[A]:
    """The mandates of an area: those its goals name, and those of decisions under its subjects; each once.

    `under`: subject → ids of the resolutions under it; `symbols` as in `behind_goal`.
    """
    return _among(_named(area.goals, symbols) | decisions_under(area, under), asked)


def decisions_under(area: Area, under: Mapping[str, Set[str]]) -> frozenset[str]:
    """The ids of the resolutions under the subjects of an area, each once.

    >>> from amana.values.words import Words
    >>> found = decisions_under(Area("a", "1", Words(), subjects=("x", "y")), {"x": {"r1", "r2"}, "y": {"r2"}})
    >>> sorted(found)
    ['r1', 'r2']
    """
    return frozenset(resolution for subject in area.subjects for resolution in under.get(subject, ()))


def _named(goals: Iterable[Goal], symbols: Mapping[str, str]) -> frozenset[str]:
    return frozenset(symbols.get(name, name) for goal in goals for name in goal.mandates)


def _among(named: frozenset[str], asked: Index[A]) -> Behind[A]:
    mandates = asked.named(named)
    counted = Counter(one.view for one in mandates if not one.recurring)
    return Behind(mandates, {view: counted[view] for view in VIEWS if counted[view]})
