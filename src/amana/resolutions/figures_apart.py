"""Figures, days and citations of one row that differ between its languages, and where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Protocol

from amana.resolutions.exchanges import exchanged
from amana.resolutions.paragraphs import Citation, Figure, Paragraph
from amana.resolutions.versions import Row
from amana.values.days import Span, StatedDays
from amana.values.folding import digits
from amana.values.hijri import check_pair
from amana.values.problems import Place, Problem, Severity

RUN = re.compile(r"\d+")
SMALL = 12
"""Up to here a number may hide in a word of the other language (a dual, "both", "a dozen")."""


HALF_IN_DIGITS = re.compile(r"[.,٫]5(?!\d)")
HALF = re.compile(r"\b(?:half|demie?|و?(?:ال)?نصف)\b", re.IGNORECASE)
"""1.5 million may be written "one and a half million"."""


class Spanned(Protocol):
    """Whatever stands between two characters of a paragraph."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def spot(paragraph: Paragraph, what: Spanned) -> Place:
    """The place of something within its paragraph."""
    return replace(paragraph.place, start=what.start, end=what.end)


class Printed(Spanned, Protocol):
    """Something that stands in a paragraph and can be shown."""

    @property
    def text(self) -> str: ...


Unmatched = Callable[[Paragraph, Paragraph], Sequence[Printed]]


def _told(code: str, row: Row, unmatched: Unmatched) -> Iterator[Problem]:
    """One finding a row: what each version has that another lacks; an error where both have something in its place."""
    seen: dict[str, dict[tuple[int, int], Printed]] = {language: {} for language in row.texts}
    severity: Severity = "warning"
    for (one, a), (other, b) in combinations(row.texts.items(), 2):
        left, right = unmatched(a, b), unmatched(b, a)
        seen[one].update({(f.start, f.end): f for f in left})
        seen[other].update({(f.start, f.end): f for f in right})
        if left and right:
            severity = "error"
    if not any(seen.values()):
        return
    shown = tuple(f"{language}: {', '.join(f.text for f in found.values()) or '–'}" for language, found in seen.items())
    places = tuple(
        place
        for language, found in seen.items()
        for place in ([spot(row.texts[language], f) for f in found.values()] or [row.texts[language].place])
    )
    yield Problem(code, {"key": row.key, "differences": shown}, places, severity)


def same_figures(row: Row) -> Iterator[Problem]:
    """A number in digits stands in one version and another has a different one in its place, or none at all."""
    if row.part != "structure":
        yield from _told("figures-differ", row, _figures_apart)


def _figures_apart(a: Paragraph, b: Paragraph) -> list[Figure]:
    """Figures of `a` that `b` surely lacks; a small one counts only where `b` has another in its place."""
    left = _unmatched(a, b)
    if left and not _unmatched(b, a):
        left = [f for f in left if not (f.value.isdigit() and int(f.value) <= SMALL)]
    told = {f.start for f in left}
    return sorted([*left, *(f for f in exchanged(a, b) if f.start not in told)], key=lambda f: f.start)


def _unmatched(a: Paragraph, b: Paragraph) -> list[Figure]:
    """Figures of `a` of which `b` has no trace: neither as a figure, nor in words, nor anywhere in its digits."""
    there = Counter(f.value for f in b.figures)
    runs = Counter(RUN.findall(digits(b.text)))
    out = []
    for figure in a.figures:
        if there[figure.value] > 0:
            there[figure.value] -= 1
        elif figure.kind == "digits" and not _hidden(figure, runs, b):
            out.append(figure)
    return out


def _hidden(figure: Figure, runs: Counter[str], other: Paragraph) -> bool:
    """Whether the other version may have this figure in a form that is not read: small, or among its digits."""
    value = figure.value
    if value.isdigit() and int(value) <= SMALL and not any(f.kind == "digits" for f in other.figures):
        return True
    if HALF_IN_DIGITS.search(digits(figure.text)) and HALF.search(other.text):
        return True
    pieces = RUN.findall(digits(figure.text))
    return bool(pieces) and all(runs[p] > 0 for p in pieces) and not any(f.value == value for f in other.figures)


def same_days(row: Row) -> Iterator[Problem]:
    """A day in one version is another day in another version."""
    yield from _told("days-differ", row, _days_apart)


def _days_apart(a: Paragraph, b: Paragraph) -> list[StatedDays]:
    """Days of `a` that `b` surely does not state: it states another in its place, or has not even the digits."""
    left = _days_unmatched(a, b)
    return left if left and _days_unmatched(b, a) else [d for d in left if not _digits_there(d, b)]


def _days_unmatched(a: Paragraph, b: Paragraph) -> list[StatedDays]:
    """Days of `a` that `b` does not state: neither alike in a calendar, nor in the other one against it."""
    return [d for d in a.days if _stated(d) and not any(_alike(d, e) for e in b.days) and not _within(d, a, b)]


