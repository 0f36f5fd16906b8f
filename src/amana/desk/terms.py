"""A word looked up while one reads: the term base, its names, and the house's own adopted texts with their other languages beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from amana.clerk import looking_up
from amana.desk.gate import desk
from amana.pages.reading import Reading, reading_of
from amana.publish import tbx, tmx
from amana.publish.translators import Concept, Entry, Term
from amana.store.queries import search as store
from amana.store.queries import versions
from amana.values.stemming import asked

LONGEST, SHOWN = 120, 12
TMX, TBX = "application/x-tmx+xml", "application/x-tbx+xml"


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph of an adopted text, in the language in which it was found first, then in the others."""

    symbol: str
    key: str
    place: str
    adopted: str
    texts: tuple[tuple[str, str], ...]


@desk()
@require_safe
def look_up(request: HttpRequest) -> HttpResponse:
    """What the house says for a word: terms, its own names, then adopted paragraphs, newest first. At most four queries."""
    reading = reading_of(request)
    words = " ".join(request.GET.get("q", "")[:LONGEST].split())
    org = reading.organization
    context = {
        "q": words,
        "terms": list(looking_up.terms(org, words)) if words else [],
        "names": looking_up.names(org, words) if words else (),
        "hits": list(_hits(reading, words)) if words else [],
        "order": org.profile.languages,
    }
    return render(request, "desk/terms.html", context)


def _hits(reading: Reading, words: str) -> Iterator[Hit]:
    question = store.Question(words=tuple(asked(words)), kind="decision")
    found = store.find(reading.reader, question)
    several = [c for c in found.candidates if c.part][: SHOWN * 3]
    rows = store.rows_of(reading.reader, several)
    seen: set[int] = set()
    for one in several:
        paragraph, decision = rows.paragraphs.get(one.row), rows.decisions.get(one.key)
        if paragraph is None or decision is None or one.row in seen or len(seen) == SHOWN:
            continue
        seen.add(one.row)
        order = sorted(paragraph.texts, key=lambda x, first=one.language: (x != first, x))  # type: ignore[misc]
        texts = tuple((x, paragraph.texts[x]) for x in order)
        yield Hit(decision.symbol, decision.key, paragraph.place, decision.adopted, texts)


@desk()
@require_safe
def memory(request: HttpRequest) -> HttpResponseBase:
    """The translation memory: every paragraph of adopted texts that this reader may see, in its languages, as TMX."""
    entries = (
        Entry(
            row.key,
            row.texts,
            properties={"symbol": decision.symbol, "session": decision.session, "adopted": decision.adopted},
        )
        for decision, row in versions.memory(reading_of(request).reader)
        if len(row.texts) > 1
    )
    return _given(tmx.memory(entries, "*all*"), TMX, "memory.tmx")


@desk()
@require_safe
def term_base(request: HttpRequest) -> HttpResponseBase:
    """The term base as TBX. No query of its own."""
    org = reading_of(request).organization
    concepts = (
        Concept(entry.id, [Term(x, term, "preferred") for x, term in entry.words.items()], note=entry.note)
        for entry in org.terms_base
    )
    return _given(tbx.terms(concepts, org.profile.names.best("en")), TBX, "terms.tbx")


def _given(pieces: Iterator[bytes], media_type: str, name: str) -> HttpResponseBase:
    response = StreamingHttpResponse(pieces, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
