"""The way of one language version: drafted, revised by another person, provisional, issued; and back, with a reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from amana.values.problems import Problem

State = Literal["draft", "revised", "provisional", "issued"]
WAY: tuple[State, ...] = ("draft", "revised", "provisional", "issued")


@dataclass(frozen=True, slots=True)
class VersionLine:
    """Where one language version stands. `translator` and `reviser` are opaque ids, '' while nobody is named.

    `words` are those of the text, 0 while there is none; of an original nobody is the translator.
    """

    language: str
    original: bool = False
    words: int = 0
    translator: str = ""
    reviser: str = ""
    state: State = "draft"


def next_states(state: str) -> tuple[State, ...]:
    """Where a version may go from here: one step on, or any way back.

    >>> next_states("draft"), next_states("provisional")
    (('revised',), ('issued', 'draft', 'revised'))
    """
    at = WAY.index(state)
    return (*WAY[at + 1 : at + 2], *WAY[:at])


def is_back(state: str, to: str) -> bool:
    """Whether the step leads back.

    >>> is_back("revised", "draft"), is_back("draft", "revised")
    (True, False)
    """
    return WAY.index(to) < WAY.index(state)


def persons(line: VersionLine) -> Iterator[Problem]:
    """What is wrong with the people named: who translated a version does not revise it; an original has no translator."""
    if line.reviser and line.reviser == line.translator:
        yield Problem("line-same-person", {"language": line.language})
    if line.original and line.translator:
        yield Problem("line-original-translated", {"language": line.language})


def step(line: VersionLine, to: str, by: str, why: str = "", *, accepted: bool = False) -> Iterator[Problem]:
    """What forbids this step to somebody. `accepted`: the text stands in the record, so that it may be issued."""
    yield from persons(line)
    if to not in next_states(line.state):
        yield Problem("line-step", {"status": line.state, "to": to, "known": next_states(line.state)})
        return
    if is_back(line.state, to):
        if not why.strip():
            yield Problem("line-no-reason", {"language": line.language})
        return
    if not line.words:
        yield Problem("line-no-text", {"language": line.language})
    if to == "revised":
        yield from _revised(line, by)
    if to == "issued" and not accepted:
        yield Problem("line-not-accepted", {"language": line.language})


def _revised(line: VersionLine, by: str) -> Iterator[Problem]:
    if not line.reviser:
        yield Problem("line-no-reviser", {"language": line.language})
    elif line.reviser != by:
        yield Problem("line-other-reviser", {"language": line.language})


def counted(texts: Sequence[str]) -> int:
    """How many words a version has.

    >>> counted(["The Council,", "1. Decides to meet."])
    6
    """
    return sum(len(text.split()) for text in texts)
