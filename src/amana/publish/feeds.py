"""News as Atom and sessions as iCalendar: documents made of entries and happenings that somebody else has chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vText
from lxml import etree

from amana.values.ids import natural

ATOM = "http://www.w3.org/2005/Atom"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_E = "{" + ATOM + "}"
BEFORE_ALL = "1969-09-25"


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news. `key` is its lasting name ('decision/1-50-pol'), `entered` the ISO day of its entry.

    `updated` moves when the entry does; the id never does, whatever the language, host or title.
    """

    key: str
    title: str
    address: str
    entered: str
    summary: str = ""
    happened: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: `key` is its lasting name within the organization ('organ/cfm'), `own` its own address."""

    key: str
    title: str
    own: str
    page: str
    language: str
    author: str
    items: tuple[Item, ...] = ()


def lasting(organization: str, key: str) -> str:
    """The id of a feed or entry: the same for ever, on every host.

    >>> lasting("oic", "organ/cfm") == lasting("oic", "organ/cfm"), lasting("oic", "organ/cfm")[:9]
    (True, 'urn:uuid:')
    """
    return f"urn:uuid:{natural('feed', organization, key)}"


def atom(feed: Feed, organization: str) -> bytes:
    """The feed as Atom (RFC 4287), UTF-8; the newest entry first, as given."""
    root = etree.Element(_E + "feed", nsmap={None: ATOM})  # type: ignore[dict-item]
    root.set(_XML + "lang", feed.language)
    _text(root, "id", lasting(organization, f"{feed.key}#{feed.language}"))
    _text(root, "title", feed.title)
    _text(root, "updated", _moment(max((item.entered for item in feed.items), default=BEFORE_ALL)))
    etree.SubElement(root, _E + "link", rel="self", type="application/atom+xml", href=feed.own)
    etree.SubElement(root, _E + "link", rel="alternate", type="text/html", href=feed.page)
    _text(etree.SubElement(root, _E + "author"), "name", feed.author)
    for item in feed.items:
        entry = etree.SubElement(root, _E + "entry")
        _text(entry, "id", lasting(organization, item.key))
        _text(entry, "title", item.title)
        _text(entry, "updated", _moment(item.entered))
        etree.SubElement(entry, _E + "link", rel="alternate", type="text/html", href=item.address)
        if item.summary:
            _text(entry, "summary", item.summary)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return made


def _text(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, _E + name).text = "".join(c for c in text if c >= " " or c in "\t\n")


def _moment(day: str) -> str:
    return f"{day or BEFORE_ALL}T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Happening:
    """A session on whole days, `last` included. `planned`: it is known as planned only."""

    key: str
    title: str
    address: str
    first: date
    last: date
    place: str = ""
    words: str = ""
    planned: bool = False
    entered: str = ""


def calendar(name: str, happenings: Iterable[Happening], organization: str, language: str, words: str = "") -> bytes:
    """The happenings as iCalendar (RFC 5545): whole days, those planned marked tentative. `words`: of what is left out."""
    made = Calendar()
    made.add("prodid", "-//Amana//Sessions//" + language.upper())
    made.add("version", "2.0")
    made.add("x-wr-calname", vText(name))
    if words:
        made.add("x-wr-caldesc", vText(words))
    for one in happenings:
        event = Event()
        event.add("uid", lasting(organization, one.key).removeprefix("urn:uuid:"))
        event.add("dtstamp", datetime.fromisoformat(one.entered or BEFORE_ALL).replace(tzinfo=UTC))
        event.add("dtstart", one.first)
        event.add("dtend", one.last + timedelta(days=1))  # the last day is already outside, as iCalendar counts
        event.add("summary", vText(one.title, params={"language": language}))
        event.add("status", "TENTATIVE" if one.planned else "CONFIRMED")
        event.add("transp", "TRANSPARENT")
        event.add("url", one.address)
        if one.place:
            event.add("location", one.place)
        if one.words:
            event.add("description", one.words)
        made.add_component(event)
    written: bytes = made.to_ical()
    return written
