"""Who erases that a file is kept erases its bytes, unless another entry keeps them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from amana.acts import backup, exporting, files, proving, record
from amana.acts.keeping import Erase, Keep
from amana.acts.may import CONSOLE
from amana.values.problems import Refused

from .conftest import AMINA, furnish

pytestmark = pytest.mark.django_db(databases=["default", "postgres"])
NOISE = b"of another"


@pytest.fixture(autouse=True)
def house(using: str, tmp_path: Path, settings: Any) -> None:
    settings.VAR, settings.FILES, settings.RECORD_KEY = tmp_path, tmp_path / "files", tmp_path / "record.key"
    furnish(using)
    keep(NOISE, using)


def keep(data: bytes, using: str, subject: str = "") -> int:
    """The number of the entry that keeps these bytes."""
    return record.enter(Keep(files.store(data), "a.txt", "text/plain", len(data), subject), by=AMINA, using=using).no


def test_erased_bytes_are_gone_and_others_stay(using: str, django_capture_on_commit_callbacks: Any) -> None:
    no = keep(b"private", using)
    with django_capture_on_commit_callbacks(using=using, execute=True):
        record.enter(Erase((no,), "asked for"), by=CONSOLE, using=using)
    assert [path.read_bytes() for path in files.kept()] == [NOISE]


def test_bytes_that_another_entry_keeps_stay_until_it_is_erased_too(
    using: str, django_capture_on_commit_callbacks: Any
) -> None:
    numbers = [keep(b"private", using), keep(b"private", using, "lc-1")]
    for no, left in zip(numbers, (2, 1), strict=True):
        with django_capture_on_commit_callbacks(using=using, execute=True):
            record.enter(Erase((no,), "asked for"), by=CONSOLE, using=using)
        assert len(list(files.kept())) == left


def test_an_erasure_that_is_refused_takes_nothing_away(using: str, django_capture_on_commit_callbacks: Any) -> None:
    no = keep(b"private", using)
    with django_capture_on_commit_callbacks(using=using, execute=True), pytest.raises(Refused):
        record.enter(Erase((no, no), "twice"), by=CONSOLE, using=using)
    assert len(list(files.kept())) == 2


def test_after_it_the_house_is_proved_backed_up_and_exported(
    using: str, tmp_path: Path, django_capture_on_commit_callbacks: Any
) -> None:
    no = keep(b"private", using)
    with django_capture_on_commit_callbacks(using=using, execute=True):
        record.enter(Erase((no,), "asked for"), by=CONSOLE, using=using)
    made = proving.prove(using)
    assert (made.problems, made.files, made.erased) == ((), 1, 1)
    assert backup.backup(tmp_path / "house.tar.gz", using=using) > 0
    assert exporting.export(tmp_path / "out", audience="house", using=using).erased == 1
