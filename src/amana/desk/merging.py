"""What came back of a translators' file, put in its places in the version that is held: nothing else moves or is lost."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from amana.clerk.sheets import Sheet
from amana.intake import units
from amana.resolutions.paragraphs import Paragraph
from amana.resolutions.versions import Row
from amana.values.blocks import Unit
from amana.values.folding import fold


def merged(held: Sheet, language: str, name: str, data: bytes) -> str | None:
    """The version held in this language with what the file says in place of it, as blocks divided by blank lines.

    A row that did not change stays as it stands, several paragraphs of one row and one that stands elsewhere too; a row
    that the file does not have keeps its words, one that it leaves without translation is gone, and one that the version
    lacked comes behind the row before. None where the units are not the rows of this sheet, or no version is held.
    """
    if language not in held.readings:
        return None
    rows = {row.key: row for row in held.rows}
    said: dict[str, str] = {}
    for unit in units.mended(units.units_of(name, io.BytesIO(data))):
        row = rows.get(unit.id)
        if row is None or not _same_row(unit, row, language):
            return None
        said[row.key] = unit.texts.get(language, "").strip()
    return "\n\n".join(_blocks(held, language, said)) + "\n" if any(said.values()) else None


def said_of(paragraph: Paragraph) -> str:
    """A paragraph as one block."""
    return in_one(paragraph.label, paragraph.text)


def in_one(label: str | None, text: str) -> str:
    """A label and the words behind it as one block."""
    return f"{label} {text}" if label else text


def _blocks(held: Sheet, language: str, said: dict[str, str]) -> Iterator[str]:
    """The blocks of the version in its own order."""
    row_of = {id(piece): row for row in held.rows for piece in row.pieces(language)}
    behind = _behind(held.rows, language, said)
    yield from (said[key] for key in behind.get("", ()))
    for paragraph in held.readings[language].paragraphs:
        row = row_of[id(paragraph)]
        pieces = row.pieces(language)
        new = said.get(row.key)
        if new is None or new.split() == said_of(row.texts[language]).split():
            yield said_of(paragraph)
        elif new and paragraph is pieces[0]:
            yield new
        if paragraph is pieces[-1]:
            yield from (said[key] for key in behind.get(row.key, ()))


def _behind(rows: Iterable[Row], language: str, said: dict[str, str]) -> dict[str, list[str]]:
    """Key of a row that the version has → those after it that it lacks and that came; '' before them all."""
    found: dict[str, list[str]] = {}
    above = ""
    for row in rows:
        if language in row.texts:
            above = row.key
        elif said.get(row.key):
            found.setdefault(above, []).append(row.key)
    return found


def _same_row(unit: Unit, row: Row, language: str) -> bool:
    """Whether what a unit says in the other languages is what its row says there."""
    others = {x: text for x, text in unit.texts.items() if x != language}
    return all(x in row.texts and _same(text, said_of(row.texts[x]), x) for x, text in others.items())


def _same(one: str, other: str, language: str) -> bool:
    return fold(one, language).split() == fold(other, language).split()
