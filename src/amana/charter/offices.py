"""Offices and who held them, by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from amana.charter.durations import Duration, day_after
from amana.charter.instruments import Instrument, Office
from amana.charter.rules import holds_on
from amana.values.days import Day
from amana.values.problems import Fact, Problem
from amana.values.reached import begun
from amana.values.words import Words


@dataclass(frozen=True, slots=True)
class Term:
    """One person's term in an office. `person` is the person's id, `name` as the organization prints it per language.

    `person` is '' where a source names the party that held the office and not who; `name` then says so in words.
    `until` is the last day as stated; None: not stated. A term without a stated end ends when the next begins. Where no
    source tells how long it lasted, `until` is a set: from the last day on which a source knows the holder to the day
    on which the next begins; the days between are possible only. '?': nobody says how long; certain on the first day
    alone. 'person' in `unsourced`: who held it has no source,
    and such a term is never certain.
    """

    id: str
    office: str
    person: str
    name: Words
    party: str = ""
    since: Day | None = None
    until: Day | None = None
    by: str = ""
    sources: tuple[str, ...] = ()
    unsourced: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Holding:
    """Who held an office on a day. `certain` is None where the days stated leave it open; then see `possible`.

    `beyond`: the day lies after what is known of it, or after the term was to end: a later state is not held.
    """

    certain: Term | None
    possible: tuple[Term, ...]
    beyond: bool = False

    @property
    def party(self) -> str:
        """The party of everybody who may have held it, where that is one and the same and has a source; else ''.

        Of a chair, which is a state's, that is the state that held it, whoever sat in it.
        """
        sourced = {t.party for t in self.possible if t.sources and "party" not in t.unsourced}
        every = {t.party for t in self.possible}
        return next(iter(every)) if len(every) == 1 and every == sourced else ""


@dataclass(frozen=True, slots=True)
class End:
    """When a term ends. `stated` by a source; else the day the next term begins, or `computed` from its length.

    `day` None: open. It is the last day of the term or, where the next begins that very day, the day of handing over.
    """

    day: Day | None
    stated: bool = False
    computed: bool = False


def holder_on(day: date, terms: Iterable[Term], office: str) -> Term | None:
    """Who certainly held the office on `day`; on the very day of handing over, who took it over.

    Year-only terms that touch (one until 1975, the next since 1975) leave the whole year open: None.

    >>> terms = [Term("sg-3", "sg", "p3", Words(), since=Day("1975"), until=Day("1979"))]
    >>> holder_on(date(1977, 5, 1), terms, "sg").id, holder_on(date(1975, 5, 1), terms, "sg")
    ('sg-3', None)

    Where it is not known how long a holder kept it, he is certain until the last day on which a source knows him:

    >>> chair = Term("chair-2", "chair", "p2", Words(), since=Day("1974-02-22"), until=Day("[1974-02-24..1981-01-25]"))
    >>> holder_on(date(1974, 2, 24), [chair], "chair").id, holder_on(date(1979, 5, 1), [chair], "chair")
    ('chair-2', None)
    """
    mine = of_office(terms, office)
    possible = [term for term in mine if _may_hold(day, term, mine)]
    certain = [term for term in possible if _must_hold(day, term, mine)]
    leaving = [t for t in possible if _hands_over(day, t, mine)]
    staying = [term for term in possible if term not in leaving] or possible
    return staying[0] if len(staying) == 1 and staying[0] in certain else None


def holders_possible_on(day: date, terms: Iterable[Term], office: str) -> tuple[Term, ...]:
    """Everybody who may have held the office on `day`, by the days stated, in the order of their terms."""
    mine = of_office(terms, office)
    return tuple(term for term in mine if _may_hold(day, term, mine))


def holding_on(
    day: date, terms: Iterable[Term], office: str, *, length: str = "", known_until: Day | None = None
) -> Holding:
    """Holder and possible holders on `day`, and whether that is more than is known.

    `length` is the term of the office ('P5Y'); `known_until` the day until which the folder is known.
    """
    mine = of_office(terms, office)
    possible = holders_possible_on(day, mine, office)
    if known_until is not None and known_until.last is not None and day > known_until.last:
        return Holding(None, possible, beyond=True)
    expiry = next_expiry(mine, office, length)
    over = bool(expiry and expiry.day and expiry.day.last and day > expiry.day.last)
    return Holding(None if over else holder_on(day, mine, office), possible, beyond=over)


ACTING = "acting-"
"""What the id of an office begins with whose holders stand in for those of the office named after it."""


def acting_on(day: date, terms: Iterable[Term], office: str) -> Term | None:
    """Who certainly stood in for the holder of `office` on `day`: the holder of 'acting-…' of the same name.

    >>> stood_in = Term("a", "acting-sg", "p", Words(), since=Day("2016-10-31"), until=Day("2016-11-17"))
    >>> acting_on(date(2016, 11, 10), [stood_in], "sg").person
    'p'
    """
    return holder_on(day, terms, ACTING + office)


def offices_on(day: date, instruments: Iterable[Instrument]) -> tuple[Office, ...]:
    """Every office as the instruments of `day` write it, of two that create the same the later listed.

    An office that only a later instrument writes down is there without article and length of term: it may have been
    held before.

    >>> later = Instrument("ch", Words(), applied=Day("2008"), offices=(Office("chair", "summit", Words(), "8", "P3Y"),))
    >>> [(office.article, office.term) for office in offices_on(date(1975, 1, 1), [later])]
    [('', '')]
    """
    every, held = dict[str, Office](), dict[str, Office]()
    for instrument in instruments:
        for office in instrument.offices:
            every[office.id] = office
            if holds_on(day, instrument):
                held[office.id] = office
    return tuple(held.get(i) or replace(o, article="", term="", renewable=None) for i, o in every.items())


def of_office(terms: Iterable[Term], office: str) -> tuple[Term, ...]:
    """The terms of one office by the day they began; a term of unknown beginning stands where it is listed."""
    mine: list[tuple[date, int, Term]] = []
    before = date.min
    for place, term in enumerate(term for term in terms if term.office == office):
        before = (term.since.first if term.since else None) or before
        mine.append((before, place, term))
    return tuple(term for _, _, term in sorted(mine, key=lambda one: one[:2]))


def term_end(term: Term, terms: Iterable[Term], length: str = "") -> End:
    """When `term` ends: as stated, else when the next term of the office begins, else its `length` ('P5Y') later.

    >>> first = Term("a", "sg", "p", Words(), since=Day("2021-11-17"))
    >>> str(term_end(first, [first], "P5Y").day), term_end(first, [first]).day
    ('2026-11-17', None)
    """
    if term.until is not None and str(term.until) != "?":
        return End(term.until, stated=True)
    mine = of_office(terms, term.office)
    following = mine[mine.index(term) + 1 :] if term in mine else ()
    if following and following[0].since is not None:
        return End(following[0].since)
    if length and term.since is not None and term.since.first is not None:
        return End(day_after(term.since, Duration.parse(length)), computed=True)
    return End(None)


def next_expiry(terms: Iterable[Term], office: str, length: str = "") -> End | None:
    """When the latest term of the office is to end; None where there is no term or it is open without a length."""
    mine = of_office(terms, office)
    end = term_end(mine[-1], mine, length) if mine else End(None)
    return end if end.day is not None else None


def term_problems(terms: Iterable[Term]) -> Iterator[Problem]:
    """Terms of one office that overlap, that end before they begin, or whose year-only days touch (a note).

    Use it on offices that one person holds at a time.
    """
    every = tuple(terms)
    for office in dict.fromkeys(term.office for term in every):
        mine = of_office(every, office)
        for term in mine:
            if term.since and term.until and _is_after(term.since, term.until):
                yield Problem("office-term-reversed", _facts(term, since=str(term.since), until=str(term.until)))
        for term, following in pairwise(mine):
            yield from _touching(term, following)


def _touching(term: Term, following: Term) -> Iterator[Problem]:
    if not (term.until and following.since and term.until.last and following.since.first):
        return
    if _is_after(term.until, following.since):
        yield Problem("office-terms-overlap", _facts(term, next=following.id), severity="warning")
    elif term.until.last >= following.since.first and not _meets(term.until, following.since):
        facts = _facts(term, next=following.id, until=str(term.until), since=str(following.since))
        yield Problem("office-terms-touch", facts, severity="note")


def _meets(until: Day, since: Day) -> bool:
    """One hands over to the next on one day, or at the latest on that day."""
    return since.exact and (until.exact or (until.precision == "set" and until.last == since.first))


def _facts(term: Term, **more: str) -> dict[str, Fact]:
    return {"office": term.office, "term": term.id, **more}


def _is_after(one: Day, other: Day) -> bool:
    """`one` certainly lies after `other`."""
    return one.first is not None and other.last is not None and one.first > other.last


def _may_hold(day: date, term: Term, terms: tuple[Term, ...]) -> bool:
    end = term_end(term, terms).day
    return begun(term.since, day) and (end is None or end.last is None or day <= end.last)


def _hands_over(day: date, term: Term, terms: tuple[Term, ...]) -> bool:
    """`day` is the last the term can have lasted, and it is known as a day."""
    end = term_end(term, terms).day
    return end is not None and end.last == day and (end.exact or end.precision == "set")


def is_asserted(term: Term) -> bool:
    """A source says who held the office, or whose it was; a term without one is told of, never answered with."""
    return "person" not in term.unsourced and (bool(term.person) or "party" not in term.unsourced)


def _must_hold(day: date, term: Term, terms: tuple[Term, ...]) -> bool:
    if not is_asserted(term):
        return False
    end = term_end(term, terms).day
    held = term.since is not None and term.since.last is not None and term.since.last <= day
    if term.until is not None and term.until.precision == "unknown":
        return held and term.since is not None and day == term.since.last
    return held and (end is None or (end.first is not None and day <= end.first))
