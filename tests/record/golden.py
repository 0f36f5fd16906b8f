"""Golden records: a whole record of every release, exported, and the rows it had; kept in the tree and replayed for ever.

An act that is new, or whose body got a new version, is in none of them: then keep one more, for the release that brings
it, and never touch those that were released:

    PYTHONPATH=src:. python tests/record/golden.py 0.2.0

The key that signed a golden record was made for it and thrown away.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

GOLDEN = Path(__file__).resolve().parent / "golden"


def rows_of(using: str = "default") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every row of every shadow table, as values."""
    from amana.store import models

    for table in models.SHADOW:
        names = [field.attname for field in table._meta.concrete_fields]
        for row in table._default_manager.using(using).order_by("pk").values(*names):
            yield table._meta.db_table, dict(row)


def versions_of(record: Path) -> set[tuple[str, int]]:
    """Every (act, version) in an exported record."""
    from amana.acts.exporting import entries_of

    count = json.loads((record / "manifest.json").read_bytes())["entries"]
    return {(header.act, header.version) for header, _ in entries_of(record, count)}


def keep(release: str) -> Path:
    """Make the golden record of a release."""
    from amana.acts import exporting
    from tests.record.everything import enter_everything

    target = GOLDEN / release
    shutil.rmtree(target, ignore_errors=True)
    enter_everything()
    exporting.export(target / "record", audience="sealed")
    lines = (json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows_of())
    (target / "rows.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return target


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"AMANA_VAR": folder, "AMANA_ORGANIZATION": "organizations/example"}
        from amana.cli import housed

        housed.set_up()
        housed.open_house()
        print(keep(sys.argv[1]))
