"""Bytes kept by checksum: stored and synced first, entered then. The same bytes twice are once."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from django.conf import settings

from amana.acts import record
from amana.acts.keeping import Keep
from amana.store import queries
from amana.values.ids import PersonId


def place_of(sha256: str) -> Path:
    """Where the bytes with this checksum lie."""
    return Path(settings.FILES) / sha256[:2] / sha256


def store(data: bytes) -> str:
    """Store the bytes, synced to disk, and give their checksum."""
    sha256 = hashlib.sha256(data).hexdigest()
    place = place_of(sha256)
    if place.exists() and place.stat().st_size == len(data):
        return sha256
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f"{sha256}.{os.getpid()}.part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, place)
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return sha256


def keep(name: str, media_type: str, data: bytes, *, by: PersonId, subject: str = "") -> str:
    """Store the bytes and enter that they are kept; their checksum. What is kept already for this subject is not entered again."""
    sha256 = store(data)
    if not queries.file_kept(sha256, subject):
        record.enter(Keep(sha256, name, media_type, len(data), subject), by=by)
    return sha256


def read(sha256: str) -> bytes:
    """The bytes with this checksum; FileNotFoundError where they are not here."""
    return place_of(sha256).read_bytes()
