"""Search for programs: what is found, in which piece, and nothing that is the house's."""

from __future__ import annotations

from amana.acts import record
from amana.acts.resolutions import Release
from tests.api.conftest import Ask


def test_a_decision_is_found_by_its_words_in_each_language(ask: Ask) -> None:
    for words in ("clean harbours", "الموانئ النظيفة", "ports propres"):
        assert "lc-c-5-res-2" in [one["id"] for one in ask("search", q=words)["items"]], words


def test_a_hit_shows_the_piece_in_which_the_words_stand(ask: Ask) -> None:
    hit = next(one for one in ask("search", q="storm warning")["items"] if one["extracts"])
    marked = [piece["text"].lower() for one in hit["extracts"] for piece in one["pieces"] if piece["marked"]]
    assert any("storm" in text for text in marked)


def test_a_symbol_is_found_first(ask: Ask) -> None:
    assert ask("search", q="LC/C.4/RES/1")["items"][0]["id"] == "lc-c-4-res-1"


def test_what_was_withdrawn_is_found_no_more(ask: Ask) -> None:
    record.enter(Release("lc-c-5-res-2", "house"), by="console")
    assert "lc-c-5-res-2" not in str(ask("search", q="clean harbours")["items"])


def test_pages_of_hits_follow_each_other(ask: Ask) -> None:
    whole = [(one["kind"], one["id"]) for one in ask("search", q="council")["items"]]
    first = ask("search", q="council", limit="1")
    second = ask("search", q="council", limit="1", cursor=first["next"])
    assert [(one["kind"], one["id"]) for one in (*first["items"], *second["items"])] == whole[:2]


def test_a_question_without_words_is_refused_with_all_other_faults(ask: Ask) -> None:
    told = ask("search", 400, q=" ", kind="song", since="x")
    assert {one["where"] for one in told["errors"]} == {"q", "kind", "since"}
