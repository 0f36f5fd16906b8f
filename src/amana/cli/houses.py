"""The organization in a folder, for commands that work with one and without."""

from __future__ import annotations

import argparse
import importlib
import os
from pathlib import Path

from amana.clerk import knowing
from amana.clerk.knowing import Knowledge


def knowledge(path: Path | None) -> Knowledge:
    """What helps the reader of the organization in this folder, where one is given: only then are folders known."""
    return knowing.of(importlib.import_module("amana.folder").read(path) if path else None)


def asks_for_house(parser: argparse.ArgumentParser) -> None:
    """The argument of a command that needs an organization and mostly gets the usual one."""
    parser.add_argument(
        "--organization",
        type=Path,
        metavar="FOLDER",
        default=usual_house(),
        help="default: the folder of AMANA_ORGANIZATION",
    )


def usual_house() -> Path:
    """The folder of AMANA_ORGANIZATION, else organizations/oic here, else the one beside the program."""
    here = Path("organizations/oic")
    beside = Path(__file__).resolve().parents[3] / here
    if named := os.environ.get("AMANA_ORGANIZATION"):
        return Path(named)
    return beside if beside.is_dir() and not here.is_dir() else here
