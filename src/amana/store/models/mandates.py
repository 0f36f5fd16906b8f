"""Mandates, their steps and their evidence."""

from __future__ import annotations

from django.db import models

from amana.store.models.record import Version


class Mandate(Version):
    """What a paragraph obliges whom to do by when; one version each time it is proposed or amended."""

    key = models.CharField(max_length=120)
    resolution = models.CharField(max_length=120, db_index=True)
    paragraph = models.CharField(max_length=120, db_index=True)
    place = models.CharField(max_length=16)
    kind = models.CharField(max_length=16)
    implementers = models.JSONField(default=list)
    function = models.CharField(max_length=32, default="")
    strength = models.PositiveSmallIntegerField(default=0)
    words = models.JSONField(default=dict)
    deadline_text = models.JSONField(default=dict)
    deadline_kind = models.CharField(max_length=16, default="none")
    due_day = models.CharField(max_length=10, default="", db_index=True)
    """The day it is due, resolved when proposed, or ''."""
    due_session = models.CharField(max_length=64, default="", db_index=True)
    report_to = models.CharField(max_length=64, default="")
    report_session = models.CharField(max_length=64, default="", db_index=True)
    inferred = models.BooleanField(default=False)
    recurring = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["key", "-id"], name="mandate_latest")]


class Step(Version):
    """One step in the life of a mandate. `by` and `officer` are opaque ids."""

    mandate = models.CharField(max_length=120)
    status = models.CharField(max_length=16)
    by = models.CharField(max_length=32)
    officer = models.CharField(max_length=32, default="")
    outcome = models.CharField(max_length=16, default="")
    words = models.JSONField(default=dict)
    """What may be told when the mandate is released, per language."""
    internal = models.TextField(default="")
    """What stays in the house, always."""
    party = models.CharField(max_length=64, default="")

    class Meta:
        indexes = [models.Index(fields=["mandate", "-id"], name="step_latest")]


class Evidence(Version):
    """What stands behind a step: a document, a meeting, a letter, a file kept by checksum."""

    mandate = models.CharField(max_length=120, db_index=True)
    kind = models.CharField(max_length=16)
    reference = models.TextField(default="")
    words = models.JSONField(default=dict)
    sha256 = models.CharField(max_length=64, default="")
