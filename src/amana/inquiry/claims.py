"""A text cut into sentences and pieces that may tell of an organization: names, ranks, numbers, days, words of claims."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from amana.inquiry.known import Known
from amana.inquiry.phrasebook import Meant, Phrasebook, phrasebook
from amana.inquiry.tokens import words_of
from amana.values.blocks import Block
from amana.values.days import StatedDays, read_days
from amana.values.hijri import HijriDate, OutOfTable, computed_gregorian, to_gregorian
from amana.values.numbers_finding import Number, find_numbers

_TOKEN = re.compile(
    r"[0-9\u0660-\u0669\u06f0-\u06f9]+|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u065f\u0670\u0640])*|[,،;؛:()\[\]«»“”\"]"
)
_MARKS = frozenset(',،;؛:()[]«»“”"')
_COMMAS = frozenset(",،;؛:")
_END = re.compile(r"(?<!\b[A-Z])(?<!\b[Dd]r)(?<!\b[Mm]r)(?<!\b[Nn]o)(?<!\bart)[.!?؟…]+(?=\s|$|[\"”»)])|\n+")
_COMING = re.compile("^[وف]?س[يتن][\u0621-\u064a]{3,}$")
"""An Arabic verb of the future: سيعقد, ستتولى."""
_SLACK = timedelta(days=2)
"""So far apart may be what two reckonings of one Hijri day make of it."""
_HIJRI = re.compile(r"\s?(?:A\.?H\b|H\b|هـ|هجري)")
_HIJRI_YEARS = range(1380, 1500)
"""Years that the table of the Hijri calendar has."""
_APART = timedelta(days=10)
"""So far apart two calendars of one statement cannot mean the same days."""
_YEARS = (1900, 2199)
_OF = frozenset({"of", "for", "to", "de", "des", "d", "du", "pour", "au", "untuk", "dari"})
ARTICLES = frozenset({"the", "l", "la", "le", "les"})
_THAT = frozenset(
    "that when while whereas where sedangkan sementara tandis بينما فيما أن ان إن وأن أنه حيث bahwa que où quand".split()
)
AND = frozenset({"and", "et", "dan", "و"})
_AFTER = frozenset({"after", "بعد", "après", "apres", "setelah"})
OTHER, UNSURE = "another", "unsure"
"""Another organization was spoken of; something of which it is not sure what it is."""
_ACRONYM = 3
"""A word no longer than that in small letters is no acronym: French un is not the UN, who is not the WHO."""
_BODIES = frozenset({"party", "partner", "organ"})
_FOR = ("لم", "لل", "بم")


@dataclass(frozen=True, slots=True)
class When:
    """The time a text states: any day from `first` to `last` may be meant; two days more on each side of a Hijri one."""

    first: date
    last: date
    text: str
    exact: bool
    """One day, or days of one month: not merely a month or a year."""
    split: bool = False
    """It is stated in two calendars, which mean other days."""

    @classmethod
    def of_year(cls, year: int, text: str = "") -> When:
        """Some day of a year."""
        return cls(date(year, 1, 1), date(year, 12, 31), text, exact=False)

    def fits(self, first: date, last: date) -> bool:
        """Some day of it is one of these."""
        return self.first <= last and first <= self.last


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together: what they may mean, or a rank, a number, a time, a mark; of unknown words nothing."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    meanings: frozenset[Meant] = frozenset()
    rank: int | None = None
    number: int | None = None
    when: When | None = None
    mark: str = ""

    def of(self, kind: str) -> tuple[str, ...]:
        """The things of that kind it may mean."""
        if not self.meanings:
            return ()
        found = [thing for k, thing in self.meanings if k == kind]
        return tuple(sorted(found)) if len(found) > 1 else tuple(found)

    def one(self, kind: str) -> str:
        """The only thing of that kind, or ''."""
        found = self.of(kind)
        return found[0] if len(found) == 1 else ""

    def says(self, *claims: str) -> bool:
        """It may be one of these words."""
        return bool(self.meanings) and any(("claim", c) in self.meanings for c in claims)

    @property
    def unknown(self) -> bool:
        """Nothing is known of it."""
        return not self.meanings and not self.mark and self.rank is None and self.number is None and self.when is None

    @property
    def comma(self) -> bool:
        """It parts two clauses."""
        return self.mark in _COMMAS if self.mark else False


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the sentences before spoke of. `things`: ids of the organization and organs, OTHER and UNSURE; `person`: a holder of `office`.

    `series`: organ and kind of the sessions last counted. '' and None: nothing, or it is not sure.
    """

    things: tuple[str, ...] = ()
    person: str = ""
    office: str = ""
    series: tuple[str, str] | None = None

    @property
    def thing(self) -> str:
        """The only thing spoken of, or ''."""
        return self.things[0] if len(self.things) == 1 and self.things[0] not in (OTHER, UNSURE) else ""


