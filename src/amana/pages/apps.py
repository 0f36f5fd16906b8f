"""The Django app of this room."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Templates, static files and addresses; no tables."""

    name = "amana.pages"
    label = "pages"
