"""What the search page promises, through Django's client."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from amana.acts import record
from amana.acts.resolutions import Release
from amana.values.snippets import snippet
from amana.values.stemming import asked, wanted
from tests.portal.test_pages import body


def hits(client: Client, address: str) -> list[str]:
    """The addresses of what a page of results lists, after the language."""
    page = body(client, address)
    return [a.split("/", 2)[2].strip("/") for a in re.findall(r'<h2><a href="([^"]+)"', page)]


def test_the_box_leads_to_an_address_without_a_question_mark(visitor: Client) -> None:
    response = visitor.get("/en/on/2025-03-01/search/", {"q": " early  warning "})
    assert response.status_code == 302 and response["Location"] == "/en/on/2025-03-01/search/early+warning/"
    assert visitor.get("/en/search/", {"q": "LC/C.4/RES/1"})["Location"] == "/en/search/LC~C.4~RES~1/"


@pytest.mark.parametrize("q", ["", "   ", "/", "..", "+", "؟", "\u200f"])
def test_without_a_word_there_is_the_empty_box(visitor: Client, q: str) -> None:
    response = visitor.get("/ar/search/", {"q": q})
    assert response.status_code == 200 and "<h2>" not in response.content.decode()


def test_a_symbol_in_any_printed_form_leads_to_its_decision_first(visitor: Client) -> None:
    for q in ("LC/C.4/RES/1", "lc/c.4/res/1", "LC / C.4 / RES / 1"):
        address = visitor.get("/en/search/", {"q": q})["Location"]
        assert hits(visitor, address)[0] == "decisions/lc-c-4-res-1", q


def test_inflections_and_unvowelled_words_find_the_paragraph_and_mark_it(visitor: Client) -> None:
    for q in ("للعواصف", "العواصف", "عواصف", "العَواصِف"):
        page = body(visitor, f"/ar/search/{q}/")
        assert 'href="/ar/decisions/lc-c-4-res-1/"' in page and "<mark>" in page, q


def test_names_come_before_decisions_in_the_readers_language(visitor: Client) -> None:
    assert hits(visitor, "/fr/search/Kelmora/")[0] == "members/kelmora"
    assert "Kelmore" in body(visitor, "/fr/search/Kelmora/")


def test_what_was_typed_on_the_wrong_keyboard_is_shown_and_can_be_taken_back(visitor: Client) -> None:
    page = body(visitor, "/ar/search/;gl,vm/")
    assert "members/kelmora" in page and 'href="/ar/search/;gl,vm/as/typed/"' in page
    assert "members/kelmora" not in body(visitor, "/ar/search/;gl,vm/as/typed/")
    assert 'class="card" lang="ar"' in body(visitor, "/en/search/hghldk+hguhl+2024/")  # 2024 stands somewhere


def test_a_misspelt_name_finds_whom_it_means(visitor: Client) -> None:
    for q in ("Nadirra", "Solunne", "Kelmorra"):
        page = body(visitor, f"/en/search/{q}/")
        assert f'href="/en/search/{q}/as/typed/"' in page and "<mark>" in page, q
    assert "as/typed" not in body(visitor, "/en/search/Kelmora/")


def test_choices_narrow_what_is_found_and_keep_their_address(visitor: Client) -> None:
    every = hits(visitor, "/en/search/council/")
    assert 'href="/en/search/council/kind/session/"' in body(visitor, "/en/search/council/")
    sessions = hits(visitor, "/en/search/council/kind/session/")
    assert sessions and set(sessions) < set(every) and all(one.startswith("sessions/") for one in sessions)
    assert hits(visitor, "/en/search/the+council/kind/decision/since/2024/until/2024/")
    for wrong in ("kind/none", "language/xx", "since/ten", "page/0", "page/99", "colour/red", "kind"):
        body(visitor, f"/en/search/council/{wrong}/", 404)


def test_as_of_a_day_later_decisions_are_left_out(visitor: Client) -> None:
    assert "decisions/lc-c-4-res-1" in hits(visitor, "/en/search/coastal+storms/")
    assert "decisions/lc-c-4-res-1" not in hits(visitor, "/en/on/2024-01-01/search/coastal+storms/")


def test_a_visitor_finds_nothing_that_is_not_released(visitor: Client) -> None:
    assert "m-list" in body(visitor, "/en/search/publish+list/kind/mandate/")
    assert hits(visitor, "/en/search/list/")
    for secret in ("INTERNAL+NOTE", "TOLD+AFTER+THE+RELEASE"):
        assert hits(visitor, f"/en/search/{secret}/as/typed/") == []
    assert "decisions/lc-c-4-res-2" in hits(visitor, "/en/search/nautical+charts/")
    record.enter(Release("lc-c-4-res-2", "house"), by="console")
    assert "decisions/lc-c-4-res-2" not in hits(visitor, "/en/search/nautical+charts/")


def test_the_number_of_queries_does_not_grow_with_what_is_found(
    visitor: Client, django_assert_max_num_queries: Any
) -> None:
    for address in ("/en/search/council/", "/en/search/nautical+charts/", "/ar/search/الدول+الأعضاء/"):
        body(visitor, address)
        with django_assert_max_num_queries(16):
            body(visitor, address)


def test_what_was_typed_is_never_markup(visitor: Client) -> None:
    page = body(visitor, "/en/search/%3Cscript%3Ealert(1)%3C~script%3E/")
    assert "<script>alert" not in page and "&lt;script&gt;" in page


def test_every_page_has_the_box(visitor: Client) -> None:
    assert 'action="/ar/search/"' in body(visitor, "/ar/members/")


def test_a_snippet_begins_near_the_words_and_hides_no_mark() -> None:
    text = "word " * 200 + "the early warning stations " + "word " * 200
    pieces = snippet(text, wanted(asked("early warning")), "en")
    said = "".join(piece.text for piece in pieces)
    assert [p.text for p in pieces if p.marked] == ["early", "warning"]
    assert said.startswith("… ") and said.endswith(" …") and len(said) < 300


def test_a_decision_is_found_by_its_subject_in_a_language_that_its_title_is_not_held_in(visitor: Client) -> None:
    page = body(visitor, "/ar/search/الملاحة/")
    assert "decisions/lc-c-3-res-2" in hits(visitor, "/ar/search/الملاحة/")
    assert "decisions/list/subject/navigation" in page


def test_a_name_of_one_language_finds_what_is_written_in_another(visitor: Client) -> None:
    assert hits(visitor, "/id/search/keamanan/") and hits(visitor, "/id/search/keamanan/as/typed/") == []
    assert "decisions/lc-c-3-res-2" in hits(visitor, "/ar/search/سلامة+الملاحة/")
    assert hits(visitor, "/id/search/kemiskinan/") == []


def test_a_word_that_stands_somewhere_is_never_taken_for_another(visitor: Client) -> None:
    for q in ("storms", "charts", "council", "chair", "join", "السابعة"):
        assert "as/typed" not in body(visitor, f"/en/search/{q}/"), q
    assert "as/typed" not in body(visitor, "/en/search/storms+Kelmorra+chair/")


def test_spellings_with_the_same_consonants_are_one_name(visitor: Client) -> None:
    assert "members/kelmora" in hits(visitor, "/en/search/Kalmyra/")


def test_where_nothing_has_every_word_those_with_most_come_first_and_the_page_says_so(visitor: Client) -> None:
    page = body(visitor, "/en/search/which+session+has+early+warning+of+coastal+storms+forbidden/")
    assert "Nothing was found that has all these words; these have some of them" in page
    first = hits(visitor, "/en/search/which+session+has+early+warning+of+coastal+storms+forbidden/")[:2]
    assert "decisions/lc-c-4-res-1" in first
    assert "these have some" not in body(visitor, "/en/search/early+warning/")
    assert hits(visitor, "/en/search/INTERNAL+forbidden/") == []


def test_a_symbol_that_is_not_held_finds_no_other(visitor: Client) -> None:
    assert hits(visitor, "/en/search/LC~C.4~RES~99/") == []
    assert hits(visitor, "/en/search/LC~C.4~RES~1/")[0] == "decisions/lc-c-4-res-1"


def test_with_many_words_that_nothing_has_the_queries_stay_few(
    visitor: Client, django_assert_max_num_queries: Any
) -> None:
    address = (
        "/en/search/" + "+".join(("storms", "council", "charter", "navigation", "members", "list", "report")) + "/"
    )
    body(visitor, address)
    with django_assert_max_num_queries(45):
        body(visitor, address)
