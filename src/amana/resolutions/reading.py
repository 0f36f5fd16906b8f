"""One language version of a resolution, read: every block ends in exactly one paragraph, and nothing is refused.

reading = read(blocks)
reading.symbol, reading.title, [p.function for p in reading.paragraphs if p.part == "operative"]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from amana.resolutions.addressees import asked as asked_of
from amana.resolutions.addressees import people_of
from amana.resolutions.adoption import adoption_in, adoption_problems
from amana.resolutions.asking import due, function_of, owed, with_recipient
from amana.resolutions.citations import NOTHING, citations_of
from amana.resolutions.citations_bodies import Body, across, body_of
from amana.resolutions.clauses import clauses_of
from amana.resolutions.deadlines import Plain
from amana.resolutions.figures import figures_of
from amana.resolutions.heads import head_of, owned_by
from amana.resolutions.hedges import hedges_of, tone_of
from amana.resolutions.languages import language_of
from amana.resolutions.naming import found_in, names_of
from amana.resolutions.narrating import narrates
from amana.resolutions.paragraphs import (
    Addressee,
    Adoption,
    Citation,
    Deadline,
    Figure,
    Paragraph,
    Reading,
    ReportDuty,
)
from amana.resolutions.standing_above import with_what_stands_above
from amana.resolutions.structure import Draft, drafts_of
from amana.resolutions.units import Unit
from amana.values.blocks import Block
from amana.values.days import StatedDays, read_days
from amana.values.lexicons import Phrase
from amana.values.names import Found, Gazetteer
from amana.values.problems import Place, Problem
from amana.values.symbols import Pattern

__all__ = [
    "Addressee", "Adoption", "Citation", "Deadline", "Figure", "Paragraph", "Reading", "ReportDuty", "read",
]  # fmt: skip


def read(
    blocks: Iterable[Block],
    language: str | None = None,
    *,
    phrases: Iterable[Phrase] = (),
    gazetteer: Gazetteer | None = None,
    patterns: Iterable[Pattern] = (),
    entries: Mapping[str, str] = NOTHING,
    exact: bool = False,
) -> Reading:
    """The resolution that these blocks are, in one language; the language is told from the text where it is not given.

    With `exact` each block is exactly one paragraph: one that only goes on has the part of what it goes on with.
    `phrases` are a house's own opening phrases, `gazetteer` its names, `patterns` its symbols, `entries` the ids
    of its decisions by normal symbol. Nothing is raised: what was not understood is among `problems`, with its place.
    """
    kept = tuple(b for b in blocks if b.text.strip() or b.label)
    language = language or language_of(b.text for b in kept)
    own, extra = tuple(patterns), tuple(phrases)
    drafts = drafts_of(kept, language, extra, exact=exact)
    knowing = Knowing(own, gazetteer, entries)
    enacted = list(_enacted(drafts))
    head = owned_by(head_of(drafts, language, own), next((body for _, body in enacted if body), None))
    alone = across([_paragraph(d, language, knowing, body) for d, body in enacted], head.symbol)
    paragraphs = tuple(with_what_stands_above(alone, drafts, language, gazetteer))
    adoption = adoption_in(paragraphs, language, gazetteer)
    problems = (*_problems(paragraphs, drafts, language, kept), *adoption_problems(adoption))
    return Reading(
        language, head.symbol, head.printed, head.title, head.session, head.number, paragraphs, adoption, problems
    )


@dataclass(frozen=True, slots=True)
class Knowing:
    """What a house knows that helps to read its texts."""

    patterns: tuple[Pattern, ...]
    gazetteer: Gazetteer | None
    entries: Mapping[str, str]


def _enacted(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Body | None]]:
    """The paragraphs, each with the body of the United Nations that enacts it."""
    body: Body | None = None
    for draft in drafts:
        if draft.units[0].organ:
            body = body_of(draft.text)
        yield draft, body


def _paragraph(draft: Draft, language: str, knowing: Knowing, body: Body | None) -> Paragraph:
    first = draft.units[0].blocks[0].place
    blocks = _numbers(draft.units)
    place = Place(first.source, first.line, first.block, first.start, first.end, language)
    text = draft.text
    if draft.part != "structure":
        return _understood(text, place, blocks, draft, knowing, body)
    citations = citations_of(text, knowing.patterns, knowing.entries, body)
    days = read_days(text, language)
    return Paragraph(
        draft.part,
        draft.label,
        text,
        place,
        draft.depth,
        blocks,
        heading=draft.heading,
        citations=citations,
        days=days,
        # the organ's own line says which session it is, and where it sits
        figures=figures_of(text, language, days, citations) if draft.counts or draft.units[0].organ else (),
        names=names_of(text, language, knowing.gazetteer) if draft.units[0].organ else (),
    )


def _numbers(units: Sequence[Unit]) -> tuple[int, ...]:
    """The numbers of the blocks of a paragraph; mostly it has one."""
    if len(units) == 1 and len(units[0].blocks) == 1:
        number = units[0].blocks[0].place.block
        return () if number is None else (number,)
    return tuple(b.place.block for u in units for b in u.blocks if b.place.block is not None)


def _understood(
    text: str, place: Place, blocks: tuple[int, ...], draft: Draft, knowing: Knowing, body: Body | None
) -> Paragraph:
    """The paragraph with everything it states, made at once: this is done for every paragraph there is."""
    language, opening, gazetteer = place.language or "", draft.opening, knowing.gazetteer
    plain = Plain.of(text)
    citations = citations_of(text, knowing.patterns, knowing.entries, body)
    days = read_days(text, language)
    function = function_of(opening)
    who, deadline, report = (
        _asked(plain, language, draft, function, days, people_of(text, language, gazetteer))
        if draft.part == "operative"
        else ((), None, None)
    )
    return Paragraph(
        part=draft.part,
        label=draft.label,
        text=text,
        place=place,
        depth=draft.depth,
        blocks=blocks,
        function=function,
        phrase=opening.phrase if opening else None,
        strength=opening.strength if opening else None,
        modifiers=opening.modifiers if opening else (),
        addressees=who,
        citations=citations,
        days=days,
        deadline=deadline,
        report=report,
        figures=figures_of(text, language, days, citations),
        heading=draft.heading,
        tone=tone_of(function),
        names=names_of(text, language, gazetteer),
        hedges=hedges_of(found_in(text, language, gazetteer)),
        clauses=clauses_of(plain, language),
    )


def _asked(
    plain: Plain,
    language: str,
    draft: Draft,
    function: str | None,
    days: tuple[StatedDays, ...],
    people: Sequence[Found],
) -> tuple[tuple[Addressee, ...], Deadline | None, ReportDuty | None]:
    """Who is to do it, by when, and who is to report: only an operative paragraph asks."""
    who, verbs = asked_of(plain, language, draft.opening, people)
    deadline = due(plain, language, function, days, people, verbs)
    report = owed(plain, language, function or ("request" if draft.depth else None), people, verbs, deadline, who)
    return with_recipient(who, report), deadline, report


def _problems(
    paragraphs: Sequence[Paragraph], drafts: Sequence[Draft], language: str, blocks: Sequence[Block]
) -> Iterator[Problem]:
    if not any(p.part == "operative" for p in paragraphs):
        where = (replace(blocks[0].place, language=language),) if blocks else (Place("", language=language),)
        yield Problem("reading-no-operative", {"language": language}, where, "warning")
    enacted = any(draft.units[0].organ for draft in drafts)
    for paragraph, draft in zip(paragraphs, drafts, strict=True):
        if paragraph.part == "structure" or paragraph.depth or draft.opening is not None:
            continue
        if not enacted and narrates(paragraph.text, language):
            continue  # a communiqué tells of its session
        facts = {"language": language, "label": paragraph.label or "–", "opening": " ".join(paragraph.text.split()[:6])}
        yield Problem("reading-opening-unknown", facts, (paragraph.place,), "note")
