"""Resolutions as accepted: their language versions, paragraphs, findings, and the files they came from."""

from __future__ import annotations

from django.db import models

from amana.store.models.record import Version


class File(Version):
    """Bytes kept by checksum before they were entered. The bytes themselves lie in the files folder."""

    sha256 = models.CharField(max_length=64, db_index=True)
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=120)
    size = models.BigIntegerField()
    subject = models.CharField(max_length=120, default="", db_index=True)
    """The id of the resolution or mandate it belongs to, whose audience it shares; '' = the house's."""


class Resolution(Version):
    """One version of a resolution. `key` is its permanent id."""

    key = models.CharField(max_length=120)
    symbol = models.CharField(max_length=120, db_index=True)
    organ = models.CharField(max_length=64)
    session = models.CharField(max_length=64)
    adopted = models.CharField(max_length=64, default="")
    how = models.CharField(max_length=16, default="")
    title = models.JSONField(default=dict)
    printed = models.JSONField(default=dict)
    votes = models.JSONField(default=dict)
    renews = models.JSONField(default=list)
    sources = models.JSONField(default=list)
    unsourced = models.JSONField(default=list)
    note = models.TextField(default="")
    kind = models.CharField(max_length=16, default="resolution")
    basis = models.CharField(max_length=24, default="")
    """How an entry whose text is not held is known; '' where the text is held."""
    subjects = models.JSONField(default=list)
    recalls = models.JSONField(default=list)
    creates = models.TextField(default="")

    class Meta:
        indexes = [
            models.Index(fields=["key", "-id"], name="resolution_latest"),
            models.Index(fields=["session", "symbol"], name="resolution_session"),
            models.Index(fields=["adopted", "id"], name="resolution_adopted"),
            models.Index(fields=["session", "adopted", "id"], name="resolution_of_session"),
        ]


class Subject(Version):
    """One subject under which a resolution's version of the same entry stands."""

    resolution = models.CharField(max_length=120)
    subject = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["subject", "resolution"], name="subject_resolution"),
            models.Index(fields=["resolution", "entry"], name="subject_entry"),
        ]


class Link(Version):
    """What a resolution's version of the same entry names: `kind` 'renews' (ids) or 'recalls' (normal symbols)."""

    resolution = models.CharField(max_length=120)
    kind = models.CharField(max_length=8)
    target = models.CharField(max_length=120)

    class Meta:
        indexes = [
            models.Index(fields=["target", "kind", "resolution"], name="link_target"),
        ]


class Text(Version):
    """One language version whole, as accepted with the resolution's version of the same entry."""

    resolution = models.CharField(max_length=120)
    language = models.CharField(max_length=8)
    text = models.TextField()
    file = models.CharField(max_length=255, default="")
    sha256 = models.CharField(max_length=64, default="")

    class Meta:
        indexes = [models.Index(fields=["resolution", "entry"], name="text_resolution")]


class Paragraph(Version):
    """One paragraph in all languages. `key` is its permanent id, `place` its key in the text ('o4')."""

    key = models.CharField(max_length=120, db_index=True)
    resolution = models.CharField(max_length=120)
    order = models.PositiveIntegerField()
    place = models.CharField(max_length=16)
    part = models.CharField(max_length=12)
    function = models.CharField(max_length=32, default="")
    texts = models.JSONField(default=dict)
    labels = models.JSONField(default=dict)
    places = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["resolution", "entry", "order"], name="paragraph_resolution")]


class Finding(Version):
    """A finding that was accepted with the text. It stays at the desk."""

    resolution = models.CharField(max_length=120)
    code = models.CharField(max_length=64)
    severity = models.CharField(max_length=8)
    place = models.CharField(max_length=16, default="")
    facts = models.JSONField(default=dict)
    languages = models.JSONField(default=list)
    reason = models.TextField(default="")

    class Meta:
        indexes = [models.Index(fields=["resolution", "entry"], name="finding_resolution")]


class FindingRule(Version):
    """All findings of one code settled in the texts of a session or an organ; `gone` when the rule was lifted."""

    key = models.CharField(max_length=64, db_index=True)
    code = models.CharField(max_length=64)
    session = models.CharField(max_length=64, default="")
    organ = models.CharField(max_length=64, default="")
    facts = models.JSONField(default=dict)
    reason = models.TextField(default="")
    by = models.CharField(max_length=32, default="")


class Issue(Version):
    """A language version issued as its text stood; `gone` when it was called back, and why."""

    resolution = models.CharField(max_length=120)
    language = models.CharField(max_length=8)
    text = models.CharField(max_length=64, default="")
    """The checksum of the text as accepted: a text that was corrected since is not the one that was issued."""
    original = models.BooleanField(default=False)
    words = models.PositiveIntegerField(default=0)
    translator = models.CharField(max_length=32, default="")
    reviser = models.CharField(max_length=32, default="")
    by = models.CharField(max_length=32, default="")
    why = models.TextField(default="")

    class Meta:
        indexes = [models.Index(fields=["resolution", "language", "-id"], name="issue_latest")]
