"""The organization as tables: every row there, days with their bounds, the same bytes for the same content."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from amana import folder
from amana.folder.organization import Organization
from amana.publish.tables import archive, tables_of


@pytest.fixture(scope="module")
def org(root: Path) -> Organization:
    """The invented organization."""
    return folder.read(root / "organizations" / "example")


def read(path: Path, name: str) -> list[dict[str, str]]:
    """The rows of one table of an archive."""
    with zipfile.ZipFile(path) as whole:
        return list(csv.DictReader(io.StringIO(whole.read(f"{name}.csv").decode("utf-8"))))


def test_every_fact_is_a_row(org: Organization, tmp_path: Path) -> None:
    counts = archive(tmp_path / "t.zip", tables_of(org), {})
    assert counts["standings"] == len(org.standings) and counts["sessions"] == len(org.sessions)
    row = next(one for one in read(tmp_path / "t.zip", "sessions") if one["id"] == "co-4")
    assert (row["days"], row["days_first"], row["days_last"]) == ("2024-11-05/2024-11-07", "2024-11-05", "2024-11-07")
    assert row["hijri"] == "1446-05-03/1446-05-05" and row["place_ar"] == "بورت سيرين"


def test_the_checksums_are_those_of_the_files(org: Organization, tmp_path: Path) -> None:
    archive(tmp_path / "t.zip", tables_of(org), {"README.txt": b"read me"})
    with zipfile.ZipFile(tmp_path / "t.zip") as whole:
        lines = whole.read("SHA256SUMS").decode().splitlines()
        assert len(lines) == len(whole.namelist()) - 1
        for digest, name in (line.split("  ") for line in lines):
            assert hashlib.sha256(whole.read(name)).hexdigest() == digest, name


def test_the_same_organization_gives_the_same_bytes(org: Organization, tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        archive(tmp_path / name, tables_of(org), {})
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_dispute_that_is_not_released_is_in_no_table(org: Organization, tmp_path: Path) -> None:
    hidden = replace(org, disputes=tuple(replace(one, released=False) for one in org.disputes))
    assert archive(tmp_path / "a.zip", tables_of(org), {})["claims"] == 2
    assert archive(tmp_path / "b.zip", tables_of(hidden), {})["claims"] == 0
