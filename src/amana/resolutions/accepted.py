"""A resolution as a person accepted it: what the record keeps and the folder writes down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from amana.values.audiences import Audience
from amana.values.days import Day
from amana.values.words import Words

How = Literal["without a vote", "consensus", "unanimously", "vote", ""]
Part = Literal["preambular", "operative", "structure"]
Kind = Literal["resolution", "communiqué", "declaration", "report", "programme", "decision", "document"]
Basis = Literal["", "text", "index", "listed-no-number", "cited", "document"]
"""How an entry without its text is known: printed in an index or list, title sure but number lost, cited elsewhere."""


@dataclass(frozen=True, slots=True)
class AcceptedRow:
    """One paragraph in all its languages. `id` is permanent: it survives a better reader.

    `key` is its place when accepted ('p3', 'o4', 'o4a', 's1'); `texts` as printed without the label; `labels` as
    printed; `places` the 1-based block in that language's text, absent where the language lacks the paragraph.
    """

    id: str
    key: str
    part: Part
    texts: Words
    labels: Words = Words()
    places: Mapping[str, int] = field(default_factory=dict)
    function: str = ""


@dataclass(frozen=True, slots=True)
class KeptFinding:
    """A finding that was accepted with the text, and stays beside it."""

    code: str
    severity: str
    key: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AcceptedText:
    """One language version whole, as accepted: blocks divided by blank lines. `sha256` names the file it came from."""

    language: str
    text: str
    file: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A resolution with its texts, rows and kept findings.

    `symbol` is the normal form ('' where it is not known), `printed` the form on each version; `votes` maps yes, no,
    abstain to counts. Without `texts` the text is not held: then `basis` says how the entry is known, and `recalls`
    (normal symbols) and `creates` (what it set up) what else is known of it. `subjects` are ids of subjects.
    """

    id: str
    symbol: str
    organ: str
    session: str
    title: Words
    printed: Words = Words()
    adopted: Day | None = None
    how: How = ""
    votes: Mapping[str, int] = field(default_factory=dict)
    audience: Audience = "house"
    renews: tuple[str, ...] = ()
    texts: tuple[AcceptedText, ...] = ()
    rows: tuple[AcceptedRow, ...] = ()
    findings: tuple[KeptFinding, ...] = ()
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""
    kind: Kind = "resolution"
    basis: Basis = ""
    subjects: tuple[str, ...] = ()
    recalls: tuple[str, ...] = ()
    creates: str = ""
