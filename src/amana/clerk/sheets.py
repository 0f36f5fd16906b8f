"""One resolution in its language files, read and compared: the sheet that a person looks at before accepting.

sheet([("ar.docx", data), ("en.docx", data)], patterns=house_symbols, gazetteer=house_names)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from amana.intake import documents_of
from amana.intake import receive as intake
from amana.intake.confirmed import confirmed, in_doubt
from amana.resolutions.citations import NOTHING
from amana.resolutions.concordance import compare
from amana.resolutions.joining import joined
from amana.resolutions.reading import Reading, read
from amana.resolutions.terms import Terms
from amana.resolutions.versions import Correction, Row, align
from amana.values import codec
from amana.values.lexicons import Phrase
from amana.values.names import Gazetteer
from amana.values.problems import NotReadable, Place, Problem
from amana.values.symbols import Pattern

NO_TERMS = Terms()
Documents = Mapping[str, intake.Received]
LOST, DAMAGED = "intake-numbers-lost", "numbers-damaged"
"""A number that a machine lost, as told of a file and as told of a row that a person can settle."""


@dataclass(frozen=True, slots=True)
class Received:
    """A file as it came in. `language` is '' where it was not read, or where another file has that language already."""

    name: str
    sha256: str
    media_type: str
    language: str = ""
    blocks: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the machine read and found; a proposal, nothing else.

    `readings` by language, in the order of the files; `findings` are about the text, `problems` about the files;
    `order`: the organization's languages, in its order, () where none was told; `corrections`: what a person has put
    right in how the versions lie side by side.
    """

    files: tuple[Received, ...] = ()
    readings: Mapping[str, Reading] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    findings: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()
    order: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that were read, in the order of the files."""
        return tuple(self.readings)

    def symbol(self) -> str:
        """The symbol, in its normal form: that of the first version that has one; '' without."""
        return next((r.symbol for r in self.readings.values() if r.symbol), "")


def sheet(
    files: Iterable[tuple[str, bytes]],
    *,
    patterns: Sequence[Pattern] = (),
    gazetteer: Gazetteer | None = None,
    phrases: Sequence[Phrase] = (),
    languages: Sequence[str] = (),
    corrections: Sequence[Correction] = (),
    entries: Mapping[str, str] = NOTHING,
    terms: Terms = NO_TERMS,
) -> Sheet:
    """The sheet of these files, one language each, with the rows that a person put right.

    `languages` are those of the organization: one that no file has is a problem (warning), one that is none of them
    too. Files that cannot be read leave their problem on the sheet; nothing is raised.
    """
    received: list[Received] = []
    readings: dict[str, Reading] = {}
    problems: list[Problem] = []
    for name, sha256, documents in _upright([(name, *_opened(name, data)) for name, data in files]):
        if isinstance(documents, NotReadable):
            received.append(Received(name, sha256, ""))
            problems.extend(documents.problems)
            continue
        problems.extend(next(iter(documents.values())).problems)
        for stated, document in documents.items():
            reading = read(
                document.blocks,
                stated or None,
                phrases=tuple(phrases),
                gazetteer=gazetteer,
                patterns=tuple(patterns),
                entries=entries,
            )
            language = reading.language
            if language in readings:
                other = next(r.name for r in received if r.language == language)
                told = {"file": name, "other": other, "language": language}
                problems.append(Problem("clerk-language-twice", told, (Place(name),), "error"))
                language = ""
            else:
                readings[language] = reading
            received.append(Received(name, document.sha256, document.media_type, language, len(document.blocks)))
    problems.extend(_languages(readings, languages))
    made = laid(Sheet(tuple(received), readings, (), (), tuple(problems), tuple(languages)), corrections, terms)
    return replace(made, problems=tuple(_told_once(made)))


def _opened(name: str, data: bytes) -> tuple[str, Documents | NotReadable]:
    try:
        return intake.checksum(data), documents_of(name, data)
    except NotReadable as refused:
        return intake.checksum(data), refused


def _upright(
    files: list[tuple[str, str, Documents | NotReadable]],
) -> Iterator[tuple[str, str, Documents | NotReadable]]:
    """The files; one whose digits may stand backwards with its digits turned, where the others tell that they do."""
    whole = [one for _, _, documents in files if not isinstance(documents, NotReadable) for one in documents.values()]
    for name, sha256, documents in files:
        if not isinstance(documents, NotReadable) and any(map(in_doubt, documents.values())):
            decided = {x: confirmed(one, (o for o in whole if o is not one)) for x, one in documents.items()}
            yield name, sha256, decided
        else:
            yield name, sha256, documents


def laid(value: Sheet, corrections: Sequence[Correction], terms: Terms = NO_TERMS) -> Sheet:
    """The same readings laid side by side with these corrections, in place of those it had, and compared again.

    `terms`: the house's term base, whose words are looked for in the new rows.
    """
    rows = align(value.readings, corrections)
    read_ = (p for r in value.readings.values() for p in r.problems)
    findings = (*read_, *compare(rows, value.readings), *(p for row in rows for p in terms.differing(row)))
    return replace(value, rows=rows, findings=findings, corrections=tuple(corrections))


def _told_once(value: Sheet) -> Iterable[Problem]:
    """What is wrong with the files; a number that a machine lost only where no finding about its paragraph tells it."""
    told = {(p.source, p.block) for f in value.findings if f.code == DAMAGED for p in f.places}
    return (f for f in value.problems if f.code != LOST or any((p.source, p.block) not in told for p in f.places))


def _languages(readings: Mapping[str, Reading], languages: Sequence[str]) -> Iterable[Problem]:
    for language in languages:
        if readings and language not in readings:
            yield Problem("clerk-language-missing", {"language": language}, (), "warning")
    for language in readings:
        if languages and language not in languages:
            yield Problem(
                "clerk-language-foreign", {"language": language, "languages": tuple(languages)}, (), "warning"
            )


def to_plain(value: Sheet) -> Any:
    """The sheet as a JSON value; a row names its paragraphs by their place in the reading, pieces by a list of places."""
    places = {
        language: {id(p): n for n, p in enumerate(reading.paragraphs)} for language, reading in value.readings.items()
    }
    plain = {
        "files": codec.to_plain(value.files),
        "readings": {language: codec.to_plain(reading) for language, reading in value.readings.items()},
        "rows": [_row_plain(value, places, row) for row in value.rows],
        "findings": codec.to_plain(value.findings),
        "problems": codec.to_plain(value.problems),
        "order": list(value.order),
    }
    return {**plain, "corrections": codec.to_plain(value.corrections)} if value.corrections else plain


def _row_plain(value: Sheet, places: Mapping[str, Mapping[int, int]], row: Row) -> dict[str, Any]:
    texts = {x: [_place(value, places, x, p) for p in row.pieces(x)] for x in row.texts}
    plain = {"key": row.key, "part": row.part, "texts": {x: n if len(n) > 1 else n[0] for x, n in texts.items()}}
    return {**plain, "moved": list(row.moved)} if row.moved else plain


def _place(value: Sheet, places: Mapping[str, Mapping[int, int]], language: str, paragraph: Any) -> int:
    known = places[language].get(id(paragraph))
    return value.readings[language].paragraphs.index(paragraph) if known is None else known


def from_plain(plain: Any) -> Sheet:
    """The sheet that a JSON value stands for; equal to the one that was written."""
    readings = {language: _reading(codec.from_plain(Reading, said)) for language, said in plain["readings"].items()}
    return Sheet(
        codec.from_plain(tuple[Received, ...], plain["files"]),
        readings,
        tuple(_row(r, readings) for r in plain["rows"]),
        tuple(_problem(p) for p in plain["findings"]),
        tuple(_problem(p) for p in plain["problems"]),
        tuple(plain.get("order", ())),
        codec.from_plain(tuple[Correction, ...], plain.get("corrections", [])),
    )


def _row(plain: Any, readings: Mapping[str, Reading]) -> Row:
    pieces = {
        x: tuple(readings[x].paragraphs[k] for k in (n if isinstance(n, list) else [n]))
        for x, n in plain["texts"].items()
    }
    texts = {x: joined(several) for x, several in pieces.items()}
    parts = {x: several for x, several in pieces.items() if len(several) > 1}
    return Row(plain["key"], plain["part"], texts, parts, tuple(plain.get("moved", ())))


def _reading(reading: Reading) -> Reading:
    """JSON has no tuples: facts of several values come back as lists and are made tuples again."""
    return replace(reading, problems=tuple(_facts(p) for p in reading.problems))


def _problem(plain: Any) -> Problem:
    problem: Problem = codec.from_plain(Problem, plain)
    return _facts(problem)


def _facts(problem: Problem) -> Problem:
    said: Mapping[str, Any] = problem.facts
    facts = {k: tuple(v) if isinstance(v, list) else v for k, v in said.items()}
    return Problem(problem.code, facts, problem.places, problem.severity)
