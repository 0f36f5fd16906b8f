"""Every read that a face needs. Each says how many queries it makes, and none of them grows with what it shows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from django.db import connections
from django.db.models import BigIntegerField, Exists, Max, OuterRef, QuerySet, Subquery, Value

from amana.store import models, sight
from amana.store.sight import Reader
from amana.values.audiences import AUDIENCES

OfResolution = TypeVar("OfResolution", models.Text, models.Paragraph, models.Finding)
SOME = 400


def database_name(using: str = "default") -> str:
    """Which database this is, for caches: tests use several."""
    return str(connections[using].settings_dict["NAME"])


def tables_of_the_record() -> frozenset[str]:
    """The names of the tables that the record writes, and nothing else. No query."""
    return frozenset(table._meta.db_table for table in (*models.RECORD, *models.SHADOW))


def last_fact_entry(using: str = "default") -> int:
    """The entry that wrote the newest fact; 0 before any. One query."""
    return int(models.Fact.objects.using(using).aggregate(top=Max("id"))["top"] or 0)


def time_zone(using: str = "default") -> str:
    """The organization's time zone as the newest profile says; '' before any. One query."""
    row = models.Fact.objects.using(using).filter(kind="profile", gone=False).order_by("-id").first()
    return str(json.loads(row.content).get("time_zone", "")) if row else ""


def facts(audiences: Sequence[str], using: str = "default") -> QuerySet[models.Fact]:
    """The latest version of every standing fact these audiences may see, in order of entry. One query."""
    return sight.facts_for(audiences).using(using).order_by("id")


def latest_facts(using: str = "default") -> dict[tuple[str, str], models.Fact]:
    """Every standing fact by kind and key. One query."""
    return {(row.kind, row.key): row for row in facts(AUDIENCES, using)}


def resolutions(audiences: Sequence[str] = AUDIENCES, using: str = "default") -> list[models.Resolution]:
    """Every resolution in the version these audiences may see; for the house the latest. One query."""
    return list(sight.resolutions_for(audiences).using(using).order_by("id"))


def by_entry(
    table: type[OfResolution], entries: Sequence[int], using: str = "default"
) -> dict[tuple[int, str], list[OfResolution]]:
    """Rows of resolutions by (entry, resolution). A query for each 400 entries."""
    found: dict[tuple[int, str], list[OfResolution]] = {}
    for at in range(0, len(entries), SOME):
        rows: QuerySet[Any] = table._default_manager.using(using).filter(entry__in=entries[at : at + SOME])
        for row in rows.order_by("id"):
            found.setdefault((row.entry, row.resolution), []).append(row)
    return found


def audiences_of(kind: str, using: str = "default") -> Mapping[str, str]:
    """Key → the audience its latest release gave it. One query."""
    rows = models.Release.objects.using(using).filter(kind=kind).order_by("id")
    return dict(rows.values_list("key", "audience"))


# the record


def head(using: str = "default") -> tuple[int, str]:
    """How many entries there are, and the tree's edge in hex. One query."""
    row = models.Head.objects.using(using).filter(id=1).first()
    return (row.size, row.edge) if row else (0, "")


def entries(before: int | None, count: int, using: str = "default") -> list[models.Entry]:
    """`count` entries, newest first, those before a number. One query."""
    rows = models.Entry.objects.using(using).order_by("-no")
    return list((rows.filter(no__lt=before) if before else rows)[:count])


NEAR = 5_000
"""So many entries back from the newest are looked through for some that a reader may see: it never grows."""


def entries_told(reader: Reader, count: int) -> dict[models.Entry, dict[str, Any]]:
    """The newest `count` entries whose bodies this reader may see, with these, among the last 5,000. One query."""
    size = Subquery(models.Head.objects.filter(id=1).values("size")[:1], output_field=BigIntegerField())
    body = Subquery(models.Body.objects.filter(no=OuterRef("no")).values("body")[:1])
    rows = models.Entry.objects.filter(no__gt=size - Value(NEAR), audience__in=reader.audiences).annotate(said=body)
    return {row: json.loads(row.said) for row in rows.filter(said__isnull=False).order_by("-no")[:count]}


