"""Figures of one row that differ between its languages: lost, changed, of another unit, reversed, exchanged."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Hashable, Iterator, Sequence

from amana.resolutions.amounts_apart import amounts_apart
from amana.resolutions.days_in_short import known_day
from amana.resolutions.days_spoilt import years_backwards
from amana.resolutions.exchanges import once, periods_apart, ranks_swapped, swapped
from amana.resolutions.figure_bonds import unit_of
from amana.resolutions.figures_alike import alike, share_and_part, share_in_words, whole
from amana.resolutions.groups_turned import with_groups_joined
from amana.resolutions.paragraphs import Figure, Paragraph
from amana.resolutions.pieces_alike import pieces_alike
from amana.resolutions.sides import Apart, Side, told
from amana.resolutions.time_words_apart import time_words_apart
from amana.resolutions.times_alike import lengths_alike
from amana.resolutions.versions import Row
from amana.values.expressions import expression
from amana.values.folding import digits
from amana.values.numbers_digits import of_letters
from amana.values.numbers_said import beside, counted, said
from amana.values.numbers_units import MONEY
from amana.values.problems import Problem

TWICE = "2"
LABEL = 6
"""Characters within which the number of a paragraph begins."""
SIGNS = expression(r"\W*")
RUN = expression(r"\d+")
ARABIC_INDIC = expression("[٠-٩]")
YEAR = expression(r"(?:1[89]|20)\d\d|2100")
ROMAN = expression(r"(?<![A-Z])[IVXLC]+(?=\))")
ROUND = frozenset({19, 20, 21, 50, 100, 1000, 10**6, 10**9})
"""Values that idiom and the names of centuries say without a number: "par milliers", "the 1900s"."""
PLURAL = 13
"""From here on a number in words is no idiom."""
BRACKETS = frozenset("()[]'’‘")
AROUND = 30
"""Figures before and behind, in the order of the other version, among which one that says the same is looked for."""
TABLE = 150
"""With more than so many on both sides two texts are not of the same: no more than a note."""
MANY, CLOSE = 60, 3
"""With more than so many figures that the other version lacks, only so few are looked at."""
NEAR = 9
"""Characters from a figure to the next that bears the unit of both: "from 10 to 15 per cent"."""
LEADING = expression(
    r"\s*[,،]?\s*(?:-|–|to|and|or|à|et|ou|إلى|و|أو|hingga|sampai|dan|atau)?\s*(?:ال)?ـ?", re.IGNORECASE
)


def same_figures(row: Row) -> Iterator[Problem]:
    """A number stands in one version and another has a different one in its place, or none at all; above the text only the organ's line has figures."""
    if row.part != "structure" or all(p.figures for p in row.texts.values()):
        yield from told(row, figures_apart)


def figures_apart(a: Side, b: Side) -> Iterator[Apart]:
    """What the figures of two versions say differently; nothing where that is not sure."""
    mine, other = a.paragraph.figures, b.paragraph.figures
    if not (mine and other) and (_just_label(a, b) or _just_label(b, a)):
        return
    same = [f.value for f in mine] == [g.value for g in other]
    if not same and "ar" in (a.language, b.language):
        joined = with_groups_joined(a.paragraph, b.paragraph), with_groups_joined(b.paragraph, a.paragraph)
        a, b = a._replace(paragraph=joined[0]), b._replace(paragraph=joined[1])
        mine, other = a.paragraph.figures, b.paragraph.figures
    left, right = [], []
    if not same:
        left, right = _unmatched(mine, other), _unmatched(other, mine)
        table = min(len(left), len(right)) > TABLE
        left, right = (left, right) if table else _freed(left, right, a, b)
        turned = [] if table else _reversed(left, right, a, b)
        if turned:
            yield Apart("figures-reversed", [f for f, _ in turned], [g for _, g in turned], "warning")
            left, right = _without(left, [f for f, _ in turned]), _without(right, [g for _, g in turned])
        if found := _lost_or_changed(left, right, a, b):
            yield found
            return
    if len(mine) > 1 and (pair := swapped(a.paragraph, b.paragraph, a.language, b.language)):
        yield Apart("figures-exchanged", pair.left, pair.right, pair.severity)
    elif exchanged := _ranks_or_years(a, b) if len(mine) > 1 and len(other) > 1 else None:
        yield Apart("figures-exchanged", *exchanged, "error")
    elif durations := _durations_apart(a, b) if mine and other and len(mine) + len(other) > 2 else []:
        yield Apart("figures-differ", [f for f, _ in durations], [g for _, g in durations], "error")
    elif units := _units_apart(a, b) if mine and other else []:
        yield Apart("figures-differ", [f for f, _ in units], [g for _, g in units], "error")
    elif periods := periods_apart(a.paragraph, b.paragraph, a.language, b.language):
        yield Apart("figures-differ", periods[:1], periods[1:], "error")
    elif amounts := amounts_apart(a.paragraph, b.paragraph, a.language, b.language):
        yield Apart("figures-differ", amounts.left, amounts.right, "error")
    elif all(f.value == TWICE for f in (*left, *right)) and (
        words := time_words_apart(a.paragraph, b.paragraph, a.language, b.language)
    ):
        yield Apart("figures-differ", words[:1], words[1:], "warning")


