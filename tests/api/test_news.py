"""Feeds, calendars, open data and what pages tell programs, through the site."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar
from lxml import etree

from amana.acts import record
from amana.acts.resolutions import Release
from amana.publish.feeds import ATOM

NS = {"a": ATOM}
FEEDS = ("feeds/all.atom", "feeds/decisions.atom", "feeds/organs/council.atom", "feeds/states/kelmora.atom")
CALENDARS = ("calendar.ics", "organs/council/calendar.ics", "members/miravel/calendar.ics")


def content(client: Client, address: str) -> bytes:
    """What stands at an address."""
    response = client.get(address)
    assert response.status_code == 200, address
    return b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_feed_is_atom_with_few_queries(client: Client, language: str, django_assert_max_num_queries: Any) -> None:
    for path in FEEDS:
        with django_assert_max_num_queries(14):
            root = etree.fromstring(content(client, f"/{language}/{path}"))
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
        assert len(root.findall("a:entry", NS)) == len(
            {e.findtext("a:id", namespaces=NS) for e in root.findall("a:entry", NS)}
        )
        assert root.find("a:entry", NS) is not None, path


def test_a_feed_tells_of_no_decision_that_was_withdrawn(client: Client) -> None:
    assert b"lc-c-5-res-2" in content(client, "/en/feeds/decisions.atom")
    record.enter(Release("lc-c-5-res-2", "house"), by="console")
    assert b"lc-c-5-res-2" not in content(client, "/en/feeds/decisions.atom")


def test_the_feed_of_a_state_tells_its_standing_and_what_it_hosts_and_no_mandate(client: Client) -> None:
    text = content(client, "/en/feeds/states/kelmora.atom").decode()
    assert "Kelmora Isles: member" in text and "/sessions/co-2/" in text and "mandate" not in text


def test_a_calendar_marks_what_is_planned(client: Client) -> None:
    for path in CALENDARS:
        assert Calendar.from_ical(content(client, f"/ar/{path}").decode()).walk("VEVENT")
    events = Calendar.from_ical(content(client, "/en/organs/council/calendar.ics").decode()).walk("VEVENT")
    told = {str(one["URL"]).rsplit("/", 2)[1]: str(one["STATUS"]) for one in events}
    assert told["co-5"] == "CONFIRMED" and told["co-6"] == "TENTATIVE"


@pytest.mark.parametrize("path", ["feeds/organs/none.atom", "feeds/subjects/none.atom", "members/none/calendar.ics"])
def test_there_is_no_news_of_what_is_not_there(client: Client, path: str) -> None:
    assert client.get(f"/en/{path}").status_code == 404


def test_a_page_tells_programs_what_it_is_about_and_where_they_find_it(client: Client) -> None:
    kinds = {
        "": "Organization",
        "members/kelmora/": "Country",
        "organs/council/": "Organization",
        "sessions/co-4/": "Event",
        "decisions/lc-c-4-res-1/": "Legislation",
        "persons/n-solune/": "Person",
    }
    for path, kind in kinds.items():
        page = content(client, f"/ar/{path}").decode()
        block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
        assert block and json.loads(block[1])["@type"] == kind, path
        assert json.loads(block[1])["@id"] == f"http://127.0.0.1/{path}"
        linked = re.search(r'type="application/json" href="([^"]+)"', page)
        assert linked and client.get(linked[1]).status_code == 200, path


def test_what_is_to_be_taken_along_bears_its_checksums(client: Client) -> None:
    sums = content(client, "/en/data/SHA256SUMS").decode().splitlines()
    for digest, name in (line.split("  ") for line in sums):
        assert hashlib.sha256(content(client, f"/en/data/{name}")).hexdigest() == digest, name
    page = content(client, "/ar/data/").decode()
    assert all(line.split("  ")[0][:16] in page for line in sums)


def test_the_folder_to_take_along_holds_nothing_of_the_house(client: Client) -> None:
    record.enter(Release("lc-c-5-res-2", "house"), by="console")
    whole = zipfile.ZipFile(io.BytesIO(content(client, "/en/data/organization.zip")))
    names = whole.namelist()
    assert "organization.toml" in names and any("lc-c-5-res-1" in one for one in names)
    assert not any("lc-c-5-res-2" in one for one in names)
    tables = zipfile.ZipFile(io.BytesIO(content(client, "/en/data/tables.zip")))
    assert b"lc-c-5-res-2" not in tables.read("decisions.csv") + tables.read("paragraphs.csv")
    assert b"m-secret" not in tables.read("mandates.csv") and b"m-list" in tables.read("mandates.csv")


def test_nothing_else_can_be_fetched_from_there(client: Client) -> None:
    for name in ("lock", "..%2f..%2frecord.key", "secret.key"):
        assert client.get(f"/en/data/{name}").status_code == 404
