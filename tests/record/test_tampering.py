"""One byte changed anywhere is found: in every exported file, in every column of the record, in every row made from it."""

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connections, models, transaction

from amana.acts import exporting, proving, rebuilding, record
from amana.acts.organization import Cite
from amana.ledger.verify import verify
from amana.store import models as tables
from amana.values.facts import Source
from amana.values.problems import Refused

from .everything import AMINA, enter_everything
from .golden import GOLDEN

pytestmark = pytest.mark.django_db(databases=["default", "postgres"])
RECORD = sorted(GOLDEN.iterdir())[-1] / "record"
FILES = sorted(path.relative_to(RECORD).as_posix() for path in RECORD.rglob("*") if path.is_file())
COLUMNS = [(table, field.attname) for table in tables.RECORD for field in table._meta.concrete_fields]


@pytest.mark.parametrize("file", FILES)
def test_one_byte_changed_in_any_exported_file_is_found(tmp_path: Path, file: str) -> None:
    shutil.copytree(RECORD, tmp_path / "out")
    whole = (RECORD / file).read_bytes()
    for at in {0, random.Random(file).randrange(len(whole)), len(whole) - 1}:
        (tmp_path / "out" / file).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert not verify(tmp_path / "out").holds, at
    (tmp_path / "out" / file).write_bytes(whole)
    assert verify(tmp_path / "out").holds


@contextmanager
def unguarded(using: str) -> Iterator[Any]:
    """A moment without triggers, undone at its end: what somebody can do who has the whole database."""
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            names = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
        else:
            names = "SELECT DISTINCT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"
        cursor.execute(names)
        for name, table in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {name}" + ("" if connection.vendor == "sqlite" else f" ON {table}"))
        yield cursor
        transaction.set_rollback(True, using=using)


