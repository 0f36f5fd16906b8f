"""The organization to take along: its folder and its tables as archives, as every visitor may see it, made once a checkpoint."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from amana.acts import clock, dumping, known
from amana.publish.tables import WHEN, Table, archive, tables_of
from amana.store import queries
from amana.store.queries import changes, public
from amana.store.queries.public import Reader
from amana.values.days import Day
from amana.values.words import Words

FOLDER, TABLES, CHECKPOINT, README, SUMS = "organization.zip", "tables.zip", "checkpoint", "README.txt", "SHA256SUMS"
FILES = (FOLDER, TABLES, CHECKPOINT, README, SUMS)
FEW = 2000
"""Up to so many versions of decisions a visitor's request may make the archives; beyond, `amana data` does."""


@dataclass(frozen=True, slots=True)
class File:
    """One file to take along: its name, size in bytes and checksum."""

    name: str
    size: int
    sha256: str

    @property
    def kilobytes(self) -> int:
        """Its size in whole kB, begun ones counted."""
        return -(-self.size // 1000)


@dataclass(frozen=True, slots=True)
class Made:
    """The archives of one checkpoint: where they lie, and how many entries the record had."""

    place: Path
    entries: int

    @property
    def files(self) -> tuple[File, ...]:
        """Every file, the checksums as they were written down."""
        lines = (self.place / SUMS).read_text(encoding="ascii").splitlines()
        sums = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
        return tuple(File(n, (self.place / n).stat().st_size, sums.get(n, "")) for n in FILES)


def shelf() -> Path:
    """Where archives are kept; it may be emptied at any time."""
    return Path(settings.VAR) / "cache" / "data"


def current() -> Made | None:
    """The archives of the record as it stands; else, where making them is too much for a request, the last made.

    None before there is any. Two queries where they are made already.
    """
    point = queries.checkpoint()
    if point is None:
        return None
    if (shelf() / _name(point)).is_dir():
        return Made(shelf() / _name(point), point.size)
    return make() if changes.how_many_decisions() <= FEW else newest()


def newest() -> Made | None:
    """The archives made last."""
    every = sorted(shelf().glob("*-*"), key=lambda one: int(one.name.split("-")[0])) if shelf().is_dir() else []
    return Made(every[-1], int(every[-1].name.split("-")[0])) if every else None


def make() -> Made | None:
    """Make the archives of the record as it stands, unless they are there; older ones go. None before any checkpoint."""
    shelf().mkdir(parents=True, exist_ok=True)
    lock = os.open(shelf() / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        point = queries.checkpoint()
        if point is None:
            return None
        place = shelf() / _name(point)
        if not place.is_dir():
            part = Path(tempfile.mkdtemp(prefix=".part-", dir=shelf()))
            try:
                write(part)
                part.chmod(0o755)
                part.rename(place)
            finally:
                shutil.rmtree(part, ignore_errors=True)
            _forget_all_but(place)
        return Made(place, point.size)
    finally:
        os.close(lock)


def write(place: Path) -> tuple[str, ...]:
    """Write every file into a folder, as every visitor may see it; their names. Tables are never held in memory."""
    point = queries.checkpoint()
    note = (point.note if point else "").encode()
    readme = _readme(point.size if point else 0).encode()
    with tempfile.TemporaryDirectory() as aside:
        root = Path(aside) / "organization"
        dumping.dump(root, audience="public")
        _zip(root, place / FOLDER)
    (place / CHECKPOINT).write_bytes(note)
    (place / README).write_bytes(readme)
    archive(place / TABLES, _tables(), {CHECKPOINT: note, README: readme})
    sums = [f"{_sum(place / name)}  {name}\n" for name in FILES if name != SUMS]
    (place / SUMS).write_text("".join(sums), encoding="ascii")
    return FILES


def _name(point: Any) -> str:
    return f"{point.size}-{point.root[:16]}"


def _forget_all_but(place: Path) -> None:
    for old in shelf().glob("*-*"):
        if old != place and old.is_dir():
            shutil.rmtree(old, ignore_errors=True)


def _tables() -> Iterator[Table]:
    org = known.organization(Reader())
    assert org is not None
    yield from tables_of(org)
    yield Table("decisions", (_decision(row) for chunk in changes.every_decision(Reader()) for row, _ in chunk))
    yield Table(
        "paragraphs",
        (_paragraph(one) for chunk in changes.every_decision(Reader()) for _, rows in chunk for one in rows),
    )
    yield Table("mandates", (_mandate(one) for one in public.mandates(Reader(), clock.today())))


def _decision(row: Any) -> dict[str, Any]:
    plain = ("kind", "symbol", "organ", "session", "how", "basis", "creates")
    several = ("subjects", "renews", "recalls", "sources", "unsourced")
    return {
        "id": row.key,
        **{name: getattr(row, name) for name in plain},
        "adopted": Day.parse(row.adopted) if row.adopted else None,
        "title": Words(row.title),
        **{name: tuple(getattr(row, name)) for name in several},
        "note": row.note,
    }


def _paragraph(row: Any) -> dict[str, Any]:
    told = {"id": row.key, "decision": row.resolution, "place": row.place, "part": row.part, "function": row.function}
    return {**told, "label": Words(row.labels), "text": Words(row.texts)}


def _mandate(one: public.Told) -> dict[str, Any]:
    row = one.row
    return {
        "id": row.key,
        "decision": row.resolution,
        "paragraph": row.paragraph,
        "kind": row.kind,
        "implementers": tuple(row.implementers),
        "words": Words(row.words),
        "deadline": Words(row.deadline_text),
        "due": Day.parse(row.due_day) if row.due_day else None,
        "report_to": row.report_to,
        "report_session": row.report_session,
        "status": one.view,
    }


def _zip(root: Path, path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for file in sorted(one for one in root.rglob("*") if one.is_file()):
            info = zipfile.ZipInfo(file.relative_to(root).as_posix(), date_time=WHEN)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            with file.open("rb") as source, out.open(info, "w") as target:
                shutil.copyfileobj(source, target)


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _readme(entries: int) -> str:
    org = known.organization(Reader())
    profile = org.profile if org else None
    name = profile.names.best("en") if profile else ""
    kept = (
        "by the organization itself"
        if profile and profile.official
        else f"by {profile.kept_by.best('en')}"
        if profile
        else ""
    )
    until = (
        f"It is known until {profile.known_until}; a later state is not held.\n"
        if profile and profile.known_until
        else ""
    )
    return (
        f"{name}: the record as every visitor may see it, after {entries} entries. Kept {kept}.\n{until}\n"
        f"{FOLDER}   the organization as a folder that `amana check` and `amana load` read\n"
        f"{TABLES}         one table a kind (CSV, UTF-8); days as stated, then the bounds between which they lie\n"
        f"{CHECKPOINT}         the signed checkpoint these files were made at; `amana export` gives the whole record\n"
        f"{SUMS}         the checksums: sha256sum -c {SUMS}\n\n"
        "What no source was seen for is named in the column `unsourced`. Where sources differ, `claims` says who says what.\n"
        "Facts are free to use; name where they are from, and the entry. Texts of decisions belong to the organization.\n"
        "What is withdrawn later is named at /api/v1/changes: delete it from your copy.\n"
    )
