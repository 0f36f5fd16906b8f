"""A table with tabs: a header row of language codes, then a row for each sentence.

Quotation marks are text, unless a program put them around a cell: then those within are doubled.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import TextIO

from amana.intake.refusals import LIMIT, refuse
from amana.intake.rows import Window, language_of
from amana.values.blocks import Unit
from amana.values.expressions import expression
from amana.values.problems import Fact, Place, Problem, Told

KNOWN = frozenset("ar en fr id az bn de es fa ha it ku ky ms ps pt ru sw tg tk tr ur uz zh".split())
"""Languages that a header row may name; every other column is no text and passed over."""
NAMES = {"arabic": "ar", "english": "en", "french": "fr", "indonesian": "id", "العربية": "ar", "français": "fr"}
PACKED = expression(r'"(?:[^"]|"")*"')
"""A cell around which a spreadsheet put quotation marks."""
SEEN = 50
"""Rows that are looked at to tell a column of identifiers named "id" from one in Indonesian."""


def units(name: str, lines: TextIO, window: Window, told: Told) -> Iterator[Unit]:
    """The data rows in order, blank ones counted and left out; a row that does not fit its header is told of."""
    first = lines.readline(LIMIT)
    heads = [head.strip().strip('"').strip() for head in first.rstrip("\r\n").split("\t")]
    packed = first.startswith('"') and all(map(PACKED.fullmatch, first.rstrip("\r\n").split("\t")))
    columns: dict[int, str] = {}
    for n, head in enumerate(heads):
        if (language := _language(head)) and language not in columns.values():
            columns[n] = language
    rows = enumerate(iter(lambda: lines.readline(LIMIT), ""), 1)
    seen = list(islice(rows, SEEN))
    named = _named(heads, columns, [row for _, row in seen])
    if named is not None:
        columns.pop(named, None)
    if not columns:
        raise refuse("intake-no-languages", name)
    last = max(columns)
    for key, row in chain(seen, rows):
        window.moved_on()
        cells = row.replace("\x00", "").rstrip("\r\n").split("\t")
        if '"' in row:
            cells = [unpacked(cell, packed) for cell in cells]
        if not any(map(str.strip, cells)):  # a blank row, with or without its tabs
            continue
        place = Place(name, line=key + 1)
        more = any(map(str.strip, cells[len(heads) :]))
        if more or len(cells) <= last:
            facts: dict[str, Fact] = {
                "key": key,
                "file": name,
                "line": key + 1,
                "columns": len(cells),
                "expected": len(heads),
            }
            told(Problem("intake-row-differs" if more else "intake-row-short", facts, (place,), "warning"))
        if more:
            continue  # a tab within a text: which text is which is not known
        texts = {columns[n]: cell.strip() for n, cell in enumerate(cells) if n in columns and cell.strip()}
        yield Unit(key, place, texts, cells[named].strip() if named is not None and named < len(cells) else "")


def unpacked(cell: str, packed: bool = False) -> str:
    """The text of a cell. `packed`: the header is written so too, and marks around a cell are none of its own.

    >>> unpacked('"the ""Charter"", as amended"'), unpacked('"the Charter"'), unpacked('"the Charter"', packed=True)
    ('the "Charter", as amended', '"the Charter"', 'the Charter')
    """
    if not PACKED.fullmatch(cell) or not (packed or '""' in cell):
        return cell
    return cell[1:-1].replace('""', '"')


def _language(head: str) -> str:
    code = NAMES.get(head.lower()) or language_of(head)
    return code if code in KNOWN else ""


def _named(heads: list[str], columns: dict[int, str], rows: list[str]) -> int | None:
    """Which column holds the names of the rows: "key", or an "id" beside two languages in which nothing has words."""
    for place, head in enumerate(heads):
        if head.lower() in {"key", "symbol", "tuid"}:
            return place
        if head.lower() == "id" and len(columns) > 1:
            cells = [cells[place] for row in rows if len(cells := row.rstrip("\r\n").split("\t")) > place]
            numbered = all(cell.strip().isdigit() for cell in cells)
            if cells and (numbered or (not any(" " in cell.strip() for cell in cells) and _more_words(rows, place))):
                return place
    return None


def _more_words(rows: list[str], place: int) -> bool:
    """Whether some other column holds more than single words."""
    cells = (cell for row in rows for n, cell in enumerate(row.split("\t")) if n != place)
    return any(" " in cell.strip() for cell in cells)
