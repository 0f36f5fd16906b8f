"""Who holds which role, as the record says: people appear as opaque ids."""

from __future__ import annotations

from django.db import models

from amana.store.models.record import Version


class Grant(Version):
    """A role given to a person (or, when `gone`, taken back); `party` for focal points and delegates."""

    person = models.CharField(max_length=32, db_index=True)
    role = models.CharField(max_length=32)
    party = models.CharField(max_length=64, default="")
