"""What every template knows: the language, the day of reading, the organization, the reader, the record's size."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language_bidi

from amana.pages.calendars import Chosen, chosen
from amana.pages.middleware import LANGUAGES, UNOFFICIAL
from amana.pages.reading import Reading, reading_of
from amana.values.hijri import FIRST_YEAR, LAST_YEAR, TABLE
from amana.values.months import month_name


def page(request: HttpRequest) -> dict[str, Any]:
    """`reading` holds the rest and asks the store only for what a template shows."""
    reading = reading_of(request)
    return {
        "reading": reading,
        "language": reading.language,
        "direction": "rtl" if get_language_bidi() else "ltr",
        "as_of": reading.as_of,
        "chosen": SimpleLazyObject(lambda: _chosen(request, reading)),
        "hijri_months": hijri_months(reading.language),
        "hijri_years": (FIRST_YEAR, LAST_YEAR),
        "table": TABLE,
        "languages": LANGUAGES,
        "unofficial": UNOFFICIAL,
    }


def _chosen(request: HttpRequest, reading: Reading) -> Chosen:
    """The day of reading in both calendars, and what documents equate it with."""
    sessions = reading.known.sessions if reading.known else ()
    return chosen(reading.day, getattr(request, "as_of_hijri", None), sessions)


@cache
def hijri_months(language: str) -> tuple[tuple[int, str], ...]:
    """The months of the Hijri year by number, in English where the language has no names for them."""
    months = range(1, 13)
    try:
        return tuple((number, month_name(number, language, "hijri")) for number in months)
    except ValueError:
        return tuple((number, month_name(number, "en", "hijri")) for number in months)
