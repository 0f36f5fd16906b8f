"""What every template knows."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    """The language and the day of reading."""
    return {"language": getattr(request, "reading_language", "en"), "as_of": getattr(request, "as_of", None)}
