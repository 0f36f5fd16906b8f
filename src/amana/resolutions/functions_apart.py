"""What a paragraph does, and whom it addresses, said differently by two versions: by class, never by word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from amana.resolutions.addressees import people_of
from amana.resolutions.functions import Distance, distance
from amana.resolutions.paragraphs import Paragraph
from amana.resolutions.telling import finding, places_at
from amana.resolutions.versions import Row
from amana.values.folding import fold
from amana.values.problems import Problem, Severity

STATES = frozenset({
    "all-states", "member-states", "member-states-not-yet", "member-states-in-position", "observer-states", "parties",
    "parties-to-conflict", "international-community", "named-state", "host-country",
})  # fmt: skip
"""Addressees that one language may name more narrowly than another."""
SECRETARIAT = frozenset({"secretary-general", "general-secretariat"})
"""The head and the house, whom versions take for each other: no more than a note."""

BODIES = frozenset({"committee", "commission-chair", "panel-of-experts", "expert-group", "executive-committee", "high-commissioner",
                    "high-commissioner-human-rights", "high-commissioner-refugees", "contact-group"})  # fmt: skip
"""Bodies whose short names translators choose freely: Fifth Committee, Cinquième Commission."""


def same_function(row: Row) -> Iterator[Problem]:
    """One version requests where another invites: the class differs, and no word of theirs covers both."""
    said = [(language, p) for language, p in row.texts.items() if p.function is not None]
    if len(said) < 2 or len({(p.function, p.tone) for _, p in said}) < 2:
        return
    forces: list[int] = []
    far = loose = False
    for (one, a), (other, b) in combinations(said, 2):
        between = _between(one, a, other, b) if a.part == b.part else "near"
        far, loose = far or between == "apart", loose or between == "loose"
        if between == "apart":
            forces += [a.strength or 0, b.strength or 0]
    if not far and not loose:
        return
    shown = tuple(f"{language}: {p.phrase or p.function}" for language, p in said)
    severity: Severity = "note" if not far else "error" if max(forces) - min(forces) >= 2 else "warning"
    places = places_at(row, {language: p.phrase or "" for language, p in said})
    yield finding("function-differs", row, severity, places, functions=shown)


ACTS = frozenset(
    "decide adopt approve endorse authorize establish extend convene elect welcome commend thank request follow_up_request"
    " report_request demand direct entrust invite recommend condemn deplore reject".split()
)
"""What is done by saying it, and told by its own verb: "The Committee decided"; what was stressed, agreed or called for may
be told by many."""
PERFECT = ("a ", "ont ", "avait ", "avaient ")
"""What stands before a French verb that tells what was done."""
HEAD = 200
"""Characters among which the opening stands."""


def _between(one: str, a: Paragraph, other: str, b: Paragraph) -> Distance:
    if {a.tone, b.tone} == {"positive", "negative"}:
        return "apart"
    between = distance(a.function, a.phrase or "", one, b.function, b.phrase or "", other)
    if between == "apart" and not {a.function, b.function} <= ACTS and (_told(a, one) or _told(b, other)):
        return "loose"
    return between


def _told(paragraph: Paragraph, language: str) -> bool:
    """Whether a paragraph tells what was said ("stressed", دعا, "ont constaté") where an organ would say it itself."""
    ahead, said, _ = fold(paragraph.text[:HEAD], accents=False).partition(fold(paragraph.phrase or "", accents=False))
    return not said or (language == "fr" and ahead.endswith(PERFECT))


def same_addressee(row: Row) -> Iterator[Problem]:
    """Two versions address different people, or one of several; that one names more of them, or none, is not told.

    Nor is it where the one addressed here is named anywhere there: then only the order of a list may differ.
    """
    known: dict[str, set[str]] = {}
    for n, (language, p) in enumerate(row.texts.items(), 1):
        if ids := {a.id for a in p.implementers if not a.id.startswith("place:")}:
            known[language] = ids
        if not known and n >= len(row.texts) - 1:
            return  # of one version alone there is nothing to tell, so the other is not even asked
    for (one, a), (other, b) in combinations(known.items(), 2):
        left, right = a - b, b - a
        if (a & b and not len(left) == len(right) == 1) or any(left & kin and right & kin for kin in (STATES, BODIES)):
            continue
        if left & _named(row, other) or right & _named(row, one):
            continue
        shown = tuple(f"{language}: {_people(row.texts[language])}" for language in known)
        words = {x: next(p.text for p in row.texts[x].implementers if p.id not in a & b) for x in (one, other)}
        alike = bool(left & SECRETARIAT and right & SECRETARIAT)
        yield finding("addressee-differs", row, "note" if alike else "warning", places_at(row, words), addressees=shown)
        return


def _named(row: Row, language: str) -> set[str]:
    """Everybody whom a version names."""
    paragraph = row.texts[language]
    return {n.id for n in paragraph.names} | {f.id for f in people_of(paragraph.text, language, None)}


def _people(paragraph: Paragraph) -> str:
    """Who is addressed, in the words of the text."""
    return ", ".join(a.text or a.id for a in paragraph.implementers)
