"""What a registrar enters by hand is the house's until a second person releases it."""

from __future__ import annotations

from datetime import date

import pytest

from amana.acts import known
from amana.charter.standing import standing_on
from amana.store import models
from amana.store.sight import VISITOR, Reader

from .conftest import As

STAFF = Reader(roles=frozenset({("auditor", "")}))
SUSPEND = {"party": "miravel", "since": "2025-11-24", "by": "co-5", "sources": ["COUNCIL5"], "checked": "on"}
DAY = date(2026, 1, 1)


def standing(reader: Reader) -> str:
    org = known.organization(reader)
    assert org is not None
    return str(standing_on(DAY, org.standings_of["miravel"]))


@pytest.fixture
def held(signed_in: As) -> str:
    assert signed_in("Amina").post("/en/desk/registry/standing/suspend/", SUSPEND).status_code == 302
    row = models.Fact.objects.get(kind="standing", held=True)
    return f"/en/desk/waiting/standing/{row.key}/"


def entry_of() -> dict[str, str]:
    return {"entry": str(models.Fact.objects.filter(held=True).latest("id").entry)}


def test_the_house_sees_it_and_a_visitor_what_stood_before(held: str, signed_in: As) -> None:
    assert (standing(STAFF), standing(VISITOR)) == ("suspended", "member")
    page = signed_in("Cabinet").get("/en/desk/waiting/").content.decode()
    assert "Miravel" in page and "Release to everybody" in page and "nothing is told of it now" in page


def test_no_entry_of_it_is_public(held: str) -> None:
    entry = models.Entry.objects.get(act="standing.suspend", no=int(entry_of()["entry"]))
    assert entry.audience == "house"


def test_a_second_person_releases_it(held: str, signed_in: As) -> None:
    reply = signed_in("Cabinet").post(held, entry_of())
    assert reply.status_code == 302 and standing(VISITOR) == "suspended"
    entries = models.Entry.objects.count()
    again = signed_in("Cabinet").post(held, {"entry": "1"}, follow=True)
    assert "It waits no longer" in again.content.decode() and models.Entry.objects.count() == entries
    assert signed_in("Cabinet").post(held.replace("miravel", "nobody"), {"entry": "1"}).status_code == 404


def test_who_entered_it_does_not_release_it(held: str, signed_in: As) -> None:
    amina = signed_in("Amina")
    assert "a second person releases it" in amina.get("/en/desk/waiting/").content.decode()
    reply = amina.post(held, entry_of())
    assert reply.status_code in (403, 422) and standing(VISITOR) == "member"


def test_what_was_changed_since_is_not_released_unseen(held: str, signed_in: As) -> None:
    reply = signed_in("Cabinet").post(held, {"entry": "3"})
    assert reply.status_code == 409 and standing(VISITOR) == "member"


def test_a_correction_waits_too(held: str, signed_in: As) -> None:
    signed_in("Cabinet").post(held, entry_of())
    key = held.rstrip("/").rpartition("/")[2]
    again = {"standing": "suspended", "since": "2025-12-01", "by": "co-5", "sources": ["COUNCIL5"], "note": ""}
    assert signed_in("Amina").post(f"/en/desk/registry/correct/standing/{key}/", again).status_code == 302
    said = {r: known.organization(r).standings_of["miravel"][-1].since for r in (STAFF, VISITOR)}  # type: ignore[union-attr]
    assert str(said[STAFF]) == "2025-12-01" and str(said[VISITOR]) == "2025-11-24"


def test_a_source_typed_with_it_is_told_with_it(signed_in: As) -> None:
    new = {**SUSPEND, "sources": [], "new_source": "NOTE-9", "new_tier": "P", "new_note": "Note verbale 9"}
    assert signed_in("Amina").post("/en/desk/registry/standing/suspend/", new).status_code == 302
    visitor = known.organization(VISITOR)
    assert visitor is not None and "NOTE-9" not in visitor.sources_by_id
    key = models.Fact.objects.get(kind="standing", held=True).key
    said = {"entry": str(models.Fact.objects.get(kind="standing", held=True).entry)}
    assert signed_in("Cabinet").post(f"/en/desk/waiting/standing/{key}/", said).status_code == 302
    visitor = known.organization(VISITOR)
    assert visitor is not None and "NOTE-9" in visitor.sources_by_id and standing(VISITOR) == "suspended"
