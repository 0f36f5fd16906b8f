"""The one door: permission → check → append → apply, in one transaction; and its undoing for a mistake, never of history.

    enter(act, by=person)         one act
    enter_many(acts, by=person)   a batch: checked whole before its first chunk, entered in chunks under one batch id

The first entry of every record is `record.begin`; whoever enters first opens it.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import DataError, IntegrityError, connections, transaction

from amana.acts import catalogue, keys, may, searching, shelf
from amana.acts.clock import instant, today
from amana.acts.keeping import Begin, RenewKey
from amana.acts.kernel import Act, Entry, act_from, body_of
from amana.acts.queue import moment, turn
from amana.acts.rows import TABLES, Rows
from amana.acts.view import View
from amana.ledger import entries, notes
from amana.ledger.keys import Signer
from amana.ledger.tree import Edge
from amana.store import models, queries
from amana.values.ids import EntryNo, PersonId
from amana.values.problems import Problem, Refused

CHUNK = 500
NUL = b"\\u0000"
"""The character that no database keeps in text, as canonical JSON writes it."""
ACTS = catalogue.NAMES


@dataclass(frozen=True, slots=True)
class Batch:
    """Acts that were entered together: the batch's id, its first and last entry (0 and 0 when empty)."""

    id: str
    first: EntryNo = 0
    last: EntryNo = 0

    def __len__(self) -> int:
        return self.last - self.first + 1 if self.first else 0


def enter(act: Act, *, by: PersonId, corrects: EntryNo | None = None, using: str = "default") -> Entry:
    """Enter one act. Refused carries everything that forbids it, and then nothing has changed."""
    with _door(using) as head:
        view = View(using, by=by, day=today().isoformat())
        if problems := _forbidden(act, view, corrects):
            raise Refused(problems)
        head = _opened(head, act, using)
        return _append([act], head, view, using, batch=None, corrects=corrects)[-1]


def enter_many(
    acts: Iterable[Act],
    *,
    by: PersonId,
    batch: str | None = None,
    using: str = "default",
    chunk: int = CHUNK,
    told: Callable[[int, int], None] | None = None,
) -> Batch:
    """Enter many acts under one batch id. A chunk is a transaction: others may enter acts between two chunks.

    The batch is checked whole first; where somebody entered something between two chunks, what is left is checked
    again. Refused then says so; the chunks that were entered stand, and `loading` goes on from them. `told` hears how
    many of how many are in.
    """
    todo = list(acts)
    total, batch = len(todo), batch or str(uuid.uuid4())
    seen, first, last = check_many(todo, by=by, using=using), 0, 0
    while todo:
        with _door(using) as head:
            view = View(using, by=by, day=today().isoformat())
            if head.size != seen:
                _check_all(todo, View(using, by=by, day=view.day))
            head = _opened(head, todo[0], using)
            made = _append(todo[:chunk], head, view, using, batch=batch)
        todo, seen = todo[chunk:], made[-1].no
        first, last = first or made[0].no, made[-1].no
        if told:
            told(total - len(todo), total)
    return Batch(batch, first, last)


def renew_key(why: str, *, by: PersonId, using: str = "default") -> Entry:
    """Sign with a new key from now on: its announcement stands under the old key, its checkpoint under both.

    The new key is made under the record's lock and put in place after the entry is in; whoever enters next finishes
    what a killed renewal left.
    """
    with _door(using) as head:
        if not head.size:
            raise Refused([Problem("record-empty", {})])
        view = View(using, by=by, day=today().isoformat())
        if problems := _forbidden(RenewKey("", why), view, None):
            raise Refused(problems)
        keys.signer_in_step(using)
        new = keys.make_next()
        made = _append([RenewKey(str(new.vkey), why)], head, view, using, batch=None, also=new)[-1]
    keys.check_in_step(str(new.vkey), using)
    return made


def check_many(acts: Sequence[Act], *, by: PersonId, using: str = "default") -> EntryNo:
    """Check a batch whole, each act after those before it; Refused with every problem. The size of the record seen."""
    with moment(using):
        size, _ = queries.head(using)
        _check_all(acts, View(using, by=by, day=today().isoformat()))
    return size


def _check_all(acts: Sequence[Act], view: View) -> None:
    """Check each act as it will stand after those before it; Refused with every problem of the batch."""
    view.prefetch(ref for act in acts for ref in act.refs())
    rows, problems = Rows(view.noted, strict=True), list[Problem]()
    for number, act in enumerate(acts, 1):
        found = _forbidden(act, view, None)
        problems += found
        try:
            if not found:
                act.apply(rows, Entry(number, view.day, act.NAME, act.VERSION, act.AUDIENCE, view.by))
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(problems)


def _forbidden(act: Act, view: View, corrects: EntryNo | None) -> list[Problem]:
    if problem := may.forbidden(act, view):
        return [problem]
    problems = list(act.check(view))
    if corrects is not None and not view.entry(corrects):
        problems.append(Problem("record-corrects-unknown", {"entry": corrects}))
    return [p for p in problems if p.severity == "error"]


@contextmanager
def _door(using: str) -> Iterator[models.Head]:
    """One transaction in its turn, with the head locked. What a database refuses by itself is refused in words."""
    try:
        with turn(using), transaction.atomic(using=using):
            yield _lock(using)
    except (DataError, IntegrityError) as error:
        raise Refused([Problem("record-rows-refused", {"why": str(error).strip().splitlines()[0]})]) from error


