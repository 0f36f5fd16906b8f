"""The record leaves the house: everything that is needed to verify it, and the bodies that its audience may see."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from amana.acts import keys
from amana.acts.queue import moment
from amana.ledger import export as ledger_export
from amana.ledger.bodies import Body
from amana.ledger.entries import Header, header_bytes, read_header
from amana.ledger.export import Exported, Progress, silent
from amana.ledger.manifest import BODIES, Manifest, bodies_path
from amana.ledger.tiles import ENTRIES, WIDTH, tile_path, unbundle
from amana.store import models, queries
from amana.values.audiences import AUDIENCES
from amana.values.problems import Problem, Refused


def audiences_up_to(audience: str) -> tuple[str, ...]:
    """The audiences that an export for `audience` may carry: itself and everyone below; the sealed is never in by rank.

    >>> audiences_up_to("members")
    ('public', 'members')
    """
    return AUDIENCES[: AUDIENCES.index(audience) + 1]


def export(folder: Path, *, audience: str = "public", progress: Progress = silent, using: str = "default") -> Manifest:
    """Write the record into an empty folder for one audience. Refused where there is no record yet, and where what is
    there is not what was signed: `amana verify` without a folder then says where.
    """
    with moment(using):
        if not queries.head(using)[0]:
            raise Refused([Problem("record-empty", {})])
        try:
            return ledger_export.export(
                folder,
                _entries(audiences_up_to(audience), using),
                queries.checkpoints(using),
                keys.chain(using),
                audience=audience,
                progress=progress,
            )
        except ValueError as error:  # a header, salt or note that cannot be one
            raise Refused([Problem("record-damaged", {"why": str(error)})]) from error


def header_of(entry: models.Entry) -> bytes:
    """The bytes of an entry's header."""
    return header_bytes(Header(entry.no, entry.day, entry.act, entry.version, entry.audience, entry.body))


def _entries(audiences: tuple[str, ...], using: str) -> Iterator[Exported]:
    erased, bodies = queries.erased(using), queries.bodies_in_order(audiences, using)
    body = next(bodies, None)
    for entry in queries.headers(using):
        while body is not None and body.no < entry.no:
            body = next(bodies, None)
        if body is not None and body.no == entry.no:
            yield Exported(header_of(entry), bytes.fromhex(body.salt), body.body.encode())
        elif entry.no in erased or entry.audience not in audiences:
            yield Exported(header_of(entry), erased=entry.no in erased)
        else:
            raise Refused([Problem("record-body-missing", {"entry": entry.no, "file": models.Body._meta.db_table})])


def entries_of(folder: Path, count: int) -> Iterator[tuple[Header, bytes | None]]:
    """The `count` entries in an export that was verified: each header, and its body where it is there."""
    bodies: dict[int, bytes | None] = {}
    for start in range(0, count, WIDTH):
        path = folder / tile_path(ENTRIES, start // WIDTH, min(WIDTH, count - start))
        for no, raw in enumerate(unbundle(path.read_bytes()), start + 1):
            if no % BODIES == 1:
                bodies = _bodies_in(folder / bodies_path(no))
            yield read_header(raw), bodies.get(no)


def _bodies_in(file: Path) -> dict[int, bytes | None]:
    if not file.is_file():
        return {}
    return {body.no: body.body for body in map(Body.parse, file.read_bytes().splitlines(keepends=True))}
