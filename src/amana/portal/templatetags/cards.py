"""Where the facts of a card lead, and what the claims behind it say."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from amana.inquiry.card import Ref
from amana.inquiry.lexicon import LANGUAGES
from amana.inquiry.telling import claim_in
from amana.pages import marks
from amana.pages.templatetags.words import address
from amana.values.facts import Claim, Dispute

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


@register.simple_tag
def claimed(dispute: Dispute, claim: Claim) -> SafeString:
    """`{% claimed dispute claim %}`: what a claim says, in the language of the page; a Hijri day as one."""
    language = get_language() or "en"
    if claim.words:
        return marks.said(claim.words, language)
    return format_html("<bdi>{}</bdi>", claim_in(dispute, claim, language if language in LANGUAGES else "en"))
