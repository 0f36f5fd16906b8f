"""Subjects under which decisions of several sessions stand together."""

from __future__ import annotations

from dataclasses import dataclass

from amana.values.words import Words


@dataclass(frozen=True, slots=True)
class Subject:
    """What decisions of several sessions are about. `id` is its key in registers ('al-quds')."""

    id: str
    words: Words
    unsourced: tuple[str, ...] = ()
    note: str = ""
