"""The shelf of bytes by checksum: put there and synced, read, and taken away when no entry names them any more."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path

from django.conf import settings
from django.db import connections

from amana.acts.queue import still
from amana.store import models


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
        sync(folder)
    return sha256


def sync(folder: Path) -> None:
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


def read(sha256: str) -> bytes:
    """The bytes with this checksum; FileNotFoundError where they are not here."""
    return place_of(sha256).read_bytes()


def take_away(checksums: Iterable[str], using: str) -> None:
    """Forget the bytes that no entry keeps any more, once an erasure is committed.

    The record is still meanwhile, so that nobody keeps the same bytes between the look and the taking; on SQLite whoever
    commits has the turn already.
    """
    with nullcontext() if connections[using].vendor == "sqlite" else still(using):
        for sha256 in checksums:
            if not models.File.objects.using(using).filter(sha256=sha256).exists():
                place_of(sha256).unlink(missing_ok=True)
