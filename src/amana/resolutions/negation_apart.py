"""A sentence that is negated in one version and says the same without a negation in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amana.resolutions.length_apart import share
from amana.resolutions.negation import affirmed, denied, may_deny
from amana.resolutions.telling import finding
from amana.resolutions.versions import Row
from amana.values.problems import Problem


def same_negation(row: Row) -> Iterator[Problem]:
    """One version denies what it says and another has nothing that could deny: "shall not" against "shall".

    A warning where the other affirms the very verb or its modal, else a note: "is not known" is "is unknown".
    """
    if len(row.texts) < 2:
        return
    said = {language: denied(p.text, language) for language, p in row.texts.items()}
    if not any(said.values()) or all(said.values()):
        return
    bare = [
        language for language, words in said.items() if not words and not may_deny(row.texts[language].text, language)
    ]
    if bare:
        shown = tuple(
            f"{language}: {said[language] or '–'}" for language in row.texts if said[language] or language in bare
        )
        sure = any(_sure(row, one, other) for one, words in said.items() if words for other in bare)
        yield finding("negation-differs", row, "warning" if sure else "note", negations=shown)


def _sure(row: Row, one: str, other: str) -> bool:
    """Whether what is denied here is affirmed there; in a question, or said with another verb, it may mean the same."""
    here, there = row.texts[one].text, row.texts[other].text
    if QUESTION.search(here + there):
        return False
    if affirmed(here, one, there, other):
        return True
    return MODAL[one].search(here) is not None and share(here, one, there, other) >= AS_LONG


MODAL = {
    "ar": re.compile(r"(?<!\w)[وف]?(?:لا (?:يجوز|ينبغي|يمكن|يحق)|لن)(?!\w)"),
    "en": re.compile(
        r"\b(?:shall|must|should|will|would) not\b|\bmay not be\b|\bno \S+(?: \S+){0,4} (?:shall|may)\b", re.IGNORECASE
    ),
    "fr": re.compile(r"\bne (?:\S+ )?(?:doi|devr|peu|pourr|sera|seront|saurai)\w*\b", re.IGNORECASE),
    "id": re.compile(r"\btidak (?:boleh|akan|dapat)\b", re.IGNORECASE),
}
"""A denial of what shall, may or will be: it is seldom said in another way,"""
AS_LONG = 0.75
"""and never in as many words."""
QUESTION = re.compile("[?؟]")
