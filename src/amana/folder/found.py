"""What was found in a folder so far: its files, the facts read from them and where each of them stands."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from amana.folder.faults import Faults, Line, Lines, Spot, TomlSpot
from amana.folder.loadable import FactOfFolder, Kind, organization_from
from amana.folder.organization import Organization, Profile
from amana.values.words import Words

USUAL = ("ar", "en", "fr")
"""The languages supposed where organization.toml itself cannot be read, so that the rest is still checked."""


@dataclass
class Found:
    """A folder half read. `ids` hold every id named, also those of rows that could not be read, so that one bad row
    is told once and not again by everything that refers to it; so are `unread` kinds, of which a whole file could
    not be read.
    """

    files: dict[str, bytes]
    faults: Faults = field(default_factory=lambda: Faults(USUAL))
    facts: list[FactOfFolder] = field(default_factory=list)
    spots: dict[tuple[str, str], Spot] = field(default_factory=dict)
    ids: dict[str, set[str]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    @cached_property
    def organization(self) -> Organization:
        """The organization of what could be read; asked once, when all files were gone through."""
        facts = self.facts
        if not any(kind == "profile" for kind, _, _ in facts):
            facts = [("profile", "", Profile("", Words(), languages=self.faults.languages)), *facts]
        return organization_from(facts)

    def name(self, kind: str, key: Any, spot: Spot) -> bool:
        """Keep that `key` is the id of a fact that stands here; False, told, where another bears it already."""
        if not isinstance(key, str) or not key:
            return True
        first = self.spots.setdefault((kind, key), spot)
        self.ids.setdefault(kind, set()).add(key)
        if first is not spot:
            self.faults.tell("duplicate-id", spot, "id", id=key, first=str(first.place("id")))
        return first is spot

    def keep(self, kind: Kind, value: Any) -> None:
        """Keep one fact."""
        self.facts.append((kind, value.id, value))

    def spot(self, kind: str, key: str) -> Spot:
        """Where a fact stands."""
        return self.spots[kind, key]

    def has(self, kind: str, key: str) -> bool:
        """A fact of this kind bears this id, whether it could be read or not."""
        return key in self.ids.get(kind, ()) or kind in self.unread

    def text(self, path: str, *kinds: str) -> str:
        """The text of a file that states facts of these kinds; '' with a fault told where it is not UTF-8."""
        try:
            return self.files[path].decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = self.files[path].count(b"\n", 0, error.start) + 1
            self.faults.tell("not-utf8", Line(path, line), byte=error.start)
            self.unread.update(kinds)
            return ""

    def toml(self, path: str, *kinds: str) -> tuple[dict[str, Any], TomlSpot]:
        """The tables of a TOML file and where its top stands; no tables, and a fault told, where it is none."""
        text = self.text(path, *kinds)
        spot = TomlSpot(Lines(path, text))
        try:
            return tomllib.loads(text), spot
        except tomllib.TOMLDecodeError as error:
            why, _, where = str(error).partition(" (at ")
            digits = where.removeprefix("line ").split(",")[0]
            line = int(digits) if digits.isdigit() else text.count("\n")
            self.faults.tell("bad-toml", Line(path, max(line, 1)), why=why)
            self.unread.update(kinds)
            return {}, spot

    def matching(self, start: str, end: str = "") -> Iterator[str]:
        """Files whose path begins and ends so, sorted."""
        return (path for path in sorted(self.files) if path.startswith(start) and path.endswith(end))
