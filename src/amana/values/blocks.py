"""A block: one piece of a document as it was received, with its place.

Intake makes blocks, the reader makes paragraphs of them; a block never says what it means.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from amana.values.problems import Place


@dataclass(frozen=True, slots=True)
class Block:
    """One non-blank piece of text between two breaks of a document.

    `text` has its lines joined and repairs done; `label` is a number that the document's own numbering renders
    (a label typed into the text stays in the text); `heading` where the document's styles say so;
    `kind` tells table cells and footnotes from running text.
    """

    text: str
    place: Place
    label: str | None = None
    heading: bool = False
    kind: str = "text"


FIXED = "fixed"
"""The state of a unit that is not to be translated."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One row of a translators' file: the same sentence or paragraph in each of its languages.

    `key` is the 1-based number of the data row, segment or unit in its file; `id` the name the file gives it, '' without;
    a language whose text is empty is absent from `texts`. `state` as the file says ('translated', 'reviewed' …), or FIXED.
    """

    key: int
    place: Place
    texts: Mapping[str, str] = field(default_factory=dict)
    id: str = ""
    state: str = ""
