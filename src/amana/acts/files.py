"""Bytes kept by checksum: stored and synced first, entered then. The same bytes twice are once."""

from __future__ import annotations

from amana.acts import record
from amana.acts.keeping import Keep
from amana.acts.shelf import kept as kept
from amana.acts.shelf import place_of as place_of
from amana.acts.shelf import read as read
from amana.acts.shelf import store as store
from amana.store import queries
from amana.values.ids import PersonId


def keep(name: str, media_type: str, data: bytes, *, by: PersonId, subject: str = "") -> str:
    """Store the bytes and enter that they are kept; their checksum. What is kept already for this subject is not entered again."""
    sha256 = store(data)
    if not queries.file_kept(sha256, subject):
        record.enter(Keep(sha256, name, media_type, len(data), subject), by=by)
        store(data)  # an erasure may have taken the same bytes away before this was entered
    return sha256
