"""Deadlines as stated, resolved to a day or a session."""

from datetime import date

import pytest

from amana.mandates.deadlines import StatedDeadline, overdue, resolve
from amana.sessions.session import Session
from amana.values.days import Day, Span
from amana.values.words import Words

CFM50 = Session("cfm-50", "cfm", "ordinary", 50, days=Span.parse("2024-08-29/2024-08-30"))
CFM51 = Session("cfm-51", "cfm", "ordinary", 51, days=Span.parse("2025-06-21/2025-06-22"))
IS15 = Session("is-15", "is", "ordinary", 15, days=Span.parse("2024-05-04/2024-05-05"))
IS16 = Session("is-16", "is", "ordinary", 16, days=Span.parse("2027/2027"))
NOISE = Session("cfm-x-21", "cfm", "extraordinary", 21, days=Span.parse("2024-10-01"))
ALL = [IS16, IS15, CFM51, NOISE, CFM50]
NEXT = StatedDeadline("at its next session", "session")


def test_a_day_that_is_stated_is_the_day():
    due = resolve(StatedDeadline("by 31 March 2027", "date", Day("2027-03-31")), CFM50, ALL)
    assert (str(due.day), due.inferred) == ("2027-03-31", False)


def test_the_next_session_is_the_next_ordinary_one_and_inferred():
    due = resolve(NEXT, CFM50, ALL)
    assert (due.session, str(due.day), due.inferred) == ("cfm-51", "2025-06-21", True)
    assert set(due.why) == {"ar", "en", "fr"}


def test_the_next_session_of_another_organ_is_that_organs():
    due = resolve(StatedDeadline("to the next Summit", "session", organ="is"), CFM50, ALL)
    assert (due.session, str(due.day)) == ("is-16", "2027")


def test_a_session_named_by_its_number_is_not_inferred():
    due = resolve(StatedDeadline("at its 51st session", "session", session=51), CFM50, ALL)
    assert (due.session, due.inferred) == ("cfm-51", False)


def test_a_session_not_in_the_record_yet_is_awaited_by_its_number():
    due = resolve(NEXT, CFM51, ALL)
    assert (due.session, due.day, due.organ, due.number, due.is_resolved) == ("", None, "cfm", 52, True)


def test_without_the_adopting_session_nothing_is_guessed():
    assert not resolve(NEXT, None, ALL).is_resolved
    assert not resolve(StatedDeadline("before the session of experts", "session", next=False), CFM50, ALL).is_resolved


def test_a_period_counts_from_the_end_of_the_session():
    due = resolve(StatedDeadline("within thirty days", "period", period="P30D"), CFM50, ALL)
    assert (str(due.day), due.inferred) == ("2024-09-29", True)


@pytest.mark.parametrize("kind", ["urgency", "none", "period", "date"])
def test_what_gives_no_day_is_left_to_a_person(kind):
    due = resolve(StatedDeadline("as soon as possible", kind), CFM50, ALL)
    assert not due.is_resolved
    assert due.why["fr"]


@pytest.mark.parametrize(
    ("status", "due", "today", "late"),
    [
        ("assigned", "2025-06-21", "2025-06-21", False),
        ("assigned", "2025-06-21", "2025-06-22", True),
        ("assigned", "2025", "2025-12-31", False),
        ("proposed", "2025-06-21", "2026-01-01", False),
        ("closed", "2025-06-21", "2026-01-01", False),
        ("reported", "?", "2026-01-01", False),
    ],
)
def test_overdue_is_computed_when_somebody_looks(status, due, today, late):
    assert overdue(status, Day(due), date.fromisoformat(today)) is late


def test_so_long_before_a_session_counts_back_from_the_day_it_opens():
    stated = StatedDeadline("60 days before the opening of its 51st session", "session", session=51, period="P60D")
    due = resolve(stated, CFM50, ALL)
    assert (str(due.day), due.session, due.inferred) == ("2025-04-22", "cfm-51", False)
    assert due.why["en"] == "60 days before the opening of the fifty-first session"


@pytest.mark.parametrize(("session", "organ"), [(52, ""), (16, "is")])
def test_before_a_session_whose_day_is_not_certain_no_day_is_set(session, organ):
    due = resolve(StatedDeadline("60 days before", "session", session=session, organ=organ, period="P60D"), CFM50, ALL)
    assert due.day is None
    assert due.number == session


def test_the_reason_names_no_id_but_says_it_in_words():
    due = resolve(StatedDeadline("within six months", "period", period="P6M"), CFM50, ALL)
    assert due.why["en"] == "six months, counted from the end of the fiftieth session"
    assert due.why["fr"] == "six mois, comptés à partir de la fin de la cinquantième session"
    assert due.why["ar"] == "مدة ستة أشهر محسوبة من نهاية الدورة الخمسين"
    names = {"cfm": Words(en="the Council of Foreign Ministers", ar="مجلس وزراء الخارجية")}
    why = resolve(NEXT, CFM50, ALL, names).why
    assert why["en"].endswith("is the fifty-first session of the Council of Foreign Ministers")
    assert why["ar"].endswith("هي الدورة الحادية والخمسون (مجلس وزراء الخارجية)")
    said = [
        resolve(d, CFM50, ALL).why
        for d in (NEXT, StatedDeadline("", "date", Day("2026-03-31")), StatedDeadline("", "none"))
    ]
    assert not any(raw in text for words in said for text in words.values() for raw in ("cfm", "P6M", "2026-03"))
