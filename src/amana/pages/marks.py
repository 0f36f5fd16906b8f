"""How words, days, numbers and symbols are set in a page: with their language, their direction and what marks them."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from amana.values import days as written
from amana.values.days import Day, Span
from amana.values.folding import ARABIC
from amana.values.hijri import TABLE, computed_hijri
from amana.values.months import Calendar
from amana.values.words import RIGHT_TO_LEFT, Words

EMPTY = SafeString("")
NARROW = "\u202f"


def direction(language: str) -> str:
    """'rtl' or 'ltr'."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def said(words: Words | Mapping[str, str] | str | None, language: str) -> SafeString:
    """The words in the reader's language; in another one they bear its `lang` and `dir`.

    >>> str(said(Words(en="Charter"), "ar")), str(said(Words(en="Charter"), "en"))
    ('<span lang="en" dir="ltr">Charter</span>', 'Charter')
    """
    if not words:
        return EMPTY
    if isinstance(words, str):
        return format_html("{}", words)
    words = words if isinstance(words, Words) else Words(words)
    held = words.language(language)
    if held == language:
        return format_html("{}", words[held])
    return format_html('<span lang="{}" dir="{}">{}</span>', held, direction(held), words[held])


def plain(words: Words | Mapping[str, str] | str | None, language: str) -> str:
    """The same as text alone."""
    if not words:
        return ""
    if isinstance(words, str):
        return words
    return (words if isinstance(words, Words) else Words(words)).best(language)


def isolated(text: str) -> str:
    """Text that runs left to right whatever stands around it, for places where no element can be.

    >>> isolated("1/48-POL") == "\\u20661/48-POL\\u2069"
    True
    """
    return f"\u2066{text}\u2069"


def symbol(text: object) -> SafeString:
    """A symbol or another run that must never turn round: Latin from the left, one with Arabic letters from the right.

    >>> symbol("1/48-POL")
    '<bdi class="symbol" dir="ltr">1/48-POL</bdi>'
    >>> symbol("902/51-إق")
    '<bdi class="symbol" dir="rtl">902/51-إق</bdi>'
    """
    if not text:
        return EMPTY
    return format_html('<bdi class="symbol" dir="{}">{}</bdi>', "rtl" if ARABIC.search(str(text)) else "ltr", str(text))


def number(value: int | str, language: str) -> str:
    """A whole number with its thousands grouped as the language does.

    >>> number(12345, "en"), number(12345, "fr") == "12\\u202f345", number(999, "ar")
    ('12,345', True, '999')
    """
    grouped = f"{int(value):,}"
    return grouped.replace(",", NARROW) if language == "fr" else grouped


def gregorian(days: Day | Span | str | None, language: str) -> SafeString:
    """A day or span of the Gregorian calendar in words; `?` is said as not known."""
    held = _span(days)
    if held is None:
        return EMPTY
    if str(held) == "?":
        return format_html('<span class="unknown">{}</span>', gettext("day not known"))
    machine = str(held) if held.exact and held.start == held.end else ""
    said_days = days_in(held, language)
    if machine:
        return format_html('<time datetime="{}"><bdi>{}</bdi></time>', machine, said_days)
    return format_html("<bdi>{}</bdi>", said_days)


def days_in(held: Span, language: str, calendar: Calendar = "gregorian") -> str:
    """The days in words; in English where they are not written in that language yet."""
    days = held if held.start != held.end else held.start
    try:
        return written.write_day(days, language, calendar)
    except ValueError:
        return written.write_day(days, "en", calendar)


def hijri(days: Span | str | None, language: str) -> SafeString:
    """A day or span whose numbers are Hijri, in words."""
    held = _span(days)
    if held is None or str(held) == "?":
        return EMPTY
    return format_html("<bdi>{}</bdi>", days_in(held, language, "hijri"))


def both(days: Day | Span | str | None, stated: Span | None, language: str) -> SafeString:
    """Both calendars: the Hijri days as stated or, where none are, as computed and marked so.

    `stated`: as the fact's own sources have them, or as a session's documents equate the days.
    """
    held = _span(days)
    first = gregorian(held, language)
    if stated is not None:
        second = hijri(stated, language)
        return format_html('{} <span class="hijri">{}</span>', first, second) if first else second
    computed = computed_hijri(held) if held else None
    if computed is None:
        return first
    return format_html(
        '{} <span class="hijri">{} <abbr class="computed" title="{}">{}</abbr></span>',
        first,
        hijri(computed, language),
        gettext("computed by the table %(table)s, stated by no source") % {"table": TABLE},
        gettext("computed"),
    )


def _span(days: Day | Span | str | None) -> Span | None:
    if not days:
        return None
    if isinstance(days, Span):
        return days
    return Span.parse(str(days))
