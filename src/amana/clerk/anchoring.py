"""What a person put right in the rows of a sheet, found again in the texts that are read when a file took another's place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from amana.clerk.sheets import NO_TERMS, Sheet, laid
from amana.resolutions.paragraphs import Paragraph
from amana.resolutions.reading import Reading
from amana.resolutions.terms import Terms
from amana.resolutions.versions import Correction
from amana.resolutions.years_alike import matches

Blocks = Mapping[str, Mapping[int, int]]
"""Language → the first block of a paragraph before → that of the same paragraph now."""


def read_again(old: Sheet, new: Sheet, terms: Terms = NO_TERMS) -> Sheet:
    """The new sheet with those corrections of the old one whose paragraphs are still there, reworded or not.

    `terms`: the house's term base, as for `laid`.
    """
    if not old.corrections:
        return new
    named = {x for one in old.corrections for x in (one.language, one.beside)}
    blocks = {
        x: _now(old.readings[x], new.readings[x]) for x in sorted(named) if x in old.readings and x in new.readings
    }
    kept = [found for one in old.corrections if (found := _anchored(one, blocks)) is not None]
    return laid(new, kept, terms) if kept else new


def _anchored(one: Correction, blocks: Blocks) -> Correction | None:
    block = blocks.get(one.language, {}).get(one.block)
    at = blocks.get(one.beside, {}).get(one.at) if one.beside else 0
    return None if block is None or at is None else replace(one, block=block, at=at)


def _now(before: Reading, after: Reading) -> dict[int, int]:
    """Where each paragraph that is still there stands now, by first blocks; one that was divided where it begins."""
    if before.paragraphs == after.paragraphs:
        return {at: at for at in map(_first, before.paragraphs) if at is not None}
    found: dict[int, int] = {}
    for match in matches(before.paragraphs, after.paragraphs):
        if match.before and match.after and (now := _first(after.paragraphs[match.after[0]])) is not None:
            was = (_first(before.paragraphs[at]) for at in match.before)
            found |= {at: now for at in was if at is not None}
    return found


def _first(paragraph: Paragraph) -> int | None:
    return paragraph.blocks[0] if paragraph.blocks else paragraph.place.block