@dataclass(frozen=True)
class Sentence:
    """One sentence of a block. `about`: what is spoken of here is the organization, also where it is not named."""

    block: Block
    language: str
    pieces: tuple[Piece, ...]
    about: bool
    day: date
    """The day of the text: what it calls the present."""
    before: Spoken = Spoken()
    """What the sentences before spoke of."""

    def clause(self, at: int) -> tuple[int, int]:
        """From which to which piece (outside) the clause goes that piece `at` is in."""
        start, end = at, at
        while start > 0 and not self.pieces[start - 1].comma:
            start -= 1
        while end < len(self.pieces) and not self.pieces[end].comma:
            end += 1
        return start, end

    def asserts(self, at: int, until: int | None = None) -> bool:
        """What stands from piece `at` to `until` is said as a fact: not denied, supposed, planned, quoted or reported."""
        if self._reported:
            return False
        last = len(self.pieces) - 1
        start, end = self.clause(at)[0], self.clause(min(at if until is None else until, last))[1]
        inside = self.pieces[start:end]
        if any(at <= q < end for q in range(start, end) if q in self._quoted):
            return False
        return not any(p.says("no", "if", "will") or _is_coming(p) for p in inside)

    @cached_property
    def _reported(self) -> bool:
        return any(p.says("said") for p in self.pieces)

    @cached_property
    def _quoted(self) -> frozenset[int]:
        """The pieces inside quotation marks that hold more than a name."""
        found: set[int] = set()
        opened: int | None = None
        for at, piece in enumerate(self.pieces):
            if piece.mark in ("«", "“") or (piece.mark == '"' and opened is None):
                opened = at
            elif piece.mark in ("»", "”", '"') and opened is not None:
                if at - opened > 4:
                    found.update(range(opened, at))
                opened = None
        return frozenset(found)

    def heads(self, at: int) -> bool:
        """The name at piece `at` stands for itself: it is not 'the Fund of the OIC', 'Dana OKI', 'صندوق المنظمة'."""
        before = at - 1
        while before >= 0 and self.pieces[before].words and set(self.pieces[before].words) <= ARTICLES:
            before -= 1
        if self.pieces[at].words and self.pieces[at].words[0].startswith(_FOR):
            return False
        if before < 0 or self.pieces[before].mark or self.pieces[before].when is not None:
            return True
        piece = self.pieces[before]
        if piece.words == ("s",) and before and self.pieces[at].of("organ") and self.pieces[before - 1].of("house"):
            return self.heads(before - 1)  # 'the OIC's Women Development Organization'
        if piece.unknown:
            return bool(set(piece.words) & _THAT)
        if piece.says("glue"):
            return not set(piece.words) & _OF
        return not (piece.of("organ") or piece.of("office") or piece.says("member", "states", "session", "gathering"))

    def times(self, start: int = 0, end: int | None = None) -> tuple[When, ...]:
        """The times stated from one piece to another."""
        return tuple(p.when for p in self.pieces[start:end] if p.when is not None)


def _is_coming(piece: Piece) -> bool:
    return piece.unknown and bool(piece.words) and _COMING.match(piece.words[0]) is not None


