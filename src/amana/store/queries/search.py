"""What is found: documents that have every word asked for, best rank first and newest first within it, never too many.

Where none has them all, `some` finds those that have most of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
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
_SERIAL = re.compile(r"(\d+/\d+)-\D.*")
COMMON, WEIGHED, SEVERAL = 400, 4, 100
"""Up to how many documents a word is counted in; how many words are weighed against each other; hits of a rank then."""

Terms = tuple[tuple[str, ...], ...]
"""Words of which each must be there, in one of the forms it may have."""


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


def shortened(symbol: str) -> str:
    """Number and session of a symbol without its series, as documents also cite it; '' where there is no series.

    >>> shortened("13/5-P(IS)"), shortened("LC/C.4/RES/1")
    ('13/5', '')
    """
    found = _SERIAL.fullmatch(symbol)
    return found[1] if found else ""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for: `words` as `values.stemming.asked` gives them, `symbols` in normal form (any of them).

    `either`: other wordings of the whole question, one of which is enough. `since` and `until` are years, both within;
    0 leaves it open.
    """

    words: Terms = ()
    either: tuple[Terms, ...] = ()
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
    wordings = [w for w in (question.words, *question.either) if w]
    found: list[Candidate] = []
    more = False
    for rank in _ranks(question):
        few = _of_rank(rank, _Match(wordings, list(_limits(question)), _not(reader)), _days(question, day), using)
        more = more or len(few) > MOST[rank]
        found += few[: MOST[rank]]
    return Found(tuple(found), more)