def _ranks_or_years(a: Side, b: Side) -> tuple[list[Figure], list[Figure]] | None:
    if ranks := ranks_swapped(a.paragraph, b.paragraph, a.language, b.language):
        return ranks
    if not all(sum(YEAR.fullmatch(f.value) is not None for f in s.paragraph.figures) > 1 for s in (a, b)):
        return None
    return years_backwards(a.paragraph, b.paragraph, a.language, b.language)


def _unmatched(mine: Sequence[Figure], other: Sequence[Figure]) -> list[Figure]:
    """Figures whose value the other version has less often; ranks are matched with ranks first, money with its like."""
    if not mine:
        return []
    free, left = list(other), list(mine)
    for key in (_one_and_the_same, _of_one_kind, _of_one_value):
        like: dict[Hashable, deque[Figure]] = {}
        for g in free:
            like.setdefault(key(g), deque()).append(g)
        left = [f for f in left if not _taken(like.get(key(f)))]
        free = [g for found in like.values() for g in found]
        if not left or not free:
            break
    return left


def _taken(like: deque[Figure] | None) -> bool:
    """Whether one of these is left, which is taken away."""
    return bool(like and like.popleft())


def _one_and_the_same(f: Figure) -> Hashable:
    return f.value, f.unit, f.kind == "ordinal"


def _of_one_kind(f: Figure) -> Hashable:
    return f.value, f.kind == "ordinal"


def _of_one_value(f: Figure) -> Hashable:
    return f.value


def _without(figures: Sequence[Figure], gone: Sequence[Figure]) -> list[Figure]:
    return [f for f in figures if f not in gone]


def _freed(left: list[Figure], right: list[Figure], a: Side, b: Side) -> tuple[list[Figure], list[Figure]]:
    """Without those that say one thing in two ways, stand elsewhere in the other version, or are said twice there."""
    gone: list[Figure] = []
    around = AROUND if min(len(left), len(right)) <= MANY else CLOSE
    for n, f in enumerate(left):
        near = right[max(0, n - around) : n + around]
        like = next((g for g in near if g not in gone and alike(f, g, a.paragraph, b.paragraph)), None)
        gone.extend([f, like] if like else [])
    left, right = _without(left, gone), _without(right, gone)
    if left or right:
        timed = lengths_alike(left, right, a.paragraph, b.paragraph)
        left, right = _without(left, timed[0]), _without(right, timed[1])
    if left or right:
        pieces = pieces_alike(left, right, a.paragraph, b.paragraph)
        left, right = _without(left, pieces[0]), _without(right, pieces[1])
    left, right = _not_elsewhere(left, a, b), _not_elsewhere(right, b, a)
    one = {f.value for f in a.paragraph.figures}
    other = {f.value for f in b.paragraph.figures}
    new_left, new_right = [f for f in left if f.value not in other], [f for f in right if f.value not in one]
    changed = len(left) == len(right) == 1 and len(a.paragraph.figures) == len(b.paragraph.figures)
    return (left, right) if changed else (new_left, new_right)


def _not_elsewhere(figures: list[Figure], a: Side, b: Side) -> list[Figure]:
    """Those whose digits do not stand in the other version where no figure is: in a day, a symbol, a name."""
    if not figures:
        return figures
    label = frozenset(RUN.findall(digits(b.paragraph.label))) if b.paragraph.label and not a.paragraph.label else ()
    there = _runs_elsewhere(b.paragraph)
    there.subtract(_runs_elsewhere(a.paragraph))
    out = []
    for figure in figures:
        pieces = RUN.findall(digits(figure.text)) or [figure.value]
        if label and figure.start < LABEL and set(pieces) <= label:
            continue  # 3-1 that was read as a label in the other version
        turned = ARABIC_INDIC.search(figure.text) is not None  # a day with its digits in reverse: told as a day
        if not (
            all(there[p] > 0 or (turned and there[p[::-1]] > 0) for p in pieces)
            or known_day(figure, a.paragraph, b.paragraph)
        ):
            out.append(figure)
    return out


