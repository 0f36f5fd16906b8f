"""Persons who hold or held an office, under the names the organization prints."""

from __future__ import annotations

from dataclasses import dataclass

from amana.values.words import Words


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who holds or held an office; what offices, the terms say.

    `names` as the organization prints them per language; `title` what stands before the name ('H.E.', 'Dr.');
    `forms`: other spellings met in sources, recognised and shown as variants.
    """

    id: str
    names: Words
    title: Words = Words()
    party: str = ""
    forms: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""
