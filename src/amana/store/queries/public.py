"""What the public face reads. Each says how many queries it makes, and none of them grows with what it shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from threading import Lock
from typing import Any, TypeVar

from django.db.models import OuterRef, Q, QuerySet, Subquery

from amana.mandates.lifecycle import PublicView, public_view
from amana.store import models, sight
from amana.store.models import Entry as Entry
from amana.store.queries import database_name
from amana.store.sight import Reader as Reader
from amana.values.words import Words

MEMBER = Reader(roles=frozenset({("delegate", "")}))


def outside(reader: Reader) -> Reader:
    """As whom one reads of mandates there: who holds any role, the house too, is told what the members are told."""
    return MEMBER if reader.roles else sight.VISITOR


# decisions


Cursor = tuple[str, int]
"""Where a page of decisions ended: day of adoption and number of the row."""


def decisions(
    reader: Reader, day: date, organ: str = "", session: str = "", *, before: Cursor | None = None
) -> QuerySet[models.Resolution]:
    """Resolutions this reader may see, adopted by `day`, newest first, those after `before` in that order. One query."""
    rows = sight.resolutions(reader).filter(adopted__lte=day.isoformat())
    rows = rows.filter(organ=organ) if organ else rows
    rows = rows.filter(session=session) if session else rows
    if before:
        rows = rows.filter(Q(adopted__lt=before[0]) | Q(adopted=before[0], id__lt=before[1]))
    return rows.order_by("-adopted", "-id")


def for_members(reader: Reader) -> QuerySet[models.Resolution]:
    """Resolutions that the members are told and visitors are not, newest first; none for a visitor. One query."""
    rows = sight.resolutions_for(("members",)) if reader.roles else models.Resolution.objects.none()
    return rows.order_by("-adopted", "-id")


@dataclass(frozen=True, slots=True)
class Whole:
    """A resolution with its texts, paragraphs and files, and everything said of who may see it, oldest first."""

    row: models.Resolution
    texts: Mapping[str, models.Text]
    paragraphs: Sequence[models.Paragraph]
    releases: Sequence[models.Release] = ()
    files: Sequence[models.File] = ()

    @property
    def audience(self) -> str:
        """Who may see it by its latest release."""
        return self.releases[-1].audience if self.releases else "house"


def decision(reader: Reader, key: str) -> Whole | None:
    """One resolution in its latest version, where this reader may see it. Five queries."""
    row = sight.resolutions(reader).filter(key=key).first()
    if row is None:
        return None
    texts = {t.language: t for t in models.Text.objects.filter(resolution=key, entry=row.entry)}
    paragraphs = models.Paragraph.objects.filter(resolution=key, entry=row.entry).order_by("order")
    releases = models.Release.objects.filter(kind="resolution", key=key).order_by("id")
    files = sight.files(reader).filter(subject=key).order_by("id")
    return Whole(row, texts, list(paragraphs), list(releases), list(files))


def by_symbol(reader: Reader, symbols: Iterable[str]) -> dict[str, str]:
    """Normal symbol → id of the resolutions held that bear one of these. One query."""
    wanted = sorted(set(symbols))
    return dict(sight.resolutions(reader).filter(symbol__in=wanted).values_list("symbol", "key")) if wanted else {}


def titled(reader: Reader, keys: Iterable[str]) -> dict[str, models.Resolution]:
    """Resolutions by id, those this reader may see. One query."""
    wanted = sorted(set(keys))
    return {row.key: row for row in sight.resolutions(reader).filter(key__in=wanted)} if wanted else {}


def renewed_by(reader: Reader, key: str) -> list[models.Resolution]:
    """The resolutions that renew this one. One query."""
    links = models.Link.objects.filter(target=key, kind="renews").values("resolution")
    rows = sight.resolutions(reader).filter(key__in=links).order_by("adopted", "id")
    return [row for row in rows if key in row.renews]


# mandates


@dataclass(frozen=True)
class Told:
    """A mandate as it stood at its last release to a reader: its words, its steps and evidence until then."""

    row: models.Mandate
    steps: tuple[models.Step, ...] = ()
    evidence: tuple[models.Evidence, ...] = ()
    released: bool = True
    session: str = ""
    """The session of its resolution, where all are told together."""

    @property
    def key(self) -> str:
        """The mandate's permanent id."""
        return self.row.key

    @property
    def last(self) -> models.Step | None:
        """Its last step."""
        return self.steps[-1] if self.steps else None

    @cached_property
    def view(self) -> PublicView:
        """One of the five words the public is told."""
        if self.last is None:
            return "no_information"
        informed = self.row.kind != "state" or any(
            s.status in ("in_progress", "reported", "closed") for s in self.steps
        )
        return public_view(self.last.status, self.last.outcome or None, informed=informed)

    @property
    def history(self) -> list[tuple[PublicView, models.Step]]:
        """Each change of the public word and each step that says something, oldest first."""
        lines: list[tuple[PublicView, models.Step]] = []
        for at, step in enumerate(self.steps):
            view = Told(self.row, self.steps[: at + 1]).view
            if step.status == "proposed":
                continue
            if step.words or not lines or lines[-1][0] != view:
                lines.append((view, step))
        return lines


