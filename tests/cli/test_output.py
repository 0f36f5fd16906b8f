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
    ("--help",),
    ("read", "--help"),
    ("--version",),
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


@pytest.mark.parametrize("words", [COMMANDS[0], COMMANDS[5]])
def test_a_closed_output_is_told_in_a_sentence(words: tuple[str, ...], root: Path) -> None:
    line = ["sh", "-c", 'exec "$@" >&-', "sh", *_line(words)]
    ran = subprocess.run(line, stderr=subprocess.PIPE, text=True, cwd=root, check=False)
    assert (ran.returncode, "[cli-output-unwritable]" in ran.stderr, ran.stderr.count("\n")) == (2, True, 1)


def test_what_is_said_for_people_does_not_go_to_programs_where_nobody_listens(root: Path) -> None:
    line = ["sh", "-c", 'exec "$@" 2>&-', "sh", *_line(("read", "nothing.txt"))]
    ran = subprocess.run(line, stdout=subprocess.PIPE, text=True, cwd=root, check=False)
    assert (ran.returncode, ran.stdout) == (2, "")


@pytest.mark.parametrize("words", COMMANDS[:2])
def test_a_closed_pipe_is_quiet(words: tuple[str, ...], root: Path) -> None:
    into, out = os.pipe()
    os.close(into)
    ran = subprocess.run(_line(words), stdout=out, stderr=subprocess.PIPE, text=True, cwd=root, check=False)
    os.close(out)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize(
    ("words", "given", "said"),
    [
        (("read", "-", "--json"), "1. Requests the Secretary-General to report;", '"function": "request"'),
        (("compare", "--pairs", "-"), "en\tfr\nAdopts 60 texts\tAdopte 61 textes\n", "[figures-differ]"),
        (("check-text", "-"), "The OIC has 50 member states.\n", "error"),
    ],
)
def test_standard_input_is_a_file_and_the_folder_is_found_anywhere(
    words: tuple[str, ...], given: str, said: str, tmp_path: Path, root: Path
) -> None:
    named = {k: v for k, v in os.environ.items() if k != "AMANA_ORGANIZATION"}
    environment = {**named, "PYTHONPATH": str(root / "src"), "LANGUAGE": "en"}
    ran = subprocess.run(
        _line(words), input=given, capture_output=True, text=True, cwd=tmp_path, env=environment, check=False
    )
    assert (ran.returncode, said in ran.stdout + ran.stderr) == (0 if words[0] == "read" else 1, True), ran.stderr
