"""The page on the format is right: its program, run on an export, gives the signed root."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from amana.ledger.manifest import KeySince
from amana.ledger.notes import read_note
from amana.ledger.tiles import tile_path

PAGE = Path(__file__).parents[2] / "docs/record-format.md"


def run(folder):
    program = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL).group(1)
    return subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True)


def test_the_program_on_the_page_gives_the_signed_root(small, large, tmp_path):
    for name, record in (("small", small), ("large", large)):
        record.export(tmp_path / name)
        ran = run(tmp_path / name)
        assert ran.stdout.strip() == (tmp_path / name / "checkpoint").read_text().splitlines()[2], ran.stderr


def test_the_program_on_the_page_finds_a_changed_body(small, tmp_path):
    small.export(tmp_path)
    path = tmp_path / "bodies/000.jsonl"
    path.write_text(path.read_text().replace("تكليف 5", "إعفاء 5"))
    assert "AssertionError: 5" in run(tmp_path).stderr


def test_the_examples_on_the_page_are_real():
    blocks = re.findall(r"```\n(records.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    note, keys = read_note(blocks[0]), [KeySince.parse(line) for line in blocks[1].splitlines()]
    assert [key.first for key in keys] == [1, 4711]
    assert note.signed_by(keys[0].vkey)


@pytest.mark.parametrize(("number", "path"), [(5, "005"), (999, "999"), (1000, "x001/000"), (1234067, "x001/x234/067")])
def test_numbers_of_tiles_are_written_in_groups_of_three(number, path):
    assert tile_path(2, number) == f"tile/2/{path}"
    assert tile_path("entries", number, 7) == f"tile/entries/{path}.p/7"
