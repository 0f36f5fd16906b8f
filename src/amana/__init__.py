"""Amana: the secretariat of an intergovernmental organization in software."""

__version__ = "0.1.0"
