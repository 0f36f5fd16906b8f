"""Tags for words whose languages are not all sourced."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString

from amana.pages import marks
from amana.pages.templatetags.words import unsourced

register = template.Library()


@register.filter
def unsourced_words(fact: Any, field: str) -> SafeString:
    """`{{ area|unsourced_words:"name" }}`: the mark where there are words, but no source of them or of their form."""
    return unsourced(fact, field) if getattr(fact, field, None) else marks.EMPTY
