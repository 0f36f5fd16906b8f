"""A comparison as a reviser sees it: rows, a cell a version with its marks, the findings beside the row they are about.

What the Word file and the page have in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from amana.publish.sentences import colon, words
from amana.resolutions.versions import Row
from amana.values.problems import SEVERITIES, Problem
from amana.values.words import Words

NATIVE = {"ar": "العربية", "en": "English", "fr": "Français", "id": "Bahasa Indonesia"}
"""Languages by their own names."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` (outside) of a cell, and the numbers of the findings that are about them."""

    start: int
    end: int
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One version of a row. `text` is None where the version lacks it; `numbers`: findings about the cell as a whole."""

    language: str
    text: str | None
    label: str = ""
    marks: tuple[Mark, ...] = ()
    numbers: tuple[int, ...] = ()
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a cell a version, and its findings by number."""

    key: str
    part: str
    cells: tuple[Cell, ...]
    findings: tuple[tuple[int, Problem], ...] = ()


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The whole comparison. `whole` are the findings that belong to no row; numbers count from 1 over all of them."""

    languages: tuple[str, ...]
    lines: tuple[Line, ...]
    whole: tuple[tuple[int, Problem], ...] = ()
    symbol: str = ""
    titles: Mapping[str, str] | None = None
    files: tuple[str, ...] = ()
    printed: Mapping[str, Words] | None = None
    """Key of a row → its label as each version prints it, by which it is called."""

    @property
    def findings(self) -> tuple[Problem, ...]:
        """Every finding, in the order of its number."""
        return tuple(p for _, p in (*self.whole, *(f for line in self.lines for f in line.findings)))


def side_by_side(
    rows: Sequence[Row],
    findings: Iterable[Problem],
    languages: Sequence[str],
    *,
    symbol: str = "",
    titles: Mapping[str, str] | None = None,
    files: Sequence[str] = (),
) -> SideBySide:
    """The rows with their findings beside them; `languages` are the columns in order."""
    by_row: dict[str, list[Problem]] = {row.key: [] for row in rows}
    whole: list[Problem] = []
    for found in findings:
        by_row.get(str(found.facts.get("key", "")), whole).append(found)
    numbered = list(enumerate(whole, 1))
    lines: list[Line] = []
    count = len(whole)
    for row in rows:
        own = tuple(enumerate(by_row[row.key], count + 1))
        count += len(own)
        lines.append(Line(row.key, row.part, tuple(_cell(row, x, own) for x in languages), own))
    printed = {row.key: Words({x: p.label for x, p in row.texts.items() if p.label}) for row in rows}
    return SideBySide(tuple(languages), tuple(lines), tuple(numbered), symbol, titles, tuple(files), printed)


def _cell(row: Row, language: str, findings: Sequence[tuple[int, Problem]]) -> Cell:
    """The cell with its marks: characters where a finding names them, else the cell as a whole."""
    spans: dict[tuple[int, int], list[int]] = {}
    whole: list[int] = []
    paragraph = row.texts.get(language)
    for number, found in findings:
        if paragraph is None:
            missing = found.facts.get("missing")
            if isinstance(missing, tuple) and language in missing:
                whole.append(number)
            continue
        places = [p for p in found.places if p.language == language]
        exact = [
            (p.start, min(p.end, len(paragraph.text))) for p in places if p.start is not None and p.end is not None
        ]
        for start, end in exact:
            if start < end and number not in spans.setdefault((start, end), []):
                spans[start, end].append(number)
        if places and not any(start < end for start, end in exact) and "missing" not in found.facts:
            whole.append(number)
    if paragraph is None:
        return Cell(language, None, numbers=tuple(whole))
    marks = tuple(Mark(start, end, tuple(numbers)) for (start, end), numbers in sorted(spans.items()))
    return Cell(language, paragraph.text, paragraph.label, marks, tuple(whole), language in row.moved)


def pieces(cell: Cell) -> list[tuple[str, tuple[int, ...]]]:
    """The text of a cell cut where marks begin and end, each piece with the findings that it is under."""
    text = cell.text or ""
    cuts = sorted({0, len(text), *(m.start for m in cell.marks), *(m.end for m in cell.marks)})
    out = []
    for start, end in pairwise(cuts):
        numbers = {n for m in cell.marks if m.start <= start and end <= m.end for n in m.numbers}
        out.append((text[start:end], tuple(sorted(numbers))))
    return out


def name(sheet: SideBySide, language: str) -> str:
    """What the comparison is called: the symbol, and what it is."""
    return " · ".join(filter(None, (sheet.symbol, words("title", language))))


def counts(findings: Sequence[Problem], language: str) -> str:
    """How many findings of each severity, those that there are.

    >>> counts([Problem("figures-differ")], "en")
    'Errors: 1'
    """
    said = {s: sum(p.severity == s for p in findings) for s in SEVERITIES}
    shown = [f"{words(f'{s}s', language)}{colon(language)}{n}" for s, n in said.items() if n]
    return " · ".join(shown) or words("nothing", language)
