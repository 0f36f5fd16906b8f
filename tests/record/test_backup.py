"""A backup restores into either database, whole or not at all, and nothing in it names a place of its own."""

import gzip
import io
import random
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction

from amana.acts import backup, files, keys, proving, rebuilding, record
from amana.acts.may import CONSOLE
from amana.acts.organization import Cite
from amana.ledger.keys import Signer
from amana.store import models, queries
from amana.values.facts import Source
from amana.values.problems import NotReadable, Refused

from .everything import AMINA, FILE, SHA, enter_everything

pytestmark = pytest.mark.django_db(databases=["default", "postgres"])


@pytest.fixture
def made(using: str, tmp_path: Path, settings: object) -> Path:
    """A backup of a house with every act, a person and a file, made on either database; the tables stay."""
    settings.VAR, settings.FILES = tmp_path / "one", tmp_path / "one/files"  # type: ignore[attr-defined]
    settings.RECORD_KEY = tmp_path / "one/record.key"  # type: ignore[attr-defined]
    files.store(FILE)
    enter_everything(using)
    models.User.objects.using(using).create(person="p-amina", email="amina@example.org", name="أمينة", password="x$y")
    backup.backup(tmp_path / "house.tar.gz", using=using)
    return tmp_path / "house.tar.gz"


@pytest.fixture
def other(using: str) -> str:
    """The database that `made` was not made on."""
    return "postgres" if using == "default" else "default"


@pytest.fixture
def empty(settings: object, made: Path, tmp_path: Path) -> Path:
    """The settings of another, empty house."""
    settings.VAR, settings.FILES = tmp_path / "two", tmp_path / "two/files"  # type: ignore[attr-defined]
    settings.RECORD_KEY = tmp_path / "two/elsewhere/signing.key"  # type: ignore[attr-defined]
    return tmp_path / "two"


