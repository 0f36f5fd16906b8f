"""Tags for words whose languages are not all sourced."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from amana.pages import marks
from amana.pages.templatetags.words import unsourced
from amana.values.words import Words

register = template.Library()


@register.filter
def unsourced_words(fact: Any, field: str) -> SafeString:
    """`{{ area|unsourced_words:"name" }}`: the mark where the words, or those in the language shown, have no source."""
    words: Words = getattr(fact, field, Words()) or Words()
    if not words:
        return marks.EMPTY
    shown = f"{field}_{words.language(get_language() or 'en')}"
    return unsourced(fact, field) or unsourced(fact, shown)
