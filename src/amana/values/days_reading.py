"""Days as they stand in running text: single, ranges and lists, both calendars, in ar, en, fr and id.

A month's name is the anchor; the days before it, the days and the year after it belong to it. Neighbours then join:
a range ("30 June – 2 July 1999"), a list ("16 et 17 Chawal"), a pair of both calendars ("… الموافق …"). A bare year
is no day (the word "2030" alone may be anything), nor is a month alone ("may", "mars").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from amana.values.days_edtf import Day, Span
from amana.values.days_grammar import LETTER, Grammar, grammar_of
from amana.values.expressions import expression
from amana.values.folding import Folded, folded_once, span_back
from amana.values.glances import Glance
from amana.values.months import Calendar, first_words, key, names


@dataclass(frozen=True, slots=True)
class StatedDays:
    """An expression of days where it stands: characters `start` to `end` (outside), `text` as printed.

    `gregorian` and `hijri` are as stated; both where the text states a pair. Where no year is stated both are None and
    `yearless` holds the months and days: '--08-05' or '--08-05/--08-09'.
    """

    text: str
    start: int
    end: int
    gregorian: Span | None = None
    hijri: Span | None = None
    yearless: str = ""


def read_days(text: str, language: str) -> tuple[StatedDays, ...]:
    """The days that `text` states, in order.

    >>> [str(d.gregorian) for d in read_days("held from 30 June – 2 July 1999 and on December 31, 2026", "en")]
    ['1999-06-30/1999-07-02', '2026-12-31']
    >>> [(str(d.hijri), str(d.gregorian)) for d in read_days("24 إلى 28 محرم 1412هـ الموافق 4 - 8 أغسطس 1991م", "ar")]
    [('1412-01-24/1412-01-28', '1991-08-04/1991-08-08')]
    >>> read_days("the Committee may request 5 reports", "en")
    ()
    """
    if language not in _GRAMMARS_OF:
        return ()
    seen = folded_once(text)
    if not seen.figures or not (seen.usual or _DIGIT.search(text)):
        return ()
    folded, places = seen.folded, seen.places
    grammar = grammar_of(language)
    atoms: list[_Atom] = []
    if _MONTHS[language].at(seen):
        atoms.extend(_named(grammar, seen, _Original(text, places)))
    if _may_be_figures(seen):
        atoms.extend(_in_figures(grammar, folded))
    if not atoms:
        return ()
    if ") " in folded:
        atoms = [a if a.first[0] else _in_that_year(folded, a) for a in atoms]
    atoms.sort(key=lambda a: (a.start, -a.end))
    found = _paired(grammar, folded, _ranged(grammar, folded, _apart(atoms)))
    return tuple(_stated(text, places, pair) for pair in found if pair[0].first[0] or not pair[0].needs_year)


def _in_that_year(folded: str, atom: _Atom) -> _Atom:
    """The day of an act whose number tells its year: "resolutions 186 (1964) of 4 March, 187 (1964) of 13 March"."""
    told = _OF_THAT_YEAR.search(folded, max(0, atom.start - 24), atom.start)
    return atom if told is None or atom.calendar != "gregorian" else atom.in_year(int(told[1]))


_Numbers = tuple[int, int, int]  # year, month, day; 0 where not stated


@dataclass(slots=True)
class _Atom:
    """From `first` to `last` in one calendar. `other`: the other reading where figures leave day and month open."""

    start: int
    end: int
    calendar: Calendar
    first: _Numbers
    last: _Numbers
    other: _Numbers | None = None
    needs_year: bool = False

    def in_year(self, year: int) -> _Atom:
        return replace(self, first=(year, *self.first[1:]), last=(year, *self.last[1:]))


@dataclass(slots=True)
class _Original:
    text: str
    places: list[int] | None

    def capital(self, at: int) -> bool:
        return self.text[self.places[at] if self.places else at].isupper()


_GRAMMARS_OF = ("ar", "en", "fr", "id")
_MONTHS = {language: Glance(language, partial(first_words, language)) for language in _GRAMMARS_OF}
_DIGIT = expression(r"\d")
_LETTERS = expression(rf"{LETTER}+")

_NEAR = 40
_COMMON_WORDS = frozenset({"اب", "صفر", "ماي", "اوت"})  # father, zero, …: months only with a year
_SURELY_FIRST = frozenset({"غرة", "غره", "فاتح", "الفاتح"})
"""What names the first day of a month and nothing else."""
_RANGE_WORDS = frozenset({"-", "to", "until", "till", "through", "au", "a", "الي", "حتي", "sampai", "hingga"})
_FIGURE_DAY = expression(
    r"(?<![\w/.-])(?<!/ )(?:(?P<year_first>\d{4})([-/.]| / )(?P<b>\d{1,2})\2(?P<c>\d{1,2})"
    r"|(?P<d>\d{1,2})([-/.]| / )(?P<e>\d{1,2})\6(?P<year_last>\d{4}))(?!\d| ?/)"
)
_STROKES = frozenset(("-", "/", ".", " / "))
_FIGURE_TAIL = expression(r"[\w/-]|\.\d")
_BETWEEN = expression(r"(?:\bbetween|\bentre|\bantara|بين)\s+(?:the |le )?$")
_OF_THAT_YEAR = expression(
    r"[0-9]{1,4} ?\(((?:19|20)[0-9]{2})\) (?:of|du|dated|(?:adopted )?on|en date du|date du|المؤرخة?(?: في)?|في|tanggal|tertanggal) $"
)
_PART_OF_MONTH = expression(r"(?:اسبوع|نصف|ثلث|ربع|عشر|شطر|minggu|pekan|paruh|bagian) $")
"""What is counted within a month by the rank behind it: the first week of March is not its first day."""
_CLOSING = expression(r"\s{0,4}\)")


def _may_be_figures(seen: Folded) -> bool:
    """A cheap look: whether two figures stand with a stroke between them."""
    end = -2
    for start, stop in seen.runs:
        if start - end <= 3 and seen.folded[end:start] in _STROKES:
            return True
        end = stop
    return False


def _named(grammar: Grammar, seen: Folded, original: _Original) -> Iterator[_Atom]:
    """Expressions around a month's name, looked for near figures only."""
    folded, places = seen.folded, list(_month_places(grammar.language, seen))
    for low, high in _windows(seen.runs):
        free = low
        for place in places[bisect_left(places, low) : bisect_left(places, high)]:
            if place < free:
                continue
            match = grammar.month.match(folded, place, high)
            if match is None:
                continue
            free = match.end()
            month = _month(grammar.language, match[0])
            if month is None or (grammar.language in ("en", "id") and not original.capital(place)):
                continue
            yield from _around(grammar, folded, match, *month)


