"""Tags that name parties, organs, sessions and offices as they were called, and link to their pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from amana.charter import organs, parties
from amana.charter.offices import Term
from amana.pages import marks
from amana.pages.reading import Reading
from amana.pages.templatetags.words import address
from amana.pages.vocabulary import word as _word
from amana.sessions.session import Session
from amana.sessions.titles import title, within
from amana.values import lexicons
from amana.values.facts import Dispute
from amana.values.words import Words

register = template.Library()


@register.filter
def field_of(dispute: Dispute) -> str:
    """`{{ dispute|field_of|word:"field" }}`: the field of the fact on which sources differ."""
    return dispute.fact.partition("#")[2]


@register.filter
def word(key: str, kind: str) -> str:
    """`{{ event.standing|word:"standing" }}`: what pages call it."""
    return _word(key, kind)


def party_words(reading: Reading, key: str, day: date | None = None) -> Words:
    """The short name of a party on a day (None: on the day of reading), in every language."""
    org = reading.known
    if org is None or key not in org.parties_by_id:
        return Words(en=key)
    names = parties.names_on(org.party(key), day or reading.day)
    return names.short if names and names.short else Words(en=key)


def organ_words(reading: Reading, key: str, day: date | None = None) -> Words:
    """The name of an organ on a day (None: on the day of reading), in every language."""
    org = reading.known
    if org is None or key not in org.organs_by_id:
        return Words(en=key)
    names = organs.names_on(org.organ(key), day or reading.day)
    return names.name if names and names.name else Words(en=key)


def session_words(reading: Reading, session: Session) -> Words:
    """What a session is called in every language, its organ as it was called then."""
    held = session.days.first if session.days else None
    organ = organ_words(reading, session.organ, held)
    return Words({code: title(session, organ, code) for code in ("ar", "en", "fr") if code in organ} or dict(organ))


def session_title(reading: Reading, key: str) -> Words:
    """The same by its id; the id where it is not known."""
    org = reading.known
    return session_words(reading, org.session(key)) if org and key in org.sessions_by_id else Words(en=key)


def session_within(reading: Reading, key: str) -> Words:
    """The same as it stands in a sentence, 'the 50th session of …'; the id where it is not known."""
    org = reading.known
    if org is None or key not in org.sessions_by_id:
        return Words(en=key)
    return Words({code: within(said, code) for code, said in session_title(reading, key).items()})


@register.simple_tag(takes_context=True)
def at_session(context: Context, key: str) -> SafeString:
    """`due at {% at_session row.due_session %}`: a session by its title with its article, linked."""
    return _linked_session(context["reading"], key, session_within)


@register.simple_tag(takes_context=True)
def party(context: Context, key: str, day: date | None = None) -> SafeString:
    """`{% party event.party %}`: a party by its name on the day, linked."""
    reading: Reading = context["reading"]
    return _link("portal:member", key, party_words(reading, key, day), reading) if key else marks.EMPTY


@register.simple_tag(takes_context=True)
def organ(context: Context, key: str, day: date | None = None) -> SafeString:
    """`{% organ session.organ %}`: an organ by its name on the day, linked."""
    reading: Reading = context["reading"]
    return _link("portal:organ", key, organ_words(reading, key, day), reading) if key else marks.EMPTY


@register.simple_tag(takes_context=True)
def session(context: Context, key: str) -> SafeString:
    """`{% session resolution.session %}`: a session by its title, linked."""
    return _linked_session(context["reading"], key, session_title)


def _linked_session(reading: Reading, key: str, words: Callable[[Reading, str], Words]) -> SafeString:
    if reading.known is None or key not in reading.known.sessions_by_id:
        return marks.symbol(key)
    return _link("portal:session", key, words(reading, key), reading)


@register.simple_tag(takes_context=True)
def decided_by(context: Context, key: str) -> SafeString:
    """`{% decided_by event.by %}`: the session or document that decided, linked where it has a page."""
    reading: Reading = context["reading"]
    org = reading.known
    if not key or org is None:
        return marks.EMPTY
    if key in org.sessions_by_id:
        return session(context, key)
    if key in org.instruments_by_id:
        return marks.said(org.instrument(key).title, reading.language)
    return marks.symbol(key)


@register.simple_tag(takes_context=True)
def implementer(context: Context, key: str) -> SafeString:
    """`{% implementer key %}`: an organ, a party, an office or an addressee in words."""
    reading: Reading = context["reading"]
    return marks.said(implementer_words(reading, key), reading.language)


def implementer_words(reading: Reading, key: str) -> Words:
    """Who has to act: an organ, a party, an office of the organization, or an addressee of the lexicon."""
    org = reading.known
    if org is None:
        return Words(en=key)
    if key in org.organs_by_id:
        return organ_words(reading, key)
    if key in org.parties_by_id:
        return party_words(reading, key)
    if key in org.offices_by_id:
        return org.office(key).name
    return addressee_words(key)


@cache
def _addressees() -> dict[str, Words]:
    said = {}
    for one in lexicons.addressees():
        words = Words({code: forms[0] for code, forms in one.forms.items() if forms})
        said[one.id] = said[one.id.replace("_", "-")] = words
    return said


def addressee_words(key: str) -> Words:
    """An addressee as drafters write it."""
    return _addressees().get(key) or Words(en=key.replace("-", " ").replace("_", " "))


def _link(name: str, key: str, words: Words, reading: Reading) -> SafeString:
    shown = marks.said(words, reading.language)
    href = address(name, key)
    return format_html('<a href="{}">{}</a>', href, shown) if href else shown


@register.simple_tag(takes_context=True)
def person(context: Context, term: Term) -> SafeString:
    """`{% person term %}`: who held an office, under the name the term prints, linked where there is a page."""
    reading: Reading = context["reading"]
    return (
        _link("portal:person", term.person, term.name, reading)
        if term.person
        else marks.said(term.name, reading.language)
    )


@register.simple_tag(takes_context=True)
def contact_group(context: Context, key: str, names: Words) -> SafeString:
    """`{% contact_group group.id group.names %}`: a contact group by its name, linked where there is a page."""
    return _link("portal:group", key, names, context["reading"])


@register.simple_tag(takes_context=True)
def office(context: Context, key: str) -> SafeString:
    """`{% office term.office %}`: the name of an office."""
    reading: Reading = context["reading"]
    org = reading.known
    return marks.said(org.office(key).name if org and key in org.offices_by_id else key, reading.language)


@register.simple_tag(takes_context=True)
def organ_name(context: Context, key: str) -> SafeString:
    """`{% organ_name key %}`: the name alone."""
    reading: Reading = context["reading"]
    return marks.said(organ_words(reading, key), reading.language)


@register.simple_tag(takes_context=True)
def session_name(context: Context, key: str) -> SafeString:
    """`{% session_name key %}`: the title alone."""
    reading: Reading = context["reading"]
    return marks.said(session_title(reading, key), reading.language)
