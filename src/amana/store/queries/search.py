"""What is found: documents that have every word asked for, best rank first and newest first within it, never too many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db import connections

from amana.store import models, sight
from amana.store.sight import Reader

RANKS = ("name", "title", "paragraph", "mandate", "source")
"""What counts more stands first: a name before a title, a title before a paragraph."""
SEEN = {"public": 1, "members": 2, "house": 4}
"""The bit of a document that each reader needs."""
MOST = {"name": 300, "title": 300, "paragraph": 500, "mandate": 60, "source": 60}
"""How many documents of a rank are looked at: what is counted is counted among these."""

_DAY, _RANK = 38, 60
_LAST = (1 << _RANK - _DAY) - 1
_RANKS_OF = {"decision": ("title", "paragraph"), "mandate": ("mandate",), "source": ("source",)}
_ODD = re.compile(r"[^\w.:/+-]")


_FAMILIES = {
    "area": "programme",
    "goal": "programme",
    "partner": "relations",
    "event": "relations",
    "group": "relations",
}


def family(kind: str) -> str:
    """The kind among which a reader looks for documents of this kind."""
    return _FAMILIES.get(kind, kind)


def order(rank: str, day: int, number: int) -> int:
    """The id of a document: the lowest is the best, and of one rank the newest; `day` an ordinal, 0 for none.

    They are read upwards because FTS5 of SQLite 3.40 misses rows when it reads an AND of several words downwards.
    """
    return RANKS.index(rank) << _RANK | _LAST - day << _DAY | number


def facet(name: str, value: str) -> str:
    """The word under which documents of one kind, organ, language, symbol or audience stand in the index."""
    return f"={name}={_ODD.sub('_', value.lower())}"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for: `words` as `values.stemming.asked` gives them, `symbols` in normal form (any of them).

    `since` and `until` are years, both within; 0 leaves it open.
    """

    words: tuple[tuple[str, ...], ...] = ()
    symbols: tuple[str, ...] = ()
    kind: str = ""
    language: str = ""
    organ: str = ""
    since: int = 0
    until: int = 0


class Candidate(NamedTuple):
    """A document that was found. `row` is the version it was made from; `year` 0 where it has no day."""

    id: int
    kind: str
    key: str
    part: str
    language: str
    organ: str
    row: int

    @property
    def rank(self) -> str:
        """Why it stands where it stands: the name, title, paragraph, mandate or source that was found."""
        return RANKS[self.id >> _RANK]

    @property
    def year(self) -> int:
        """The year of its day, or 0."""
        day = _LAST - (self.id >> _DAY & _LAST)
        return date.fromordinal(day).year if day else 0


@dataclass(frozen=True, slots=True)
class Found:
    """The documents found, best first; `more`: there are more than were looked at."""

    candidates: tuple[Candidate, ...] = ()
    more: bool = False


def hidden(bit: int) -> str:
    """The word under which documents stand that those of this bit must not see: few do, and few are asked quickly."""
    return facet("hidden", str(bit))


def find(reader: Reader, question: Question, day: date | None = None, using: str = "default") -> Found:
    """The documents that have all that is asked, those this reader may see. At most five queries, whatever is found.

    With `day`, decisions, mandates and events of a later day are left out.
    """
    if not question.words and not question.symbols:
        return Found()
    terms, not_his = list(_terms(question)), hidden(4 if reader.is_staff else 2 if reader.roles else 1)
    found: list[Candidate] = []
    more = False
    for rank in _ranks(question):
        few = _of_rank(rank, terms, not_his, _days(question, day), using)
        more = more or len(few) > MOST[rank]
        found += few[: MOST[rank]]
    return Found(tuple(found), more)


def _ranks(question: Question) -> Sequence[str]:
    """The ranks in which something can be found."""
    if not question.words:
        return ("name", "title")
    return _RANKS_OF.get(question.kind, RANKS[:1] if question.kind else RANKS)


