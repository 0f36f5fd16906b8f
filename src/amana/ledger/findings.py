"""What a verification finds: every kind of problem, a few of each, and how many more."""

from __future__ import annotations

from collections import Counter

from amana.values.problems import Fact, Place, Problem, Severity

SHOWN = 20
"""Problems of one kind that are told one by one: one changed byte can spoil every checkpoint after it."""


class Findings:
    """Problems being gathered.

    >>> found = Findings()
    >>> for n in range(25):
    ...     found.add("ledger-file-missing", f"tile/0/{n:03d}")
    >>> len(found.all()), found.all()[-1].facts["count"]
    (21, 5)
    """

    def __init__(self) -> None:
        self._problems: list[Problem] = []
        self._counts: Counter[str] = Counter()
        self._told: set[tuple[object, ...]] = set()

    def add(
        self, code: str, file: str, *, line: int | None = None, severity: Severity = "error", **facts: Fact
    ) -> None:
        """One problem, in a file of the export. The same one twice is one."""
        same = (code, file, line, *sorted(facts.items()))
        if same in self._told:
            return
        self._told.add(same)
        self._counts[code] += 1
        if self._counts[code] <= SHOWN:
            said = {"file": file, **({"line": line} if line else {}), **facts}
            self._problems.append(Problem(code, said, (Place(file, line=line),), severity))

    def all(self) -> tuple[Problem, ...]:
        """Every problem told, and for each kind how many are not."""
        return (*self._problems, *(self._more(code, count) for code, count in self._counts.items() if count > SHOWN))

    def _more(self, code: str, count: int) -> Problem:
        kind = {p.severity for p in self._problems if p.code == code}
        facts: dict[str, Fact] = {"kind": code, "count": count - SHOWN}
        return Problem("ledger-more", facts, severity="error" if "error" in kind else kind.pop())
