"""Where acts write: rows of the shadow tables, gathered and inserted together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from django.db.models import CharField

from amana.store import models
from amana.store.models.record import Version
from amana.values.problems import Problem, Refused

Noted = Callable[[str, dict[str, Any]], None]
PLACES = 1 << 20
TABLES: dict[str, type[Version]] = {
    "keys": models.Key,
    "erasures": models.Erasure,
    "facts": models.Fact,
    "releases": models.Release,
    "grants": models.Grant,
    "files": models.File,
    "resolutions": models.Resolution,
    "subjects": models.Subject,
    "links": models.Link,
    "texts": models.Text,
    "paragraphs": models.Paragraph,
    "findings": models.Finding,
    "finding_rules": models.FindingRule,
    "issues": models.Issue,
    "mandates": models.Mandate,
    "steps": models.Step,
    "evidence": models.Evidence,
}


class Table:
    """One shadow table that only grows."""

    def __init__(self, name: str, rows: Rows) -> None:
        self._name, self._rows = name, rows

    def add(self, entry: int, /, **values: Any) -> None:
        """One more row, written by `entry`. `since` and `gone` may be among the values."""
        self._rows._add(self._name, entry, values)


class Rows:
    """The rows that acts have written and that are not inserted yet. `noted` hears of each as it comes.

    `strict` refuses a text that is longer than its column: one database would cut the act off, the other would not
    notice. Never on replay.
    """

    def __init__(self, noted: Noted | None = None, *, strict: bool = False) -> None:
        self._new: dict[str, list[Version]] = defaultdict(list)
        self._places: dict[tuple[str, int], int] = defaultdict(int)
        self._noted, self._strict = noted, strict
        self.keys = Table("keys", self)
        self.erasures = Table("erasures", self)
        self.facts = Table("facts", self)
        self.subjects = Table("subjects", self)
        self.releases = Table("releases", self)
        self.grants = Table("grants", self)
        self.files = Table("files", self)
        self.resolutions = Table("resolutions", self)
        self.links = Table("links", self)
        self.texts = Table("texts", self)
        self.paragraphs = Table("paragraphs", self)
        self.findings = Table("findings", self)
        self.finding_rules = Table("finding_rules", self)
        self.issues = Table("issues", self)
        self.mandates = Table("mandates", self)
        self.steps = Table("steps", self)
        self.evidence = Table("evidence", self)

    def _add(self, name: str, entry: int, values: dict[str, Any]) -> None:
        place = self._places[name, entry]
        self._places[name, entry] = place + 1
        if self._strict:
            _measure(name, values)
        if self._noted is not None:
            self._noted(name, values)
        self._new[name].append(TABLES[name](id=entry * PLACES + place, entry=entry, **values))

    def pending(self) -> Iterator[Version]:
        """The rows gathered so far, table by table."""
        for new in self._new.values():
            yield from new

    def insert(self, using: str) -> None:
        """Insert everything gathered into the database `using`, one statement a table and chunk, and forget it."""
        for name, new in self._new.items():
            TABLES[name]._base_manager.using(using).bulk_create(new, batch_size=400)
        self._new.clear()
        self._places.clear()

    def erased(self) -> Iterable[int]:
        """The entries whose bodies these rows say are erased."""
        return [row.no for row in self._new.get("erasures", ()) if isinstance(row, models.Erasure)]


def _measure(name: str, values: dict[str, Any]) -> None:
    """Refused where a text is longer than its column."""
    long = [(field, longest) for field, longest in _longest(name) if len(values.get(field) or "") > longest]
    if long:
        raise Refused(
            Problem("record-too-long", {"field": field, "longest": longest, "text": values[field][:60] + "…"})
            for field, longest in long
        )


@cache
def _longest(name: str) -> tuple[tuple[str, int], ...]:
    """The columns of a table that hold texts, and how long each may be."""
    fields = TABLES[name]._meta.concrete_fields
    return tuple((f.attname, f.max_length) for f in fields if isinstance(f, CharField) and f.max_length)
