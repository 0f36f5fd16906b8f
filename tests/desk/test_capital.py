"""What a focal point or a delegate finds after signing in: of what was released to the members, and nothing else."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from django.test import Client

from amana.acts import record
from amana.acts.may import CONSOLE
from amana.acts.resolutions import Release
from amana.desk import capital
from amana.store import models
from amana.store.queries import desk as queries
from amana.store.queries import public

from .conftest import As
from .test_versions import ENGLISH, received
from .test_walk import accept, entered

ASKING = ENGLISH.replace(
    "2. Decides to meet again.",
    "2. Invites Miravel to host the next meeting;\n\n3. Urges Member States to report;\n\n4. Urges Member States to pay.",
)


def seen(client: Client) -> str:
    return unescape(client.get("/en/desk/").content.decode())


def asked(signed_in: As) -> list[Any]:
    """A resolution accepted that asks something of Miravel and of all; its duties confirmed."""
    amina = signed_in("Amina")
    entered(accept(amina, received(amina, ASKING), organ="council", session="co-5", title_en="On ports"))
    entered(amina.post("/en/desk/decisions/lc-c-5-res-9/confirm/"))
    return queries.of_resolution("lc-c-5-res-9")


def test_what_decisions_ask_is_shown_to_the_capital_once_it_was_released_to_the_members(signed_in: As) -> None:
    rows, focal, cabinet = asked(signed_in), signed_in("Focal"), signed_in("Cabinet")
    assert "to host the next meeting" not in seen(focal) and "On ports" not in seen(focal)
    record.enter(Release("lc-c-5-res-9", "members"), by=CONSOLE)
    assert "to host the next meeting" not in seen(focal) and "On ports" in seen(focal)
    for row in rows:
        cabinet.post(f"/en/desk/mandates/{row.key}/release/", {"release-to": "members"})
    page = seen(focal)
    own, _, every = page.partition("What decisions ask of every member")
    assert "to host the next meeting" in own and "to pay" in every
    assert "to host the next meeting" not in seen(signed_in("Delegate")), "another capital"


def test_the_newest_resolution_stands_first_and_what_asks_all_and_the_capital_is_its_own() -> None:
    asking = (
        ("old", "miravel"),
        ("old", "member-states"),
        ("new", "kelmora"),
        ("new", "miravel"),
        ("new", "all-states"),
    )
    told = [public.Told(models.Mandate(key=f"{r}-{n}", resolution=r, implementers=[x, "secretary-general"]))
            for n, (r, x) in enumerate(asking)]  # fmt: skip
    told.append(public.Told(models.Mandate(key="new-5", resolution="new", implementers=["miravel", "member-states"])))
    own, every = capital.asked(told, {"miravel"})
    assert [one.key for one in own] == ["new-3", "new-5", "old-0"]
    assert [one.key for one in every] == ["new-4", "old-1"]


def test_duties_stand_in_the_order_of_their_text_and_where_there_are_more_the_page_says_where(
    signed_in: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows, cabinet = asked(signed_in), signed_in("Cabinet")
    for key in ("lc-c-5-res-1", "lc-c-5-res-9"):
        record.enter(Release(key, "members"), by=CONSOLE)
    for row in rows:
        cabinet.post(f"/en/desk/mandates/{row.key}/release/", {"release-to": "members"})
    page = seen(signed_in("Focal"))
    assert page.index("to report") < page.index("to pay")
    assert "All decisions" not in page and "All mandates" not in page
    monkeypatch.setattr(capital, "FIRST", 1)
    page = seen(signed_in("Focal"))
    assert "All decisions" in page and "All mandates" in page and "to report" in page and "to pay" not in page


def test_what_stands_at_the_house_or_on_the_public_pages_is_not_told_as_the_members(signed_in: As) -> None:
    asked(signed_in)
    record.enter(Release("lc-c-5-res-9", "members"), by=CONSOLE)
    assert "On ports" in seen(signed_in("Focal"))
    for audience in ("public", "house"):
        record.enter(Release("lc-c-5-res-9", audience), by=CONSOLE)  # type: ignore[arg-type]
        assert "On ports" not in seen(signed_in("Focal"))


def test_the_page_says_what_one_may_do_and_never_that_a_state_is_late(signed_in: As) -> None:
    page = seen(signed_in("Focal"))
    assert "Miravel" in page and "Nothing is sent from this page yet." in page
    assert "overdue" not in page.lower() and "My work" not in page


def test_it_asks_the_same_few_queries_however_much_there_is(signed_in: As, django_assert_max_num_queries: Any) -> None:
    asked(signed_in)
    focal = signed_in("Focal")
    with django_assert_max_num_queries(14):
        focal.get("/en/desk/")


def test_in_my_work_a_list_stands_only_where_something_waits(signed_in: As) -> None:
    page = seen(signed_in("Bilal"))
    assert 'id="overdue"' not in page and "Nothing waits for you." in page and "Nothing waits under:" in page
    amina = signed_in("Amina")
    received(amina, ENGLISH)
    page = seen(amina)
    assert 'id="drafts"' in page and 'id="proposals"' not in page and models.Draft.objects.exists()