def _runs_elsewhere(paragraph: Paragraph) -> Counter[str]:
    runs = Counter(RUN.findall(digits(paragraph.text)))
    runs.subtract(p for f in paragraph.figures for p in RUN.findall(digits(f.text)))
    for citation in paragraph.citations:
        if roman := ROMAN.search(citation.symbol):  # 194 (III) is 194 (د-3) in Arabic
            runs[str(of_letters(roman[0]))] += 1
    return runs


def _reversed(left: list[Figure], right: list[Figure], a: Side, b: Side) -> list[tuple[Figure, Figure]]:
    """Arabic-Indic digits that were copied in the wrong order: ٩١٠٢ for 2019."""
    out: list[tuple[Figure, Figure]] = []
    for f in left:
        for g in right:
            arabic, side = (f, a) if a.language == "ar" else (g, b)
            turned = side.language == "ar" and ARABIC_INDIC.search(arabic.text) and f.kind == g.kind == "digits"
            if turned and len(f.value) > 1 and f.value[::-1] == g.value and arabic.value not in side.shared:
                out.append((f, g))
    return out


def _lost_or_changed(left: list[Figure], right: list[Figure], a: Side, b: Side) -> Apart | None:
    if not left and not right:
        return None
    if min(len(left), len(right)) > TABLE:
        return Apart("figures-differ", left, right, "note")
    if _in_place(left, right, a, b):
        return Apart("figures-differ", left, right, "error")
    in_doubt = bool(right), bool(left)
    if left and right:
        left, right = _unsaid(left, b), _unsaid(right, a)
        if left and right and _in_place(left, right, a, b):
            return Apart("figures-differ", left, right, "error")
    lost = _surely(_unsaid(left, b), a, in_doubt[0]), _surely(_unsaid(right, a), b, in_doubt[1])
    if not any(lost):
        return None
    years = all(YEAR.fullmatch(f.value) and not f.unit for f in (*lost[0], *lost[1]))  # "by then"
    return Apart("figures-differ", lost[0], lost[1], "note" if years else "error" if all(lost) else "warning")


def _in_place(left: Sequence[Figure], right: Sequence[Figure], a: Side, b: Side) -> bool:
    """Whether what is left on both sides surely stands for the same thing."""
    if not left or not right:
        return False
    if any(f.kind == "digits" for f in left) and any(g.kind == "digits" for g in right):
        return True
    read = whole(left, a.paragraph.text) and whole(right, b.paragraph.text)
    if not read or _nothing(left, right) or not (_unsaid(left, b) or _unsaid(right, a)):
        return False  # two Prime Ministers, a score of guests: رئيسا وزراء وعشرون ضيفا
    if any(
        _one_each([f for f in left if (f.kind == "ordinal") == r], [g for g in right if (g.kind == "ordinal") == r])
        for r in (True, False)
    ):
        return True
    values = {f.value for f in left} | {g.value for g in right}
    if _one_each(left, right):
        sure = "id" in (a.language, b.language) or all(_number(v) >= 3 for v in values)
        return sure or _one_noun(left[0], right[0], a, b)
    ranks = {f.kind == "ordinal" for f in left} & {g.kind == "ordinal" for g in right}
    return bool(ranks) and all(_number(v) >= 3 for v in values)


def _nothing(left: Sequence[Figure], right: Sequence[Figure]) -> bool:
    """Whether one side says zero in a word that the other need not have: two degrees below zero; none, one abstention."""
    return any(
        all(f.value == "0" and f.kind == "words" for f in one) and all(_number(g.value) <= 2 for g in other)
        for one, other in ((left, right), (right, left))
    )


def _just_label(a: Side, b: Side) -> bool:
    """Whether one is a label with no words and the other a number alone, which may be its like: "(c)", "أولا -", "3."."""
    if not a.paragraph.label or a.paragraph.text.strip() or len(b.paragraph.figures) != 1:
        return False
    figure, text = b.paragraph.figures[0], b.paragraph.text
    return SIGNS.fullmatch(text, 0, figure.start) is not None and SIGNS.fullmatch(text, figure.end) is not None


def _one_noun(f: Figure, g: Figure, a: Side, b: Side) -> bool:
    """Whether both count the same: part two, the sixth part."""
    unit = unit_of(a.paragraph, a.language, f)
    return bool(unit) and "/" not in f.value + g.value and unit == unit_of(b.paragraph, b.language, g)


def _one_each(left: Sequence[Figure], right: Sequence[Figure]) -> bool:
    """Exactly one value here and exactly one there."""
    return len({f.value for f in left}) == len({g.value for g in right}) == 1


def _unsaid(figures: Sequence[Figure], other: Side) -> list[Figure]:
    """Those that no word of the other version may say."""
    return [f for f in figures if f.value not in said(other.paragraph.text, other.language)] if figures else []


