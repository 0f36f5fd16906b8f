"""What a command tells has nowhere to go: a full disk is told in a sentence, a closed pipe is quiet."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PAIR = "samples/drought-early-warning/drought-early-warning."
COMMANDS = (
    ("read", f"{PAIR}en.txt", "--json"),
    ("read", f"{PAIR}en.txt"),
    ("compare", f"{PAIR}en.txt", f"{PAIR}fr.txt", "--json"),
    ("check-text", f"{PAIR}en.txt", "--organization", "organizations/example"),
    ("lint", f"{PAIR}en.txt", "--json"),
)


def _line(words: tuple[str, ...]) -> list[str]:
    return [sys.executable, "-m", "amana.cli.main", *words]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device")
@pytest.mark.parametrize("words", COMMANDS)
def test_what_cannot_be_written_is_told_in_a_sentence(words: tuple[str, ...], root: Path) -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(_line(words), stdout=full, stderr=subprocess.PIPE, text=True, cwd=root, check=False)
    assert (ran.returncode, "Traceback" in ran.stderr) == (2, False)
    assert "[cli-output-unwritable]" in ran.stderr.splitlines()[-1]


@pytest.mark.parametrize("words", COMMANDS[:2])
def test_a_closed_pipe_is_quiet(words: tuple[str, ...], root: Path) -> None:
    into, out = os.pipe()
    os.close(into)
    ran = subprocess.run(_line(words), stdout=out, stderr=subprocess.PIPE, text=True, cwd=root, check=False)
    os.close(out)
    assert (ran.returncode, ran.stderr) == (0, "")
