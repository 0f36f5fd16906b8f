"""The Django app of this room."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Templates, static files and addresses; no tables."""

    name = "amana.portal"
    label = "portal"
