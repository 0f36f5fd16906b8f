"""Two writers at once lose nothing; `kill -9` at any moment leaves a record that verifies, with every acknowledged act."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.postgres import empty_database

Drive = Callable[..., dict[str, Any]]
pytestmark = pytest.mark.slow


@pytest.fixture
def postgres() -> Iterator[str]:
    """The address of an empty database of its own on the tests' server."""
    with empty_database() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest) -> str:
    """AMANA_DATABASE of an empty house, on either database."""
    return str(request.getfixturevalue("postgres")) if request.param == "postgresql" else ""


@pytest.fixture
def drive(tmp_path: Path, root: Path) -> Drive:
    """Run a driver over an empty house and give what it saw."""

    def run(what: str, times: int, address: str = "") -> dict[str, Any]:
        done = subprocess.run(
            [sys.executable, "tests/record/drivers.py", what, "1447", str(times)],
            cwd=root,
            env={
                **{name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},
                "PYTHONPATH": "src",
                "AMANA_VAR": str(tmp_path / "var"),
                "AMANA_ORGANIZATION": "organizations/oic",
                "AMANA_DATABASE": address,
            },
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        seen: dict[str, Any] = json.loads(done.stdout)
        return seen

    return run


def test_six_writers_at_once_lose_nothing_and_none_is_passed_over(drive: Drive, address: str) -> None:
    seen = drive("writers", 60, address)
    assert seen["codes"] == [0] * 6 and seen["lost"] == [] and seen["problems"] == []
    assert seen["numbers"] == list(range(3, 3 + 6 * 60))  # entry 1 opens the record, entry 2 is the driver's
    assert seen["passed"] < 120  # in turn some 20 to 30; without the queue SQLite lets one writer pass all others
    assert seen["beside"] == [] and seen["sizes"][0] < 3 + 6 * 60  # each export is of one moment of the writing


def test_killed_at_the_desk_the_record_verifies_and_holds_every_acknowledged_act(drive: Drive, address: str) -> None:
    seen = drive("desk", 8 if address else 25, address)
    assert seen["killed"] >= 8 and seen["acknowledged"] >= 5  # how many depends on the machine
    assert seen["problems"] == [] and seen["lost"] == [] and seen["rows"] == {}


def test_killed_while_loading_it_goes_on_and_ends_equal(drive: Drive) -> None:
    seen = drive("load", 25)
    assert seen["killed"] >= 25 and seen["midway"] >= 1 and seen["through"] >= 1
    assert seen["problems"] == [] and seen["unequal"] == []
