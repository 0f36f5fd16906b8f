"""The day of reading: picked in either calendar, kept as it was picked, and told in both."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils.translation import override

from amana.acts import record
from amana.acts.organization import Convene
from amana.pages.templatetags.words import article, claimed, listed, unsourced, unsourced_of
from amana.sessions.session import Session
from amana.values.days import Span
from amana.values.facts import Claim
from amana.values.words import Words
from tests.portal.test_pages import body


def test_a_gregorian_day_is_picked_without_words(visitor: Client) -> None:
    response = visitor.get("/fr/as-of/", {"gregorian": "2019-05-12", "at": "/organs/"})
    assert response.headers["Location"] == "/fr/on/2019-05-12/organs/"


def test_a_hijri_day_is_picked_by_its_three_numbers(visitor: Client) -> None:
    response = visitor.get("/ar/as-of/", {"hd": "١٢", "hm": "7", "hy": "1442", "at": "/members/"})
    assert response.headers["Location"] == "/ar/on/1442-07-12/members/"


def test_a_hijri_day_stays_as_picked_and_says_what_is_computed(visitor: Client) -> None:
    response = visitor.get("/en/on/1442-07-12/members/")
    page = response.content.decode()
    assert response.context["as_of"].isoformat() == "2021-02-24"
    assert "You see the organization as of <bdi>12 Rajab 1442H</bdi>." in page and "computed" in page
    assert 'href="/ar/on/1442-07-12/members/"' in page and 'href="/en/on/1442-07-12/organs/"' in page


def test_where_documents_equate_the_day_with_another_the_page_says_so(visitor: Client) -> None:
    stated = Session(
        "co-x",
        "council",
        "meeting",
        days=Span.parse("2021-02-26"),
        hijri=Span.parse("1442-07-12"),
        sources=("CHARTER",),
    )
    record.enter(Convene(stated), by="console")
    chosen = visitor.get("/en/on/1442-07-12/").context["chosen"]
    if not chosen.stated:
        pytest.fail("what the session states is not told")
    assert [str(one.gregorian) for one in chosen.stated] == ["2021-02-26"]
    assert 'href="/en/on/2021-02-26/members/"' in body(visitor, "/en/on/1442-07-12/members/")
    assert [str(one.hijri) for one in visitor.get("/en/on/2021-02-26/").context["chosen"].stated] == ["1442-07-12"]


def test_before_the_foundation_the_page_says_that_nothing_was_founded(visitor: Client) -> None:
    page = body(visitor, "/en/on/2010-01-01/organs/")
    assert "Nothing was founded yet" in page and "No organ had been founded by this day." in page


@pytest.mark.parametrize("day", ["1389-13-01", "1389-02-31", "0001-01-01", "1342-01-01"])
def test_a_hijri_day_that_the_table_does_not_have_has_no_page(visitor: Client, day: str) -> None:
    assert visitor.get(f"/ar/on/{day}/members/").status_code == 404


@pytest.mark.parametrize("said", [{"hd": "12", "hm": "", "hy": ""}, {"hd": "x", "hm": "7", "hy": "1442"}, {}])
def test_half_a_day_is_asked_for_again(visitor: Client, said: dict[str, str]) -> None:
    assert visitor.get("/en/as-of/", said).status_code == 400


def test_what_a_session_states_of_its_days_is_taken_before_what_is_computed(visitor: Client) -> None:
    page = body(visitor, "/en/decisions/lc-c-4-res-1/")
    assert re.search(r'<span class="hijri"><bdi>5 Jumad[^<]* 1446H</bdi></span>', page)
    answer = visitor.get("/api/v1/decisions/lc-c-4-res-1").json()
    assert answer["adopted"]["hijri"] == {"stated": "1446-05-05", "computed": None}


def test_a_claim_is_written_in_the_calendar_of_its_fact() -> None:
    claim = Claim("a", "1389-07-09/1389-07-12", ("R01",))
    with override("en"):
        assert "9–12 Rajab 1389H" in claimed(claim, "sessions/is-1#hijri") and "Rajab" in claimed(claim)
        assert "Rajab" not in claimed(Claim("a", "1969-09-22", ("R01",)), "sessions/is-1#days")
        assert claimed(Claim("a", "fifty", ("R01",)), "sessions/is-1#number") == "<bdi>fifty</bdi>"


def test_the_mark_of_a_missing_source_names_the_form_or_the_field() -> None:
    held = Session("s", "council", "ordinary", place=Words(ar="إسطنبول", en="Istanbul"), unsourced=("place_ar",))
    with override("en"):
        assert unsourced(held, "place") == "" and unsourced_of(("name_ar", "name_fr"), "en") == ""
        assert "not sourced: article" in unsourced_of(("article", "name_ar"), "en")
        assert "Arabic form not sourced" in unsourced_of(("name_ar",), "ar")
    with override("ar"):
        assert "mark unsourced" in unsourced(held, "place")
        assert listed(["6", "7"]) == "6، 7" and "17 (ب)" in article("17(b)")
