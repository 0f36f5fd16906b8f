"""Organs on a day: what was not yet founded says so, what may have been stands apart and is not counted."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client

from amana.acts import known
from amana.pages.reading import there
from tests.portal.test_pages import body


def test_before_it_was_founded_an_organ_says_so_and_nothing_else(visitor: Client) -> None:
    org = known.organization()
    assert org is not None and org.profile.founded and org.profile.founded.first
    day = org.profile.founded.first - timedelta(days=1)
    page = body(visitor, f"/en/on/{day}/organs/{org.organs[0].id}/")
    assert "It had not been founded by this day." in page
    assert "Powers" not in page and "Rules in force" not in page


def test_home_and_the_page_of_organs_count_those_certainly_there(visitor: Client) -> None:
    org = known.organization()
    assert org is not None and org.profile.founded and org.profile.founded.last
    day = org.profile.founded.last
    present = there(org, day)
    home = visitor.get(f"/en/on/{day}/")
    assert (home.context["organs"], home.context["organs_possible"]) == (len(present.certain), len(present.possible))
    listed = body(visitor, f"/en/on/{day}/organs/")
    assert ("Founding day not known" in listed) == bool(present.possible)


def test_before_its_foundation_nobody_belonged(visitor: Client) -> None:
    org = known.organization()
    assert org is not None and org.profile.founded and org.profile.founded.first
    day = org.profile.founded.first - timedelta(days=1)
    counts = visitor.get(f"/en/on/{day}/").context["roll"].counts
    assert {str(count) for count in counts.values()} == {"0"}
