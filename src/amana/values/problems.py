"""What is wrong, where, and why: a problem is a value with a code, facts and places.

The tree of exceptions, drawn once:

    Refused               somebody asked for what cannot be; carries every problem found, not only the first
    └── NotReadable       bytes or a folder that cannot be read at all (exit code 2 on the command line)

A problem's words come from one message table per language (`messages/<language>/*.toml`), never from the code that
found it, so that a drafter in Jeddah and a delegate in Dakar are told the same thing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Literal

Severity = Literal["error", "warning", "note", "info"]
Fact = str | int | tuple[str, ...]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note", "info")


@dataclass(frozen=True, slots=True)
class Place:
    """Where: a file (or a language version), a line or a block in it, a span of characters in that block.

    `line` and `block` count from 1; `start` and `end` are 0-based character offsets, `end` outside.

    >>> str(Place("standings.csv", line=12))
    'standings.csv:12'
    """

    source: str
    line: int | None = None
    block: int | None = None
    start: int | None = None
    end: int | None = None
    language: str | None = None

    def __str__(self) -> str:
        if self.line is not None:
            return f"{self.source}:{self.line}"
        return f"{self.source}, block {self.block}" if self.block is not None else self.source


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `code` is its permanent name: `<subject>-<what>`, documented in `docs/checks.md`."""

    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    severity: Severity = "error"

    def message(self, language: str = "en") -> str:
        """The sentence for people: what, where, why, and what to do."""
        table = messages(language)
        template = table.get(self.code) or messages("en").get(self.code) or self.code + ": {facts}"
        if isinstance(self.facts.get("key"), int):
            template = _of_row(template, language)
        comma = "، " if language == "ar" else ", "
        shown = {k: comma.join(v) if isinstance(v, tuple) else worded(k, v, language) for k, v in self.facts.items()}
        return template.format_map(_Shown(shown))


def worded(name: str, fact: str | int, language: str) -> str:
    """A fact in the language of a reader, where it is a word that the program itself says; else as it is.

    >>> worded("kind", "binary", "fr"), worded("kind", "PNG", "fr"), worded("file", "binary", "fr")
    ('des données binaires', 'PNG', 'binary')
    """
    return messages(language).get(f"said-{name}-{fact}") or str(fact)


def _of_row(template: str, language: str) -> str:
    """The sentence about a paragraph said of a row: what has a number for its key stands in a file of rows.

    >>> Problem("text", {"key": 3}).message(), _of_row("In paragraph {key}: Paragraph {key}", "en")
    ('text: key=3', 'In row {key}: Row {key}')
    """
    table = messages(language) or messages("en")
    paragraph, row = table["called-paragraph"], table["called-row"]
    started = paragraph[0].upper() + paragraph[1:]
    return template.replace(paragraph, row).replace(started, row[0].upper() + row[1:])


class _Shown(dict[str, str]):
    """Facts for a template; a fact that is not there shows as its name, never as an exception to the user."""

    def __missing__(self, key: str) -> str:
        return ", ".join(f"{k}={v}" for k, v in self.items()) if key == "facts" else f"⟨{key}⟩"


Told = Callable[[Problem], object]
"""Who is told of single problems as they are found."""


def unheard(problem: Problem) -> None:
    """Nobody listens."""


class Refused(Exception):
    """What was asked is refused, for all these reasons at once; nothing was changed."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(p.message() for p in self.problems))


class NotReadable(Refused):
    """The bytes or the folder cannot be read at all."""


@cache
def messages(language: str) -> Mapping[str, str]:
    """The message table of one language: every code and its sentence, over all rooms' files."""
    table: dict[str, str] = {}
    folder = resources.files("amana") / "messages" / language
    if not folder.is_dir():
        return table
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            table.update(tomllib.loads(file.read_text(encoding="utf-8")))
    return table
