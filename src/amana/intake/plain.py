"""Plain text as it was received: where its blocks begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amana.intake.encodings import decode
from amana.intake.repair import Repairs
from amana.resolutions.openings import begins
from amana.values.blocks import Block
from amana.values.problems import Place, Problem

LINE_ENDS = re.compile("\r\n?")
"""All that ends a line where blocks are taken exactly as they stand."""
NEWLINES = re.compile("\r\n?|\u2028|\x85")
BREAKS = re.compile("[\f\u2029\x0b]")
SPACES = re.compile(r"[ \t\u00a0\u200b]+")

CLOSED = re.compile(r"[.,;:!?؛،؟…][\"'”’»)\]]*(?: ?\d{1,3})?$")
"""How a paragraph may end: a mark, perhaps a quotation mark, perhaps the number of a footnote."""
ENDED = re.compile(r"[.;:!?؛؟…][\"'”’»)\]]*$")
HEAD_LINE = re.compile(
    r"\W*(?:draft |projet de |مشروع )?(?:resolution|résolution|القرار|قرار)\b.{0,60}\d", re.IGNORECASE
)
HYPHEN = re.compile(r"[^\W\d_]-$")
KEPT_HYPHENS = frozenset(
    "cease peace co non self follow so well long inter under counter semi multi anti all sub mid post pre vice ex "
    "après avant sous demi contre c ci là quelques peut".split()
)
LONG_LINE = 150
"""Characters: no drafter wraps lines so late, so a longer line is a paragraph of its own."""


def read(name: str, data: bytes, *, exact: bool = False) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of a plain text and what was mended or guessed; raises NotReadable where it is no text."""
    text, problems = decode(name, data)
    repairs = Repairs(name, {})
    pieces = enumerate(_pieces(text, exact), 1)
    blocks = repairs.blocks(Block(words, Place(name, line=line, block=number)) for number, (line, words) in pieces)
    return blocks, (*problems, *repairs.problems())


def _pieces(text: str, exact: bool) -> Iterator[tuple[int, str]]:
    """The pieces of a text with the line on which each begins."""
    text = LINE_ENDS.sub("\n", text) if exact else BREAKS.sub("\n\n", NEWLINES.sub("\n", text))
    lines = [SPACES.sub(" ", line).strip() for line in text.split("\n")]
    width = _width(lines)
    start, piece = 0, ""
    before = ""
    for number, line in enumerate(lines, 1):
        if not line:
            if piece:
                yield start, piece
            piece = ""
        elif piece and (exact or not _divides(before, line, width)):
            piece = _join(piece, line, text)
        else:
            if piece:
                yield start, piece
            start, piece = number, line
        before = line
    if piece:
        yield start, piece


def _width(lines: list[str]) -> int:
    """The width to which the lines are wrapped: nine of ten lines are not longer."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _divides(before: str, line: str, width: int) -> bool:
    """Whether a new paragraph begins at `line` although no blank line says so."""
    closed = bool(CLOSED.search(before))
    kind = begins(line) if closed or len(before) < width * 0.75 else ""
    if kind == "organ" or (kind == "label" and (closed or len(before) < width * 0.75)):
        return True
    if closed and (kind == "opening" or len(before) > LONG_LINE):
        return True
    if len(before) > LONG_LINE and not line[0].islower():
        return True
    if HEAD_LINE.match(before) and len(before) < 80 and not closed:
        return True
    return bool(ENDED.search(before)) and len(before) < width * 0.7 and not line[0].islower()


def _join(piece: str, line: str, whole: str) -> str:
    """Two lines of one paragraph; a word divided at the end of a line is one word again."""
    if not HYPHEN.search(piece):
        return f"{piece} {line}"
    left = piece.rpartition(" ")[2][:-1].lower()
    right = re.match(r"\w*", line)
    joined = left + (right.group() if right else "")
    hyphened = f"{left}-{line[: len(joined) - len(left)]}"
    if not line[0].islower() or left in KEPT_HYPHENS or (hyphened in whole and joined not in whole):
        return piece + line
    return piece[:-1] + line
