"""The desk in a browser: readable by everybody (axe), and as wide as the screen, in Arabic and English, desk and phone."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
SERIOUS = ("serious", "critical")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """A site with a desk at work: its address, the sessions of the cast, what to look at."""
    var = tmp_path_factory.mktemp("desk")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {
        "AMANA_VAR": str(var),
        "DJANGO_SETTINGS_MODULE": "amana.site.settings",
        "AMANA_TODAY": "2026-11-22",
        "AMANA_DEMO": "1",
    }
    own |= {
        "AMANA_ORGANIZATION": str(ROOT / "organizations" / "example"),
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }
    environment = {**{k: v for k, v in os.environ.items() if not k.startswith("AMANA_")}, **own}
    told = var / "told.json"
    command = [sys.executable, "-W", "ignore", "-m", "tests.desk.prepared", str(port), str(told)]
    server = subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            if told.exists() and told.read_text():
                break
            assert server.poll() is None, "the site for the browser did not start"
            time.sleep(0.2)
        yield {**json.loads(told.read_text()), "site": f"http://127.0.0.1:{port}"}
    finally:
        server.terminate()
        server.wait(10)


@contextmanager
def page_of(name: str, desk: dict[str, Any], chromium: Browser, **options: Any) -> Iterator[Page]:
    """A new page of somebody who has signed in; of a visitor without a name."""
    context = chromium.new_context(**options)
    if name:
        context.add_cookies([{"name": "sessionid", "value": desk["sessions"][name], "url": desk["site"]}])
    yield context.new_page()
    context.close()


def looked_at(desk: dict[str, Any]) -> list[tuple[str, str]]:
    """Who looks at which page."""
    return [
        ("", "/desk/sign-in/"),
        ("amina", "/desk/"),
        ("dalia", "/desk/"),
        ("focal", "/desk/"),
        ("focal", "/desk/decisions/"),
        ("amina", "/desk/receive/"),
        ("amina", desk["draft"]),
        ("rami", desk["draft"]),
        ("amina", desk["draft"] + "findings/open/"),
        ("amina", desk["row"]),
        ("amina", desk["draft"] + "open/"),
        ("bilal", "/desk/decisions/lc-c-5-res-1/draft/"),
        ("amina", "/desk/drafts/from-file/"),
        ("bilal", "/desk/years/lc-c-5-res-1/"),
        ("bilal", "/desk/years/lc-c-4-res-1/lc-c-5-res-1/"),
        ("amina", "/desk/rules/"),
        ("tara", "/desk/terms/?q=harbours"),
        ("tara", "/desk/work/translate/"),
        ("amina", "/desk/decisions/"),
        ("amina", "/desk/decisions/lc-c-5-res-9/"),
        ("dalia", desk["mandate"]),
        ("bilal", desk["mandate"]),
        ("amina", "/desk/registry/"),
        ("amina", "/desk/registry/parties/miravel/"),
        ("amina", "/desk/registry/standing/suspend/"),
        ("amina", "/desk/registry/new/party/"),
        ("amina", "/desk/registry/correct/term/sg-1/"),
        ("bilal", "/desk/receive/"),
    ]


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_of_the_desk_is_accessible_and_fits_the_screen(
    desk: dict[str, Any], chromium: Browser, language: str, width: int
) -> None:
    found: list[str] = []
    for name, path in looked_at(desk):
        with page_of(name, desk, chromium, viewport={"width": width, "height": 900}) as page:
            page.goto(f"{desk['site']}/{language}{path}")
            for summary in page.query_selector_all("main details:not([open]) > summary"):
                summary.click()
            wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            found += [f"{path}: {wider} px wider than the screen"] if wider > 0 else []
            violations = Axe().run(page).response["violations"]
            found += [
                f"{name} {path}: {v['id']}: {v['nodes'][0]['html'][:160]}" for v in violations if v["impact"] in SERIOUS
            ]
    assert not found


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_on_a_phone_what_one_came_for_begins_in_the_upper_part_of_the_screen(
    desk: dict[str, Any], chromium: Browser, language: str
) -> None:
    with page_of("amina", desk, chromium, viewport={"width": 390, "height": 844}) as page:
        for path in ("/", "/desk/"):
            page.goto(f"{desk['site']}/{language}{path}")
            assert page.evaluate("document.querySelector('main').getBoundingClientRect().top") < 844 * 0.4


def test_a_form_sent_wrongly_is_as_accessible(desk: dict[str, Any], chromium: Browser) -> None:
    with page_of("amina", desk, chromium) as page:
        page.goto(f"{desk['site']}/ar/desk/registry/standing/restore/miravel/")
        page.fill("#id_since", "غداً")
        page.click("main form.doing button")
        violations = [v for v in Axe().run(page).response["violations"] if v["impact"] in SERIOUS]
        assert page.locator("#id_since_error").count() == 1 and page.input_value("#id_since") == "غداً"
        assert not [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in violations]


def test_findings_are_settled_by_keyboard_alone(desk: dict[str, Any], chromium: Browser) -> None:
    with page_of("rami", desk, chromium) as page:
        page.goto(f"{desk['site']}/en{desk['draft']}")
        before = page.locator("[data-open]").count()
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.id") == "f-1"
        while not page.evaluate("document.activeElement.matches('[data-open]')"):
            page.keyboard.press("j")
        settled = page.evaluate("document.activeElement.id")
        page.keyboard.press("s")
        page.keyboard.type("the author confirmed it")
        page.keyboard.press("Enter")
        page.wait_for_selector(f"#{settled}.done")
        assert page.locator("[data-open]").count() == before - 1
        assert page.evaluate("document.activeElement.matches('[data-finding]')")
        page.keyboard.press("?")
        assert page.locator("details.keys[open]").count() == 1


def test_all_of_a_kind_are_settled_by_keyboard_and_lifted_beside_any_of_them(
    desk: dict[str, Any], chromium: Browser
) -> None:
    with page_of("rami", desk, chromium) as page:
        page.goto(f"{desk['site']}/en{desk['draft']}")
        before = page.locator("[data-open]").count()
        found = page.locator("[data-open]").first
        name = found.get_attribute("id")
        found.locator("[data-reason]").fill("agreed with the author")
        found.locator("[data-all]").select_option("here")
        found.locator("[data-reason]").press("Enter")
        page.wait_for_selector(f"#{name}.done")
        assert page.locator("#own-rules li").count() == 1 and page.locator("[data-open]").count() < before
        page.locator(f"#{name} button[name=lift]").click()
        page.wait_for_selector(f"#{name}[data-open]")
        assert page.locator("#own-rules li").count() == 0 and page.locator("[data-open]").count() == before


def test_without_scripts_a_finding_is_settled_by_its_form(desk: dict[str, Any], chromium: Browser) -> None:
    with page_of("amina", desk, chromium, java_script_enabled=False) as page:
        page.goto(f"{desk['site']}/en{desk['draft']}")
        before = page.locator("[data-open]").count()
        open_one = page.locator("[data-open]").first
        settled = open_one.get_attribute("id")
        open_one.locator("[data-reason]").fill("typed without scripts")
        open_one.locator("[data-settle]").click()
        assert page.url.endswith(f"#{settled}") and page.locator("[data-open]").count() == before - 1


PRESSED = (
    "([key, code]) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, code, bubbles: true}))"
)


@pytest.fixture
def reader(desk: dict[str, Any], chromium: Browser) -> Iterator[Page]:
    """Rami, before the draft, in Arabic."""
    with page_of("rami", desk, chromium) as page:
        page.goto(f"{desk['site']}/ar{desk['draft']}")
        yield page


def standing(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_the_keys_work_on_an_arabic_keyboard(reader: Page) -> None:
    reader.evaluate(PRESSED, ["ت", "KeyJ"])
    assert standing(reader) == "f-1"
    reader.evaluate(PRESSED, ["؟", "Slash"])
    assert reader.locator("details.keys[open]").count() == 1


def test_escape_closes_what_was_opened_and_goes_back_to_the_finding(reader: Page) -> None:
    reader.keyboard.press("j")
    reader.keyboard.press("?")
    reader.keyboard.press("Escape")
    assert reader.locator("details.keys[open]").count() == 0 and standing(reader) == "f-1"
    reader.keyboard.press("t")
    reader.keyboard.type("harbours")
    reader.keyboard.press("Enter")
    reader.wait_for_selector("#looked-up:not([hidden])")
    reader.keyboard.press("Escape")
    assert reader.locator("#looked-up[hidden]").count() == 1 and standing(reader) == "f-1"


def test_who_stands_nowhere_goes_on_from_what_is_on_the_screen(reader: Page) -> None:
    last = reader.locator("[data-finding]").last
    reader.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
    last.evaluate("one => one.scrollIntoView({block: 'center'})")
    reader.keyboard.press("j")
    on_screen = reader.evaluate(
        "[...document.querySelectorAll('[data-finding]')].find((one) => one.getBoundingClientRect().bottom > 0).id"
    )
    assert standing(reader) == on_screen != "f-1"


def test_what_was_done_is_told_where_one_looks(reader: Page) -> None:
    key = reader.locator(".para.operative").last.get_attribute("id")
    reader.goto(reader.url + f"rows/{key}/")
    reader.locator("textarea").first.fill("يقرر أن يجتمع من جديد.")
    reader.locator("main form.doing button").first.click()
    reader.wait_for_url(f"**/#{key}")
    expect(reader.locator(".bar > div[role=status]")).to_be_in_viewport()
    assert reader.locator("div[role=status]").count() == 1


def test_a_place_marked_in_the_text_leads_to_its_finding(reader: Page) -> None:
    mark = reader.locator("a.at").first
    number = (mark.get_attribute("href") or "").removeprefix("#")
    mark.click()
    reader.wait_for_function("document.activeElement.id.startsWith('f-')")
    assert standing(reader) == number


def test_a_reason_typed_while_signed_out_stays_typed(reader: Page) -> None:
    reader.context.clear_cookies(name="sessionid")
    found = reader.locator("[data-open]").first
    found.locator("[data-reason]").fill("كما أقر المؤلف")
    found.locator("[data-settle]").click()
    found.locator("[data-lost]").wait_for()
    assert found.locator("[data-reason]").input_value() == "كما أقر المؤلف"
