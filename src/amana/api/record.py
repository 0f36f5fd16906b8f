"""The record: headers of entries, the checkpoint, and what changed since an entry, with what was withdrawn."""

from __future__ import annotations

import base64
import json
from typing import Any

from django.http import HttpRequest
from ninja import Field, Query, Router

from amana.api.asking import Anything, Asked, NotThere, Number, Paged, cursor, read_cursor, whole
from amana.api.shapes import Json, Strict, listed, single
from amana.store import queries
from amana.store.queries import changes

router = Router(tags=["record"])
ADDRESSES = {
    "profile": "organization",
    "party": "parties",
    "standing": "standings",
    "organ": "organs",
    "instrument": "instruments",
    "term": "terms",
    "session": "sessions",
    "source": "sources",
    "dispute": "disputes",
    "person": "persons",
    "subject": "subjects",
    "programme": "programmes",
    "partner": "partners",
    "group": "groups",
    "resolution": "decisions",
    "mandate": "mandates",
}
"""Kinds of which changes are told, and the list each is in."""
WITHOUT_OWN = ("profile", "standing")


class Entry(Strict):
    """The public header of one act: what a leaf of the tree commits to."""

    id: str
    self: str
    url: str | None
    no: int
    day: str
    act: str
    version: int
    audience: str
    body_sha256: str = Field(description="Hex of sha256(salt ‖ body)")
    leaf: str = Field(description="Hex of the leaf's hash")


class Change(Strict):
    """A thing was entered, altered or, when `deleted`, withdrawn: whoever keeps a copy deletes it then (OParl 1.1, 2.6)."""

    id: str
    kind: str
    self: str
    url: str | None
    entry: int
    since: str = Field(description="The day of the entry")
    deleted: bool


class Signed(Strict):
    """The newest signed checkpoint (C2SP tlog-checkpoint)."""

    size: int
    root: str = Field(description="Base64")
    note: str = Field(description="The signed note, byte for byte")
    keys: list[str] = Field(description="Entry and vkey of every key that signed, oldest first")


class Since(Anything):
    """Since which entry."""

    since: Number = Field(
        "", description="The number of the last entry you know; 0 for everything. A page's `next_since`"
    )
    limit: Number = Field("", description="About how many changes, 1 to 200; entries stay whole")


EntryAnswer = single(
    Entry, "EntryAnswer", "One entry, and its body where you may see it.", body=dict[str, Any] | None, proof=str | None
)


@router.get("/record", response=listed(Entry, "RecordAnswer", "Entries, newest first.", next=str | None))
def record(request: HttpRequest, query: Query[Paged]) -> Json:
    """Headers of entries, newest first. Five queries, however long the record."""
    asked = Asked(request, query)
    before = int(read_cursor(asked.cursor, 1)[0]) if asked.cursor else None
    rows = queries.entries(before, asked.limit + 1)
    following = cursor(rows[asked.limit - 1].no) if len(rows) > asked.limit else None
    items = [_entry(asked, row) for row in rows[: asked.limit]]
    return asked.list_of("record", asked.url("portal:record"), items, next=following)


@router.get("/record/{no}", response=EntryAnswer)
def entry(request: HttpRequest, no: str, query: Query[Anything]) -> Json:
    """One entry: its header, its body where you may see it, and where its proof is. Six queries."""
    asked = Asked(request, query)
    row = queries.entry(int(no)) if no.isascii() and no.isdigit() and len(no) < 19 else None
    if row is None:
        raise NotThere("entry", no)
    body = queries.body(asked.reader, row.no)
    told = _entry(asked, row)
    more = {"body": json.loads(body.body) if body else None, "proof": asked.url("portal:entry-proof", row.no)}
    return {**told, **asked.answer(str(row.no), f"record/{row.no}", told["url"], **more)}


@router.get("/checkpoint", response=single(Signed, "CheckpointAnswer", "The newest signed checkpoint."))
def checkpoint(request: HttpRequest, query: Query[Anything]) -> Json:
    """The newest signed checkpoint and the keys. Six queries."""
    asked = Asked(request, query)
    point = queries.checkpoint()
    if point is None:
        raise NotThere("checkpoint", "")
    keys = queries.keys()
    signed = {
        "size": point.size,
        "root": base64.b64encode(bytes.fromhex(point.root)).decode(),
        "note": point.note,
        "keys": [f"{no} {key}" for no, key in keys],
    }
    page = asked.url("portal:record")
    return {**signed, **asked.answer(asked.own("checkpoint"), "checkpoint", page)}


@router.get(
    "/changes", response=listed(Change, "ChangesAnswer", "What changed, oldest first.", next_since=int, more=bool)
)
def changed(request: HttpRequest, query: Query[Since]) -> Json:
    """What was entered, altered or withdrawn by entries after `since`, as you may see it. Twelve queries at most.

    Ask again with `next_since` until `more` is false; keep `next_since` for the next time.
    """
    asked = Asked(request, query, [*whole("since", query.since), *whole("limit", query.limit, 1, 200)])
    since, limit = int(query.since or 0), int(query.limit or 200)
    found, more, until = changes.changes(asked.reader, since, limit, tuple(ADDRESSES))
    days = changes.days_of({one.no for one in found})
    items = [_change(asked, one, days.get(one.no, "")) for one in found]
    return asked.list_of("changes", asked.url("portal:record"), items, next_since=until, more=more)


def _entry(asked: Asked, row: Any) -> dict[str, Any]:
    return {
        "id": str(row.no),
        "self": asked.own(f"record/{row.no}"),
        "url": asked.url("portal:entry", row.no),
        "no": row.no,
        "day": row.day,
        "act": row.act,
        "version": row.version,
        "audience": row.audience,
        "body_sha256": row.body,
        "leaf": row.leaf,
    }


def _change(asked: Asked, one: changes.Change, day: str) -> Json:
    list_ = ADDRESSES[one.kind]
    return {
        "id": one.key,
        "kind": "decision" if one.kind == "resolution" else one.kind,
        "self": asked.own(list_ if one.kind in WITHOUT_OWN else f"{list_}/{one.key}"),
        "url": asked.url("portal:entry", one.no),
        "entry": one.no,
        "since": day,
        "deleted": one.deleted,
    }
