"""Who sees which rows: the one place that pages, feeds, exports and dumps ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet, Subquery

from amana.store import models
from amana.values.audiences import BY_ROLE

Row = TypeVar("Row", models.Resolution, models.File)
STAFF_FREE = ("focal-point", "delegate")


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads. `roles` are (role, party) pairs held now; a visitor has neither person nor roles."""

    person: str = ""
    roles: frozenset[tuple[str, str]] = frozenset()
    name: str = ""

    @property
    def is_staff(self) -> bool:
        """Whether this is somebody of the house."""
        return any(role not in STAFF_FREE for role, _ in self.roles)

    @property
    def audiences(self) -> tuple[str, ...]:
        """The audiences this reader belongs to. What is sealed is for named people only, never by role."""
        if self.is_staff:
            return BY_ROLE
        return ("public", "members") if self.roles else ("public",)

    def has(self, *roles: str) -> bool:
        """Whether this reader holds one of these roles."""
        return any(role in roles for role, _ in self.roles)

    @property
    def parties(self) -> frozenset[str]:
        """The parties this reader is focal point or delegate of."""
        return frozenset(party for _, party in self.roles if party)


VISITOR = Reader()


def released(kind: str, reader: Reader, key: str = "key") -> Q:
    """The condition that the thing named by column `key` was released to this reader, or that he is of the house."""
    if reader.is_staff:
        return Q()
    latest = models.Release.objects.filter(kind=kind, key=OuterRef("key")).order_by("-id").values("id")[:1]
    open_now = models.Release.objects.filter(kind=kind, audience__in=reader.audiences, id=Subquery(latest))
    return Q(Exists(open_now.filter(key=OuterRef(key))))


def resolutions(reader: Reader) -> QuerySet[models.Resolution]:
    """Every resolution this reader may see: the house its latest version, others the one that stood at its last release.

    A correction is seen outside the house when it is released too: who corrects does not publish.
    """
    return resolutions_for(reader.audiences)


def resolutions_for(audiences: Sequence[str]) -> QuerySet[models.Resolution]:
    """The same for whoever belongs to these audiences: of a dump as of a page."""
    if "house" in audiences:
        return models.Resolution.objects.filter(~Exists(_later(models.Resolution)), gone=False)
    told = until("resolution", audiences, models.Resolution.objects.all())
    later = _later(models.Resolution).filter(entry__lt=OuterRef("until"))
    return told.filter(~Exists(later), gone=False)


def until(kind: str, audiences: Sequence[str], rows: QuerySet[Row], key: str = "key") -> QuerySet[Row]:
    """Those rows that stood when the thing in column `key` was last released, if that was to one of these audiences."""
    last = models.Release.objects.filter(kind=kind, key=OuterRef(key)).order_by("-id")
    told = rows.annotate(until=Subquery(last.values("entry")[:1]), told=Subquery(last.values("audience")[:1]))
    return told.filter(told__in=audiences, entry__lt=F("until"))


def mandates(reader: Reader) -> QuerySet[models.Mandate]:
    """The latest version of every mandate this reader may see: released itself, and its resolution too."""
    rows = models.Mandate.objects.filter(~Exists(_later(models.Mandate)), gone=False)
    if reader.is_staff:
        return rows
    return rows.filter(released("mandate", reader), released("resolution", reader, key="resolution"))


def facts(reader: Reader) -> QuerySet[models.Fact]:
    """The latest version of every fact this reader may see; what waits to be released is the house's alone."""
    return facts_for(reader.audiences)


def facts_for(audiences: Sequence[str]) -> QuerySet[models.Fact]:
    """The same for whoever belongs to these audiences: of a dump as of a page."""
    told = models.Fact.objects.all() if "house" in audiences else models.Fact.objects.filter(held=False)
    latest = told.values("kind", "key").annotate(top=Max("id")).values("top")
    return models.Fact.objects.filter(id__in=latest, gone=False, audience__in=audiences)


def files(reader: Reader) -> QuerySet[models.File]:
    """The files this reader may fetch: the house all, others those kept with a resolution when it was released to them."""
    if reader.is_staff:
        return models.File.objects.all()
    return until("resolution", reader.audiences, models.File.objects.exclude(subject=""), key="subject")


def bodies(reader: Reader) -> QuerySet[models.Body]:
    """The bodies of entries whose audience this reader belongs to."""
    allowed = models.Entry.objects.filter(no=OuterRef("no"), audience__in=reader.audiences)
    return models.Body.objects.filter(Exists(allowed))


def last_release(kind: str, reader: Reader, keys: Sequence[str] | None) -> dict[str, int]:
    """Key → the entry until which a thing is told to this reader; nothing for what was never released to him.

    `keys`: those asked about; None for all there are.
    """
    of_kind = models.Release.objects.filter(kind=kind)
    rows = (of_kind if keys is None else of_kind.filter(key__in=keys)).order_by("id")
    until: dict[str, int] = {}
    for key, audience, entry in rows.values_list("key", "audience", "entry"):
        if audience in reader.audiences:
            until[key] = entry
        else:
            until.pop(key, None)
    return until


def _later(
    table: type[models.Resolution] | type[models.Mandate],
) -> QuerySet[models.Resolution] | QuerySet[models.Mandate]:
    rows: QuerySet[models.Resolution] | QuerySet[models.Mandate] = table._default_manager.filter(
        key=OuterRef("key"), id__gt=OuterRef("id")
    )
    return rows
