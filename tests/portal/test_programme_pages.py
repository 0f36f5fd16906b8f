"""What the pages of programmes promise, on the invented organization."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from amana.acts import known, record
from amana.acts.organization import AdoptProgramme, CorrectProgramme
from amana.programme.programme import Programme
from amana.store.queries import programme as reads
from amana.values.days import Day
from tests.portal.test_pages import body

BEHIND = ("LC/C.4/RES/1", "lc-c-5-res-2")
PAGES = ("/programme/", "/programme/harbours-2030/", "/programme/harbours-2030/a1/", "/programme/harbours-2030/a2/")


@pytest.fixture
def harbours(organization: None) -> Iterator[Programme]:
    """The programme, its first goal standing on two resolutions of whose mandates three are released and counted."""
    held = known.organization()
    assert held is not None
    programme = held.programmes_by_id["harbours-2030"]
    first = programme.areas[0]
    goals = (replace(first.goals[0], mandates=BEHIND), *first.goals[1:])
    programme = replace(programme, areas=(replace(first, goals=goals), *programme.areas[1:]))
    record.enter(CorrectProgramme(programme), by="console")
    yield programme
    reads._under.cache_clear()


def test_every_page_is_there_in_each_language(harbours: Programme, visitor: Client) -> None:
    for language in ("ar", "en", "fr", "id"):
        for page in PAGES:
            text = body(visitor, f"/{language}{page}")
            assert "style=" not in text and "<h1" in text


def test_the_number_of_queries_is_the_same_for_one_area_and_for_a_hundred(
    harbours: Programme, visitor: Client, django_assert_max_num_queries: Any
) -> None:
    area = harbours.areas[0]
    many = tuple(replace(area, id=f"b{n}", number=str(n)) for n in range(100))
    record.enter(CorrectProgramme(replace(harbours, areas=many)), by="console")
    body(visitor, "/en/programme/")
    with django_assert_max_num_queries(8):
        body(visitor, "/ar/programme/harbours-2030/")


def test_goals_that_are_not_known_are_drawn_and_told_as_unknown(harbours: Programme, visitor: Client) -> None:
    response = visitor.get("/en/programme/harbours-2030/")
    first, second = response.context["heat"].lines
    assert first.unknown is None and len(first.goals) == 2
    assert second.unknown.segments[0].shade == "unknown" and second.goals == ()
    page = response.content.decode()
    assert "5 goals in all are stated." in page and "For 1 area it is not known" in page


def test_cells_are_shaded_by_what_the_public_is_told(harbours: Programme, visitor: Client) -> None:
    shown = visitor.get("/en/programme/harbours-2030/").context["areas"][0]
    assert shown.behind.counts == {"done": 1, "under_way": 1, "no_information": 1}
    assert shown.goals[0].behind.counts == shown.behind.counts and shown.goals[1].behind.total == 0


def test_what_was_not_released_is_behind_nothing(harbours: Programme, visitor: Client) -> None:
    page = body(visitor, "/en/programme/harbours-2030/a1/")
    assert "m-list" in page and "m-secret" not in page


def test_decisions_on_the_subjects_of_an_area_are_counted_by_the_day(harbours: Programme, visitor: Client) -> None:
    assert visitor.get("/en/programme/harbours-2030/a1/").context["shown"].decisions == 1
    assert visitor.get("/en/on/2023-10-01/programme/harbours-2030/a1/").context["shown"].decisions == 0
    bars = [line.decisions for line in visitor.get("/en/programme/").context["heat"].lines]
    assert bars[0].width == "18.00%" and bars[1] is None
    assert "/en/decisions/list/subject/navigation/" in body(visitor, "/en/programme/harbours-2030/a1/")


def test_before_it_was_adopted_there_is_no_programme(harbours: Programme, visitor: Client) -> None:
    body(visitor, "/en/on/2022-03-15/programme/harbours-2030/", 404)
    assert "No programme of action is known by this day." in body(visitor, "/en/on/2022-03-15/programme/")
    assert "in force" in body(visitor, "/en/on/2022-03-16/programme/")


def test_a_report_after_the_day_is_not_counted(harbours: Programme, visitor: Client) -> None:
    assert not visitor.get("/en/on/2024-11-06/programme/harbours-2030/").context["columns"]
    assert [c.counted.activities for c in visitor.get("/en/programme/harbours-2030/").context["columns"]] == [7]


def test_the_heat_map_runs_from_the_right_in_arabic(harbours: Programme, visitor: Client) -> None:
    def whole(language: str) -> float:
        line = visitor.get(f"/{language}/programme/").context["heat"].lines[0]
        return float(line.whole.x.rstrip("%"))

    assert whole("en") == 12.0 and whole("ar") == 70.0


def test_a_successor_in_preparation_is_said_so_and_has_no_day(harbours: Programme, visitor: Client) -> None:
    third = replace(
        harbours, id="harbours-2040", adopted=None, by="", hijri="", since=Day("2031"), until=None, areas=(),
        areas_in_all=None, goals_in_all=None, follows="harbours-2030", steps=(),
    )  # fmt: skip
    record.enter(AdoptProgramme(third), by="console")
    page = body(visitor, "/en/programme/harbours-2040/")
    assert "in preparation" in page and "<dt>Adopted</dt>" not in page
    assert visitor.get("/en/programme/").context["programme"].id == "harbours-2030"


def test_an_area_that_is_not_there_is_no_page(visitor: Client) -> None:
    body(visitor, "/en/programme/harbours-2030/a9/", 404)
    body(visitor, "/en/programme/nothing/", 404)


def test_the_drawing_says_in_words_what_it_shows(harbours: Programme, visitor: Client) -> None:
    page = body(visitor, "/en/programme/")
    for svg in re.findall(r'<svg[^>]*role="img"[^>]*>', page):
        for name in re.findall(r'aria-labelledby="([^"]+)"', svg)[0].split():
            assert f'id="{name}"' in page