def _month_places(language: str, seen: Folded) -> Iterator[int]:
    """Where a month's name may begin, in order: in Arabic behind what is attached to the word too."""
    words, behind = first_words(language), (0, 1, 2) if language == "ar" else (0,)
    pieces, mixed, start, done = seen.pieces, seen.mixed, 0, 0
    for at in [at for at in range(1, len(pieces), 2) if pieces[at] in words or (mixed and not pieces[at].isalpha())]:
        start += sum(map(len, pieces[done:at]))
        done = at
        if pieces[at] in words:
            yield from (start + n for n in behind)
            continue
        for run in _LETTERS.finditer(pieces[at]):
            if run[0] in words:
                yield from (start + run.start() + n for n in behind)


def _windows(runs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    low = high = -1
    for start, end in runs:
        if start - _NEAR > high:
            if high > 0:
                yield low, high
            low = max(0, start - _NEAR)
        high = end + _NEAR
    if high > 0:
        yield low, high


@lru_cache(maxsize=2048)
def _month(language: str, written: str) -> tuple[Calendar, int, bool, bool] | None:
    """Calendar, number, whether it needs a day, whether it needs a year; None where two names contradict each other."""
    known = [names(language).get(key(name)) for name in written.split("/")]
    first = known[0]
    if first is None or any(other is None or other[:2] != first[:2] for other in known):
        return None
    return (*first, key(written) in _COMMON_WORDS)


def _around(
    grammar: Grammar, folded: str, name: re.Match[str], calendar: Calendar, month: int, with_day: bool, with_year: bool
) -> Iterator[_Atom]:
    left = folded[max(0, name.start() - 60) : name.start()]
    before = grammar.before.search(left)
    word = None if before else grammar.words_before.search(left)
    if word is not None and _PART_OF_MONTH.search(left, 0, word.start()):
        word = None
    after = None
    start, end, groups = name.start(), name.end(), []
    if before:
        start = name.start() - len(left) + before.start()
        groups = _groups(grammar, before["days"], start)
        start = groups[0][0] if groups else start
    elif word:
        start = name.start() - len(left) + word.start()
        groups = [(start, grammar.ranks[word["word"]], grammar.ranks[word["word"]])]
    elif grammar.language == "en" and (after := grammar.after.match(folded, name.end())):
        groups = [(start, first, last) for _, first, last in _groups(grammar, after["days"], 0)]
        end = after.end()
    stated = after if after else grammar.year.match(folded, name.end())
    year = _year(stated, calendar) if stated and stated["year"] else 0
    if stated and year and not after:
        end = stated.end()
    elif after and not year:
        end = after.end("days")
    if year < 0 or (not groups and (with_day or not year)):
        return
    with_year = with_year and not (word and word["word"] in _SURELY_FIRST)
    for place, (at, first_day, last_day) in enumerate(groups or [(start, 0, 0)]):
        final = place == len(groups) - 1 or not groups
        reach = end if final or after else name.start() - 1
        yield _Atom(
            at, reach if final else at + 1, calendar, (year, month, first_day), (year, month, last_day), None, with_year
        )


def _groups(grammar: Grammar, days: str, offset: int) -> list[tuple[int, int, int]]:
    """Runs of days in a list such as "4, 5 and 7": where each begins, its first and its last day."""
    stated = [(m.start(2) + offset, m[1] or "", int(m[2])) for m in grammar.in_list.finditer(days)]
    if len(stated) > 1 and stated[-1][1] in (",", "،"):
        stated = stated[-1:]  # "paragraph 12, 5 July": the number before the comma is no day
    out: list[tuple[int, int, int]] = []
    for at, joint, day in stated:
        if out and joint and (joint in _RANGE_WORDS or day == out[-1][2] + 1) and day > out[-1][2]:
            out[-1] = (out[-1][0], out[-1][1], day)
        elif not out or day > out[-1][2]:
            out.append((at, day, day))
        else:
            out = [(at, day, day)]
    return out if all(first >= 1 and last <= 31 for _, first, last in out) else []


def _year(stated: re.Match[str], calendar: Calendar) -> int:
    """The year stated; -1 where it cannot be one of that calendar."""
    year = int(stated["year"])
    era = "hijri" if stated["hijri"] else "gregorian" if stated["common"] else calendar
    if stated["hijri"] and calendar == "hijri":
        return year if 1 <= year < 3000 else -1  # the era is named: a year beyond every table is still what is stated
    return year if era == calendar and (1000 <= year < 1600) == (calendar == "hijri") and year < 3000 else -1


def _in_figures(grammar: Grammar, folded: str) -> Iterator[_Atom]:
    """Days written in figures alone: 1969-09-25, 25/9/1969, 12/7/1389هـ."""
    for match in _FIGURE_DAY.finditer(folded):
        era = grammar.era.match(folded, match.end())
        if _FIGURE_TAIL.match(folded, match.end()) and not era:
            continue
        if match["year_first"]:
            year, month, day = int(match["year_first"]), int(match["b"]), int(match["c"])
        else:
            day, month, year = int(match["d"]), int(match["e"]), int(match["year_last"])
            if month > 12 >= day:
                day, month = month, day
        if not (1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year < 3000):
            continue
        open_ = grammar.language == "en" and not match["year_first"] and day <= 12 and day != month
        calendar: Calendar = "hijri" if year < 1600 or (era and era["hijri"]) else "gregorian"
        stated, other = (year, month, day), (year, day, month) if open_ else None
        yield _Atom(match.start(), era.end() if era else match.end(), calendar, stated, stated, other)


def _apart(atoms: list[_Atom]) -> list[_Atom]:
    out: list[_Atom] = []
    for atom in sorted(atoms, key=lambda a: (a.start, -a.end)):
        if not out or atom.start >= out[-1].end:
            out.append(atom)
    return out


def _ranged(grammar: Grammar, folded: str, atoms: list[_Atom]) -> list[_Atom]:
    """Neighbours of one calendar joined from the right: a range becomes one, a list shares its year."""
    out: list[_Atom] = []
    for atom in reversed(atoms):
        after = out[-1] if out else None
        if after is None or after.calendar != atom.calendar or after.other or atom.other:
            out.append(atom)
            continue
        between = folded[atom.end : after.start]
        if _through(grammar, folded, atom, between) and atom.first == atom.last and after.first == after.last:
            first = atom.first if atom.first[0] else atom.in_year(after.first[0]).first
            joined = first <= after.last and bool(first[2]) == bool(after.last[2])
            out[-1:] = [replace(after, start=atom.start, first=first)] if joined else [after, atom]
        elif not atom.first[0] and after.first[0] and (grammar.along.fullmatch(between) or not between.strip()):
            out.append(atom.in_year(after.first[0]))
        else:
            out.append(atom)
    return out[::-1]


def _through(grammar: Grammar, folded: str, atom: _Atom, between: str) -> bool:
    """ "30 June – 2 July", and "between 30 June and 2 July"."""
    if grammar.through.fullmatch(between):
        return True
    return bool(grammar.along.fullmatch(between)) and bool(_BETWEEN.search(folded, max(0, atom.start - 12), atom.start))


def _paired(grammar: Grammar, folded: str, atoms: list[_Atom]) -> Iterator[tuple[_Atom, _Atom | None, int]]:
    """Each expression with its like in the other calendar beside it, and where the two together end."""
    at = 0
    while at < len(atoms):
        atom, after = atoms[at], atoms[at + 1] if at + 1 < len(atoms) else None
        between = folded[atom.end : after.start] if after else ""
        if (
            after
            and after.calendar != atom.calendar
            and atom.first[0]
            and after.first[0]
            and grammar.pair.fullmatch(between)
        ):
            closing = _CLOSING.match(folded, after.end) if "(" in between else None
            yield atom, after, closing.end() if closing else after.end
            at += 2
        else:
            yield atom, None, atom.end
            at += 1


def _stated(text: str, places: list[int] | None, pair: tuple[_Atom, _Atom | None, int]) -> StatedDays:
    atom, partner, until = pair
    start, end = span_back(text, places, atom.start, until)
    if not atom.first[0]:
        days = [f"--{n[1]:02d}-{n[2]:02d}" for n in dict.fromkeys((atom.first, atom.last))]
        return StatedDays(text[start:end], start, end, yearless="/".join(days))
    spans = {one.calendar: _span(one.first, one.last, one.other) for one in (atom, partner) if one}
    return StatedDays(text[start:end], start, end, spans.get("gregorian"), spans.get("hijri"))


@lru_cache(maxsize=1024)  # the same days come again and again
def _span(first: _Numbers, last: _Numbers, other: _Numbers | None) -> Span:
    if other:
        one, two = sorted((_day(first).text, _day(other).text))
        either = Day(f"[{one},{two}]")
        return Span(either, either)
    return Span(_day(first), _day(last))


def _day(numbers: _Numbers) -> Day:
    return Day.numbered(*(n for n in numbers if n))