def sentences(blocks: Sequence[Block], language: str, known: Known, day: date) -> Iterator[Sentence]:
    """The sentences of a text in its language, in order; `day`: of the text itself."""
    book, about = phrasebook(known, language, "text"), False
    states = {p.id for p in known.parties if p.kind == "state"}
    for block in blocks:
        pieces = _pieces(block.text, language, book)
        for run in map(_settled, map(_unbracketed, _runs(block.text, pieces))):
            named = next(filter(None, (_organization(p, states) for p in run)), "same")
            spoken = named == "house" or (named == "same" and about)
            yield Sentence(block, language, tuple(run), spoken, day)
            about = spoken and not _names_two(run, states)


def _unbracketed(run: list[Piece]) -> list[Piece]:
    """Without the acronym in brackets right behind a name: 'the Organisation of Islamic Cooperation (OIC) comprises …'."""
    for at in range(len(run) - 3, 0, -1):
        if run[at].mark == "(" and run[at + 2].mark == ")" and _is_acronym(run[at - 1], run[at + 1]):
            del run[at : at + 3]
    return run


def _is_acronym(name: Piece, inside: Piece) -> bool:
    things = {m for m in name.meanings if m[0] in ("house", "organ")}
    short = inside.unknown and len(inside.text) > 1 and inside.text.isupper()
    return bool(things) and (not things.isdisjoint(inside.meanings) or inside.says("the-organization") or short)


def _settled(run: list[Piece]) -> list[Piece]:
    """'The organization' of what is not known, or of an unknown kind, is not the organization spoken of.

    And 'until' between two days is no condition.
    """
    for at, piece in enumerate(run[:-1]):
        following = run[at + 1]
        if piece.says("if") and at and run[at - 1].when and any(p.when for p in run[at + 1 : at + 3]):
            run[at] = replace(piece, meanings=frozenset({("claim", "glue")}))
        if piece.says("the-organization") and (_is_kind(piece, following) or set(following.words) & _OF):
            run[at] = replace(piece, meanings=frozenset())
    return run


def _is_kind(piece: Piece, following: Piece) -> bool:
    """The unknown word behind it is an adjective of it: المنظمة العربية; not so تتمتع المنظمة بشرف."""
    article = ("ال", "لل")
    if not following.unknown:
        return False
    arabic = any(w.startswith(article) for w in piece.words)
    return (
        following.words[0].startswith(article)
        if arabic
        else following.text[:1].isupper() or not piece.words[0].isascii()
    )


def _names_two(run: list[Piece], states: set[str]) -> bool:
    """Another organization is named too, not only compared with: who is spoken of next is open."""
    for at, piece in enumerate(run):
        acronym = piece.unknown and len(piece.text) > 1 and piece.text.isupper()
        if acronym or _organization(piece, states) == "other":
            near = {w for p in run[max(0, at - 2) : at] for w in p.words}
            if not near & _AFTER:
                return True
    return False


def _organization(piece: Piece, states: set[str]) -> str:
    """'house' where the piece names the organization, 'other' where another one, 'same' where the one spoken of."""
    if piece.of("house"):
        return "house"
    if piece.says("the-organization"):
        return "same"
    party = piece.of("party")
    return "other" if piece.says("other-organization") or piece.of("partner") or set(party) - states else ""


def is_other(piece: Piece, known: Known) -> bool:
    """It names another organization."""
    party = [p for p in piece.of("party") if (found := known.parties_by_id.get(p)) and found.kind != "state"]
    return not piece.of("house") and (piece.says("other-organization") or bool(piece.of("partner")) or bool(party))


