"""Who held an office: now, on a day, in a year, as the nth, before or after somebody; and what somebody held."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from amana.charter.offices import Term, holder_on, next_expiry, of_office, term_end
from amana.inquiry.asked import Asked
from amana.inquiry.card import Card, Line, Ref
from amana.inquiry.grounds import is_beyond, merged, person_ref
from amana.inquiry.known import Known
from amana.inquiry.moments import Moment, of_day
from amana.inquiry.telling import (
    day_in,
    listed,
    office_name,
    party_name,
    person_name,
    rank_in,
    say,
    session_name,
    since_until,
    when,
)

_ABOUT_OFFICE = frozenset({"who", "when", "hold", "now", "chair", "name"})
_ABOUT_PERSON = frozenset({"who", "when", "hold", "term", "period", "how-long", "chair", "end", "begin"})
_CHAIRED = frozenset({"who", "state", "chair", "session", "now", "hold", "ordinary"})
_BESIDE = frozenset({"who", "hold", "before", "after"})
_GRACE = 3
"""Years between the foundation of an organ and its first known holder for its holders to be counted from one."""


def try_(asked: Asked, known: Known, day: date) -> Card | None:
    """A card where the question is who held an office, or what office somebody held."""
    beside = asked.take(_BESIDE, office=1, person=1)
    if beside and asked.says("before", "after") and beside.one("person"):
        return (
            None
            if asked.says("before") and asked.says("after")
            else _beside(asked, known, beside.one("office"), beside.one("person"))
        )
    of_person = asked.take(_ABOUT_PERSON, office=1, person=1)
    if of_person and of_person.one("person"):
        return _of_person(asked, known, of_person.one("person"), of_person.one("office"))
    chaired = asked.take(_CHAIRED, ranks=1, days=1, organ=1)
    if chaired and chaired.one("organ") and asked.says("chair"):
        chairs = [
            o.id for o in known.offices_by_id.values() if o.organ == chaired.one("organ") and o.id.endswith("-chair")
        ]
        own = [o for o in chairs if not o.endswith("vice-chair")]
        return _of_office(asked, known, own[0], day) if len(own) == 1 else None
    held = asked.take(_ABOUT_OFFICE, ranks=1, days=1, office=1, person=1)
    if held is None or not held.one("office") or (held.one("person") and not asked.moments):
        return None
    return _of_office(asked, known, held.one("office"), day)


def _of_office(asked: Asked, known: Known, office: str, day: date) -> Card | None:
    if asked.ordinals and (asked.moments or asked.says("now", "last")):
        return None
    if asked.ordinals:
        return _nth(asked, known, office, asked.ordinals[0])
    if asked.says("all"):
        return _all(asked, known, office)
    if asked.says("when") and not asked.moments:
        return None
    moment = asked.moment or of_day(day)
    return _on(asked, known, office, moment)


def _on(asked: Asked, known: Known, office: str, moment: Moment) -> Card | None:
    mine = of_office(known.terms, office)
    length = known.offices_by_id[office].term if office in known.offices_by_id else ""
    expiry = next_expiry(mine, office, length)
    ended = bool(expiry and expiry.day and expiry.day.last and moment.last > expiry.day.last)
    if is_beyond(known, moment.first) or (ended and moment.exact):
        return _beyond(asked, known, mine, moment)
    terms = tuple(t for t in mine if _may(t, mine, moment))
    if not terms:
        return None
    certain = holder_on(moment.first, known.terms, office) if moment.exact else None
    if certain is None and len(terms) == 1 and _must(terms[0], mine, moment):
        certain = terms[0]
    return _card(asked, known, (certain,) if certain else terms, moment, certain=certain is not None)


def _may(term: Term, terms: tuple[Term, ...], moment: Moment) -> bool:
    end = term_end(term, terms).day
    begun = term.since is None or term.since.first is None or term.since.first <= moment.last
    return begun and (end is None or end.last is None or end.last >= moment.first)


def _must(term: Term, terms: tuple[Term, ...], moment: Moment) -> bool:
    """The term certainly held on a day of that time."""
    end = term_end(term, terms).day
    begun = term.since is not None and term.since.last is not None and term.since.last <= moment.last
    return begun and (end is None or end.first is None or end.first >= moment.first)


def _covers(term: Term, terms: Iterable[Term], moment: Moment) -> bool:
    """The term held all over that time, as far as the days stated tell."""
    end = term_end(term, of_office(terms, term.office)).day
    begun = term.since is not None and term.since.last is not None and term.since.last <= moment.first
    return begun and (end is None or end.first is None or end.first >= moment.last)


def _card(asked: Asked, known: Known, terms: tuple[Term, ...], moment: Moment, *, certain: bool) -> Card:
    language, office = asked.language, terms[0].office
    title = office_name(known, office, language)
    names = [_name(known, t, language) for t in terms]
    at = when(moment, language)
    exact = all(_is_exact(t) for t in terms)
    if certain and not moment.exact and not _covers(terms[0], known.terms, moment):
        span = since_until(terms[0].since, terms[0].until, language)
        statement = say("holder-in", language, name=names[0], office=title, when=at, days=span)
    elif certain:
        statement = say("holder", language, name=names[0], office=title, when=at)
    elif len(terms) == 1:
        statement = say("holder-possible", language, name=names[0], office=title, when=at)
    elif exact:
        statement = say("holder-several", language, names=_spanned(terms, names, language), office=title, when=at)
    else:
        statement = say("holder-open", language, names=_spanned(terms, names, language), office=title, when=at)
    one = terms[0] if len(terms) == 1 else None
    return Card(
        "holder", language, f"{title} — {day_in(moment.stated, language, moment.calendar)}", statement,
        facts=_facts(known, one, language) if one else (_office_line(known, office, language),),
        rows=() if one else tuple(_row(known, t, language, certain=exact) for t in terms),
        rows_label="" if one else say("label-holders", language),
        sources=merged(*(t.sources for t in terms)), unsourced=merged(*(t.unsourced for t in terms)),
        certain=1 if certain else 0, possible=len(terms), beyond=is_beyond(known, moment.last),
        address=person_ref(known, one.person) if one else Ref("office", office), asked=moment.day,
    )  # fmt: skip


def _beyond(asked: Asked, known: Known, mine: tuple[Term, ...], moment: Moment) -> Card | None:
    """The last holder known, and that a later state is not held; only where the term was open at the end."""
    until = known.profile.known_until
    if not mine or until is None or until.last is None or mine[-1].until is not None:
        return None
    term, language = mine[-1], asked.language
    title, name = office_name(known, term.office, language), _name(known, mine[-1], language)
    statement = say("holder-beyond", language, name=name, office=title, until=day_in(until, language))
    return Card(
        "holder", language, f"{title} — {day_in(moment.stated, language, moment.calendar)}", statement,
        facts=_facts(known, term, language), sources=term.sources, unsourced=term.unsourced, beyond=True,
        certain=0, possible=1, address=person_ref(known, term.person) or Ref("office", term.office),
        asked=moment.day,
    )  # fmt: skip


def _nth(asked: Asked, known: Known, office: str, rank: int) -> Card | None:
    """The nth holder where the row of holders is whole; of a chair, who presided the nth session."""
    mine = of_office(known.terms, office)
    organ = known.offices_by_id[office].organ if office in known.offices_by_id else ""
    numbered = {s.id for s in known.sessions if s.organ == organ and s.kind == "ordinary" and s.number == rank}
    chair = [t for t in mine if t.by in numbered]
    if len(chair) == 1 and "chair" in office:
        return _term_card(asked, known, chair[0], "holder-term")
    if not _is_whole(known, mine, organ) or not 1 <= rank <= len(mine):
        return None
    return _term_card(asked, known, mine[rank - 1], "holder-nth", rank=rank)


def _is_whole(known: Known, mine: tuple[Term, ...], organ: str) -> bool:
    """No holder can be missing: the first began soon after the organ was founded, and each next follows the last."""
    found = known.organs_by_id.get(organ)
    founded = found.founded.first if found and found.founded else None
    first = mine[0].since.first if mine and mine[0].since else None
    if founded is None or first is None or (first - founded).days > 366 * _GRACE or first < founded:
        return False
    for before, after in pairwise(mine):
        end, start = before.until, after.since
        if end is None or start is None or not end.last or not start.first or (start.first - end.last).days > 31:
            return False
    return True


def _beside(asked: Asked, known: Known, office: str, person: str) -> Card | None:
    offices = {t.office for t in known.terms if t.person == person} if not office else {office}
    if len(offices) != 1:
        return None
    mine = of_office(known.terms, offices.pop())
    places = [place for place, t in enumerate(mine) if t.person == person]
    step = -1 if asked.says("before") else 1
    if len(places) != 1 or not 0 <= places[0] + step < len(mine) or not _follow(mine, places[0], step):
        return None
    code = "holder-before" if step < 0 else "holder-after"
    other = _name(known, mine[places[0]], asked.language)
    return _term_card(asked, known, mine[places[0] + step], code, other=other)


def _follow(mine: tuple[Term, ...], place: int, step: int) -> bool:
    one, other = sorted((place, place + step))
    end, start = mine[one].until, mine[other].since
    return bool(end and start and end.last and start.first and (start.first - end.last).days <= 31)


def _term_card(asked: Asked, known: Known, term: Term, code: str, *, rank: int = 0, other: str = "") -> Card:
    language = asked.language
    title, name = office_name(known, term.office, language), _name(known, term, language)
    span = since_until(term.since, term.until, language)
    ranked = rank_in(rank, language) if rank else ""
    statement = say(code, language, name=name, office=title, days=span, rank=ranked, other=other)
    return Card(
        "holder", language, title if not rank else f"{title} — {rank}", statement,
        facts=_facts(known, term, language), day=term.since, sources=term.sources, unsourced=term.unsourced,
        address=person_ref(known, term.person) or Ref("office", term.office),
    )  # fmt: skip


def _all(asked: Asked, known: Known, office: str) -> Card | None:
    mine, language = of_office(known.terms, office), asked.language
    if not mine:
        return None
    title = office_name(known, office, language)
    return Card(
        "holder", language, title, say("holders-all", language, office=title, n=len(mine)),
        rows=tuple(_row(known, t, language, certain=True) for t in mine), rows_label=say("label-holders", language),
        sources=merged(*(t.sources for t in mine)), unsourced=merged(*(t.unsourced for t in mine)),
        address=Ref("office", office), certain=len(mine), possible=len(mine),
    )  # fmt: skip


def _of_person(asked: Asked, known: Known, person: str, office: str) -> Card | None:
    terms = [t for t in known.terms if t.person == person and office in ("", t.office)]
    if not terms:
        return None
    if len(terms) == 1:
        return _term_card(asked, known, terms[0], "holder-term")
    language = asked.language
    name = _name(known, terms[0], language)
    said = listed(
        (f"{office_name(known, t.office, language)} ({since_until(t.since, t.until, language)})" for t in terms),
        language,
    )
    return Card(
        "person", language, name, say("person-terms", language, name=name, offices=said),
        rows=tuple(_row(known, t, language, certain=True, by_office=True) for t in terms),
        rows_label=say("label-offices", language), sources=merged(*(t.sources for t in terms)),
        unsourced=merged(*(t.unsourced for t in terms)), address=person_ref(known, person),
    )  # fmt: skip


def _facts(known: Known, term: Term, language: str) -> tuple[Line, ...]:
    marks = frozenset(term.unsourced)
    lines = [_office_line(known, term.office, language)]
    if term.since is not None:
        lines.append(
            Line(say("label-since", language), day_in(term.since, language), day=term.since, unsourced="since" in marks)
        )
    if term.until is not None:
        lines.append(
            Line(say("label-until", language), day_in(term.until, language), day=term.until, unsourced="until" in marks)
        )
    session = known.sessions_by_id.get(term.by)
    if session is not None:
        name = session_name(known, session, language, placed=True)
        lines.append(Line(say("label-by", language), name, Ref("session", session.id), unsourced="by" in marks))
    if term.party:
        lines.append(
            Line(say("label-party", language), party_name(known, term.party, language), Ref("party", term.party))
        )
    return tuple(lines)


def _office_line(known: Known, office: str, language: str) -> Line:
    return Line(say("label-office", language), office_name(known, office, language), Ref("office", office))


def _row(known: Known, term: Term, language: str, *, certain: bool, by_office: bool = False) -> Line:
    label = office_name(known, term.office, language) if by_office else _name(known, term, language)
    ref = Ref("office", term.office) if by_office else person_ref(known, term.person)
    unsourced = not {"since", "until"}.isdisjoint(term.unsourced)
    return Line(label, since_until(term.since, term.until, language), ref, term.since, None, unsourced, certain)


def _name(known: Known, term: Term, language: str) -> str:
    return person_name(known, term.person, term.name, language)


def _spanned(terms: tuple[Term, ...], names: list[str], language: str) -> str:
    said = (f"{n} ({since_until(t.since, t.until, language)})" for n, t in zip(names, terms, strict=True))
    return listed(said, language)


def _is_exact(term: Term) -> bool:
    return all(d is None or d.exact for d in (term.since, term.until)) and term.since is not None
