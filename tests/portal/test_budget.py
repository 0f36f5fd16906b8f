"""What a reader has to fetch: no page with its styles and fonts weighs more than 250 kB, the first time."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Response

from tests.portal.test_browser import chromium  # noqa: F401 - a fixture
from tests.portal.test_pages import PAGES

MOST = 250_000
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["ar", "en", "fr", "id"])
def test_no_page_weighs_more_than_a_quarter_of_a_megabyte(site: str, chromium: Browser, language: str) -> None:  # noqa: F811
    found = []
    for path in PAGES:
        context = chromium.new_context(java_script_enabled=False)
        page, answers = context.new_page(), list[Response]()
        page.on("response", lambda answer, kept=answers: kept.append(answer))
        page.goto(f"{site}/{language}{path}", wait_until="networkidle")
        weight = sum(answer.request.sizes()["responseBodySize"] for answer in answers if answer.ok)
        found += [f"{path}: {weight} bytes"] if weight > MOST or weight < 50_000 else []
        context.close()
    assert not found
