"""Decisions with their paragraphs in every language, and the mandates released."""

from __future__ import annotations

from typing import Any, get_args

from django.http import HttpRequest
from ninja import Field, Query, Router

from amana.api import shapes
from amana.api.asking import Anything, Asked, Gone, NotThere, Paged, cursor, one_of, read_cursor
from amana.api.shapes import Answer, Days, Json, Said, Strict, listed, single
from amana.mandates.lifecycle import VIEWS, PublicView
from amana.resolutions.accepted import Kind
from amana.store.queries import changes, public
from amana.values.words import Words

router = Router(tags=["decisions"])


class Decision(Strict):
    """A decision as entered; `text_held` false where only its title or symbol is known, `basis` then says how."""

    id: str
    self: str
    url: str | None
    kind: str
    symbol: str = Field(description="The normal form; empty where it is not known")
    printed: dict[str, str] = Field(description="The symbol as each language version prints it")
    title: Said
    organ: str
    session: str
    adopted: Days | None
    how: str
    votes: dict[str, int]
    text_held: bool
    basis: str
    subjects: list[str]
    renews: list[str] = Field(description="Ids of the decisions it renews")
    recalls: list[str] = Field(description="Symbols it recalls")
    creates: str
    sources: list[str]
    unsourced: list[str]
    note: str


class Text(Strict):
    """One language version whole."""

    language: str
    url: str | None
    sha256: str = Field(description="Of the file it came from; empty where it was entered as text")


class Paragraph(Strict):
    """One paragraph in all its languages: versions are equals. `id` is permanent."""

    id: str
    url: str | None
    place: str
    part: str
    function: str
    texts: dict[str, str]
    labels: dict[str, str]
    mandates: list[str]


class Step(Strict):
    """A change of what the public is told, and what was said with it."""

    status: PublicView
    day: Days | None
    words: Said


class Evidence(Strict):
    """What stands behind a step."""

    kind: str
    reference: str
    words: Said
    day: Days | None


class Mandate(Strict):
    """What a paragraph obliges whom to do by when, as it stood when it was released: one of five words, no verdict."""

    id: str
    self: str
    url: str | None
    decision: str
    paragraph: str
    place: str
    kind: str
    implementers: list[str]
    words: Said
    deadline: Said
    deadline_kind: str
    due: Days | None
    due_session: str
    report_to: str
    report_session: str
    inferred: bool
    recurring: bool
    status: PublicView


DecisionsAnswer = listed(Decision, "DecisionsAnswer", "Decisions adopted by the day, newest first.", next=str | None)
MandatesAnswer = listed(Mandate, "MandatesAnswer", "Mandates released, in the order of their entry.", next=str | None)
MandateAnswer = single(
    Mandate, "MandateAnswer", "One mandate as released.", history=list[Step], evidence=list[Evidence]
)


class DecisionAnswer(Decision, Answer):
    """One decision with its paragraphs."""

    texts: list[Text]
    paragraphs: list[Paragraph]
    mandates: list[str]
    renewed_by: list[str]


class Decisions(Paged):
    """Which decisions."""

    organ: str = ""
    session: str = ""
    subject: str = ""
    kind: str = Field("", description="resolution, communiqué, declaration, report, programme, decision, document")
    symbol: str = Field("", description="The normal form, exactly: 1/50-POL")
    text: str = Field("", description="held or not-held")


class Mandates(Paged):
    """Which mandates."""

    status: str = Field("", description="not_started, under_way, done, ended, no_information")
    session: str = Field("", description="The session whose decision made it")
    decision: str = ""
    implementer: str = ""


@router.get("/decisions", response=DecisionsAnswer)
def decisions(request: HttpRequest, query: Query[Decisions]) -> Json:
    """Decisions adopted by the day, newest first. Five queries, however many there are."""
    faults = [
        *one_of("kind", query.kind, get_args(Kind)),
        *one_of("text", query.text, ("held", "not-held")),
    ]
    asked = Asked(request, query, faults)
    before = read_cursor(asked.cursor, 2) if asked.cursor else None
    found = changes.decisions(
        asked.reader,
        asked.day.isoformat(),
        organ=query.organ,
        session=query.session,
        subject=query.subject,
        kind=query.kind,
        symbol=query.symbol,
        held={"held": True, "not-held": False}.get(query.text),
        before=(before[0], int(before[1])) if before else None,
    )
    rows = list(found[: asked.limit + 1])
    last = rows[asked.limit - 1] if len(rows) > asked.limit else None
    following = cursor(last.adopted, last.id) if last else None
    items = [told_decision(asked, row) for row in rows[: asked.limit]]
    return asked.list_of("decisions", asked.url("portal:decisions"), items, next=following)


@router.get("/decisions/{decision}", response=DecisionAnswer)
def decision(request: HttpRequest, decision: str, query: Query[Anything]) -> Json:
    """One decision, every paragraph in every language; 410 where it was to be seen before and is withdrawn.
    Twelve queries, however long."""
    asked = Asked(request, query)
    whole = public.decision(asked.reader, decision)
    if whole is None or whole.row.adopted > asked.day.isoformat():
        raise _gone(asked, "resolution", decision) or NotThere("decision", decision)
    mine = public.mandates_of(asked.reader, asked.day, [decision])
    texts = [
        {
            "language": text.language,
            "url": asked.url("portal:decision-text", decision, text.language),
            "sha256": text.sha256,
        }
        for text in whole.texts.values()
    ]
    more = {
        "texts": texts,
        "paragraphs": [_paragraph(asked, decision, row, mine) for row in whole.paragraphs],
        "mandates": [one.key for one in mine],
        "renewed_by": [row.key for row in public.renewed_by(asked.reader, decision)],
    }
    told = told_decision(asked, whole.row)
    return {**told, **asked.answer(decision, f"decisions/{decision}", told["url"], **more)}


