"""Tags for words, days, numbers, symbols and sources in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from django import template
from django.template import Context
from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, gettext_lazy, ngettext

from amana.charter.durations import Duration
from amana.pages import marks
from amana.pages.colour import DEFAULT
from amana.pages.reading import Reading
from amana.pages.vocabulary import word
from amana.sessions.equated import stated_hijri
from amana.values import listing
from amana.values.days import Day, Span
from amana.values.facts import Claim, Dispute, Source
from amana.values.hijri import HijriDate
from amana.values.words import Words

register = template.Library()
EARLIEST = 1900
"""A year before it is a Hijri one: no organization here is as old."""
AS_OF = re.compile(r"^(/[a-z]{2})/on/\d{4}-\d\d-\d\d(?=/)")


def _language() -> str:
    return get_language() or "en"


@register.filter
def said(words: Words | Mapping[str, str] | str | None) -> SafeString:
    """`{{ organ.composition|said }}`: in the reader's language, else in the next best with its `lang`."""
    return marks.said(words, _language())


@register.filter
def text(words: Words | Mapping[str, str] | str | None) -> str:
    """`{{ words|text }}`: the same without markup, for titles and attributes."""
    return marks.plain(words, _language())


@register.filter
def in_language(words: Mapping[str, str] | None, language: str) -> str:
    """`{{ row.texts|in_language:code }}`: exactly that language, or ''."""
    return (words or {}).get(language, "")


@register.filter
def symbol(value: object) -> SafeString:
    """`{{ resolution.symbol|symbol }}`: never turns round."""
    return marks.symbol(value)


LONG = 140
"""Characters of a note above which it is folded away for who reads in another language."""


@register.filter
def english(note: str, element: str = "span") -> SafeString:
    """`{{ organ.note|english:"small" }}`: a note that the house keeps in English alone, marked so; a long one is folded
    for who reads in another language. Stands where a block may stand.
    """
    if not note:
        return marks.EMPTY
    marked = format_html('<{0} lang="en" dir="ltr">{1}</{0}>', element, note)
    if _language() == "en" or len(note) <= LONG:
        return marked
    title = f"{gettext('Note')} {gettext('in English')}"
    return format_html('<details class="note"><summary>{}</summary>{}</details>', title, marked)


@register.filter
def isolated(value: object) -> str:
    """`{{ value|isolated }}`: runs left to right, for titles and attributes."""
    return marks.isolated(str(value)) if value else ""


@register.filter
def number(value: int | str | None) -> str:
    """`{{ count|number }}`: grouped as the language does."""
    return "" if value is None else marks.number(value, _language())


@register.filter
def days(value: Day | Span | date | str | None) -> SafeString:
    """`{{ event.since|days }}`: a Gregorian day or span in words."""
    return marks.gregorian(_day(value), _language())


@register.filter
def hijri(value: Span | str | None) -> SafeString:
    """`{{ session.hijri|hijri }}`: a Hijri span as stated, in words."""
    return marks.hijri(value, _language())


@register.simple_tag(takes_context=True)
def both(context: Context, value: Day | Span | date | str | None, stated: Span | None = None) -> SafeString:
    """`{% both session.days session.hijri %}`: both calendars; a computed one says so.

    Where nothing is stated with the day itself, what the sessions held on it state is taken before anything computed.
    """
    held, reading = _day(value), context.get("reading")
    if stated is None and reading is not None:
        stated = stated_hijri(held, reading.equated)
    return marks.both(held, stated, _language())


@register.filter
def tongue(code: str) -> str:
    """`{{ code|tongue }}`: a language in its own words."""
    return {"ar": "العربية", "en": "English", "fr": "Français", "id": "Bahasa Indonesia"}.get(code, code)


@register.filter
def direction(code: str) -> str:
    """`{{ code|direction }}`: 'rtl' or 'ltr'."""
    return marks.direction(code)


@register.filter
def key(mapping: Mapping[Any, Any] | None, name: Any) -> Any:
    """`{{ mapping|key:name }}`: what a mapping has under that name, or ''."""
    return (mapping or {}).get(name, "")


@register.filter
def unsourced(fact: Any, field: str = "") -> SafeString:
    """`{{ event|unsourced:"since" }}`: the visible mark where a field of the fact has no source.

    Of words of which only some forms have none, the mark says so, and only where such a form is the one shown.
    """
    missing = getattr(fact, "unsourced", ()) or ()
    if not missing:
        return marks.EMPTY
    if field and field not in missing:
        return _unsourced_form(getattr(fact, field, None), field, missing)
    title = gettext("no source was seen for this")
    return format_html('<span class="mark unsourced" title="{}">{}</span>', title, gettext("not sourced"))


