"""Facts of the organization, each version as the canonical JSON of its frozen value, and who may see what."""

from __future__ import annotations

from django.db import models

from amana.store.models.record import Version


class Fact(Version):
    """One version of one fact: a party, a standing event, an organ, a term, a session, a source, …"""

    kind = models.CharField(max_length=16)
    key = models.CharField(max_length=120)
    content = models.TextField(default="")
    audience = models.CharField(max_length=8, default="public")
    held = models.BooleanField(default=False)
    """Entered by hand and not released yet: the house sees it, others what stood before."""

    class Meta:
        indexes = [models.Index(fields=["kind", "key", "-id"], name="fact_latest")]


class Release(Version):
    """Who may see a thing from an entry on. The latest decides; without any it is the house's."""

    kind = models.CharField(max_length=16)
    key = models.CharField(max_length=120)
    audience = models.CharField(max_length=8)

    class Meta:
        indexes = [models.Index(fields=["kind", "key", "-id"], name="release_latest")]
