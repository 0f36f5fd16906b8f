"""Days of one row that differ between its languages: another day, month or year, the other calendar, the weekday."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from amana.resolutions.days_in_short import named_day, year_cut_short
from amana.resolutions.days_spoilt import spoilt_days
from amana.resolutions.figures_apart import ARABIC_INDIC
from amana.resolutions.paragraphs import Paragraph
from amana.resolutions.sides import Apart, Side, spot, told
from amana.resolutions.versions import Row
from amana.values.days import Span, StatedDays, read_days
from amana.values.expressions import expression
from amana.values.folding import digits
from amana.values.hijri import TOLERATED, check_pair, difference, to_a_day
from amana.values.months import CalendarWord, calendar_words
from amana.values.problems import Problem

RUN = expression(r"\d+")
BEYOND = expression(r"(?<!\d)(?:3[2-9]|[4-9]\d)(?!\d)")
ARABIC_INDIC_RUN = expression("[٠-٩]{2,}")


def same_days(row: Row) -> Iterator[Problem]:
    """A day in one version is another day in another version."""
    yield from told(row, days_apart)


def days_apart(a: Side, b: Side) -> Iterator[Apart]:
    """Days, months and weekdays that two versions state differently; nothing where that is not sure."""
    if a.paragraph.days or b.paragraph.days:
        for one, other in ((a, b), (b, a)):
            if found := spoilt_days(one.paragraph, other.paragraph, one.language, other.language):
                here, there = (found[:1], found[1:]) if one is a else (found[1:], found[:1])
                yield Apart("days-differ", here, there, "error")
                return
        left, right = _days_unmatched(a.paragraph, b.paragraph), _days_unmatched(b.paragraph, a.paragraph)
        if left and right:
            yield Apart("days-differ", left, right, "error")
            return
        if _turned(left, a, b) or _turned(right, b, a):
            yield Apart("figures-reversed", left, right, "warning")
            return
        left, right = _surely(left, b.paragraph), _surely(right, a.paragraph)
        if left or right:
            yield Apart("days-differ", left, right, "warning")
            return
    first = b if b.language in ("en", "id") else a  # the quicker look first
    if not calendar_words(first.paragraph.text, first.language):
        return
    words = calendar_words(a.paragraph.text, a.language), calendar_words(b.paragraph.text, b.language)
    if words[0] and words[1]:
        left_words, right_words = _words_apart(*words, a.paragraph), _words_apart(words[1], words[0], b.paragraph)
        kinds = {w.kind for w in left_words} & {w.kind for w in right_words}
        if not kinds and (kinds := _twice(*words)):  # Sunday and Sunday: Sunday and Tuesday
            left_words, right_words = list(words[0]), list(words[1])
        if kinds:
            yield Apart(
                "days-differ",
                [w for w in left_words if w.kind in kinds],
                [w for w in right_words if w.kind in kinds],
                "error",
            )


def _words_apart(
    mine: Sequence[CalendarWord], other: Sequence[CalendarWord], paragraph: Paragraph
) -> list[CalendarWord]:
    """Months and weekdays that only one version names, outside of days that are stated."""
    there = {(w.kind, w.number) for w in other}
    return [
        w
        for w in mine
        if (w.kind, w.number) not in there
        and (w.kind == "weekday" or not any(d.start <= w.start < d.end for d in paragraph.days))
    ]


def _twice(mine: Sequence[CalendarWord], other: Sequence[CalendarWord]) -> set[str]:
    """The kinds of words of which both versions have as many, but not each as often."""
    one, there = _named(mine), _named(other)
    return {
        kind
        for kind in one.keys() & there.keys()
        if len(one[kind]) == len(there[kind]) > 1 and sorted(one[kind]) != sorted(there[kind])
    }


def _named(words: Sequence[CalendarWord]) -> dict[str, list[int]]:
    """The numbers of the words by their kind; two names of one month, as in كانون الثاني/يناير, count once."""
    out: dict[str, list[int]] = {}
    for before, word in zip((None, *words), words, strict=False):
        twin = before and word.start - before.end == 1 and (before.kind, before.number) == (word.kind, word.number)
        if not twin:
            out.setdefault(word.kind, []).append(word.number)
    return out


def _turned(left: Sequence[StatedDays], a: Side, b: Side) -> bool:
    """Whether Arabic-Indic digits, read the other way, state in `b` the days of `a` that it seems to lack."""
    text = b.paragraph.text
    if not left or b.language != "ar" or not ARABIC_INDIC.search(text):
        return False
    turned = read_days(ARABIC_INDIC_RUN.sub(lambda run: run[0][::-1], text), "ar")
    return bool(turned) and all(any(_alike(d, e) for e in turned) for d in left)


def _surely(left: Sequence[StatedDays], other: Paragraph) -> list[StatedDays]:
    """Days that the other version has surely not: none of their digits stand there, or it states days and not these."""
    if not left:
        return []
    runs = set(RUN.findall(digits(other.text)))
    out = []
    for stated in left:
        pieces = RUN.findall(digits(stated.text))
        if any(f.kind == "ordinal" and named_day(stated, f, other) for f in other.figures):
            continue
        if not (any(p in runs for p in pieces) if not other.days else all(p in runs for p in pieces)):
            out.append(stated)
    return out


def _days_unmatched(a: Paragraph, b: Paragraph) -> list[StatedDays]:
    """Days of `a` that `b` does not state: neither alike in a calendar, nor in the other one against it, nor in short."""
    there = [(e, _stated(e), _one_day(e)) for e in b.days]
    taken = {_stated(d) for d in a.days} if len(a.days) == len(b.days) > 1 else set[frozenset[str]]()
    return [
        d
        for d in a.days
        if (own := _stated(d))
        and not any(_alike(d, e) for e, of in _near(d, there) if of not in taken or own & of)
        and not _within(d, a, b)
        and not (d.gregorian is not None and year_cut_short(d.gregorian, b))
    ]


def _near(
    stated: StatedDays, there: Sequence[tuple[StatedDays, frozenset[str], str]]
) -> Iterator[tuple[StatedDays, frozenset[str]]]:
    """Days of the other version, and what they state, without those that surely are another day."""
    day = _one_day(stated)
    for other, said, its_day in there:
        if not day or not its_day or day == its_day:
            yield other, said


def _one_day(stated: StatedDays) -> str:
    """The Gregorian day that is surely stated; '' for none: two of them are only alike where they are the same."""
    return str(stated.gregorian) if stated.gregorian is not None and stated.gregorian.exact else ""


def _alike(a: StatedDays, b: StatedDays) -> bool:
    """One calendar alike, and none in which both are exact and differ; or one in each calendar, that fit."""
    for one, other in ((a.gregorian, b.gregorian), (a.hijri, b.hijri)):
        if one is not None and other is not None and one.exact and other.exact and one != other:
            return False
    both = _stated(a) & _stated(b)
    if ((a.yearless or b.yearless) and not both) or _beyond(a) != _beyond(b):
        return False
    if both:
        return True
    if a.gregorian is not None and b.gregorian is not None:
        return bool(_readings(a.gregorian) & _readings(b.gregorian))
    hijri, gregorian = a.hijri or b.hijri, a.gregorian or b.gregorian
    if hijri is None or gregorian is None or (a.hijri is not None and b.hijri is not None):
        return False
    return _fit(hijri, gregorian)


def _fit(hijri: Span, gregorian: Span) -> bool:
    """Whether a Hijri day or month and a Gregorian one may be the same."""
    if hijri.start.precision == "month" and gregorian.exact:
        first, last = (difference(to_a_day(hijri, first=x), gregorian) for x in (True, False))
        return first is None or last is None or first - TOLERATED <= 0 <= last + TOLERATED
    apart = difference(hijri, gregorian)
    return apart is None or abs(apart) <= TOLERATED


def _readings(span: Span) -> frozenset[str]:
    """The days that "04/05/2020" may mean."""
    text = str(span)
    return frozenset(text.strip("[]").split(",")) if text.startswith("[") and ".." not in text else frozenset({text})


def _stated(days: StatedDays) -> frozenset[str]:
    said = [f"g{days.gregorian}" if days.gregorian else "", f"h{days.hijri}" if days.hijri else "", days.yearless]
    return frozenset(s for s in said if s)


def _within(days: StatedDays, paragraph: Paragraph, other: Paragraph) -> bool:
    """Whether the other version states the same day less or more fully: without its year, as a month, in pieces."""
    if days.yearless and any(
        d.gregorian and d.gregorian.first and days.yearless == f"--{d.gregorian.first:%m-%d}" for d in other.days
    ):
        return True
    if days.yearless and _end_or_span(days.yearless, paragraph, other):
        return True
    if days.gregorian is None or days.gregorian.first is None or days.gregorian.last is None or _beyond(days):
        return False
    first = days.gregorian.first
    for stated in other.days if not _no_such_day(days) else ():
        named = stated.yearless and f"--{first:%m-%d}" in stated.yearless
        if (named or _more_or_less(stated.gregorian, days.gregorian)) and not _no_such_day(stated):
            return True
    return _in_pieces(days.gregorian, other) or any(
        _holds(d.gregorian, days.gregorian) and _in_pieces(d.gregorian, paragraph)
        for d in other.days
        if d.gregorian is not None
    )


def _more_or_less(span: Span | None, own: Span) -> bool:
    """Whether a span meets another one that is known and is told more or less fully than it."""
    if span is None or None in (span.first, span.last):
        return False
    meets = span.first <= own.last and own.first <= span.last  # type: ignore[operator]
    return meets and (span.start.precision != own.start.precision or not span.exact)


def _end_or_span(yearless: str, paragraph: Paragraph, other: Paragraph) -> bool:
    """Whether a span without a year has its ends in the other version, or an end there its span."""
    if "/" in yearless:
        return _ends_in(yearless, other)
    return any(
        yearless in d.yearless.split("/") and _ends_in(d.yearless, paragraph) for d in other.days if "/" in d.yearless
    )


def _ends_in(span: str, other: Paragraph) -> bool:
    """Whether the ends of a span without a year stand apart in the other version: from Monday, 13 May, to Friday, 24 May.

    Of one of them the number is enough: du lundi 13 au vendredi 24 mai.
    """
    ends = span.split("/")
    stated = [any(d.yearless == end for d in other.days) for end in ends]
    numbers = {f.value for f in other.figures}
    return any(stated) and all(
        there or str(int(end.rpartition("-")[2])) in numbers for end, there in zip(ends, stated, strict=True)
    )


def _beyond(stated: StatedDays) -> bool:
    """Whether a number that is no day stands among the days: 14 and 51 August."""
    return BEYOND.search(digits(stated.text)) is not None


def _no_such_day(stated: StatedDays) -> bool:
    """ "60 June 2027": read as the month alone, with a number before it that is no day."""
    span = stated.gregorian
    alone = span is not None and stated.hijri is None and span.start == span.end and span.start.precision == "month"
    return alone and len(RUN.findall(digits(stated.text))) > 1


def _in_pieces(whole: Span, other: Paragraph) -> bool:
    """A span that the other version states as a list of days from its first to its last: 4 to 6 May; 4, 5 and 6 May.

    One of its two ends is enough where the number of the other end stands outside the days that could be read there.
    """
    if not whole.exact or whole.first == whole.last:
        return False
    inner = [d.gregorian for d in other.days if d.gregorian is not None and _holds(whole, d.gregorian)]
    if not inner or whole in inner:
        return False
    begun = any(span.start == whole.start for span in inner)
    ended = any(span.end == whole.end for span in inner)
    if begun and ended:
        return True
    said = {figure.value for figure in other.figures}
    lacking = whole.end if begun else whole.start
    return (begun or ended) and str(lacking.numbers[-1]) in said


def _holds(whole: Span, part: Span) -> bool:
    within = whole.start.text <= part.start.text and part.end.text <= whole.end.text
    return within and part.exact and whole.exact


def same_day_in_both_calendars(row: Row) -> Iterator[Problem]:
    """A Hijri day and its Gregorian day, as one version states them, lie more than two days apart."""
    for language, paragraph in row.texts.items():
        for stated in paragraph.days:
            if stated.hijri is not None and stated.gregorian is not None:
                for problem in check_pair(stated.hijri, stated.gregorian, (spot(paragraph, stated),)):
                    if problem.severity != "note":
                        facts = {**problem.facts, "key": row.key, "language": language}
                        yield Problem(problem.code, facts, problem.places, problem.severity)
