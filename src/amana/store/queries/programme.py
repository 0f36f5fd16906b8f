"""What a programme's pages read: the decisions under its subjects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from django.db.models import Exists, OuterRef

from amana.store import models, sight
from amana.store.queries import checkpoint, database_name
from amana.store.sight import Reader


def under_subjects(
    reader: Reader, day: date, subjects: Iterable[str], using: str = "default"
) -> Mapping[str, frozenset[str]]:
    """Subject → ids of the resolutions under it that this reader may see, adopted by `day`; none for a subject unused.

    Kept per process until the next entry: one query where nothing was entered, two otherwise; none without subjects.
    """
    wanted = tuple(sorted(set(subjects)))
    if not wanted:
        return {}
    point = checkpoint(using)
    return _under(database_name(using), point.root if point else "", reader.audiences, day, wanted)


@lru_cache(maxsize=32)
def _under(
    database: str, root: str, audiences: tuple[str, ...], day: date, subjects: tuple[str, ...]
) -> Mapping[str, frozenset[str]]:
    seen = sight.resolutions_for(audiences).filter(
        key=OuterRef("resolution"), entry=OuterRef("entry"), adopted__lte=day.isoformat()
    )
    rows = models.Subject.objects.filter(Exists(seen), subject__in=subjects).values_list("subject", "resolution")
    found: dict[str, set[str]] = {}
    for subject, resolution in rows:
        found.setdefault(subject, set()).add(resolution)
    return {subject: frozenset(keys) for subject, keys in found.items()}
