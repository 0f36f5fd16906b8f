"""Texts of a folder against their rows: every block in exactly one row, every place in a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from amana.folder.faults import Line, fault
from amana.folder.found import Found
from amana.folder.texts import blocks_of
from amana.resolutions.accepted import Accepted
from amana.values.problems import Problem


def places_that_exist(found: Found) -> Iterator[Problem]:
    """A row that stands in a block beyond the end of its text; a text in which rows stand and which is not there, once."""
    told = {p.facts["file"] for p in found.faults.problems if p.code == "folder-text-absent"}
    for resolution in found.organization.resolutions:
        sizes = {text.language: len(blocks_of(text.text)) for text in resolution.texts}
        folder = found.spot("resolution", resolution.id).place().source.removesuffix("resolution.toml")
        for row in resolution.rows:
            spot = found.spot("row", row.id)
            for language, place in row.places.items():
                file = f"{folder}{language}.txt"
                if language not in sizes and file not in told:
                    told.add(file)
                    yield fault("text-absent", spot, file=file, key=row.key)
                elif language in sizes and not 1 <= place <= sizes[language]:
                    blocks = sizes[language]
                    yield fault("place-beyond", spot, key=row.key, place=place, language=language, blocks=blocks)


def every_block_in_a_row(found: Found) -> Iterator[Problem]:
    """A block of a text that no row names: a paragraph lost; or that two rows name."""
    for resolution in found.organization.resolutions:
        for text in resolution.texts:
            yield from _blocks(found, resolution, text.language, text.text)


def _blocks(found: Found, resolution: Accepted, language: str, text: str) -> Iterator[Problem]:
    named = Counter(row.places[language] for row in resolution.rows if language in row.places)
    file = found.spot("resolution", resolution.id).place().source.replace("resolution.toml", f"{language}.txt")
    for number, block in enumerate(blocks_of(text), 1):
        if named[number] == 1:
            continue
        code = "paragraph-twice" if named[number] else "paragraph-lost"
        spot = Line(file, 1 + text.count("\n", 0, text.find(block)))
        yield fault(code, spot, severity="warning", block=number, begins=block[:60], id=resolution.id)
