"""What a text says of who holds an office, as which of the holders, and since when, held against the record."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from amana.charter.offices import Term
from amana.inquiry.against_foundation import names_house
from amana.inquiry.against_telling import Matter, against, claimed, dispute_on, recorded, severity_of
from amana.inquiry.claims import AND, Piece, Sentence, When, is_other
from amana.inquiry.grounds import is_beyond
from amana.inquiry.holders import is_whole
from amana.inquiry.moments import Moment, of_day
from amana.inquiry.telling import office_name, person_name, rank_in
from amana.inquiry.tenures import name_of, span_of
from amana.inquiry.terms import asserted, window
from amana.inquiry.tokens import plain, words_of
from amana.values.listing import listed
from amana.values.problems import Problem

_BESIDE = ("glue", "title", "is", "was", "takes-post", "post", "now", "the-organization", "took-office")
_FAR = 100
_VOWELS, _DOUBLED = re.compile("[aeiouy]"), re.compile(r"(.)\1")


def check(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """Holders, their rank and the day of their taking office."""
    for at, piece in enumerate(sentence.pieces):
        office = piece.one("office")
        if not office or piece.of("blocked") or not is_ours(sentence, at, matter):
            continue
        mine = asserted(matter.known, office)
        person = _person(sentence, at, {t.person for t in mine})
        if person is None or not sentence.asserts(min(at, person), max(at, person)):
            continue
        if not is_he(sentence, matter, person):
            continue
        found = list(_ranked(sentence, matter, at, person, mine))
        found += (
            _in_office(sentence, matter, at, person, mine)
            if not found and not _is_counted(sentence, at, person, mine)
            else ()
        )
        yield from found
        yield from _since(sentence, matter, at, person, mine)
        if found or not sentence.pieces[person].words[1:]:
            yield from _name(sentence, matter, person)


def _is_counted(sentence: Sentence, at: int, person: int, mine: tuple[Term, ...]) -> bool:
    """'The first Secretary General is …': said of a holder by his number, who need not hold the office now."""
    who = sentence.pieces[person].one("person")
    return _rank_of(sentence, at) is not None and any(t.person == who for t in mine[:-1])


def is_ours(sentence: Sentence, at: int, matter: Matter) -> bool:
    """An office of this organization: named with it, or spoken of where only it can be meant."""
    first, last = sentence.clause(at)
    if any(is_other(p, matter.known) for p in sentence.pieces[first:last]):
        return False
    before = sentence.pieces[at - 1] if at else None
    if not sentence.heads(at) and not any(
        p.says("post", "is", "takes-post", "took-office") for p in sentence.pieces[max(0, at - 3) : at]
    ):
        return before is not None and before.of("house") != () and _at_home(sentence, at)
    return _at_home(sentence, at)


def _at_home(sentence: Sentence, at: int) -> bool:
    beside = sentence.pieces[max(0, at - 3) : at + 4]
    return sentence.about or any(names_house(sentence, p) for p in beside)


def _person(sentence: Sentence, at: int, holders: set[str]) -> int | None:
    """Who is named as the holder: beside the office, with nothing between but titles, 'is' and the organization."""
    times = [k for k in range(*sentence.clause(at)) if sentence.pieces[k].when is not None]
    over = times if len(times) == 1 else ()
    towards = (person_towards(sentence, at, step, holders, over) for step in (1, -1))
    return next((person for person in towards if person is not None), None)


def person_towards(sentence: Sentence, at: int, step: int, holders: set[str], over: Container[int] = ()) -> int | None:
    """The person named beside the office on one side of it (1: behind); `over`: pieces that may stand between too."""
    other = at + step
    while 0 <= other < len(sentence.pieces) and abs(other - at) <= 9:
        piece = sentence.pieces[other]
        if _names_person(piece):
            return other
        passed = other in over or _is_beside(piece) or (step > 0 and _begins_name(sentence, other, holders))
        if not passed:
            return None
        other += step
    return None


def _names_person(piece: Piece) -> bool:
    return len(piece.of("person")) == 1 and not piece.of("claim")


def _is_beside(piece: Piece) -> bool:
    if set(piece.words) & AND:
        return False  # 'the tenth Secretary General, and … the eleventh'
    return (
        piece.rank is not None
        or bool(piece.of("house"))
        or piece.mark in ("(", ")", ",", "،", ":")
        or piece.says(*_BESIDE)
    )


def _begins_name(sentence: Sentence, at: int, holders: set[str]) -> bool:
    """Up to three unknown words before a known last name, where a title or 'is' stands before them: a name."""
    pieces = sentence.pieces
    start = at
    while start > 0 and pieces[start - 1].unknown:
        start -= 1
    end = at
    while end < len(pieces) and pieces[end].unknown:
        end += 1
    if start == 0 or end - start > 3 or end >= len(pieces) or not _names_person(pieces[end]):
        return False
    return (pieces[start - 1].says("title", "is", "was") or pieces[start - 1].mark == ":") and pieces[end].one(
        "person"
    ) in holders


def _ranked(sentence: Sentence, matter: Matter, at: int, person: int, mine: tuple[Term, ...]) -> Iterator[Problem]:
    """'the eleventh Secretary General' of the twelfth."""
    pieces, known = sentence.pieces, matter.known
    rank = _rank_of(sentence, at)
    organ = known.offices_by_id[pieces[at].one("office")].organ
    if rank is None or (pieces[rank].rank or 0) >= _FAR or not is_whole(known, mine, organ):
        return
    ranks = [n for n, t in enumerate(mine, 1) if t.person == pieces[person].one("person")]
    if not ranks or pieces[rank].rank in ranks:
        return
    term = mine[ranks[0] - 1]
    kept = recorded(
        matter,
        name_of(known, term, matter.tell),
        office_name(known, term.office, matter.tell),
        rank_in(ranks[0], matter.tell),
    )
    yield against(
        matter, sentence, "ordinal", (rank, rank), kept=kept, entry=f"offices/{term.id}", sources=term.sources,
        dispute=dispute_on(known, f"offices/{term.id}#ordinal"),
    )  # fmt: skip


def _rank_of(sentence: Sentence, at: int) -> int | None:
    """The rank that stands with the office: 'the twelfth Secretary General', 'الأمين العام الثاني عشر للمنظمة'."""
    pieces = sentence.pieces
    for step in (1, -1):
        other = at + step
        while 0 <= other < len(pieces) and abs(other - at) <= 4:
            if pieces[other].rank is not None:
                return other
            if not (pieces[other].of("house") or pieces[other].says("the-organization", "glue")):
                break
            other += step
    return None


def _in_office(sentence: Sentence, matter: Matter, at: int, person: int, mine: tuple[Term, ...]) -> Iterator[Problem]:
    """Who 'is' the holder, on the day of the text; who 'was' it at the one time the clause names."""
    pieces = sentence.pieces
    low, high = min(at, person), max(at, person)
    first, last = sentence.clause(low)[0], sentence.clause(high)[1]
    around = pieces[first:last]
    if any(p.says("former") for p in around) or any(p.says("took-office", "since") for p in around):
        return
    begin = low = printed_from(sentence, low)
    while begin > 0 and low - begin < 3 and pieces[begin - 1].says("title"):
        begin -= 1
    between = pieces[max(0, begin - 2) : high + 1]
    first = _with_time(sentence, first)
    times = sentence.times(first, last)
    moment: Moment | None = None
    leads = any(p.when is not None for p in pieces[first:low])
    if len(times) == 1 and any(p.says("was") or (leads and p.says("is")) for p in between):
        moment = Moment(times[0].first, times[0].last, of_day(times[0].first).stated)
    elif not times and (any(p.says("is", "takes-post", "now") for p in between) or _is_label(sentence, at, person)):
        moment = of_day(matter.day)
    who = pieces[person].one("person")
    spoken = [Moment(t.first, t.last, of_day(t.first).stated) for t in sentence.times()]
    windows = [window(matter.known, t, mine) for t in mine if t.person == who]
    # a holder of the time that the sentence tells of: a history may say 'is' of what was
    if moment is None or any(w.touches(m) for w in windows for m in (moment, *spoken)):
        return
    yield from _not_holder(sentence, matter, (low, high), who, mine, moment, stale=not times)


def _with_time(sentence: Sentence, first: int) -> int:
    """Where the time begins that opens the sentence before this clause: 'In 1999, the Secretary General was …'."""
    before = sentence.pieces[: max(0, first - 1)]
    timed = any(p.when is not None for p in before) and all(
        p.when is not None or p.says("glue", "inside") for p in before
    )
    return 0 if timed else first


def _is_label(sentence: Sentence, at: int, person: int) -> bool:
    """'Secretary General: …' on a line of its own."""
    pieces = sentence.pieces
    colon = next((k for k in range(at, person) if pieces[k].mark == ":"), None)
    return colon is not None and at <= 2 and len(pieces) - person <= 4


def _not_holder(
    sentence: Sentence,
    matter: Matter,
    at: tuple[int, int],
    who: str,
    mine: tuple[Term, ...],
    moment: Moment,
    *,
    stale: bool,
) -> Iterator[Problem]:
    known, tell = matter.known, matter.tell
    now = [t for t in mine if window(known, t, mine).touches(moment)] or list(mine[-1:])
    before = [t for t in mine if t.person == who]
    if not before and is_beyond(known, moment.last):
        return  # who came later is not known here
    if not now or (stale and before and window(known, before[-1], mine).may_begin > moment.last):
        return
    term = now[-1]
    kept = [
        recorded(matter, name_of(known, term, tell), office_name(known, term.office, tell), span_of(known, term, tell))
    ]
    if before:
        kept.append(recorded(matter, name_of(known, before[-1], tell), span_of(known, before[-1], tell)))
    is_stale = bool(before) and stale
    yield against(
        matter, sentence, "stale" if is_stale else "holder", at, kept=listed(kept, tell), entry=f"offices/{term.id}",
        sources=dict.fromkeys((*term.sources, *(s for t in before for s in t.sources))),
        severity="warning" if is_stale else "error", dispute=dispute_on(known, f"offices/{term.id}#person"),
    )  # fmt: skip


def _since(sentence: Sentence, matter: Matter, at: int, person: int, mine: tuple[Term, ...]) -> Iterator[Problem]:
    """'took office in November 2021': right behind the verb, in the sentence that names the holder."""
    pieces = sentence.pieces
    verb = _began_at(sentence, at, person)
    if verb is None or len({p.one("person") for p in pieces if _names_person(p)}) != 1 or not sentence.asserts(verb):
        return
    end = verb + 1
    while end < len(pieces) and (end in (at, person) or _is_of_post(pieces[end])):
        end += 1
    when = pieces[end].when if end < len(pieces) else None
    terms = [t for t in mine if t.person == pieces[person].one("person")]
    if when is None or not terms or any(_began(t, when) for t in terms):
        return
    yield held_otherwise(sentence, matter, (end, end), terms[0], when, "since", "person")


def held_otherwise(
    sentence: Sentence, matter: Matter, at: tuple[int, int], term: Term, stated: When, *fields: str
) -> Problem:
    """Pieces `at` give a term days that the record has not; `fields` of the term on which sources may differ."""
    dispute = dispute_on(matter.known, *(f"offices/{term.id}#{field}" for field in fields))
    kept = recorded(matter, name_of(matter.known, term, matter.tell), span_of(matter.known, term, matter.tell))
    return against(
        matter, sentence, "date", at, kept=kept, entry=f"offices/{term.id}", sources=term.sources, dispute=dispute,
        severity=severity_of(matter, dispute, claimed(dispute, stated)),
    )  # fmt: skip


def _began_at(sentence: Sentence, at: int, person: int) -> int | None:
    """The piece that says 'took office', or 'since' right behind the office."""
    pieces = sentence.pieces
    verb = next((k for k, p in enumerate(pieces) if k >= min(at, person) - 2 and p.says("took-office")), None)
    if verb is not None:
        return verb
    since = max(at, person) + 1
    while since < len(pieces) and (pieces[since].of("house") or pieces[since].says("glue")):
        since += 1
    return since if since < len(pieces) and pieces[since].says("since") else None


def _is_of_post(piece: Piece) -> bool:
    return piece.says("post", "glue", "since", "the-organization") or bool(piece.of("house"))


def _began(term: Term, when: When) -> bool:
    since = term.since
    if since is None or since.first is None or since.last is None or "since" in term.unsourced:
        return True
    return when.fits(since.first, since.last)


def printed_from(sentence: Sentence, person: int) -> int:
    """Where the name begins of which a known last name is the end: at unknown words behind a title, 'is' or a colon."""
    pieces, start = sentence.pieces, person
    while start > 0 and pieces[start - 1].unknown:
        start -= 1
    before = pieces[start - 1] if start > 0 else None
    named = before is not None and (
        before.says("title", "is", "was") or bool(before.of("office")) or before.mark == ":"
    )
    return start if named else person


def _forms(matter: Matter, person: str) -> list[tuple[str, ...]]:
    found = matter.known.persons_by_id.get(person)
    return [tuple(map(plain, words_of(f))) for f in (*found.names.values(), *found.forms)] if found else []


def is_he(sentence: Sentence, matter: Matter, person: int) -> bool:
    """The words before a known last name are of his name too, as languages spell them: else it is somebody else's."""
    start = printed_from(sentence, person)
    known = {_spelled(w) for form in _forms(matter, sentence.pieces[person].one("person")) for w in form}
    return all(_spelled(plain(w)) in known for p in sentence.pieces[start:person] for w in p.words)


def _spelled(word: str) -> str:
    """A name without what spellings differ in: Ameen and Amin, Azzedine and Azeddine."""
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", word)) if word.isascii() else word


def _name(sentence: Sentence, matter: Matter, person: int) -> Iterator[Problem]:
    """The words of a known name in another order."""
    start = printed_from(sentence, person)
    printed = tuple(_spelled(plain(w)) for p in sentence.pieces[start : person + 1] for w in p.words)
    found = matter.known.persons_by_id.get(sentence.pieces[person].one("person"))
    forms = [tuple(map(_spelled, form)) for form in _forms(matter, found.id)] if found else []
    if found is None or start == person or any(_within(printed, form) for form in forms):
        return
    yield against(
        matter, sentence, "name", (start, person), kept=person_name(matter.known, found.id, found.names, matter.tell),
        entry=f"persons/{found.id}", sources=found.sources, severity="note",
    )  # fmt: skip


def _within(printed: tuple[str, ...], form: tuple[str, ...]) -> bool:
    """The words of a name in their order, some left out."""
    rest = iter(form)
    return all(any(word == other for other in rest) for word in printed)
