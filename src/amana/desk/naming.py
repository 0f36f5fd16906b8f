"""What a refusal is about, by name: parties, sessions, organs and offices instead of their ids, days as readers write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from amana.pages.reading import Reading
from amana.pages.templatetags.names import organ_words, party_words, session_words
from amana.values.days import Day, write_day
from amana.values.problems import Problem
from amana.values.words import Words

DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
AS_TYPED = frozenset({"symbol", "typed", "file", "text", "words", "act", "field", "why", "id"})
"""Facts that are said as they were given, whatever they look like."""


def named(problem: Problem, reading: Reading) -> Problem:
    """The same problem with names in the reader's language and days in the reader's form."""
    kind = str(problem.facts.get("kind", ""))
    facts = {name: _said(kind if name == "key" else name, value, reading) for name, value in problem.facts.items()}
    return replace(problem, facts=facts)


def _said(name: str, value: object, reading: Reading) -> str | int | tuple[str, ...]:
    if isinstance(value, int):
        return value
    if isinstance(value, tuple):
        return tuple(str(_said(name, one, reading)) for one in value)
    text = str(value)
    if name in AS_TYPED:
        return text
    if DAY.fullmatch(text) and Day.parse(text).exists:
        return write_day(Day.parse(text), reading.language)
    find = NAMES.get(SINGULAR.get(name, name))
    words = find(reading, text) if find else None
    return words.best(reading.language) or text if words else text


def _party(reading: Reading, key: str) -> Words | None:
    return party_words(reading, key) if key in reading.organization.parties_by_id else None


def _session(reading: Reading, key: str) -> Words | None:
    held = reading.organization.sessions_by_id.get(key)
    return session_words(reading, held) if held else None


def _organ(reading: Reading, key: str) -> Words | None:
    return organ_words(reading, key) if key in reading.organization.organs_by_id else None


def _office(reading: Reading, key: str) -> Words | None:
    held = reading.organization.offices_by_id.get(key)
    return held.name if held else None


def _term(reading: Reading, key: str) -> Words | None:
    return next((term.name for term in reading.organization.terms if term.id == key), None)


NAMES: Mapping[str, Callable[[Reading, str], Words | None]] = {
    "party": _party,
    "session": _session,
    "due_session": _session,
    "organ": _organ,
    "parent": _organ,
    "office": _office,
    "term": _term,
}
"""The name of a fact of a problem → how the thing of this id is called."""
SINGULAR = {"parties": "party", "sessions": "session", "organs": "organ", "offices": "office", "terms": "term"}
