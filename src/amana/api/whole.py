"""The organization whole, in formats that others agreed on."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from amana.api.asking import Anything, Asked
from amana.publish.popolo import popolo as as_popolo

router = Router(tags=["whole"])


@router.get("/popolo.json", response=dict[str, Any])
def popolo(request: HttpRequest, query: Query[Anything]) -> HttpResponse:
    """Parties, organs, persons, offices, terms and sessions in Popolo, as of the day. Four queries."""
    asked = Asked(request, query)
    made = as_popolo(asked.organization, asked.day, asked.language)
    return HttpResponse(json.dumps(made, ensure_ascii=False), content_type="application/json; charset=utf-8")