def some(reader: Reader, question: Question, day: date | None = None, using: str = "default") -> Found:
    """The documents that have most of the words asked for, those with more of them first; the words that few have count.

    At most twenty-two queries, each of them bounded; for what `find` does not find.
    """
    rare = rarity(reader, question.words, using)
    words = sorted((w for w in question.words if rare[w]), key=lambda w: (rare[w], -len(w[0])))[:WEIGHED]
    steps = dict.fromkeys((len(words), len(words) - 1, len(words) // 2, 1))
    for least in steps:
        of_these = words if least > 1 else [w for w in words if rare[w] < COMMON] or words
        wordings = list(combinations(of_these, least)) if least > 0 else []
        match = _Match(wordings, list(_limits(question)), _not(reader))
        tried = [_of_rank(rank, match, _days(question, day), using, SEVERAL) for rank in _ranks(question) if wordings]
        found = [one for few in tried for one in few[:SEVERAL]]
        if found:
            more = any(len(few) > SEVERAL for few in tried)
            return Found(tuple(_most_words_first(found, words, using)), more)
    return Found()


def _most_words_first(found: Sequence[Candidate], words: Iterable[tuple[str, ...]], using: str) -> list[Candidate]:
    rows = models.Document.objects.using(using).filter(id__in=[one.id for one in found]).values_list("id", "stems")
    stems = {id_: frozenset(said.split()) for id_, said in rows}
    several = list(words)
    met = {id_: sum(not said.isdisjoint(word) for word in several) for id_, said in stems.items()}
    return sorted(found, key=lambda one: (-met.get(one.id, 0), one.id))


def rarity(reader: Reader, words: Iterable[tuple[str, ...]], using: str = "default") -> dict[tuple[str, ...], int]:
    """In how many documents that this reader may see each word stands, counted up to COMMON. One query."""
    every = list(dict.fromkeys(words))
    if not every:
        return {}
    connection = connections[using]
    lite = connection.vendor == "sqlite"
    one = _COUNTED_SQLITE if lite else _COUNTED_POSTGRESQL
    sql = " UNION ALL ".join(one.format(number=number, most=COMMON) for number in range(len(every)))
    matches = [_Match([(word,)], [], _not(reader)) for word in every]
    with connection.cursor() as cursor:
        cursor.execute(sql, [match.fts() if lite else match.tsquery() for match in matches])
        return {every[number]: count for number, count in cursor.fetchall()}


def _not(reader: Reader) -> str:
    """The word of the documents that this reader must not see."""
    return hidden(4 if reader.is_staff else 2 if reader.roles else 1)


def _ranks(question: Question) -> Sequence[str]:
    """The ranks in which something can be found."""
    if not question.words:
        return ("name", "title")
    return _RANKS_OF.get(question.kind, RANKS[:1] if question.kind else RANKS)


def _limits(question: Question) -> Iterator[tuple[str, ...]]:
    """One of each of these must be there, whatever the words."""
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


@dataclass(frozen=True, slots=True)
class _Match:
    """All words of one of the wordings, within the limits, and not what the reader must not see."""

    wordings: Sequence[Sequence[tuple[str, ...]]]
    limits: Sequence[tuple[str, ...]]
    not_his: str

    def fts(self) -> str:
        """In the language of FTS5; every word stands in quotes."""
        either = " OR ".join(f"({_all(wording, ' AND ', ' OR ', chr(34))})" for wording in self.wordings)
        parts = [f"({either})"] if either else []
        parts += [_all(self.limits, " AND ", " OR ", '"')] if self.limits else []
        return f'({" AND ".join(parts)}) NOT "{self.not_his}"'

    def tsquery(self, *more: tuple[str, ...]) -> str:
        """In the language of tsquery; every word stands in quotes."""
        either = " | ".join(f"({_all(wording, ' & ', ' | ', chr(39))})" for wording in self.wordings)
        parts = [f"({either})"] if either else []
        parts += [_all([*self.limits, *more], " & ", " | ", "'")] if (*self.limits, *more) else []
        return f"{' & '.join(parts)} & !'{self.not_his}'"


def _all(terms: Iterable[tuple[str, ...]], every: str, either: str, quote: str) -> str:
    return every.join("(" + either.join(f"{quote}{one}{quote}" for one in several) + ")" for several in terms)


def _of_rank(rank: str, match: _Match, days: tuple[int, int], using: str, most: int = 0) -> list[Candidate]:
    """The documents of a rank, one more than are looked at where there are more."""
    low, high = order(rank, days[1], 0), order(rank, days[0], (1 << _DAY) - 1)
    connection = connections[using]
    if connection.vendor == "sqlite":
        said, sql = match.fts(), _SQLITE
    else:
        said, sql = match.tsquery((facet("rank", rank),)), _POSTGRESQL
    with connection.cursor() as cursor:
        cursor.execute(sql, [said, low, high, (most or MOST[rank]) + 1])
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
_COUNTED_SQLITE = (
    "SELECT {number}, count(*) FROM (SELECT rowid FROM store_search WHERE store_search MATCH %s LIMIT {most}) n{number}"
)
_COUNTED_POSTGRESQL = """
SELECT {number}, count(*) FROM (
  SELECT id FROM store_document WHERE array_to_tsvector(string_to_array(stems, ' ')) @@ %s::tsquery LIMIT {most}
) n{number}"""


# what is shown of it


@dataclass(frozen=True, slots=True)
class Shown:
    """The rows behind the hits of a page, as the reader may see them now."""

    decisions: Mapping[str, models.Resolution]
    paragraphs: Mapping[int, models.Paragraph]
    mandates: Mapping[int, models.Mandate]


_OF_A_DECISION = ("key", "entry", "symbol", "session", "adopted", "title", "subjects")


def rows_of(reader: Reader, candidates: Iterable[Candidate]) -> Shown:
    """The rows of a page's hits: decisions by id, paragraphs and mandates by row. At most three queries."""
    every = list(candidates)
    keys = {c.key for c in every if c.kind == "decision"}
    paragraphs = {c.row for c in every if c.kind == "decision" and c.part}
    mandates = {c.row for c in every if c.kind == "mandate"}
    decisions = {r.key: r for r in sight.resolutions(reader).filter(key__in=keys).only(*_OF_A_DECISION)} if keys else {}
    held = models.Paragraph.objects.filter(id__in=paragraphs).only("key", "entry", "place", "texts", "labels")
    told = {p.id: p for p in held} if paragraphs else {}
    entries = {row.entry for row in decisions.values()}
    return Shown(
        decisions,
        {id_: p for id_, p in told.items() if p.entry in entries},
        {m.id: m for m in models.Mandate.objects.filter(id__in=mandates)} if mandates else {},
    )
