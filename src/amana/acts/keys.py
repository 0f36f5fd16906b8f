"""The signing key of the record: in a file of its own, made on first use, renewed by an act.

A renewal leaves the old key beside the new one until the entry that announces the new one is in; a process killed in
between goes on from what the record says.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from amana.ledger import keys as ledger_keys
from amana.ledger.keys import Signer, Vkey
from amana.ledger.manifest import KeySince
from amana.store import queries
from amana.values.problems import Problem, Refused

NAME = "amana"


def path() -> Path:
    """The key file."""
    return Path(settings.RECORD_KEY)


def coming() -> Path:
    """The file of a key that is about to be announced."""
    return path().with_name(path().name + ".next")


def signer(using: str = "default") -> Signer:
    """Who signs now: the key in the key file, made on first use, as long as nothing was entered.

    Refused where the record is signed by a key that this file does not hold.
    """
    file = path()
    if not file.exists():
        if queries.head(using)[0]:
            raise Refused([Problem("record-key-lost", {"file": str(file)})])
        file.parent.mkdir(parents=True, exist_ok=True)
        return ledger_keys.new_key(file, f"{NAME}/{Path(settings.ORGANIZATION).name}")
    return _load(str(file), file.stat().st_mtime_ns)


def check_in_step(latest: str) -> None:
    """Finish a renewal that was cut off: the record's latest key must be the one in the file.

    `latest` is the verifier key that the record announced last. Refused where neither file holds it.
    """
    file = path()
    if str(signer().vkey) == latest:
        coming().unlink(missing_ok=True)  # a renewal that never entered
        return
    if coming().exists() and str(ledger_keys.load_key(coming()).vkey) == latest:
        retire()
        return
    raise Refused([Problem("record-key-other", {"file": str(file), "latest": latest})])


def make_next() -> Signer:
    """A new key beside the old one."""
    coming().unlink(missing_ok=True)
    return ledger_keys.new_key(coming(), signer().name)


def retire() -> None:
    """The next key becomes the key; the old one is kept under its hash, for the archive."""
    old = ledger_keys.load_key(path())
    os.replace(path(), path().with_name(f"{path().name}.{old.vkey.hash.hex()}"))
    os.replace(coming(), path())


def chain(using: str = "default") -> tuple[KeySince, ...]:
    """Every public key of the record and the entry from which it signs, the oldest first. One query."""
    return tuple(KeySince(first, Vkey.parse(vkey)) for first, vkey in queries.keys(using))


@lru_cache(maxsize=4)
def _load(file: str, changed: int) -> Signer:
    return ledger_keys.load_key(Path(file))
