"""Pages are kept for visitors, for as long as they are right, and for nobody else."""

from __future__ import annotations

import gzip
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from amana.acts import people, record
from amana.acts.organization import Cite
from amana.pages.kept import Page, Shelf, of_the_record
from amana.store import models
from amana.values.facts import Source

HOST = "127.0.0.1"
PAGES = ("/en/", "/ar/members/", "/en/on/2001-01-01/members/", "/fr/sessions/", "/en/decisions/", "/en/record/")


@pytest.fixture
def carla(organization: None, settings: Any) -> Client:
    """A visitor of a house that keeps pages."""
    settings.PAGES_KEPT = 4 << 20
    return Client(HTTP_HOST=HOST)


@pytest.mark.parametrize("page", PAGES)
def test_who_comes_again_is_answered_with_the_same_page_after_one_query(carla: Client, page: str) -> None:
    first = carla.get(page)
    with CaptureQueriesContext(connection) as asked:
        again = carla.get(page)
    assert first.status_code == again.status_code == 200
    assert again.content == first.content and again["Content-Security-Policy"] == first["Content-Security-Policy"]
    assert len(asked) == 1


def test_a_page_is_made_anew_after_an_entry(carla: Client) -> None:
    before = carla.get("/en/record/")
    record.enter(Cite(Source("new-source", "N", "https://example.org/new")), by="console")
    after = carla.get("/en/record/")
    assert before.content != after.content and before["ETag"] != after["ETag"]


def test_a_page_is_made_anew_on_the_next_day(carla: Client, settings: Any) -> None:
    settings.TODAY = "2025-03-04"
    first = carla.get("/en/")
    settings.TODAY = "2025-03-05"
    assert first.content != carla.get("/en/").content


def test_a_browser_that_has_the_page_hears_only_that_it_is_the_same(carla: Client) -> None:
    first = carla.get("/en/members/")
    again = carla.get("/en/members/", HTTP_IF_NONE_MATCH=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"] and "Cookie" in again["Vary"]


def test_who_takes_gzip_gets_the_same_page_smaller(carla: Client) -> None:
    plain, small = carla.get("/ar/members/"), carla.get("/ar/members/", HTTP_ACCEPT_ENCODING="gzip, br")
    assert small["Content-Encoding"] == "gzip" and len(small.content) * 3 < len(plain.content)
    assert plain.content == gzip.decompress(small.content)


def test_nothing_is_kept_for_or_shown_to_somebody_signed_in(carla: Client) -> None:
    people.add("bilal@test.invalid", "Bilal", "a long password 1", ("desk-officer",))
    bilal = Client(HTTP_HOST=HOST)
    bilal.force_login(models.User.objects.get(), backend="django.contrib.auth.backends.ModelBackend")
    visitors, his = carla.get("/en/"), bilal.get("/en/")
    assert "Bilal" in his.text and "Bilal" not in visitors.text and "ETag" not in his
    assert "Bilal" not in carla.get("/en/").text


def test_a_page_that_rests_on_what_is_not_in_the_record_is_not_kept(carla: Client) -> None:
    assert "ETag" in carla.get("/en/")
    assert "ETag" not in carla.get("/en/desk/sign-in/"), "it has a form of this visitor's alone"
    assert "ETag" not in carla.get("/en/no-such-page/")


def test_a_statement_on_any_table_beside_the_record_is_noticed(db: None) -> None:
    beside = set(connection.introspection.django_table_names()) - {
        t._meta.db_table for t in (*models.RECORD, *models.SHADOW)
    }
    assert {"store_user", "store_draft", "store_errorreport", "django_session"} <= beside
    for table in beside:
        assert not of_the_record(f'SELECT * FROM "store_fact", "{table}"')
    assert not of_the_record('UPDATE "store_fact" SET "gone" = 1') and not of_the_record("SELECT 1 FROM search_words")


def test_the_shelf_holds_no_more_than_it_may() -> None:
    shelf, page = Shelf(10_000), Page((), b"x" * 2_000, b"", "")
    for number in range(10):
        shelf.put(("house", "root", date(2025, 1, 1)), (str(number),), page)
    assert shelf.size <= 10_000