def entry(no: int) -> models.Entry | None:
    """One entry's header. One query."""
    return models.Entry.objects.filter(no=no).first()


def bodies(reader: Reader, numbers: Iterable[int]) -> dict[int, dict[str, Any]]:
    """Number → envelope of those entries whose body this reader may see. One query."""
    return {row.no: json.loads(row.body) for row in sight.bodies(reader).filter(no__in=list(numbers))}


def body(reader: Reader, no: int) -> models.Body | None:
    """One body with its salt, where this reader may see it. One query."""
    return sight.bodies(reader).filter(no=no).first()


def checkpoint(using: str = "default") -> models.Checkpoint | None:
    """The newest signed checkpoint. One query."""
    return models.Checkpoint.objects.using(using).order_by("-size").first()


def root(using: str = "default") -> str:
    """The root of the record at its newest checkpoint, in hex; '' before any. Until it changes no row does. One query."""
    return models.Checkpoint.objects.using(using).order_by("-size").values_list("root", flat=True).first() or ""


def nodes(names: Iterable[tuple[int, int]], using: str = "default") -> dict[tuple[int, int], bytes]:
    """The hashes of complete subtrees by (level, index). One query."""
    ids = {level << 48 | index: (level, index) for level, index in names}
    rows = models.Node.objects.using(using).filter(id__in=ids).values_list("id", "hash")
    return {ids[id_]: bytes.fromhex(digest) for id_, digest in rows}


def keys(using: str = "default") -> list[tuple[int, str]]:
    """Every key of the record: the entry that announced it, and its text. One query."""
    return list(models.Key.objects.using(using).order_by("id").values_list("entry", "vkey"))


def headers(using: str = "default") -> Iterator[models.Entry]:
    """Every entry's header in order, streamed. One query."""
    yield from models.Entry.objects.using(using).order_by("no").iterator(chunk_size=1000)


def bodies_in_order(audiences: Sequence[str], using: str = "default") -> Iterator[models.Body]:
    """Every body these audiences may see, in order, streamed. One query."""
    allowed = models.Entry.objects.using(using).filter(no=OuterRef("no"), audience__in=audiences)
    rows = models.Body.objects.using(using)
    rows = rows.all() if set(audiences) >= set(AUDIENCES) else rows.filter(Exists(allowed))
    yield from rows.order_by("no").iterator(chunk_size=1000)


def erased(using: str = "default") -> frozenset[int]:
    """The entries whose bodies are gone for everybody. One query."""
    return frozenset(models.Erasure.objects.using(using).values_list("no", flat=True))


def checkpoints(using: str = "default") -> Iterator[str]:
    """Every signed checkpoint in the order of sizes, streamed. One query."""
    yield from models.Checkpoint.objects.using(using).order_by("size").values_list("note", flat=True).iterator()


def file_kept(sha256: str, subject: str) -> bool:
    """Whether these bytes are kept for this subject already. One query."""
    return models.File.objects.filter(sha256=sha256, subject=subject).exists()


# people


def reader_of(user: Any) -> Reader:
    """Who reads: the roles a signed-in person holds now, by the record. One query; none for a visitor."""
    if not getattr(user, "is_authenticated", False):
        return sight.VISITOR
    held: dict[tuple[str, str], bool] = {}
    for row in models.Grant.objects.filter(person=user.person).order_by("id"):
        held[row.role, row.party] = not row.gone
    roles = frozenset(role for role, stands in held.items() if stands)
    return Reader(user.person, roles, user.name)


def roles_held() -> dict[str, list[str]]:
    """Person → the roles held now, with the party in brackets where there is one. One query."""
    held: dict[tuple[str, str, str], bool] = {}
    for row in models.Grant.objects.order_by("id"):
        held[row.person, row.role, row.party] = not row.gone
    found: dict[str, list[str]] = {}
    for (person, role, party), stands in held.items():
        if stands:
            found.setdefault(person, []).append(f"{role} ({party})" if party else role)
    return found
