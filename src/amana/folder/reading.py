"""A folder on disk → one `Organization`, or everything that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from amana.charter.parties import Party, PartyName
from amana.folder.checks import CHECKS
from amana.folder.faults import Line, Spot
from amana.folder.filling import BAD, from_toml
from amana.folder.found import Found
from amana.folder.layout import PROFILE_FILE, files_in, ours, tolerated
from amana.folder.loadable import Kind
from amana.folder.organization import Organization
from amana.folder.resolving import read_resolutions
from amana.folder.shapes import FOLDERS, LISTS, PARTIES, PROFILE, TABLES, PartyRow, Shape
from amana.folder.tables import rows_of
from amana.folder.writing import files_of
from amana.values.problems import NotReadable, Place, Problem


def read(folder: Path | str) -> Organization:
    """The organization that a folder states.

    Raises NotReadable with every problem found, each with its file and line, where one of them is an error.
    """
    found = gather(Path(folder))
    problems = _checked(found)
    if any(p.severity == "error" for p in problems):
        raise NotReadable(problems)
    return found.organization


def check(folder: Path | str) -> tuple[Problem, ...]:
    """Everything that is wrong with a folder, by file and line; () where it is clean and in canonical form."""
    try:
        found = gather(Path(folder))
    except NotReadable as refused:
        return refused.problems
    problems = _checked(found)
    if not any(p.severity == "error" for p in problems):
        problems = (*problems, *_not_canonical(found))
    return problems


def gather(folder: Path) -> Found:
    """Everything that could be read of a folder, and what was told on the way; NotReadable where it is no folder."""
    if not (folder / PROFILE_FILE).is_file():
        raise NotReadable([Problem("folder-not-a-folder", {"path": str(folder)}, (Place(str(folder)),))])
    found = Found({path: (folder / path).read_bytes() for path in files_in(folder) if not tolerated(path)})
    for path in [path for path in found.files if not ours(path)]:
        found.faults.tell("unknown-file", Line(path), severity="warning", file=path)
    _read_profile(found)
    for path, (kind, shape) in TABLES.items():
        if path in found.files and kind != "party":
            _read_table(found, path, kind, shape)
    if "parties.csv" in found.files:
        _read_parties(found)
    for path, (header, kind, shape) in LISTS.items():
        if path in found.files:
            _read_list(found, path, header, kind, shape)
    for place, (kind, shape) in FOLDERS.items():
        _read_folder(found, place, kind, shape)
    read_resolutions(found)
    return found


def _checked(found: Found) -> tuple[Problem, ...]:
    for check_one in CHECKS:
        found.faults.problems.extend(check_one(found))
    return found.faults.sorted()


def _read_profile(found: Found) -> None:
    table, spot = found.toml(PROFILE_FILE, "profile")
    languages = table.get("languages")
    if isinstance(languages, list) and languages and all(isinstance(lang, str) for lang in languages):
        found.faults.languages = tuple(languages)
    found.name("profile", table.get("id"), spot)
    if table and (profile := from_toml(PROFILE, table, spot, found.faults)) is not BAD:
        found.keep("profile", profile)


def _read_table(found: Found, path: str, kind: Kind, shape: Shape) -> None:
    for plain, value, spot in rows_of(shape, path, found.text(path, kind), found.faults):
        key = plain.get("id") if value is BAD else value.id
        if found.name(kind, key, spot) and value is not BAD:
            found.keep(kind, value)


def _read_list(found: Found, path: str, header: str, kind: Kind, shape: Shape) -> None:
    tables, spot = found.toml(path, kind)
    for table, value, where in _listed(found, tables, header, shape, spot):
        if found.name(kind, table.get("id"), where) and value is not BAD:
            found.keep(kind, value)


def _listed(
    found: Found, top: dict[str, Any], header: str, shape: Shape, spot: Spot
) -> Iterator[tuple[Any, Any, Spot]]:
    for key in top.keys() - {header}:
        found.faults.tell("unknown-key", spot, key, key=key, known=(f"[[{header}]]",))
    tables = top.get(header, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        found.faults.tell("wrong-type", spot, header, field=header, expected=f"[[{header}]]")
        return
    for index, table in enumerate(tables):
        where = spot.child(header, index)
        yield table, from_toml(shape, table, where, found.faults), where


def _read_folder(found: Found, place: str, kind: Kind, shape: Shape) -> None:
    """Every file of a directory: one fact each, with the ids of its tables (an office's is its own, others its fact's)."""
    for path in list(found.matching(f"{place}/", ".toml")):
        table, spot = found.toml(path, kind, *(header for header, _ in shape.tables.values()))
        if not table:
            continue
        value = from_toml(shape, table, spot, found.faults)
        if not found.name(kind, table.get("id"), spot):
            continue
        if kind == "instrument":
            _name_offices(found, table, spot)
        else:
            _name_tables(found, shape, table, spot, str(table.get("id", "")))
        if value is not BAD:
            found.keep(kind, value)


def _name_offices(found: Found, table: dict[str, Any], spot: Spot) -> None:
    for index, office in _tables_of(table, "office"):
        if isinstance(office.get("id"), str):
            found.ids.setdefault("office", set()).add(office["id"])
            found.spots.setdefault(("office", office["id"]), spot.child("office", index))


def _name_tables(found: Found, shape: Shape, table: dict[str, Any], spot: Spot, owner: str) -> None:
    for header, inner in shape.tables.values():
        for index, one in _tables_of(table, header):
            where = spot.child(header, index)
            if isinstance(one.get("id"), str):
                found.name(header, f"{owner}/{one['id']}", where)
            _name_tables(found, inner, one, where, owner)


def _tables_of(table: dict[str, Any], header: str) -> Iterator[tuple[int, dict[str, Any]]]:
    held = table.get(header)
    return ((index, one) for index, one in enumerate(held if isinstance(held, list) else ()) if isinstance(one, dict))


def _read_parties(found: Found) -> None:
    rows: dict[str, list[tuple[PartyRow, Spot]]] = {}
    broken: set[str] = set()
    for plain, row, spot in rows_of(PARTIES, "parties.csv", found.text("parties.csv", "party"), found.faults):
        party = str(plain.get("id", ""))
        found.ids.setdefault("party", set()).add(party)
        found.spots.setdefault(("party", party), spot)
        if row is BAD:
            broken.add(party)
        else:
            rows.setdefault(party, []).append((row, spot))
    for party, named in rows.items():
        if _consistent(found, party, named) and party not in broken:
            found.keep("party", _party(named))


def _consistent(found: Found, party: str, named: list[tuple[PartyRow, Spot]]) -> bool:
    """Tell of names without a text, of periods that begin alike and of what only the first row may say."""
    before = len(found.faults.problems)
    first, top = named[0]
    if first.kind is None:
        found.faults.tell("missing-value", top, field="kind")
    periods: dict[str, Spot] = {}
    for row, spot in named:
        begun = periods.setdefault(str(row.since or ""), spot)
        if begun is not spot:
            found.faults.tell("duplicate-id", spot, id=party, first=str(begun.place()))
        if not row.short:
            found.faults.tell("missing-value", spot, field="short_" + found.faults.languages[0])
        for field in ("kind", "iso", "group", "forms", "note"):
            said = getattr(row, field)
            if row is not first and said and said != getattr(first, field):
                found.faults.tell("first-row-only", spot, id=party, field=field, line=str(top.place()))
    return len(found.faults.problems) == before


def _party(named: list[tuple[PartyRow, Spot]]) -> Party:
    first = named[0][0]
    names = tuple(
        PartyName(
            row.short, row.formal, row.seating, row.since, *((), ()) if row is first else (row.sources, row.unsourced)
        )
        for row, _ in named
    )
    assert first.kind is not None
    return Party(
        first.id, first.kind, names, first.iso, first.group, first.forms, first.sources, first.unsourced, first.note
    )


def _not_canonical(found: Found) -> Iterator[Problem]:
    written = files_of(found.organization)
    for path in sorted(written.keys() | {p for p in found.files if ours(p)}):
        held, due = found.files.get(path), written.get(path)
        if held != due:
            line = _first_difference(held or b"", due or b"") if held is not None and due is not None else None
            yield Problem("folder-not-canonical", {"file": path}, (Place(path, line=line),), "note")


def _first_difference(held: bytes, due: bytes) -> int:
    """The 1-based line at which two files part."""
    pairs = zip(held.split(b"\n"), due.split(b"\n"), strict=False)
    return next((n for n, (a, b) in enumerate(pairs, 1) if a != b), min(held.count(b"\n"), due.count(b"\n")) + 1)
