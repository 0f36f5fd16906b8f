"""The lines of language versions as a page shows them: who translates, who revises, by when, and what may be done next."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext

from amana.acts import clock, may
from amana.acts.may import BESIDE
from amana.acts.view import View, checksum
from amana.clerk.sheets import Received, Sheet
from amana.pages.reading import Reading
from amana.resolutions import issuing
from amana.resolutions.issuing import VersionLine, next_states
from amana.resolutions.paragraphs import Reading as Read
from amana.store.queries import versions
from amana.store.queries.public import Reader
from amana.store.queries.versions import LineOfVersion
from amana.values.problems import Problem


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed in the line of a language and not kept, and what stands against it."""

    language: str
    translator: str = ""
    reviser: str = ""
    due: str = ""
    original: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One language version: where it stands and what this reader may do with it. `back`: states it may go back to."""

    language: str
    line: VersionLine
    due: str = ""
    late: bool = False
    forward: str = ""
    back: tuple[str, ...] = ()
    may_assign: bool = False
    may_bring: bool = False
    steps: tuple[Mapping[str, Any], ...] = ()
    texts: tuple[Mapping[str, Any], ...] = ()
    followed: bool = True
    """False of an accepted version of which no line was kept: nobody follows it."""
    wrong: tuple[Problem, ...] = ()
    typed: Typed = Typed("")
    """What stands in the fields of the line: what is kept, or what was typed and is wrong."""


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of a draft or a resolution; `people`: who is named in them."""

    subject: str
    rows: tuple[Row, ...]
    accepted: bool = False
    people: tuple[str, ...] = ()

    @property
    def may_assign(self) -> bool:
        """Whether this reader names who translates and who revises."""
        return any(row.may_assign for row in self.rows)

    @property
    def read(self) -> bool:
        """There is a text in some language, which can be taken out."""
        return any(row.line.words for row in self.rows)

    @property
    def original(self) -> str:
        """The language of the original, '' while nobody said which it is."""
        return next((row.language for row in self.rows if row.line.original), "")


def value_of(row: LineOfVersion) -> VersionLine:
    """The line that a row stands for."""
    state: Any = row.state
    return VersionLine(row.language, row.original, row.words, row.translator, row.reviser, state)


def words_of(readings: Mapping[str, Read]) -> dict[str, int]:
    """How many words each version has, its labels among them: as many as the accepted text will have."""
    return {
        x: issuing.counted([part for p in reading.paragraphs for part in (p.label, p.text)])
        for x, reading in readings.items()
    }


def table(
    reading: Reading,
    subject: str,
    words: Mapping[str, int],
    now: View,
    texts: Mapping[str, str] | None = None,
    typed: Typed | None = None,
) -> Table:
    """The table of a draft, or of a resolution where its `texts` are given. One query, two of a resolution."""
    kept = versions.lines(subject)
    issued = versions.issues(subject) if texts is not None else {}
    order = (*reading.organization.profile.languages, *words, *kept)
    rows = []
    for language in dict.fromkeys(order):
        held = kept.get(language) or LineOfVersion(subject=subject, language=language)
        held.words = words.get(language, 0)
        issue = issued.get(language)
        if issue is not None and not issue.gone and issue.text == checksum((texts or {}).get(language, "")):
            held.state = "issued"
        elif held.state == "issued":
            held.state = "provisional"
        row = _row(held, reading, now, accepted=texts is not None)
        if typed is not None and typed.language == language:
            row = replace(row, typed=typed, wrong=typed.problems)
        rows.append(
            row if language in kept or texts is None or held.state == "issued" else replace(row, followed=False)
        )
    named = (p for one in rows for p in (one.line.translator, one.line.reviser, *(s["by"] for s in one.steps)))
    return Table(subject, tuple(rows), texts is not None, tuple(dict.fromkeys(p for p in named if p)))


