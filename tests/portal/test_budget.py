"""What a reader has to fetch: no page with its styles and fonts weighs more than 250 kB, and none runs a program.

Reckoned from the answers themselves: the page, whatever it fetches, and every font whose letters stand on it, in every
weight and family: at least what a browser fetches, which one page shows to be so.
"""

from __future__ import annotations

import gzip
import re
import urllib.request
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Browser, Response

from tests.portal.test_pages import PAGES
from tests.portal.test_programme_pages import PAGES as PROGRAMME
from tests.portal.test_relations_pages import PAGES as RELATIONS

MOST = 250_000
READER = "/decisions/lc-c-4-res-1/in/ar-en-fr/"
FETCHED = re.compile(r'<link rel="(?:stylesheet|icon)" href="([^"]+)"|<(?:img|source|iframe|embed)[^>]* src="([^"]+)"')
FACE = re.compile(r"@font-face\{.*?url\((.*?)\).*?unicode-range:(.*?)\}")
TAGS = re.compile(r"<[^>]*>")


@cache
def faces() -> tuple[tuple[int, tuple[tuple[int, int], ...]], ...]:
    """Each font: how many bytes it is, and the first and last of each of its runs of letters."""
    sheet = Path(finders.find("pages/fonts.css"))
    found = []
    for file, said in FACE.findall(sheet.read_text(encoding="utf-8")):
        ends = [one.strip().removeprefix("U+").split("-") for one in said.split(",")]
        runs = tuple((int(one[0], 16), int(one[-1], 16)) for one in ends)
        found.append(((sheet.parent / file).stat().st_size, runs))
    return tuple(found)


def weight(fetch: Callable[[str], bytes], address: str) -> int:
    """The bytes of a page, of what it refers to, and of the fonts its letters ask for."""
    page = fetch(address)
    text = (gzip.decompress(page) if page.startswith(b"\x1f\x8b") else page).decode()
    total = len(page)
    for link in {one or other for one, other in FETCHED.findall(text)}:
        static = finders.find(link.removeprefix("/static/")) if link.startswith("/static/") else None
        total += Path(static).stat().st_size if static else len(fetch(link))
    letters = {ord(letter) for letter in TAGS.sub("", text)}
    return total + sum(size for size, runs in faces() if any(a <= n <= b for n in letters for a, b in runs))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_page_weighs_more_than_a_quarter_of_a_megabyte(visitor: Client, settings: Any, language: str) -> None:
    settings.PAGES_KEPT = 4 << 20

    def fetch(address: str) -> bytes:
        visitor.cookies.clear()  # somebody who comes for the first time
        return visitor.get(address, headers={"Accept-Encoding": "gzip"}).content

    weights = {path: weight(fetch, f"/{language}{path}") for path in (*PAGES, *PROGRAMME, *RELATIONS)}
    assert READER in weights and min(weights.values()) > 50_000
    assert {path: size for path, size in weights.items() if size > MOST} == {}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_page_needs_a_program_to_be_read(visitor: Client, language: str) -> None:
    for path in (*PAGES, *PROGRAMME, *RELATIONS):
        page = visitor.get(f"/{language}{path}").content.decode()
        programs = re.findall(r"<script(?! type=\"application/ld\+json\")|javascript:|\son\w+=", page)
        assert "<h1" in page and not programs, path


@pytest.mark.browser
def test_a_browser_fetches_no_more_than_was_reckoned(site: str, chromium: Browser) -> None:
    def fetch(address: str) -> bytes:
        with urllib.request.urlopen(site + address) as answer:
            return bytes(answer.read())

    context = chromium.new_context(java_script_enabled=False)
    page, answers = context.new_page(), list[Response]()
    page.on("response", lambda answer: answers.append(answer))
    page.goto(f"{site}/ar{READER}", wait_until="networkidle")
    carried = sum(answer.request.sizes()["responseBodySize"] for answer in answers if answer.ok)
    context.close()
    assert any(answer.url.endswith(".woff2") for answer in answers)
    assert MOST // 2 < carried <= weight(fetch, f"/ar{READER}")
