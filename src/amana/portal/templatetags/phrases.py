"""Tags for phrases of a report: words of another language bear its `lang` and `dir`, addresses never turn round."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from amana.pages import marks
from amana.reports.phrases import NONE, OWN, Phrase, Piece

register = template.Library()


@register.filter
def phrase(text: str) -> SafeString:
    """`{{ line.text|phrase }}`: each piece in its own language.

    >>> str(phrase("https://a.example/b"))
    '<bdi dir="ltr">https://a.example/b</bdi>'
    """
    return format_html_join("", "{}", ((_piece(piece),) for piece in Phrase(text).pieces))


def _piece(piece: Piece) -> SafeString:
    if piece.language == OWN:
        return format_html("{}", piece.text)
    if piece.language == NONE:
        return format_html('<bdi dir="ltr">{}</bdi>', piece.text)
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', piece.language, marks.direction(piece.language), piece.text)