DISMISSED = "dismissed"
Mark = tuple[str, ...]
_TURN = Lock()
Row = TypeVar("Row", models.Mandate, models.Step, models.Evidence)


@dataclass(frozen=True, slots=True)
class Released:
    """What was told of one mandate by its last release: every version, step and piece of evidence until then."""

    versions: tuple[models.Mandate, ...]
    steps: tuple[models.Step, ...]
    evidence: tuple[models.Evidence, ...]
    session: str = ""

    def on(self, day: date | None) -> Told | None:
        """The mandate by what stood on a day; None before it was one."""
        versions, steps = _by(self.versions, day), _by(self.steps, day)
        if not versions or not steps or steps[-1].status in (DISMISSED, "proposed"):
            return None
        return Told(versions[-1], steps, _by(self.evidence, day), session=self.session)


def _by(rows: tuple[Row, ...], day: date | None) -> tuple[Row, ...]:
    """Those that held on a day; all of them where none is named."""
    return tuple(row for row in rows if row.since <= day.isoformat()) if day else rows


def mandates(reader: Reader, day: date, using: str = "default") -> tuple[Told, ...]:
    """Every mandate released to this reader by what stood at its release and on `day`, in order of entry.

    Kept per process until something is released: one query where nothing was, six otherwise.
    """
    mark = _mark(using)
    with _TURN:  # several that ask at once wait for one that looks
        return _mandates(database_name(using), mark, outside(reader), day)


def mandates_of(reader: Reader, day: date, resolutions: Iterable[str]) -> tuple[Told, ...]:
    """The same of some resolutions alone. Five queries, none where none is asked for."""
    wanted = sorted(set(resolutions))
    return _some(reader, day, Q(resolution__in=wanted)) if wanted else ()


def resolution_of(mandate: str) -> list[str]:
    """The id of the resolution a mandate rests on, or nothing. One query."""
    return list(models.Mandate.objects.filter(key=mandate).order_by("-id").values_list("resolution", flat=True)[:1])


def mandates_owed(reader: Reader, day: date, session: str) -> tuple[Told, ...]:
    """Those that are due at a session, or to be reported to it. Five queries."""
    return _some(reader, day, Q(report_session=session) | Q(due_session=session))


def _some(reader: Reader, day: date, which: Q) -> tuple[Told, ...]:
    told = list(sight.mandates(outside(reader)).filter(which).order_by("id").values_list("key", flat=True))
    return _on(_released(told, sight.last_release("mandate", outside(reader), told)), day) if told else ()


def _mark(using: str) -> Mark:
    """What changes when a mandate may be told otherwise: the salted leaves of the newest entries that could. One query."""
    leaves = {}
    for name, table in (("release", models.Release), ("mandate", models.Mandate), ("erasure", models.Erasure)):
        newest = table._default_manager.order_by("-id").values("entry")[:1]
        leaves[name] = Subquery(models.Entry.objects.filter(no=Subquery(newest)).values("leaf")[:1])
    rows = models.Head.objects.using(using).filter(id=1).annotate(**leaves).values_list(*leaves)
    return tuple(leaf or "" for row in rows for leaf in row)


