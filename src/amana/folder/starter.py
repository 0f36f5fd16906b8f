"""A starter folder for another organization: small, and clean when checked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from amana.folder.organization import Organization, Profile
from amana.folder.writing import write
from amana.values.problems import Place, Problem, Refused
from amana.values.words import Words


def new(
    folder: Path | str,
    id: str,  # noqa: A002 - the column is called so
    names: Mapping[str, str],
    languages: tuple[str, ...],
) -> Organization:
    """Make a folder with an organization's name and every table's header row, ready to be filled in.

    Raises Refused where `folder` holds something already, and where the organization has no name.
    """
    path = Path(folder)
    if not any(name.strip() for name in names.values()):
        raise Refused([Problem("folder-name-empty", {}, (Place(str(path)),))])
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise Refused([Problem("folder-exists", {"path": str(path)}, (Place(str(path)),))])
    profile = Profile(id=id, names=Words(names), languages=tuple(languages), authentic=tuple(languages))
    organization = Organization(profile)
    write(organization, path)
    return organization
