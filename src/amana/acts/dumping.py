"""The record written back as an organization folder: dump(load(F)) is F byte for byte."""

from __future__ import annotations

from pathlib import Path

from amana import folder
from amana.acts.known import whole
from amana.values.problems import Problem, Refused


def dump(path: Path, using: str = "default") -> int:
    """Write the organization as the record knows it; the number of files. Refused where none is loaded."""
    try:
        org = whole(using)
    except ValueError as error:
        raise Refused([Problem("dump-no-organization", {})]) from error
    path.mkdir(parents=True, exist_ok=True)
    folder.write(org, path)
    return len(folder.files_of(org))
