"""What is never in the record and never rebuilt: accounts, and drafts not yet accepted."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from amana.values.ids import person


class Users(BaseUserManager["User"]):
    """Accounts by e-mail address."""

    def create_user(self, email: str, name: str, password: str | None = None, **more: Any) -> User:
        """A new account; without a password nobody can sign in to it."""
        user = self.model(email=self.normalize_email(email).lower(), name=name, **more)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person who signs in. The record knows only `person`, an opaque id; roles are granted in the record."""

    person = models.CharField(max_length=32, unique=True, default=person)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    language = models.CharField(max_length=8, default="en")
    is_active = models.BooleanField(default=True)
    demo = models.BooleanField(default=False)

    objects: ClassVar[Users] = Users()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name


class Draft(models.Model):
    """A document received at the desk and not yet accepted: its files, and the sheet a machine made of them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    by = models.CharField(max_length=32)
    received = models.DateTimeField(auto_now_add=True)
    files = models.JSONField(default=list)
    """[{name, sha256, media_type, size}]"""
    sheet = models.JSONField(default=dict)
    settled = models.JSONField(default=dict)
    """What was said so far: `facts` typed (symbol, session, adopted, how …), `settlements` of findings,
    `corrects`: the resolution it puts right."""
    resolution = models.CharField(max_length=120, default="")
    """The resolution that came of it; '' while it waits."""


class LineOfVersion(models.Model):
    """Where one language version of a draft stands, or of a resolution once it is accepted: who translates it, who
    revises it, by when, and every step with who took it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    subject = models.CharField(max_length=120)
    """The draft's id; the resolution's once it is accepted."""
    language = models.CharField(max_length=8)
    original = models.BooleanField(default=False)
    words = models.PositiveIntegerField(default=0)
    translator = models.CharField(max_length=32, default="", db_index=True)
    reviser = models.CharField(max_length=32, default="", db_index=True)
    due = models.CharField(max_length=10, default="")
    """The day it is due (ISO), '' for none."""
    state = models.CharField(max_length=12, default="draft")
    steps = models.JSONField(default=list)
    """[{to, by, day, why}], oldest first."""
    texts = models.JSONField(default=list)
    """[{name, sha256, by, day}] of every file that was brought for this version, oldest first: none is lost."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject", "language"], name="line_of_version")]
        indexes = [models.Index(fields=["state", "due"], name="line_due")]


class ErrorReport(models.Model):
    """What a reader says is wrong on a page, and what the house answered. Never in the record."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    received = models.DateTimeField(auto_now_add=True)
    address = models.CharField(max_length=400)
    """The page it was said of, after language and day."""
    language = models.CharField(max_length=8)
    words = models.TextField()
    source = models.TextField(default="")
    """What the reader gives as a source."""
    reply_to = models.EmailField(default="")
    answered = models.DateTimeField(null=True)
    by = models.CharField(max_length=32, default="")
    answer = models.JSONField(default=dict)
    """The answer per language; it is public once given, what the reader wrote is not."""
    entry = models.BigIntegerField(null=True)
    """The entry of the record that corrected it, where one did."""
