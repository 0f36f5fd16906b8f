"""What an export holds, and when it is refused."""

import hashlib
import json
from dataclasses import replace

import pytest

from amana.ledger.manifest import Manifest
from amana.ledger.notes import Checkpoint, sign
from amana.ledger.tiles import bundle, tile_path, unbundle
from amana.ledger.tree import EMPTY
from amana.ledger.verify import verify
from amana.values.problems import Refused


def test_a_small_export_has_these_files(small, tmp_path):
    small.export(tmp_path)
    files = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file())
    points = ["checkpoints/1", "checkpoints/4", "checkpoints/5"]
    tiles = ["tile/0/000.p/5", "tile/entries/000.p/5"]
    assert files == ["bodies/000.jsonl", "checkpoint", *points, "key", "manifest.json", *tiles]
    assert (tmp_path / "checkpoint").read_bytes() == (tmp_path / "checkpoints/5").read_bytes()


def test_tiles_hold_the_hashes_of_every_eighth_level(large, tmp_path):
    large.export(tmp_path)
    leaves = [hashlib.sha256(b"\0" + e.header).digest() for e in large.entries]
    assert (tmp_path / "tile/0/001").read_bytes() == b"".join(leaves[256:512])
    assert (tmp_path / "tile/0/008.p/252").read_bytes() == b"".join(leaves[2048:])
    level = leaves[:2048]
    for _ in range(8):
        level = [hashlib.sha256(b"\1" + a + b).digest() for a, b in zip(level[::2], level[1::2], strict=True)]
    assert (tmp_path / "tile/1/000.p/8").read_bytes() == b"".join(level)
    assert sorted(p.name for p in (tmp_path / "bodies").iterdir()) == ["000.jsonl", "001.jsonl", "002.jsonl"]


def test_the_manifest_counts_and_names_every_file(small, tmp_path):
    told = []
    manifest = small.export(tmp_path, progress=told.append)
    assert Manifest.parse((tmp_path / "manifest.json").read_bytes()) == manifest
    assert (manifest.entries, manifest.bodies, manifest.erased, manifest.withheld) == (5, 3, 1, 1)
    data = (tmp_path / "bodies/000.jsonl").read_bytes()
    assert manifest.files["bodies/000.jsonl"] == {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    assert told == [5]


def test_a_withheld_body_leaves_no_word_and_an_erased_one_only_its_number(small, tmp_path):
    small.export(tmp_path)
    lines = [json.loads(line) for line in (tmp_path / "bodies/000.jsonl").read_text().splitlines()]
    assert [line["no"] for line in lines] == [1, 2, 4, 5]
    assert lines[1] == {"erased": True, "no": 2}
    assert "تكليف 3" not in (tmp_path / "bodies/000.jsonl").read_text()


def test_an_export_is_never_mixed_with_another(small, tmp_path):
    small.export(tmp_path / "new")
    with pytest.raises(Refused, match="not empty"):
        small.export(tmp_path / "new")


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda r: replace(r, entries=r.entries[1:]), "Entry 2 came where entry 1"),
        (lambda r: replace(r, entries=r.entries[:4]), "at 4 entries"),
        (lambda r: replace(r, points=r.points[:2]), "at 5 entries"),
        (lambda r: replace(r, points=[]), "at 5 entries"),
        (lambda r: replace(r, points=r.points[::-1]), "at 5 entries"),
        (lambda r: replace(r, entries=[replace(r.entries[0], body=b"{}"), *r.entries[1:]]), "body of entry 1"),
        (lambda r: replace(r, entries=[replace(r.entries[0], header=swapped(r)), *r.entries[1:]]), "at 1 entries"),
    ],
)
def test_what_would_not_verify_is_not_exported(small, tmp_path, spoil, why):
    with pytest.raises(Refused, match=why):
        spoil(small).export(tmp_path)
    assert not (tmp_path / "manifest.json").exists()


def swapped(record):
    return record.entries[0].header.replace(b"mandate.assign", b"mandate.asSign")


def test_an_audience_that_nobody_is_cannot_be_exported_to(small, tmp_path):
    with pytest.raises(ValueError, match="none of public"):
        small.export(tmp_path, audience="friends")


def test_a_record_without_entries_is_exported_and_verified(small, tmp_path):
    from_start = replace(small, entries=[], keys=small.keys[:1], points=[empty_point(small)])
    from_start.export(tmp_path)
    report = verify(tmp_path)
    assert (report.entries, report.checkpoints, report.problems) == (0, 1, ())


def empty_point(record):
    return sign(Checkpoint("records.example/house", 0, EMPTY), record.signers[0])


def test_a_bundle_is_cut_where_it_was_joined():
    headers = [b"a", b"", b"x" * 65535]
    tile = bundle(3, headers)
    assert tile.path == tile_path("entries", 3, 3) == "tile/entries/003.p/3"
    assert list(unbundle(tile.data)) == headers
    with pytest.raises(ValueError, match="ends inside"):
        list(unbundle(tile.data[:-1]))
