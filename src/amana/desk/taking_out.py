"""A language version as a file to work on, Word or XLIFF, and what came back of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpResponse
from django.utils.translation import get_language

from amana.acts import files
from amana.acts.view import checksum
from amana.clerk.sheets import Sheet
from amana.desk.filing import WORD, keep_text
from amana.desk.merging import in_one, merged, said_of
from amana.desk.reviewing import printed as printed_in
from amana.desk.vocabulary import told
from amana.intake import units
from amana.publish import version_word, xliff
from amana.publish.sheet_page import sheet_page
from amana.publish.sheet_word import sheet_word
from amana.publish.side_by_side import side_by_side
from amana.publish.translators import Entry
from amana.resolutions.accepted import Accepted
from amana.resolutions.paragraph_names import depth_of
from amana.store.queries import versions
from amana.values.folding import fold
from amana.values.ids import PersonId
from amana.values.problems import Problem, Refused

XLIFF, HTML = "application/xliff+xml", "text/html; charset=utf-8"
FORMS = {"docx": WORD, "xlf": XLIFF}
STATES = {"draft": "translated", "revised": "reviewed", "provisional": "final", "issued": "final"}
"""What XLIFF calls the states of a version that has a text."""
UNITS = re.compile(r"\.xlf$|\.xliff$|\.sdlxliff$|\.mxliff$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Given:
    """A file to be handed out."""

    name: str
    media_type: str
    data: bytes


def handed_out(given: Given) -> HttpResponse:
    """The file as an answer: always saved, and never kept on the way."""
    response = HttpResponse(given.data, content_type=given.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{given.name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def draft(subject: str, sheet: Sheet, language: str, form: str, findings: Iterable[Problem]) -> Given | None:
    """A draft's version: as it stands, or the original where there is none yet; None where there is no text at all.

    `findings`: those that are open, told beside their paragraphs. Two queries.
    """
    lines = versions.lines(subject)
    source = _original(sheet.readings, lines)
    if not source:
        return None
    name = f"{_name(sheet.symbol() or 'draft')}-{language}"
    if form == "docx":
        reading = sheet.readings.get(language) or sheet.readings[source]
        printed = (version_word.Line(p.label, p.text, p.part, p.depth) for p in reading.paragraphs)
        made = version_word.version(printed, reading.language, title=reading.title)
        return Given(f"{name}.docx", WORD, made)
    if language == source:
        source = next((x for x in sheet.readings if x != language), "")
    state = STATES[lines[language].state if language in lines else "draft"]
    notes: dict[str, list[str]] = {}
    for found in findings:
        said = told(found, get_language() or "en", printed_in(sheet))
        notes.setdefault(str(found.facts.get("key", "")), []).append(said)
    entries = [_entry(r.key, {x: said_of(p) for x, p in r.texts.items()}, language, state, notes)
               for r in sheet.rows]  # fmt: skip
    return _xliff(entries, name, source, language) if source else None


def columns(sheet: Sheet, findings: Iterable[Problem], order: Sequence[str], language: str, form: str) -> Given:
    """The whole draft for the reviser, as `form` 'docx' or 'html': a column a language, and what is open beside it.

    `language` is that of the findings.
    """
    languages = [x for x in order if x in sheet.readings] + [x for x in sheet.readings if x not in order]
    titles = {x: reading.title for x, reading in sheet.readings.items()}
    laid = side_by_side(
        sheet.rows, findings, languages, symbol=sheet.symbol(), titles=titles, files=[f.name for f in sheet.files]
    )
    name = f"{_name(sheet.symbol() or 'draft')}.{form}"
    if form == "html":
        return Given(name, HTML, sheet_page(laid, language).encode())
    return Given(name, WORD, sheet_word(laid, language))


def accepted(value: Accepted, language: str, form: str, house: str = "") -> Given | None:
    """An accepted version: clean, as it is issued; as XLIFF beside another language. What is not issued says so by name.

    `house`: the organization's name, the only creator that the Word file names.
    """
    text = next((t for t in value.texts if t.language == language), None)
    if text is None:
        return None
    issue = versions.issues(value.id).get(language)
    issued = issue is not None and not issue.gone and issue.text == checksum(text.text)
    name = f"{_name(value.symbol or value.id)}-{language}{'' if issued else '-not-issued'}"
    if form == "docx":
        lines = (
            version_word.Line(row.labels.get(language, ""), row.texts[language], row.part, depth_of(row.key))
            for row in sorted(value.rows, key=lambda row: row.places.get(language, 0))
            if row.texts.get(language)
        )
        made = version_word.version(lines, language, title=value.title.get(language, ""), creator=house)
        return Given(f"{name}.docx", WORD, made)
    source = next((t.language for t in value.texts if t.language != language), "")
    rows = [_entry(row.key, {x: in_one(row.labels.get(x), said) for x, said in row.texts.items()}, language, "final", {})
            for row in value.rows]  # fmt: skip
    return _xliff(rows, name, source, language) if source else None


def back(
    kept: list[dict[str, Any]], language: str, by: PersonId, held: Sheet
) -> tuple[list[dict[str, Any]], list[Problem]]:
    """What came back, as files of a draft: of XLIFF the text in this language, kept beside the XLIFF file itself.

    `held`: the draft, of whose version only that changes which the file says otherwise.
    """
    out: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for file in kept:
        if not UNITS.search(file["name"]):
            out.append(file)
            continue
        try:
            data = files.read(file["sha256"])
            found = units.versions_of(file["name"], data)
        except Refused as refused:
            problems += (_nothing_changed(problem) for problem in refused.problems)
            continue
        blocks = found.get(language, ())
        if not blocks:
            problems.append(Problem("line-other-language", {"found": tuple(found) or ("—",), "language": language}))
            continue
        text = merged(held, language, file["name"], data) or "\n\n".join(in_one(b.label, b.text) for b in blocks) + "\n"
        out.append(keep_text(f"{UNITS.sub('', file['name'])}.{language}.txt", text, by))
    return out, problems


def _nothing_changed(problem: Problem) -> Problem:
    """Of a file that breaks off nothing is taken here: half a version is none."""
    return replace(problem, code="line-units-broken") if problem.code == "intake-units-broken" else problem


def of_another(
    held: Sheet, came: Sheet, laid: Sheet, language: str, brought: Iterable[Mapping[str, Any]]
) -> Problem | None:
    """What is wrong with a text that is one of another document than the draft, None where nothing is.

    By its symbol; by the other language of a translators' file; or, where neither says, because it cannot be laid beside
    the versions held. Of what is its own a part may come back, the rest later.
    """
    others = {x: reading for x, reading in held.readings.items() if x != language}
    symbols = [r.symbol for r in held.readings.values() if r.symbol]
    symbol = next((r.symbol for r in others.values() if r.symbol), "")
    same = any(_alike(came.symbol(), one) for one in symbols)
    shared = {f["name"]: _shared(others, f) for f in brought if UNITS.search(f["name"])}
    foreign = next((name for name, same in shared.items() if same is False), "")
    own = same or any(shared.values())
    new = {p.code for p in laid.findings} - {p.code for p in held.findings}
    found = came.symbol() if symbol and came.symbol() and not same else foreign
    if not found and not own and others and "versions-apart" in new:
        found = came.symbol() or next(iter(came.readings.values())).title
    return Problem("line-other-document", {"found": found, "symbol": symbol or held.symbol()}) if found else None


def _alike(one: str, other: str) -> bool:
    """Whether two symbols are one: the same, or the same numbers with letters of another script.

    >>> _alike("902/51-إق", "902/51-E"), _alike("902/51-ت", "902/51-E"), _alike("902/51-C", "902/51-E")
    (True, True, False)
    """
    script = one.isascii() == other.isascii()
    return one == other if script else re.findall(r"[0-9]+", one) == re.findall(r"[0-9]+", other)


def _shared(others: Mapping[str, Any], file: Mapping[str, Any]) -> bool | None:
    """Whether half of what a translators' file says in a language held beside it stands in that version; None: no such."""
    for language, blocks in units.versions_of(file["name"], files.read(file["sha256"])).items():
        if language in others:
            known = {fold(said_of(p), language) for p in others[language].paragraphs}
            said = [fold(in_one(b.label, b.text), language) for b in blocks]
            return 2 * sum(one in known for one in said) >= len(said)
    return None


def _original(readings: Mapping[str, Any], lines: Mapping[str, versions.LineOfVersion]) -> str:
    """The language of the original: as said, else that of the first version."""
    said = next((x for x, line in lines.items() if line.original and x in readings), "")
    return said or next(iter(readings), "")


def _entry(key: str, texts: Mapping[str, str], language: str, state: str, notes: Mapping[str, list[str]]) -> Entry:
    return Entry(key, texts, state if texts.get(language) else "initial", notes.get(key, ()))


def _xliff(entries: Iterable[Entry], name: str, source: str, target: str) -> Given:
    data = b"".join(xliff.file(entries, xliff.Errand(name, source, target)))
    return Given(f"{name}.xlf", XLIFF, data)


def _name(symbol: str) -> str:
    """A symbol as the name of a file."""
    return re.sub(r"[^A-Za-z0-9]+", "-", symbol).strip("-").lower() or "text"
