"""What sessions state of a day in both calendars."""

from __future__ import annotations

from datetime import date

from amana.sessions.equated import by_day, equations, stated_hijri
from amana.sessions.session import Session
from amana.values.days import Day, Span


def session(id_: str, days: str, hijri: str) -> Session:
    """A session that states its days in both calendars."""
    return Session(id_, "council", "ordinary", days=Span.parse(days), hijri=Span.parse(hijri))


def test_days_are_counted_over_the_end_of_a_hijri_month_where_it_can_have_that_length() -> None:
    over = session("co-1", "1972-02-29/1972-03-04", "1392-01-14/1392-01-18")
    into = session("co-2", "1980-01-27/1980-01-29", "1400-03-29/1400-04-02")
    assert len(list(equations([over]))) == 5
    assert [str(one.hijri) for one in equations([into])] == ["1400-03-29", "1400-04-01", "1400-04-02"]


def test_where_the_calendars_count_differently_only_the_ends_are_stated() -> None:
    stated = by_day([session("co-1", "1974-02-22/1974-02-24", "1394-01-29/1394-01-30")])
    assert sorted(str(one.hijri) for one in stated.values()) == ["1394-01-29", "1394-01-30"]
    assert stated_hijri(Day("1974-02-23"), stated) is None


def test_a_day_of_which_two_sessions_differ_is_stated_by_none() -> None:
    two = [session("co-1", "1974-02-22", "1394-01-29"), session("co-2", "1974-02-22", "1394-01-30")]
    assert date(1974, 2, 22) not in by_day(two)
    assert stated_hijri(Day("1974-02-22"), by_day(two[:1])) == Span.parse("1394-01-29")


def test_a_month_or_a_day_not_known_is_stated_by_no_session() -> None:
    stated = by_day([session("co-1", "1974-02-22/1974-02-24", "1394-01-29/1394-02-01")])
    assert stated_hijri(Day("1974-02"), stated) is stated_hijri(Day("?"), stated) is stated_hijri(None, stated) is None
    assert str(stated_hijri(Span.parse("1974-02-22/1974-02-24"), stated)) == "1394-01-29/1394-02-01"
