"""What changed for a reader since an entry, what was taken back from him, and when things were entered."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from amana.store import models, sight
from amana.store.queries.public import Cursor
from amana.store.sight import Reader

CONTENT_RELEASED = "dispute"
"""The kind of fact that says in its own content whether it was released."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something this reader may see was entered or altered by entry `no`, or, when `deleted`, taken back from him."""

    no: int
    kind: str
    key: str
    deleted: bool = False


def changes(reader: Reader, since: int, count: int, kinds: Collection[str]) -> tuple[list[Change], bool, int]:
    """What changed by entries after `since`, oldest first, about `count`; whether there is more; the last entry told.

    Ten queries at most.

    Entries stay whole: none is divided between two pages. Of a thing that was never this reader's nothing is said.
    """
    facts = list(_facts(since, kinds)[: count + 1])
    releases = list(_releases(since, kinds)[: count + 1])
    versions = list(_versions(reader, since)[: count + 1]) if reader.is_staff else []
    # where a table was cut, only entries up to the last one seen whole are told
    ends = [rows[-1].entry for rows in (facts, releases, versions) if len(rows) > count]
    numbers = sorted({row.entry for row in (*facts, *releases, *versions)})
    until = min(ends, default=numbers[-1] + 1 if numbers else 0)
    told = frozenset([no for no in numbers if no < until] or numbers[:1])
    more = len(told) < len(numbers)
    found = [change for row in facts if row.entry in told for change in _fact(reader, row)]
    found = _standing_now(reader, found)
    found += _released(reader, [row for row in releases if row.entry in told])
    found += [Change(row.entry, "resolution", row.key) for row in versions if row.entry in told]
    return sorted(set(found), key=lambda one: (one.no, one.kind, one.key)), more, max(told, default=since)


def _facts(since: int, kinds: Collection[str]) -> QuerySet[models.Fact]:
    return models.Fact.objects.filter(entry__gt=since, kind__in=list(kinds)).order_by("entry", "id")


def _releases(since: int, kinds: Collection[str]) -> QuerySet[models.Release]:
    return models.Release.objects.filter(entry__gt=since, kind__in=list(kinds)).order_by("entry", "id")


def _versions(reader: Reader, since: int) -> QuerySet[models.Resolution]:
    return sight.resolutions(reader).filter(entry__gt=since).order_by("entry", "id")


def _open(reader: Reader, row: models.Fact) -> bool:
    if row.gone or row.audience not in reader.audiences:
        return False
    return row.kind != CONTENT_RELEASED or reader.is_staff or bool(json.loads(row.content).get("released"))


def _fact(reader: Reader, row: models.Fact) -> Iterable[Change]:
    yield Change(row.entry, row.kind, row.key, deleted=not _open(reader, row))


def _standing_now(reader: Reader, found: list[Change]) -> list[Change]:
    """What is closed to this reader is told as deleted only where an earlier version was open to him. One query."""
    closed = {(one.kind, one.key) for one in found if one.deleted}
    if not closed:
        return found
    seen: dict[tuple[str, str], int] = {}
    rows = models.Fact.objects.filter(kind__in={k for k, _ in closed}, key__in={k for _, k in closed}).order_by("-id")
    for row in rows:
        if (row.kind, row.key) in closed and _open(reader, row):
            seen[row.kind, row.key] = row.entry  # the first that was open: ordered from the newest
    return [one for one in found if not one.deleted or seen.get((one.kind, one.key), one.no) < one.no]


def _released(reader: Reader, rows: list[models.Release]) -> list[Change]:
    if reader.is_staff or not rows:
        return [Change(row.entry, row.kind, row.key) for row in rows if row.kind == "mandate"]
    keys = {row.key for row in rows}
    first: dict[tuple[str, str], int] = {}
    for row in models.Release.objects.filter(key__in=keys, audience__in=reader.audiences).order_by("-id"):
        first[row.kind, row.key] = row.entry
    found = []
    for row in rows:
        if row.audience in reader.audiences:
            found.append(Change(row.entry, row.kind, row.key))
        elif first.get((row.kind, row.key), row.entry) < row.entry:
            found.append(Change(row.entry, row.kind, row.key, deleted=True))
    return _with_mandates(reader, found)


def _with_mandates(reader: Reader, found: list[Change]) -> list[Change]:
    """A mandate stands and falls with its resolution: what is withdrawn takes its released mandates along. Two queries."""
    withdrawn = {one.key: one.no for one in found if one.kind == "resolution"}
    deleted = {one.key for one in found if one.kind == "resolution" and one.deleted}
    if not withdrawn:
        return _without_closed(reader, found)
    owner = dict(
        models.Mandate.objects.filter(resolution__in=withdrawn).order_by("id").values_list("key", "resolution")
    )
    released = sight.last_release("mandate", reader, list(owner))
    taken = [
        Change(withdrawn[owner[key]], "mandate", key, deleted=owner[key] in deleted)
        for key, entry in released.items()
        if entry < withdrawn[owner[key]]
    ]
    return _without_closed(reader, [*found, *taken])


