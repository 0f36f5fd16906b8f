"""CSV files of a folder: RFC 4180, one header row, minimal quoting, lines kept for what is told of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_origin, get_type_hints

from amana.folder.faults import Faults, Line
from amana.folder.filling import fill
from amana.folder.shapes import BARS, Shape

Row = tuple[Any, Line]
"""A value and the line where its row begins."""


def rows_of(shape: Shape, file: str, text: str, faults: Faults) -> Iterator[tuple[Mapping[str, Any], Any, Line]]:
    """Each row as (plain by field, value or BAD, line). Told: columns missing, unknown or twice, rows of wrong length."""
    records = _records(file, text, faults)
    header = next(records, ([], 1))[0]
    columns = shape.columns(faults.languages)
    _check_header(header, columns, Line(file, 1), faults)
    where = {name: header.index(name) for name in columns if name in header}
    for cells, line in records:
        spot = Line(file, line)
        if len(cells) != len(header):
            faults.tell("row-length", spot, cells=len(cells), columns=len(header))
            cells = [*cells, *[""] * len(header)][: len(header)]
        plain = _plain(shape, cells, where, faults.languages)
        yield plain, fill(shape, plain, spot, faults), spot


def _records(file: str, text: str, faults: Faults) -> Iterator[tuple[list[str], int]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for cells in reader:
            if cells:
                yield cells, begins
            begins = reader.line_num + 1
    except csv.Error as error:
        faults.tell("bad-csv", Line(file, begins), why=str(error))


def _check_header(header: list[str], columns: tuple[str, ...], spot: Line, faults: Faults) -> None:
    for name in columns:
        if name not in header:
            faults.tell("missing-column", spot, column=name)
        elif header.count(name) > 1:
            faults.tell("column-twice", spot, column=name)
    for name in dict.fromkeys(header):
        if name not in columns:
            faults.tell("unknown-column", spot, column=name, known=columns)


def _plain(shape: Shape, cells: list[str], where: Mapping[str, int], languages: tuple[str, ...]) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    lists = _lists(shape.kind)
    for key in shape.keys:
        if key in shape.spread:
            said = {
                lang: cells[where[shape.spread[key] + lang]] for lang in languages if shape.spread[key] + lang in where
            }
            plain[key] = {lang: text for lang, text in said.items() if text}
        elif key in where:
            cell = cells[where[key]]
            plain[key] = _items(key, cell) if key in lists else cell
    return plain


def _items(key: str, cell: str) -> list[str]:
    return [item.strip() for item in cell.split("|") if item.strip()] if key in BARS else cell.split()


_LISTS: dict[type[Any], frozenset[str]] = {}


def _lists(kind: type[Any]) -> frozenset[str]:
    if kind not in _LISTS:
        _LISTS[kind] = frozenset(name for name, hint in get_type_hints(kind).items() if get_origin(hint) is tuple)
    return _LISTS[kind]


def table(shape: Shape, values: Iterable[Any], languages: tuple[str, ...]) -> str:
    """The CSV text of these values, header first.

    >>> from amana.folder.shapes import SOURCES
    >>> from amana.values.facts import Source
    >>> print(table(SOURCES, [Source("IS4", "P", "", 'says "ministers", twice')], ("en",)), end="")
    id,tier,address,note
    IS4,P,,"says ""ministers"", twice"
    """
    lines = [shape.columns(languages)]
    lines += [tuple(_cells(shape, value, languages)) for value in values]
    return "".join(",".join(map(_quoted, line)) + "\n" for line in lines)


def _cells(shape: Shape, value: Any, languages: tuple[str, ...]) -> Iterator[str]:
    for key in shape.keys:
        held = getattr(value, key)
        if key in shape.spread:
            yield from (str(held.get(lang, "")) for lang in languages)
        elif isinstance(held, tuple):
            yield ("|" if key in BARS else " ").join(held)
        else:
            yield "" if held is None else str(held)


def _quoted(cell: str) -> str:
    if any(mark in cell for mark in ',"\n\r'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
