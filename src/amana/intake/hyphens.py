"""Lines of one paragraph joined; a word divided at the end of a line is one word again, an honest hyphen stays."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from importlib import resources

from amana.values.expressions import expression

KEPT_HYPHENS = frozenset(
    "cease peace co non self follow so well long inter under counter semi multi anti all sub mid post pre vice ex "
    "après avant sous demi contre c ci là quelques peut twenty thirty forty fifty sixty seventy eighty ninety vingt "
    "trente quarante cinquante soixante quatre above".split()
)
KEPT_BEFORE = frozenset(
    "based building owned led wide related making keeping fire free general mentioned term scale level depth kind "
    "arms objection maker makers party oriented sensitive specific sponsored driven sharing reaching income year month "
    "week hour century ci là dire disant vous même mêmes il elle ils elles".split()
)
"""Second halves of words that are written with a hyphen: "confidence-building"."""
LINKS = frozenset("to by of the and for à vis t".split())
"""Words in the middle of a compound: "case-by-case", "up-to-date"."""
VOWELS_APART = frozenset("re pre co de".split())
"""First pieces that keep their hyphen before the vowel with which they end: "re-establishment"."""
SOLID_AFTER = frozenset(
    "with there where here how what when who any every some never none can be as for to further more other net "
    "frame in out up over be pour sur par en con sou l tout plus main mal bon entre ke di se ber per ter".split()
)
"""Words that begin words written without a hyphen, more often than those with one: "with-out", "pour-suivre"."""
SOLID_BEFORE = frozenset(
    "able ably age ate ant ion ship ships hood less ful man men land lands ward wards ever over fore form forms port "
    "ports time one thing body how work works shop shops holder holders action actions al ally ing ed er "
    "ration press tent national stand standing take taken taking le la les ce ces que qui te ne re "
    "ment pun lah kan nya an".split()
)
"""Words, or what looks like one, that end words written without a hyphen: "consider-able", "lors-que"."""
PLAIN = ("verbs_en.csv", "verbs_fr.csv", "verbs_id.csv", "modifiers.csv", "numbers_words.csv", "ordinals_en_fr_id.csv")
"""The lexicons that hold words as they are written, not expressions."""
DIVIDED = expression(r"[^\W\d_][-\u2010\u00ad]$")
WORD = expression(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LAST_PIECES = expression(r"[^\W\d_]+(?:-[^\W\d_]+)*\Z")
GOES_BEFORE = expression(r"[^\W\d_](?:-\s*)?\Z")
GOES_ON = expression(r"-?[^\W\d_]|[-\u2010]\s")
"""What stands around a piece of a word that is not the whole word: at the end of a line too."""
AROUND = 12
"""Characters before a word in which the end of the line before it is looked for."""
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
            elif line[-1] == "\u00ad" or self._is_one_word(line, lines[n + 1]):
                parts.append(line[:-1])
                mended = True
            else:
                parts.append(line)
        return "".join(parts).rstrip(" "), mended

    def _is_one_word(self, line: str, following: str) -> bool:
        """Whether the hyphen is one of printing: not before a capital, in a doubled word, or where the text has it."""
        before, after = LAST_PIECES.search(line[:-1].lower()), WORD.match(following.lower())
        if before is None or after is None or not following[:1].islower():
            return False
        left, right = before.group(), after.group()
        last, first = left.rpartition("-")[2], right.partition("-")[0]
        if right.startswith(last) or last.endswith(first):
            return False
        together, apart = self._stands(left + right), self._stands(f"{left}-{right}")
        if together == apart and (left, right) != (last, first):
            together, apart = self._stands(last + first), self._stands(f"{last}-{first}")
        if together != apart:
            return together
        return self._is_printed(left, right, last, first)

    def _is_printed(self, left: str, right: str, last: str, first: str) -> bool:
        """Whether the hyphen is one of printing where the text does not tell: one half at least is no word."""
        if last in KEPT_HYPHENS or first in KEPT_BEFORE or (last in VOWELS_APART and last[-1] == first[0]):
            return False
        if last != left and last in LINKS:
            return False
        if (left, right) == (last, first) and (last in SOLID_AFTER or first in SOLID_BEFORE):
            return True
        return not (self._is_word(last) and self._is_word(first))

    def _is_word(self, word: str) -> bool:
        """Whether the text has this word, or the lexicons."""
        return len(word) > 1 and (self._stands(word) or word in _known())

    def _stands(self, word: str) -> bool:
        """Whether the text has this word, in any case: looked for only when a line ends in a hyphen."""
        if WORD.fullmatch(word) is None:
            return False
        if self._lower is None:
            self._lower = self._whole[:READ].lower()
        at = self._lower.find(word)
        while at >= 0:
            before = self._lower[max(0, at - AROUND) : at]
            if not GOES_BEFORE.search(before) and not GOES_ON.match(self._lower, at + len(word)):
                return True
            at = self._lower.find(word, at + 1)
        return False


@cache
def _known() -> frozenset[str]:
    """The words of the lexicons in Latin letters: asked for only where a text does not tell."""
    found: set[str] = set()
    for name in PLAIN:
        text = (resources.files("amana") / "lexicons" / name).read_text(encoding="utf-8-sig")
        for row in csv.reader(text.splitlines()[1:]):
            found.update(WORD.findall(row[0].lower() if name.startswith("verbs") else " ".join(row).lower()))
    return frozenset(found)
