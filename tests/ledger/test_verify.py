"""One changed byte is found, wherever it is; nothing else is."""

import json
import random
import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from amana.ledger.manifest import KeySince, Manifest
from amana.ledger.verify import verify
from amana.values.problems import NotReadable

OF_THE_MANIFEST = {"ledger-file-changed", "ledger-manifest-differs", "ledger-manifest-unreadable"}


def codes(report):
    return {p.code for p in report.problems}


def files_in(folder):
    return sorted(p for p in folder.rglob("*") if p.is_file())


def flipped(path, at, bit):
    """Change one bit of a file; gives back what it was."""
    was = path.read_bytes()
    path.write_bytes(was[:at] + bytes([was[at] ^ 1 << bit]) + was[at + 1 :])
    return was


def test_a_sound_export_verifies(large, tmp_path):
    large.export(tmp_path)
    told = []
    report = verify(tmp_path, progress=told.append)
    assert report.problems == ()
    assert report.holds
    assert (report.entries, report.erased, report.checkpoints) == (2300, 1, 5)
    assert (report.bodies, report.withheld) == (2300 - 283 - 1, 283)
    assert told[-1] == 2300


def test_every_byte_changed_in_every_file_of_a_small_export_is_found(small, tmp_path):
    small.export(tmp_path)
    chance = random.Random(8)
    for path in files_in(tmp_path):
        for at in range(path.stat().st_size):
            was = flipped(path, at, chance.randrange(8))
            assert not verify(tmp_path).holds, f"{path.name}, byte {at}"
            path.write_bytes(was)
    assert verify(tmp_path).problems == ()


def test_a_changed_byte_is_found_without_the_manifest(small, tmp_path):
    """Who changes a file can write its checksum anew: entries, tiles, bodies and signatures tell it all the same."""
    small.export(tmp_path)
    chance = random.Random(9)
    for path in files_in(tmp_path):
        body = path.name == "000.jsonl"
        for at in range(0, 0 if path.name == "manifest.json" else path.stat().st_size, 3):
            was = flipped(path, at, chance.randrange(8))
            if not (body and b"erased" in line_at(was, at)):  # only the manifest tells which body is said to be erased
                assert codes(verify(tmp_path)) - OF_THE_MANIFEST, f"{path.name}, byte {at}"
            path.write_bytes(was)


def line_at(data, at):
    return data[data.rfind(b"\n", 0, at) + 1 : data.find(b"\n", at)]


def test_bytes_changed_in_a_large_export_are_found(large, tmp_path):
    large.export(tmp_path)
    chance = random.Random(10)
    for path in files_in(tmp_path):
        for _ in range(2):
            was = flipped(path, chance.randrange(path.stat().st_size), chance.randrange(8))
            assert not verify(tmp_path).holds, path
            path.write_bytes(was)


def test_a_file_taken_away_is_missed(small, tmp_path):
    small.export(tmp_path)
    for path in files_in(tmp_path):
        was = path.read_bytes()
        path.unlink()
        assert not verify(tmp_path).holds, path
        path.write_bytes(was)


