"""The order of reading of a line of which only the order of seeing is known: what the bidirectional algorithm did, undone.

A page shows marks from left to right. In an Arabic line words run to the left, but figures and Latin words run to the
right, and brackets are shown as their mirror image. Written after Unicode Standard Annex 9 (rules W2–W7, N0–N2): European
figures that follow Arabic letters behave as Arabic ones, so a hyphen between them turns the two around.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from amana.values.expressions import expression

Class = Literal["R", "L", "N", "A", "W", "O"]

RIGHT = expression("[\u05d0-\u05f4\u0610-\u061a\u061c-\u061e\u0620-\u065f\u066e-\u06d5\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u08ff\ufb1d-\ufd3d\ufd50-\ufdff\ufe70-\ufefc]")  # fmt: skip
WORDS = expression(
    f"(?P<R>{RIGHT.pattern}+)|(?P<N>[0-9]+)|(?P<A>[\u0660-\u0669\u06f0-\u06f9]+)|(?P<W>\\s+)|(?P<L>[^\\W\\d_]+)|(?P<O>.)",
    re.DOTALL,
)
"""A text in the pieces that never turn round inside."""
OPENING, CLOSING = "([{«", ")]}»"
PAIRS = tuple(map("".join, zip(OPENING, CLOSING, strict=True)))
BRACKET = expression(r"[()\[\]{}«»]")
LOOSE = expression(r"(?<=\s)([(\[{«])\s+|\s+([)\]}»])(?=[\s.,;:!?،؛؟]|$)")
STOPS = OPENING + CLOSING + ".,;:!?،؛؟\x0e"
LABELS, NEUTRAL_STOPS = tuple(".)-"), tuple(".,:،")
"""What stands behind the number of a paragraph; the stops that follow the direction of their line."""
WITHIN_FIGURES = frozenset("/.,:\u066b\u066c\u060c")


@dataclass(frozen=True, slots=True)
class Seen:
    """One mark on the page: a word, the digits of a number, or a single sign, with its span from left to right."""

    text: str
    kind: Class
    left: float
    right: float
    base: float = 0.0
    size: float = 0.0
    raised: bool = False


@dataclass(slots=True)
class Row:
    """Marks on one height of the page."""

    base: float
    size: float
    marks: list[Seen] = field(default_factory=list)

    @property
    def left(self) -> float:
        """Where its first mark begins."""
        return min(m.left for m in self.marks)

    @property
    def right(self) -> float:
        """Where its last mark ends."""
        return max(m.right for m in self.marks)


def read_order(seen: Sequence[Seen], rtl: bool) -> list[Seen]:
    """The marks of one line, given from left to right, in the order in which they are read.

    >>> line = [Seen(t, k, 0, 0) for t, k in (("،", "O"), ("2019", "N"), (" ", "W"), ("مارس", "R"))]
    >>> "".join(s.text for s in read_order(line, rtl=True))
    'مارس 2019،'
    """
    return _right_to_left(list(seen)) if rtl else _left_to_right(list(seen))


def _left_to_right(seen: list[Seen]) -> list[Seen]:
    if any(s.kind == "R" for s in seen) and not any(s.kind == "L" for s in seen):
        return _set_from_the_left(seen)
    out: list[Seen] = []
    at = 0
    while at < len(seen):
        if seen[at].kind != "R":
            out.append(seen[at])
            at += 1
            continue
        last = at
        for k in range(at, len(seen)):
            if seen[k].kind == "L":
                break
            if seen[k].kind in "RA":
                last = k
        out += _right_to_left(seen[at : last + 1])
        at = last + 1
    return out


def _set_from_the_left(seen: list[Seen]) -> list[Seen]:
    """A line of Arabic alone that was set as if it ran to the right: its number left of it, its stop right of it."""
    start, end = 0, len(seen)
    if len(seen) > 2 and seen[0].kind in "NA" and seen[1].text in LABELS:
        start = 3 if seen[2].kind == "W" else 2
    while end > start and seen[end - 1].text in NEUTRAL_STOPS:
        end -= 1
    return seen[:start] + _right_to_left(seen[start:end]) + seen[end:]


def _right_to_left(seen: list[Seen]) -> list[Seen]:
    out: list[Seen] = []
    end = len(seen)
    while end > 0:
        start = _stretch(seen, end)
        span = _foreign(seen, start, end)
        if span is None:
            out += _figures(seen[start:end])
        else:
            out += _figures(seen[span[1] : end])
            out += seen[span[0] : span[1]]
            out += _figures(seen[start : span[0]])
        end = start
        while end > 0 and seen[end - 1].kind == "R":
            out.append(seen[end - 1])
            end -= 1
    return out


def _stretch(seen: list[Seen], end: int) -> int:
    """Where the stretch without Arabic letters begins that ends before `end`."""
    start = end
    while start > 0 and seen[start - 1].kind != "R":
        start -= 1
    return start


def _foreign(seen: list[Seen], start: int, end: int) -> tuple[int, int] | None:
    """The span that runs to the right within a stretch: from the first to the last Latin word or European figure."""
    if not any(s.kind == "L" for s in seen[start:end]):
        return None
    inner = [k for k in range(start, end) if seen[k].kind in "LN"]
    first, last = inner[0], inner[-1]
    marks = "".join(s.text for s in seen[first : last + 1] if len(s.text) == 1)
    for pair in PAIRS:
        # which way a bracket turns is not told reliably: one that lacks its other half has it beside the span
        if sum(map(marks.count, pair)) % 2 == 0:
            continue
        if last + 1 < end and seen[last + 1].text in pair:
            last += 1
        elif first > start and seen[first - 1].text in pair:
            first -= 1
    return first, last + 1


def _figures(seen: list[Seen]) -> list[Seen]:
    """A stretch without letters, from right to left; a number with its separators stays as it is seen."""
    out: list[Seen] = []
    at = len(seen) - 1
    while at >= 0:
        one = seen[at]
        if one.kind not in "NA":
            out.append(one)
            at -= 1
            continue
        first = at
        while first >= 2 and seen[first - 2].kind == one.kind and _separates(seen[first - 1], seen[first - 2], one):
            first -= 2
        number = seen[first : at + 1]
        if out and out[-1].text in ("%", "٪") and out[-1].left - one.right < one.size * 0.2:
            number.append(out.pop())
        out += number
        at = first - 1
    return out


def _separates(sign: Seen, left: Seen, right: Seen) -> bool:
    return sign.text in WITHIN_FIGURES and left.raised == right.raised


def brackets_meant(text: str) -> str:
    """The brackets of a line with Arabic in it, each as its neighbours say, whichever way it was given.

    What reads a page may have turned a bracket round or not; an opening one stands before a word, a closing one after.

    >>> brackets_meant(")أ( المصالح )الوثيقة("), brackets_meant("أ( المصالح")
    ('(أ) المصالح (الوثيقة)', 'أ) المصالح')
    """
    if not BRACKET.search(text):
        return text
    out = list(text)
    depth = 0
    for found in BRACKET.finditer(text):
        at = found.start()
        before = text[at - 1 : at].strip() != "" and text[at - 1] not in OPENING + CLOSING
        after = text[at + 1 : at + 2].strip() != "" and text[at + 1] not in STOPS
        closes = before and not after if before != after else depth > 0
        kind = next(pair for pair in PAIRS if text[at] in pair)
        out[at] = kind[closes]
        depth = max(depth + (-1 if closes else 1), 0)
    return LOOSE.sub(lambda m: m[1] or m[2], "".join(out))
