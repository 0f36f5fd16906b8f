"""The index follows the record: what an entry touched is indexed anew in its transaction, or all of it from the rows."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db import connections, transaction

from amana.acts import documents
from amana.acts.documents import Made, thing_of
from amana.store import models
from amana.store.models.record import Version
from amana.values.codec import from_plain

EDITION = 3
"""Raised where stems or documents are made otherwise: the next opening of the house then makes the index anew."""
SOME = 400
Told = Callable[[int, int], None]
Row = TypeVar("Row", bound=Version)


@dataclass(slots=True)
class Touched:
    """What is to be indexed anew: facts by kind and key, resolutions and mandates by id."""

    facts: set[tuple[str, str]] = field(default_factory=set)
    resolutions: set[str] = field(default_factory=set)
    mandates: set[str] = field(default_factory=set)

    def add(self, rows: Iterable[Version]) -> None:
        """What these rows touch."""
        for row in rows:
            match row:
                case models.Fact() if row.kind in documents.FACTS:
                    self.facts.add((row.kind, row.key))
                case models.Resolution():
                    self.resolutions.add(row.key)
                case models.Release(kind="resolution"):
                    self.resolutions.add(row.key)
                case models.Release(kind="mandate"):
                    self.mandates.add(row.key)

    def __bool__(self) -> bool:
        return bool(self.facts or self.resolutions or self.mandates)


def touched_by(rows: Iterable[Version], erased: Sequence[int], using: str) -> Touched:
    """What new rows touch, and what the rows of entries touch that are to be erased: asked before they are gone."""
    touched = Touched()
    touched.add(rows)
    if erased:
        for table in (models.Fact, models.Resolution, models.Release):
            touched.add(table._base_manager.using(using).filter(entry__in=erased))
        mandates = models.Step.objects.using(using).filter(entry__in=erased).values_list("mandate", flat=True)
        rewritten = models.Mandate.objects.using(using).filter(entry__in=erased).values_list("key", flat=True)
        touched.mandates.update((*mandates, *rewritten))
    return touched


def follow(touched: Touched, using: str) -> None:
    """Index anew what was touched, in the caller's transaction."""
    if not touched:
        return
    from_organs = {key for kind, key in touched.facts if kind == "organ"}
    if from_organs:
        touched.facts |= {("session", row.key) for row, fact in _sessions(using) if fact.organ in from_organs}
    subjects = sorted(key for kind, key in touched.facts if kind == "subject")
    if subjects:
        touched.resolutions |= set(_of(models.Subject, "subject", subjects, using).values_list("resolution", flat=True))
    if touched.resolutions:
        of_these = _of(models.Mandate, "resolution", sorted(touched.resolutions), using)
        touched.mandates |= set(of_these.values_list("key", flat=True))
    things = [thing_of(kind, key) for kind, key in touched.facts]
    things += [thing_of("resolution", key) for key in touched.resolutions]
    things += [thing_of("mandate", key) for key in touched.mandates]
    _forget(things, using)
    made = [*_of_facts(touched.facts, using)]
    for keys in _chunks(sorted(touched.resolutions)):
        made += _of_resolutions(keys, using)
    for keys in _chunks(sorted(touched.mandates)):
        made += _of_mandates(keys, using)
    _insert(made, using)


def rebuild(using: str = "default", told: Told | None = None) -> int:
    """Make the whole index anew from the rows, in one transaction; how many documents it has."""
    with transaction.atomic(using=using):
        _empty(using)
        facts = models.Fact.objects.using(using).filter(kind__in=documents.FACTS)
        _insert(_of_facts(set(facts.values_list("kind", "key").distinct()), using), using)
        resolutions = sorted(set(models.Resolution.objects.using(using).values_list("key", flat=True)))
        for done, keys in enumerate(_chunks(resolutions), 1):
            _insert(_of_resolutions(keys, using), using)
            if told:
                told(min(done * SOME, len(resolutions)), len(resolutions))
        mandates = models.Release.objects.using(using).filter(kind="mandate").values_list("key", flat=True)
        for keys in _chunks(sorted(set(mandates))):
            _insert(_of_mandates(keys, using), using)
        models.Indexed.objects.using(using).update_or_create(id=1, defaults={"edition": EDITION})
        _tidy(using)
    return models.Document.objects.using(using).count()


def bring_in_step(using: str = "default", told: Told | None = None) -> None:
    """Make the index where there is none, or one that was made otherwise."""
    state = models.Indexed.objects.using(using).filter(id=1).first()
    if state is None or state.edition != EDITION:
        rebuild(using, told)


# from rows to documents


def _of_facts(names: set[tuple[str, str]], using: str) -> Iterator[Made]:
    versions: dict[tuple[str, str], list[models.Fact]] = defaultdict(list)
    for keys in _chunks(sorted({key for _, key in names})):
        for row in _of(models.Fact, "key", keys, using).filter(kind__in=documents.FACTS).order_by("id"):
            if (row.kind, row.key) in names:
                versions[row.kind, row.key].append(row)
    shown = [(row, _value(row), seen) for rows in versions.values() for row, seen in documents.facts_shown(rows)]
    organs = _told("organ", {fact.organ for row, fact, _ in shown if row.kind == "session"}, using)
    for row, fact, seen in shown:
        yield from documents.of_fact(row, fact, seen, organs)


