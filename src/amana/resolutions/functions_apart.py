"""What a paragraph does, and whom it addresses, said differently by two versions: by class, never by word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from amana.resolutions.functions import near
from amana.resolutions.paragraphs import Paragraph
from amana.resolutions.telling import finding
from amana.resolutions.versions import Row
from amana.values.problems import Problem, Severity

STATES = frozenset({
    "all-states", "member-states", "member-states-not-yet", "member-states-in-position", "observer-states", "parties",
    "parties-to-conflict", "international-community", "named-state", "host-country",
})  # fmt: skip
"""Addressees that one language may name more narrowly than another."""
SECRETARIAT = frozenset({"secretary-general", "general-secretariat", "executive-secretary", "director-general"})


def same_function(row: Row) -> Iterator[Problem]:
    """One version requests where another invites: the class differs, and no language has one word for both."""
    apart = False
    forces: list[int] = []
    for (one, a), (other, b) in combinations(row.texts.items(), 2):
        if a.part == b.part and not near(a.function, one, b.function, other):
            apart = True
            forces += [a.strength or 0, b.strength or 0]
    if not apart:
        return
    shown = tuple(f"{language}: {p.phrase or p.function}" for language, p in row.texts.items() if p.function)
    severity: Severity = "error" if max(forces) - min(forces) >= 2 else "warning"
    yield finding("function-differs", row, severity, functions=shown)


def same_addressee(row: Row) -> Iterator[Problem]:
    """Two versions address different people; that one names more of them, or none, is not told."""
    who = {x: {a.id for a in p.addressees if a.role == "implementer"} for x, p in row.texts.items()}
    known = {language: ids for language, ids in who.items() if ids}
    for a, b in combinations(known.values(), 2):
        if a & b or (a & STATES and b & STATES) or (a & SECRETARIAT and b & SECRETARIAT):
            continue
        shown = tuple(f"{language}: {_people(row.texts[language])}" for language in known)
        yield finding("addressee-differs", row, "warning", addressees=shown)
        return


def _people(paragraph: Paragraph) -> str:
    """Who is addressed, in the words of the text."""
    return ", ".join(a.text or a.id for a in paragraph.addressees if a.role == "implementer")
