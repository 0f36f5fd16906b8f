"""Pictures on pages: drawn on the server, mirrored in Arabic, each beside words that say the same."""

from __future__ import annotations

import re
from datetime import date

from django.test import Client

from amana.acts import known
from amana.pages.reading import there
from amana.portal.drawing import chart
from amana.portal.organs import rule_owner
from tests.portal.test_pages import body


def test_every_member_has_its_dot_and_every_suspension_its_bar(visitor: Client) -> None:
    response = visitor.get("/en/on/2021-06-01/members/")
    picture, roll = response.context["picture"], response.context["roll"]
    assert {one.change.event.party for one in picture.apart} == set(roll.suspended)
    assert len(picture.joined) >= len(roll.members) + len(roll.suspended)


def test_a_suspended_member_is_told_by_a_word_and_a_pattern(visitor: Client) -> None:
    page = body(visitor, "/en/on/2021-06-01/members/")
    tile = next(one for one in re.findall(r"<li class=\"tile.*?</li>", page) if "/tassoura/" in one)
    assert "tile suspended" in tile and "suspended 20" in tile


def test_the_line_of_years_runs_from_right_to_left_in_arabic(visitor: Client) -> None:
    left, right = (
        visitor.get(f"/{language}/sessions/").context["picture"].rows[0].sittings for language in ("en", "ar")
    )
    for one, other in zip(left, right, strict=True):
        assert abs(float(one.x[:-1]) + float(other.x[:-1]) - 100) < 0.2


def test_the_chart_holds_every_organ_of_the_charter_once(visitor: Client) -> None:
    drawn = visitor.get("/en/organs/").context["chart"]
    org = known.organization()
    assert org is not None
    wanted = {o.id for o in org.organs if o.kind in chart.SHOWN}
    assert sorted(box.id for box in drawn.boxes) == sorted(wanted)


def test_the_chart_is_mirrored_in_arabic_and_lies_within_its_frame(visitor: Client) -> None:
    english, arabic = (visitor.get(f"/{language}/organs/").context["chart"] for language in ("en", "ar"))
    places = {box.id: box.middle for box in arabic.boxes}
    assert all(abs(box.middle + places[box.id] - chart.WIDE) <= 1 for box in english.boxes)
    assert all(box.x >= 0 and box.x + box.width <= chart.WIDE for box in (*english.boxes, *arabic.boxes))


def test_before_its_foundation_the_organization_has_no_chart(visitor: Client) -> None:
    org = known.organization()
    assert org is not None and there(org, date(2010, 1, 1)).every == ()


def test_a_rule_belongs_to_the_organ_that_its_key_names(visitor: Client) -> None:
    org = known.organization()
    assert org is not None
    assert [rule_owner(org, subject) for subject in ("assembly", "council", "decision")] == ["assembly", "council", ""]


def test_sessions_are_listed_by_organ_and_decade(visitor: Client) -> None:
    for one in visitor.get("/en/sessions/").context["organs"]:
        assert sum(len(decade.sessions) for decade in one.decades) == one.count
        years = [decade.year or 0 for decade in one.decades]
        assert years == sorted(years, reverse=True)


def test_tiles_stand_in_the_order_of_the_readers_language(visitor: Client) -> None:
    for language, first in (("ar", "ا"), ("en", "A")):
        groups = visitor.get(f"/{language}/members/").context["groups"]
        assert groups, first
        names = [tile.name.best(language) for group in groups for tile in group.tiles]
        assert len(names) == len(set(names))


def test_a_page_wants_no_script(visitor: Client) -> None:
    for page in ("/", "/members/", "/organs/", "/sessions/", "/report/"):
        shown = body(visitor, f"/ar{page}")
        assert shown.count("<script") == shown.count('<script type="application/ld+json"') and " style=" not in shown
