"""A house with the example organization and its cast: Amina registrar and conference officer, Bilal desk officer, Dalia
his head, the cabinet; Tara translates, Rami revises, Layla is the legal counsel; Omar a desk officer with nothing to do with it, a focal point, a
delegate; Carla is a visitor.

The record cannot be emptied, so each test works in a transaction that is rolled back.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from amana import folder
from amana.acts import known, loading, people

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
CAST = (
    ("amina@test.invalid", "Amina", ("registrar", "conference-officer", "editor"), ""),
    ("bilal@test.invalid", "Bilal", ("desk-officer",), ""),
    ("dalia@test.invalid", "Dalia", ("department-head",), ""),
    ("cabinet@test.invalid", "Cabinet", ("secretary-general",), ""),
    ("omar@test.invalid", "Omar", ("desk-officer",), ""),
    ("tara@test.invalid", "Tara", ("translator",), ""),
    ("rami@test.invalid", "Rami", ("reviser",), ""),
    ("layla@test.invalid", "Layla", ("legal-counsel",), ""),
    ("auditor@test.invalid", "Auditor", ("auditor",), ""),
    ("focal@test.invalid", "Focal", ("focal-point",), "miravel"),
    ("delegate@test.invalid", "Delegate", ("delegate",), "kelmora"),
)
As = Callable[[str], Client]


@pytest.fixture
def house(db: None, settings: Any, tmp_path: Path) -> dict[str, str]:
    """Name → opaque id of the cast, in a house with the example organization."""
    settings.FILES = tmp_path / "files"
    settings.TODAY = "2026-11-22"
    cache.clear()
    known._organization.cache_clear()
    loading.load(folder.read(ROOT / "organizations" / "example"))
    made = {}
    for email, name, roles, party in CAST:
        made[name] = people.add(email, name, "demo", roles, party=party, language="en", demo=True)
    return made


@pytest.fixture
def signed_in(house: dict[str, str]) -> As:
    """A client of somebody of the cast; 'Carla' is a visitor."""

    def client(name: str) -> Client:
        browser = Client()
        if name != "Carla":
            reply = browser.post("/en/desk/sign-in/", {"username": f"{name.lower()}@test.invalid", "password": "demo"})
            assert reply.status_code == 302, reply.content.decode()[:300]
        return browser

    return client
