"""Lines of one paragraph joined; a word divided at the end of a line is one word again, an honest hyphen stays."""

from __future__ import annotations

from collections.abc import Sequence

from amana.values.expressions import expression

KEPT_HYPHENS = frozenset(
    "cease peace co non self follow so well long inter under counter semi multi anti all sub mid post pre vice ex "
    "après avant sous demi contre c ci là quelques peut twenty thirty forty fifty sixty seventy eighty ninety vingt "
    "trente quarante cinquante soixante quatre".split()
)
KEPT_BEFORE = frozenset("based building owned led wide related making keeping fire free general".split())
"""Second halves of words that are written with a hyphen: "confidence-building"."""
DIVIDED = expression(r"[^\W\d_][-\u2010\u00ad]$")
FIRST_WORD = expression(r"\w*")
WORD = expression(r"[^\W\d_]+(?:-[^\W\d_]+)+|[^\W\d_]+")
GOES_BEFORE = expression(r"[^\W\d_]-?\Z")
GOES_ON = expression(r"-?[^\W\d_]")
"""What stands around a piece of a word that is not the whole word."""
READ = 400_000
"""Characters of a long text that are enough to know how it writes its words."""


class Joiner:
    """Joins the lines of one text: how the text writes a word elsewhere decides about its hyphen."""

    def __init__(self, whole: str) -> None:
        self._whole = whole
        self._lower: str | None = None

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
        together, apart = self._stands(left + right), self._stands(f"{left}-{right}")
        if together != apart:
            return together
        return last not in KEPT_HYPHENS and right not in KEPT_BEFORE

    def _stands(self, word: str) -> bool:
        """Whether the text has this word, in any case: looked for only when a line ends in a hyphen."""
        if WORD.fullmatch(word) is None:
            return False
        if self._lower is None:
            self._lower = self._whole[:READ].lower()
        at = self._lower.find(word)
        while at >= 0:
            before = self._lower[max(0, at - 2) : at]
            if not GOES_BEFORE.search(before) and not GOES_ON.match(self._lower, at + len(word)):
                return True
            at = self._lower.find(word, at + 1)
        return False
