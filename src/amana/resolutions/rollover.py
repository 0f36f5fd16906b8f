"""Roll-over: last year's text as the draft of the coming session, every change and every doubt a mark that says why.

rolled = roll(reading, past, coming, Known(patterns=…))
[(m.before, m.after, m.problem.message("en")) for p in rolled.paragraphs for m in p.marks]

Nothing is changed without a mark, and nothing is computed that the record does not state: what is not known is left open
as `[…]`, which a check finds in a final text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from amana.resolutions.accepted import Part
from amana.resolutions.deadline_forms import forms
from amana.resolutions.drafting import Ended
from amana.resolutions.paragraphs import Paragraph, Reading
from amana.resolutions.rollover_citing import dead_citations, recalled, symbols_open
from amana.resolutions.rollover_marks import OPEN, Duty, Errand, Mark, flagged, replaced
from amana.resolutions.rollover_named import holders_named, theme_of_session
from amana.resolutions.rollover_sessions import Named, renumbered, sessions_in
from amana.resolutions.rollover_times import days_of_session, days_past, place_of_session
from amana.resolutions.rollover_years import years_alone
from amana.sessions.session import Session
from amana.values.expressions import expression
from amana.values.folding import fold_with_places, span_back
from amana.values.names import Gazetteer
from amana.values.symbols import Pattern

__all__ = ["OPEN", "Duty", "Known", "Mark", "Piece", "Rolled", "RolledParagraph", "roll"]

LONG_PAST = 2
"""A session as many before last year's is long past, wherever it is named but in a recital that recalls."""
OPENING = (None, "header")
"""Functions of the words with which the organ enacts: "meeting in its …" is no recital."""
ITS = expression(
    r"\s(?:(?:at|on|in|of|à|lors de|sur|de) )?(?:its|sa|leur|their)\s|\s(?:\S{2,4} )?دورت(?:ه|ها)\s", re.IGNORECASE
)
"""Between an organ and its session: "the report of the Committee on its forty-ninth session"."""
NEXT = "relative_next_session"
"""The way of writing a deadline that says "the next session"."""
HISTORY = frozenset({"recall", "reaffirm", "legal_basis", "guided_by", "bear_in_mind"})
"""Functions whose paragraphs speak of what has been, and are not out of date because of it."""


@dataclass(frozen=True)
class Known:
    """What the house knows beside the text: its symbols and names, what ended, and what came of its duties.

    `ended` is by normal symbol, `duties` by the first block of the paragraph; `organ_ids` says which organ an addressee of
    the lexicon is; `holders` are names of those who hold or held an office, in every language.
    """

    patterns: tuple[Pattern, ...] = ()
    gazetteer: Gazetteer | None = None
    ended: Mapping[str, Ended] = field(default_factory=dict)
    duties: Mapping[int, Sequence[Duty]] = field(default_factory=dict)
    organ_ids: Mapping[str, str] = field(default_factory=dict)
    holders: tuple[str, ...] = ()

    def is_organ(self, who: str, organ: str) -> bool:
        """Whether somebody who is named is this organ."""
        return self.organ_ids.get(who, who) == organ


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph: as it was, as it is in the draft, and the marks that say why."""

    before: str
    after: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class RolledParagraph:
    """A paragraph of the draft: `text` as last year's, `marks` in its order; `added` where last year's has none such."""

    part: Part
    label: str
    text: str
    marks: tuple[Mark, ...] = ()
    added: bool = False
    block: int | None = None

    def pieces(self) -> tuple[Piece, ...]:
        """The paragraph in stretches; marks that touch the same words go together."""
        if self.added:
            return (Piece("", self.text, self.marks),)
        out: list[Piece] = []
        at = 0
        for group in _groups(self.marks):
            start, end = group[0].start, max(m.end for m in group)
            if start > at:
                out.append(Piece(self.text[at:start], self.text[at:start]))
            out.append(Piece(self.text[start:end], _after(self.text, start, end, group), group))
            at = end
        if self.text[at:]:
            out.append(Piece(self.text[at:], self.text[at:]))
        return tuple(out)

    @property
    def after(self) -> str:
        """The paragraph as the draft has it."""
        return "".join(piece.after for piece in self.pieces())


@dataclass(frozen=True, slots=True)
class Rolled:
    """The draft in one language; `marks` are all of its marks in order."""

    language: str
    title: str
    paragraphs: tuple[RolledParagraph, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every mark, in the order of the text."""
        return tuple(m for p in self.paragraphs for m in p.marks)


