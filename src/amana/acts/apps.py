"""The Django app of the acts: it has no tables of its own."""

from django.apps import AppConfig


class ActsConfig(AppConfig):
    """Management of acts; tables are the store's."""

    name = "amana.acts"
    label = "acts"
