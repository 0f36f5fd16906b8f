"""The record in a folder: everything that is needed to verify it, and the bodies that its audience may see."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from amana.ledger.bodies import Body
from amana.ledger.entries import commit, leaf_hash, read_header
from amana.ledger.manifest import CHECKPOINT, CHECKPOINTS, KEY, MANIFEST, KeySince, Manifest, bodies_path
from amana.ledger.notes import read_note
from amana.ledger.tiles import WIDTH, Tiler, bundle
from amana.ledger.tree import Edge
from amana.values.audiences import AUDIENCES
from amana.values.problems import Fact, Place, Problem, Refused

Progress = Callable[[int], None]
"""Told the number of entries done, now and then."""


@dataclass(frozen=True, slots=True)
class Exported:
    """One entry on its way out: `salt` and `body` only where the audience may see them.

    `erased` says that the body is gone for everybody; without it a missing body is withheld.
    """

    header: bytes
    salt: bytes | None = None
    body: bytes | None = None
    erased: bool = False


def silent(_: int) -> None:
    """Tell nobody."""


def export(
    folder: Path,
    entries: Iterable[Exported],
    checkpoints: Iterable[str],
    keys: Sequence[KeySince],
    *,
    audience: str,
    progress: Progress = silent,
) -> Manifest:
    """Write the record into `folder`, new or empty, and say what was written.

    `entries` come in the order of their numbers and `checkpoints` (signed notes) in the order of their sizes; the last
    checkpoint is of all entries. Neither is held in memory. Refused where they do not agree with each other: nothing is
    exported that would not verify. The manifest is written last: a folder without one is not a whole export.
    """
    if audience not in AUDIENCES:
        raise ValueError(f"{audience!r} is none of {', '.join(AUDIENCES)}")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise _refused("ledger-export-not-empty", folder, file=str(folder))
    out = _Out(folder, _Points(folder, iter(checkpoints)))
    out.write(KEY, "".join(f"{key}\n" for key in keys).encode())
    for entry in entries:
        out.entry(entry)
        if out.edge.size % WIDTH == 0:
            progress(out.edge.size)
    manifest = out.finish(audience)
    progress(manifest.entries)
    return manifest


@dataclass
class _Points:
    """The checkpoints still to come, one looked at ahead."""

    folder: Path
    coming: Iterator[str]
    next_size: int | None = None
    text: str = ""
    last: str = ""
    origin: str = ""
    count: int = 0

    def __post_init__(self) -> None:
        self._look()

    def _look(self) -> None:
        self.text = next(self.coming, "")
        point = read_note(self.text).checkpoint if self.text else None
        self.next_size = point.size if point else None
        self.origin = self.origin or (point.origin if point else "")

    def due(self, edge: Edge) -> Iterator[str]:
        """The checkpoints of exactly this size (a later one replaces it); Refused where the root is another."""
        self.count += self.next_size == edge.size
        while self.next_size == edge.size:
            point = read_note(self.text).checkpoint
            if point.root != edge.root() or point.origin != self.origin:
                raise _refused("ledger-export-root", self.folder, size=edge.size)
            self.last = self.text
            yield self.text
            self._look()


@dataclass
class _Out:
    """An export being written."""

    folder: Path
    points: _Points
    edge: Edge = field(default_factory=Edge)
    tiler: Tiler = field(default_factory=Tiler)
    headers: list[bytes] = field(default_factory=list)
    lines: list[bytes] = field(default_factory=list)
    files: dict[str, dict[str, object]] = field(default_factory=dict)
    bodies: int = 0
    erased: int = 0

    def __post_init__(self) -> None:
        self._checkpoint()

    def write(self, path: str, data: bytes) -> None:
        """One file, with its checksum for the manifest."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        self.files[path] = {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}

    def entry(self, entry: Exported) -> None:
        """The next entry, and all files that are whole with it."""
        header, no = read_header(entry.header), self.edge.size + 1
        if header.no != no:
            raise _refused("ledger-export-order", self.folder, entry=header.no, expected=no)
        if no > 1 and bodies_path(no) != bodies_path(no - 1):
            self._bodies(no - 1)
        self._body(no, header.body, entry)
        self.headers.append(entry.header)
        self.edge, nodes = self.edge.grow(leaf_hash(entry.header))
        for tile in self.tiler.add(nodes):
            self.write(*tile)
        if len(self.headers) == WIDTH:
            self._bundle()
        self._checkpoint()

    def finish(self, audience: str) -> Manifest:
        """What is still open, the latest checkpoint, the manifest."""
        size = self.edge.size
        if not self.points.last or read_note(self.points.last).checkpoint.size != size or self.points.text:
            raise _refused("ledger-export-root", self.folder, size=size)
        if self.headers:
            self._bundle()
        self._bodies(size)
        for tile in self.tiler.rest():
            self.write(*tile)
        self.write(CHECKPOINT, self.points.last.encode())
        manifest = Manifest(
            origin=self.points.origin,
            audience=audience,
            entries=size,
            root=self.edge.root().hex(),
            bodies=self.bodies,
            withheld=size - self.bodies - self.erased,
            erased=self.erased,
            checkpoints=self.points.count,
            files=self.files,
        )
        (self.folder / MANIFEST).write_bytes(manifest.to_bytes())
        return manifest

    def _body(self, no: int, committed: str, entry: Exported) -> None:
        if entry.erased:
            self.erased += 1
            self.lines.append(Body(no).to_line())
        elif entry.body is not None and entry.salt is not None:
            if commit(entry.salt, entry.body) != committed:
                path = bodies_path(no)
                raise Refused([Problem("ledger-body-differs", {"entry": no, "file": path}, (Place(path),))])
            self.bodies += 1
            self.lines.append(Body(no, entry.salt, entry.body).to_line())

    def _bodies(self, last: int) -> None:
        if self.lines:
            self.write(bodies_path(last), b"".join(self.lines))
            self.lines = []

    def _bundle(self) -> None:
        self.write(*bundle((self.edge.size - 1) // WIDTH, self.headers))
        self.headers = []

    def _checkpoint(self) -> None:
        for note in self.points.due(self.edge):
            self.write(f"{CHECKPOINTS}/{self.edge.size}", note.encode())


def _refused(code: str, folder: Path, **facts: Fact) -> Refused:
    return Refused([Problem(code, facts, (Place(str(folder)),))])
