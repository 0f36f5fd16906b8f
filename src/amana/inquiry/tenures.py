"""How a term of office is told: its lines, its row in a list, its span of days."""

from __future__ import annotations

from amana.charter.offices import Term
from amana.inquiry.card import Line, Ref
from amana.inquiry.grounds import form_note, person_ref
from amana.inquiry.known import Known
from amana.inquiry.moments import Moment
from amana.inquiry.telling import (
    both_in,
    day_in,
    listed,
    office_name,
    party_name,
    person_name,
    say,
    session_name,
    since_until,
    when,
)
from amana.inquiry.terms import is_open, seen_at
from amana.values.days import Day


def name_of(known: Known, term: Term, language: str) -> str:
    """Who held it: a person as the organization prints the name, or what a source says instead."""
    return person_name(known, term.person, term.name, language)


def span_of(known: Known, term: Term, language: str) -> str:
    """From when to when; the session, where no source says how long after it the office was held."""
    session = seen_at(known, term) if is_open(term) else None
    last = session.days.last if session and session.days else None
    seen = term.until.first if term.until else None
    if session is not None and last is not None and seen is not None and seen > last and term.since is not None:
        return say("from-to-least", language, first=day_in(term.since, language), last=day_in(Day.of(seen), language))
    if session is None:
        return since_until(term.since, None if is_open(term) else term.until, language)
    return f"{session_name(known, session, language)}, {both_in(session.days, None, language)}"


def spanned(known: Known, terms: tuple[Term, ...], language: str) -> str:
    """'A (1974 – 1975) and B (1975 – 1979)'."""
    return listed((f"{name_of(known, t, language)} ({span_of(known, t, language)})" for t in terms), language)


def open_said(known: Known, term: Term, moment: Moment, language: str) -> str:
    """That somebody held the office at a session, and that no source says who held it at `moment`."""
    session = seen_at(known, term)
    if session is None:
        return ""
    return say(
        "chair-open", language, name=name_of(known, term, language), office=office_name(known, term.office, language),
        session=session_name(known, session, language), days=both_in(session.days, None, language),
        when=when(moment, language),
    )  # fmt: skip


def office_line(known: Known, office: str, language: str) -> Line:
    """The office, leading to it."""
    return Line(say("label-office", language), office_name(known, office, language), Ref("office", office))


def lines_of(known: Known, term: Term, language: str, moment: Moment | None = None) -> tuple[Line, ...]:
    """Office, name where its form is unsourced, days, session and country; the country as it was called then."""
    marks, lines = frozenset(term.unsourced), [office_line(known, term.office, language)]
    if note := _form_note(known, term, language):
        ref = person_ref(known, term.person)
        lines.append(Line(say("label-name", language), name_of(known, term, language), ref, note=note))
    if term.since is not None:
        said = day_in(term.since, language)
        lines.append(Line(say("label-since", language), said, day=term.since, unsourced="since" in marks))
    if term.until is not None and not is_open(term):
        said = day_in(term.until, language)
        lines.append(Line(say("label-until", language), said, day=term.until, unsourced="until" in marks))
    session = known.sessions_by_id.get(term.by)
    if session is not None:
        name = session_name(known, session, language, placed=True)
        lines.append(Line(say("label-by", language), name, Ref("session", session.id), unsourced="by" in marks))
    if term.party:
        day = moment.last if moment else (term.since.last if term.since else None)
        name = party_name(known, term.party, language, day)
        lines.append(Line(say("label-party", language), name, Ref("party", term.party), unsourced="party" in marks))
    return tuple(lines)


def row_of(known: Known, term: Term, language: str, *, certain: bool, by_office: bool = False) -> Line:
    """A term in a list of holders, or in a list of somebody's offices."""
    label = office_name(known, term.office, language) if by_office else name_of(known, term, language)
    ref = Ref("office", term.office) if by_office else person_ref(known, term.person)
    unsourced = "since" in term.unsourced or ("until" in term.unsourced and not is_open(term))
    note = "" if by_office else _form_note(known, term, language)
    return Line(label, span_of(known, term, language), ref, term.since, None, unsourced, certain, note)


def _form_note(known: Known, term: Term, language: str) -> str:
    person = known.persons_by_id.get(term.person)
    return form_note(person.unsourced if person else term.unsourced, language)
