"""Atom and iCalendar as their standards ask, whatever the words are."""

from __future__ import annotations

from datetime import date

from icalendar import Calendar
from lxml import etree

from amana.publish.feeds import ATOM, Feed, Happening, Item, atom, calendar

NS = {"a": ATOM}
ITEMS = (
    Item("decision/1", "القرار الأول <&>", "https://x/1", "2024-01-02", "ملخص"),
    Item("decision/2", "Second\x0b", "https://x/2", "2024-01-01"),
)


def feed(language: str = "ar", items: tuple[Item, ...] = ITEMS) -> etree._Element:
    """A feed, written and read again."""
    return etree.fromstring(
        atom(Feed("decisions", "القرارات", "https://x/f", "https://x/", language, "x", items), "oic")
    )


def test_a_feed_has_what_atom_requires() -> None:
    root = feed()
    for name in ("id", "title", "updated", "author/a:name", "link[@rel='self']"):
        assert root.find(f"a:{name}", NS) is not None, name
    for entry in root.findall("a:entry", NS):
        assert all(entry.find(f"a:{name}", NS) is not None for name in ("id", "title", "updated", "link"))
    assert root.findtext("a:updated", namespaces=NS) == "2024-01-02T00:00:00Z"
    assert root.findtext("a:entry/a:title", namespaces=NS) == "القرار الأول <&>"


def test_an_entry_keeps_its_id_in_every_language_and_after_it_moved() -> None:
    moved = (Item("decision/1", "Renamed", "https://elsewhere/1", "2030-01-01"),)
    ids = {one.findtext("a:entry/a:id", namespaces=NS) for one in (feed(), feed("en"), feed("fr", moved))}
    assert len(ids) == 1


def test_a_feed_without_entries_is_a_feed() -> None:
    assert feed(items=()).findtext("a:updated", namespaces=NS) == "1969-09-25T00:00:00Z"


def test_a_session_is_on_whole_days_and_a_planned_one_is_tentative() -> None:
    held = Happening("session/a", "الدورة", "https://x/a", date(2024, 11, 5), date(2024, 11, 7), "بورت، سيرين")
    planned = Happening("session/b", "Next", "https://x/b", date(2027, 1, 1), date(2027, 1, 1), planned=True)
    events = Calendar.from_ical(calendar("جلسات", [held, planned], "oic", "ar")).walk("VEVENT")
    assert [str(one["STATUS"]) for one in events] == ["CONFIRMED", "TENTATIVE"]
    assert events[0].decoded("DTSTART") == date(2024, 11, 5) and events[0].decoded("DTEND") == date(2024, 11, 8)
    assert str(events[0]["LOCATION"]) == "بورت، سيرين" and len({str(one["UID"]) for one in events}) == 2
