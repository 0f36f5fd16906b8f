"""An `Organization` → the files of its folder, in canonical form, and safely onto the disk."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from amana.charter.parties import Party
from amana.folder.layout import PROFILE_FILE, files_in, ours
from amana.folder.loadable import FIELDS, Kind
from amana.folder.organization import Organization
from amana.folder.register import in_register
from amana.folder.shapes import FOLDERS, LISTS, PROFILE, RESOLUTION, ROWS, TABLES, PartyRow, RowLine
from amana.folder.tables import table
from amana.folder.tomltext import document, listing
from amana.resolutions.accepted import Accepted
from amana.values.problems import Place, Problem, Refused
from amana.values.words import Words

_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def files_of(org: Organization) -> Mapping[str, bytes]:
    """Every file of the folder by its path with '/': `files_of(read(F))` is F byte for byte where F is canonical.

    Raises Refused where something is said in a language that the profile does not list (it would be lost), and
    where an id would lead out of the folder.
    """
    _refuse_unlisted_languages(org)
    files = {path: text.encode() for path, text in _texts(org)}
    unsafe = [path for path in files if not ours(path) or {"", ".", ".."} & set(path.split("/"))]
    if unsafe:  # an id with a '/' or '..' would lead out of the folder
        raise Refused([Problem("folder-bad-id", {"id": path}, (Place(path),)) for path in unsafe])
    return files


def write(org: Organization, folder: Path | str) -> tuple[str, ...]:
    """Write the folder in canonical form, each file whole or not at all; the paths written or removed, sorted.

    Files that are equal already are not touched. Only files of our own making are ever removed (a resolution whose
    symbol changed stands in another directory now); unknown ones stay. Raises Refused where `folder` holds something
    that is not this organization.
    """
    files = files_of(org)
    root = Path(folder)
    present = set(files_in(root)) if root.is_dir() else set[str]()
    _refuse_another(org, root, present)
    changed = [path for path, data in files.items() if path not in present or (root / path).read_bytes() != data]
    for path in changed:
        _put(root / path, files[path])
    stale = sorted(path for path in present if ours(path) and path not in files)
    for path in stale:
        (root / path).unlink()
        _remove_empty(root, (root / path).parent)
    return tuple(sorted((*changed, *stale)))


def slug(resolution: Accepted) -> str:
    """The name of a resolution's directory: from its symbol, or its id where the symbol has no Latin letter or digit.

    >>> slug(Accepted("r-1", "1/8-C(IS)", "is", "is-8", Words()))
    '1-8-c-is'
    """
    name = _NOT_SLUG.sub("-", resolution.symbol.lower()).strip("-")
    return name or _NOT_SLUG.sub("-", resolution.id.lower()).strip("-") or "resolution"


def directories(resolutions: tuple[Accepted, ...]) -> Mapping[str, str]:
    """Resolution id → its directory below the folder. Where two of a session share a slug the later one is numbered."""
    taken: set[str] = set()
    found = {}
    for resolution in resolutions:
        base = f"resolutions/{resolution.session}/{slug(resolution)}"
        place, number = base, 2
        while place in taken:
            place, number = f"{base}-{number}", number + 1
        taken.add(place)
        found[resolution.id] = place
    return found


def _texts(org: Organization) -> Iterator[tuple[str, str]]:
    languages = org.profile.languages
    yield PROFILE_FILE, document(PROFILE, org.profile, languages)
    for path, (kind, shape) in TABLES.items():
        yield path, table(shape, _table_rows(org, kind), languages)
    for path, (header, kind, shape) in LISTS.items():
        if listed := getattr(org, FIELDS[kind]):
            yield path, listing(header, shape, listed, languages)
    for place, (kind, shape) in FOLDERS.items():
        for value in getattr(org, FIELDS[kind]):
            yield f"{place}/{value.id}.toml", document(shape, value, languages)
    held = tuple(resolution for resolution in org.resolutions if not in_register(resolution))
    places = directories(held)
    for resolution in held:
        yield from _resolution(resolution, places[resolution.id], languages)


def _resolution(resolution: Accepted, place: str, languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    origins = tuple(text for text in resolution.texts if text.file or text.sha256)
    yield f"{place}/resolution.toml", document(RESOLUTION, replace(resolution, texts=origins), languages)
    if resolution.rows:
        rows = [RowLine(r.key, r.part, r.id, r.function, r.labels, r.places) for r in resolution.rows]
        yield f"{place}/rows.csv", table(ROWS, rows, languages)
    for text in resolution.texts:
        yield f"{place}/{text.language}.txt", text.text


def _table_rows(org: Organization, kind: Kind) -> Iterable[Any]:
    values: tuple[Any, ...] = getattr(org, FIELDS[kind])
    if kind == "party":
        return _party_rows(values)
    return filter(in_register, values) if kind == "resolution" else values


def _party_rows(parties: tuple[Party, ...]) -> Iterator[PartyRow]:
    for party in parties:
        first, *later = party.names
        yield PartyRow(
            party.id, party.kind, party.iso, party.group, first.since, first.short, first.formal, first.seating,
            party.forms, party.sources, party.unsourced, party.note,
        )  # fmt: skip
        for name in later:
            yield PartyRow(
                party.id, since=name.since, short=name.short, formal=name.formal, seating=name.seating,
                sources=name.sources, unsourced=name.unsourced,
            )  # fmt: skip


def _refuse_unlisted_languages(org: Organization) -> None:
    known = set(org.profile.languages)
    problems = []
    for field in ("profile", *FIELDS.values()):
        held = getattr(org, field)
        for value in held if isinstance(held, tuple) else (held,):
            if unknown := _languages(value) - known:
                facts = {"id": value.id, "languages": tuple(sorted(unknown)), "known": org.profile.languages}
                problems.append(Problem("folder-language-unlisted", facts, (Place(field),)))
    if problems:
        raise Refused(problems)


def _languages(value: Any) -> set[str]:
    if isinstance(value, Words):
        return set(value)
    if isinstance(value, tuple):
        return {lang for item in value if not isinstance(item, str) for lang in _languages(item)}
    if is_dataclass(value) and not hasattr(value, "parse"):
        return {lang for f in fields(value) for lang in _languages(getattr(value, f.name))}
    return set()


def _refuse_another(org: Organization, root: Path, present: set[str]) -> None:
    if not present:
        return
    try:
        held = str(tomllib.loads((root / PROFILE_FILE).read_text(encoding="utf-8-sig")).get("id", ""))
    except (OSError, ValueError):
        held = ""
    if held != org.profile.id:
        facts = {"path": str(root), "id": held or "—", "wanted": org.profile.id}
        raise Refused([Problem("folder-not-this-organization", facts, (Place(str(root / PROFILE_FILE)),))])


def _put(path: Path, data: bytes) -> None:
    """Write beside, then put in place: a reader sees the old file or the new one, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(data)
    os.replace(beside, path)


def _remove_empty(root: Path, directory: Path) -> None:
    while directory != root and not any(directory.iterdir()):
        directory.rmdir()
        directory = directory.parent