def _row(held: LineOfVersion, reading: Reading, now: View, *, accepted: bool) -> Row:
    line, reader = value_of(held), reading.reader
    ways = [to for to in next_states(line.state) if _may(to, line, reader, now)]
    forward = next((to for to in ways if not issuing.is_back(line.state, to)), "")
    if forward and any(issuing.step(line, forward, reader.person, accepted=accepted)):
        forward = ""
    return Row(
        held.language,
        line,
        held.due,
        bool(held.due) and held.due < reading.today.isoformat() and line.state in ("draft", "revised"),
        forward,
        tuple(to for to in ways if issuing.is_back(line.state, to)),
        reader.has(*BESIDE["line.assign"]),
        not accepted and may_bring(reader, line),
        tuple(held.steps),
        tuple(held.texts),
        typed=Typed(held.language, held.translator, held.reviser, held.due, held.original),
    )


def may_bring(reader: Reader, line: VersionLine) -> bool:
    """Whether somebody may bring a text for this version: its translator, its reviser, who runs the conference."""
    return reader.has(*BESIDE["line.bring"]) or (
        bool(reader.person) and reader.person in (line.translator, line.reviser)
    )


def _may(to: str, line: VersionLine, reader: Reader, now: View) -> bool:
    if issuing.is_back(line.state, to):
        return may.may("version.recall", now) if line.state == "issued" else reader.has(*BESIDE["line.back"])
    if to == "issued":
        return may.may("version.issue", now)
    if to == "revised":
        return reader.person == line.reviser and reader.has(*BESIDE["line.revised"])
    return reader.has(*BESIDE[f"line.{to}"])


def after_reading(subject: str, old: Sheet | None, new: Sheet, by: str) -> None:
    """Keep of every version whose text came or changed: its words, its file, and that it is a draft again.

    The one version with which a draft begins is the original. Three queries a version that changed.
    """
    before = {f.language: f.sha256 for f in old.files if f.language} if old is not None else {}
    words = words_of(new.readings)
    for file in new.files:
        if file.language and before.get(file.language) != file.sha256:
            alone = old is None and len(new.readings) == 1
            versions.change_line(subject, file.language, _came(_text(file, by), words[file.language], alone=alone))


def keep_beside(subject: str, sheet: Sheet, checksums: Container[str], by: str) -> None:
    """Name those files of a sheet among the earlier ones of their versions: they came, and another one stands."""

    def change(line: LineOfVersion) -> None:
        line.texts = [*line.texts, _text(file, by)]

    for file in sheet.files:
        if file.language and file.sha256 in checksums:
            versions.change_line(subject, file.language, change)


def _text(file: Received, by: str) -> dict[str, str]:
    return {"name": file.name, "sha256": file.sha256, "by": by, "day": clock.today().isoformat()}


def _came(came: dict[str, str], words: int, *, alone: bool) -> Any:
    def change(line: LineOfVersion) -> None:
        line.original = line.original or alone
        line.words, line.texts = words, [*line.texts, came]
        if line.state != "draft":
            line.steps = [
                *line.steps,
                {"to": "draft", "by": came["by"], "day": came["day"], "why": gettext("a new text")},
            ]
            line.state = "draft"

    return change


def begin_from(resolution: str, subject: str, languages: Iterable[str]) -> None:
    """The lines with which a draft begins that corrects a resolution: the same people, a draft again."""
    held = versions.lines(resolution)
    for language in languages:
        if (old := held.get(language)) is not None:
            versions.change_line(subject, language, _like(old))


def _like(old: LineOfVersion) -> Any:
    def change(line: LineOfVersion) -> None:
        line.original, line.translator, line.reviser = old.original, old.translator, old.reviser
        line.steps, line.texts, line.state = old.steps, old.texts, old.state

    return change


def people_of(rows: Iterable[LineOfVersion]) -> Iterator[str]:
    """Who is named in these lines."""
    for row in rows:
        yield from (row.translator, row.reviser)
