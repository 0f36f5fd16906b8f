"""A mark on a draft that was rolled over: what stood there, what stands there now, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from amana.sessions.session import Session
from amana.values.problems import Fact, Problem, Severity

OPEN = "[…]"
"""What is to be filled in; a bracket left to be filled is found in a final text (draft_marks.csv)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` (outside) of last year's paragraph: `before` as it stood, `after` as it stands now.

    The two are alike where somebody only has to look. `problem` is why, in every language of the messages.
    """

    start: int
    end: int
    before: str
    after: str
    problem: Problem

    @property
    def changes(self) -> bool:
        """The words are other ones now."""
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Duty:
    """What became of a duty of last year's paragraph, as its mandate says; `report`: what is asked is a report.

    `state`: 'done' and closed as such, 'ended' otherwise, 'due' at the coming session or before it, 'open'. `due` is the
    day or session as the house says it.
    """

    state: Literal["done", "ended", "due", "open"]
    report: bool = False
    due: str = ""


@dataclass(frozen=True, slots=True)
class Errand:
    """What every step of a roll-over is told: the language, last year's symbol, its session, the coming one."""

    language: str
    symbol: str
    printed: str
    past: Session
    coming: Session


def replaced(start: int, end: int, before: str, after: str, code: str, **facts: Fact) -> Mark:
    """A mark where other words stand now."""
    problem = Problem(code, {"before": before, "after": after, **facts}, (), "note")
    return Mark(start, end, before, after, problem)


def flagged(start: int, end: int, code: str, text: str, severity: Severity = "note", **facts: Fact) -> Mark:
    """A mark at words that stay as they are."""
    words = text[start:end]
    return Mark(start, end, words, words, Problem(code, {"before": words, **facts}, (), severity))