@router.get("/mandates", response=MandatesAnswer)
def mandates(request: HttpRequest, query: Query[Mandates]) -> Json:
    """The mandates released to this reader, as they stood at their release. Ten queries at most."""
    asked = Asked(request, query, one_of("status", query.status, VIEWS))
    every = public.mandates(asked.reader, asked.day)
    made_by: dict[str, str] = {}
    if query.session:
        rows = public.titled(asked.reader, {one.row.resolution for one in every}).values()
        made_by = {row.key: row.session for row in rows}
    found = [
        one
        for one in every
        if query.status in ("", one.view)
        and query.decision in ("", one.row.resolution)
        and (not query.implementer or query.implementer in one.row.implementers)
        and query.session in ("", made_by.get(one.row.resolution, ""))
    ]
    start = int(read_cursor(asked.cursor, 1)[0]) if asked.cursor else 0
    found = [one for one in found if one.row.id > start]
    shown = found[: asked.limit]
    following = cursor(shown[-1].row.id) if len(found) > len(shown) else None
    items = [_mandate(asked, one) for one in shown]
    return asked.list_of("mandates", asked.url("portal:mandates"), items, next=following)


@router.get("/mandates/{mandate}", response=MandateAnswer)
def mandate(request: HttpRequest, mandate: str, query: Query[Anything]) -> Json:
    """One mandate as released, with its history and evidence; never what stays in the house. Ten queries at most."""
    asked = Asked(request, query)
    its = public.mandates_of(asked.reader, asked.day, public.resolution_of(mandate))
    one = next((m for m in its if m.key == mandate), None)
    if one is None:
        raise _gone(asked, "mandate", mandate) or NotThere("mandate", mandate)
    more = {
        "history": [
            {
                "status": view,
                "day": shapes.days(step.since, None, asked.equated),
                "words": shapes.said(step.words, asked),
            }
            for view, step in one.history
        ],
        "evidence": [
            {
                "kind": proof.kind,
                "reference": proof.reference,
                "words": shapes.said(proof.words, asked),
                "day": shapes.days(proof.since, None, asked.equated),
            }
            for proof in one.evidence
        ],
    }
    told = _mandate(asked, one)
    return {**told, **asked.answer(mandate, f"mandates/{mandate}", told["url"], **more)}


def told_decision(asked: Asked, row: Any) -> dict[str, Any]:
    """A decision as its row tells it, without its text."""
    return {
        "id": row.key,
        "self": asked.own(f"decisions/{row.key}"),
        "url": asked.url("portal:decision", row.key),
        "kind": row.kind,
        "symbol": row.symbol,
        "printed": row.printed,
        "title": shapes.said(Words(row.title), asked),
        "organ": row.organ,
        "session": row.session,
        "adopted": shapes.days(row.adopted, None, asked.equated),
        "how": row.how,
        "votes": row.votes,
        "text_held": not row.basis,
        "basis": row.basis,
        "subjects": row.subjects,
        "renews": row.renews,
        "recalls": row.recalls,
        "creates": row.creates,
        "sources": row.sources,
        "unsourced": row.unsourced,
        "note": row.note,
    }


def _paragraph(asked: Asked, decision: str, row: Any, mandates: tuple[public.Told, ...]) -> Json:
    page = asked.url("portal:decision", decision)
    return {
        "id": row.key,
        "url": f"{page}#{row.key}" if page else None,
        "place": row.place,
        "part": row.part,
        "function": row.function,
        "texts": row.texts,
        "labels": row.labels,
        "mandates": [one.key for one in mandates if one.row.paragraph == row.key],
    }


def _mandate(asked: Asked, one: public.Told) -> dict[str, Any]:
    row = one.row
    return {
        "id": row.key,
        "self": asked.own(f"mandates/{row.key}"),
        "url": asked.url("portal:mandate", row.key),
        "decision": row.resolution,
        "paragraph": row.paragraph,
        "place": row.place,
        "kind": row.kind,
        "implementers": row.implementers,
        "words": shapes.said(Words(row.words), asked),
        "deadline": shapes.said(Words(row.deadline_text), asked),
        "deadline_kind": row.deadline_kind,
        "due": shapes.days(row.due_day, None, asked.equated),
        "due_session": row.due_session,
        "report_to": row.report_to,
        "report_session": row.report_session,
        "inferred": row.inferred,
        "recurring": row.recurring,
        "status": one.view,
    }


def _gone(asked: Asked, kind: str, key: str) -> Gone | None:
    """What was withdrawn says so; a released mandate falls with its decision. Four queries at most."""
    last = changes.withdrawn(asked.reader, kind, key)
    if last is None and kind == "mandate" and changes.released_at(asked.reader, kind, [key]):
        of = public.resolution_of(key)
        last = changes.withdrawn(asked.reader, "resolution", of[0]) if of else None
    return Gone(key, last.since, last.entry) if last else None
