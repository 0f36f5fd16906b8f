"""Runs every bench and prints one table: what, figure, what it is to reach, ratio to the peer of the same run."""

from __future__ import annotations

import importlib
import sys
from dataclasses import dataclass

BENCHES = (
    "bench.ledger",
    "bench.record",
    "bench.pages",
    "bench.serving",
    "bench.reading",
    "bench.parts",
    "bench.search",
    "bench.pairs",
)


@dataclass(frozen=True, slots=True)
class Goal:
    """What a figure is to reach: `at_most` or at least `value`."""

    value: float
    at_most: bool = True


def main(names: list[str]) -> int:
    """Run the named benches, or all; 1 where a goal is missed. What could not be measured here is told."""
    missed = 0
    for name in names or BENCHES:
        bench = importlib.import_module(name if name.startswith("bench.") else f"bench.{name}")
        goals: dict[str, Goal] = getattr(bench, "GOALS", {})
        print(f"\n{(bench.__doc__ or name).splitlines()[0]}")
        measured: dict[str, float] = bench.figures()
        for what, figure in measured.items():
            goal = goals.get(what)
            said = ""
            if goal is not None:
                reached = figure <= goal.value if goal.at_most else figure >= goal.value
                missed += not reached
                said = f"  ({'at most' if goal.at_most else 'at least'} {goal.value:g}{'' if reached else ' — MISSED'})"
            print(f"  {what:58} {figure:12,.3f}{said}", flush=True)
        for what in [goal for goal in goals if goal not in measured]:
            print(f"  {what:58} {'not measured':>12}", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
