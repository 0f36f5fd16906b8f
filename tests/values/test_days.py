"""Days as stated: what they may be, and that nothing is lost in writing them down."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amana.values.codec import from_plain, to_plain
from amana.values.days import Day, Span, read_days, write_both, write_day

dates = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@st.composite
def plain_texts(draw: st.DrawFn) -> str:
    day = draw(dates).isoformat()
    return day[: draw(st.sampled_from([4, 7, 10]))]


@st.composite
def day_texts(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from(["plain", "set", "within", "unknown"]))
    if kind == "unknown":
        return "?"
    days = sorted(draw(st.lists(plain_texts(), min_size=2, max_size=3)))
    if kind == "within":
        one, other = sorted([draw(dates).isoformat(), draw(dates).isoformat()])
        return f"[{one}..{other}]"
    text = days[0] if kind == "plain" else f"[{','.join(days)}]"
    return text + draw(st.sampled_from(["", "?"]))


@given(day_texts())
def test_a_day_reads_back_as_it_was_written(text: str) -> None:
    day = Day.parse(text)
    assert str(day) == text
    assert from_plain(Day, to_plain(day)) == day


@given(day_texts())
def test_the_first_day_it_can_be_is_never_after_the_last(text: str) -> None:
    day = Day.parse(text)
    assert (day.first is None) == (day.last is None) == (text == "?")
    assert day.first is None or day.last is None or day.first <= day.last
    assert day.exact == (len(text) == 10 and text[0] != "[")


@pytest.mark.parametrize(
    "text",
    ["", "1979-13", "1979-00", "1979-1", "79", "1979-05-32", "[1984-03]", "[1984-03..1984-04", "[1984-04..1984-03]",
     "1984-03,1984-04", "1979-05-12 ", "١٩٧٩", "0000", "1979/1980", "??", "1979-05-12T00:00"],
)  # fmt: skip
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no day|ends before"):
        Day.parse(text)


def test_a_day_that_the_calendar_does_not_have_is_kept_but_has_no_bounds() -> None:
    day = Day("1979-02-30")
    assert (day.exists, day.first, day.last) == (False, None, None)
    assert Day("1400-02-30").text == "1400-02-30"  # the 30th of Safar


def test_the_precision_is_what_the_source_gives() -> None:
    texts = ("1979", "1979-05", "1979-05-12", "[1984-03,1984-04]", "?", "1979?")
    assert [Day(t).precision for t in texts] == ["year", "month", "day", "set", "unknown", "year"]
    assert [Day(t).uncertain for t in texts] == [False, False, False, False, True, True]


@given(dates, st.integers(0, 40))
def test_a_span_reads_back_and_counts_both_its_ends(start: date, more: int) -> None:
    span = Span.of(start, start + timedelta(days=more))
    assert Span.parse(str(span)) == span
    assert from_plain(Span, to_plain(span)) == span
    assert span.length == more + 1
    assert span.covers(start) and not span.covers(start - timedelta(days=1))


def test_a_span_may_not_end_before_it_begins() -> None:
    for text in ("1969-09-25/1969-09-22", "1389-07-12/1389-07-09", "1999/1998-12"):
        with pytest.raises(ValueError, match="ends before it begins"):
            Span.parse(text)
    assert str(Span.parse("1999/1999-03")) == "1999/1999-03"


@given(dates, st.integers(0, 40), st.sampled_from(["ar", "en", "fr"]),
       st.sampled_from(["gulf", "levant", "algeria", "morocco", "mauritania", "libya", "un"]), st.booleans())  # fmt: skip
def test_a_span_written_for_readers_is_read_again(
    start: date, more: int, language: str, tradition: str, arabic: bool
) -> None:
    span = Span.of(start, start + timedelta(days=more))
    text = write_day(span, language, tradition=tradition, arabic_digits=arabic)
    assert [d.gregorian for d in read_days(f"({text}).", language)] == [span]


@given(
    st.integers(1343, 1500),
    st.integers(1, 12),
    st.integers(1, 28),
    st.integers(0, 2),
    st.sampled_from(["ar", "en", "fr"]),
)
def test_a_pair_of_both_calendars_is_read_again(year: int, month: int, day: int, more: int, language: str) -> None:
    hijri = Span(Day.numbered(year, month, day), Day.numbered(year, month, day + more))
    gregorian = Span.parse("1969-09-22/1969-09-25")
    (found,) = read_days(write_both(hijri, gregorian, language), language)
    assert (found.hijri, found.gregorian) == (hijri, gregorian)


def test_what_is_not_known_is_said() -> None:
    assert write_day(Day("?"), "fr") == "date inconnue"
    assert write_day(Day("[1984-03-01..1984-03-09]"), "en") == "some day between 1 March 1984 and 9 March 1984"
    assert write_day(Day("1979-05?"), "ar") == "مايو 1979 (?)"
    with pytest.raises(ValueError, match="not written in 'de'"):
        write_day(Day("1979"), "de")
