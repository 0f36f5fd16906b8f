"""The smallest texts that an expression matches: one for each of its branches, so that none goes untried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

parser: Any = vars(re)["_parser"]
"""What the standard library reads an expression with; it has no public name since 3.11."""
IN_CLASS = {
    "CATEGORY_DIGIT": "1",
    "CATEGORY_WORD": "a",
    "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_WORD": ".",
    "CATEGORY_NOT_SPACE": "a",
}
DIGIT = str(parser.parse(r"\d")[0][1])
YEAR = "2027"
"""What four figures are."""
WIDE = 12
"""From so many letters on a class stands for words, not for the letters that it lists."""


def texts_of(pattern: re.Pattern[str], *fillings: str) -> Iterator[str]:
    """Texts in which the pattern is found; where it takes any word, each filling in turn stands there.

    >>> list(texts_of(re.compile("a(?:b|cd)? [1-3]+(?![a-z])")))
    ['a 1', 'ab 1', 'acd 1', 'a 3', 'ab 3']
    >>> list(texts_of(re.compile(r"(?<!x)by \\w+(?= the)"), "night", "day"))
    ['by night the', 'by day the']
    """
    tree = parser.parse(pattern.pattern, pattern.flags)
    told: dict[str, None] = {}
    for filling, full in product(fillings or ("a",), (False, True)):
        told.update((text, None) for text in _Shapes(filling, full).of(tree) if pattern.search(text))
    return iter(told)


class _Shapes:
    """The ways to write what a tree matches, one choice made otherwise at a time: from the smallest, or from the `full` one."""

    def __init__(self, filling: str, full: bool) -> None:
        self.filling, self.full = filling, full
        self.groups: dict[int, str] = {}

    def of(self, tree: Any) -> list[str]:
        parts = [self.one(str(kind), what) for kind, what in tree]
        first = [ways[0] for ways in parts]
        out = ["".join(first)]
        for n, ways in enumerate(parts):
            out += ["".join([*first[:n], way, *first[n + 1 :]]) for way in ways[1:]]
        return list(dict.fromkeys(out))

    def one(self, kind: str, what: Any) -> list[str]:
        ways = [""]
        if kind == "LITERAL":
            ways = [chr(what)]
        elif kind in ("IN", "ANY", "NOT_LITERAL"):
            ways = self.letter(kind, what)
        elif kind in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            ways = self.repeated(*what)
        elif kind == "BRANCH":
            ways = [way for branch in what[1] for way in self.of(branch)]
        elif kind == "SUBPATTERN":
            ways = self.of(what[3])
            self.groups[what[0]] = ways[0]
        elif kind == "GROUPREF":
            ways = [self.groups[what]]
        elif kind == "ASSERT":
            ways = self.maybe(self.of(what[1]))
        return ways

    def letter(self, kind: str, what: Any) -> list[str]:
        if kind != "IN" or str(what[0][0]) == "NEGATE":
            return ["a", "1", "ب", " "]
        out = []
        for item, value in what:
            if str(item) == "RANGE":
                out += [chr(value[0]), chr(value[1])]
            else:
                out.append(chr(value) if str(item) == "LITERAL" else IN_CLASS[str(value)])
        return out

    def repeated(self, low: int, high: int, sub: Any) -> list[str]:
        kind, what = str(sub[0][0]), sub[0][1]
        if len(sub) == 1 and _is_wide(kind, what) and high > 1:
            ways = [self.filling]
        elif low == 4 and str(what) == DIGIT:
            ways = [YEAR]
        else:
            found = self.of(sub)
            ways = [way + found[0] * max(0, low - 1) for way in found]
        return ways if low else self.maybe(ways)

    def maybe(self, ways: list[str]) -> list[str]:
        """What may be left out."""
        return [*ways, ""] if self.full else ["", *ways]


def _is_wide(kind: str, what: Any) -> bool:
    """Whether it matches letters of any word."""
    if kind != "IN":
        return kind in ("ANY", "NOT_LITERAL")
    return any(
        str(item) == "NEGATE"
        or (str(item) == "CATEGORY" and str(value) in ("CATEGORY_WORD", "CATEGORY_NOT_SPACE"))
        or (str(item) == "RANGE" and value[1] - value[0] > WIDE)
        for item, value in what
    )