FORMS = {
    "ar": gettext_lazy("Arabic form not sourced"),
    "en": gettext_lazy("English form not sourced"),
    "fr": gettext_lazy("French form not sourced"),
    "id": gettext_lazy("Indonesian form not sourced"),
}
"""What is said where a name is sourced, but not as it is written in the language shown."""


@register.filter
def unsourced_of(missing: Iterable[str], language: str) -> SafeString:
    """`{{ card.unsourced|unsourced_of:card.language }}`: which fields of what is told have no source, in words.

    A form of a name counts in its own language alone.
    """
    fields = [one for one in missing if one[-3:-2] != "_"]
    if fields:
        named = list(dict.fromkeys(str(word(one, "field")) for one in fields))
        told = gettext("not sourced: %(fields)s") % {"fields": listing.listed(named, language)}
        return format_html('<span class="mark unsourced">{}</span>', told)
    return _form(language) if any(one.endswith(f"_{language}") for one in missing) else marks.EMPTY


def _unsourced_form(words: Words | None, field: str, missing: Iterable[str]) -> SafeString:
    """The mark of the form in which words are shown."""
    shown = words.language(_language()) if isinstance(words, Words) and words else ""
    return _form(shown) if shown and f"{field}_{shown}" in missing else marks.EMPTY


def _form(language: str) -> SafeString:
    return format_html('<span class="mark unsourced">{}</span>', FORMS.get(language, gettext("not sourced")))


@register.filter
def listed(values: Iterable[object] | None) -> str:
    """`{{ organ.articles|listed }}`: joined as the language does."""
    return listing.listed([str(one) for one in values or ()], _language())


@register.filter
def article(number: str) -> SafeString:
    """`{{ rule.article|article }}`: the number of an article as the language letters it; never turns round.

    In Arabic it runs as Arabic does: the article first, its paragraph to the left of it.
    """
    said = listing.article(number, _language())
    if _language() != "ar":
        return marks.symbol(said)
    return format_html('<bdi dir="rtl">{}</bdi>', re.sub(r"(?<=[^\s\u2013-])\(", " (", said))


@register.simple_tag
def mark_unsourced() -> SafeString:
    """The same mark where the whole statement has no source."""
    return format_html('<span class="mark unsourced">{}</span>', gettext("not sourced"))


@register.simple_tag
def inferred() -> SafeString:
    """The mark of what was concluded and is stated by nobody."""
    title = gettext("concluded from what is stated; no source says it in these words")
    return format_html('<span class="mark inferred" title="{}">{}</span>', title, gettext("inferred"))


@register.simple_tag(takes_context=True)
def sources(context: Context, ids: Iterable[str]) -> SafeString:
    """`{% sources event.sources %}`: where it comes from, each source linked, with its tier."""
    reading: Reading | None = context.get("reading")
    known: Mapping[str, Source] = reading.known.sources_by_id if reading and reading.known else {}
    links = [(address("portal:source", one), one, known[one].tier if one in known else "") for one in ids]
    if not links:
        return marks.EMPTY
    inner = format_html_join(" ", '<a href="{}" dir="ltr">{}<small>{}</small></a>', links)
    return format_html('<span class="sources"><span class="hidden">{} </span>{}</span>', gettext("Sources:"), inner)


@register.simple_tag(takes_context=True)
def disputed(context: Context, fact: str) -> SafeString:
    """`{% disputed "standings/az-1#since" %}`: the mark that sources differ, with a link to what each says."""
    reading: Reading | None = context.get("reading")
    found = disputes_of(reading, fact) if reading else ()
    if not found:
        return marks.EMPTY
    return format_html(
        '<a class="mark disputed" href="{}">{}</a>', address("portal:dispute", found[0].id), gettext("sources differ")
    )


def disputes_of(reading: Reading, fact: str) -> tuple[Dispute, ...]:
    """The disputes on a fact that this reader may see. `fact` without '#field' is every field of that row."""
    if reading.known is None:
        return ()
    return tuple(
        d
        for d in reading.known.disputes
        if (d.released or reading.reader.is_staff) and (d.fact == fact or d.fact.split("#")[0] == fact)
    )


@register.filter
def now(address_: str) -> str:
    """`{{ address|now }}`: the same address without its day."""
    return AS_OF.sub(r"\1", address_)


@register.simple_tag
def now_url(name: str, *args: Any) -> str:
    """`{% now_url "desk:my-work" %}`: an address of today, whatever day is being read; '' where there is none."""
    return AS_OF.sub(r"\1", address(name, *args))


def address(name: str, *args: Any) -> str:
    """The address of a page; '' where there is none."""
    return _address(name, args, get_script_prefix())


@lru_cache(maxsize=8192)
def _address(name: str, args: tuple[Any, ...], prefix: str) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


