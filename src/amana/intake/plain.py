"""Plain text as it was received: which encoding it is in, and where its blocks begin and end."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from amana.intake.refusals import refuse
from amana.intake.repair import Repairs
from amana.resolutions.openings import begins
from amana.values.blocks import Block
from amana.values.problems import Place, Problem

NEWLINES = re.compile("\r\n?|\u2028|\x85")
BREAKS = re.compile("[\f\u2029\x0b]")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
SPACES = re.compile(r"[ \t\u00a0\u200b]+")
LETTERS = re.compile(rb"[A-Za-z\xc0-\xff]")
HIGH = re.compile(rb"[\x80-\xff]")

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
    text, encoding, guessed = decode(name, data)
    repairs = Repairs(name, {})
    pieces = enumerate(_pieces(text, exact), 1)
    blocks = repairs.blocks(Block(words, Place(name, line=line, block=number)) for number, (line, words) in pieces)
    problems = repairs.problems()
    if guessed:
        told = Problem("intake-encoding-guessed", {"file": name, "encoding": encoding}, (Place(name),), "note")
        problems = (told, *problems)
    return blocks, problems


def decode(name: str, data: bytes) -> tuple[str, str, bool]:
    """The text, its encoding, and whether that had to be guessed.

    >>> decode("a.txt", "قرار".encode("windows-1256"))
    ('قرار', 'windows-1256', True)
    >>> decode("a.txt", "élève à Dakar".encode("cp1252"))[1]
    'windows-1252'
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            skip = len(mark) if encoding == "utf-8" else 0
            return _checked(name, data[skip:].decode(encoding, errors="replace")), encoding, False
    if b"\x00" in data:
        return _without_mark(name, data)
    try:
        return _checked(name, data.decode("utf-8")), "utf-8", False
    except UnicodeDecodeError:
        pass
    high, letters = len(HIGH.findall(data)), len(LETTERS.findall(data))
    encoding = "windows-1256" if high > 0.3 * max(letters, 1) else "windows-1252"
    return _checked(name, data.decode(encoding, errors="replace")), encoding, True


def _without_mark(name: str, data: bytes) -> tuple[str, str, bool]:
    """UTF-16 without a byte order mark: the high bytes of Latin and Arabic letters are 00 and 06."""
    if len(data) % 2 == 0:
        for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
            highs = data[first::2]
            if highs.count(0) + highs.count(6) > 0.9 * len(highs):
                return _checked(name, data.decode(encoding, errors="replace")), encoding, True
    raise refuse("intake-not-text", name, kind="binary")


def _checked(name: str, text: str) -> str:
    """The text without its few stray control characters; raises NotReadable where they are no accident."""
    strange = len(CONTROL.findall(text)) + text.count("\ufffd")
    if strange > max(3, len(text) // 50):
        raise refuse("intake-not-text", name, kind="binary")
    return CONTROL.sub("", text) if strange else text


def _pieces(text: str, exact: bool) -> Iterator[tuple[int, str]]:
    """The pieces of a text with the line on which each begins."""
    text = BREAKS.sub("\n\n", NEWLINES.sub("\n", text))
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
