"""Nobody gets more than his audience by an export or a dump, and the record itself knows no name."""

import json
from pathlib import Path

import pytest

from amana import folder
from amana.acts import dumping, exporting, known, people, record
from amana.acts.exporting import entries_of
from amana.acts.resolutions import Release
from amana.ledger.verify import verify
from amana.store import models, sight
from amana.store.sight import Reader
from amana.values.audiences import AUDIENCES
from amana.values.problems import Refused

from .everything import DALIA, EXAMPLE, enter_everything

pytestmark = pytest.mark.django_db
SECRETS = (
    "quietly",
    "the annex is missing",
    "the same duty twice",
    "a slip of the pen",
    "the register is lost",
    "p-carla",
)
"""What only the house may know of `everything`."""


@pytest.fixture
def furnished(db: None) -> None:
    """A record with every act, over the whole example organization."""
    enter_everything(org=folder.read(EXAMPLE))


def text_of(path: Path) -> str:
    return "".join(p.read_text("utf-8") for p in sorted(path.rglob("*")) if p.is_file() and "tile" not in p.parts)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_an_export_holds_no_body_above_its_audience_and_every_one_up_to_it(
    furnished: None, tmp_path: Path, audience: str
) -> None:
    made = exporting.export(tmp_path / "out", audience=audience)
    allowed = AUDIENCES[: AUDIENCES.index(audience) + 1]
    erased = set(models.Erasure.objects.values_list("no", flat=True))
    for header, body in entries_of(tmp_path / "out", made.entries):
        assert (body is not None) == (header.audience in allowed and header.no not in erased), header
    assert verify(tmp_path / "out").holds


@pytest.mark.parametrize("audience", ["public", "members"])
def test_an_export_below_the_house_tells_none_of_its_secrets(furnished: None, tmp_path: Path, audience: str) -> None:
    exporting.export(tmp_path / "house", audience="house")
    exporting.export(tmp_path / "out", audience=audience)
    told, whole = text_of(tmp_path / "out"), text_of(tmp_path / "house")
    assert [secret for secret in SECRETS if secret not in whole] == []
    assert [secret for secret in SECRETS if secret in told] == []


@pytest.mark.parametrize("audience", ["public", "members", "house"])
def test_a_dump_holds_only_what_its_audience_may_see_and_checks_clean(
    furnished: None, tmp_path: Path, audience: str
) -> None:
    dumping.dump(tmp_path / "example", audience=audience)
    org = folder.read(tmp_path / "example")
    allowed = AUDIENCES[: AUDIENCES.index(audience) + 1]
    assert {r.audience for r in org.resolutions} <= set(allowed)
    assert all(d.released for d in org.disputes) or audience == "house"
    assert not any(r.findings for r in org.resolutions) or audience == "house"
    assert [p for p in folder.check(tmp_path / "example") if p.severity == "error"] == []


def test_what_was_withdrawn_leaves_the_public_dump(furnished: None, tmp_path: Path) -> None:
    public = next(r.value for r in known.accepted_now().values() if r.value.audience == "public")
    record.enter(Release(public.id, "members"), by=DALIA)
    dumping.dump(tmp_path / "example", audience="public")
    assert public.id not in {r.id for r in folder.read(tmp_path / "example").resolutions}
    assert public.title["en"] not in text_of(tmp_path / "example")


READERS = {
    "public": Reader(),
    "members": Reader("p-x", frozenset({("focal-point", "zz")})),
    "house": Reader("p-y", frozenset({("translator", "")})),
}


@pytest.mark.parametrize("audience", READERS)
def test_everybody_reads_the_bodies_of_their_audience_and_no_others(furnished: None, audience: str) -> None:
    seen = set(sight.bodies(READERS[audience]).values_list("no", flat=True))
    allowed = AUDIENCES[: AUDIENCES.index(audience) + 1]
    held = models.Entry.objects.filter(audience__in=allowed, no__in=models.Body.objects.values("no"))
    assert seen == set(held.values_list("no", flat=True)) and len(seen) > 0


@pytest.mark.parametrize("audience", READERS)
def test_everybody_sees_the_facts_resolutions_and_mandates_of_their_audience(furnished: None, audience: str) -> None:
    reader, allowed = READERS[audience], AUDIENCES[: AUDIENCES.index(audience) + 1]
    now = {key: r.value.audience for key, r in known.accepted_now().items()}
    assert set(sight.resolutions(reader).values_list("key", flat=True)) == {k for k, a in now.items() if a in allowed}
    assert set(sight.facts(reader).values_list("audience", flat=True)) <= set(allowed)
    mandates = {"mandate-1"} if audience != "house" else {"mandate-1", "mandate-2"}
    assert set(sight.mandates(reader).values_list("key", flat=True)) == mandates


def test_the_record_knows_no_name_address_or_password(furnished: None, tmp_path: Path) -> None:
    person = people.add("leila.haddad@example.org", "Leila Haddad", "a very long secret", ["auditor"])
    exporting.export(tmp_path / "out", audience="sealed")
    told = text_of(tmp_path / "out")
    assert person in told
    for secret in ("leila", "Haddad", "example.org", "a very long secret"):
        assert secret.lower() not in told.lower()
    rows = [json.dumps(row, default=str) for table in models.SHADOW for row in table._base_manager.values()]
    assert not any("haddad" in row.lower() for row in rows)


def test_who_is_refused_a_role_gets_no_account(furnished: None) -> None:
    with pytest.raises(Refused):
        people.add("x@example.org", "X", "a very long secret", ["king"])
    assert not models.User.objects.filter(email="x@example.org").exists()
