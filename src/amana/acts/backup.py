"""The whole house in one file: the record, what stands beside it, the files, the keys; and out of it again.

The shadow is not in it: restoring replays the record, so that a backup restores into either database, and shows by
doing so that it holds.

    about.json             format, number of entries, when
    tables/<table>.jsonl   the record and the side tables, a row a line
    keys/current …         the signing key; `next` and retired ones where there are any
    files/ab/ab12…         bytes by checksum
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import re
import tarfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from django.conf import settings
from django.core import serializers
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.color import no_style
from django.core.serializers.base import DeserializationError
from django.db import DatabaseError, connections, transaction
from django.db import models as orm

from amana.acts import files, keys, proving, rebuilding, searching
from amana.acts.queue import moment, turn
from amana.ledger.keys import Signer
from amana.store import models, queries
from amana.values.problems import NotReadable, Problem, Refused

FORMAT = "amana-backup/1"
KEPT: tuple[type[orm.Model], ...] = (*models.RECORD, *models.SIDE)
CHUNK = 500
PLACE = re.compile(r"keys/(current|next|[0-9a-f]{8})|files/([0-9a-f]{2})/(\2[0-9a-f]{62})")
"""What may be unpacked, and from where: nothing in an archive ever names a place of its own."""

SIGNING = ("keys/current", "keys/next")
"""The keys of which one signs."""

DAMAGED = (
    tarfile.TarError,
    zlib.error,
    EOFError,
    OSError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    RecursionError,
    DeserializationError,
    ValidationError,
    DatabaseError,
)
"""How a file that is no backup, or a damaged one, shows while it is read."""

Told = Callable[[str, int], None]


def backup(target: Path, *, using: str = "default", told: Told | None = None) -> int:
    """Write everything into one new file that only its owner may read; its size in bytes. Refused where it exists.

    It is one moment of the house; people go on working meanwhile. Refused where the key that signs the record is not
    there: such a backup could never be restored.
    """
    if target.exists():
        raise Refused([Problem("backup-exists", {"file": str(target)})])
    part = target.with_name(target.name + ".part")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    except OSError as error:
        raise Refused([Problem("backup-unwritable", {"file": str(target), "why": str(error)})]) from error
    try:
        with open(handle, "wb") as raw:
            with tarfile.open(fileobj=raw, mode="w:gz", compresslevel=5) as tar:
                _pack(tar, using, told)
            raw.flush()
            os.fsync(raw.fileno())
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)
    return target.stat().st_size


def restore(source: Path, *, using: str = "default", told: Told | None = None) -> rebuilding.Comparison:
    """Restore into an empty instance, prove that the record is the one that was signed, and replay it.

    Refused, with nothing changed, where something is there already; NotReadable where the file is no backup or is damaged.
    """
    call_command("migrate", database=using, verbosity=0, interactive=False)
    with _readable(source) as tar:
        _refuse_full(tar, using)
        with turn(using), transaction.atomic(using=using):
            for table in KEPT:
                _read_table(tar, table, using)
                if told:
                    told(table._meta.db_table, queries.head(using)[0])
            if problems := proving.prove(using, files=False).problems:
                raise NotReadable((_unreadable(source, "the record in it is not the one that was signed"), *problems))
            done, missing = rebuilding.replay(using, using=using)
            number_on(KEPT, using)
            searching.rebuild(using)
            _unpack(tar, using)
    return rebuilding.Comparison(done, missing, {})


def number_on(tables: Iterable[type[orm.Model]], using: str) -> None:
    """Let the database number new rows after those that were put in with their own numbers. PostgreSQL does not by itself."""
    connection = connections[using]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(tables)):
            cursor.execute(statement)


def _unreadable(source: Path, why: str) -> Problem:
    return Problem("backup-unreadable", {"file": str(source), "why": why})


@contextmanager
def _readable(source: Path) -> Iterator[tarfile.TarFile]:
    """The archive, read once to its end first: a single changed bit shows in its checksum."""
    try:
        with gzip.open(source) as whole:
            while whole.read(1 << 20):
                pass
        with tarfile.open(source, "r:gz") as tar:
            about = json.loads(_member(tar, "about.json").read())
            if about["format"] != FORMAT:
                raise ValueError(f"its format is {about['format']!r}; this program reads {FORMAT!r}")
            yield tar
    except Refused:
        raise
    except DAMAGED as error:
        raise NotReadable([_unreadable(source, str(error).strip() or type(error).__name__)]) from error


def _refuse_full(tar: tarfile.TarFile, using: str) -> None:
    """Refused where the instance is not empty. The very key of this backup may lie there: a restore was cut off."""
    here = keys.path().read_bytes() if keys.path().exists() else b""
    other = here and here != _member(tar, SIGNING[0]).read()
    if other or queries.head(using)[0] or any(table._default_manager.using(using).exists() for table in models.SIDE):
        raise Refused([Problem("restore-not-empty", {"folder": str(settings.VAR)})])


def _pack(tar: tarfile.TarFile, using: str, told: Told | None) -> None:
    with moment(using):
        size, _ = queries.head(using)
        held = keys.held(using)
        about = {"format": FORMAT, "entries": size, "made": datetime.now(UTC).isoformat(timespec="seconds")}
        _add(tar, "about.json", json.dumps(about).encode())
        for table in KEPT:
            _add_table(tar, table, using)
            if told:
                told(table._meta.db_table, size)
    for kind, key in held.items():
        _add(tar, f"keys/{kind}", key)
    for file in files.kept():  # stored before they are entered: what the rows name is there
        try:
            data = file.open("rb")
        except FileNotFoundError:  # erased meanwhile
            continue
        with data:
            info = tarfile.TarInfo(f"files/{file.parent.name}/{file.name}")
            info.size, info.mode = os.fstat(data.fileno()).st_size, 0o600
            tar.addfile(info, data)


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


def _member(tar: tarfile.TarFile, name: str) -> IO[bytes]:
    file = tar.extractfile(name)
    if file is None:
        raise ValueError(f"{name} in it is no file")
    return file


def _read_table(tar: tarfile.TarFile, table: type[orm.Model], using: str) -> None:
    chunk: list[Any] = []
    lines = io.TextIOWrapper(_member(tar, f"tables/{table._meta.db_table}.jsonl"), encoding="utf-8")
    for made in serializers.deserialize("jsonl", lines, using=using):
        if type(made.object) is not table:
            raise ValueError(f"a row of {table._meta.db_table} is one of another table")
        chunk.append(made.object)
        if len(chunk) == CHUNK:
            table._base_manager.using(using).bulk_create(chunk, batch_size=400)
            chunk = []
    table._base_manager.using(using).bulk_create(chunk, batch_size=400)


def _unpack(tar: tarfile.TarFile, using: str) -> None:
    """Files and keys to their places; what has no place here is left in the archive. The key that signs comes last, and
    it must be the one that the record announced.
    """
    found = {m.name for m in tar.getmembers() if m.isfile() and PLACE.fullmatch(m.name)}
    held = {str(Signer.parse(_member(tar, name).read().decode()).vkey) for name in found if name in SIGNING}
    known = queries.keys(using)
    if known and known[-1][1] not in held:
        raise ValueError("the key in it is not the one that signs the record in it")
    for name in sorted(found, key=lambda name: (name.startswith("keys/"), name == SIGNING[0])):
        kind, _, rest = name.partition("/")
        data = _member(tar, name).read()
        if kind == "files":
            if hashlib.sha256(data).hexdigest() != Path(rest).name:
                raise ValueError(f"the bytes of {name} are not those that its name is the checksum of")
            files.store(data)
        else:
            _place_key(keys.place_of(rest), data)


def _place_key(target: Path, data: bytes) -> None:
    if target.exists() and target.read_bytes() == data:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
