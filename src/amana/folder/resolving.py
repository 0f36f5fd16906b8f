"""The resolutions of a folder: one directory each, its texts, its rows and the findings kept with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from amana.folder.faults import Line
from amana.folder.filling import BAD, from_toml
from amana.folder.found import Found
from amana.folder.layout import ours
from amana.folder.shapes import RESOLUTION, ROWS
from amana.folder.tables import rows_of
from amana.folder.texts import ended
from amana.resolutions.accepted import AcceptedRow, AcceptedText
from amana.values.words import Words


def read_resolutions(found: Found) -> None:
    """Keep every resolution of the folder, and the spot of each of its rows under ('row', its id)."""
    places: dict[str, set[str]] = {}
    for path in found.matching("resolutions/"):
        if ours(path):
            place, _, file = path.rpartition("/")
            places.setdefault(place, set()).add(file)
    for place, files in places.items():
        if "resolution.toml" in files:
            _read_one(found, place, files)
        else:
            found.faults.tell("no-resolution", Line(place), files=tuple(sorted(files)))


def _read_one(found: Found, place: str, files: set[str]) -> None:
    table, spot = found.toml(f"{place}/resolution.toml", "resolution")
    if not table:
        return
    head = from_toml(RESOLUTION, table, spot, found.faults)
    texts = _texts(found, place, files)
    rows = _rows(found, place) if "rows.csv" in files else ()
    if not found.name("resolution", table.get("id"), spot) or head is BAD:
        return
    origins = {origin.language: origin for origin in head.texts}
    for index, origin in enumerate(head.texts):
        if origin.language not in texts:
            found.faults.tell("text-absent", spot.child("text", index), file=f"{place}/{origin.language}.txt")
    kept = tuple(replace(origins.get(lang, AcceptedText(lang, "")), text=text) for lang, text in texts.items())
    found.keep("resolution", replace(head, texts=kept, rows=rows))  # `settled` will give the rows their words


def _texts(found: Found, place: str, files: set[str]) -> dict[str, str]:
    texts = {}
    for file in sorted(f for f in files if f.endswith(".txt")):
        language = file.removesuffix(".txt")
        if language in found.faults.languages:
            texts[language] = ended(found.text(f"{place}/{file}"))
        else:
            spot = Line(f"{place}/{file}")
            found.faults.tell("unknown-language", spot, field=file, languages=(language,), known=found.faults.languages)
    return texts


def _rows(found: Found, place: str) -> tuple[AcceptedRow, ...]:
    path = f"{place}/rows.csv"
    rows: list[AcceptedRow] = []
    keys: dict[str, Any] = {}
    for _, row, spot in rows_of(ROWS, path, found.text(path), found.faults):
        if row is BAD:
            continue
        first = keys.setdefault(row.key, spot)
        if first is not spot:
            found.faults.tell("duplicate-id", spot, id=row.key, first=str(first.place()))
        elif found.name("row", row.id, spot):
            rows.append(AcceptedRow(row.id, row.key, row.part, Words(), row.label, row.place, row.function))
    return tuple(rows)