def _lock(using: str) -> models.Head:
    """The head row, locked: who holds it is the only one who writes."""
    heads = models.Head.objects.using(using)
    if connections[using].vendor != "sqlite":  # SQLite's transaction is IMMEDIATE: it holds the lock already
        heads = heads.select_for_update()
    head, _ = heads.get_or_create(id=1)
    return head


def _opened(head: models.Head, first: Act, using: str) -> models.Head:
    """The head of a record that has begun: where nothing was entered yet, and `first` is something else, it begins now."""
    if head.size or isinstance(first, Begin):
        return head
    opening = Begin(Path(settings.ORGANIZATION).name, str(keys.signer(using).vkey))
    _append([opening], head, View(using, by=may.CONSOLE, day=today().isoformat()), using, batch=None)
    head.refresh_from_db(using=using)
    return head


def edge_of(head: models.Head, using: str = "default") -> Edge:
    """The right edge of the tree as the head row keeps it; Refused where it is not the one that was signed. One query."""
    point = queries.checkpoint(using)
    try:
        edge = Edge.from_bytes(head.size, bytes.fromhex(head.edge))
    except ValueError:
        edge = Edge()
    signed = (point.size, point.root) if point else (0, Edge().root().hex())
    if signed != (head.size, edge.root().hex()):
        raise Refused([Problem("record-head-differs", {"entries": head.size, "size": signed[0]})])
    return edge


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
    if also is None and any(isinstance(act, RenewKey) for act in acts):
        raise Refused([Problem("record-key-not-held", {})])
    signer = keys.signer_in_step(using)  # before anything is written: a key is only made for an empty record
    edge, at, rows = edge_of(head, using), instant(), Rows(strict=True)
    made: list[Entry] = []
    headers: list[models.Entry] = []
    bodies: list[models.Body] = []
    nodes: list[models.Node] = []
    for act in acts:
        body = _body(act, at=at, by=view.by, batch=batch, corrects=corrects)
        salt, no, audience = entries.new_salt(), edge.size + 1, act.audience()
        header = entries.Header(no, view.day, act.NAME, act.VERSION, audience, entries.commit(salt, body))
        leaf = entries.leaf_hash(entries.header_bytes(header))
        edge, grown = edge.grow(leaf)
        nodes += [models.Node(id=n.level << 48 | n.number, hash=n.hash.hex()) for n in grown]
        headers.append(_header_row(header, leaf))
        bodies.append(models.Body(no=no, salt=salt.hex(), body=body.decode(), batch=batch or ""))
        made.append(Entry(no, view.day, act.NAME, act.VERSION, audience, view.by))
        act.apply(rows, made[-1])
    models.Entry.objects.using(using).bulk_create(headers)
    models.Body.objects.using(using).bulk_create(bodies)
    models.Node.objects.using(using).bulk_create(nodes)
    models.Head.objects.using(using).filter(id=1).update(size=edge.size, edge=edge.to_bytes().hex())
    _sign(edge, using, signer, also)
    erased = list(rows.erased())
    if problems := list(_not_erasable(erased, using)):
        raise Refused(problems)
    touched = searching.touched_by(rows.pending(), erased, using)
    rows.insert(using)
    erase(erased, using)
    searching.follow(touched, using)
    return made


def _header_row(header: entries.Header, leaf: bytes) -> models.Entry:
    return models.Entry(
        no=header.no,
        day=header.day,
        act=header.act,
        version=header.version,
        audience=header.audience,
        body=header.body,
        leaf=leaf.hex(),
    )


def _body(act: Act, *, at: str, by: PersonId, batch: str | None, corrects: EntryNo | None) -> bytes:
    """The bytes of a body; Refused where its text cannot stand in a record for ever (half a character, a NUL)."""
    try:
        body = entries.body_bytes(body_of(act), at=at, by=by, batch=batch, corrects=corrects)
    except ValueError as error:
        raise Refused([Problem("record-body-unwritable", {"act": act.NAME, "why": str(error)})]) from error
    if NUL in body.replace(b"\\\\", b""):  # a backslash before u0000 may be a text of its own
        raise Refused([Problem("record-body-unwritable", {"act": act.NAME, "why": "it holds the character NUL"})])
    return body


def _sign(edge: Edge, using: str, signer: Signer, also: Signer | None) -> None:
    point = notes.Checkpoint(signer.name, edge.size, edge.root())
    signed = notes.sign(point, signer, also) if also else notes.sign(point, signer)
    models.Checkpoint.objects.using(using).create(size=edge.size, root=edge.root().hex(), note=signed)


def _not_erasable(numbers: Sequence[EntryNo], using: str) -> Iterator[Problem]:
    """What may not be erased: what the record itself rests on, and what is erased already."""
    names = dict(models.Entry.objects.using(using).filter(no__in=numbers).values_list("no", "act")) if numbers else {}
    gone = queries.erased(using) if numbers else frozenset()
    for at, no in enumerate(numbers):
        if names.get(no, "").startswith("record."):
            yield Problem("record-not-erasable", {"entry": no, "act": names[no]})
        if no in gone or no in numbers[:at]:
            yield Problem("record-erased-already", {"entry": no})


def erase(numbers: Sequence[EntryNo], using: str) -> None:
    """Forget the bodies of entries, the rows they wrote (a rebuild could not give them again), and the bytes they kept."""
    if not numbers:
        return
    kept = models.File.objects.using(using).filter(entry__in=numbers)
    if bytes_kept := sorted(set(kept.values_list("sha256", flat=True))):
        transaction.on_commit(lambda: shelf.take_away(bytes_kept, using), using=using)
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
