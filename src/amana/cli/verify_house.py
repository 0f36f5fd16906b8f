"""`amana verify` without a folder: the live record and its files, held against what was signed."""

from __future__ import annotations

import importlib

from amana.cli import housed
from amana.cli.telling import Progress, tell_line, tell_problems


def run(*, json: bool) -> int:
    """Verify; exit 1 where anything differs."""
    housed.set_up()
    housed.open_house()
    made = importlib.import_module("amana.acts.proving").prove(told=Progress("verify"))
    tell_problems(made.problems, json=json)
    said = {name: getattr(made, name) for name in ("entries", "bodies", "erased", "checkpoints", "files")}
    if json:
        tell_line({**said, "holds": made.holds})
    else:
        print(f"{'it holds' if made.holds else 'IT DOES NOT HOLD'}; " + ", ".join(f"{v} {k}" for k, v in said.items()))
    return 0 if made.holds else 1
