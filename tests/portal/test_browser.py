"""Every public page in a browser: readable by everybody (axe), and as wide as the screen, on a desk and on a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.portal.test_pages import PAGES

SERIOUS = ("serious", "critical")
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_is_accessible_and_fits_the_screen(site: str, chromium: Browser, language: str, width: int) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 900})
    found: list[str] = []
    for path in (*PAGES, "/on/2021-06-01/members/", "/no-such-page/", "/as-of/?day=sooner"):
        address = f"/{language}{path}"
        page.goto(site + address)
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found += [f"{address}: {wider} px wider than the screen"] if wider > 0 else []
        violations = Axe().run(page).response["violations"]
        found += [f"{address}: {v['id']}: {v['nodes'][0]['html'][:120]}" for v in violations if v["impact"] in SERIOUS]
    page.close()
    assert not found


def test_pages_are_readable_in_the_dark(site: str, chromium: Browser) -> None:
    page = chromium.new_page(color_scheme="dark")
    found = []
    for path in ("/ar/", "/ar/members/", "/en/decisions/lc-c-4-res-1/", "/en/mandates/"):
        page.goto(site + path)
        contrast = [v for v in Axe().run(page).response["violations"] if v["id"] == "color-contrast"]
        found += [f"{path}: {v['nodes'][0]['html'][:120]}" for v in contrast]
    page.close()
    assert not found


def test_nothing_is_fetched_from_elsewhere(site: str, chromium: Browser) -> None:
    page = chromium.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + "/ar/decisions/lc-c-4-res-1/in/ar-en-fr/")
    page.close()
    assert asked and all(address.startswith(site) for address in asked)


def test_the_day_picker_opens_and_leads_to_the_day(site: str, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto(site + "/ar/members/")
    page.click(".as-of summary")
    page.fill("#as-of", "١٢ رجب ١٤٤٢")
    page.press("#as-of", "Enter")
    page.wait_for_url("**/ar/on/1442-07-12/members/")
    assert page.locator(".band").is_visible()
    page.close()
