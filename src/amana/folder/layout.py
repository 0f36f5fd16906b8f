"""Which files an organization folder holds, and which of them are ours to write and to remove."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from amana.folder.shapes import FOLDERS, LISTS, TABLES

PROFILE_FILE = "organization.toml"
_RESOLUTION = re.compile(r"resolutions/[^/]+/[^/]+/(?:resolution\.toml|rows\.csv|[a-z]{2,3}\.txt)")
_ONE_EACH = re.compile(rf"(?:{'|'.join(FOLDERS)})/[^/]+\.toml")
_BESIDE = frozenset({"README.md", "LICENSE", "LICENSE.md"})


def ours(path: str) -> bool:
    """The file (path from the folder, with '/') is one that `writing.write` makes, and may replace.

    >>> ours("parties.csv"), ours("resolutions/is-1/1-1-p/ar.txt"), ours("parties.xlsx")
    (True, True, False)
    """
    return (
        path == PROFILE_FILE
        or path in TABLES
        or path in LISTS
        or _ONE_EACH.fullmatch(path) is not None
        or _RESOLUTION.fullmatch(path) is not None
    )


def tolerated(path: str) -> bool:
    """The file may stand in a folder without being read: a README, a licence."""
    return path in _BESIDE


def files_in(folder: Path) -> Iterator[str]:
    """Every file under `folder` as a path with '/', sorted; hidden files and folders are passed over."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if not any(part.startswith(".") for part in parts) and path.is_file():
            yield "/".join(parts)
