"""The live tables held against what was signed: every header, body, hash, checkpoint and the head, and every file kept.

An export is verified by whoever receives it; this is the same for whoever keeps the record, column by column.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import QuerySet

from amana.acts import files as files_kept
from amana.acts.exporting import header_of
from amana.acts.queue import moment
from amana.acts.searching import Told
from amana.ledger.entries import SALT, commit, leaf_hash, read_header
from amana.ledger.findings import Findings
from amana.ledger.keys import Vkey
from amana.ledger.manifest import KeySince
from amana.ledger.notes import read_note
from amana.ledger.signing import Chain, check_old, check_trusted
from amana.ledger.tree import Edge, parent
from amana.ledger.verify import size_of
from amana.store import models, queries
from amana.values.audiences import AUDIENCES
from amana.values.problems import Problem

ENTRY, BODY, NODE, CHECKPOINT, HEAD = (
    table._meta.db_table for table in (models.Entry, models.Body, models.Node, models.Checkpoint, models.Head)
)


@dataclass(frozen=True, slots=True)
class Proved:
    """What was looked at, and every problem found."""

    entries: int
    bodies: int
    erased: int
    checkpoints: int
    files: int
    problems: tuple[Problem, ...]

    @property
    def holds(self) -> bool:
        """Whether the tables are what was signed."""
        return not self.problems


def prove(
    using: str = "default",
    *,
    files: bool = True,
    old: Old | None = None,
    key: Vkey | None = None,
    told: Told | None = None,
) -> Proved:
    """Hold the live record, and the files kept for it, against its own signatures. One moment of it; nobody waits.

    With `old`, a checkpoint kept elsewhere, also against what was signed then; `key` is a key known from elsewhere.
    """
    with moment(using):
        walk = _Walk(using, Findings(), old)
        walk.entries(told)
        walk.since()
        check_trusted(walk.chain, key, walk.found)
        walk.nodes()
        walk.head()
        kept = walk.files() if files else 0
    return Proved(walk.edge.size, walk.bodies, len(walk.erased), walk.points, kept, walk.found.all())


@dataclass(frozen=True, slots=True)
class Old:
    """An older signed checkpoint kept outside the house: its text, and what to call it (its file)."""

    text: str
    named: str


@dataclass
class _Walk:
    """One pass over the entries with their bodies and checkpoints, then over the tree's nodes, the head, the files."""

    using: str
    found: Findings
    old: Old | None = None
    edge: Edge = field(default_factory=Edge)
    chain: Chain = field(default_factory=lambda: Chain(()))
    leaves: list[bytes] = field(default_factory=list)
    bodies: int = 0
    points: int = 0
    signed: int = 0
    before: tuple[str, str] | None = None
    without: list[int] = field(default_factory=list)
    erased: set[int] = field(default_factory=set)

    def entries(self, told: Told | None) -> None:
        """Every number from 1 on: its header, its body, the checkpoint at its size."""
        total, _ = queries.head(self.using)
        bodies, points = queries.bodies_in_order(AUDIENCES, self.using), self._checkpoints()
        body, point = next(bodies, None), next(points, None)
        for header in queries.headers(self.using):
            while self.edge.size + 1 < header.no and self.edge.size < total:
                self.found.add("record-entry-missing", ENTRY, entry=self.edge.size + 1)
                self._grow(b"")
                self.before = None
            while body is not None and body.no < header.no:
                self.found.add("record-body-unexpected", BODY, entry=body.no)
                body = next(bodies, None)
            mine = body if body is not None and body.no == header.no else None
            self._entry(header)
            self._together(self._body(header, mine))
            body = next(bodies, None) if mine is not None else body
            while point is not None and point.size <= self.edge.size:
                self._checkpoint(point)
                point = next(points, None)
            if told and self.edge.size % 1000 == 0:
                told(self.edge.size, total)
        for rest in (body, *bodies) if body is not None else ():
            self.found.add("record-body-unexpected", BODY, entry=rest.no)
        for late in (point, *points) if point is not None else ():
            self.found.add("record-checkpoint-beyond", CHECKPOINT, size=late.size, entries=self.edge.size)
        for no in self.without:
            if no not in self.erased:
                self.found.add("record-body-missing", BODY, entry=no)

    def since(self) -> None:
        """The entries still begin with what the old checkpoint signed."""
        if self.old is None:
            return
        edge, roots = Edge(), {0: Edge().root()}
        for leaf in self.leaves[: max(size_of(self.old.text), 0)]:
            edge = edge.append(leaf)
        roots[edge.size] = edge.root()
        origin = self.chain.keys[0].vkey.name if self.chain.keys else ""
        check_old(self.old.text, self.chain, origin, roots, self.edge.size, self.found, self.old.named)

    def nodes(self) -> None:
        """Every hash of the tree's complete subtrees, recomputed from the headers."""
        rows = models.Node.objects.using(self.using).order_by("id").values_list("id", "hash").iterator(chunk_size=2000)
        row = next(rows, None)
        for level, number, digest in _levels(self.leaves):
            id_ = level << 48 | number
            first, last = (number << level) + 1, (number + 1) << level
            while row is not None and row[0] < id_:
                self._unexpected(row[0])
                row = next(rows, None)
            if row is None or row[0] != id_:
                self.found.add("record-node-missing", NODE, first=first, last=last)
                continue
            if row[1] != digest.hex():
                self.found.add("record-node-differs", NODE, first=first, last=last)
            row = next(rows, None)
        for rest in (row, *rows) if row is not None else ():
            self._unexpected(rest[0])

    def head(self) -> None:
        """The head row is the edge of the entries, and the last checkpoint signs it."""
        size, edge = queries.head(self.using)
        if (size, edge) != (self.edge.size, self.edge.to_bytes().hex()):
            self.found.add("record-head-damaged", HEAD, size=size, entries=self.edge.size)
        if models.Head.objects.using(self.using).exclude(id=1).exists():
            self.found.add("record-head-damaged", HEAD, size=size, entries=self.edge.size)
        last = queries.checkpoint(self.using)
        if (last.size if last else 0) < self.edge.size:
            self.found.add("record-unsigned", CHECKPOINT, size=last.size if last else 0, entries=self.edge.size)

    def files(self) -> int:
        """Every file entered as kept is stored, with these bytes."""
        rows: QuerySet[models.File, str] = models.File.objects.using(self.using).values_list("sha256", flat=True)
        count = 0
        for sha256 in rows.order_by("sha256").distinct():
            count += 1
            place = files_kept.place_of(sha256)
            if not place.is_file():
                self.found.add("file-bytes-missing", str(place))
            else:
                with place.open("rb") as file:
                    if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
                        self.found.add("file-bytes-differ", str(place))
        return count

    def _checkpoints(self) -> Iterator[models.Checkpoint]:
        yield from models.Checkpoint.objects.using(self.using).order_by("size").iterator(chunk_size=1000)

    def _grow(self, header: bytes) -> bytes:
        leaf = leaf_hash(header)
        self.edge = self.edge.append(leaf)
        self.leaves.append(leaf)
        return leaf

    def _entry(self, header: models.Entry) -> None:
        raw = header_of(header)
        try:
            read_header(raw)
        except ValueError as why:
            self.found.add("record-entry-unreadable", ENTRY, entry=header.no, why=str(why))
        if header.leaf != self._grow(raw).hex():
            self.found.add("record-entry-differs", ENTRY, entry=header.no)

    def _body(self, header: models.Entry, body: models.Body | None) -> tuple[str, str] | None:
        """Hold a body against its header; its batch and its instant, None where they cannot be known."""
        if body is None:
            self.without.append(header.no)
            return None
        self.bodies += 1
        try:
            salt = bytes.fromhex(body.salt)
            same = len(salt) == SALT and salt.hex() == body.salt and commit(salt, body.body.encode()) == header.body
        except ValueError:
            same = False
        if not same:
            self.found.add("record-body-differs", BODY, entry=header.no)
            return None
        said = json.loads(body.body)
        if (said["batch"] or "") != body.batch:
            self.found.add("record-batch-differs", BODY, entry=header.no)
        if header.act == "record.erase":
            self.erased.update(said["act"]["entries"])
        elif header.act in ("record.begin", "record.renew-key"):
            first = 1 if header.act == "record.begin" else header.no
            self.chain = Chain((*self.chain.keys, KeySince(first, Vkey.parse(said["act"]["vkey"]))))
        return said["batch"] or "", said["at"]

    def _together(self, mine: tuple[str, str] | None) -> None:
        """Whether the entry before was signed where it must have been: what was entered together shares its batch and
        its instant, and ends under a checkpoint. Of an erased entry neither is known any more.
        """
        size = self.edge.size - 1
        apart = self.before is not None and (not self.before[0] or (mine is not None and mine != self.before))
        if apart and self.signed != size:
            self.found.add("record-checkpoint-missing", CHECKPOINT, size=size)
        self.before = mine

    def _checkpoint(self, point: models.Checkpoint) -> None:
        self.points, self.signed = self.points + 1, point.size
        named = f"{CHECKPOINT} {point.size}"
        try:
            note = read_note(point.note)
        except ValueError as why:
            self.found.add("ledger-checkpoint-unreadable", named, why=str(why))
            return
        origin = self.chain.keys[0].vkey.name if self.chain.keys else note.checkpoint.origin
        self.chain.check(note, origin, named, self.found)
        if (note.checkpoint.size, note.checkpoint.root.hex()) != (point.size, point.root):
            self.found.add("record-checkpoint-differs", CHECKPOINT, size=point.size)
        if point.size != self.edge.size or note.checkpoint.root != self.edge.root():
            self.found.add("record-checkpoint-root", CHECKPOINT, size=point.size)

    def _unexpected(self, id_: int) -> None:
        self.found.add("record-node-unexpected", NODE, level=id_ >> 48, number=id_ & ((1 << 48) - 1))


def _levels(leaves: list[bytes]) -> Iterator[tuple[int, int, bytes]]:
    """Every complete subtree over these leaves, level by level: (level, index, hash)."""
    level, hashes = 0, leaves
    while hashes:
        for number, digest in enumerate(hashes):
            yield level, number, digest
        hashes = [parent(hashes[at], hashes[at + 1]) for at in range(0, len(hashes) - 1, 2)]
        level += 1
