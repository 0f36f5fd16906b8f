"""What is searched: a document for each name, title and paragraph, with the stems of its words. Made from the rows."""

from __future__ import annotations

from django.db import models


class Document(models.Model):
    """One thing that can be found, in one version and language.

    `id` orders what is found (`queries.search.order`): the lowest is the best, and of one rank the newest. The full-text index of the database follows this table by itself.
    """

    id = models.BigIntegerField(primary_key=True)
    thing = models.CharField(max_length=140, db_index=True)
    """What it is made anew with: 'resolution/<id>', 'mandate/<id>', '<kind of fact>/<id>'."""
    entry = models.BigIntegerField(db_index=True)
    row = models.BigIntegerField()
    """The version it was made from: the id of its row."""
    kind = models.CharField(max_length=16)
    key = models.CharField(max_length=120)
    part = models.CharField(max_length=120, default="")
    """The paragraph, area, goal or event within the thing; '' for the thing itself."""
    language = models.CharField(max_length=8, default="")
    """'' where names of several languages stand together."""
    organ = models.CharField(max_length=64, default="")
    seen = models.PositiveSmallIntegerField()
    """Who sees it, a bit for each: 1 the public, 2 the members, 4 the house."""
    stems = models.TextField()


class Indexed(models.Model):
    """By which edition of the rules the documents were made, and the number given last. One row."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    edition = models.PositiveIntegerField(default=0)
    last = models.BigIntegerField(default=0)