@register.simple_tag(takes_context=True)
def elsewhere(context: Context, language: str) -> str:
    """`{% elsewhere "ar" %}`: this very page in another language, on the same day."""
    reading: Reading = context["reading"]
    on = get_script_prefix().rstrip("/").partition("/on/")[1:] if reading.as_of else ()
    return f"/{language}{''.join(on)}{reading.path}{reading.query}"


@register.simple_tag(takes_context=True)
def on_day(context: Context, day: date) -> str:
    """`{% on_day one.gregorian %}`: this very page as of another day."""
    reading: Reading = context["reading"]
    return f"/{reading.language}/on/{day.isoformat()}{reading.path}{reading.query}"


@register.filter
def as_span(value: HijriDate) -> Span:
    """`{{ one.hijri|as_span|hijri }}`: a computed Hijri day, to be written."""
    return Span.parse(str(value))


@register.simple_tag(takes_context=True)
def report_address(context: Context) -> str:
    """`{% report_address %}`: where an error on this page is told; '' where there is no such page."""
    reading: Reading | None = context.get("reading")
    page = reading.path.strip("/") if reading else ""
    return address("portal:report-page", page) if page else address("portal:report")


def _day(value: Day | Span | date | str | None) -> Day | Span | None:
    if isinstance(value, date):
        return Day.of(value)
    if isinstance(value, str):
        return Span.parse(value) if value else None
    return value


@register.simple_tag(takes_context=True)
def house_name(context: Context) -> Words:
    """`{% house_name as house %}`: what the organization was called on the day of reading; empty until one is loaded."""
    reading = context.get("reading")
    return reading.known.profile.names_on(reading.day) if reading and reading.known else Words()


@register.simple_tag(takes_context=True)
def place(context: Context, name: str, label: str) -> SafeString:
    """`{% place "portal:members" label %}`: a link of the navigation, marked where the reader is in it."""
    href = address(name)
    if not href:
        return marks.EMPTY
    request = context.get("request")
    here = request is not None and str(request.path).startswith(href)
    return format_html('<a href="{}"{}>{}</a>', href, SafeString(' aria-current="true"') if here else "", label)


@register.simple_tag(takes_context=True)
def look(context: Context) -> str:
    """The style sheet of the organization's accent colour."""
    reading: Reading | None = context.get("reading")
    accent = reading.known.profile.accent if reading and reading.known else ""
    return AS_OF.sub(r"\1", address("portal:look", (accent or DEFAULT).removeprefix("#")))


@register.filter
def as_here(path: str) -> str:
    """`{{ path|as_here }}`: an address after language and day, with those of this request."""
    return get_script_prefix().rstrip("/") + path


@register.simple_tag(takes_context=True)
def disputed_event(context: Context, id_: str) -> SafeString:
    """`{% disputed_event event.id %}`: the mark for a standing event."""
    return disputed(context, f"standings/{id_}")


@register.simple_tag(takes_context=True)
def disputed_session(context: Context, id_: str) -> SafeString:
    """`{% disputed_session session.id %}`: the mark for a session."""
    return disputed(context, f"sessions/{id_}")


@register.filter
def duration(value: str) -> str:
    """`{{ rule.every|duration }}`: 'P3Y' in words."""
    try:
        held = Duration.parse(value)
    except ValueError:
        return value
    parts = [
        ngettext("%(n)s year", "%(n)s years", held.years) % {"n": held.years} if held.years else "",
        ngettext("%(n)s month", "%(n)s months", held.months) % {"n": held.months} if held.months else "",
        ngettext("%(n)s day", "%(n)s days", held.days) % {"n": held.days} if held.days else "",
    ]
    return " ".join(part for part in parts if part)


@register.filter
def absolute(value: int) -> int:
    """`{{ n|absolute }}`: without its sign."""
    return abs(value)


@register.filter
def claimed(claim: Claim, fact: str = "") -> SafeString:
    """`{{ claim|claimed:dispute.fact }}`: its words, else the day it states in the calendar of the fact, else the text."""
    return said(claim.words) if claim.words else days_or_text(claim.value, fact)


@register.filter
def days_or_text(value: str, fact: str = "") -> SafeString:
    """`{{ claim.value|days_or_text:dispute.fact }}`: a day in words where it is one, else the text.

    The calendar is the fact's ('sessions/is-1#hijri'); years before 1900 are Hijri in any case.
    """
    try:
        held = Span.parse(value)
    except ValueError:
        return format_html("<bdi>{}</bdi>", value)
    if fact.endswith("#hijri") or (held.start.numbers and held.start.numbers[0] < EARLIEST):
        return marks.hijri(held, _language())
    return marks.gregorian(held, _language())
