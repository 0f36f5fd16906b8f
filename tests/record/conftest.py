"""A small record to try the door with, and houses in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper

from amana.acts import record
from amana.acts.keeping import Grant
from amana.acts.may import CONSOLE
from amana.acts.organization import Cite, Found, Register
from amana.charter.organs import Organ, OrganName
from amana.charter.parties import Party, PartyName
from amana.values.facts import Source
from amana.values.words import Words

AMINA, BILAL, CARLA, DALIA = "p-amina", "p-bilal", "p-carla", "p-dalia"


@pytest.fixture(params=["default", "postgres"])
def using(request: pytest.FixtureRequest) -> str:
    """Both databases, one after the other."""
    return str(request.param)


@pytest.fixture
def house(db: None) -> None:
    """Sources, a party, an organ; Amina is registrar and conference officer, Bilal desk officer, Dalia his head."""
    furnish("default")


def furnish(using: str) -> None:
    """Enter the small organization into a database."""
    acts = [
        Cite(Source("S1", "P")),
        Register(Party("aa", "state", (PartyName(Words(en="Aalia", ar="آليا")),), sources=("S1",))),
        Found(Organ("council", "principal", (OrganName(Words(en="Council")),), sources=("S1",))),
        Grant(AMINA, "registrar"),
        Grant(AMINA, "conference-officer"),
        Grant(AMINA, "editor"),
        Grant(BILAL, "desk-officer"),
        Grant(DALIA, "department-head"),
    ]
    record.enter_many(acts, by=CONSOLE, using=using)


@pytest.fixture
def beside(db: None, django_db_blocker: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets a test open the second database of a rebuild, which its list of databases cannot name."""
    guarded, real = BaseDatabaseWrapper.ensure_connection, django_db_blocker._real_ensure_connection

    def ensure(connection: BaseDatabaseWrapper) -> None:
        (real if connection.alias.endswith("-rebuilt") else guarded)(connection)

    monkeypatch.setattr(BaseDatabaseWrapper, "ensure_connection", ensure)


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def amana(tmp_path: Path, root: Path) -> Run:
    """The command line over a house of its own: `amana("load", "organizations/example")`."""

    def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        named = {"AMANA_VAR": str(tmp_path / "var"), "AMANA_ORGANIZATION": "organizations/example", **environment}
        return subprocess.run(
            [sys.executable, "-m", "amana.cli.main", *words],
            cwd=root,
            env={**os.environ, "PYTHONPATH": "src", "LANG": "C.UTF-8", **named},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run
