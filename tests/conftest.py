"""What tests share: an empty folder of its own for files and keys, and a database per test run."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["AMANA_VAR"] = tempfile.mkdtemp(prefix="amana-test-")
os.environ.setdefault("AMANA_ORGANIZATION", "organizations/example")
for name in ("AMANA_DEMO", "AMANA_TODAY", "AMANA_HTTPS"):
    os.environ.pop(name, None)

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root."""
    return ROOT


@pytest.fixture
def shared() -> Iterator[Path]:
    """The folder of real texts beside the project; the test is skipped, saying so, where it is absent."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder of real texts beside the project is absent")
    yield folder
