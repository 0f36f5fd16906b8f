"""The register of decisions: a sentence of filters, counts, and decisions of which no text is held."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from amana.acts import known, record
from amana.acts.may import CONSOLE
from amana.acts.resolutions import Accept, CorrectResolution, Release
from amana.resolutions.accepted import Accepted
from amana.store.queries import decisions as register
from amana.store.sight import VISITOR, Reader
from amana.values.days import Day
from amana.values.words import Words
from tests.portal.test_pages import body

HOUSE = Reader("p-x", frozenset({("registrar", "")}))
TODAY = date(2026, 1, 20)


def words(page: str) -> str:
    """What a page says, without its markup."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page.split("<main")[1].split("</main>")[0])))


def entry(key: str, **more: Any) -> Accepted:
    """An entry of the register, as a desk would accept it."""
    said: dict[str, Any] = {
        "symbol": f"LC/C.3/RES/{key}", "organ": "council", "session": "co-3", "title": Words(en=f"Title {key}"),
        "adopted": Day("2023-10-18"), "basis": "index", "sources": ("COUNCIL3",), "subjects": ("navigation",), **more,
    }  # fmt: skip
    return Accepted(f"r-{key}", **said)


def enter(*entries: Accepted, to: str = "public") -> None:
    """Accept them and release them."""
    for one in entries:
        record.enter(Accept(one), by=CONSOLE)
        if to:
            record.enter(Release(one.id, to), by=CONSOLE)  # type: ignore[arg-type]


def test_a_decision_without_its_text_says_so_and_how_it_is_known(visitor: Client) -> None:
    page = words(body(visitor, "/en/decisions/lc-c-3-res-2/"))
    assert "The text is not held here" in page and "It is printed in an official index or list." in page
    assert "COUNCIL3" in page and "Safety of navigation" in page and "Contact Group on the Strait" in page
    assert "LC/C.1/RES/4" in page and "Downloads" not in page
    body(visitor, "/en/decisions/lc-c-3-res-2/in/en/", 404)
    body(visitor, "/en/decisions/lc-c-3-res-2/text-en.txt", 404)


def test_a_decision_with_its_text_does_not_say_that_it_has_none(visitor: Client) -> None:
    page = body(visitor, "/en/decisions/lc-c-4-res-1/")
    assert "The text is not held" not in page and 'class="texts one adopted"' in page


def test_a_document_without_a_number_is_called_what_it_is(visitor: Client) -> None:
    page = words(body(visitor, "/en/decisions/co-2-communique/"))
    assert "communiqué" in page and "Final communiqué" in page
    assert "The sources named here tell of it." in page and "⁦⁩" not in page


def test_a_day_taken_from_the_session_and_a_title_of_ours_are_marked(visitor: Client) -> None:
    enter(entry("7", unsourced=("adopted", "title_en")))
    page = words(body(visitor, "/en/decisions/r-7/"))
    assert "the last day of the session" in page and "a description, not the title as printed" in page
    assert "the last day of the session" not in words(body(visitor, "/en/decisions/lc-c-3-res-2/"))


def test_what_it_recalls_is_linked_where_it_is_held_and_what_recalls_it_too(visitor: Client) -> None:
    enter(entry("8", recalls=("LC/C.3/RES/2", "LC/C.9/RES/9")))
    page = body(visitor, "/en/decisions/r-8/")
    assert 'href="/en/decisions/lc-c-3-res-2/"><bdi class="symbol" dir="ltr">LC/C.3/RES/2</bdi>' in page
    assert "LC/C.9/RES/9" in page and page.count("<a") == body(visitor, "/en/decisions/r-8/").count("<a")
    assert (
        "Recalled by" in (there := body(visitor, "/en/decisions/lc-c-3-res-2/"))
        and 'href="/en/decisions/r-8/"' in there
    )


