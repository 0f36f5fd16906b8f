"""The page for jurists shows what the program reads."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from amana.folder.shapes import FOLDERS, LISTS, PROFILE, ROWS, TABLES, Shape

PAGE = (Path(__file__).parents[2] / "docs/folder.md").read_text(encoding="utf-8")
LANGUAGES = ("ar", "en", "fr")


@pytest.mark.parametrize("shape", [*(shape for _, shape in TABLES.values()), ROWS], ids=lambda s: s.kind.__name__)
def test_every_table_is_shown_with_its_columns(shape: Shape) -> None:
    assert ",".join(shape.columns(LANGUAGES)) in PAGE.splitlines()


def test_every_toml_example_can_be_read_and_has_only_known_keys() -> None:
    blocks = [tomllib.loads(block) for block in re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)]
    assert len(blocks) == 8
    files = [PROFILE, *(shape for _, shape in FOLDERS.values())]
    known = {key for shape in files for key in shape.keys} | {header for header, _, _ in LISTS.values()}
    known |= {header for shape in files for header, _ in shape.tables.values()}
    for block in blocks:
        assert block.keys() <= known
        for header, _, shape in LISTS.values():
            for table in block.get(header, ()):
                assert table.keys() <= {*shape.keys, *(inner for inner, _ in shape.tables.values())}
