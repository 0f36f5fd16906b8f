"""One reading or one finding as a plain JSON object: what `amana read --json` and `amana compare --json` print.

The names and their order are a promise to programs (docs/contract.md, docs/schemas); more may only be added at the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from amana.publish.sentences import told
from amana.resolutions.paragraphs import Adoption, Deadline, Paragraph, Reading, ReportDuty
from amana.resolutions.versions import align
from amana.values.problems import Place, Problem


def reading_line(
    file: str, reading: Reading, problems: tuple[Problem, ...] = (), language: str = "en"
) -> dict[str, Any]:
    """file, language, symbol, title, paragraphs, adoption, problems; session. `language` is that of the messages."""
    keys = {id(p): row.key for row in align({reading.language: reading}) for p in row.texts.values()}
    return {
        "file": file,
        "language": reading.language,
        "symbol": reading.symbol or None,
        "title": reading.title or None,
        "paragraphs": [paragraph_line(p, keys[id(p)]) for p in reading.paragraphs],
        "adoption": adoption_line(reading.adoption) if reading.adoption else None,
        "problems": [finding_line(p, language) for p in (*problems, *reading.problems)],
        "session": reading.session or None,
    }


def unreadable_line(file: str, problems: Iterable[Problem], language: str = "en") -> dict[str, Any]:
    """The same of a file that cannot be read: no paragraph, and why."""
    return {
        "file": file,
        "language": None,
        "symbol": None,
        "title": None,
        "paragraphs": [],
        "adoption": None,
        "problems": [finding_line(p, language) for p in problems],
        "session": None,
    }


def paragraph_line(paragraph: Paragraph, key: str) -> dict[str, Any]:
    """id, label, part, function, strength, text, place, citations, days, addressees, deadline, report; then more."""
    return {
        "id": key,
        "label": paragraph.label or None,
        "part": paragraph.part,
        "function": paragraph.function,
        "strength": paragraph.strength,
        "text": paragraph.text,
        "place": place_line(paragraph.place),
        "citations": [
            {"text": c.text, "symbol": c.symbol, "start": c.start, "end": c.end, "entry": c.entry or None}
            for c in paragraph.citations
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
        "addressees": [{"id": a.id, "role": a.role, "text": a.text} for a in paragraph.addressees],
        "deadline": deadline_line(paragraph.deadline),
        "report": report_line(paragraph.report),
        **_more(paragraph),
    }


def _more(paragraph: Paragraph) -> dict[str, Any]:
    """What stands behind the promised fields."""
    return {
        "depth": paragraph.depth,
        "phrase": paragraph.phrase,
        "modifiers": list(paragraph.modifiers),
        "hedges": list(paragraph.hedges),
        "tone": paragraph.tone or None,
        "figures": [
            {"text": f.text, "value": f.value + f.unit, "start": f.start, "end": f.end} for f in paragraph.figures
        ],
        "clauses": [
            {"kind": c.kind, "value": c.value or None, "text": c.text, "start": c.start, "end": c.end}
            for c in paragraph.clauses
        ],
        "names": [
            {"id": n.id, "kind": n.kind, "text": n.text, "start": n.start, "end": n.end} for n in paragraph.names
        ],
    }


def deadline_line(deadline: Deadline | None) -> dict[str, Any] | None:
    """text, kind, day, computed, session (a number or 'next'), period; null without a deadline."""
    if deadline is None:
        return None
    return {
        "text": deadline.text,
        "kind": deadline.kind,
        "day": str(deadline.day) if deadline.day else None,
        "computed": deadline.computed,
        "session": "next" if deadline.next else deadline.session,
        "period": deadline.period or None,
    }


def report_line(report: ReportDuty | None) -> dict[str, Any] | None:
    """by, to, when, each null where the text does not say; null without a duty to report."""
    if report is None:
        return None
    return {"by": report.by or None, "to": report.to or None, "when": report.when or None}


def adoption_line(adoption: Adoption) -> dict[str, Any]:
    """how, yes, no, abstain, lists; text, listed. Counts are null where the text gives none, lists where it has none.

    In `lists` the states are ids, in `listed` as printed.
    """
    counts = {name: adoption.votes.get(name) for name in SIDES}
    return {
        "how": adoption.how or None,
        **counts,
        "lists": {name: _states(adoption.lists.get(name)) for name in SIDES} if adoption.lists else None,
        "text": adoption.text,
        "listed": {name: _states(adoption.listed.get(name)) for name in SIDES} if adoption.listed else None,
    }


SIDES = ("yes", "no", "abstain")


def _states(states: tuple[str, ...] | None) -> list[str] | None:
    return list(states) if states is not None else None


def finding_line(found: Problem, language: str = "en") -> dict[str, Any]:
    """code, severity, key, places, facts, message."""
    facts = {k: list(v) if isinstance(v, tuple) else v for k, v in found.facts.items() if k != "key"}
    return {
        "code": found.code,
        "severity": found.severity,
        "key": found.facts.get("key"),
        "places": [place_line(p) for p in found.places],
        "facts": facts,
        "message": told(found, language),
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