def changed(value: Any) -> Any:
    """A value that differs in one byte."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 10_007
    if isinstance(value, str):
        at = len(value) // 2
        return value[:at] + ("0" if value[at : at + 1] != "0" else "1") + value[at + 1 :]
    return {**value, "x": 1} if isinstance(value, dict) else [*value, "x"]


def change(table: type[models.Model], column: str, using: str) -> Any:
    """Change one column of one row in the middle of a table; the row's key."""
    rows = table._base_manager.using(using).order_by("pk")
    row = rows[rows.count() // 2]
    rows.filter(pk=row.pk).update(**{column: changed(getattr(row, column))})
    return row.pk


@pytest.fixture
def whole(using: str) -> str:
    """A record with every act, on either database."""
    enter_everything(using)
    return using


def test_one_byte_changed_in_any_column_of_the_record_is_found_and_the_entry_named(whole: str) -> None:
    for table, column in COLUMNS:
        with unguarded(whole):
            key = change(table, column, whole)
            problems = proving.prove(whole, files=False).problems
            assert problems, (table, column)
            if table in (tables.Entry, tables.Body):
                assert key in {p.facts.get("entry") for p in problems}, (table, column)
    assert proving.prove(whole, files=False).holds


def test_a_row_taken_away_from_the_record_is_found(whole: str) -> None:
    for table in tables.RECORD:
        for last in (False, True):
            with unguarded(whole):
                rows = table._base_manager.using(whole).order_by("pk")
                key = (rows.last() if last else rows[rows.count() // 2]).pk
                rows.filter(pk=key)._raw_delete(whole)
                # between two others a checkpoint may go, as a cosigner may be late: the last one signs for all
                assert proving.prove(whole, files=False).problems or (table is tables.Checkpoint and not last), table


def test_a_record_cut_off_at_its_end_is_found_by_an_older_checkpoint(house: None, tmp_path: Path) -> None:
    old = str(tables.Checkpoint.objects.latest("size").note)
    exporting.export(tmp_path / "out")
    assert verify(tmp_path / "out", old).holds
    record.enter(Cite(Source("S9", "N")), by=AMINA)
    later = str(tables.Checkpoint.objects.latest("size").note)
    assert {p.code for p in verify(tmp_path / "out", later).problems} == {"ledger-shorter"}


def test_what_was_added_to_the_record_without_the_key_is_found(whole: str) -> None:
    with unguarded(whole):
        size = tables.Head.objects.using(whole).get().size
        tables.Entry.objects.using(whole).create(
            no=size + 1, day="2026-01-01", act="source.cite", version=1, audience="public", body="0" * 64, leaf="0" * 64
        )
        codes = {p.code for p in proving.prove(whole, files=False).problems}
        assert codes >= {"record-unsigned", "record-head-damaged", "record-node-missing"}


def test_an_export_of_a_changed_record_is_refused_or_does_not_hold(whole: str, tmp_path: Path) -> None:
    exported = [c for c in COLUMNS if c[0] in (tables.Entry, tables.Body) and c[1] not in ("leaf", "batch")]
    for table, column in exported:
        with unguarded(whole):
            change(table, column, whole)
            out = tmp_path / f"{whole}-{table.__name__}-{column}"
            try:
                exporting.export(out, audience="sealed", using=whole)
            except Refused:
                continue
            assert not verify(out).holds, column


@pytest.mark.parametrize("column", ["size", "edge"])
def test_nothing_is_entered_on_top_of_a_changed_head(whole: str, column: str) -> None:
    with unguarded(whole):
        change(tables.Head, column, whole)
        with pytest.raises(Refused) as refused:
            record.enter(Cite(Source("S9", "N")), by=AMINA, using=whole)
        assert [p.code for p in refused.value.problems] == ["record-head-differs"]


def test_no_row_is_made_from_a_record_that_does_not_hold(whole: str, beside: None) -> None:
    before = list(tables.Fact.objects.using(whole).values_list())
    with unguarded(whole):
        change(tables.Body, "body", whole)
        with pytest.raises(Refused) as refused:
            rebuilding.rebuild(using=whole)
        assert refused.value.problems[0].code == "rebuild-record-damaged"
        assert list(tables.Fact.objects.using(whole).values_list()) == before


def test_a_change_in_any_column_made_from_the_record_is_found_by_a_rebuild() -> None:
    enter_everything("default")
    rebuilding.replay("postgres")
    for table in tables.SHADOW:
        for field in table._meta.concrete_fields:
            with unguarded("default"):
                change(table, field.attname, "default")
                assert list(rebuilding.compare("default", "postgres")) == [table._meta.db_table], field.attname


def test_a_rebuild_puts_right_what_was_changed(whole: str, beside: None) -> None:
    change(tables.Fact, "content", whole)
    tables.Step.objects.using(whole).all().delete()
    assert set(rebuilding.rebuild(using=whole).differing) == {"store_fact", "store_step"}
    assert rebuilding.rebuild(using=whole).equal


def test_a_rebuild_after_an_erasure_gives_the_same_rows(whole: str, beside: None) -> None:
    assert tables.Erasure.objects.using(whole).count() == 1
    made = rebuilding.rebuild(using=whole, swap=False)
    assert made.equal and made.missing == 1


def test_a_checkpoint_taken_away_in_between_is_found(whole: str) -> None:
    record.enter_many([Cite(Source(f"s-{n}", "N")) for n in range(9)], by=AMINA, using=whole, chunk=9)
    record.enter(Cite(Source("after", "N")), by=AMINA, using=whole)
    sizes = list(tables.Checkpoint.objects.using(whole).order_by("size").values_list("size", flat=True))
    for size in sizes[:-1]:
        with unguarded(whole):
            tables.Checkpoint._base_manager.using(whole).filter(size=size).delete()
            told = [(p.code, p.facts.get("size")) for p in proving.prove(whole, files=False).problems]
        assert told == ([("record-checkpoint-missing", size)] if sure(size, whole) else []), size
    assert proving.prove(whole, files=False).holds


def sure(size: int, using: str) -> bool:
    """Whether it can be known that a checkpoint of this size was signed: an act entered alone, or what follows is there."""
    bodies = tables.Body.objects.using(using)
    own = bodies.filter(no=size).first()
    return own is not None and (not own.batch or bodies.filter(no=size + 1).exists())
