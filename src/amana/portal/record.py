"""The record as anybody may see it: entries newest first, one entry with its proof, the signed checkpoint and the key."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from amana.ledger import entries as ledger
from amana.ledger.keys import Vkey
from amana.ledger.manifest import KeySince
from amana.ledger.notes import read_note
from amana.ledger.proof import make_proof
from amana.ledger.tree import MemoryHashes, inclusion_nodes
from amana.pages.reading import Reading, reading_of
from amana.portal import telling
from amana.store import queries
from amana.store.queries import public
from amana.values.words import Words

PAGE = 50


@dataclass(frozen=True, slots=True)
class Told:
    """One entry: its header, and in words where this reader may see its body."""

    no: int
    day: str
    act: str
    audience: str
    leaf: str
    sentence: str = ""
    subject: Words = Words()


def record(request: HttpRequest, before: int | None = None) -> HttpResponse:
    """Fifty entries, newest first. Four queries, however long the record."""
    reading = reading_of(request)
    shown = newest(reading, PAGE + 1, before)
    point = queries.checkpoint()
    context = {
        "entries": shown[:PAGE],
        "before": before,
        "older": shown[PAGE - 1].no if len(shown) > PAGE else None,
        "checkpoint": point,
    }
    return render(request, "portal/record.html", context)


def newest(reading: Reading, count: int, before: int | None = None) -> list[Told]:
    """The newest entries in words, as far as this reader may. Three queries."""
    return told_of(reading, queries.entries(before, count))


def newest_told(reading: Reading, count: int) -> list[Told]:
    """The newest of those entries of which this reader may know what they say. Two queries."""
    told = queries.entries_told(reading.reader, count)
    return _in_words(reading, list(told), {row.no: said for row, said in told.items()})


def told_of(reading: Reading, rows: Sequence[public.Entry]) -> list[Told]:
    """Entries in words, as far as this reader may. Two queries."""
    return _in_words(reading, rows, queries.bodies(reading.reader, [row.no for row in rows]))


def _in_words(reading: Reading, rows: Sequence[public.Entry], bodies: Mapping[int, Mapping[str, Any]]) -> list[Told]:
    """Entries in words where their bodies are there. One query."""
    titles = _titles(reading, bodies.values())
    told = []
    for row in rows:
        seen = bodies.get(row.no)
        words = telling.sentence(row.act) if seen else ""
        about = telling.subject(reading, row.act, seen, titles)
        told.append(Told(row.no, row.day, row.act, row.audience, row.leaf, words, about))
    return told


def _titles(reading: Reading, envelopes: Iterable[Mapping[str, Any]]) -> dict[str, Words]:
    """The titles of the resolutions that entries name by their ids, those this reader may see. One query."""
    named = {key for one in envelopes if (key := telling.resolution_of(one))}
    return {key: Words(row.title) for key, row in public.titled(reading.reader, named).items()}


def entry(request: HttpRequest, no: int) -> HttpResponse:
    """One entry: header, leaf, and the body where this reader may see it. Six queries."""
    reading = reading_of(request)
    row = queries.entry(no)
    if row is None:
        raise Http404
    body = queries.body(reading.reader, no)
    seen = json.loads(body.body) if body else None
    context = {
        "entry": row,
        "sentence": telling.sentence(row.act),
        "subject": telling.subject(reading, row.act, seen, _titles(reading, [seen] if seen else [])),
        "header": ledger.header_bytes(_header(row)).decode(),
        "body": json.dumps(seen, ensure_ascii=False, indent=2) if seen else "",
        "salt": body.salt if body else "",
        "erased": public.erased(no) if body is None else None,
        "corrects": seen.get("corrects") if seen else None,
    }
    return render(request, "portal/entry.html", context)


def proof(request: HttpRequest, no: int) -> HttpResponse:
    """The proof that the entry is in the record, to be checked offline; with its body where this reader may see it."""
    reading = reading_of(request)
    row, point = queries.entry(no), queries.checkpoint()
    if row is None or point is None or no > point.size:
        raise Http404
    names = {name for step in inclusion_nodes(no - 1, point.size) for name in step}
    hashes = MemoryHashes(queries.nodes(names) if names else {})
    body = queries.body(reading.reader, no)
    made = make_proof(
        ledger.header_bytes(_header(row)),
        point.note,
        _signer(point.note),
        hashes,
        salt=bytes.fromhex(body.salt) if body else None,
        body=body.body.encode() if body else None,
    )
    response = HttpResponse(made, content_type="application/json; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="proof-{no}.json"'
    return response


def checkpoint(request: HttpRequest) -> HttpResponse:
    """The newest signed checkpoint, byte for byte."""
    point = queries.checkpoint()
    if point is None:
        raise Http404
    return HttpResponse(point.note, content_type="text/plain; charset=utf-8")


def key(request: HttpRequest) -> HttpResponse:
    """The public keys, each with the entry from which it signs: the file `key` of an export."""
    lines = [str(KeySince(row.entry, Vkey.parse(row.vkey))) for row in public.keys_since()]
    return HttpResponse("".join(f"{line}\n" for line in lines), content_type="text/plain; charset=utf-8")


def _header(row: public.Entry) -> ledger.Header:
    return ledger.Header(row.no, row.day, row.act, row.version, row.audience, row.body)


def _signer(note: str) -> Vkey:
    """The newest key that signed this note."""
    signed = read_note(note)
    for row in reversed(public.keys_since()):
        held = Vkey.parse(row.vkey)
        if signed.signed_by(held):
            return held
    raise Http404
