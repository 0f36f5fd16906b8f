"""Tags that name persons and link to their pages."""

from __future__ import annotations

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from amana.charter.offices import Term
from amana.pages import marks
from amana.pages.reading import Reading
from amana.pages.templatetags.words import address

register = template.Library()


@register.simple_tag(takes_context=True)
def person(context: Context, term: Term) -> SafeString:
    """`{% person term %}`: whose term it is, under the name printed with it, linked."""
    reading: Reading = context["reading"]
    shown = marks.said(term.name, reading.language)
    href = address("portal:person", term.person) if term.person else ""
    return format_html('<a href="{}">{}</a>', href, shown) if href and shown else shown
