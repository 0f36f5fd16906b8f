"""The command line, within the tests' process and in processes of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from amana.cli.main import main

Run = Callable[..., "Ran"]


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """Every line of its output as a JSON object."""
        made = [json.loads(line) for line in self.out.splitlines()]
        assert made and all(isinstance(one, dict) for one in made)
        return made


@pytest.fixture
def amana(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, root: Path) -> Run:
    """Run a command here: `amana("check", "organizations/example").code`."""
    monkeypatch.chdir(root)
    monkeypatch.setenv("LANGUAGE", "en")

    def run(*words: object) -> Ran:
        capsys.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as left:
            code = int(left.code or 0)
        told = capsys.readouterr()
        return Ran(code, told.out, told.err)

    return run


@pytest.fixture
def process(tmp_path: Path, root: Path) -> Run:
    """Run a command in a process of its own, over a house of its own."""

    def run(*words: object, **environment: str) -> Ran:
        named = {"AMANA_VAR": str(tmp_path / "var"), "AMANA_ORGANIZATION": "organizations/example", "LANG": "C.UTF-8"}
        kept = {n: v for n, v in os.environ.items() if not n.startswith(("AMANA", "DJANGO", "LANG"))}
        done = subprocess.run(
            [sys.executable, "-m", "amana.cli.main", *map(str, words)],
            cwd=root,
            env={**kept, "PYTHONPATH": "src", **named, **environment},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run
