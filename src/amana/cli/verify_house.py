"""`amana verify` without a folder: the live record and its files, held against what was signed."""

from __future__ import annotations

import importlib

from amana.cli import housed
from amana.cli.saying import say, verdict
from amana.cli.telling import Progress, tell_line, tell_problems
from amana.ledger.keys import Vkey


def run(*, json: bool, old: str | None = None, named: str = "", key: Vkey | None = None) -> int:
    """Verify, also against an old checkpoint and a known key where given; exit 1 where anything differs."""
    housed.set_up()
    housed.open_house()
    proving = importlib.import_module("amana.acts.proving")
    since = proving.Old(old, named) if old is not None else None
    made = proving.prove(old=since, key=key, told=Progress("verify"))
    tell_problems(made.problems, json=json)
    said = {name: getattr(made, name) for name in ("entries", "bodies", "erased", "checkpoints", "files")}
    if json:
        tell_line({**said, "holds": made.holds})
    else:
        print(verdict(said, holds=made.holds))
        if made.holds and since:
            print(say("not-rewritten", file=named))
    return 0 if made.holds else 1