def test_a_recall_that_was_corrected_away_is_told_no_more(visitor: Client) -> None:
    enter(one := entry("8", recalls=("LC/C.3/RES/2",)))
    record.enter(CorrectResolution(replace(one, recalls=()), "misread"), by=CONSOLE)
    record.enter(Release(one.id, "public"), by=CONSOLE)
    assert "Recalled by" not in body(visitor, "/en/decisions/lc-c-3-res-2/")


def test_the_same_subject_in_other_sessions_is_shown_capped_with_a_link_to_all(visitor: Client) -> None:
    enter(*(entry(str(n), session="co-1", adopted=Day("2019-04-24")) for n in range(20, 36)))
    page = body(visitor, "/en/decisions/lc-c-3-res-2/")
    assert len(set(re.findall(r'href="/en/decisions/(r-\d+)/"', page))) == register.CAP
    assert 'href="/en/decisions/list/subject/navigation/"' in page
    assert 'href="/en/decisions/r-20/"' not in body(visitor, "/en/decisions/r-21/"), "the same session"


def test_a_decision_without_its_text_is_cited(visitor: Client) -> None:
    assert "number = {LC/C.3/RES/2}" in body(visitor, "/en/decisions/lc-c-3-res-2/citation.bib")
    made = body(visitor, "/en/decisions/co-2-communique/citation.ris")
    assert "TI  - Final communiqué\r\n" in made and "M1  - " not in made
    assert "“Final communiqué”, 26 May 2021" in body(visitor, "/en/decisions/co-2-communique/")
    assert "number" not in body(visitor, "/en/decisions/co-2-communique/citation.bib")


def test_the_filters_read_as_a_sentence_and_each_part_can_be_left_out(visitor: Client) -> None:
    address = "/en/decisions/list/organ/council/session/co-3/subject/navigation/kind/resolution/text/not-held/"
    page = body(visitor, address)
    assert "Resolutions of the Council of Ministers" in words(page) and "about Safety of navigation" in words(page)
    assert "of which only the title is held" in words(page) and "1 decision" in words(page)
    without = address.replace("subject/navigation/", "")
    assert f'<a href="{without}"' in page and "LC/C.3/RES/2" in page


def test_one_list_has_one_address(visitor: Client) -> None:
    page = body(visitor, "/en/decisions/list/text/not-held/")
    for part in ("session/co-3/text/not-held", "kind/resolution/text/not-held", "text/not-held/year/2023"):
        assert f'href="/en/decisions/list/{part}/"' in page
    assert 'href="/en/decisions/list/kind/communique/"' in body(visitor, "/en/decisions/")


@pytest.mark.parametrize(
    "filters",
    ["organ/x", "session/x", "subject/x", "kind/communiqué", "kind/x", "text/x", "year/19", "year/١٩٧٤", "by/x"],
)
def test_a_filter_that_names_nothing_is_no_page(visitor: Client, filters: str) -> None:
    body(visitor, f"/en/decisions/list/{filters}/", 404)


def test_the_counts_beside_a_choice_are_what_one_finds_under_it(visitor: Client) -> None:
    page = body(visitor, "/en/decisions/list/kind/resolution/")
    options = re.findall(
        r'<li><a href="(/en/decisions/list/[^"]+)">[^<]*(?:<[^>]+>[^<]*)*?</a> <small>(\d+)</small>', page
    )
    assert len(options) > 8
    for address, count in options:
        assert f"· {count} decision" in words(body(visitor, address)), address


def test_twenty_stand_on_a_page_and_the_cursor_leads_through_all_once(visitor: Client) -> None:
    enter(*(entry(str(n)) for n in range(20, 65)))
    seen: list[str] = []
    address = "/en/decisions/list/session/co-3/"
    while address:
        page = body(visitor, address)
        rows = re.findall(r'<th scope="row"><a href="/en/decisions/([^"]+)/"', page)
        assert len(rows) <= 20
        seen += rows
        after = re.search(r'<a href="([^"]+)" rel="next"', page)
        address = after[1] if after else ""
    assert len(seen) == len(set(seen)) == 46


