"""One reading or one finding as a plain JSON object: what `amana read --json` and `amana compare --json` print."""

from __future__ import annotations

from typing import Any

from amana.resolutions.paragraphs import Adoption, Paragraph, Reading
from amana.resolutions.versions import align
from amana.values.problems import Place, Problem


def reading_line(
    file: str, reading: Reading, problems: tuple[Problem, ...] = (), language: str = "en"
) -> dict[str, Any]:
    """file, language, symbol, title, session, paragraphs, adoption, problems; `language` is that of the messages."""
    keys = {id(p): row.key for row in align({reading.language: reading}) for p in row.texts.values()}
    return {
        "file": file,
        "language": reading.language,
        "symbol": reading.symbol or None,
        "title": reading.title or None,
        "session": reading.session or None,
        "paragraphs": [paragraph_line(p, keys[id(p)]) for p in reading.paragraphs],
        "adoption": adoption_line(reading.adoption) if reading.adoption else None,
        "problems": [finding_line(p, language) for p in (*problems, *reading.problems)],
    }


def paragraph_line(paragraph: Paragraph, key: str) -> dict[str, Any]:
    """id, label, part, function, strength, text, place, citations, days, addressees, deadline, report."""
    deadline, report = paragraph.deadline, paragraph.report
    return {
        "id": key,
        "label": paragraph.label or None,
        "part": paragraph.part,
        "depth": paragraph.depth,
        "function": paragraph.function,
        "phrase": paragraph.phrase,
        "strength": paragraph.strength,
        "text": paragraph.text,
        "place": place_line(paragraph.place),
        "citations": [
            {"text": c.text, "symbol": c.symbol, "start": c.start, "end": c.end} for c in paragraph.citations
        ],
        "days": [
            {
                "text": d.text,
                "gregorian": str(d.gregorian) if d.gregorian else None,
                "hijri": str(d.hijri) if d.hijri else None,
                "start": d.start,
                "end": d.end,
            }
            for d in paragraph.days
        ],
        "figures": [{"text": f.text, "value": f.value + f.unit} for f in paragraph.figures],
        "addressees": [{"id": a.id, "role": a.role, "text": a.text} for a in paragraph.addressees],
        "deadline": None
        if deadline is None
        else {
            "text": deadline.text,
            "kind": deadline.kind,
            "day": str(deadline.day) if deadline.day else None,
            "computed": deadline.computed,
            "session": "next" if deadline.next else deadline.session,
            "period": deadline.period or None,
        },
        "report": None
        if report is None
        else {"by": report.by or None, "to": report.to or None, "when": report.when or None},
    }


def adoption_line(adoption: Adoption) -> dict[str, Any]:
    """how, yes, no, abstain, lists; counts are null where the text gives none."""
    counts = {name: adoption.votes.get(name) for name in ("yes", "no", "abstain")}
    return {"how": adoption.how or None, **counts, "lists": None, "text": adoption.text}


def finding_line(found: Problem, language: str = "en") -> dict[str, Any]:
    """code, severity, key, places, facts, message."""
    facts = {k: list(v) if isinstance(v, tuple) else v for k, v in found.facts.items() if k != "key"}
    return {
        "code": found.code,
        "severity": found.severity,
        "key": found.facts.get("key"),
        "places": [place_line(p) for p in found.places],
        "facts": facts,
        "message": found.message(language),
    }


def place_line(place: Place) -> dict[str, Any]:
    """file, language, line, block, start and end: only those that are known."""
    said = {
        "file": place.source,
        "language": place.language,
        "line": place.line,
        "block": place.block,
        "start": place.start,
        "end": place.end,
    }
    return {name: value for name, value in said.items() if value is not None}
