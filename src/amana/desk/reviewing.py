"""A sheet as it is looked at before accepting: rows side by side, findings beside them, and what the reading suggests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count

from amana import clerk
from amana.clerk.knowing import session_of
from amana.clerk.sheets import Sheet
from amana.folder.organization import Organization
from amana.mandates.obligations import Stated, with_above
from amana.resolutions.paragraphs import Paragraph
from amana.resolutions.settled import Looked, Rule, Settlement, TextRule, look, said
from amana.values.days import Day
from amana.values.lexicons import phrases
from amana.values.problems import Problem
from amana.values.words import Words

SETTLED = ("error", "warning")
"""Severities for which somebody has to say why the text is accepted as it is."""
NAMING = ("language", "languages", "missing", "moved", "split", "lacking", "short")
"""Facts that say in which languages something is wrong, where a finding tells that."""


def languages_of(narrow: Mapping[str, str]) -> tuple[str, ...]:
    """The languages that a rule names which is only for findings in the same ones, each once.

    >>> languages_of({"language": "en", "languages": "ar | en"})
    ('en', 'ar')
    """
    return tuple(dict.fromkeys(x for words in narrow.values() for x in words.split(" | ")))


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding and what settled it. `id` is its fingerprint; `number` its place on the page, counted from 1."""

    id: str
    problem: Problem
    by: Settlement | Rule | None = None
    number: int = 0

    @property
    def reason(self) -> str:
        """Why the text is right as it is; '' while nobody said so."""
        return self.by.reason if self.by is not None else ""

    @property
    def rule(self) -> Rule | None:
        """The rule that settled it, where it was not settled alone."""
        return self.by if isinstance(self.by, Rule) else None

    @property
    def of_text(self) -> TextRule | None:
        """The rule of this very text that settled it."""
        return self.by if isinstance(self.by, TextRule) else None

    @property
    def alone(self) -> Settlement | None:
        """What somebody said of it alone."""
        return self.by if isinstance(self.by, Settlement) else None

    @property
    def narrow(self) -> dict[str, str]:
        """What a rule tells that is only for findings in the same languages; {} of one that names none."""
        return {name: said(self.problem.facts[name]) for name in NAMING if name in self.problem.facts}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which something is wrong, where the finding names them."""
        return languages_of(self.narrow)

    @property
    def needed(self) -> bool:
        """A reason is needed to accept the text with it."""
        return self.problem.severity in SETTLED

    @property
    def missing(self) -> bool:
        """A reason is needed and not given yet."""
        return self.needed and self.by is None


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a text at which a finding points: from, to (excluded), its number on the page, whether it is settled."""

    start: int
    end: int
    number: int
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One paragraph in one language, with the spans that findings point at."""

    language: str
    paragraph: Paragraph | None
    spans: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the sheet: its cells, what it states, what was found in it."""

    key: str
    part: str
    cells: tuple[Cell, ...]
    stated: Stated
    findings: tuple[Finding, ...] = ()

    @property
    def below(self) -> bool:
        """It goes on with a paragraph above it, whose opening counts for it too."""
        return any(cell.paragraph.depth > 0 for cell in self.cells if cell.paragraph is not None)

    def deadline(self, language: str) -> tuple[str, str]:
        """By when, in the words of the text in that language, else of the one that says it: (language, words)."""
        words = self.stated.deadline_words
        said = words.language(language) if words else ""
        return (said, words[said]) if said else ("", self.stated.deadline_text)

    def opens(self, language: str) -> str:
        """The words with which a recital opens, its own in that language or those of drafters; '' in another part."""
        if self.part != "preambular" or not self.stated.function:
            return ""
        own = (cell.paragraph.phrase for cell in self.cells if cell.language == language and cell.paragraph)
        return next(filter(None, own), "") or recital(self.stated.function, language)


