"""What is in an export: counts, and the checksum of every file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from amana.ledger.entries import canonical, is_digest
from amana.ledger.keys import Vkey

FORMAT = "amana-record/1"
MANIFEST, CHECKPOINT, CHECKPOINTS, KEY = "manifest.json", "checkpoint", "checkpoints", "key"
BODIES = 1000
"""Entries whose bodies share a file."""


@dataclass(frozen=True, slots=True)
class KeySince:
    """A key that signs the checkpoints of `first` entries and more, until the next key.

    The first key has `first` = 1. A later one is announced by entry number `first`, whose body everybody may see and
    which says the new key in C2SP's writing; the checkpoint of exactly that size is signed by the old key and the new.

    >>> key = KeySince.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW 1")
    >>> key.first, key.vkey.name
    (1, 'PeterNeumann')
    """

    first: int
    vkey: Vkey

    @classmethod
    def parse(cls, line: str) -> KeySince:
        """The key on a line of the file `key`; ValueError where there is none, byte for byte."""
        vkey, _, first = line.partition(" ")
        if not (first.isascii() and first.isdigit()):
            raise ValueError("a key is followed by the number of the first entry from which it signs")
        key = cls(int(first), Vkey.parse(vkey))
        if str(key) != line or key.first < 1:
            raise ValueError("a key is not written so")
        return key

    def __str__(self) -> str:
        return f"{self.vkey} {self.first}"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an export says of itself. `withheld` bodies are not for its audience, `erased` ones for nobody any more."""

    origin: str
    audience: str
    entries: int
    root: str
    bodies: int
    withheld: int
    erased: int
    checkpoints: int
    files: Mapping[str, Mapping[str, Any]]
    format: str = FORMAT

    def to_bytes(self) -> bytes:
        """The file: canonical JSON and a newline."""
        return canonical(asdict(self)) + b"\n"

    @classmethod
    def parse(cls, data: bytes) -> Manifest:
        """The manifest that `data` is; ValueError where it is none, byte for byte."""
        try:
            manifest = cls(**json.loads(data))
        except (ValueError, TypeError, RecursionError) as why:
            raise ValueError(str(why)) from None
        if manifest.format != FORMAT:
            raise ValueError(f"its format is {manifest.format!r}; this program reads {FORMAT!r}")
        if not isinstance(manifest.files, dict) or not all(map(_is_file, manifest.files.values())):
            raise ValueError("'files' does not give 'bytes' and 'sha256' of every file")
        if manifest.to_bytes() != data:
            raise ValueError("it is not written in canonical JSON (RFC 8785)")
        return manifest


def bodies_path(no: int) -> str:
    """The file that holds the body of entry `no`.

    >>> bodies_path(1000), bodies_path(1001)
    ('bodies/000.jsonl', 'bodies/001.jsonl')
    """
    return f"bodies/{(no - 1) // BODIES:03d}.jsonl"


def _is_file(said: object) -> bool:
    return isinstance(said, dict) and set(said) == {"bytes", "sha256"} and is_digest(said["sha256"])
