"""What the pages of partners, contact groups and persons promise, on the invented organization."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from django.test import Client

from amana.acts import known, record
from amana.acts.organization import CorrectGroup, CorrectPartner
from amana.folder.organization import Organization
from amana.relations.groups import Seat
from amana.relations.partners import Event
from amana.values.days import Day
from amana.values.words import Words
from tests.portal.test_pages import body

PAGES = ("/relations/", "/relations/sea-union/", "/relations/groups/strait/", "/persons/", "/persons/n-solune/")


def held() -> Organization:
    """The organization as a visitor may see it."""
    found = known.organization()
    assert found is not None
    return found


def test_every_page_is_there_in_each_language_with_few_queries(
    visitor: Client, django_assert_max_num_queries: Any
) -> None:
    for language in ("ar", "en", "fr", "id"):
        for page in PAGES:
            with django_assert_max_num_queries(6):
                assert "style=" not in body(visitor, f"/{language}{page}")


def test_an_event_after_the_day_is_neither_drawn_nor_told(visitor: Client) -> None:
    before = visitor.get("/en/on/2022-09-30/relations/sea-union/").context["shown"]
    assert before.timeline is None and [one.event.id for one in before.events] == ["meeting-1"]
    assert visitor.get("/en/on/2022-11-01/relations/sea-union/").context["shown"].timeline is not None


def test_an_event_of_unknown_day_is_told_as_such_and_not_drawn(visitor: Client) -> None:
    response = visitor.get("/en/relations/sea-union/")
    lanes = response.context["shown"].timeline.lanes
    assert [lane.kind for lane in lanes] == ["status"] and response.context["undated"] == 1
    assert "day not known" in response.content.decode()


def test_the_line_of_years_runs_from_the_right_in_arabic(visitor: Client) -> None:
    def years(language: str) -> list[float]:
        ticks = visitor.get(f"/{language}/relations/").context["partners"][0].timeline.ticks
        return [float(tick.x.rstrip("%")) for tick in ticks]

    assert years("en") == sorted(years("en")) and years("ar") == sorted(years("ar"), reverse=True)


def test_each_kind_has_a_shape_and_a_word_of_its_own(visitor: Client) -> None:
    partner = held().partners_by_id["sea-union"]
    accord = Event("accord", "accord", Day("2024-05-02"), Words(en="A memorandum"))
    record.enter(CorrectPartner(replace(partner, events=(*partner.events, accord))), by="console")
    response = visitor.get("/en/relations/sea-union/")
    lanes = response.context["shown"].timeline.lanes
    assert len({lane.shape for lane in lanes}) == len(lanes) == 2
    words = re.findall(r'<text class="kind"[^>]*>([^<]+)<', response.content.decode())
    assert words == ["status", "accord"]


def test_a_day_known_to_the_month_is_hollow_and_has_a_bar(visitor: Client) -> None:
    (mark,) = visitor.get("/en/relations/sea-union/").context["shown"].timeline.lanes[0].marks
    assert mark.hollow and mark.x1 != mark.x2


def test_members_of_a_group_are_those_of_the_day(visitor: Client) -> None:
    group = held().groups_by_id["strait"]
    seats = (*group.seats, Seat("tassoura", "member", "tassoura", since=Day("2024"), until=Day("2024-12-31")))
    record.enter(CorrectGroup(replace(group, seats=seats)), by="console")
    on = {
        day: visitor.get(f"/en/on/{day}/relations/groups/strait/").context["bench"]
        for day in ("2023-10-17", "2023-10-18", "2024-06-01", "2024-12-31", "2025-01-01")
    }
    assert [bench.parties for bench in on.values()] == [
        (), ("miravel", "kelmora"), ("miravel", "kelmora"), ("miravel", "kelmora", "tassoura"), ("miravel", "kelmora"),
    ]  # fmt: skip
    assert on["2024-06-01"].parties_possible == ("tassoura",) and not on["2023-10-17"].existed


def test_who_sits_by_office_is_the_holder_of_the_day(visitor: Client) -> None:
    page = body(visitor, "/en/on/2024-06-01/relations/groups/strait/")
    assert 'href="/en/on/2024-06-01/persons/i-valmar/"' in page and "n-solune" not in page


def test_a_meeting_after_the_day_is_not_told(visitor: Client) -> None:
    assert "First meeting" not in body(visitor, "/en/on/2024-01-31/relations/groups/strait/")
    assert "First meeting" in body(visitor, "/en/on/2024-02-01/relations/groups/strait/")


def test_a_person_has_the_names_printed_in_each_language_and_the_variants(visitor: Client) -> None:
    page = body(visitor, "/en/persons/i-valmar/")
    assert '<span lang="ar" dir="rtl">إدريس فالمار</span>' in page and "Edris Valmar" in page


def test_nobody_is_shown_before_the_first_office(visitor: Client) -> None:
    body(visitor, "/en/on/2023-04-30/persons/i-valmar/", 404)
    assert "Valmar" not in body(visitor, "/en/on/2023-04-30/persons/")
    assert "Valmar" in body(visitor, "/en/on/2023-05-01/persons/")


def test_a_computed_end_is_said_to_be_concluded_and_past_it_the_later_state_is_not_held(visitor: Client) -> None:
    assert "inferred" in body(visitor, "/en/on/2025-01-01/persons/i-valmar/")
    assert "later state not held" not in body(visitor, "/en/on/2025-01-01/persons/i-valmar/")
    assert "later state not held" in body(visitor, "/en/on/2030-01-01/persons/i-valmar/")


def test_who_is_not_there_has_no_page(visitor: Client) -> None:
    for page in ("/en/persons/nobody/", "/en/relations/nobody/", "/en/relations/groups/none/"):
        body(visitor, page, 404)
