"""The Django app that holds every table."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Its label is the prefix of every table's name."""

    name = "amana.store"
    label = "store"