def _terms(question: Question) -> Iterator[tuple[str, ...]]:
    """One of each of these must be there."""
    yield from question.words
    if question.symbols:
        yield tuple(facet("symbol", symbol) for symbol in question.symbols)
    for name, value in (("kind", question.kind), ("organ", question.organ), ("language", question.language)):
        if value:
            yield (facet(name, value),)


def _days(question: Question, day: date | None) -> tuple[int, int]:
    """The days within which it may lie, as ordinals: 0 lets in what has no day."""
    first = date(question.since, 1, 1).toordinal() if question.since else 0
    if question.until and not first:
        first = 1
    last = date(question.until, 12, 31).toordinal() if question.until else _LAST
    return first, min(last, day.toordinal()) if day else last


def _of_rank(
    rank: str, terms: Sequence[tuple[str, ...]], not_his: str, days: tuple[int, int], using: str
) -> list[Candidate]:
    low, high = order(rank, days[1], 0), order(rank, days[0], (1 << _DAY) - 1)
    connection = connections[using]
    if connection.vendor == "sqlite":
        match, sql = f'({_fts(terms)}) NOT "{not_his}"', _SQLITE
    else:
        match, sql = f"{_tsquery([*terms, (facet('rank', rank),)])} & !'{not_his}'", _POSTGRESQL
    with connection.cursor() as cursor:
        cursor.execute(sql, [match, low, high, MOST[rank] + 1])
        return [Candidate(*row) for row in cursor.fetchall()]


_COLUMNS = "d.id, d.kind, d.key, d.part, d.language, d.organ, d.row"
_SQLITE = f"""
SELECT {_COLUMNS} FROM (
  SELECT rowid AS found FROM store_search WHERE store_search MATCH %s AND rowid >= %s AND rowid <= %s
  ORDER BY rowid LIMIT %s
) JOIN store_document d ON d.id = found ORDER BY d.id"""
_POSTGRESQL = f"""
WITH d AS MATERIALIZED (
  SELECT {_COLUMNS} FROM store_document d WHERE array_to_tsvector(string_to_array(stems, ' ')) @@ %s::tsquery
) SELECT {_COLUMNS} FROM d WHERE id >= %s AND id <= %s ORDER BY id LIMIT %s"""


def _fts(terms: Iterable[tuple[str, ...]]) -> str:
    """The same in the language of FTS5; every word stands in quotes."""
    return " AND ".join("(" + " OR ".join(f'"{one}"' for one in several) + ")" for several in terms)


def _tsquery(terms: Iterable[tuple[str, ...]]) -> str:
    """The same in the language of tsquery; every word stands in quotes."""
    return " & ".join("(" + " | ".join(f"'{one}'" for one in several) + ")" for several in terms)


# what is shown of it


@dataclass(frozen=True, slots=True)
class Shown:
    """The rows behind the hits of a page, as the reader may see them now."""

    decisions: Mapping[str, models.Resolution]
    paragraphs: Mapping[int, models.Paragraph]
    mandates: Mapping[int, models.Mandate]


_OF_A_DECISION = ("key", "entry", "symbol", "session", "adopted", "title")


def rows_of(reader: Reader, candidates: Iterable[Candidate]) -> Shown:
    """The rows of a page's hits: decisions by id, paragraphs and mandates by row. At most three queries."""
    every = list(candidates)
    keys = {c.key for c in every if c.kind == "decision"}
    paragraphs = {c.row for c in every if c.kind == "decision" and c.part}
    mandates = {c.row for c in every if c.kind == "mandate"}
    decisions = {r.key: r for r in sight.resolutions(reader).filter(key__in=keys).only(*_OF_A_DECISION)} if keys else {}
    held = models.Paragraph.objects.filter(id__in=paragraphs).only("key", "entry", "texts", "labels")
    told = {p.id: p for p in held} if paragraphs else {}
    entries = {row.entry for row in decisions.values()}
    return Shown(
        decisions,
        {id_: p for id_, p in told.items() if p.entry in entries},
        {m.id: m for m in models.Mandate.objects.filter(id__in=mandates)} if mandates else {},
    )
