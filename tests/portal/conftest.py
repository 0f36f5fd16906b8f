"""The invented organization, loaded, with mandates on their way: in the test's transaction, and as a site of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client


@pytest.fixture
def visitor(organization: None) -> Client:
    """Somebody who is not signed in."""
    return Client(HTTP_HOST="127.0.0.1")


@pytest.fixture(scope="session")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with the invented organization, served by a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "AMANA_VAR": str(tmp_path_factory.mktemp("var")),
        "AMANA_ORGANIZATION": str(root / "organizations" / "example"),
        "DJANGO_SETTINGS_MODULE": "amana.site.settings",
        "PYTHONPATH": os.pathsep.join((str(root / "src"), str(root))),
        "AMANA_TODAY": "2026-01-20",
    }
    environment.pop("AMANA_DATABASE", None)
    command = [sys.executable, "-W", "ignore", "-m", "tests.portal.prepared", str(port)]
    server = subprocess.Popen(command, env=environment, cwd=root, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(10)


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{address}/en/", timeout=5).read()
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            assert server.poll() is None, "the site for the browser did not start"
            time.sleep(0.2)
    raise AssertionError("the site for the browser did not answer in a minute")
