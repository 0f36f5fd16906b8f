"""The signing key of the record: in a file of its own, made on first use, renewed by an act.

A renewal leaves the old key beside the new one until the entry that announces the new one is in; a process killed in
between goes on from what the record says.

    record.key              who signs
    record.key.next         a key that is being announced, or was and is not in place yet
    record.key.1a2b3c4d     a retired key under its hash, for the archive
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from amana.acts.shelf import sync
from amana.ledger import keys as ledger_keys
from amana.ledger.keys import Signer, Vkey
from amana.ledger.manifest import KeySince
from amana.store import queries
from amana.values.problems import Problem, Refused

NAME = "amana"
TRIES = 3
"""How often the key files are read for a backup: a renewal may rename one between two of them."""


def path() -> Path:
    """The key file."""
    return Path(settings.RECORD_KEY)


def coming() -> Path:
    """The file of a key that is about to be announced."""
    return path().with_name(path().name + ".next")


def signer(using: str = "default") -> Signer:
    """Who signs now: the key in the key file, made on first use, as long as nothing was entered.

    Refused where the record is signed by a key and the file is gone.
    """
    file = path()
    if not file.exists():
        if queries.head(using)[0]:
            raise Refused([Problem("record-key-lost", {"file": str(file)})])
        _make(file, f"{NAME}/{Path(settings.ORGANIZATION).name}")
    return _load(str(file), file.stat().st_mtime_ns)


def signer_in_step(using: str = "default") -> Signer:
    """Who signs now, after finishing a renewal that was cut off. Refused where the key is not the record's. One query."""
    known = queries.keys(using)
    if known:
        check_in_step(known[-1][1], using)
    return signer(using)


def check_in_step(latest: str, using: str = "default") -> None:
    """Finish a renewal that was cut off: the record's latest key must be the one in the file.

    `latest` is the verifier key that the record announced last. Refused where neither file holds it.
    """
    if _vkey(signer(using)) == latest:
        return
    if coming().exists() and str(ledger_keys.load_key(coming()).vkey) == latest:
        retire()
        return
    if _vkey(signer(using)) != latest:  # somebody else may have finished it meanwhile
        raise Refused([Problem("record-key-other", {"file": str(path()), "latest": latest})])


def make_next() -> Signer:
    """A new key beside the old one. Only under the record's lock: a renewal never meets another."""
    coming().unlink(missing_ok=True)
    _make(coming(), signer().name)
    return ledger_keys.load_key(coming())


def retire() -> None:
    """The next key becomes the key; the old one is kept under its hash, for the archive.

    There is a key in the file at every moment, and whoever comes second finds the work done.
    """
    old = ledger_keys.load_key(path())
    with suppress(FileExistsError):
        os.link(path(), path().with_name(f"{path().name}.{old.vkey.hash.hex()}"))
    with suppress(FileNotFoundError):
        os.replace(coming(), path())
    sync(path().parent)


def chain(using: str = "default") -> tuple[KeySince, ...]:
    """Every public key of the record and the entry from which it signs, the oldest first. One query."""
    return tuple(KeySince(first, Vkey.parse(vkey)) for first, vkey in queries.keys(using))


def kept() -> Iterator[tuple[str, Path]]:
    """Every key file and what it is: 'current', 'next', or the hash of a retired key."""
    if path().exists():
        yield "current", path()
    if coming().exists():
        yield "next", coming()
    for file in sorted(path().parent.glob(path().name + ".????????")):
        if is_hash(file.suffix[1:]):
            yield file.suffix[1:], file


def held(using: str = "default") -> dict[str, bytes]:
    """What is in every key file, by kind, for a backup of this moment: 'current' or 'next' is the key that signs its record.

    A renewal may have gone on since that moment began: then the key that signed is retired already, and is the
    current one here. Refused where no file holds it. One query.
    """
    known = queries.keys(using)
    for _ in range(TRIES):
        found = dict(_read_all())
        if not known:
            return found
        signing = next((kind for kind, data in found.items() if _vkey_in(data) == known[-1][1]), "")
        if signing in ("current", "next"):
            return found
        if signing:
            later = {"current", "next", signing}
            return {"current": found[signing], **{kind: data for kind, data in found.items() if kind not in later}}
    lost = "record-key-other" if path().exists() else "record-key-lost"
    raise Refused([Problem(lost, {"file": str(path()), "latest": known[-1][1]})])


def _read_all() -> Iterator[tuple[str, bytes]]:
    """Every key file that can be read; one may be renamed by a renewal meanwhile."""
    for kind, file in kept():
        with suppress(OSError):
            yield kind, file.read_bytes()


def _vkey_in(data: bytes) -> str:
    try:
        return str(Signer.parse(data.decode()).vkey)
    except ValueError:
        return ""


def place_of(kind: str) -> Path:
    """Where a key file of this kind lies (see `kept`)."""
    return path() if kind == "current" else path().with_name(f"{path().name}.{kind}")


def is_hash(text: str) -> bool:
    """Whether this is the hash of a key, eight small hex digits."""
    return len(text) == 8 and all(c in "0123456789abcdef" for c in text)


def _make(file: Path, name: str) -> None:
    """Make a key that is in its file whole or not at all, whenever the process dies; the first of two makers wins."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.{secrets.token_hex(6)}.part")
    try:
        ledger_keys.new_key(part, name)
        with suppress(FileExistsError):
            os.link(part, file)
    finally:
        part.unlink(missing_ok=True)
    sync(file.parent)


@lru_cache(maxsize=4)
def _load(file: str, changed: int) -> Signer:
    return ledger_keys.load_key(Path(file))


@lru_cache(maxsize=4)
def _vkey(known: Signer) -> str:
    return str(known.vkey)
