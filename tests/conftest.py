"""What tests share: the project, the texts beside it, and what is stopped at the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.postgres import stop_postgres

ROOT = Path(__file__).resolve().parent.parent


def pytest_sessionfinish() -> None:
    """Stop the server that this process started."""
    stop_postgres()


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
