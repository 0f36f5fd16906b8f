"""What a person put right in the rows of a sheet, found again in the same texts when a file took another's place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from amana.clerk.sheets import NO_TERMS, Sheet, laid
from amana.resolutions.terms import Terms
from amana.resolutions.versions import Correction
from amana.values.folding import fold


def read_again(old: Sheet, new: Sheet, terms: Terms = NO_TERMS) -> Sheet:
    """The new sheet with those corrections of the old one whose paragraphs are still there, word for word.

    `terms`: the house's term base, as for `laid`.
    """
    if not old.corrections:
        return new
    kept = [found for one in old.corrections if (found := _anchored(one, old, new)) is not None]
    return laid(new, kept, terms) if kept else new


def _anchored(one: Correction, old: Sheet, new: Sheet) -> Correction | None:
    block = _block(one.language, one.block, old, new)
    at = _block(one.beside, one.at, old, new) if one.beside else 0
    return None if block is None or at is None else replace(one, block=block, at=at)


def _block(language: str, block: int, old: Sheet, new: Sheet) -> int | None:
    """The block in which the words of that paragraph stand now."""
    if language not in old.readings or language not in new.readings:
        return None
    words = next((text for text, at in _words(language, old).items() if at == block), None)
    return None if words is None else _words(language, new).get(words)


def _words(language: str, sheet: Sheet) -> Mapping[str, int]:
    """The paragraphs of a version by their words, with their first blocks; the first of those that say the same."""
    found: dict[str, int] = {}
    for paragraph in sheet.readings[language].paragraphs:
        block = paragraph.blocks[0] if paragraph.blocks else paragraph.place.block
        if block is not None:
            found.setdefault(" ".join(fold(paragraph.text, language).split()), block)
    return found