def roll(reading: Reading, past: Session, coming: Session, known: Known | None = None) -> Rolled:
    """The draft for the session `coming` from a text of the session `past`.

    Changed: the number of the session in head and opening, its days and place as the record states them, the symbol with
    its serial left open, a deadline at the next session. Added: last year's resolution among those recalled. Marked and
    left: everything else that may be out of date.
    """
    known = known or Known()
    errand = Errand(reading.language, reading.symbol, reading.printed_symbol, past, coming)
    opening = _opening(reading, past)
    made: list[RolledParagraph] = []
    for n, paragraph in enumerate(reading.paragraphs):
        marks = (*_marks(paragraph, errand, known, head=paragraph.part == "structure" or n == opening),
                 *_adoption(paragraph, reading))  # fmt: skip
        made.append(
            RolledParagraph(paragraph.part, paragraph.label, paragraph.text, _apart(marks), block=paragraph.place.block)
        )
    if (added := recalled(reading, errand)) is not None:
        at, text, mark = added
        made.insert(at, RolledParagraph("preambular", "", text, (mark,), added=True))
    return Rolled(reading.language, reading.title, tuple(made))


def _opening(reading: Reading, past: Session) -> int:
    """The place of the paragraph in which the organ enacts, where it is read as part of the preamble: "meeting in its …"."""
    for n, paragraph in enumerate(reading.paragraphs):
        if paragraph.part == "structure":
            continue
        if paragraph.part == "operative" or paragraph.function not in OPENING:
            break
        if any(s.number == past.number for s in sessions_in(paragraph.text, reading.language)):
            return n
    return -1


def _marks(paragraph: Paragraph, errand: Errand, known: Known, *, head: bool) -> Iterator[Mark]:
    """Everything that a paragraph has to say of the coming session; replacements first."""
    yield from symbols_open(paragraph, errand, known.patterns, head=head)
    if head:
        yield from days_of_session(paragraph, errand)
        yield from place_of_session(paragraph, errand, known.gazetteer)
        yield from theme_of_session(paragraph, errand)
    yield from _sessions(paragraph, errand, known, head=head)
    yield from _next_session(paragraph, errand, known)
    if not head:
        yield from days_past(paragraph, errand)
        yield from dead_citations(paragraph, errand, known.ended)
        yield from _duties(paragraph, known)
    if paragraph.function not in HISTORY:
        yield from holders_named(paragraph, known.holders)
        yield from years_alone(paragraph, errand, recital=paragraph.part == "preambular")


def _adoption(paragraph: Paragraph, reading: Reading) -> Iterator[Mark]:
    """How last year's text was adopted says nothing of a draft."""
    place = reading.adoption.place if reading.adoption else None
    if place is not None and place.block == paragraph.place.block:
        yield flagged(0, _first_word(paragraph.text), "rollover-adoption", paragraph.text)


def _sessions(paragraph: Paragraph, errand: Errand, known: Known, *, head: bool) -> Iterator[Mark]:
    """Sessions that are named by number: last year's own moves on, one to come too, one long past is marked."""
    past, coming = errand.past.number, errand.coming.number
    if past is None:
        return
    for named in sessions_in(paragraph.text, errand.language):
        if named.apart is not (errand.past.kind == "extraordinary") or _elsewhere(paragraph, named, errand, known):
            continue
        if head and named.number == past:
            yield _renumbered(named, coming, "rollover-session-advanced", errand)
        elif not head and named.number == past + 1 and _is_deadline(paragraph, named):
            following = coming + 1 if coming is not None else None
            yield _renumbered(named, following, "rollover-session-due", errand)
        elif not head and named.number == past and paragraph.function not in HISTORY:
            yield flagged(named.start, named.end, "rollover-session-last", paragraph.text, session=named.number)
        elif not head and named.number <= past - LONG_PAST + 1 and paragraph.function not in HISTORY:
            yield flagged(named.start, named.end, "rollover-session-past", paragraph.text, session=named.number)


