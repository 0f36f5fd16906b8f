"""Which organs were there on a day: certainly, possibly, not yet."""

from datetime import date

import pytest

from amana.charter.instruments import Instrument
from amana.charter.organs import Organ
from amana.charter.presence import present_on
from amana.sessions.session import Session
from amana.values.days import Day, Span
from amana.values.words import Words

TAIF = Session("is-3", "is", "ordinary", 3, days=Span.parse("1981-01-25/1981-01-28"))
CHARTER = Instrument("ch", Words(), adopted=Day("2008-03-14"), applied=Day("2008-03-14"))
KNOWN = Day("2026-01")


def organ(**facts):
    return Organ("o", "other", (), sources=("S",), **facts)


@pytest.mark.parametrize(
    ("facts", "day", "there"),
    [
        ({"founded": Day("1981-01"), "by": "is-3"}, "1981-01-24", "not yet"),  # not before the session that founded it
        ({"founded": Day("1981-01"), "by": "is-3"}, "1981-01-26", "possible"),
        ({"founded": Day("1981-01"), "by": "is-3"}, "1981-01-28", "certain"),
        ({"by": "ch"}, "2008-03-13", "not yet"),  # not before the instrument that creates it was adopted
        ({"by": "ch"}, "2008-03-14", "certain"),
        ({}, "1971-01-01", "possible"),  # a founding day not known is not always
        ({}, "2026-01-01", "certain"),  # listed as being where the folder is known
        ({"founded": Day("1975"), "unsourced": ("founded",)}, "1980-01-01", "possible"),
        ({"founded": Day("1975"), "until": Day("?")}, "1992-01-01", "possible"),  # absent from later lists
        ({}, "1969-09-24", "not yet"),  # not before the organization
    ],
)
def test_an_organ_is_certain_possible_or_not_yet_there(facts, day, there):
    on = present_on(
        date.fromisoformat(day), [organ(**facts)], sessions=[TAIF], instruments=[CHARTER], founded=Day("1969-09-25"),
        known_until=KNOWN,
    )  # fmt: skip
    assert (len(on.certain), len(on.possible)) == {"certain": (1, 0), "possible": (0, 1), "not yet": (0, 0)}[there]


def test_an_organ_of_unknown_founding_was_not_there_before_the_one_above_it():
    above, below = Organ("a", "principal", (), founded=Day("1970-03-25"), sources=("S",)), organ(parent="a")
    assert not present_on(date(1970, 3, 24), [above, below]).every
    assert present_on(date(1970, 3, 25), [above, below]).possible == (below,)


def test_what_has_no_source_at_all_is_never_certain():
    bare = Organ("o", "other", (), founded=Day("1975"))
    assert present_on(date(2026, 1, 1), [bare], known_until=KNOWN).possible == (bare,)
