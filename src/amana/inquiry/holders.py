"""Who held an office: now, on a day, in a year, as the nth, before or after somebody; and what somebody held."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from amana.charter.offices import ACTING, Term, holder_on, next_expiry, of_office
from amana.inquiry.asked import Asked
from amana.inquiry.card import Card, Ref
from amana.inquiry.grounds import is_beyond, marks_of, merged, person_ref
from amana.inquiry.known import Known
from amana.inquiry.moments import Moment, of_day
from amana.inquiry.telling import day_in, listed, office_name, rank_in, say, when
from amana.inquiry.tenures import (
    lines_of,
    name_of,
    office_line,
    open_said,
    row_of,
    span_of,
    spanned,
)
from amana.inquiry.terms import acting, asserted, is_asserted, is_open, seen_at, window

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
        both = asked.says("before") and asked.says("after")
        return None if both else _beside(asked, known, beside.one("office"), beside.one("person"))
    of_person = asked.take(_ABOUT_PERSON, office=1, person=1)
    if of_person and of_person.one("person"):
        return _of_person(asked, known, of_person.one("person"), of_person.one("office"))
    if office := _chair_asked(asked, known):
        return _of_office(asked, known, office, day)
    held = asked.take(_ABOUT_OFFICE, ranks=1, days=1, office=1, person=1)
    if held is None or not held.one("office"):
        return None
    if held.one("person"):
        return _whether(asked, known, held.one("office"), held.one("person"))
    return _of_office(asked, known, held.one("office"), day)


def _chair_asked(asked: Asked, known: Known) -> str:
    """The chair of an organ, said in two words or in one; '' where that is not asked."""
    took = asked.take(_CHAIRED, ranks=1, days=1, organ=1, office=1)
    if took is None:
        return ""
    organ, office = took.one("organ"), took.one("office")
    if not office:
        return chair_of(known, organ) if organ and asked.says("chair") else ""
    fits = _is_chair(office) and organ in ("", known.offices_by_id[office].organ)
    return office if fits else ""


def _is_chair(office: str) -> bool:
    return office.endswith("-chair") and not office.endswith(("vice-chair", "extraordinary-chair"))


def chair_of(known: Known, organ: str) -> str:
    """The office of the one who chairs an organ; '' where there is none, or several."""
    found = [o.id for o in known.offices_by_id.values() if o.organ == organ and _is_chair(o.id)]
    return found[0] if len(found) == 1 else ""


def _of_office(asked: Asked, known: Known, office: str, day: date) -> Card | None:
    if asked.ordinals and (asked.moments or asked.says("now", "last")):
        return None
    if asked.ordinals:
        return _nth(asked, known, office, asked.ordinals[0])
    if asked.says("all"):
        return _all(asked, known, office)
    if asked.says("when") and not asked.moments:
        return None
    mine = asserted(known, office)
    if not asked.moments and not asked.says("now") and office.startswith(ACTING) and len(mine) == 1:
        return _term_card(asked, known, mine[0], "holder-term")
    return _on(asked, known, office, asked.moment or of_day(day))


def _whether(asked: Asked, known: Known, office: str, person: str) -> Card | None:
    """Somebody and an office on a day: answered where he held it then, for certain; else nothing is said."""
    moment, mine = asked.moment, asserted(known, office)
    if moment is None or is_beyond(known, moment.last):
        return None
    terms = tuple(t for t in mine if window(known, t, mine).touches(moment))
    certain = len(terms) == 1 and terms[0].person == person and window(known, terms[0], mine).covers(moment)
    return _card(asked, known, terms, moment, certain=True) if certain else None


def _on(asked: Asked, known: Known, office: str, moment: Moment) -> Card | None:
    mine = asserted(known, office)
    length = known.offices_by_id[office].term if office in known.offices_by_id else ""
    expiry = next_expiry(mine, office, length)
    ended = bool(expiry and expiry.day and expiry.day.last and moment.last > expiry.day.last)
    if is_beyond(known, moment.first) or (ended and moment.exact):
        return _beyond(asked, known, mine, moment)
    windows = {t.id: window(known, t, mine) for t in mine}
    terms = tuple(t for t in mine if windows[t.id].touches(moment))
    if not terms:
        return _vacant(asked, known, office, mine, moment)
    certain = holder_on(moment.first, mine, office) if moment.exact else None
    if certain is None and len(terms) == 1 and windows[terms[0].id].meets(moment):
        certain = terms[0]
    if certain is not None and not windows[certain.id].meets(moment):
        certain = None
    return _card(asked, known, (certain,) if certain else terms, moment, certain=certain is not None)


def _card(asked: Asked, known: Known, terms: tuple[Term, ...], moment: Moment, *, certain: bool) -> Card:
    language, office = asked.language, terms[0].office
    title = office_name(known, office, language)
    one = terms[0] if len(terms) == 1 else None
    exact = all(_is_exact(t) for t in terms)
    statement = _statement(known, terms, moment, language, certain=certain)
    deputies = acting(known, office, moment)
    for deputy in deputies:
        name = office_name(known, deputy.office, language)
        statement += " " + say("acting-too", language, acting=name, names=spanned(known, (deputy,), language))
    every = (*terms, *deputies)
    return Card(
        "holder", language, f"{title} — {day_in(moment.stated, language, moment.calendar)}", statement,
        facts=lines_of(known, one, language, moment) if one else (office_line(known, office, language),),
        rows=() if one and not deputies else tuple(row_of(known, t, language, certain=certain or exact) for t in every),
        rows_label="" if one and not deputies else say("label-holders", language),
        sources=merged(*(t.sources for t in every)), unsourced=marks_of(terms),
        certain=1 if certain else 0, possible=len(terms), beyond=is_beyond(known, moment.last),
        address=(person_ref(known, one.person) if one else None) or Ref("office", office), asked=moment.day,
    )  # fmt: skip


def _statement(known: Known, terms: tuple[Term, ...], moment: Moment, language: str, *, certain: bool) -> str:
    term, at = terms[0], when(moment, language)
    name, title = name_of(known, term, language), office_name(known, term.office, language)
    if certain and not moment.exact and not window(known, term, asserted(known, term.office)).covers(moment):
        return say("holder-in", language, name=name, office=title, when=at, days=span_of(known, term, language))
    if certain:
        return say("holder", language, name=name, office=title, when=at)
    if len(terms) == 1:
        said = open_said(known, term, moment, language) if is_open(term) else ""
        return said or say("holder-possible", language, name=name, office=title, when=at)
    code = "holder-several" if all(_is_exact(t) for t in terms) else "holder-open"
    return say(code, language, names=spanned(known, terms, language), office=title, when=at)


def _vacant(asked: Asked, known: Known, office: str, mine: tuple[Term, ...], moment: Moment) -> Card | None:
    """Nobody held it between two terms whose days are known, and somebody acted."""
    deputies = acting(known, office, moment)
    gap = any(
        a.until and b.since and a.until.exact and b.since.exact and a.until.last and b.since.first
        and a.until.last < moment.first and moment.last < b.since.first
        for a, b in pairwise(mine)
    )  # fmt: skip
    if not gap or len(deputies) != 1:
        return None
    language, title = asked.language, office_name(known, office, asked.language)
    names = spanned(known, deputies, language)
    deputy = office_name(known, deputies[0].office, language)
    return Card(
        "holder", language, f"{title} — {day_in(moment.stated, language, moment.calendar)}",
        say("vacant", language, office=title, when=when(moment, language), acting=deputy, names=names),
        facts=lines_of(known, deputies[0], language, moment), sources=deputies[0].sources,
        unsourced=marks_of(deputies), certain=0, possible=0,
        address=person_ref(known, deputies[0].person) or Ref("office", office), asked=moment.day,
    )  # fmt: skip


def _beyond(asked: Asked, known: Known, mine: tuple[Term, ...], moment: Moment) -> Card | None:
    """The last holder known, and that a later state is not held; only where the term was open at the end."""
    until = known.profile.known_until
    if not mine or until is None or until.last is None:
        return None
    term, language = mine[-1], asked.language
    title, name = office_name(known, term.office, language), name_of(known, term, language)
    if term.until is None:
        statement = say("holder-beyond", language, name=name, office=title, until=day_in(until, language))
    elif term.until.precision == "unknown":
        statement = open_said(known, term, moment, language)
    else:
        return None
    return Card(
        "holder", language, f"{title} — {day_in(moment.stated, language, moment.calendar)}", statement,
        facts=lines_of(known, term, language), sources=term.sources, unsourced=marks_of((term,)), beyond=True,
        certain=0, possible=1, address=person_ref(known, term.person) or Ref("office", term.office),
        asked=moment.day,
    )  # fmt: skip


def _nth(asked: Asked, known: Known, office: str, rank: int) -> Card | None:
    """The nth holder where the row of holders is whole; of a chair, who presided the nth session."""
    organ = known.offices_by_id[office].organ if office in known.offices_by_id else ""
    if _is_chair(office):
        return _of_session(asked, known, office, organ, rank)
    mine = of_office(known.terms, office)
    if not all(map(is_asserted, mine)) or not is_whole(known, mine, organ) or not 1 <= rank <= len(mine):
        return None
    return _term_card(asked, known, mine[rank - 1], "holder-nth", rank=rank)


def _of_session(asked: Asked, known: Known, office: str, organ: str, rank: int) -> Card | None:
    """Who chaired the nth session; whoever held the chair of it later, where the first has no source."""
    numbered = {s.id for s in known.sessions if s.organ == organ and s.kind == "ordinary" and s.number == rank}
    every = [t for t in of_office(known.terms, office) if t.by in numbered]
    mine = [t for t in every if is_asserted(t)]
    sat = [t for t in mine if seen_at(known, t)]
    if len(sat) == 1 or (not sat and len(mine) == 1):
        card = _term_card(asked, known, (sat or mine)[0], "holder-term")
        if sat or len(every) == len(mine):
            return card
        return replace(card, statement=f"{card.statement} {say('opening-unsourced', asked.language)}")
    return None


def is_whole(known: Known, mine: tuple[Term, ...], organ: str) -> bool:
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
    mine = asserted(known, offices.pop())
    places = [place for place, t in enumerate(mine) if t.person == person]
    step = -1 if asked.says("before") else 1
    if len(places) != 1 or not 0 <= places[0] + step < len(mine) or not _follow(mine, places[0], step):
        return None
    code = "holder-before" if step < 0 else "holder-after"
    other = name_of(known, mine[places[0]], asked.language)
    return _term_card(asked, known, mine[places[0] + step], code, other=other)


def _follow(mine: tuple[Term, ...], place: int, step: int) -> bool:
    one, other = sorted((place, place + step))
    end, start = mine[one].until, mine[other].since
    return bool(end and start and end.last and start.first and (start.first - end.last).days <= 31)


def _term_card(asked: Asked, known: Known, term: Term, code: str, *, rank: int = 0, other: str = "") -> Card:
    language = asked.language
    title, name = office_name(known, term.office, language), name_of(known, term, language)
    span = span_of(known, term, language)
    if is_open(term) and code == "holder-term":
        statement = say("chair-stated", language, name=name, office=title, first=span)
    else:
        ranked = rank_in(rank, language) if rank else ""
        statement = say(code, language, name=name, office=title, days=span, rank=ranked, other=other)
    return Card(
        "holder", language, title if not rank else f"{title} — {rank}", statement,
        facts=lines_of(known, term, language), day=term.since, sources=term.sources,
        unsourced=marks_of((term,)), address=person_ref(known, term.person) or Ref("office", term.office),
    )  # fmt: skip


def _all(asked: Asked, known: Known, office: str) -> Card | None:
    mine, language = asserted(known, office), asked.language
    if not mine:
        return None
    title = office_name(known, office, language)
    return Card(
        "holder", language, title, say("holders-all", language, office=title, n=len(mine)),
        rows=tuple(row_of(known, t, language, certain=True) for t in mine), rows_label=say("label-holders", language),
        sources=merged(*(t.sources for t in mine)), unsourced=marks_of(mine),
        address=Ref("office", office), certain=len(mine), possible=len(mine),
    )  # fmt: skip


def _of_person(asked: Asked, known: Known, person: str, office: str) -> Card | None:
    terms = tuple(t for t in known.terms if t.person == person and office in ("", t.office) and is_asserted(t))
    if not terms:
        return None
    if len(terms) == 1:
        return _term_card(asked, known, terms[0], "holder-term")
    language = asked.language
    name = name_of(known, terms[0], language)
    said = listed(
        (f"{office_name(known, t.office, language)} ({span_of(known, t, language)})" for t in terms), language
    )
    return Card(
        "person", language, name, say("person-terms", language, name=name, offices=said),
        rows=tuple(row_of(known, t, language, certain=True, by_office=True) for t in terms),
        rows_label=say("label-offices", language), sources=merged(*(t.sources for t in terms)),
        unsourced=marks_of(terms), address=person_ref(known, person),
    )  # fmt: skip


def _is_exact(term: Term) -> bool:
    return all(d is None or d.exact for d in (term.since, term.until)) and term.since is not None