def _runs(text: str, pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each sentence."""
    ends = [m.end() for m in _END.finditer(text)]
    runs: dict[int, list[Piece]] = {}
    for piece in pieces:
        runs.setdefault(bisect_right(ends, piece.start), []).append(piece)
    yield from runs.values()


def _pieces(text: str, language: str, book: Phrasebook) -> list[Piece]:
    tokens = [(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(text)]
    words = tuple("" if t[2] in _MARKS else "".join(words_of(t[2])) for t in tokens)
    counted = _counted(text, language)
    found: list[Piece] = []
    at = 0
    while at < len(tokens):
        following, piece = _piece(text, tokens, words, at, counted, book)
        found.append(piece)
        at = following
    return found


def _piece(
    text: str,
    tokens: Sequence[tuple[int, int, str]],
    words: tuple[str, ...],
    at: int,
    counted: Mapping[int, tuple[int, Piece]],
    book: Phrasebook,
) -> tuple[int, Piece]:
    start, end, token = tokens[at]
    if token in _MARKS:
        return at + 1, Piece(start, end, token, (), mark=token)
    phrase = book.longest(words, at) if words[at] else None
    number = next((counted[p] for p in range(start, end) if p in counted), None)
    if number is not None and not (phrase and tokens[phrase[0] - 1][1] > number[0]):
        last = at + 1
        while last < len(tokens) and tokens[last][0] < number[0]:
            last += 1
        return last, number[1]
    if phrase is None:
        return at + 1, Piece(start, end, token, (words[at],))
    last, meanings = _article(words, at, phrase, book) or (phrase[0], frozenset(phrase[1]))
    stop = tokens[last - 1][1]
    if stop - start <= _ACRONYM and text[start:stop].islower():
        meanings = frozenset(m for m in meanings if m[0] not in _BODIES and m[1] != "other-organization")
    return last, Piece(start, stop, text[start:stop], words[at:last], meanings)


def _article(
    words: tuple[str, ...], at: int, phrase: tuple[int, Mapping[Meant, set[str]]], book: Phrasebook
) -> tuple[int, frozenset[Meant]] | None:
    """'the' of 'the Organisation of Islamic Cooperation', which is not 'the organisation'; None anywhere else."""
    if ("claim", "the-organization") not in phrase[1]:
        return None
    for start in range(at + 1, phrase[0]):
        name = book.longest(words, start)
        if name is not None and name[0] > phrase[0]:
            return start, frozenset({("claim", "glue")})
    return None


def _counted(text: str, language: str) -> dict[int, tuple[int, Piece]]:
    """Where each day, rank and number begins: where it ends, and its piece. A year alone is both a number and a time."""
    found: dict[int, tuple[int, Piece]] = {}
    days = read_days(text, language)
    taken = [(d.start, d.end) for d in days]
    for stated in days:
        when = _when(stated)
        if when is not None:
            found[stated.start] = (stated.end, Piece(stated.start, stated.end, stated.text, (), when=when))
    for n in find_numbers(text, language, taken):
        if n.value.isdigit() and not n.unit:
            found[n.start] = (n.end, _number(n, text))
    return found


def _number(number: Number, text: str) -> Piece:
    value = int(number.value)
    if value in _HIJRI_YEARS and (era := _HIJRI.match(text, number.end)):
        first, last = to_gregorian(HijriDate(value, 1, 1)), to_gregorian(HijriDate(value + 1, 1, 1))
        hijri = When(first - _SLACK, last + _SLACK, text[number.start : era.end()], exact=False)
        return Piece(number.start, number.end, number.text, (), when=hijri)
    if number.kind == "ordinal":
        return Piece(number.start, number.end, number.text, (), rank=value)
    is_year = _YEARS[0] <= value <= _YEARS[1] and "," not in number.text
    when = When.of_year(value, number.text) if is_year else None
    return Piece(number.start, number.end, number.text, (), number=value, when=when)


def _when(stated: StatedDays) -> When | None:
    try:
        span = stated.gregorian or (computed_gregorian(stated.hijri) if stated.hijri else None)
    except OutOfTable:
        return None
    if span is None or span.first is None or span.last is None:
        return None
    slack = _SLACK if stated.gregorian is None else timedelta()
    split = _is_split(stated, span.first, span.last)
    exact = (stated.gregorian or stated.hijri or span).exact
    return When(span.first - slack, span.last + slack, stated.text, exact, split)


def _is_split(stated: StatedDays, first: date, last: date) -> bool:
    other = computed_gregorian(stated.hijri) if stated.gregorian and stated.hijri else None
    if other is None or other.first is None or other.last is None:
        return False
    return other.first - last > _APART or first - other.last > _APART
