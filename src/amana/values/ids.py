"""Ids: minted before anything is entered, or made from the natural key, so that replay gives the same ones."""

from __future__ import annotations

import secrets
import uuid

HOUSE = uuid.UUID("6d0f3a52-2f0e-5c55-9d0a-0a4f3d3f8f11")
"""The namespace of ids made from natural keys. Permanent."""

PersonId = str
EntryNo = int
MandateId = str
ResolutionId = str
ParagraphId = str


def natural(*key: str) -> str:
    """The same id for the same natural key, for ever.

    >>> natural("resolution", "1/50-POL") == natural("resolution", "1/50-POL")
    True
    """
    return str(uuid.uuid5(HOUSE, "\x1f".join(key)))


def person() -> PersonId:
    """A new opaque id of a person: it says nothing of who that is.

    >>> person()[:2], len(person())
    ('p-', 14)
    """
    return "p-" + secrets.token_hex(6)
