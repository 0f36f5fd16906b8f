"""The invented organization, loaded, with mandates on their way, as programs ask of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

Ask = Callable[..., Any]


@pytest.fixture
def client(organization: None) -> Client:
    """Somebody who is not signed in."""
    return Client(HTTP_HOST="127.0.0.1")


@pytest.fixture
def ask(client: Client) -> Ask:
    """Ask the interface for programs: the JSON of the answer, whose status is as expected."""

    def asked(path: str, status: int = 200, /, **query: str) -> Any:
        response = client.get(f"/api/v1/{path}", query)
        assert response.status_code == status, (path, response.content.decode()[:400])
        return json.loads(response.content)

    return asked
