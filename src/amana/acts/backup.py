"""The whole house in one file: the record, what stands beside it, the files, the keys; and out of it again.

The shadow is not in it: restoring replays the record, so that a backup restores into either database, and shows by
doing so that it holds.
"""

from __future__ import annotations

import io
import json
import os
import tarfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Any

from django.conf import settings
from django.core import serializers
from django.core.management import call_command
from django.db import models as orm
from django.db import transaction

from amana.acts import keys, rebuilding
from amana.acts.exporting import header_of
from amana.acts.queue import turn
from amana.ledger.entries import leaf_hash
from amana.ledger.tree import Edge
from amana.store import models, queries
from amana.values.problems import NotReadable, Problem, Refused

FORMAT = "amana-backup/1"
KEPT: tuple[type[orm.Model], ...] = (*models.RECORD, *models.SIDE)
CHUNK = 500
Told = Callable[[str, int], None]


def backup(target: Path, *, using: str = "default", told: Told | None = None) -> int:
    """Write everything into one new file that only its owner may read; its size in bytes. Refused where it exists."""
    if target.exists():
        raise Refused([Problem("backup-exists", {"file": str(target)})])
    part = target.with_name(target.name + ".part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(handle, "wb") as raw, tarfile.open(fileobj=raw, mode="w:gz", compresslevel=5) as tar:
        with turn(using), transaction.atomic(using=using):  # nobody enters while the rows are read
            size, _ = queries.head(using)
            about = {"format": FORMAT, "entries": size, "made": datetime.now(UTC).isoformat(timespec="seconds")}
            _add(tar, "about.json", json.dumps(about).encode())
            for table in KEPT:
                _add_table(tar, table, using)
                if told:
                    told(table._meta.db_table, size)
        for file in sorted(keys.path().parent.glob(keys.path().name + "*")):
            tar.add(file, f"keys/{file.name}")
        for file in _kept_files():
            tar.add(file, f"files/{file.parent.name}/{file.name}")
        raw.flush()
        os.fsync(raw.fileno())
    os.replace(part, target)
    return target.stat().st_size


def restore(source: Path, *, using: str = "default", told: Told | None = None) -> rebuilding.Comparison:
    """Restore into an empty instance, replay the record and prove that the tree is the one that was signed.

    Refused, with nothing changed, where something is there already; NotReadable where the file is no backup or is damaged.
    """
    call_command("migrate", database=using, verbosity=0, interactive=False)
    if queries.head(using)[0] or keys.path().exists():
        raise Refused([Problem("restore-not-empty", {"folder": str(settings.VAR)})])
    try:
        with tarfile.open(source, "r:gz") as tar:
            about = json.loads(_member(tar, "about.json").read())
            if about.get("format") != FORMAT:
                raise NotReadable([Problem("backup-unreadable", {"file": str(source), "why": f"not {FORMAT}"})])
            with transaction.atomic(using=using):
                for table in KEPT:
                    _read_table(tar, table, using)
                    if told:
                        told(table._meta.db_table, about["entries"])
                _check_tree(source, using)
                done, missing = rebuilding.replay(using, using=using)
                _unpack(tar)
    except (tarfile.TarError, EOFError, OSError, KeyError, json.JSONDecodeError) as error:
        raise NotReadable([Problem("backup-unreadable", {"file": str(source), "why": str(error)})]) from error
    return rebuilding.Comparison(done, missing, {})


def _add(tar: tarfile.TarFile, name: str, data: bytes) -> None:
    info = tarfile.TarInfo(name)
    info.size, info.mode = len(data), 0o600
    tar.addfile(info, io.BytesIO(data))


def _add_table(tar: tarfile.TarFile, table: type[orm.Model], using: str) -> None:
    rows = table._default_manager.using(using).order_by("pk").iterator(chunk_size=1000)
    with SpooledTemporaryFile(max_size=8 * 1024 * 1024) as spool:
        serializers.serialize("jsonl", rows, stream=_Text(spool))
        size = spool.tell()
        spool.seek(0)
        info = tarfile.TarInfo(f"tables/{table._meta.db_table}.jsonl")
        info.size, info.mode = size, 0o600
        tar.addfile(info, spool)


class _Text:
    """A text stream over a binary one, for the serializer."""

    def __init__(self, raw: Any) -> None:
        self.raw = raw

    def write(self, text: str) -> int:
        return int(self.raw.write(text.encode()))

    def flush(self) -> None:
        self.raw.flush()


def _member(tar: tarfile.TarFile, name: str) -> Any:
    file = tar.extractfile(name)
    if file is None:
        raise KeyError(name)
    return file


def _read_table(tar: tarfile.TarFile, table: type[orm.Model], using: str) -> None:
    chunk: list[Any] = []
    lines = io.TextIOWrapper(_member(tar, f"tables/{table._meta.db_table}.jsonl"), encoding="utf-8")
    for made in serializers.deserialize("jsonl", lines, using=using):
        chunk.append(made.object)
        if len(chunk) == CHUNK:
            table._base_manager.using(using).bulk_create(chunk, batch_size=400)
            chunk = []
    table._base_manager.using(using).bulk_create(chunk, batch_size=400)


def _check_tree(source: Path, using: str) -> None:
    """Compute the root from the headers; NotReadable where it is not the one that the last checkpoint signed."""
    edge = Edge()
    for entry in queries.headers(using):
        edge = edge.append(leaf_hash(header_of(entry)))
    point = queries.checkpoint(using)
    if edge.size and (point is None or point.size != edge.size or point.root != edge.root().hex()):
        why = "the entries are not those that were signed"
        raise NotReadable([Problem("backup-unreadable", {"file": str(source), "why": why})])


def _unpack(tar: tarfile.TarFile) -> None:
    """Keys and files back to their places; nothing outside of them, whatever the archive says."""
    for member in tar:
        kind, _, rest = member.name.partition("/")
        if not member.isfile() or ".." in Path(rest).parts or kind not in ("keys", "files"):
            continue
        target = keys.path().parent / Path(rest).name if kind == "keys" else Path(settings.FILES) / rest
        target.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            source = tar.extractfile(member)
            while source and (data := source.read(1 << 20)):
                out.write(data)
            out.flush()
            os.fsync(out.fileno())


def _kept_files() -> Iterator[Path]:
    folder = Path(settings.FILES)
    if folder.is_dir():
        yield from sorted(f for f in folder.glob("??/*") if f.is_file())


