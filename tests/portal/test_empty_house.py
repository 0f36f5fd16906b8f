"""Before anything is loaded the public face says so, and breaks nowhere."""

from __future__ import annotations

from django.test import Client


def test_without_an_organization_there_is_no_page_and_no_error(db: None) -> None:
    assert Client(HTTP_HOST="127.0.0.1").get("/en/members/").status_code == 404