def _without_closed(reader: Reader, found: list[Change]) -> list[Change]:
    """A released mandate of a resolution that never was this reader's is not told of. One query."""
    wanted = [one.key for one in found if one.kind == "mandate" and not one.deleted]
    if not wanted:
        return found
    visible = set(sight.mandates(reader).filter(key__in=wanted).values_list("key", flat=True))
    return [one for one in found if one.kind != "mandate" or one.deleted or one.key in visible]


def withdrawn(reader: Reader, kind: str, key: str) -> models.Release | None:
    """The release by which a thing was taken back from this reader, who could see it before; else None. One query."""
    if reader.is_staff:
        return None
    seen = False
    last: models.Release | None = None
    for row in models.Release.objects.filter(kind=kind, key=key).order_by("id"):
        seen = seen or row.audience in reader.audiences
        last = row
    return last if seen and last is not None and last.audience not in reader.audiences else None


def decisions(
    reader: Reader,
    day: str,
    *,
    organ: str = "",
    session: str = "",
    subject: str = "",
    kind: str = "",
    symbol: str = "",
    held: bool | None = None,
    before: Cursor | None = None,
) -> QuerySet[models.Resolution]:
    """Decisions this reader may see, adopted by `day` (ISO), newest first, after `before` in that order. One query."""
    rows = sight.resolutions(reader).filter(adopted__lte=day)
    for field, value in (("organ", organ), ("session", session), ("kind", kind), ("symbol", symbol)):
        rows = rows.filter(**{field: value}) if value else rows
    if subject:
        under = models.Subject.objects.filter(subject=subject, resolution=OuterRef("key"), entry=OuterRef("entry"))
        rows = rows.filter(Exists(under))
    if held is not None:
        rows = rows.filter(basis="") if held else rows.exclude(basis="")
    if before:
        rows = rows.filter(Q(adopted__lt=before[0]) | Q(adopted=before[0], id__lt=before[1]))
    return rows.order_by("-adopted", "-id")


def released_at(reader: Reader, kind: str, keys: Collection[str]) -> dict[str, tuple[int, str]]:
    """Key → entry and day of the release by which this reader sees it; for the house those of its last version. Two queries."""
    if kind == "resolution" and reader.is_staff:
        rows = models.Resolution.objects.filter(key__in=keys).order_by("id").values_list("key", "entry")
        return _dated(dict(rows))
    return _dated(sight.last_release(kind, reader, list(keys)))


def entered(kind: str, keys: Collection[str]) -> dict[str, tuple[int, str]]:
    """Key → entry and day of the newest version of these facts. Two queries."""
    rows = models.Fact.objects.filter(kind=kind, key__in=keys, gone=False).order_by("id").values_list("key", "entry")
    return _dated(dict(rows))


def _dated(entries: Mapping[str, int]) -> dict[str, tuple[int, str]]:
    days = dict(models.Entry.objects.filter(no__in=set(entries.values())).values_list("no", "day"))
    return {key: (no, days.get(no, "")) for key, no in entries.items()}


def days_of(numbers: Collection[int]) -> dict[int, str]:
    """Number → day of these entries. One query."""
    return dict(models.Entry.objects.filter(no__in=numbers).values_list("no", "day"))


def newest_decisions(
    reader: Reader, day: str, count: int, *, organ: str = "", subject: str = ""
) -> list[tuple[models.Resolution, str]]:
    """Decisions this reader may see, adopted by `day`, by the day of their last release, the newest first. Two queries."""
    releases = models.Release.objects.filter(kind="resolution", audience__in=reader.audiences)
    if organ:
        releases = releases.filter(key__in=models.Resolution.objects.filter(organ=organ).values("key"))
    if subject:
        releases = releases.filter(key__in=models.Subject.objects.filter(subject=subject).values("resolution"))
    released: dict[str, str] = {}
    for key, since in releases.order_by("-id").values_list("key", "since")[: count * 2]:
        released.setdefault(key, since)
    rows = decisions(reader, day, organ=organ, subject=subject).filter(key__in=released)
    order = {key: place for place, key in enumerate(released)}
    found = sorted(rows, key=lambda row: (released[row.key], row.adopted, -order[row.key]), reverse=True)
    return [(row, released[row.key]) for row in found[:count]]


def every_decision(
    reader: Reader, chunk: int = 200
) -> Iterator[list[tuple[models.Resolution, list[models.Paragraph]]]]:
    """All decisions this reader may see with their paragraphs, in chunks, oldest entry first. Two queries a chunk."""
    last = -1
    while True:
        rows = list(sight.resolutions(reader).filter(id__gt=last).order_by("id")[:chunk])
        if not rows:
            return
        last = rows[-1].id
        found: dict[tuple[int, str], list[models.Paragraph]] = {}
        for row in models.Paragraph.objects.filter(entry__in=[row.entry for row in rows]).order_by("order"):
            found.setdefault((row.entry, row.resolution), []).append(row)
        yield [(row, found.get((row.entry, row.key), [])) for row in rows]


def how_many_decisions() -> int:
    """How many versions of decisions are held: a measure of what a whole dump costs. One query."""
    return models.Resolution.objects.count()
