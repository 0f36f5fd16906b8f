"""Persons: their offices in order, their names as printed, their variants."""

from __future__ import annotations

from datetime import date

from amana.charter.offices import Term
from amana.charter.persons import Person, offices_held, persons_of, variants
from amana.values.days import Day
from amana.values.words import Words

TERMS = (
    Term("sg-2", "sg", "amina", Words(en="Amina Noor", ar="أمينة نور"), since=Day("2021-11-17")),
    Term("sg-1", "sg", "bilal", Words(en="Bilal"), since=Day("2016"), until=Day("2021-11-16")),
    Term("dep", "deputy", "amina", Words(en="Ameena Noor"), since=Day("2010-01-01"), until=Day("2014")),
    Term("seat", "chair", "", Words(), party="sa", since=Day("2019")),
)


def test_offices_are_told_in_order_each_with_its_end() -> None:
    held = offices_held(date(2026, 1, 1), TERMS, {"sg": "P5Y"})["amina"]
    assert [(one.term.id, str(one.end.day), one.end.stated) for one in held] == [
        ("dep", "2014", True),
        ("sg-2", "2026-11-17", False),
    ]


def test_an_office_that_begins_after_the_day_is_not_told_and_one_of_that_year_is_possible() -> None:
    held = offices_held(date(2016, 6, 1), TERMS)
    assert [one.term.id for one in held["amina"]] == ["dep"] and not held["bilal"][0].certain


def test_a_seat_of_a_state_is_no_person() -> None:
    assert set(offices_held(date(2026, 1, 1), TERMS)) == {"amina", "bilal"}
    assert set(persons_of((), TERMS)) == {"amina", "bilal"}


def test_who_is_kept_has_the_name_that_is_kept_and_the_other_spellings_as_variants() -> None:
    kept = Person("amina", Words(en="Amina Noor", ar="أمينة نور"), forms=("Amine Nour",))
    assert persons_of([kept], TERMS)["amina"] is kept
    assert variants(kept, TERMS) == ("Amine Nour", "Ameena Noor")