def members(path: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(path) as tar:
        for member in tar:
            file = tar.extractfile(member)
            yield member.name, file.read() if file else b""


def pack(path: Path, content: dict[str, bytes], *extra: tarfile.TarInfo) -> Path:
    with tarfile.open(path, "w:gz") as tar:
        for name, data in content.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
        for info in extra:
            tar.addfile(info)
    return path


def refused(path: Path, using: str) -> list[str]:
    """The codes with which restoring is refused; nothing may be there afterwards."""
    with pytest.raises(Refused) as caught:
        backup.restore(path, using=using)
    assert not models.Entry.objects.using(using).exists() and not models.User.objects.using(using).exists()
    assert all(p.message("ar") and "{" not in p.message("en") for p in caught.value.problems)
    assert caught.type is NotReadable
    return [p.code for p in caught.value.problems]


def test_a_backup_made_on_one_database_is_restored_into_the_other_and_all_is_equal(
    using: str, made: Path, other: str, empty: Path
) -> None:
    backup.restore(made, using=other)
    assert rebuilding.compare(using, other) == {}
    for table in backup.KEPT:
        assert list(table._default_manager.using(other).order_by("pk").values_list()) == list(
            table._default_manager.using(using).order_by("pk").values_list()
        ), table
    assert proving.prove(other).holds and files.read(SHA) == FILE
    assert keys.path().stat().st_mode & 0o077 == 0 and made.stat().st_mode & 0o077 == 0
    assert record.enter(Cite(Source("after", "N")), by=AMINA, using=other).no > 100


def test_after_a_restore_new_people_are_numbered_after_the_restored_ones(made: Path, other: str, empty: Path) -> None:
    backup.restore(made, using=other)
    models.User.objects.using(other).create(person="p-bilal", email="bilal@example.org", name="Bilal", password="x$y")
    assert models.User.objects.using(other).count() == 2


def test_a_key_renewed_after_the_moment_of_a_backup_leaves_it_restorable(
    using: str, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    announced = queries.keys(using)
    record.renew_key("yearly", by=CONSOLE, using=using)
    monkeypatch.setattr(queries, "keys", lambda using: announced)
    held = {kind: str(Signer.parse(data.decode()).vkey) for kind, data in keys.held(using).items()}
    assert held.pop("current") == announced[-1][1]
    assert set(held.values()) == {vkey for _, vkey in announced[:-1]}


@pytest.mark.parametrize(("content", "code"), [(None, "record-key-lost"), (b"another", "record-key-other")])
def test_a_backup_without_the_key_that_signs_is_refused(
    made: Path, using: str, tmp_path: Path, content: bytes | None, code: str
) -> None:
    keys.path().unlink() if content is None else keys.path().write_bytes(content)
    with pytest.raises(Refused) as caught:
        backup.backup(tmp_path / "again.tar.gz", using=using)
    assert [p.code for p in caught.value.problems] == [code]
    assert not list(tmp_path.glob("again*"))


def test_a_backup_never_overwrites_and_leaves_no_half_file(made: Path, using: str, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        backup.backup(made, using=using)
    with pytest.raises(Refused):
        backup.backup(tmp_path / "nowhere/house.tar.gz", using=using)
    assert not list(tmp_path.glob("*.part"))


def test_a_house_that_is_not_empty_is_not_restored_into(made: Path, using: str) -> None:
    before = models.Entry.objects.using(using).count()
    with pytest.raises(Refused) as caught:
        backup.restore(made, using=using)
    assert [p.code for p in caught.value.problems] == ["restore-not-empty"]
    assert models.Entry.objects.using(using).count() == before


def test_a_restore_that_was_cut_off_after_its_key_can_be_done_again(made: Path, other: str, empty: Path) -> None:
    keys.path().parent.mkdir(parents=True)
    keys.path().write_bytes(dict(members(made))["keys/current"])
    keys.path().chmod(0o600)
    assert backup.restore(made, using=other).entries > 100


def test_a_file_that_is_no_backup_is_told_in_words(made: Path, other: str, empty: Path, tmp_path: Path) -> None:
    whole, cut = made.read_bytes(), tmp_path / "cut"
    for content in (
        b"",
        b"nothing of the kind",
        whole[:1000],
        whole[: len(whole) // 2],
        whole[:-5],
        gzip.compress(b"x" * 2000),
    ):
        cut.write_bytes(content)
        assert refused(cut, other) == ["backup-unreadable"]
    assert refused(tmp_path / "nowhere", other) == ["backup-unreadable"]


def test_one_bit_changed_anywhere_in_the_file_is_found(made: Path, other: str, empty: Path, tmp_path: Path) -> None:
    whole, spoilt, rng = made.read_bytes(), tmp_path / "spoilt", random.Random(1969)
    for at in [rng.randrange(20, len(whole)) for _ in range(40)]:
        spoilt.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        assert refused(spoilt, other)[0] == "backup-unreadable"


def test_a_record_changed_in_the_backup_is_not_restored(made: Path, other: str, empty: Path, tmp_path: Path) -> None:
    content = dict(members(made))
    changes = {
        "tables/store_body.jsonl": (b"a letter", b"a lesser"),
        "tables/store_entry.jsonl": (b'"house"', b'"public"'),
        "tables/store_head.jsonl": (b'"size": 1', b'"size": 2'),
        "tables/store_checkpoint.jsonl": (b'"root": "', b'"root": "0'),
        "tables/store_node.jsonl": (b'"hash": "', b'"hash": "0'),
        "keys/current": (b"PRIVATE", b"PUBLIC"),
        "about.json": (b"backup/1", b"backup/9"),
        f"files/{SHA[:2]}/{SHA}": (b"seventh", b"seventy"),
    }
    for name, (old, new) in changes.items():
        assert old in content[name], name
        spoilt = pack(tmp_path / "spoilt", {**content, name: content[name].replace(old, new, 1)})
        assert refused(spoilt, other)[0] == "backup-unreadable", name
    for name in ("keys/current", "about.json", "tables/store_body.jsonl"):
        assert refused(pack(tmp_path / "spoilt", {n: d for n, d in content.items() if n != name}), other)


def test_a_row_of_another_table_is_not_smuggled_in(made: Path, other: str, empty: Path, tmp_path: Path) -> None:
    content = dict(members(made))
    content["tables/store_draft.jsonl"] = content["tables/store_user.jsonl"]
    assert refused(pack(tmp_path / "spoilt", content), other) == ["backup-unreadable"]


def test_nothing_in_an_archive_names_a_place_of_its_own(made: Path, other: str, empty: Path, tmp_path: Path) -> None:
    link = tarfile.TarInfo("files/ab/" + "ab" * 32)
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    evil = (
        "../outside",
        "/tmp/amana-outside",
        "files/../../outside",
        "files/ab/../../../outside",
        "keys/../outside",
        "keys/x",
    )
    pack(tmp_path / "evil", {**dict(members(made)), **dict.fromkeys(evil, b"x")}, link)
    backup.restore(tmp_path / "evil", using=other)
    here = {p.relative_to(tmp_path).as_posix() for p in (tmp_path / "two").rglob("*") if p.is_file() or p.is_symlink()}
    assert {p.split("/")[1] for p in here} == {"elsewhere", "files"} and len(here) == 3
    assert not (tmp_path / "outside").exists() and not Path("/tmp/amana-outside").exists()


def test_a_backup_is_of_one_moment(made: Path, using: str, tmp_path: Path) -> None:
    with transaction.atomic(using=using):
        backup.backup(tmp_path / "again.tar.gz", using=using)
    content, again = dict(members(made)), dict(members(tmp_path / "again.tar.gz"))
    assert {n: d for n, d in content.items() if n != "about.json"} == {
        n: d for n, d in again.items() if n != "about.json"
    }
