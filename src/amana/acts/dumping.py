"""The record written back as an organization folder: dump(load(F)) is F byte for byte."""

from __future__ import annotations

from pathlib import Path

from amana import folder
from amana.acts.exporting import audiences_up_to
from amana.acts.known import whole
from amana.values.problems import Problem, Refused


def dump(path: Path, *, audience: str = "house", using: str = "default") -> int:
    """Write the organization as an audience may see it; the number of files. Refused where none is loaded.

    For the house it is whole: what was loaded comes back byte for byte.
    """
    try:
        org = whole(audiences_up_to(audience), using)
    except ValueError as error:
        raise Refused([Problem("dump-no-organization", {})]) from error
    path.mkdir(parents=True, exist_ok=True)
    folder.write(org, path)
    return len(folder.files_of(org))
