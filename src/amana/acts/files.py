"""Bytes kept by checksum: stored and synced first, entered then. The same bytes twice are once."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterator
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
    part = place.with_name(f"{sha256}.{secrets.token_hex(6)}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, place)
    finally:
        part.unlink(missing_ok=True)
    for folder in (place.parent, place.parent.parent):
        _sync(folder)
    return sha256


def _sync(folder: Path) -> None:
    """What was put into a folder is there after a power failure."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def kept() -> Iterator[Path]:
    """Every file whose bytes are stored, by its checksum; leftovers of a killed process are not among them."""
    folder = Path(settings.FILES)
    if folder.is_dir():
        yield from sorted(f for f in folder.glob("??/*") if f.is_file() and len(f.name) == 64)


def keep(name: str, media_type: str, data: bytes, *, by: PersonId, subject: str = "") -> str:
    """Store the bytes and enter that they are kept; their checksum. What is kept already for this subject is not entered again."""
    sha256 = store(data)
    if not queries.file_kept(sha256, subject):
        record.enter(Keep(sha256, name, media_type, len(data), subject), by=by)
    return sha256


def read(sha256: str) -> bytes:
    """The bytes with this checksum; FileNotFoundError where they are not here."""
    return place_of(sha256).read_bytes()
