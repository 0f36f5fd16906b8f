"""The Django app of this room."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Templates, static files and addresses; no tables."""

    name = "amana.desk"
    label = "desk"
