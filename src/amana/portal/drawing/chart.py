"""The chart of the organs: the first organ of the charter on top, the others below it, each with those that hang on it.

An organ hangs on its `parent`; one without stands under the organ that appoints the holder of an office in it, and
otherwise directly under the first. Whoever the charter lists first, by article, is drawn first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from amana.charter.instruments import Instrument
from amana.charter.organs import KINDS, Organ
from amana.charter.powers import powers_of

APPOINTS = "appoint."
SHOWN = ("principal", "standing")
WIDE, GAP, DEEP, LINE, PAD = 1120, 16, 34, 19, 9
LETTERS = 8.6
"""Units of the view box that a letter of the chart's size takes, broadly."""


@dataclass(frozen=True, slots=True)
class Hung:
    """An organ in the chart, and those hung on it. `appointed`: it hangs there by an appointment, not as a part."""

    organ: Organ
    appointed: bool
    below: tuple[Hung, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """An organ's box: its lines of words, each with its place from the top of the picture."""

    id: str
    x: int
    y: int
    width: int
    height: int
    lines: tuple[tuple[str, int], ...]
    appointed: bool = False

    @property
    def middle(self) -> int:
        """Where the middle of its words stands."""
        return self.x + self.width // 2


@dataclass(frozen=True, slots=True)
class Link:
    """A line from one box to another, as the path of an SVG."""

    path: str
    appointed: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole chart in units of its view box."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    links: tuple[Link, ...]


def hang(
    organs: Iterable[Organ], instruments: Iterable[Instrument], office_organs: Mapping[str, str], day: date
) -> Hung | None:
    """Those of these organs that the charter draws as one tree, by the powers of `day`; None where there is none. `office_organs`: office → its organ."""
    drawn = sorted((o for o in organs if o.kind in SHOWN), key=by_article)
    if not drawn:
        return None
    held, ids = tuple(instruments), {organ.id for organ in drawn}
    top, children = drawn[0], dict[str, list[tuple[Organ, bool]]]()
    for organ in drawn[1:]:
        parent = organ.parent if organ.parent in ids else ""
        appointing = "" if parent else _appointing(organ, drawn, held, office_organs, day)
        children.setdefault(parent or appointing or top.id, []).append((organ, bool(appointing)))
    return _hung(top, False, children, {top.id})


def by_article(organ: Organ) -> tuple[int, int, str]:
    """What organs are sorted by as the charter lists them: those without a parent first, by their first article."""
    number = re.match(r"\d+", organ.articles[0]) if organ.articles else None
    return KINDS.index(organ.kind) if organ.parent else 0, int(number[0]) if number else 999, organ.id


def _appointing(
    organ: Organ, organs: list[Organ], instruments: tuple[Instrument, ...], office_organs: Mapping[str, str], day: date
) -> str:
    for other in organs:
        if other.id != organ.id and not other.parent:
            for power in powers_of(other.id, instruments, day):
                if office_organs.get(power.power.removeprefix(APPOINTS)) == organ.id:
                    return other.id
    return ""


def _hung(organ: Organ, appointed: bool, children: Mapping[str, list[tuple[Organ, bool]]], seen: set[str]) -> Hung:
    below = []
    for child, how in children.get(organ.id, ()):
        if child.id not in seen:
            seen.add(child.id)
            below.append(_hung(child, how, children, seen))
    return Hung(organ, appointed, tuple(below))


def draw(top: Hung, name: Callable[[str], str], *, mirrored: bool) -> Drawing:
    """The chart as boxes and lines: the top, a row under it, and under each of the row what hangs on it."""
    columns = max(len(top.below), 1)
    width = min((WIDE - GAP * (columns - 1)) // columns, 320)
    start = (WIDE - (width * columns + GAP * (columns - 1))) // 2
    head = _box(top, name, (WIDE - 360) // 2, 1, 360)
    row = head.y + head.height + DEEP
    tallest = max((_height(_wrapped(name(one.organ.id), width)) for one in top.below), default=0)
    boxes, links = [head], list[Link]()
    for place, one in enumerate(top.below):
        x = start + place * (width + GAP)
        box = _box(one, name, x, row, width, tallest)
        boxes.append(box)
        links.append(_down(head, box))
        below, drawn = _column(one, name, box)
        boxes += below
        links += drawn
    height = max(box.y + box.height for box in boxes) + 2
    made = Drawing(WIDE, height, tuple(boxes), tuple(links))
    return _mirrored(made) if mirrored else made


def _column(one: Hung, name: Callable[[str], str], box: Box) -> tuple[list[Box], list[Link]]:
    """What hangs on a box of the row, one under the other, each by an elbow from the box's near edge."""
    boxes, links, y = list[Box](), list[Link](), box.y + box.height + 14
    for child, depth in _flat(one, 1):
        inset = 14 * depth
        made = _box(child, name, box.x + inset, y, box.width - inset)
        rail = box.x + inset - 8
        path = f"M{rail} {box.y + box.height}V{made.y + made.height // 2}H{made.x}"
        boxes.append(made)
        links.append(Link(path, child.appointed))
        y = made.y + made.height + 10
    return boxes, links


def _flat(one: Hung, depth: int) -> Iterator[tuple[Hung, int]]:
    for child in one.below:
        yield child, depth
        yield from _flat(child, depth + 1)


def _down(head: Box, box: Box) -> Link:
    half = head.y + head.height + DEEP // 2
    return Link(f"M{head.middle} {head.y + head.height}V{half}H{box.middle}V{box.y}", box.appointed)


def _box(one: Hung, name: Callable[[str], str], x: int, y: int, width: int, least: int = 0) -> Box:
    said = _wrapped(name(one.organ.id), width)
    height = max(_height(said), least)
    first = y + (height - LINE * len(said)) // 2 + LINE - 5
    return Box(
        one.organ.id, x, y, width, height, tuple((w, first + LINE * n) for n, w in enumerate(said)), one.appointed
    )


def _height(lines: tuple[str, ...]) -> int:
    return LINE * len(lines) + 2 * PAD


def _wrapped(words: str, width: int) -> tuple[str, ...]:
    """The words in lines that fit.

    >>> _wrapped("Council of Foreign Ministers", 160)
    ('Council of', 'Foreign Ministers')
    """
    room, lines = max(int((width - 12) / LETTERS), 6), [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > room:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return tuple(lines)


def _mirrored(made: Drawing) -> Drawing:
    """The same from right to left: what began on the left begins on the right."""
    boxes = tuple(
        Box(b.id, made.width - b.x - b.width, b.y, b.width, b.height, b.lines, b.appointed) for b in made.boxes
    )
    turn = re.compile(r"([MH])(\d+)")
    links = tuple(
        Link(turn.sub(lambda found: f"{found[1]}{made.width - int(found[2])}", link.path), link.appointed)
        for link in made.links
    )
    return Drawing(made.width, made.height, boxes, links)
