"""The one door: permission → check → append → apply, in one transaction; and its undoing for a mistake, never of history.

    enter(act, by=person)         one act
    enter_many(acts, by=person)   a batch: checked whole before its first chunk, entered in chunks under one batch id
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connections, transaction

from amana.acts import catalogue, keys, may
from amana.acts.clock import instant, today
from amana.acts.kernel import Act, Entry, act_from, body_of
from amana.acts.queue import turn
from amana.acts.rows import TABLES, Rows
from amana.acts.view import View
from amana.ledger import entries, notes
from amana.ledger.keys import Signer
from amana.ledger.tree import Edge, Node
from amana.store import models
from amana.values.ids import EntryNo, PersonId
from amana.values.problems import Problem, Refused

CHUNK = 500
ACTS = catalogue.NAMES


@dataclass(frozen=True, slots=True)
class Batch:
    """Acts that were entered together: the batch's id, its first and last entry (0 and 0 when empty)."""

    id: str
    first: EntryNo = 0
    last: EntryNo = 0

    def __len__(self) -> int:
        return self.last - self.first + 1 if self.first else 0


def enter(
    act: Act, *, by: PersonId, corrects: EntryNo | None = None, using: str = "default", also: Signer | None = None
) -> Entry:
    """Enter one act. Refused carries everything that forbids it, and then nothing has changed.

    `also` signs the checkpoint beside the key: only where that key hands over to it.
    """
    with turn(using), transaction.atomic(using=using):
        head = _lock(using)
        view = View(using, by=by, day=today().isoformat())
        if problems := _forbidden(act, view, corrects):
            raise Refused(problems)
        return _append([act], head, view, using, batch=None, corrects=corrects, also=also)[-1]


def enter_many(
    acts: Iterable[Act], *, by: PersonId, batch: str | None = None, using: str = "default", chunk: int = CHUNK
) -> Batch:
    """Enter many acts under one batch id. A chunk is a transaction: others may enter acts between two chunks.

    The batch is checked whole first; where somebody entered something between two chunks, what is left is checked
    again. Refused then says so; the chunks that were entered stand, and `loading` goes on from them.
    """
    todo = list(acts)
    batch = batch or str(uuid.uuid4())
    seen, first, last = check_many(todo, by=by, using=using), 0, 0
    while todo:
        with turn(using), transaction.atomic(using=using):
            head = _lock(using)
            if head.size != seen:
                _check_all(todo, View(using, by=by, day=today().isoformat()))
            made = _append(todo[:chunk], head, View(using, by=by, day=today().isoformat()), using, batch=batch)
        todo, seen = todo[chunk:], made[-1].no
        first, last = first or made[0].no, made[-1].no
    return Batch(batch, first, last)


def check_many(acts: Sequence[Act], *, by: PersonId, using: str = "default") -> EntryNo:
    """Check a batch whole, each act after those before it; Refused with every problem. The size of the record seen."""
    with transaction.atomic(using=using):
        head = models.Head.objects.using(using).filter(id=1).values_list("size", flat=True).first()
        _check_all(acts, View(using, by=by, day=today().isoformat()))
    return head or 0


def _check_all(acts: Sequence[Act], view: View) -> None:
    """Check each act as it will stand after those before it; Refused with every problem of the batch."""
    view.prefetch(ref for act in acts for ref in act.refs())
    rows, problems = Rows(view.noted), []
    for number, act in enumerate(acts, 1):
        found = _forbidden(act, view, None)
        problems += found
        if not found:
            act.apply(rows, Entry(number, view.day, act.NAME, act.VERSION, act.AUDIENCE, view.by))
    if problems:
        raise Refused(problems)


def _forbidden(act: Act, view: View, corrects: EntryNo | None) -> list[Problem]:
    if problem := may.forbidden(act, view):
        return [problem]
    problems = list(act.check(view))
    if corrects is not None and not view.entry(corrects):
        problems.append(Problem("record-corrects-unknown", {"entry": corrects}))
    return [p for p in problems if p.severity == "error"]


def _lock(using: str) -> models.Head:
    """The head row, locked: who holds it is the only one who writes."""
    heads = models.Head.objects.using(using)
    if connections[using].vendor != "sqlite":  # SQLite's transaction is IMMEDIATE: it holds the lock already
        heads = heads.select_for_update()
    head, _ = heads.get_or_create(id=1)
    return head


def edge_of(head: models.Head) -> Edge:
    """The right edge of the tree as the head row keeps it."""
    return Edge.from_bytes(head.size, bytes.fromhex(head.edge))


def _append(
    acts: Sequence[Act],
    head: models.Head,
    view: View,
    using: str,
    *,
    batch: str | None,
    corrects: EntryNo | None = None,
    also: Signer | None = None,
) -> list[Entry]:
    """Append the acts to the tree, keep their bodies, write their rows, sign the new head. All in the caller's lock."""
    signer = keys.signer(using)  # before anything is written: a key is only made for an empty record
    edge, at, rows = edge_of(head), instant(), Rows()
    made: list[Entry] = []
    headers: list[models.Entry] = []
    bodies: list[models.Body] = []
    nodes: list[Node] = []
    for act in acts:
        body = entries.body_bytes(body_of(act), at=at, by=view.by, batch=batch, corrects=corrects)
        salt = entries.new_salt()
        header = entries.Header(edge.size + 1, view.day, act.NAME, act.VERSION, act.audience(), entries.commit(salt, body))
        leaf = entries.leaf_hash(entries.header_bytes(header))
        edge, grown = edge.grow(leaf)
        nodes += grown
        headers.append(
            models.Entry(
                no=header.no,
                day=header.day,
                act=header.act,
                version=header.version,
                audience=header.audience,
                body=header.body,
                leaf=leaf.hex(),
            )
        )
        bodies.append(models.Body(no=header.no, salt=salt.hex(), body=body.decode(), batch=batch or ""))
        made.append(Entry(header.no, header.day, header.act, header.version, header.audience, view.by))
        act.apply(rows, made[-1])
    models.Entry.objects.using(using).bulk_create(headers)
    models.Body.objects.using(using).bulk_create(bodies)
    models.Node.objects.using(using).bulk_create([models.Node(id=n.level << 48 | n.number, hash=n.hash.hex()) for n in nodes])
    models.Head.objects.using(using).filter(id=1).update(size=edge.size, edge=edge.to_bytes().hex())
    _sign(edge, using, signer, also)
    rows_erased = list(rows.erased())
    rows.insert(using)
    erase(rows_erased, using)
    return made


def _sign(edge: Edge, using: str, signer: Signer, also: Signer | None) -> None:
    point = notes.Checkpoint(signer.name, edge.size, edge.root())
    signed = notes.sign(point, signer, also) if also else notes.sign(point, signer)
    models.Checkpoint.objects.using(using).create(size=edge.size, root=edge.root().hex(), note=signed)


def erase(numbers: Sequence[EntryNo], using: str) -> None:
    """Forget the bodies of entries, and the rows they wrote: what a rebuild could not give again."""
    if not numbers:
        return
    models.Body.objects.using(using).filter(no__in=numbers).delete()
    for table in TABLES.values():
        table._base_manager.using(using).filter(entry__in=numbers).delete()


def envelope(body: models.Body) -> dict[str, object]:
    """What a body says: act, at, by, batch, corrects."""
    read: dict[str, object] = json.loads(body.body)
    return read


def act_of(entry: models.Entry, body: models.Body) -> Act:
    """The act an entry holds, lifted to today's version."""
    act = envelope(body)["act"]
    return act_from(entry.act, entry.version, act if isinstance(act, dict) else {})