def _alike(a: StatedDays, b: StatedDays) -> bool:
    """One calendar alike, and none in which both are exact and differ."""
    for one, other in ((a.gregorian, b.gregorian), (a.hijri, b.hijri)):
        if one is not None and other is not None and one.exact and other.exact and one != other:
            return False
    return bool(_stated(a) & _stated(b))


def _stated(days: StatedDays) -> frozenset[str]:
    said = [f"g{days.gregorian}" if days.gregorian else "", f"h{days.hijri}" if days.hijri else "", days.yearless]
    return frozenset(s for s in said if s)


def _within(days: StatedDays, paragraph: Paragraph, other: Paragraph) -> bool:
    """Whether the other version states the same day less or more fully: without its year, as a month, in pieces."""
    if days.gregorian is None or days.gregorian.first is None or days.gregorian.last is None:
        return False
    first, last = days.gregorian.first, days.gregorian.last
    for stated in other.days:
        if stated.yearless and f"--{first:%m-%d}" in stated.yearless:
            return True
        span = stated.gregorian
        if span is None or span.first is None or span.last is None or not (span.first <= last and first <= span.last):
            continue
        if span.start.precision != days.gregorian.start.precision or not (span.start.exact and span.end.exact):
            return True
    return _in_pieces(days.gregorian, other) or any(
        _in_pieces(d.gregorian, paragraph) and _holds(d.gregorian, days.gregorian)
        for d in other.days
        if d.gregorian is not None
    )


def _in_pieces(whole: Span, other: Paragraph) -> bool:
    """A span that the other version states as a list of days from its first to its last: 4 to 6 May; 4, 5 and 6 May.

    One of its two ends is enough where the number of the other end stands outside the days that could be read there.
    """
    inner = [d.gregorian for d in other.days if d.gregorian is not None and _holds(whole, d.gregorian)]
    if not inner or not whole.exact or whole in inner or whole.first == whole.last:
        return False
    begun = any(span.start == whole.start for span in inner)
    ended = any(span.end == whole.end for span in inner)
    if begun and ended:
        return True
    said = {figure.value for figure in other.figures}
    lacking = whole.end if begun else whole.start
    return (begun or ended) and str(lacking.numbers[-1]) in said


def _holds(whole: Span, part: Span) -> bool:
    return part.exact and whole.exact and whole.start.text <= part.start.text and part.end.text <= whole.end.text


def _digits_there(days: StatedDays, other: Paragraph) -> bool:
    """Whether the other version has the same digits: then it may state the day in words that are not known."""
    runs = set(RUN.findall(digits(other.text)))
    return all(piece in runs for piece in RUN.findall(digits(days.text))) or not other.days


def same_day_in_both_calendars(row: Row) -> Iterator[Problem]:
    """A Hijri day and its Gregorian day, as one version states them, lie more than two days apart."""
    for language, paragraph in row.texts.items():
        for stated in paragraph.days:
            if stated.hijri is not None and stated.gregorian is not None:
                for problem in check_pair(stated.hijri, stated.gregorian, (spot(paragraph, stated),)):
                    if problem.severity != "note":
                        facts = {**problem.facts, "key": row.key, "language": language}
                        yield Problem(problem.code, facts, problem.places, problem.severity)


def same_citations(row: Row) -> Iterator[Problem]:
    """An act or document is cited in one version, and another cites a different one or none."""
    yield from _told("symbols-differ", row, _citations_unmatched)


def _citations_unmatched(a: Paragraph, b: Paragraph) -> list[Citation]:
    free = list(b.citations)
    out = []
    for citation in a.citations:
        like = next((c for c in free if _same(citation, c)), None)
        if like is not None:
            free.remove(like)
        elif not any(_same(citation, c) for c in b.citations) and not _digits_of(citation, b):
            out.append(citation)
    return out


def _digits_of(citation: Citation, other: Paragraph) -> bool:
    """Whether the digits of a citation stand in the other version outside its own citations."""
    cited = Counter(p for c in other.citations for p in RUN.findall(digits(c.text)))
    runs = Counter(RUN.findall(digits(other.text)))
    runs.subtract(cited)
    return all(runs[piece] > 0 for piece in RUN.findall(digits(citation.text)))


def _same(a: Citation, b: Citation) -> bool:
    return any(same_symbol(x, y) for x in (a.symbol, *a.alternatives) for y in (b.symbol, *b.alternatives))


def same_symbol(a: str, b: str) -> bool:
    """Whether two normal forms are one symbol; letters of two scripts are not held against each other.

    >>> same_symbol("6/43-س", "6/43-POL"), same_symbol("6/43-POL", "6/43-ORG")
    (True, False)
    """
    if a == b or a.casefold().replace(" ", "") == b.casefold().replace(" ", ""):
        return True
    if a.isascii() == b.isascii():
        return False
    return RUN.findall(a) == RUN.findall(b)
