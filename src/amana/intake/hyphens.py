"""Lines of one paragraph joined; a word divided at the end of a line is one word again, an honest hyphen stays."""

from __future__ import annotations

import re
from collections.abc import Sequence

KEPT_HYPHENS = frozenset(
    "cease peace co non self follow so well long inter under counter semi multi anti all sub mid post pre vice ex "
    "après avant sous demi contre c ci là quelques peut twenty thirty forty fifty sixty seventy eighty ninety vingt "
    "trente quarante cinquante soixante quatre".split()
)
KEPT_BEFORE = frozenset("based building owned led wide related making keeping fire free general".split())
"""Second halves of words that are written with a hyphen: "confidence-building"."""
DIVIDED = re.compile(r"[^\W\d_][-\u2010\u00ad]$")
FIRST_WORD = re.compile(r"\w*")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+|[^\W\d_]+")
READ = 400_000
"""Characters of a long text that are enough to know how it writes its words."""


class Joiner:
    """Joins the lines of one text: how the text writes a word elsewhere decides about its hyphen."""

    def __init__(self, whole: str) -> None:
        self._whole = whole
        self._words: frozenset[str] | None = None

    def join(self, lines: Sequence[str]) -> tuple[str, bool]:
        """The lines as one text, and whether a divided word was put together.

        >>> Joiner("").join(["the coopera-", "tion of the Secretary-", "General"])
        ('the cooperation of the Secretary-General', True)
        >>> Joiner("").join(["negara-", "negara anggota"])
        ('negara-negara anggota', False)
        >>> Joiner("an international").join(["its twenty-", "first inter-", "national"])
        ('its twenty-first international', True)
        """
        if len(lines) == 1:
            return lines[0], False
        ends = [n for n, line in enumerate(lines[:-1]) if line[-1:] in "-\u2010\u00ad" and DIVIDED.search(line)]
        if not ends:
            return " ".join(lines), False
        parts: list[str] = []
        mended = False
        for n, line in enumerate(lines):
            if n not in ends:
                parts += (line, " ")
            elif self._is_one_word(line, lines[n + 1]):
                parts.append(line[:-1])
                mended = True
            else:
                parts.append(line)
        return "".join(parts).rstrip(" "), mended

    def _is_one_word(self, line: str, following: str) -> bool:
        """Whether the hyphen is one of printing: not before a capital, in a doubled word, or where the text has it."""
        if line[-1] == "\u00ad":
            return True
        found = FIRST_WORD.match(following)
        left, right = line.rpartition(" ")[2][:-1].lower(), (found.group() if found else "").lower()
        last = left.rpartition("-")[2]
        if not following[:1].islower() or right.startswith(last) or last.endswith(right):
            return False
        together, apart = left + right in self.words, f"{left}-{right}" in self.words
        if together != apart:
            return together
        return last not in KEPT_HYPHENS and right not in KEPT_BEFORE

    @property
    def words(self) -> frozenset[str]:
        """The words of the text, in lower case; read once, and only when a line ends in a hyphen."""
        if self._words is None:
            self._words = frozenset(WORD.findall(self._whole[:READ].lower()))
        return self._words