@lru_cache(maxsize=8)
def _mandates(database: str, mark: Mark, reader: Reader, day: date) -> tuple[Told, ...]:
    return _on(_every(database, mark, reader), day)


@lru_cache(maxsize=2)
def _every(database: str, mark: Mark, reader: Reader) -> tuple[Released, ...]:
    """All that was ever told of mandates to this reader. Five queries."""
    held = sight.resolutions(reader).filter(key=OuterRef("resolution"))
    rows = sight.mandates(reader).annotate(session=Subquery(held.values("session")[:1]))
    sessions = {key: session or "" for key, session in rows.order_by("id").values_list("key", "session")}
    return _released(tuple(sessions), sight.last_release("mandate", reader, None), sessions)


def _released(
    keys: Sequence[str], until: Mapping[str, int], sessions: Mapping[str, str] | None = None
) -> tuple[Released, ...]:
    """What was told of these mandates. Three queries; with `sessions` they are all there are."""
    told = {key: until.get(key, 0) for key in keys}
    versions = _until(models.Mandate, "key", told, sessions is not None)
    steps = _until(models.Step, "mandate", told, sessions is not None)
    evidence = _until(models.Evidence, "mandate", told, sessions is not None)
    return tuple(
        Released(
            tuple(versions[key]),
            tuple(steps.get(key, ())),
            tuple(evidence.get(key, ())),
            (sessions or {}).get(key, ""),
        )
        for key in keys
        if key in versions
    )


def _until(table: type[Any], column: str, told: Mapping[str, int], every: bool) -> dict[str, list[Any]]:
    """Rows by mandate, those entered until it was told. One query."""
    rows = table.objects.order_by("id") if every else table.objects.filter(**{f"{column}__in": told}).order_by("id")
    found: dict[str, list[Any]] = {}
    for row in rows:
        if row.entry <= told.get(getattr(row, column), 0):
            found.setdefault(getattr(row, column), []).append(row)
    return found


def _on(released: Iterable[Released], day: date | None) -> tuple[Told, ...]:
    return tuple(told for one in released if (told := one.on(day)) is not None)


def mandate_counts(told: Iterable[Told]) -> Mapping[PublicView, int]:
    """How many mandates each public word is said of; closing paragraphs that recur are not counted."""
    return Counter(one.view for one in told if not one.row.recurring)


def mandates_for_report(reader: Reader, session: str) -> tuple[Told, ...]:
    """The mandates of a session's resolutions: the house sees all as they are, others what was released. Five queries."""
    of = models.Resolution.objects.filter(session=session).values("key")
    keys = list(sight.mandates(reader).filter(resolution__in=of).order_by("id").values_list("key", flat=True))
    released = sight.last_release("mandate", reader if not reader.is_staff else MEMBER, keys)
    if not reader.is_staff:
        return _on(_released(keys, released), None)
    told = _on(_released(keys, dict.fromkeys(keys, 1 << 62)), None)
    return tuple(replace(one, released=one.key in released) for one in told)


def labels(rows: Iterable[models.Resolution], paragraphs: Iterable[str]) -> dict[str, dict[str, Words]]:
    """Resolution → place of each of these paragraphs → its label as each version prints it, in the versions given by
    `rows`. One query.
    """
    entries = {row.entry for row in rows}
    asked = models.Paragraph.objects.filter(key__in=set(paragraphs), entry__in=entries)
    found: dict[str, dict[str, Words]] = {}
    for key, place, said in asked.values_list("resolution", "place", "labels"):
        found.setdefault(key, {})[place] = Words(said)
    return found


# the record


def keys_since() -> list[models.Key]:
    """The keys that signed checkpoints, oldest first. One query."""
    return list(models.Key.objects.order_by("id"))


def erased(no: int) -> models.Erasure | None:
    """Whether the body of this entry was erased. One query."""
    return models.Erasure.objects.filter(no=no).first()
