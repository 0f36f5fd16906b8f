"""Where the facts of a card lead."""

from __future__ import annotations

from django import template

from amana.inquiry.card import Ref
from amana.pages.templatetags.words import address

register = template.Library()
PAGES = {
    "party": "portal:member",
    "organ": "portal:organ",
    "person": "portal:person",
    "session": "portal:session",
    "programme": "portal:programme",
    "partner": "portal:partner",
    "group": "portal:group",
    "resolution": "portal:decision",
}


@register.filter
def leads_to(ref: Ref | None) -> str:
    """`{{ line.ref|leads_to }}`: the page of what a fact leads to; '' where it has none."""
    if ref is None:
        return ""
    if ref.kind == "organization":
        return address("portal:home")
    return address(PAGES[ref.kind], ref.id) if ref.kind in PAGES else ""
