"""Faults found on the way through a folder: every one kept, each with its file and line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from amana.values.problems import Fact, Place, Problem, Severity

_HEADER = re.compile(r"\s*\[\[?\s*([A-Za-z0-9_.-]+)\s*\]\]?\s*(?:#.*)?$")


class Spot(Protocol):
    """Where a value stands: asked for its line only when there is something to tell."""

    def place(self, key: str = "") -> Place:
        """The file and line of the value, or of its `key`."""
        ...

    def child(self, header: str, index: int) -> Spot:
        """Where the value's `index`-th table of that header stands (0-based)."""
        ...


@dataclass(frozen=True)
class Line:
    """A line of a table or text file (1-based); None: the file as a whole."""

    file: str
    line: int | None = None

    def place(self, key: str = "") -> Place:
        """The line, whatever the column."""
        return Place(self.file, line=self.line)

    def child(self, header: str, index: int) -> Line:
        """A row has no tables of its own."""
        return self


@dataclass(frozen=True)
class Lines:
    """The lines of a TOML file, searched for headers and keys once a fault is told (tomllib gives no lines)."""

    file: str
    text: str

    @cached_property
    def all(self) -> list[str]:
        """Every line of the file."""
        return self.text.split("\n")

    @cached_property
    def headers(self) -> list[tuple[str, int]]:
        """(dotted header, 0-based line), in the file's order."""
        found = ((_HEADER.match(line), n) for n, line in enumerate(self.all))
        return [(m[1], n) for m, n in found if m]

    def starts(self, path: tuple[tuple[str, int], ...]) -> int:
        """The 0-based line where the table of this path begins; the nearest one above it where it is written inline."""
        at, dotted = 0, ""
        for header, index in path:
            dotted = f"{dotted}.{header}" if dotted else header
            lines = [n for name, n in self.headers if name == dotted and n >= at]
            if index >= len(lines):
                return self.holds(header, at) if at == 0 or not lines else at
            at = lines[index]
        return at

    def holds(self, key: str, start: int) -> int:
        """The line of `key =` in the table that begins at `start`; `start` itself where it has none."""
        after = [n for _, n in self.headers if n > start]
        wanted = re.compile(rf"\s*\"?{re.escape(key)}\"?\s*=")
        for n in range(start, after[0] if after else len(self.all)):
            if wanted.match(self.all[n]):
                return n
        return start


@dataclass(frozen=True)
class TomlSpot:
    """A table in a TOML file: its path is (header, index) from the top, () for the top itself."""

    lines: Lines
    path: tuple[tuple[str, int], ...] = ()

    def place(self, key: str = "") -> Place:
        """The line of the table's header, or of its `key`."""
        start = self.lines.starts(self.path)
        return Place(self.lines.file, line=1 + (self.lines.holds(key, start) if key else start))

    def child(self, header: str, index: int) -> TomlSpot:
        """A table inside this one."""
        return TomlSpot(self.lines, (*self.path, (header, index)))


def fault(code: str, spot: Spot, key: str = "", /, severity: Severity = "error", **facts: Fact) -> Problem:
    """One fault at its file and line; `code` without its 'folder-'."""
    return Problem(f"folder-{code}", facts, (spot.place(key),), severity)


@dataclass
class Faults:
    """What was found so far, in a folder kept in these languages."""

    languages: tuple[str, ...] = ()
    problems: list[Problem] = field(default_factory=list)

    def tell(self, code: str, spot: Spot, key: str = "", /, severity: Severity = "error", **facts: Fact) -> None:
        """Keep one fault, as `fault` makes it."""
        self.problems.append(fault(code, spot, key, severity, **facts))

    def sorted(self) -> tuple[Problem, ...]:
        """Every problem once, by file and line, as a reader goes through the folder."""
        unique = {(p.code, p.places, tuple(sorted((k, str(v)) for k, v in p.facts.items()))): p for p in self.problems}
        return tuple(sorted(unique.values(), key=lambda p: (p.places[0].source, p.places[0].line or 0, p.code)))
