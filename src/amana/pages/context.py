"""What every template knows: the language, the day of reading, the organization, the reader, the record's size."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language_bidi

from amana.pages.middleware import LANGUAGES, UNOFFICIAL
from amana.pages.reading import reading_of


def page(request: HttpRequest) -> dict[str, Any]:
    """`reading` holds the rest and asks the store only for what a template shows."""
    reading = reading_of(request)
    return {
        "reading": reading,
        "language": reading.language,
        "direction": "rtl" if get_language_bidi() else "ltr",
        "as_of": reading.as_of,
        "languages": LANGUAGES,
        "unofficial": UNOFFICIAL,
    }
