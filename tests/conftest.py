"""What tests share: the project, the texts beside it, and what is stopped at the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from playwright.sync_api import Browser, sync_playwright
from pytest_django import DjangoDbBlocker

from amana import folder
from amana.acts import known
from amana.folder import Organization
from amana.store.queries import public
from tests.browser import installed
from tests.portal.prepared import prepare
from tests.postgres import stop_postgres

ROOT = Path(__file__).resolve().parent.parent
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


def pytest_sessionfinish() -> None:
    """Stop the server that this process started."""
    stop_postgres()


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root."""
    return ROOT


@pytest.fixture(scope="session")
def oic() -> Organization:
    """The OIC as its folder has it: read once, never changed."""
    return folder.read(ROOT / "organizations" / "oic")


@pytest.fixture
def shared() -> Iterator[Path]:
    """The folder of real texts beside the project; the test is skipped, saying so, where it is absent."""
    beside = ROOT.parent / "shared"
    if not beside.is_dir():
        pytest.skip("the folder of real texts beside the project is absent")
    yield beside


@pytest.fixture(scope="module")
def prepared(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The invented organization in the record, mandates on their way: once a module, then rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        prepare(ROOT / "organizations" / "example")
        yield
        transaction.set_rollback(True)
    _forget()


@pytest.fixture
def organization(prepared: None, db: None) -> Iterator[None]:
    """The invented organization for one test: what the test enters is gone after it."""
    yield
    _forget()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The browser; the tests are skipped, saying so, where there is none."""
    if not installed():
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=FLAGS)
        yield browser
        browser.close()


def _forget() -> None:
    known._organization.cache_clear()
    public._mandates.cache_clear()
