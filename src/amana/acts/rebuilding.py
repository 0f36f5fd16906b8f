"""The shadow rebuilt from the record: upcast → apply into a second database, compared table by table, then swapped.

Replay asks neither the law nor anybody's permission: what was entered, was entered.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connections, transaction
from django.db.models import Model

from amana.acts import proving, record, searching
from amana.acts.exporting import entries_of
from amana.acts.kernel import Entry
from amana.acts.queue import still
from amana.acts.rows import Rows
from amana.acts.searching import Told
from amana.ledger.verify import verify
from amana.store import models, queries
from amana.values.audiences import AUDIENCES
from amana.values.ids import EntryNo
from amana.values.problems import NotReadable, Problem, Refused

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a replay gave: entries replayed, bodies that were missing, tables whose rows differ (name → how)."""

    entries: int
    missing: int
    differing: dict[str, str]

    @property
    def equal(self) -> bool:
        """Whether every shadow table has the same rows."""
        return not self.differing


def replay(
    into: str, *, using: str = "default", until: EntryNo | None = None, told: Told | None = None
) -> tuple[int, int]:
    """Apply the record of `using` to the empty shadow tables of `into`; entries replayed, and bodies missing."""
    total, _ = queries.head(using)
    total = min(total, until) if until else total
    return _replay(_entered(using, total), into, total, told)


def replay_export(folder: Path, into: str, *, told: Told | None = None) -> tuple[int, int]:
    """Apply an exported record to the empty shadow tables of `into`; entries replayed, and bodies missing.

    It is verified first: NotReadable, with everything that was found, where it does not hold. What was withheld from
    the export's audience is missing.
    """
    report = verify(folder)
    if not report.holds:
        raise NotReadable(report.problems)
    return _replay(_exported(folder, report.entries), into, report.entries, told)


def _exported(folder: Path, count: int) -> Iterator[tuple[models.Entry, models.Body | None]]:
    """Every entry of an export with its body, or None where it was withheld or erased."""
    for header, body in entries_of(folder, count):
        entry = models.Entry(
            no=header.no, day=header.day, act=header.act, version=header.version, audience=header.audience
        )
        yield entry, models.Body(no=header.no, body=body.decode()) if body is not None else None


def _entered(using: str, until: EntryNo) -> Iterator[tuple[models.Entry, models.Body | None]]:
    """Every entry with its body, or None where nobody has it any more."""
    bodies = queries.bodies_in_order(AUDIENCES, using)
    body = next(bodies, None)
    for header in queries.headers(using):
        if header.no > until:
            return
        while body is not None and body.no < header.no:
            body = next(bodies, None)
        yield header, body if body is not None and body.no == header.no else None


def _replay(
    entries: Iterable[tuple[models.Entry, models.Body | None]], into: str, total: int, told: Told | None
) -> tuple[int, int]:
    done, missing, rows = 0, 0, Rows()
    with transaction.atomic(using=into):
        for header, body in entries:
            if body is None:
                missing += 1
            else:
                _apply(header, body, rows)
            done += 1
            if done % CHUNK == 0:
                _flush(rows, into)
                if told:
                    told(done, total)
        _flush(rows, into)
    if told:
        told(done, total)
    return done, missing


def _apply(header: models.Entry, body: models.Body, rows: Rows) -> None:
    by = str(record.envelope(body)["by"])
    entry = Entry(header.no, header.day, header.act, header.version, header.audience, by)
    record.act_of(header, body).apply(rows, entry)


def _flush(rows: Rows, into: str) -> None:
    """Insert, and forget what an erasure among them says to forget: its rows may have been written before."""
    erased = list(rows.erased())
    rows.insert(into)
    record.erase(erased, into)


def compare(one: str, other: str) -> dict[str, str]:
    """Shadow table → how its rows differ between two databases; empty where all are equal."""
    differing = {}
    for table in models.SHADOW:
        ours, theirs = _digest(table, one), _digest(table, other)
        if ours != theirs:
            differing[table._meta.db_table] = f"{ours[0]} rows {ours[1][:12]} ≠ {theirs[0]} rows {theirs[1][:12]}"
    return differing


def _digest(table: type[Model], using: str) -> tuple[int, str]:
    """How many rows, and a hash over all of them in order, the same on every database."""
    sum_, count = hashlib.sha256(), 0
    names = [field.attname for field in table._meta.concrete_fields]
    for row in table._default_manager.using(using).order_by("pk").values_list(*names).iterator(chunk_size=1000):
        sum_.update(json.dumps(row, ensure_ascii=False, sort_keys=True).encode() + b"\n")
        count += 1
    return count, sum_.hexdigest()


def rebuild(*, using: str = "default", swap: bool = True, told: Told | None = None) -> Comparison:
    """Rebuild the shadow beside, compare, and put the rebuilt rows in place where any differ.

    Others wait to enter while it runs: the comparison is of one moment. Refused, with nothing changed, where the
    record itself is not what was signed: rows are never made from a record that does not hold.
    """
    with still(using), second_database(using) as beside:
        refuse_damaged(using)
        done, missing = replay(beside, using=using, told=told)
        differing = compare(using, beside)
        if differing and swap:
            _swap(beside, using)
        elif swap:
            searching.rebuild(using)
        return Comparison(done, missing, differing)


def refuse_damaged(using: str = "default") -> None:
    """Refused, with everything found, where the entries are not what was signed. Files are not looked at."""
    if problems := proving.prove(using, files=False).problems:
        raise Refused((Problem("rebuild-record-damaged", {}), *problems))


def _swap(beside: str, using: str) -> None:
    """Put the rows of one database in the place of another's, in one transaction."""
    with transaction.atomic(using=using):
        for table in models.SHADOW:
            rows: Iterator[Any] = table._default_manager.using(beside).order_by("pk").iterator(chunk_size=1000)
            table._base_manager.using(using).all().delete()
            chunk: list[Any] = []
            for row in rows:
                chunk.append(row)
                if len(chunk) == CHUNK:
                    table._base_manager.using(using).bulk_create(chunk, batch_size=400)
                    chunk = []
            table._base_manager.using(using).bulk_create(chunk, batch_size=400)
        searching.rebuild(using)


@contextmanager
def second_database(using: str) -> Iterator[str]:
    """An empty embedded database with every table, gone when done: rows are compared as values, whatever keeps them."""
    alias = f"{using}-rebuilt"
    with TemporaryDirectory(prefix="amana-rebuild-", dir=settings.VAR) as folder:
        described = {
            **connections.configure_settings({"default": embedded(Path(folder) / "rebuilt.sqlite3")})["default"]
        }
        connections.databases[alias] = described
        try:
            call_command("migrate", database=alias, verbosity=0, interactive=False)
            yield alias
        finally:
            connections[alias].close()
            del connections[alias]
            del connections.databases[alias]


def embedded(path: Path) -> dict[str, object]:
    """A throw-away embedded database: nothing in it must survive a power failure."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "init_command": "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA recursive_triggers=ON;",
            "transaction_mode": "IMMEDIATE",
        },
    }
