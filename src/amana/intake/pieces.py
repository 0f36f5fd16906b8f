"""A piece: a paragraph of a document before it gets its place, and how pieces become blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from amana.intake.repair import Repairs
from amana.resolutions.beginnings import begins
from amana.values.blocks import Block
from amana.values.expressions import expression
from amana.values.problems import Place, Problem

Progress = Callable[[int, int], None]
"""Told how much is done, and of how much."""

RAISED = expression("\x0e([^\x0e\x0f]*)\x0f")
STRAY = expression("[\x0e\x0f]")
SMALL = expression("[0-9+n-]{1,3}")
"""Raised letters that mean something else than those on the line: of "10⁶", "km²"."""
UP = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")

SYMBOLS = {0xB7: "•", 0xA7: "•", 0x2D: "-", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xD7: "×", 0xAE: "→"}
"""Signs of the fonts Symbol and Wingdings, by their place in them."""
OF_FONTS = expression("[\uf000-\uf0ff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of the document before it gets its place."""

    text: str
    label: str | None = None
    heading: bool = False
    kind: str = "text"
    joined: bool = False
    """Whether a word that was divided at the end of a line was put together in it."""


def spaced(text: str) -> str:
    """The words with one blank between them; a hyphen that shows at the end of a line only is none.

    >>> spaced(" the  well\\xad-being ")
    'the well-being'
    """
    return " ".join(text.replace("\xad", "").split())


def lines_apart(text: str) -> list[str]:
    """The paragraphs in a piece whose lines were broken by hand: two breaks part them, or an opening after one.

    >>> lines_apart("The Council,\\n\\nNoting the report;")
    ['The Council,', 'Noting the report;']
    >>> lines_apart("on the shared\\nwater")
    ['on the shared water']
    """
    out: list[str] = []
    apart = True
    for line in text.split("\n"):
        words = spaced(line)
        if not words:
            apart = True
        elif apart or not out or begins(words):
            out.append(words)
            apart = False
        else:
            out[-1] = f"{out[-1]} {words}"
    return out


def sign(code: str) -> str:
    """The sign that a font of signs shows at a place; '' where it is not known.

    >>> sign("F0B7"), sign("F061"), sign("2022"), sign("none")
    ('•', 'a', '•', '')
    """
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= number <= 0xF0FF:
        number -= 0xF000
        return SYMBOLS.get(number) or (chr(number) if 32 < number < 127 else "")
    return chr(number) if 32 <= number < 0xD800 else ""


def signs(text: str) -> str:
    """The text with the signs of such fonts, written as letters of their own, as what they show."""
    return text if text.isascii() else OF_FONTS.sub(lambda found: sign(f"{ord(found[0]):x}") or found[0], text)


def raised(text: str, notes: frozenset[str | None]) -> str:
    """Raised letters, which stand between two control characters: marks of footnotes go, numbers stay small.

    >>> raised("of order;\\x0e1\\x0f", frozenset({"1"})), raised("3 km\\x0e2\\x0f", frozenset())
    ('of order;', '3 km²')
    """
    if "\x0e" not in text and "\x0f" not in text:
        return text

    def shown(found: re.Match[str]) -> str:
        words = found[1].strip()
        if words.strip("[]().") in notes:
            return " " if found[1] != words else ""
        return words.translate(UP) if SMALL.fullmatch(words) else found[1]

    return spaced(STRAY.sub("", RAISED.sub(shown, text)))


def to_blocks(name: str, pieces: Iterable[Piece]) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The pieces that have words as blocks, mended and numbered, and what was mended."""
    repairs = Repairs(name, {})
    numbered = list(enumerate((p for p in pieces if p.text), 1))
    blocks = repairs.blocks(Block(p.text, Place(name, block=n), p.label, p.heading, p.kind) for n, p in numbered)
    for n, piece in numbered:
        if piece.joined:
            repairs.note("intake-mended-hyphens", Place(name, block=n))
    return blocks, repairs.problems()


def told_in_steps(progress: Progress | None, total: int) -> Progress:
    """A progress that is told only when another hundredth is done."""
    if progress is None or total < 1:
        return lambda done, of: None
    step = max(total // 100, 1)

    def tell(done: int, of: int) -> None:
        if done % step == 0 or done == of:
            progress(done, of)

    return tell
