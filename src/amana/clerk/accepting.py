"""A sheet as a person accepts it, with permanent paragraph ids; and what its paragraphs state, for the mandates.

Ids are made here, before anything is entered, from the resolution's id and the row's key: the same paragraph of the
same resolution has the same id for the desk, the folder and the tests, and keeps it whatever a better reader says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from amana.clerk.sheets import Sheet
from amana.folder.texts import compose, settled
from amana.mandates.obligations import Stated
from amana.resolutions.accepted import Accepted, AcceptedRow, AcceptedText, How, KeptFinding
from amana.resolutions.deadlines import says_most
from amana.resolutions.paragraphs import Deadline, Paragraph
from amana.resolutions.reading import read
from amana.resolutions.report_duties import asks_follow_up
from amana.resolutions.settled import Looked, look
from amana.resolutions.versions import Row
from amana.values.audiences import Audience
from amana.values.blocks import Block
from amana.values.days import Day
from amana.values.ids import ParagraphId, ResolutionId, natural
from amana.values.lexicons import Phrase
from amana.values.names import Gazetteer
from amana.values.problems import Place
from amana.values.symbols import Pattern
from amana.values.words import Words

FORCE = ("en", "fr", "ar")
"""In which order the versions are asked what a paragraph states, where they say it differently."""


RECALLING = frozenset({"recall", "reaffirm", "remind", "refer", "guided_by", "legal_basis"})
"""What recitals do that recall the acts they cite; one that notes or considers a document recalls nothing."""


def paragraph_id(resolution: ResolutionId, key: str) -> ParagraphId:
    """The permanent id of a paragraph.

    >>> paragraph_id("cfm-50-1-pol", "o4") == paragraph_id("cfm-50-1-pol", "o4")
    True
    """
    return natural("paragraph", resolution, key)


def accepted(
    sheet: Sheet,
    *,
    resolution: ResolutionId,
    symbol: str,
    organ: str,
    session: str,
    title: Words | None = None,
    adopted: Day | None = None,
    how: How | None = None,
    votes: Mapping[str, int] | None = None,
    audience: Audience = "house",
    renews: tuple[ResolutionId, ...] = (),
    reasons: Mapping[str, str] | None = None,
    sources: tuple[str, ...] = (),
    note: str = "",
    languages: tuple[str, ...] = (),
) -> Accepted:
    """The resolution as accepted. What is not given is taken from the sheet: title, how adopted, votes; and what it recalls.

    `reasons`: why a finding is accepted, by its fingerprint, by `<code>/<key>` or by its code alone. `languages`: in
    which order the texts stand, that of the sheet where not given. The value is settled: a folder gives it back as it is.
    """
    adoption = next((r.adoption for r in sheet.readings.values() if r.adoption is not None and r.adoption.how), None)
    laid = _laid(sheet)
    places = {(x, key): n for x, several in laid.items() for n, (key, _) in enumerate(several, 1)}
    made = Accepted(
        id=resolution,
        symbol=symbol,
        organ=organ,
        session=session,
        title=title or Words({x: r.title for x, r in sheet.readings.items()}),
        printed=Words({x: r.printed_symbol for x, r in sheet.readings.items()}),
        adopted=adopted,
        how=how if how is not None else adoption.how if adoption else "",
        votes=dict(votes) if votes is not None else dict(adoption.votes) if adoption else {},
        audience=audience,
        renews=renews,
        texts=tuple(_texts(sheet, laid)),
        rows=tuple(_row(resolution, row, places) for row in sheet.rows),
        findings=tuple(
            _kept(one, reasons or {})
            for one in look(sheet.findings, sheet.rows, ())
            if one.problem.severity in ("error", "warning")
        ),
        sources=sources,
        note=note,
        recalls=tuple(dict.fromkeys(one for one in _recalled(sheet) if one not in (symbol, sheet.symbol()))),
    )
    return settled(made, languages or sheet.order)


def _row(resolution: ResolutionId, row: Row, places: Mapping[tuple[str, str], int]) -> AcceptedRow:
    return AcceptedRow(
        id=paragraph_id(resolution, row.key),
        key=row.key,
        part=row.part,
        texts=Words({x: p.text for x, p in row.texts.items()}),
        labels=Words({x: p.label for x, p in row.texts.items()}),
        places={x: places[x, row.key] for x in row.texts},
        function=_function(row),
    )


def _function(row: Row) -> str:
    """The function of a row: what most versions say, the first in the order where they are as many."""
    said = [p.function for x in FORCE if (p := row.texts.get(x)) is not None and p.function]
    if not said:
        return next((p.function for p in row.texts.values() if p.function), "") or ""
    return max(said, key=said.count)


def _recalled(sheet: Sheet) -> Iterator[str]:
    """The symbols that recitals recall, in their order; what stands beneath a recital is of it."""
    above = ""
    for row in sheet.rows:
        if row.part == "preambular":
            beneath = all(p.depth for p in row.texts.values())
            above = _function(row) or (above if beneath else "")
            if above in RECALLING:
                yield from (c.symbol for p in row.texts.values() for c in p.citations if c.symbol)


def _laid(sheet: Sheet) -> dict[str, list[tuple[str, Paragraph]]]:
    """Language → (row, paragraph) in the order of that version; paragraphs joined in a row stand where the first does."""
    order = {x: {id(p): n for n, p in enumerate(reading.paragraphs)} for x, reading in sheet.readings.items()}
    found: dict[str, list[tuple[int, str, Paragraph]]] = {x: [] for x in sheet.readings}
    for row in sheet.rows:
        for x, paragraph in row.texts.items():
            pieces = row.pieces(x)
            found[x].append((min(order[x][id(piece)] for piece in pieces), row.key, _in_lines(pieces, paragraph)))
    return {x: [(key, p) for _, key, p in sorted(several, key=lambda one: one[0])] for x, several in found.items()}


def _in_lines(pieces: Sequence[Paragraph], whole: Paragraph) -> Paragraph:
    """A paragraph of which a version makes several: in its text each begins a line, as it was printed."""
    if len(pieces) == 1:
        return whole
    first, *others = pieces
    lines = [first.text, *(f"{p.label} {p.text}".strip() for p in others)]
    return replace(whole, text="\n".join(lines))


def _texts(sheet: Sheet, laid: Mapping[str, list[tuple[str, Paragraph]]]) -> Iterable[AcceptedText]:
    """Each version as it is kept: one block a paragraph, labels as printed, blank lines between."""
    for language in sheet.readings:
        file = next((f for f in sheet.files if f.language == language), None)
        text = compose((p.label, p.text) for _, p in laid[language])
        yield AcceptedText(language, text, file.name if file else "", file.sha256 if file else "")


def _kept(one: Looked, reasons: Mapping[str, str]) -> KeptFinding:
    """The finding as it is kept; `languages` are those it is about: of a missing paragraph those that lack it."""
    found = one.problem
    facts = {k: " | ".join(v) if isinstance(v, tuple) else str(v) for k, v in found.facts.items() if k != "key"}
    key = str(found.facts.get("key", ""))
    missing = found.facts.get("missing")
    about = missing if isinstance(missing, tuple) else (p.language for p in found.places if p.language)
    languages = tuple(dict.fromkeys(about))
    reason = reasons.get(one.fingerprint) or reasons.get(f"{found.code}/{key}") or reasons.get(found.code, "")
    return KeptFinding(found.code, found.severity, key, facts, languages, reason)


def stated(
    source: Sheet | Accepted,
    *,
    resolution: ResolutionId = "",
    patterns: Iterable[Pattern] = (),
    gazetteer: Gazetteer | None = None,
    phrases: Iterable[Phrase] = (),
) -> tuple[Stated, ...]:
    """What the paragraphs state, row by row: the input of `mandates.obligations.propose`.

    Of an accepted text the rows are read again one by one; parts, keys and ids stay as accepted. `resolution` gives
    the rows of a sheet the ids that they will have.
    """
    if isinstance(source, Sheet):
        return tuple(
            _stated(row, row.texts, paragraph_id(resolution, row.key) if resolution else "") for row in source.rows
        )
    own, words = tuple(patterns), tuple(phrases)
    return tuple(_stated(*_again(row, own, words, gazetteer), row.id) for row in source.rows)


def _again(
    row: AcceptedRow, patterns: tuple[Pattern, ...], phrases: tuple[Phrase, ...], gazetteer: Gazetteer | None
) -> tuple[Row, Mapping[str, Paragraph]]:
    """The accepted row read again; each text is a paragraph of the part that was accepted."""
    texts: dict[str, Paragraph] = {}
    for language, text in row.texts.items():
        label = "1." if row.part == "operative" else None
        block = Block(text, Place(row.id, block=1, language=language), label)
        reading = read([block], language, patterns=patterns, phrases=phrases, gazetteer=gazetteer)
        if reading.paragraphs:
            texts[language] = reading.paragraphs[0]
    return Row(row.key, row.part, texts), texts


def _stated(row: Row, texts: Mapping[str, Paragraph], paragraph: ParagraphId) -> Stated:
    deadline = _deadline(texts)
    report = next((p.report for x in _order(texts) if (p := texts[x]).report is not None), None)
    best = next((texts[x] for x in _order(texts) if texts[x].function), None)
    to = next((p.report.to for x in _order(texts) if (p := texts[x]).report is not None and p.report.to), "")
    return Stated(
        key=row.key,
        function=_duty(row, texts) or None,
        strength=best.strength if best else None,
        addressees=_addressees(texts),
        deadline_text=deadline.text if deadline else "",
        deadline_kind=deadline.kind if deadline else "none",
        deadline_day=str(deadline.day) if deadline and deadline.day else "",
        deadline_session=deadline.session if deadline else None,
        deadline_period=deadline.period if deadline else "",
        deadline_next=deadline.next if deadline else True,
        deadline_words=Words({x: d.text for x, p in texts.items() if (d := p.deadline) is not None}),
        deadline_organ=deadline.organ if deadline else "",
        deadline_computed=deadline.computed if deadline else False,
        report=report is not None,
        report_to=to,
        report_when=report.when if report else "",
        texts=Words({x: p.text for x, p in texts.items()}),
        part=row.part,
        paragraph=paragraph,
    )


def _duty(row: Row, texts: Mapping[str, Paragraph]) -> str:
    """The function, and of a request whether it is the one that closes a text: to follow it up."""
    function = _function(row)
    follows = function == "request" and any(asks_follow_up(p.text, x) for x, p in texts.items())
    return "follow_up_request" if follows else function


def _order(texts: Mapping[str, Paragraph]) -> tuple[str, ...]:
    return tuple(x for x in FORCE if x in texts) + tuple(x for x in texts if x not in FORCE)


def _addressees(texts: Mapping[str, Paragraph]) -> tuple[str, ...]:
    """Who has to act: everybody whom the version that names most of them names."""
    named = [tuple(a.id for a in texts[x].implementers) for x in _order(texts)]
    return max(named, key=len, default=())


def _deadline(texts: Mapping[str, Paragraph]) -> Deadline | None:
    """The deadline that says most: a day, stated before computed, before a session before a period before urgency."""
    found = [d for x in _order(texts) if (d := texts[x].deadline) is not None]
    return min(found, key=lambda d: (*says_most(d), d.session is None), default=None)
