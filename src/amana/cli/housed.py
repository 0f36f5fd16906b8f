"""What commands need that open the house: Django set up, and the tables there and in step."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection

LOCKS = {"open": 0x616D616E61, "load": 0x616D616E62}
"""What only one process at a time does, and the number of PostgreSQL's lock for it."""


def set_up() -> None:
    """Set Django up; nothing is opened yet."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amana.site.settings")
    django.setup()


def open_house() -> None:
    """Make the folder and the tables where they are missing, and bring them in step."""
    for folder in (settings.VAR, settings.STATIC_ROOT):
        Path(folder).mkdir(parents=True, exist_ok=True)
    with alone("open"):
        call_command("migrate", verbosity=0, interactive=False)
        import_module("amana.acts.searching").bring_in_step()  # Django is set up only now


@contextmanager
def alone(what: str) -> Iterator[None]:
    """One process at a time does this (see LOCKS): others of this folder, or of this PostgreSQL, wait for it.

    Bringing the tables in step, and loading: of two loads that plan at once the second would enter what the first did.
    """
    handle = os.open(Path(settings.VAR) / f"{what}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_lock(%s)", [LOCKS[what]])
        try:
            yield
        finally:
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCKS[what]])
    finally:
        os.close(handle)