def test_a_file_cut_short_or_made_longer_is_found(small, tmp_path):
    small.export(tmp_path)
    for path in files_in(tmp_path):
        was = path.read_bytes()
        for now in (b"", was[:-1], was[: len(was) // 2], was + b"\n", was + was, b"\xff" * 50):
            path.write_bytes(now)
            assert not verify(tmp_path).holds, (path, now[:20])
        path.write_bytes(was)


def test_the_problem_names_file_and_entry(large, tmp_path):
    large.export(tmp_path)
    path = tmp_path / "tile/entries/001"
    path.write_bytes(path.read_bytes().replace(b'"no":300', b'"no":301'))
    report = verify(tmp_path)
    told = {(p.code, p.facts.get("file"), p.facts.get("entry")) for p in report.problems}
    assert ("ledger-entry-number", "tile/entries/001", 300) in told
    assert ("ledger-leaf-differs", "tile/entries/001", 300) in told
    assert "ledger-checkpoint-root" in codes(report)
    assert any("says that it is entry 301" in p.message("en") for p in report.problems)


def test_a_changed_body_is_named_by_its_entry(small, tmp_path):
    small.export(tmp_path)
    path = tmp_path / "bodies/000.jsonl"
    path.write_text(path.read_text().replace("تكليف 5", "إعفاء 5"))
    [changed, body] = sorted(verify(tmp_path).problems, key=lambda p: p.code, reverse=True)
    assert (changed.code, body.code, body.facts["entry"]) == ("ledger-file-changed", "ledger-body-differs", 5)


def test_a_foreign_file_is_told_but_spoils_nothing(small, tmp_path):
    small.export(tmp_path)
    (tmp_path / "notes.txt").write_text("tea")
    report = verify(tmp_path)
    assert [(p.code, p.severity) for p in report.problems] == [("ledger-file-unknown", "warning")]
    assert report.holds


def test_a_folder_that_is_no_export_cannot_be_read(tmp_path):
    with pytest.raises(NotReadable, match="not an exported record"):
        verify(tmp_path)
    with pytest.raises(NotReadable, match="not an exported record"):
        verify(tmp_path / "nowhere")


# --- what was kept elsewhere --------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", [0, 1, 2])
def test_an_old_checkpoint_proves_that_nothing_was_rewritten(small, tmp_path, which):
    small.export(tmp_path)
    assert verify(tmp_path, small.points[which]).problems == ()


def test_a_record_rewritten_and_signed_again_is_found_by_an_old_checkpoint(make, small, tmp_path):
    forged = make(5, 4, (1, 4, 5), said="إعفاء", signers=small.signers)
    forged.export(tmp_path)
    assert verify(tmp_path).problems == ()
    report = verify(tmp_path, small.points[2], named="kept.txt")
    assert [(p.code, p.facts["file"]) for p in report.problems] == [("ledger-rewritten", "kept.txt")]
    assert "was rewritten: at 5 entries" in report.problems[0].message()


def test_a_record_made_shorter_is_found_by_an_old_checkpoint(small, tmp_path):
    shorter = replace(small, entries=small.entries[:4], points=small.points[:2])
    shorter.export(tmp_path)
    assert verify(tmp_path).problems == ()
    assert codes(verify(tmp_path, small.points[2])) == {"ledger-shorter"}


def test_a_record_signed_by_other_keys_is_found_by_an_old_checkpoint_or_the_key(make, small, tmp_path):
    make(5, 4, (1, 4, 5)).export(tmp_path)
    assert codes(verify(tmp_path, small.points[0])) >= {"ledger-checkpoint-unsigned"}
    assert codes(verify(tmp_path, key=small.keys[0].vkey)) == {"ledger-key-unknown"}
    assert codes(verify(tmp_path, "no checkpoint")) == {"ledger-checkpoint-unreadable"}


def test_a_checkpoint_of_another_record_is_told_apart(make, small, tmp_path):
    small.export(tmp_path)
    other = make(5, 4, (5,), origin="records.example/other")
    assert "ledger-checkpoint-origin" in codes(verify(tmp_path, other.points[0]))


# --- keys that hand over -----------------------------------------------------------------------------------------


def test_a_key_that_nobody_announced_is_found(small, tmp_path):
    hidden = replace(small.entries[3], salt=None, body=None)
    replace(small, entries=[*small.entries[:3], hidden, small.entries[4]]).export(tmp_path)
    [problem] = verify(tmp_path).problems
    assert problem.code == "ledger-key-not-announced"
    assert "entry 4 does not show it" in problem.message()


def test_a_key_that_the_old_one_did_not_sign_for_is_found(small, tmp_path):
    alone = replace(
        small, points=[small.points[0], small.points[1].rsplit("— ", 2)[0] + last_line(small), small.points[2]]
    )
    alone.export(tmp_path)
    assert codes(verify(tmp_path)) == {"ledger-checkpoint-unsigned"}


def last_line(record):
    return record.points[1].splitlines(keepends=True)[-1]


def test_a_hand_over_without_its_checkpoint_is_found(small, tmp_path):
    replace(small, points=[small.points[0], small.points[2]]).export(tmp_path)
    [problem] = verify(tmp_path).problems
    assert "checkpoints/4, which the key before it must sign too, is missing" in problem.message()


def test_the_old_key_signs_nothing_after_it_handed_over(small, tmp_path):
    replace(small, keys=[small.keys[0], KeySince(5, small.keys[1].vkey)]).export(tmp_path)
    assert not verify(tmp_path).holds


# --- what it needs -----------------------------------------------------------------------------------------------


def test_verify_starts_without_django_or_a_database():
    code = (
        "import sys, amana.ledger.verify; print([m for m in sys.modules if m.split('.')[0] in ('django', 'sqlite3')])"
    )
    src = Path(__file__).parents[2] / "src"
    ran = subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": str(src)}, capture_output=True, text=True)
    assert ran.stdout.strip() == "[]", ran.stderr


def test_every_problem_has_its_sentence_in_three_languages_and_its_line_in_the_docs():
    root = Path(__file__).parents[2]
    tables = {}
    for language in ("en", "ar", "fr"):
        tables[language] = tomllib.loads((root / f"src/amana/messages/{language}/ledger.toml").read_text())
    used = {
        word.strip('"')
        for file in (root / "src/amana/ledger").glob("*.py")
        for word in file.read_text().replace("(", " ").replace(",", " ").split()
        if word.startswith('"ledger-')
    }
    page = (root / "docs/checks/ledger.md").read_text()
    assert used
    for code in used:
        assert all(code in table for table in tables.values()), code
        assert f"- `{code}` (" in page, code
    assert all(set(table) == used for table in tables.values())


def test_a_manifest_that_lies_is_found(small, tmp_path):
    small.export(tmp_path)
    path = tmp_path / "manifest.json"
    said = json.loads(path.read_bytes())
    for lie in ({"erased": 0, "withheld": 2}, {"audience": "friends"}, {"format": "amana-record/2"}):
        made = Manifest(**said | lie).to_bytes()
        path.write_bytes(made)
        assert codes(verify(tmp_path)) & OF_THE_MANIFEST, lie


def test_many_foreign_files_are_counted_and_spoil_nothing(small, tmp_path):
    small.export(tmp_path)
    for number in range(30):
        (tmp_path / f"notes-{number}.txt").write_text("tea")
    report = verify(tmp_path)
    assert report.problems[-1].facts == {"kind": "ledger-file-unknown", "count": 10}
    assert report.holds


def test_nonsense_in_any_file_is_a_finding_and_never_an_exception(small, tmp_path):
    small.export(tmp_path)
    chance = random.Random(11)
    nonsense = [
        b"[" * 9000,
        b'{"no":1e999}\n',
        b'{"no":' + b"9" * 5000 + b"}\n",
        b'{"body":"\\ud800","no":1,"salt":""}\n',
    ]
    for path in files_in(tmp_path):
        was = path.read_bytes()
        for now in (*nonsense, chance.randbytes(300), b"\x00\x02{}" * 5, was.replace(b"house", b"\xd9\xa3")):
            path.write_bytes(now)
            report = verify(tmp_path, small.points[0], key=small.keys[0].vkey)
            assert now == was or not report.holds, (path, now[:20])
            assert all("⟨" not in p.message(language) for p in report.problems for language in ("en", "ar", "fr"))
        path.write_bytes(was)