@dataclass(frozen=True, slots=True)
class Review:
    """The whole sheet to look at. `findings` on top are those that belong to no row."""

    languages: tuple[str, ...]
    lines: tuple[Line, ...]
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    printed: Mapping[str, Words] = field(default_factory=dict)
    """Key of a row → how each version numbers it."""

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Every finding, in the order of the page."""
        return (*self.findings, *(f for line in self.lines for f in line.findings))

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """Those that still need a reason."""
        return tuple(f for f in self.all_findings if f.missing)

    @property
    def settled_findings(self) -> tuple[Finding, ...]:
        """Those that somebody or a rule has settled."""
        return tuple(f for f in self.all_findings if f.by is not None)

    def only(self, which: str) -> Review:
        """The same with those rows alone in which something is open, or settled."""
        kept = {"open": self.open_findings, "settled": self.settled_findings}.get(which)
        if kept is None:
            return self
        ids = {f.number for f in kept}
        lines = (replace(one, findings=tuple(f for f in one.findings if f.number in ids)) for one in self.lines)
        on_top = tuple(f for f in self.findings if f.number in ids)
        return replace(self, lines=tuple(one for one in lines if one.findings), findings=on_top)


@cache
def recital(function: str, language: str) -> str:
    """How drafters open a recital of that function; '' where the lexicon has none in that language.

    >>> recital("note", "en"), recital("recall", "fr")
    ('noting', 'rappelant')
    """
    known = (p for p in phrases(language) if p.function == function and p.part == "preambular")
    return next((p.phrase for p in known), "")


def review(
    sheet: Sheet,
    settlements: Iterable[Settlement] = (),
    rules: Iterable[Rule] = (),
    order: Iterable[str] = ("ar", "en", "fr"),
) -> Review:
    """The sheet laid out for a person; findings are numbered as they stand on the page."""
    languages = tuple([x for x in order if x in sheet.readings] + [x for x in sheet.readings if x not in tuple(order)])
    rows: dict[str, list[Looked]] = {"": []}
    for one in look(sheet.findings, sheet.rows, settlements, rules):
        rows.setdefault(one.row.key if one.row is not None else "", []).append(one)
    number = count(1)
    on_top = tuple(_finding(one, number) for one in rows[""])
    lines = []
    for row, stated in zip(sheet.rows, with_above(clerk.stated(sheet)), strict=True):
        found = tuple(_finding(one, number) for one in rows.get(row.key, ()))
        cells = tuple(_cell(x, row.texts.get(x), found) for x in languages)
        lines.append(Line(row.key, row.part, cells, stated, found))
    return Review(languages, tuple(lines), on_top, sheet.problems, printed(sheet))


def printed(sheet: Sheet) -> dict[str, Words]:
    """How each version numbers its paragraphs, by the keys of their rows."""
    return {row.key: Words({x: p.label for x, p in row.texts.items() if p.label}) for row in sheet.rows}


def _finding(one: Looked, number: Iterator[int]) -> Finding:
    return Finding(one.fingerprint, one.problem, one.by, next(number))


def _cell(language: str, paragraph: Paragraph | None, findings: Iterable[Finding]) -> Cell:
    if paragraph is None:
        return Cell(language, None)
    spans = {
        (place.start, place.end): Mark(place.start, place.end, finding.number, finding.by is not None)
        for finding in findings
        for place in finding.problem.places
        if place.language == language and place.block == paragraph.place.block
        if place.start is not None and place.end is not None
    }
    return Cell(language, paragraph, tuple(spans[at] for at in sorted(spans)))


@dataclass(frozen=True, slots=True)
class Suggested:
    """What the reading says of the resolution, to be looked at and put right."""

    symbol: str = ""
    organ: str = ""
    session: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    adopted: Day | None = None
    how: str = ""
    votes: Mapping[str, int] = field(default_factory=dict)
    cited: tuple[str, ...] = ()


def suggest(sheet: Sheet, org: Organization) -> Suggested:
    """Symbol, organ and session by how documents are numbered; day and manner of adoption as the texts state them."""
    symbol = sheet.symbol()
    pattern, session = session_of(sheet, org)
    adoption = next((r.adoption for r in sheet.readings.values() if r.adoption is not None and r.adoption.how), None)
    cited = (c.symbol for r in sheet.readings.values() for p in r.paragraphs for c in p.citations)
    return Suggested(
        symbol,
        session.organ if session else pattern.organ if pattern else "",
        session.id if session else "",
        {x: r.title for x, r in sheet.readings.items()},
        _adopted(sheet) or (session.days.end if session and session.days else None),
        adoption.how if adoption else "",
        adoption.votes if adoption else {},
        tuple(dict.fromkeys(s for s in cited if s and s != symbol)),
    )


def _adopted(sheet: Sheet) -> Day | None:
    """The Gregorian day that the paragraph on adoption states, in the first version that states one."""
    for reading in sheet.readings.values():
        place = reading.adoption.place if reading.adoption else None
        for paragraph in reading.paragraphs:
            if place is not None and (paragraph.place.block == place.block or place.block in paragraph.blocks):
                for stated in paragraph.days:
                    if stated.gregorian is not None and stated.gregorian.end.exact:
                        return stated.gregorian.end
    return None
