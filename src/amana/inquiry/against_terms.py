"""What a text says of how long somebody held an office ('Secretary General from 2014 to 2016'), held against the record."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import zip_longest

from amana.charter.offices import Term
from amana.inquiry.against_foundation import names_house
from amana.inquiry.against_holders import held_otherwise, is_he, is_ours, person_towards, printed_from
from amana.inquiry.against_telling import Matter
from amana.inquiry.claims import AND, Piece, Sentence, When
from amana.inquiry.terms import asserted, is_open, slack_of
from amana.inquiry.tokens import words_of
from amana.values.days import Day
from amana.values.problems import Problem
from amana.values.reached import begun

_DASH = re.compile(r"\s*[-\u2010-\u2015]\s*")
_TO = frozenset(words_of("to until till à au jusqu إلى حتى وحتى hingga sampai ke"))
_BETWEEN = frozenset(words_of("between entre بين antara"))
_LEADING = _BETWEEN | frozenset(
    words_of("during period years durant période années selama masa periode عامي سنتي الفترة فترة")
)
"""What may stand before the first of two days: 'during the period', 'between the years'."""
_OF = frozenset(words_of("of de du des"))
_DURING = frozenset(words_of("during durant pendant selama خلال"))
"""What leaves open that there was more: 'Secretary General during 2015–2016'."""
_HELD = frozenset(words_of("شغل وشغل"))
_LONG = timedelta(days=366)
"""A time longer than that, stated in one, is from one day to another."""
_LIFE = 15
"""Years in brackets behind a name that lie this far apart are those of a life."""


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, in pieces `start` to `end` (both inside), with the words that lead to it from `lead`."""

    lead: int
    start: int
    end: int
    begin: When
    finish: When


