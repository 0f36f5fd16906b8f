"""The record leaves the house: everything that is needed to verify it, and the bodies that its audience may see."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from django.db import transaction

from amana.acts import keys
from amana.ledger import export as ledger_export
from amana.ledger.entries import Header, header_bytes
from amana.ledger.export import Exported, Progress, silent
from amana.ledger.manifest import Manifest
from amana.store import models, queries
from amana.store.sight import LADDER
from amana.values.problems import Problem, Refused


def audiences_up_to(audience: str) -> tuple[str, ...]:
    """The audiences that an export for `audience` may carry: itself and everyone below; the sealed is never in by rank.

    >>> audiences_up_to("members")
    ('public', 'members')
    """
    return LADDER[: LADDER.index(audience) + 1]


def export(folder: Path, *, audience: str = "public", progress: Progress = silent, using: str = "default") -> Manifest:
    """Write the record into an empty folder for one audience. Refused where there is no record yet."""
    if not queries.head(using)[0]:
        raise Refused([Problem("record-empty", {})])
    with transaction.atomic(using=using):  # one moment of the record, whoever enters meanwhile
        return ledger_export.export(
            folder,
            _entries(audiences_up_to(audience), using),
            queries.checkpoints(using),
            keys.chain(using),
            audience=audience,
            progress=progress,
        )


def header_of(entry: models.Entry) -> bytes:
    """The bytes of an entry's header."""
    return header_bytes(Header(entry.no, entry.day, entry.act, entry.version, entry.audience, entry.body))


def _entries(audiences: tuple[str, ...], using: str) -> Iterator[Exported]:
    erased, bodies = queries.erased(using), queries.bodies_in_order(audiences, using)
    body = next(bodies, None)
    for entry in chain(queries.headers(using)):
        while body is not None and body.no < entry.no:
            body = next(bodies, None)
        if body is not None and body.no == entry.no:
            yield Exported(header_of(entry), bytes.fromhex(body.salt), body.body.encode())
        else:
            yield Exported(header_of(entry), erased=entry.no in erased)
