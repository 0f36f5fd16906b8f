"""The pages of programmes, relations and persons in a browser: readable by everybody, as wide as the screen, in print."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.portal.test_browser import SERIOUS
from tests.portal.test_programme_pages import PAGES as PROGRAMME
from tests.portal.test_relations_pages import PAGES as RELATIONS

PAGES = (*PROGRAMME, *RELATIONS)
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_is_accessible_and_fits_the_screen(
    site: str,
    chromium: Browser,
    language: str,
    width: int,
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 900})
    found: list[str] = []
    for path in PAGES:
        page.goto(f"{site}/{language}{path}")
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found += [f"{path}: {wider} px wider than the screen"] if wider > 0 else []
        violations = Axe().run(page).response["violations"]
        found += [f"{path}: {v['id']}: {v['nodes'][0]['html'][:120]}" for v in violations if v["impact"] in SERIOUS]
    page.close()
    assert not found


@pytest.mark.parametrize(("language", "side"), [("en", "left"), ("ar", "right")])
def test_drawings_begin_where_the_reader_begins(
    site: str,
    chromium: Browser,
    language: str,
    side: str,
) -> None:
    page = chromium.new_page(viewport={"width": 900, "height": 900})
    page.goto(f"{site}/{language}/relations/sea-union/")
    edges = "e => { const r = e.getBoundingClientRect(); return [r.left, r.right]; }"
    word = page.locator("svg text.kind").first.evaluate(edges)
    whole = page.locator("svg.relations-line").evaluate(edges)
    page.close()
    assert abs(word[side == "right"] - whole[side == "right"]) < 2


def test_the_drawings_are_there_in_print_without_colour(
    site: str,
    chromium: Browser,
) -> None:
    page = chromium.new_page()
    page.emulate_media(media="print")
    page.goto(f"{site}/en/relations/sea-union/")
    fill = page.locator("svg .mark-shape").first.evaluate("e => getComputedStyle(e).stroke")
    page.close()
    assert fill == "rgb(0, 0, 0)"
