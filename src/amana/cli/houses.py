"""The organization in a folder, for commands that work with one and without."""

from __future__ import annotations

import importlib
from pathlib import Path

from amana.clerk import knowing
from amana.clerk.knowing import Knowledge


def knowledge(path: Path | None) -> Knowledge:
    """What helps the reader of the organization in this folder, where one is given: only then are folders known."""
    return knowing.of(importlib.import_module("amana.folder").read(path) if path else None)
