"""Search: what bears every word asked for, best first, with the piece in which the words stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.http import HttpRequest
from ninja import Field, Query, Router

from amana.api import shapes
from amana.api.asking import Asked, Number, Paged, cursor, one_of, read_cursor, whole
from amana.api.shapes import Days, Json, Said, Strict, listed
from amana.charter.persons import persons_of
from amana.pages.middleware import LANGUAGES
from amana.pages.templatetags.names import organ_words, party_words, session_title
from amana.store.queries import search as store
from amana.store.queries.search import Candidate, Shown
from amana.values import symbols
from amana.values.problems import Problem
from amana.values.snippets import snippet
from amana.values.stemming import asked as stems_of
from amana.values.stemming import wanted
from amana.values.words import Words

router = Router(tags=["questions"])
LONGEST, PIECES = 200, 2
PLACES = {
    "decision": ("decisions", "portal:decision"),
    "mandate": ("mandates", "portal:mandate"),
    "party": ("parties", "portal:member"),
    "person": ("persons", "portal:person"),
    "organ": ("organs", "portal:organ"),
    "session": ("sessions", "portal:session"),
    "subject": ("subjects", "portal:subject"),
    "source": ("sources", "portal:source"),
    "programme": ("programmes", "portal:programme"),
    "area": ("programmes", "portal:programme"),
    "goal": ("programmes", "portal:programme"),
    "partner": ("partners", "portal:partner"),
    "event": ("partners", "portal:partner"),
    "group": ("groups", "portal:group"),
}
"""Kind → its list here, and its page."""
KINDS = ("decision", "party", "person", "organ", "session", "mandate", "programme", "relations", "subject", "source")


class Piece(Strict):
    """A run of a text; `marked` where it is a word that was asked for."""

    text: str
    marked: bool


class Extract(Strict):
    """The piece of a paragraph in which the words stand."""

    language: str
    place: str
    pieces: list[Piece]


class Hit(Strict):
    """One thing that was found."""

    id: str
    kind: str
    part: str = Field(description="Within it: an area, a goal, an event; else empty")
    self: str
    url: str | None
    name: Said
    symbol: str
    adopted: Days | None
    extracts: list[Extract]


class Search(Paged):
    """What is looked for."""

    q: str = Field("", description="Words in ar, en, fr or id, or a symbol in any printed form")
    kind: str = Field("", description=", ".join(KINDS))
    found_in: str = Field("", description="The language in which the words must stand")
    organ: str = ""
    since: Number = Field("", description="Not before this year")
    until: Number = Field("", description="Not after this year")


@router.get("/search", response=listed(Hit, "SearchAnswer", "What was found.", next=str | None, more=bool))
def search(request: HttpRequest, query: Query[Search]) -> Json:
    """What bears every word of `q`; `more`: there is more than was looked at. Seventeen queries at most."""
    faults = [
        *(() if query.q.strip() else [Problem("api-no-question", {"name": "q"})]),
        *one_of("kind", query.kind, KINDS),
        *one_of("found_in", query.found_in, LANGUAGES),
        *whole("since", query.since, 1, 9999),
        *whole("until", query.until, 1, 9999),
    ]
    asked = Asked(request, query, faults)
    start = int(read_cursor(asked.cursor, 1)[0]) if asked.cursor else 0
    found, more = _found(asked, query)
    page = list(found.values())[start : start + asked.limit]
    rows = store.rows_of(asked.reader, (one for several in page for one in several))
    stems = wanted(stems_of(query.q[:LONGEST]))
    items = [hit for several in page if (hit := _hit(asked, several, rows, stems)) is not None]
    following = cursor(start + asked.limit) if len(found) > start + asked.limit else None
    return asked.list_of("search", asked.url("portal:search"), items, next=following, more=more)


def _found(asked: Asked, query: Search) -> tuple[dict[tuple[str, str, str], list[Candidate]], bool]:
    """The things found, those that bear a symbol in the question first, each with its documents."""
    text = query.q[:LONGEST]
    named = symbols.find(text, asked.organization.patterns) or symbols.find(text.upper(), asked.organization.patterns)
    bearing = tuple(dict.fromkeys(s for one in named for s in (one.symbol, *one.alternatives)))
    since, until = int(query.since or 0), int(query.until or 0)
    limits: dict[str, Any] = {"kind": query.kind, "language": query.found_in, "organ": query.organ}
    limits |= {"since": since, "until": until}
    every: list[Candidate] = []
    if bearing:
        every += store.find(asked.reader, store.Question(symbols=bearing, **limits), asked.reading.as_of).candidates
    by_words = store.find(asked.reader, store.Question(words=tuple(stems_of(text)), **limits), asked.reading.as_of)
    things: dict[tuple[str, str, str], list[Candidate]] = {}
    for one in (*every, *by_words.candidates):
        part = one.part if one.kind in ("area", "goal", "event") else ""
        things.setdefault((one.kind, one.key, part), []).append(one)
    return things, by_words.more


def _hit(asked: Asked, several: list[Candidate], rows: Shown, stems: frozenset[str]) -> Json:
    """One thing as JSON; None where this reader may not see it now."""
    first = several[0]
    row = rows.decisions.get(first.key) if first.kind == "decision" else None
    name = Words(row.title) if row else _name(asked, first, rows)
    if name is None:
        return None
    list_, page = PLACES[first.kind]
    return {
        "id": first.key,
        "kind": first.kind,
        "part": first.part if first.kind in ("area", "goal", "event") else "",
        "self": asked.own(f"{list_}/{first.key}"),
        "url": asked.url(page, first.key),
        "name": shapes.said(name, asked),
        "symbol": row.symbol if row else "",
        "adopted": shapes.days(row.adopted, None, asked.equated) if row else None,
        "extracts": list(_extracts(several, rows, stems)) if row else [],
    }


def _extracts(several: Iterable[Candidate], rows: Shown, stems: frozenset[str]) -> Iterator[Json]:
    told: set[int] = set()
    for one in several:
        paragraph = rows.paragraphs.get(one.row)
        if paragraph is None or one.row in told or len(told) == PIECES:
            continue
        told.add(one.row)
        pieces = snippet(paragraph.texts.get(one.language, ""), stems, one.language)
        runs = [{"text": piece.text, "marked": piece.marked} for piece in pieces]
        yield {"language": one.language, "place": paragraph.place, "pieces": runs}


def _name(asked: Asked, one: Candidate, rows: Shown) -> Words | None:
    """What a thing is called; None where it is not there for this reader."""
    org, reading = asked.organization, asked.reading
    if one.kind == "mandate":
        return Words(rows.mandates[one.row].words) if one.row in rows.mandates else None
    calls: Mapping[str, Any] = {
        "party": lambda: party_words(reading, one.key) if one.key in org.parties_by_id else None,
        "organ": lambda: organ_words(reading, one.key) if one.key in org.organs_by_id else None,
        "session": lambda: session_title(reading, one.key) if one.key in org.sessions_by_id else None,
        "person": lambda: getattr(persons_of(org.persons, org.terms).get(one.key), "names", None),
        "subject": lambda: getattr(org.subjects_by_id.get(one.key), "words", None),
        "partner": lambda: getattr(org.partners_by_id.get(one.key), "names", None),
        "event": lambda: getattr(org.partners_by_id.get(one.key), "names", None),
        "group": lambda: getattr(org.groups_by_id.get(one.key), "names", None),
        "programme": lambda: getattr(org.programmes_by_id.get(one.key), "title", None),
        "area": lambda: getattr(org.programmes_by_id.get(one.key), "title", None),
        "goal": lambda: getattr(org.programmes_by_id.get(one.key), "title", None),
        "source": lambda: Words(en=one.key) if one.key in org.sources_by_id else None,
    }
    found: Words | None = calls[one.kind]() if one.kind in calls else None
    return found
