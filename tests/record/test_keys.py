"""The signing key: renewed without a gap, never lost sight of, never taken for another."""

from pathlib import Path

import pytest

from amana.acts import exporting, keys, proving, record
from amana.acts.keeping import RenewKey
from amana.acts.may import CONSOLE
from amana.acts.organization import Cite
from amana.ledger import keys as ledger_keys
from amana.ledger.verify import verify
from amana.store import queries
from amana.values.facts import Source
from amana.values.problems import NotReadable, Refused

from .conftest import AMINA, furnish

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(tmp_path: Path, settings: object) -> Path:
    """A key file of the test's own."""
    settings.RECORD_KEY = tmp_path / "keys/record.key"  # type: ignore[attr-defined]
    return tmp_path / "keys/record.key"


@pytest.fixture
def signed(db: None, place: Path) -> Path:
    """The small house, signed by that key."""
    furnish("default")
    return place


def cite(name: str) -> int:
    return record.enter(Cite(Source(name, "N")), by=AMINA).no


def test_whoever_enters_first_opens_the_record_under_a_key_that_only_the_owner_may_read(signed: Path) -> None:
    entry = queries.entry(1)
    assert entry is not None and entry.act == "record.begin"
    assert [key.first for key in keys.chain()] == [1] and signed.stat().st_mode & 0o077 == 0


def test_an_export_verifies_across_renewals(signed: Path, tmp_path: Path) -> None:
    record.renew_key("yearly", by=CONSOLE)
    cite("S2")
    record.renew_key("yearly", by=CONSOLE)
    cite("S3")
    exporting.export(tmp_path / "out")
    assert verify(tmp_path / "out").problems == () and len(keys.chain()) == 3
    assert proving.prove(files=False).holds


def test_the_retired_keys_are_kept_under_their_hash(signed: Path) -> None:
    old = ledger_keys.load_key(signed)
    record.renew_key("yearly", by=CONSOLE)
    assert ledger_keys.load_key(signed.with_name(f"record.key.{old.vkey.hash.hex()}")) == old
    assert sorted(kind for kind, _ in keys.kept()) == sorted(["current", old.vkey.hash.hex()])


@pytest.mark.parametrize("start", ["enter", "serve"])
def test_a_renewal_killed_before_the_new_key_is_in_place_is_finished_at_the_next_start(
    signed: Path, monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    monkeypatch.setattr(keys, "check_in_step", lambda *_: None)
    record.renew_key("yearly", by=CONSOLE)
    monkeypatch.undo()
    assert keys.coming().exists()
    if start == "enter":
        cite("S2")
    else:
        keys.check_in_step(str(keys.chain()[-1].vkey))
    assert not keys.coming().exists() and proving.prove(files=False).holds
    assert str(keys.signer().vkey) == str(keys.chain()[-1].vkey)


def test_a_renewal_killed_before_its_entry_changes_nothing(signed: Path) -> None:
    before = keys.signer()
    keys.make_next()
    cite("S2")
    assert keys.signer() == before and proving.prove(files=False).holds
    record.renew_key("yearly", by=CONSOLE)
    assert keys.signer() != before and proving.prove(files=False).holds


def test_a_key_made_while_the_process_dies_is_whole_or_not_there(
    db: None, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Died(BaseException):
        pass

    def dies(*_: object) -> None:
        raise Died

    monkeypatch.setattr(keys.os, "link", dies)
    with pytest.raises(Died):
        keys.signer()
    monkeypatch.undo()
    assert not place.exists() and keys.signer() == ledger_keys.load_key(place)


def test_a_lost_key_is_refused_and_never_made_anew(signed: Path) -> None:
    signed.rename(signed.with_name("elsewhere"))
    with pytest.raises(Refused) as refused:
        cite("S2")
    assert refused.value.problems[0].code == "record-key-lost" and not signed.exists()


def test_another_houses_key_signs_nothing(signed: Path) -> None:
    before = queries.head()
    signed.unlink()
    ledger_keys.new_key(signed, "amana/other")
    with pytest.raises(Refused) as refused:
        cite("S2")
    assert refused.value.problems[0].code == "record-key-other" and queries.head() == before


@pytest.mark.parametrize("text", ["", "PRIVATE+KEY+", "nothing of the kind\n"])
def test_a_damaged_key_file_is_told_in_words(signed: Path, text: str) -> None:
    signed.write_text(text)
    with pytest.raises(NotReadable) as refused:
        cite("S2")
    assert refused.value.problems[0].code == "ledger-keyfile-unreadable"


def test_nobody_at_the_desk_renews_the_key(signed: Path) -> None:
    with pytest.raises(Refused):
        record.renew_key("mine now", by=AMINA)
    with pytest.raises(Refused):
        record.enter(RenewKey("amana/x+00000000+AAAA", "mine"), by=AMINA)
    cite("S2")
    assert proving.prove(files=False).holds