def check(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """An office and its holder named with the days from which to which it was held, which no term of theirs has."""
    for period in _periods(sentence):
        for at, piece in enumerate(sentence.pieces):
            office = piece.one("office")
            if office and not piece.of("blocked") and is_ours(sentence, at, matter):
                yield from _held(sentence, matter, at, period, asserted(matter.known, office))


def _held(sentence: Sentence, matter: Matter, at: int, period: Period, mine: tuple[Term, ...]) -> Iterator[Problem]:
    person = _person(sentence, at, period, mine)
    if person is None or not sentence.asserts(min(at, person), max(at, person, period.end)):
        return
    terms = [t for t in mine if t.person == sentence.pieces[person].one("person")]
    if not terms or not is_he(sentence, matter, person) or any(_fits(sentence, matter, t, period) for t in terms):
        return
    term = next((t for t in terms if _is_then(t.since, t, "since", period.begin)), terms[0])
    wrong = period.finish if _is_then(term.since, term, "since", period.begin) else period.begin
    if wrong is period.begin and any(p.says("took-office", "since") for p in sentence.pieces):
        return  # told where holders are held against the record
    yield held_otherwise(sentence, matter, (period.start, period.end), term, wrong, "since", "until", "person")


def _person(sentence: Sentence, at: int, period: Period, mine: tuple[Term, ...]) -> int | None:
    """Whose term it is: the one person beside the office, where the period stands right behind one of the two."""
    over = {*range(period.lead, period.end + 1), *_countries(sentence)}
    holders = {t.person for t in mine}
    found = {p for step in (1, -1) if (p := person_towards(sentence, at, step, holders, over)) is not None}
    if len(found) != 1:
        return None
    person = found.pop()
    if person < at and not _is_subject(sentence, person):
        return None
    if person > period.end and period.start > at and not all(p.says("glue", "title") for p in sentence.pieces[:at]):
        return None  # 'A served as Secretary General from 1985 to 1988, B from 1989'
    led = _is_leading(sentence, at, person, period)
    return person if led or _is_of_office(sentence, at, period) or _is_of_person(sentence, person, period) else None


def _is_leading(sentence: Sentence, at: int, person: int, period: Period) -> bool:
    """It opens the sentence: 'From 1979 to 1984, Habib Chatty was Secretary General'."""
    between = sentence.pieces[period.end + 1 : printed_from(sentence, person)]
    return period.lead == 0 and period.end < person < at and all(p.comma or p.says("title") for p in between)


def _countries(sentence: Sentence) -> set[int]:
    """The states behind 'of' and 'from': 'Hamid Algabid of Niger'."""
    pieces = sentence.pieces
    behind = (k for k in range(1, len(pieces)) if pieces[k].of("party") and pieces[k - 1].says("glue"))
    return {k for k in behind if not _OF.isdisjoint(pieces[k - 1].words)}


def _is_subject(sentence: Sentence, person: int) -> bool:
    """Nothing is done to them: not 'he succeeded Iyad Madani as Secretary General'."""
    start = printed_from(sentence, person)
    before = sentence.pieces[start - 1] if start else None
    return sentence.heads(start) or (before is not None and not _HELD.isdisjoint(before.words))


def _is_of_office(sentence: Sentence, at: int, period: Period) -> bool:
    """Right behind the office: 'Secretary General of the OIC from 2014 to 2016', 'Secretary General (2014–2016)'."""
    between, behind = sentence.pieces[at + 1 : period.lead], sentence.pieces[period.end + 1 :]
    if behind and behind[0].says("glue") and not _OF.isdisjoint(behind[0].words):
        whose = next((p for p in behind if not p.says("glue")), None)
        if whose is None or not names_house(sentence, whose):
            return False  # 'Secretary General from 2010 to 2013 of a foundation'
    return period.lead > at and all(
        names_house(sentence, p) or p.says("glue") or p.rank is not None or p.mark == "(" for p in between
    )


def _is_of_person(sentence: Sentence, person: int, period: Period) -> bool:
    """In brackets right behind the name, and not the years of a life."""
    pieces = sentence.pieces
    closed = period.end + 1 < len(pieces) and pieces[period.end + 1].mark == ")"
    opened = period.start == person + 2 and pieces[person + 1].mark == "("
    return opened and closed and period.finish.last.year - period.begin.first.year < _LIFE


def _periods(sentence: Sentence) -> Iterator[Period]:
    """Two times of which the text says that one is the beginning and one the end of something."""
    pieces = sentence.pieces
    timed = [k for k, p in enumerate(pieces) if p.when is not None]
    for start, end in zip_longest(timed, timed[1:]):
        when = pieces[start].when
        assert when is not None
        lead = _lead(pieces, start)
        if when.last - when.first > _LONG:
            yield Period(lead, start, start, *_ends(when))
            continue
        finish = pieces[end].when if end is not None and _joined(sentence, lead, start, end) else None
        if end is not None and finish is not None and when.last < finish.first:
            yield Period(lead, start, end, when, finish)


def _lead(pieces: tuple[Piece, ...], start: int) -> int:
    while start > 0 and (pieces[start - 1].says("glue") or set(pieces[start - 1].words) & _LEADING):
        start -= 1
    return start


def _joined(sentence: Sentence, lead: int, start: int, end: int) -> bool:
    """'2014–2016', '2014 to 2016', 'between 2014 and 2016'."""
    pieces = sentence.pieces
    if _DASH.fullmatch(sentence.block.text[pieces[start].end : pieces[end].start]):
        return True
    words = [w for p in pieces[start + 1 : end] for w in p.words]
    if any(p.mark for p in pieces[start + 1 : end]) or not 0 < len(words) <= 3:
        return False
    before = {w for p in pieces[lead:start] for w in p.words}
    return not _TO.isdisjoint(words) or (not AND.isdisjoint(words) and not _BETWEEN.isdisjoint(before))


def _ends(when: When) -> tuple[When, When]:
    """The first and the last year of a time stated in whole years, else its first and last month."""
    if (when.first.month, when.first.day, when.last.month, when.last.day) == (1, 1, 12, 31):
        return When.of_year(when.first.year), When.of_year(when.last.year)
    return _month(when, when.first), _month(when, when.last)


def _month(when: When, day: date) -> When:
    length = calendar.monthrange(day.year, day.month)[1]
    return replace(when, first=day.replace(day=1), last=day.replace(day=length))


def _fits(sentence: Sentence, matter: Matter, term: Term, period: Period) -> bool:
    """It began and ended then, as far as the record knows; who holds an office on may leave it on any later day."""
    lasts = term.until is None and begun(matter.known.profile.known_until, period.finish.last)
    if _is_part(sentence, period) and _is_within(term, period):
        return True
    ended = lasts or is_open(term) or (term.until is not None and _is_then(term.until, term, "until", period.finish))
    return ended and _is_then(term.since, term, "since", period.begin)


def _is_part(sentence: Sentence, period: Period) -> bool:
    return any(not _DURING.isdisjoint(p.words) for p in sentence.pieces[period.lead : period.start])


def _is_within(term: Term, period: Period) -> bool:
    until = term.until
    ended = until is not None and until.last is not None and until.last < period.finish.first
    return begun(term.since, period.begin.last) and not ended


def _is_then(day: Day | None, term: Term, field: str, stated: When) -> bool:
    if day is None or day.first is None or day.last is None or field in term.unsourced:
        return True
    slack = slack_of(day)
    return stated.fits(day.first - slack, day.last + slack)
