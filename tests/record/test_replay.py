"""A record made on one database is the same on the other, by replay and by backup; old records replay for ever."""

import json
from pathlib import Path

import pytest

from amana.acts import catalogue, exporting, proving, rebuilding
from amana.acts.kernel import REGISTRY, UPCASTS, act_from
from amana.store import models
from amana.values.problems import NotReadable

from .everything import enter_everything, entered
from .golden import GOLDEN, rows_of, versions_of

pytestmark = pytest.mark.django_db(databases=["default", "postgres"])
RELEASES = sorted(folder for folder in GOLDEN.iterdir() if folder.is_dir())


def test_every_registered_act_can_be_entered(using: str) -> None:
    enter_everything(using)
    assert {name for name, _ in entered(using)} == set(catalogue.NAMES)
    assert proving.prove(using, files=False).problems == ()


def test_a_record_made_on_sqlite_replayed_into_postgresql_gives_equal_rows() -> None:
    enter_everything("default")
    done, missing = rebuilding.replay("postgres", using="default")
    assert missing == 1 and done > 100
    assert rebuilding.compare("default", "postgres") == {}


def test_a_record_made_on_postgresql_replayed_into_sqlite_gives_equal_rows() -> None:
    enter_everything("postgres")
    rebuilding.replay("default", using="postgres")
    assert rebuilding.compare("default", "postgres") == {}


def test_an_exported_record_replays_from_its_folder_alone(tmp_path: Path) -> None:
    enter_everything("default")
    exporting.export(tmp_path / "out", audience="sealed")
    rebuilding.replay_export(tmp_path / "out", "postgres")
    assert rebuilding.compare("default", "postgres") == {}


def test_a_public_export_replays_as_far_as_its_audience_may_see(tmp_path: Path) -> None:
    enter_everything("default")
    made = exporting.export(tmp_path / "out", audience="public")
    done, missing = rebuilding.replay_export(tmp_path / "out", "postgres")
    assert (done, missing) == (made.entries, made.withheld + made.erased)
    assert not models.Text.objects.using("postgres").exists()


def test_an_export_that_does_not_hold_is_not_replayed(house: None, tmp_path: Path) -> None:
    exporting.export(tmp_path / "out", audience="sealed")
    (tmp_path / "out/bodies/000.jsonl").write_bytes(b"")
    with pytest.raises(NotReadable):
        rebuilding.replay_export(tmp_path / "out", "postgres")


@pytest.mark.parametrize("release", RELEASES, ids=lambda folder: folder.name)
def test_the_golden_record_of_every_release_replays_to_the_rows_it_had(using: str, release: Path) -> None:
    rebuilding.replay_export(release / "record", using)
    kept = [json.loads(line) for line in (release / "rows.jsonl").read_text("utf-8").splitlines()]
    now = {(table, row["id"]): row for table, row in rows_of(using)}
    assert len(now) == len(kept)
    for table, row in kept:  # a later release may have more columns, never other values
        assert {name: now[table, row["id"]][name] for name in row} == row, table


def test_every_act_at_its_version_is_in_a_golden_record() -> None:
    """Where this fails, an act is new or its body changed: see `golden.py`."""
    kept = {version for release in RELEASES for version in versions_of(release / "record")}
    assert {(name, REGISTRY[name].VERSION) for name in catalogue.NAMES} - kept == set()


def test_a_body_of_an_older_version_is_lifted_by_its_upcasts(monkeypatch: pytest.MonkeyPatch) -> None:
    cite = REGISTRY["source.cite"]
    monkeypatch.setattr(cite, "VERSION", 2)
    monkeypatch.setitem(UPCASTS, ("source.cite", 1), lambda body: {"fact": {**body["fact"], "note": "lifted"}})
    lifted = act_from("source.cite", 1, {"fact": {"id": "S", "tier": "P", "address": "", "note": ""}})
    assert lifted.fact.note == "lifted"  # type: ignore[attr-defined]


def test_a_record_is_replayed_until_an_entry_and_no_further() -> None:
    enter_everything("default")
    assert rebuilding.replay("postgres", until=30) == (30, 0)
    until = {max(table.objects.using("postgres").values_list("entry", flat=True), default=0) for table in models.SHADOW}
    assert max(until) <= 30
    for table in (models.Fact, models.Grant):
        assert table.objects.using("postgres").count() == table.objects.using("default").filter(entry__lte=30).count()