def _surely(figures: Sequence[Figure], side: Side, in_doubt: bool) -> list[Figure]:
    """Those that a version has alone and that are no idiom: any in digits, in words only greater ones.

    `in_doubt`: the other version has something left as well; then words are not told. A number alone in brackets is a
    label or the mark of a footnote.
    """
    text = side.paragraph.text
    return [
        f
        for f in figures
        if (
            f.kind == "digits" and not (text[f.start - 1 : f.start] in BRACKETS and text[f.end : f.end + 1] in BRACKETS)
        )
        or (
            f.kind != "digits"
            and not in_doubt
            and _number(f.value) >= PLURAL
            and _number(f.value) not in ROUND
            and whole([f], text)
        )
    ]


def _number(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        return 0.0


def _units_apart(a: Side, b: Side) -> list[tuple[Figure, Figure]]:
    """Figures of one value in different units: a share here and none there, dollars and euros, days and months."""
    out = _money_of_one_value(a, b)
    there = once(b.paragraph.figures)
    for value, f in once(a.paragraph.figures).items():
        g = there.get(value)
        if g is None:
            continue
        if f.unit != g.unit:
            money = (f.unit in MONEY) + (g.unit in MONEY)
            if share_and_part(f, g) or share_in_words(f, g, a.paragraph, b.paragraph):
                continue  # 10 %, a tenth
            if money == 2 or (not money and not (_leads_on(f, a, g.unit) or _leads_on(g, b, f.unit))):
                out.append((f, g))
        elif not f.unit and f.kind != "ordinal" and g.kind != "ordinal" and _measures_apart(f, g, a, b):
            out.append((f, g))
    return out


def _money_of_one_value(a: Side, b: Side) -> list[tuple[Figure, Figure]]:
    """A value that both have as often, each time as money, and once of another: "ten dollars ($10)", "ten dollars (€10)"."""
    if len({f.value for f in a.paragraph.figures}) == len(a.paragraph.figures):
        return []
    out = []
    for value, times in Counter(f.value for f in a.paragraph.figures if f.unit in MONEY).items():
        mine, there = ([f for f in x.paragraph.figures if f.value == value] for x in (a, b))
        if times > 1 and len(mine) == len(there) == times and all(g.unit in MONEY for g in there):
            left, right = Counter(f.unit for f in mine), Counter(g.unit for g in there)
            f = next((f for f in mine if f.unit in left - right), None)
            g = next((g for g in there if g.unit in right - left), None)
            out += [(f, g)] if f and g else []
    return out


def _leads_on(figure: Figure, side: Side, unit: str) -> bool:
    """Whether it has no unit of its own and another figure follows close by that may bear it for both."""
    return not (figure.unit or YEAR.fullmatch(figure.value)) and any(
        g.unit == unit and LEADING.fullmatch(side.paragraph.text, figure.end, g.start)
        for g in side.paragraph.figures
        if 0 <= g.start - figure.end <= NEAR
    )


def _durations_apart(a: Side, b: Side) -> list[tuple[Figure, Figure]]:
    """The only figure of months, days or years here against the only one there."""
    one = _durations(a)
    other = _durations(b) if one else {}
    return [
        (one[unit][0], other[unit][0])
        for unit in one.keys() & other.keys()
        if len(one[unit]) == len(other[unit]) == 1
        and one[unit][0].value != other[unit][0].value
        and not alike(one[unit][0], other[unit][0], a.paragraph, b.paragraph)
        and not (_ranked(one[unit][0], b) or _ranked(other[unit][0], a))
        and whole(one[unit], a.paragraph.text)
        and whole(other[unit], b.paragraph.text)
        and not any(lengths_alike(one[unit], other[unit], a.paragraph, b.paragraph))
    ]


def _ranked(figure: Figure, other: Side) -> bool:
    """At 65: في سن الخامسة والستين."""
    return any(g.kind == "ordinal" and g.value == figure.value for g in other.paragraph.figures)


def _durations(side: Side) -> dict[str, list[Figure]]:
    out: dict[str, list[Figure]] = {}
    for figure in side.paragraph.figures:
        if figure.kind != "ordinal" and not figure.unit and ":" not in figure.value:
            unit, kind = counted(side.paragraph.text, side.language, figure.start, figure.end)
            if kind == "time" and not (unit == "year" and len(figure.value) == 4 and figure.kind == "digits"):
                out.setdefault(unit, []).append(figure)
    return out


def _measures_apart(f: Figure, g: Figure, a: Side, b: Side) -> bool:
    one, kind = beside(a.paragraph.text, a.language, f.end)
    if kind not in ("time", "size"):
        return False
    other, like = beside(b.paragraph.text, b.language, g.end)
    return like == kind and one != other