def _told(kind: str, keys: set[str], using: str) -> dict[str, Any]:
    """Facts of a kind by id, as everybody is told."""
    rows = _of(models.Fact, "key", sorted(keys), using).filter(kind=kind, held=False).order_by("id") if keys else ()
    latest = {row.key: row for row in rows}
    return {key: _value(row) for key, row in latest.items() if not row.gone and row.audience == "public"}


def _sessions(using: str) -> Iterator[tuple[models.Fact, Any]]:
    latest = {row.key: row for row in models.Fact.objects.using(using).filter(kind="session").order_by("id")}
    yield from ((row, _value(row)) for row in latest.values() if not row.gone)


def _value(row: models.Fact) -> Any:
    return from_plain(documents.VALUES[row.kind], json.loads(row.content))


def _of_resolutions(keys: Sequence[str], using: str) -> Iterator[Made]:
    versions = _by_key(_of(models.Resolution, "key", keys, using))
    released = _released("resolution", keys, using)
    entries = {row.entry for key, rows in versions.items() for row, _ in documents.shown(rows, released.get(key))}
    paragraphs: dict[str, dict[int, list[models.Paragraph]]] = defaultdict(lambda: defaultdict(list))
    for paragraph in _of(models.Paragraph, "resolution", keys, using).filter(entry__in=entries).order_by("id"):
        paragraphs[paragraph.resolution][paragraph.entry].append(paragraph)
    subjects = _told("subject", {one for rows in versions.values() for row in rows for one in row.subjects}, using)
    for key, rows in versions.items():
        yield from documents.of_resolution(rows, released.get(key), paragraphs[key], subjects)


def _of_mandates(keys: Sequence[str], using: str) -> Iterator[Made]:
    versions = _by_key(_of(models.Mandate, "key", keys, using))
    released = _released("mandate", keys, using)
    resolutions = _released("resolution", sorted({rows[-1].resolution for rows in versions.values()}), using)
    steps: dict[str, list[models.Step]] = defaultdict(list)
    for step in _of(models.Step, "mandate", keys, using).order_by("id"):
        steps[step.mandate].append(step)
    for key, rows in versions.items():
        yield from documents.of_mandate(rows, released.get(key), resolutions.get(rows[-1].resolution), steps[key])


def _released(kind: str, keys: Sequence[str], using: str) -> dict[str, models.Release]:
    return {row.key: row for row in _of(models.Release, "key", keys, using).filter(kind=kind).order_by("id")}


def _by_key(rows: Any) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows.order_by("id"):
        found[row.key].append(row)
    return found


def _of(table: type[Row], column: str, keys: Sequence[str], using: str) -> Any:
    return table._base_manager.using(using).filter(**{f"{column}__in": keys})


def _chunks(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    yield from (keys[at : at + SOME] for at in range(0, len(keys), SOME))


# the table

_COLUMNS = tuple(column.attname for column in models.Document._meta.concrete_fields)
_NAMED = '"' + '", "'.join(_COLUMNS) + '"'
_INSERT = f"INSERT INTO store_document ({_NAMED}) VALUES ({', '.join('%s' for _ in _COLUMNS)})"


def _insert(made: Iterable[Made], using: str) -> None:
    """Number the documents and keep them, in their order: the full-text index wants them so."""
    every = list(made)
    if not every:
        return
    state, _ = models.Indexed.objects.using(using).get_or_create(id=1)
    numbered = [one.numbered(number) for number, one in enumerate(every, state.last + 1)]
    models.Indexed.objects.using(using).filter(id=1).update(last=state.last + len(every))
    numbered.sort(key=lambda document: document.id)
    with connections[using].cursor() as cursor:  # one statement, however many: SQLite takes few values in one INSERT
        cursor.executemany(_INSERT, [[getattr(document, column) for column in _COLUMNS] for document in numbered])


def _forget(things: Sequence[str], using: str) -> None:
    for some in _chunks(things):
        models.Document.objects.using(using).filter(thing__in=some).delete()


def _empty(using: str) -> None:
    """Forget every document at once, without asking the full-text index for each."""
    connection = connections[using]
    if connection.vendor != "sqlite":
        models.Document.objects.using(using).all().delete()
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'store_document_lost'")
        (trigger,) = cursor.fetchone()
        cursor.execute("DROP TRIGGER store_document_lost")
        models.Document.objects.using(using).all().delete()
        cursor.execute("INSERT INTO store_search(store_search) VALUES ('delete-all')")
        cursor.execute(trigger)


def _tidy(using: str) -> None:
    connection = connections[using]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO store_search(store_search) VALUES ('optimize')")
