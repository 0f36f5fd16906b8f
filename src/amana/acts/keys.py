"""The signing key of the record: in a file of its own, made on first use, renewed by an act."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from amana.ledger import keys as ledger_keys
from amana.ledger.keys import Signer

NAME = "amana"


def signers() -> tuple[Signer, ...]:
    """Who signs now: the key in the key file, made on first use."""
    path = Path(settings.RECORD_KEY)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        ledger_keys.new_key(path, origin())
    return (_load(str(path), path.stat().st_mtime_ns),)


def origin() -> str:
    """The name of this log: the organization's folder name under the house's."""
    return f"{NAME}/{Path(settings.ORGANIZATION).name}"


@lru_cache(maxsize=4)
def _load(path: str, changed: int) -> Signer:
    return ledger_keys.load_key(Path(path))
