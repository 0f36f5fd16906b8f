"""Arabic words put together from single letters and vowel signs, by where the pen stood when it drew them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from amana.intake.visual import Seen

GAP = 0.2
"""How far apart, in sizes of a letter, letters of one word may stand at most."""
NEAR, STACKED = 0.08, 0.3
"""How far beside its letter, in sizes, a sign may be set; further where the next letter is drawn below it."""
ONE_LINE = 0.5
"""How far above or below its line, in sizes, a letter may be set: hamza is, by fonts that take care."""
MOST = 0.8
"""Of the letters of a line, how many must have been drawn in their order."""
BELOW = 0.1
"""How far apart, in sizes, the pen stands at most before letters of which one is written below the other."""
BAND = 24.0
"""Points of height within which the letter of a sign is looked for."""
LAM, ALEFS = "ل", tuple("اأإآ")


@dataclass(slots=True)
class Letter:
    """One letter, or letters that are one shape, with their signs.

    `begin`: where the pen stood; `at`: its place in the file's text; `turn`: when it was drawn.
    """

    text: str
    left: float
    right: float
    begin: float
    base: float
    size: float
    at: int = 0
    turn: int = 0


def signed(letters: Sequence[Letter], signs: Iterable[Letter]) -> None:
    """Give each sign to its letter: the one before it in the file where that is near, else the nearest on its line."""
    by_place = sorted(letters, key=lambda letter: letter.at)
    by_height: dict[int, list[Letter]] = {}
    for letter in by_place:
        for band in range(-1, 2):
            by_height.setdefault(int(letter.base // BAND) + band, []).append(letter)
    at = 0
    for sign in sorted(signs, key=lambda sign: sign.at):
        while at < len(by_place) and by_place[at].at < sign.at:
            at += 1
        beside = by_height.get(int(sign.base // BAND), by_place)
        owner = min(beside, key=lambda letter: _apart(letter, sign), default=None)
        before = by_place[at - 1] if at else owner
        if owner is None or before is None:
            return
        shared = min(before.right, owner.right) - max(before.left, owner.left)
        stacked = shared > 0.8 * (before.right - before.left)
        (before if _apart(before, sign) <= (STACKED if stacked else NEAR) * before.size else owner).text += sign.text


def _apart(letter: Letter, sign: Letter) -> float:
    middle = (sign.left + sign.right) / 2
    aside = max(letter.left - middle, middle - letter.right, 0.0)
    return aside + (1000.0 if abs(letter.base - sign.base) > letter.size else 0.0)


def words(letters: Sequence[Letter], stops: Sequence[tuple[float, float]]) -> list[Seen]:
    """The words as marks, line by line from the left. `stops`: where blanks and everything that is no Arabic letter stands, which no word holds."""
    out: list[Seen] = []
    for line in _lines(letters):
        base = median(letter.base for letter in line)
        between = [x for x, y in stops if abs(y - base) <= ONE_LINE * line[0].size]
        found: list[list[Letter]] = []
        for letter in _as_read(line):
            if not found or _ends(found[-1][-1], letter, between):
                found.append([])
            found[-1].append(letter)
        out += map(_seen, reversed(found))
    return out


def _lines(letters: Sequence[Letter]) -> list[list[Letter]]:
    lines: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda letter: -letter.base):
        if lines and abs(lines[-1][0].base - letter.base) <= ONE_LINE * letter.size:
            lines[-1].append(letter)
        else:
            lines.append([letter])
    return lines


def _as_read(line: list[Letter]) -> list[Letter]:
    """The letters of a line from the right.

    Lam and alef that are one shape are given the other way round. Of letters that are written one below the other the
    pen does not tell which comes first; their turn does, where the line was drawn letter after letter from the left.
    """
    order = sorted(line, key=lambda letter: (-letter.begin, letter.at))
    from_left = sum(1 for one, next_ in pairwise(order) if one.turn > next_.turn) > MOST * (len(order) - 1)
    for n in range(len(order) - 1):
        one, next_ = order[n], order[n + 1]
        together = (one.left, one.right) == (next_.left, next_.right)
        below = from_left and one.turn < next_.turn and one.begin - next_.begin < BELOW * one.size
        if below or (together and one.text[0] in ALEFS and next_.text[0] == LAM):
            order[n : n + 2] = [next_, one]
    return order


def _ends(one: Letter, next_: Letter, between: list[float]) -> bool:
    """Whether a word ends before the next letter."""
    if min(one.left, one.begin) - next_.right > GAP * one.size or abs(one.size - next_.size) > 0.12 * one.size:
        return True
    return any(next_.begin < x <= one.begin for x in between)


def _seen(word: list[Letter]) -> Seen:
    left, right = min(letter.left for letter in word), max(letter.right for letter in word)
    bases = [letter.base for letter in word]
    return Seen(
        "".join(letter.text for letter in word), "R", left, right, max(set(bases), key=bases.count), word[0].size
    )