def test_as_of_a_day_only_what_was_adopted_by_then_is_counted(visitor: Client) -> None:
    page = words(body(visitor, "/en/on/2023-10-18/decisions/"))
    assert "2 decisions" in page and "LC/C.4/RES/1" not in page
    assert "1 decision " in words(body(visitor, "/en/on/2023-10-17/decisions/")) + " "


def test_what_was_not_released_is_neither_listed_nor_counted_nor_named(visitor: Client) -> None:
    before = words(body(visitor, "/en/decisions/list/subject/navigation/"))
    enter(entry("9", recalls=("LC/C.3/RES/2",)), to="")
    assert words(body(visitor, "/en/decisions/list/subject/navigation/")) == before
    assert "r-9" not in body(visitor, "/en/decisions/lc-c-3-res-2/")
    body(visitor, "/en/decisions/r-9/", 404)
    count = {reader: register.listed(reader, TODAY, {"session": "co-3"}, 20).total for reader in (VISITOR, HOUSE)}
    assert count == {VISITOR: 1, HOUSE: 2}


def test_what_was_withdrawn_leaves_the_register_at_once(visitor: Client) -> None:
    assert register.listed(VISITOR, TODAY, {"session": "co-3"}, 20).total == 1
    record.enter(Release("lc-c-3-res-2", "house"), by=CONSOLE)
    assert register.listed(VISITOR, TODAY, {"session": "co-3"}, 20).total == 0


def test_an_entry_whose_text_came_is_found_under_text_held(visitor: Client) -> None:
    values = {one.value.id: one.value for one in known.accepted_now().values()}
    like, bare = values["lc-c-4-res-2"], values["lc-c-3-res-2"]
    rows = tuple(replace(row, id=f"later-{row.key}") for row in like.rows)
    record.enter(CorrectResolution(replace(bare, texts=like.texts, rows=rows), "found"), by=CONSOLE)
    assert "lc-c-3-res-2" not in body(visitor, "/en/decisions/list/text/held/"), "not before it is released"
    record.enter(Release(bare.id, "public"), by=CONSOLE)
    assert "lc-c-3-res-2" in body(visitor, "/en/decisions/list/text/held/")
    assert "The text is not held" not in body(visitor, "/en/decisions/lc-c-3-res-2/")


def test_the_list_asks_as_much_however_many_there_are(visitor: Client, django_assert_num_queries: Any) -> None:
    enter(*(entry(str(n)) for n in range(20, 65)))
    for choices in ({}, {"session": "co-3"}, {"subject": "navigation", "text": "not-held"}):
        register.listed(VISITOR, TODAY, choices, 20)
        with django_assert_num_queries(2):
            assert len(register.listed(VISITOR, TODAY, choices, 20).rows) > 1


def test_no_table_is_read_from_end_to_end_for_a_page(visitor: Client, django_assert_max_num_queries: Any) -> None:
    register.register(VISITOR)
    with django_assert_max_num_queries(9) as asked:
        listing = register.listed(VISITOR, TODAY, {}, 20)
        register.recalled_by(VISITOR, TODAY, "LC/C.3/RES/2")
        register.same_subject(VISITOR, TODAY, listing.rows[-1])
    with connection.cursor() as cursor:
        for one in asked.captured_queries:
            cursor.execute(f"EXPLAIN QUERY PLAN {one['sql']}")
            steps = [str(row[3]) for row in cursor.fetchall()]
            assert not [step for step in steps if step.startswith("SCAN") and "USING" not in step], steps


def test_every_subject_has_its_list(visitor: Client) -> None:
    page = body(visitor, "/ar/decisions/subjects/")
    assert 'href="/ar/decisions/list/subject/navigation/"' in page and "سلامة الملاحة" in page
    assert "clean-harbours" not in page, "no decision stands under it"
