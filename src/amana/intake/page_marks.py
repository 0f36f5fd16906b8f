"""The marks of one page of a PDF, as PDFium gives them: words, figures and signs with their place and size."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from math import hypot
from statistics import median
from unicodedata import combining

import pypdfium2
from pypdfium2 import raw

from amana.intake.columns import Page
from amana.intake.drawn import Spelled, address_of, drawn
from amana.intake.visual import RIGHT, WORDS, Class, Seen
from amana.intake.vowelled import Letter, signed, words
from amana.values.expressions import expression

HYPHENS = {2: "-", 0xFFFE: "-", 0xAD: "-"}
"""What PDFium gives for a hyphen at the end of a line."""
ALEF_LAM = expression("[اأإآ]ل")
RIGHT_WORD = expression(f"{RIGHT.pattern}{{2,}}")
ANOTHER_LINE = 3.0
"""Points between lines: a word of which one letter stands lower was broken over two."""
MOST_ON_A_PAGE = 300_000
NAMELESS, STROKE = "\x02", "\u0640"
GLUED = expression(
    rf"(?<=[{RIGHT.pattern[1:-1]}\u060c\u061b])(?!{RIGHT.pattern})([^\s\u0660-\u0669\u060c\u061b\u2026])\1*"
)
"""What stands right behind an Arabic letter or comma and is none."""
STROKES = expression(f"{STROKE}+")
LARGE = 2.5
"""Times the usual size: a word that lies behind others is that large."""
TAKEN = "\x01"
"""What stands in the text in place of a letter that has its place already."""


def page_of(document: pypdfium2.PdfDocument, number: int) -> tuple[Page, str]:
    """The marks of the page with this number (from 1), and the words that stand sideways on it."""
    page = document[number - 1]
    try:
        height = float(page.get_height())
        words = page.get_textpage()
        try:
            seen, aside, letters, strange = _marks(page.raw, words.raw)
        finally:
            words.close()
    finally:
        page.close()
    return Page(number, tuple(seen), height, letters, strange), aside


def _marks(drawing: raw.FPDF_PAGE, page: raw.FPDF_TEXTPAGE) -> tuple[list[Seen], str, int, int]:
    count = min(raw.FPDFText_CountChars(page), MOST_ON_A_PAGE)
    letter = raw.FPDFText_GetUnicode
    codes = [letter(page, k) for k in range(count)]
    text = "".join(
        HYPHENS.get(c) or (chr(c) if 32 <= c < 0x110000 and not 0xD800 <= c < 0xE000 else " ") for c in codes
    )
    strange = sum(1 for c in codes if c == 0xFFFD or 0xE000 <= c < 0xF8FF or (0 < c < 32 and c not in (2, 9, 10, 13)))
    box = _Box(page)
    strokes = 0
    seen: list[Seen] = []
    if RIGHT.search(text):
        named = "".join(map(_named, text, codes)) if strange else text
        text, strokes = stroked(named, box.is_stroke)
        strange -= named.count(NAMELESS) if strokes else 0
        text, seen = _arabic(text, box, drawing)
    text = _turned(text, box)
    aside: list[str] = []
    for found in WORDS.finditer(text):
        start, end = found.span()
        kind: Class = found.lastgroup  # type: ignore[assignment]
        if found[0] == TAKEN:
            continue
        if kind == "W":
            if any(codes[k] >= 32 and not raw.FPDFText_IsGenerated(page, k) for k in range(start, end)):
                seen.append(box.mark(" ", "W", start, start + 1))
            continue
        if not box.is_upright(start):
            aside.append(found[0])
            continue
        seen += box.marks(found[0], kind, start, end)
    if strokes:
        bare = (replace(m, text=STROKES.sub("", m.text)) if STROKE in m.text else m for m in seen)
        seen = [m for m in bare if m.text]
    seen, behind = _before_what_lies_behind(seen)
    aside += behind
    real = sum(1 for s in seen if s.kind != "W")
    if len(aside) > real:
        return _in_their_order(text, codes), "", count, strange
    return (seen if real else []), " ".join(aside), count, strange


def _named(letter: str, code: int) -> str:
    return NAMELESS if 0 < code < 32 and code not in (2, 9, 10, 13) else letter


def stroked(text: str, is_stroke: Callable[[int], bool]) -> tuple[str, int]:
    """The text with the strokes by which some programs fill Arabic lines as what they are, and how many there are.

    Such a program writes them with whatever code was free: "الأوليHة", "الص%%حة". `is_stroke`: whether what is drawn for
    the letter at a place is a stroke.
    """
    codes = {one[1] for one in GLUED.finditer(text) if one[1] == NAMELESS or is_stroke(one.start())}
    if not codes:
        return text.replace(NAMELESS, " "), 0
    places = {
        k
        for one in re.finditer(f"[{re.escape(''.join(codes))}]+", text)
        for k in range(*one.span())
        if is_stroke(k) or (text[k] == NAMELESS and GLUED.match(text, one.start()))
    }
    drawn = "".join(STROKE if k in places else letter for k, letter in enumerate(text))
    return drawn.replace(NAMELESS, " "), len(places)


def _before_what_lies_behind(seen: list[Seen]) -> tuple[list[Seen], list[str]]:
    """The marks without those, many times as large, that lie behind others: DRAFT; and their words."""
    real = [m for m in seen if m.kind != "W"]
    if not real or max(m.size for m in real) < LARGE * (usual := median(m.size for m in real)):
        return seen, []
    large = [m for m in real if m.size >= LARGE * usual]
    small = [m for m in real if m.size < LARGE * usual]
    behind = {(round(m.size), round(m.base)) for m in large if any(_lies_behind(m, other) for other in small)}
    aside = [m.text for m in large if (round(m.size), round(m.base)) in behind]
    return [m for m in seen if m.size < LARGE * usual or (round(m.size), round(m.base)) not in behind], aside


def _lies_behind(large: Seen, small: Seen) -> bool:
    beside = large.left < (small.left + small.right) / 2 < large.right
    return beside and large.base - 0.1 * large.size < small.base < large.base + 0.6 * large.size


def _arabic(text: str, box: _Box, drawing: raw.FPDF_PAGE) -> tuple[str, list[Seen]]:
    """The text without what is set from letters and signs one by one, and that, as marks; most pages have nothing such."""
    there = drawn(drawing)
    if not (there.spelled or there.blanks or any(combining(letter) for letter in text if letter > "\u0600")):
        return text, []
    left = list(text)
    letters: list[Letter] = []
    signs: list[Letter] = []
    stops = [(blank.begin, blank.base) for blank in there.blanks]
    done: set[int] = set()
    for k, letter in enumerate(text):
        known = address_of(raw.FPDFText_GetTextObject(box.page, k))
        spelled = there.spelled.get(known)
        if spelled is not None:
            left[k] = TAKEN
            if id(spelled) not in done:
                done.add(id(spelled))
                one = replace(box.spelled(spelled, k), turn=there.turn[known])
                (signs if combining(one.text[0]) else letters).append(one)
        elif RIGHT.match(letter) and box.is_upright(k):
            left[k] = TAKEN
            one = replace(box.letter(letter, k), turn=there.turn.get(known, 0))
            (signs if combining(letter) else letters).append(one)
        elif letter == " " and there.blanks and box.is_bare(k):
            left[k] = TAKEN
        elif not (letter.isspace() and box.is_bare(k)):
            stops.append((box.begin(k), box.base(k)))
    signed(letters, signs)
    blanks = [Seen(" ", "W", x.begin, x.begin, x.base, 1.0) for x in there.blanks]
    return "".join(left), [*words(letters, stops), *blanks]


def _turned(text: str, box: _Box) -> str:
    """The text with each Arabic word in the order in which it is read, whichever way PDFium gave it."""
    letters = list(text)
    for found in RIGHT_WORD.finditer(text):
        start, end = found.span()
        order = _order(found[0], start, box)
        if order is not None:
            letters[start:end] = [text[k] for k in order]
    return "".join(letters)


def _order(word: str, start: int, box: _Box) -> list[int] | None:
    """The places of a word's letters as they are read; None where they were given so, as nearly always.

    Some programs write a word's letters as they are seen, from left to right. Lam and alef that are one shape are given so
    too: alef never joins the lam after it. A vowel sign follows the letter above or below which it stands.
    """
    places = range(start, start + len(word))
    letters = [k for k in places if not combining(word[k - start])]
    begins = {k: box.begin(k) for k in letters}
    straight = all(begins[one] >= begins[next_] for one, next_ in pairwise(letters))
    if (straight and not ALEF_LAM.search(word)) or abs(box.base(start) - box.base(places[-1])) > ANOTHER_LINE:
        return None
    middles = {k: sum(box.span(k)) for k in places}
    read = letters if straight else sorted(letters, key=lambda k: (-begins[k], -middles[k]))
    for n, (one, next_) in enumerate(pairwise(read)):
        if ALEF_LAM.fullmatch(word[one - start] + word[next_ - start]) and box.span(one) == box.span(next_):
            read[n : n + 2] = [next_, one]
    signs: dict[int, list[int]] = {k: [] for k in read}
    for k in places:
        if k not in begins and read:
            signs[min(read, key=lambda letter: abs(middles[letter] - middles[k]))].append(k)
    return [k for letter in read for k in (letter, *signs[letter])] or None


def _in_their_order(text: str, codes: list[int]) -> list[Seen]:
    """A page that lies on its side: its lines as PDFium gives them, one below the other."""
    lines = "".join("\n" if c in (10, 13) else t for t, c in zip(text, codes, strict=True)).split("\n")
    written = [line.strip() for line in lines if line.strip()]
    return [Seen(line, "O", 0.0, 500.0, -14.0 * n, 10.0) for n, line in enumerate(written)]


class _Box:
    """Asks PDFium where letters stand; one set of variables for all questions."""

    def __init__(self, page: raw.FPDF_TEXTPAGE) -> None:
        self.page = page
        self.values = [ctypes.c_double() for _ in range(4)]
        self.asked = [ctypes.byref(v) for v in self.values]

    def marks(self, text: str, kind: Class, start: int, end: int) -> list[Seen]:
        """One word as a mark; as several where it was broken over two lines."""
        one = self.mark(text, kind, start, end)
        if end - start == 1 or abs(self.base(start) - self.base(end - 1)) < 0.6 * max(one.size, 1.0):
            return [one]
        return [self.mark(text[k - start], kind, k, k + 1) for k in range(start, end)]

    def mark(self, text: str, kind: Class, start: int, end: int) -> Seen:
        """One mark from its first and last letter."""
        left, right = self.span(start)
        if end - start > 1:
            other = self.span(end - 1)
            left, right = min(left, other[0]), max(right, other[1])
        return Seen(text, kind, left, right, self.base(start), self.size(start))

    def letter(self, text: str, at: int) -> Letter:
        """One letter or sign."""
        return Letter(text, *self.span(at), self.begin(at), self.base(at), self.size(at), at)

    def spelled(self, one: Spelled, at: int) -> Letter:
        """Letters that are spelled beside their shapes, of which the largest ones are theirs and the others those of signs."""
        largest = max(shape.area for shape in one.shapes)
        own = [shape for shape in one.shapes if shape.area > 0.6 * largest]
        if not own:  # without its font a shape shows no ink
            return self.letter(one.text, at)
        left, right = min(shape.left for shape in own), max(shape.right for shape in own)
        return Letter(one.text, left, right, min(shape.begin for shape in own), own[0].base, self.size(at), at)

    def is_bare(self, at: int) -> bool:
        """Whether a blank has no width: PDFium has added it, whatever it says."""
        left, right = self.span(at)
        return right - left < 0.01

    def is_upright(self, at: int) -> bool:
        """Whether a letter does not stand sideways."""
        return not 0.05 < raw.FPDFText_GetCharAngle(self.page, at) < 6.23

    def is_stroke(self, at: int) -> bool:
        """Whether what is drawn is flat and long and lies on the line, as no letter and no dash does."""
        left, right = self.span(at)
        low, high, size = self.values[2].value, self.values[3].value, self.size(at)
        flat = 0.03 * size < high - low < 0.2 * size and right - left > 2 * (high - low)
        # one shape that stands for three dots is told as three letters
        return (
            flat and abs(low - self.base(at)) < 0.06 * size and left not in (self.span(at + 1)[0], self.span(at - 1)[0])
        )

    def span(self, at: int) -> tuple[float, float]:
        """From where to where a letter reaches."""
        raw.FPDFText_GetCharBox(self.page, at, self.asked[0], self.asked[1], self.asked[2], self.asked[3])
        return self.values[0].value, self.values[1].value

    def begin(self, at: int) -> float:
        """Where the pen stood when it drew a letter."""
        raw.FPDFText_GetCharOrigin(self.page, at, self.asked[0], self.asked[1])
        return self.values[0].value

    def base(self, at: int) -> float:
        """The height of the line on which a letter stands."""
        raw.FPDFText_GetCharOrigin(self.page, at, self.asked[0], self.asked[1])
        return self.values[1].value

    def size(self, at: int) -> float:
        """How large a letter is shown."""
        return float(raw.FPDFText_GetFontSize(self.page, at) * self.scale(at))

    def scale(self, at: int) -> float:
        """How much larger a letter is shown than its font says."""
        matrix = raw.FS_MATRIX()
        if raw.FPDFText_GetMatrix(self.page, at, ctypes.byref(matrix)):
            return hypot(float(matrix.c), float(matrix.d)) or 1.0
        return 1.0
