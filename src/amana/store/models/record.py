"""The record: entries, their bodies, the tree's hashes and the signed checkpoints. Append-only by triggers."""

from __future__ import annotations

from django.db import models


class Head(models.Model):
    """The one row that everybody who enters an act locks: how many entries there are, and the tree's right edge."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    size = models.BigIntegerField(default=0)
    edge = models.TextField(default="")
    """The hashes of the perfect subtrees at the right edge, hex, widest first, divided by blanks."""


class Entry(models.Model):
    """The public header of one act: what a leaf of the tree commits to."""

    no = models.BigIntegerField(primary_key=True)
    day = models.CharField(max_length=10)
    act = models.CharField(max_length=64)
    version = models.PositiveSmallIntegerField()
    audience = models.CharField(max_length=8)
    body = models.CharField(max_length=64)
    """Hex of sha256(salt ‖ body)."""
    leaf = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["act", "-no"], name="entry_act")]


class Body(models.Model):
    """What an entry says, for its audience, byte for byte as entered. A row is missing where it was erased."""

    no = models.BigIntegerField(primary_key=True)
    salt = models.CharField(max_length=32)
    body = models.TextField()
    batch = models.CharField(max_length=36, default="", db_index=True)
    """The batch it was entered in, repeated from the body so that a batch can be found."""


class Node(models.Model):
    """The hash of one complete subtree. `id` is level << 48 | index."""

    id = models.BigIntegerField(primary_key=True)
    hash = models.CharField(max_length=64)


class Checkpoint(models.Model):
    """The signed note over the tree at one size."""

    size = models.BigIntegerField(primary_key=True)
    root = models.CharField(max_length=64)
    note = models.TextField()


class Version(models.Model):
    """A row of a shadow table: never overwritten, and numbered by its entry, so that a rebuild gives the same."""

    id = models.BigIntegerField(primary_key=True)
    """entry << 20 | the row's place among those the entry wrote in this table."""
    entry = models.BigIntegerField(db_index=True)
    since = models.CharField(max_length=64, default="")
    """The day since which it holds, as stated (EDTF), or ''."""
    gone = models.BooleanField(default=False)
    """This version says that the thing does not stand any more."""

    class Meta:
        abstract = True


class Key(Version):
    """A public key under which checkpoints are signed, from an entry on."""

    vkey = models.CharField(max_length=200)


class Erasure(Version):
    """An entry whose body was erased, and why."""

    no = models.BigIntegerField(unique=True)
    why = models.TextField(default="")
