"""Findings that a person settled: each alone, with a reason, or all of a kind by a rule; settled they stay when read again.

A finding is known again by its fingerprint: its code, its languages, its paragraph and the words at its places. Numbers of
blocks and rows are no part of it, so that nothing opens again because another paragraph came or went; a paragraph that was
rewritten itself is looked at anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from amana.resolutions.versions import Row
from amana.values.folding import fold
from amana.values.problems import Fact, Problem

POSITIONS = frozenset({"key", "label", "labels", "opening", "block", "line", "rows", "unpaired", "file", "other"})
"""Facts that say where a finding stands, or how many there are: they change when other paragraphs do."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """One finding settled: why the text is right as it is, who said so (an opaque id), on which day (ISO)."""

    fingerprint: str
    reason: str
    by: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """All findings of one code settled, in the texts of a session, of an organ, of both; '' is any.

    With `facts` only those findings that tell the same of these facts.
    """

    code: str
    reason: str
    session: str = ""
    organ: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    id: str = ""

    def holds_for(self, session: str, organ: str) -> bool:
        """Whether the rule is one for texts of this session and organ."""
        return self.session in ("", session) and self.organ in ("", organ)

    def settles(self, problem: Problem) -> bool:
        """Whether the rule is one for findings like this."""
        return problem.code == self.code and all(said(problem.facts.get(k)) == v for k, v in self.facts.items())


@dataclass(frozen=True, slots=True)
class TextRule(Rule):
    """A rule for one text alone, while it is not accepted: who made it (an opaque id), on which day (ISO)."""

    by: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """A finding with the row it belongs to, its fingerprint, and what settled it; None while it is open."""

    problem: Problem
    row: Row | None
    fingerprint: str
    by: Settlement | Rule | None = None


def settle(
    findings: Iterable[Problem], rows: Sequence[Row], settlements: Iterable[Settlement], rules: Iterable[Rule] = ()
) -> tuple[tuple[Looked, ...], tuple[Looked, ...]]:
    """The findings that are open and those that are settled, each in their order.

    `rules` are those that hold for this text: `Rule.holds_for` its session and organ.
    """
    looked = tuple(look(findings, rows, settlements, rules))
    return tuple(one for one in looked if one.by is None), tuple(one for one in looked if one.by is not None)


def look(
    findings: Iterable[Problem], rows: Sequence[Row], settlements: Iterable[Settlement], rules: Iterable[Rule] = ()
) -> Iterator[Looked]:
    """Every finding with its row, its fingerprint and what settled it: what was said of it alone before any rule."""
    known = {one.fingerprint: one for one in settlements if one.reason.strip()}
    several = tuple(rules)
    find = _Finder(rows)
    for problem in findings:
        row = find(problem)
        mark = fingerprint(problem, row)
        rule = next((rule for rule in several if rule.settles(problem)), None)
        yield Looked(problem, row, mark, known.get(mark) or rule)


def fingerprint(problem: Problem, row: Row | None) -> str:
    """By what the finding is known again: 24 hexadecimal digits."""
    texts = row.texts if row is not None else {}
    languages = {p.language for p in problem.places if p.language} or set(texts)
    words = sorted(_words(problem, row))
    facts = {} if words else {k: said(_in_any_order(v)) for k, v in sorted(problem.facts.items()) if k not in POSITIONS}
    paragraph = {x: _folded(texts[x].text, x) for x in sorted(languages) if x in texts}
    told = json.dumps([problem.code, sorted(languages), paragraph, words, facts], ensure_ascii=False, sort_keys=True)
    return sha256(told.encode()).hexdigest()[:24]


def said(fact: Fact | None) -> str:
    """A fact as one text.

    >>> said(("ar", "en")), said(None)
    ('ar | en', '')
    """
    return " | ".join(fact) if isinstance(fact, tuple) else "" if fact is None else str(fact)


def _in_any_order(fact: Fact) -> Fact:
    """What is told of several versions, the same in whatever order they came."""
    return tuple(sorted(fact)) if isinstance(fact, tuple) else fact


def _words(problem: Problem, row: Row | None) -> Iterator[tuple[str, str]]:
    """The words that the finding points at, by language."""
    for place in problem.places:
        paragraph = row.texts.get(place.language or "") if row is not None else None
        if paragraph is None or place.start is None or place.end is None:
            continue
        if place.block is None or place.block == paragraph.place.block:
            yield place.language or "", _folded(paragraph.text[place.start : place.end], place.language or "")


def _folded(text: str, language: str) -> str:
    return " ".join(fold(text, language).split())


class _Finder:
    """The row a finding belongs to: the one it names, else the one in which one of its places lies."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._keys = {row.key: row for row in rows}
        self._places = {
            (language, block): row
            for row in rows
            for language, p in row.texts.items()
            for block in (p.blocks or (p.place.block,))
        }

    def __call__(self, problem: Problem) -> Row | None:
        named = self._keys.get(str(problem.facts.get("key", "")))
        if named is not None:
            return named
        at = ((place.language or "", place.block) for place in problem.places)
        return next((self._places[one] for one in at if one in self._places), None)
