"""What a text may speak of is told by its words: never missed, and seldom for nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from amana.values.folding import folded_once
from amana.values.glances import Glance

PIECES = ("ساع", "يوم", "day", "ho", "d'ici")
WORDS = st.sampled_from(["الساعة", "يومان", "days", "hour", "d'ici", "holiday", "14", "x", "نوم", "1412h", "Hotel"])
TIME = Glance("xx", words=("hour", "h"), pieces=PIECES)


@given(st.lists(WORDS, max_size=6).map(" ".join))
def test_no_piece_is_passed_over(text: str) -> None:
    seen = folded_once(text)
    pieces = (piece for piece in PIECES if piece in seen.folded)
    assert TIME.at(seen) == (any(pieces) or not {"hour", "h"}.isdisjoint(seen.words) or "ici" in seen.folded)


def test_a_look_that_joins_later_is_answered_for_a_text_that_was_looked_at_before() -> None:
    seen = folded_once("the meeting of the parties")
    assert not Glance("xy", words=("session",)).at(seen)
    assert Glance("xy", words=("meeting",)).at(seen) and Glance("xy", pieces=("part",)).at(seen)


def test_a_look_in_one_language_says_nothing_of_another() -> None:
    seen = folded_once("pour cent")
    one, other = Glance("x1", words=("cent",)), Glance("x2", words=("pour cent",))
    assert one.at(seen) and not other.at(seen) and one.at(seen)
