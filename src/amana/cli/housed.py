"""What commands need that open the house: Django set up, and the tables there and in step."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection

OPENING = 0x616D616E61
"""The number of PostgreSQL's lock under which tables are brought in step ('amana')."""


def set_up() -> None:
    """Set Django up; nothing is opened yet."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amana.site.settings")
    django.setup()


def open_house() -> None:
    """Make the folder and the tables where they are missing, and bring them in step."""
    for folder in (settings.VAR, settings.STATIC_ROOT):
        Path(folder).mkdir(parents=True, exist_ok=True)
    with _alone():
        call_command("migrate", verbosity=0, interactive=False)


@contextmanager
def _alone() -> Iterator[None]:
    """One process at a time brings the tables in step: others of this folder, or of this PostgreSQL, wait for it."""
    handle = os.open(Path(settings.VAR) / "open.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_lock(%s)", [OPENING])
        try:
            yield
        finally:
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_unlock(%s)", [OPENING])
    finally:
        os.close(handle)