def _renumbered(named: Named, number: int | None, code: str, errand: Errand) -> Mark:
    new = renumbered(named, number, errand.language) if number is not None else ""
    if not new:
        return replaced(named.start, named.end, named.text, OPEN, "rollover-session-open", session=named.number)
    return replaced(named.start, named.end, named.text, new, code, session=named.number, coming=number or 0)


def _is_deadline(paragraph: Paragraph, named: Named) -> bool:
    return paragraph.deadline is not None and paragraph.deadline.session == named.number


def _elsewhere(paragraph: Paragraph, named: Named, errand: Errand, known: Known) -> bool:
    """Whether the session is that of another organ: one stands right behind it, or right before "its"."""
    if paragraph.deadline is not None and paragraph.deadline.session == named.number:
        asked = paragraph.deadline.organ
        return asked != "" and not known.is_organ(asked, errand.past.organ)
    organs = [n for n in paragraph.names if n.kind == "organ"]
    whose = [n for n in organs if 0 <= n.start - named.end <= 30]
    whose += [n for n in organs if ITS.fullmatch(paragraph.text[n.end : named.start])]
    return any(not known.is_organ(n.id, errand.past.organ) for n in whose)


def _next_session(paragraph: Paragraph, errand: Errand, known: Known) -> Iterator[Mark]:
    """ "At its next session" means another one now."""
    deadline = paragraph.deadline
    if deadline is None:
        yield from _next_elsewhere(paragraph, errand, known)
    if deadline is None or not deadline.next:
        return
    if deadline.organ and not known.is_organ(deadline.organ, errand.past.organ):
        return
    start = paragraph.text.find(deadline.text)
    if start >= 0:
        end = start + len(deadline.text)
        yield flagged(start, end, "rollover-next-session", paragraph.text, coming=errand.coming.number or OPEN)


def _next_elsewhere(paragraph: Paragraph, errand: Errand, known: Known) -> Iterator[Mark]:
    """The same where it is no deadline: "decides to remain seized of the matter at its next session"."""
    others = (n for n in paragraph.names if n.kind == "organ" and not known.is_organ(n.id, errand.past.organ))
    if paragraph.part != "operative" or any(others):
        return
    folded, places = fold_with_places(paragraph.text, accents=False)
    for form in forms(errand.language):
        if form.meaning != NEXT or not any(word in folded for word in form.needs):
            continue
        if (found := form.pattern.search(folded)) is not None:
            start, end = span_back(paragraph.text, places, *found.span())
            yield flagged(start, end, "rollover-next-session", paragraph.text, coming=errand.coming.number or OPEN)
            return


def _duties(paragraph: Paragraph, known: Known) -> Iterator[Mark]:
    """What became of what last year's paragraph asked, as the mandates say."""
    duties = known.duties.get(paragraph.place.block or 0, ())
    for state in dict.fromkeys(duty.state for duty in duties):
        report = any(duty.report for duty in duties if duty.state == state)
        due = next((duty.due for duty in duties if duty.state == state and duty.due), "")
        code = f"rollover-{'report' if report else 'duty'}-{state}"
        yield flagged(0, _first_word(paragraph.text), code, paragraph.text, due=due or "—")


def _first_word(text: str) -> int:
    return len(text.split(" ", 1)[0])


def _apart(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks in the order of the text, without replacements that touch an earlier one."""
    kept: list[Mark] = []
    for mark in marks:
        touching = (m for m in kept if m.changes and m.start < mark.end and mark.start < m.end)
        if not mark.changes or not any(touching):
            kept.append(mark)
    return tuple(sorted(kept, key=lambda m: (m.start, m.end)))


def _groups(marks: Sequence[Mark]) -> Iterator[tuple[Mark, ...]]:
    """Marks that touch each other, together."""
    ordered = sorted(marks, key=lambda m: (m.start, m.end))
    group: list[Mark] = []
    for mark in ordered:
        if group and mark.start >= max(m.end for m in group):
            yield tuple(group)
            group = []
        group.append(mark)
    if group:
        yield tuple(group)


def _after(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    out, at = "", start
    for mark in (m for m in marks if m.changes):
        out += text[at : mark.start] + mark.after
        at = mark.end
    return out + text[at:end]
