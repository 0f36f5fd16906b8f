"""What the public face reads. Each says how many queries it makes, and none of them grows with what it shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from amana.mandates.lifecycle import PublicView, public_view
from amana.store import models, sight
from amana.store.models import Entry as Entry
from amana.store.queries import checkpoint, database_name
from amana.store.sight import Reader as Reader

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


@dataclass(frozen=True, slots=True)
class Whole:
    """A resolution with its texts, paragraphs and files."""

    row: models.Resolution
    texts: Mapping[str, models.Text]
    paragraphs: Sequence[models.Paragraph]
    audience: str
    files: Sequence[models.File] = ()


def decision(reader: Reader, key: str) -> Whole | None:
    """One resolution in its latest version, where this reader may see it. Five queries."""
    row = sight.resolutions(reader).filter(key=key).first()
    if row is None:
        return None
    texts = {t.language: t for t in models.Text.objects.filter(resolution=key, entry=row.entry)}
    paragraphs = models.Paragraph.objects.filter(resolution=key, entry=row.entry).order_by("order")
    release = models.Release.objects.filter(kind="resolution", key=key).order_by("-id").first()
    files = sight.files(reader).filter(subject=key).order_by("id")
    return Whole(row, texts, list(paragraphs), release.audience if release else "house", list(files))


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
    rows = sight.resolutions(reader).annotate(said=Cast("renews", TextField())).filter(said__contains=f'"{key}"')
    return [row for row in rows if key in row.renews]


# mandates


@dataclass(frozen=True, slots=True)
class Told:
    """A mandate as it stood at its last release to a reader: its words, its steps and evidence until then."""

    row: models.Mandate
    steps: tuple[models.Step, ...] = ()
    evidence: tuple[models.Evidence, ...] = ()
    released: bool = True

    @property
    def key(self) -> str:
        """The mandate's permanent id."""
        return self.row.key

    @property
    def last(self) -> models.Step | None:
        """Its last step."""
        return self.steps[-1] if self.steps else None

    @property
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


def mandates(reader: Reader, day: date, using: str = "default") -> tuple[Told, ...]:
    """Every mandate released to this reader by what stood at its release and on `day`, in order of entry.

    Kept per process until the next entry: one query where nothing was entered, five otherwise.
    """
    point = checkpoint(using)
    return _mandates(database_name(using), point.root if point else "", outside(reader), day)


@lru_cache(maxsize=16)
def _mandates(database: str, root: str, reader: Reader, day: date) -> tuple[Told, ...]:
    keys = list(sight.mandates(reader).order_by("id").values_list("key", flat=True))
    return _told(keys, sight.last_release("mandate", reader, keys), day)


def _told(keys: Sequence[str], until: Mapping[str, int], day: date | None = None) -> tuple[Told, ...]:
    """The mandates as they stood: three queries."""
    rows: dict[str, models.Mandate] = {}
    for row in models.Mandate.objects.filter(key__in=keys).order_by("id"):
        if row.entry <= until.get(row.key, 0) and (day is None or row.since <= day.isoformat()):
            rows[row.key] = row
    steps: dict[str, list[models.Step]] = {}
    for step in models.Step.objects.filter(mandate__in=keys).order_by("id"):
        if step.entry <= until.get(step.mandate, 0) and (day is None or step.since <= day.isoformat()):
            steps.setdefault(step.mandate, []).append(step)
    evidence: dict[str, list[models.Evidence]] = {}
    for proof in models.Evidence.objects.filter(mandate__in=keys).order_by("id"):
        if proof.entry <= until.get(proof.mandate, 0) and (day is None or proof.since <= day.isoformat()):
            evidence.setdefault(proof.mandate, []).append(proof)
    told = (Told(rows[k], tuple(steps.get(k, ())), tuple(evidence.get(k, ()))) for k in keys if k in rows)
    return tuple(one for one in told if one.last and one.last.status not in (DISMISSED, "proposed"))


def mandate_counts(told: Iterable[Told]) -> Mapping[PublicView, int]:
    """How many mandates each public word is said of; closing paragraphs that recur are not counted."""
    return Counter(one.view for one in told if not one.row.recurring)


def mandates_for_report(reader: Reader, resolutions: Sequence[str]) -> tuple[Told, ...]:
    """The mandates of these resolutions: the house sees all as they are, others what was released. Four queries."""
    keys = list(sight.mandates(reader).filter(resolution__in=resolutions).order_by("id").values_list("key", flat=True))
    released = sight.last_release("mandate", reader if not reader.is_staff else MEMBER, keys)
    if not reader.is_staff:
        return _told(keys, released)
    everything = dict.fromkeys(keys, 1 << 62)
    told = _told(keys, everything)
    return tuple(Told(one.row, one.steps, one.evidence, one.key in released) for one in told)


# the record


def keys_since() -> list[models.Key]:
    """The keys that signed checkpoints, oldest first. One query."""
    return list(models.Key.objects.order_by("id"))


def erased(no: int) -> models.Erasure | None:
    """Whether the body of this entry was erased. One query."""
    return models.Erasure.objects.filter(no=no).first()
