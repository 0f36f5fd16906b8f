"""What commands need that open the house: Django set up, and the tables there and in step."""

from __future__ import annotations

import os
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command


def set_up() -> None:
    """Set Django up; nothing is opened yet."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amana.site.settings")
    django.setup()


def open_house() -> None:
    """Make the folder and the tables where they are missing, and bring them in step."""
    for folder in (settings.VAR, settings.STATIC_ROOT):
        Path(folder).mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
