"""The Django app of this room."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Addresses and one template; no tables."""

    name = "amana.api"
    label = "api"
