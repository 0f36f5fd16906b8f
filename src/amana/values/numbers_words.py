"""What the readers of number words share: a run of words that stands for one number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Gender = Literal["m", "f"]
Case = Literal["nom", "acc", "gen", "obl"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words up to `end` (outside) stand for `value`; `ordinal` says whether they count or rank."""

    end: int
    value: int
    ordinal: bool = False


class Tongue(Protocol):
    """What a language knows of its number words. Words are folded: see `values.folding`, accents dropped."""

    def cardinal(self, n: int, gender: Gender, case: Case) -> str: ...

    def ordinal(self, n: int, gender: Gender, case: Case, definite: bool) -> str: ...

    def read(self, words: Sequence[str], start: int) -> Run | None:
        """The longest number that begins at `start`; None where none does."""
        ...

    def rank(self, words: Sequence[str], start: int) -> Run | None:
        """The same where a rank is expected: "العشرون" alone is the twentieth there."""
        ...


def word_at(words: Sequence[str], place: int) -> str:
    """The word at `place`, '' after the last."""
    return words[place] if place < len(words) else ""
