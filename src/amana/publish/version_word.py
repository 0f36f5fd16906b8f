"""One language version as a Word file: its paragraphs as they stand, in its own direction, without any trace of work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from amana.publish import clean_word
from amana.publish.word import Writer


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: its label as printed, its text, its part ('structure' stands out)."""

    label: str
    text: str
    part: str = "operative"
    depth: int = 0
    """How far it stands below a paragraph above it: '(a)' 1, '(i)' 2."""


def version(lines: Iterable[Line], language: str, *, title: str = "", creator: str = "") -> bytes:
    """The bytes of a .docx. `title` and `creator` stand in its properties and nowhere else; no clock is asked."""
    writer = Writer(language)
    for line in lines:
        text = f"{line.label} {line.text}" if line.label else line.text
        writer.paragraph(text, bold=line.part == "structure", depth=line.depth)
    made = writer.to_bytes(title)
    return clean_word.clean(made, title=title, creator=creator, language=language).data
