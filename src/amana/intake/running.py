"""Running heads, running feet and page numbers: what stands at the same height on page after page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise

from amana.intake.columns import Line
from amana.values.expressions import expression
from amana.values.numbers_digits import of_letters

FIGURES = expression(r"[0-9\u0660-\u0669\u06f0-\u06f9]+")
PAGE_NUMBER = expression(
    r"\W*(?:page|p\.|صفحة|halaman|hal\.)?\W*(\d{1,4})(?:\W*(?:/|of|de|من|sur|dari)\W*\d{1,4})?\W*", re.IGNORECASE
)
SMALL_ROMAN = expression("(?:x{0,3})(?:ix|iv|v?i{0,3})")
ZONE = 0.13
"""The part of the height of a page, above and below, in which heads and feet stand."""
ROWS = 4
NEAR = 1.25
"""Times the usual distance of two lines: within it a line stands together with the next."""
GOES_ON = expression(r"[,;،؛]\W*\Z")
"""How a head does not end: something of the same sentence or list follows."""
ENDS = expression(r"[.,;:!?،؛؟]\W*\Z")
LOWER_END = expression(r"(?:^|\s)[^\W\d_A-ZÀ-Þ]{1,12}\Z|[^\W\d_][-\u2010\u00ad]\Z")
"""A line that ends with a word in small letters, an Arabic one, or a piece of a word."""


def without_running_heads(pages: list[list[Line]]) -> tuple[list[Line], list[str]]:
    """The lines of all pages without those that run, and what runs, each once."""
    filled = [page for page in pages if page]
    where: dict[tuple[str, int], set[int]] = defaultdict(set)
    for page in filled:
        for line in _edges(page):
            where[_key(line)].add(line.page)
    enough = max(2, -(-len(filled) * 3 // 10))
    keys = Counter({key: len(found) for key, found in where.items()})
    body = _of_the_body(filled, keys, enough)
    heads: list[str] = []
    kept: list[Line] = []
    told: set[str] = set()
    offsets = _offsets(filled)
    for page in filled:
        edges = {id(line) for line in _edges(page)}
        for line in page:
            runs = id(line) in edges and _runs(line, keys, enough) and _key(line)[0] not in body
            if not (runs or (id(line) in edges and _numbers(line, offsets, len(filled)))):
                kept.append(line)
                continue
            words = line.text.replace("\x0e", "").replace("\x0f", "")
            as_told = FIGURES.sub("#", words) if PAGE_NUMBER.fullmatch(words) else words
            if as_told not in told and any(letter.isalpha() for letter in words):
                told.add(as_told)
                heads.append(words)
    # where every line is like those of the other pages, they are the text
    return (kept, heads) if kept else ([line for page in filled for line in page], [])


def _of_the_body(pages: list[list[Line]], keys: Counter[tuple[str, int]], enough: int) -> set[str]:
    """What stands at one height on some pages by chance: wherever it does, the sentence of the next line goes on with it."""
    found: dict[str, list[tuple[Line, list[Line]]]] = defaultdict(list)
    for page in pages:
        for line in _edges(page):
            if _runs(line, keys, enough) and not PAGE_NUMBER.fullmatch(line.text):
                found[_key(line)[0]].append((line, page))
    return {
        text
        for text, places in found.items()
        if all(_goes_on(line.text) for line, _ in places)
        or (
            all(_is_near(line, page) for line, page in places)
            and (not _counts([line for line, _ in places]) or all(_belongs(line, page) for line, page in places))
        )
    }


def _goes_on(text: str) -> bool:
    """Whether a line begins or ends as no head does: in the middle of a sentence."""
    return bool(GOES_ON.search(text)) or (text[:1].islower() and bool(ENDS.search(text)))


def _counts(lines: list[Line]) -> bool:
    """Whether a head is the same on two pages, or has a figure that counts with them."""
    if len({line.text for line in lines}) < len(lines):
        return True
    seen = Counter((n, int(f) - x.page) for x in lines for n, f in enumerate(FIGURES.findall(x.text)))
    return max(seen.values(), default=0) > 1


def _next(line: Line, page: list[Line]) -> Line | None:
    """The line beside which a line of the edge stands, towards the middle of the page."""
    upper = line.base > 0.5 * line.height
    beside = [x for x in page if x.base != line.base and (x.base < line.base) == upper and _share(x, line)]
    return min(beside, key=lambda x: abs(x.base - line.base), default=None)


def _is_near(line: Line, page: list[Line]) -> bool:
    """Whether a line stands no further from the next than the lines of the page do from one another."""
    next_ = _next(line, page)
    if next_ is None or abs(next_.size - line.size) > 0.1 * line.size:
        return False
    gaps = Counter(round((a.base - b.base) * 2) / 2 for a, b in pairwise(page) if a.flow == b.flow and a.base > b.base)
    usual = max(gaps, key=lambda gap: (gaps[gap], -gap), default=0.0)
    return abs(next_.base - line.base) <= NEAR * usual


def _belongs(line: Line, page: list[Line]) -> bool:
    """Whether a line and the next one are of one sentence."""
    next_ = _next(line, page)
    if next_ is None:
        return False
    one, two = (line, next_) if line.base > next_.base else (next_, line)
    if ENDS.search(one.text):
        return bool(GOES_ON.search(line.text))
    return bool(LOWER_END.search(one.text)) or two.text[:1].islower()


def _share(one: Line, other: Line) -> bool:
    """Whether two lines stand one above the other."""
    (a, b), (c, d) = (sorted((abs(x.start), abs(x.end))) for x in (one, other))
    return a < d and c < b


def _key(line: Line) -> tuple[str, int]:
    return FIGURES.sub("#", line.text), round(line.base / 6)


def _edges(page: list[Line]) -> list[Line]:
    """The few lines nearest to the upper and lower edge of the page, where they stand in its margin."""
    by_height = sorted(page, key=lambda line: -line.base)
    height = page[0].height or 1.0
    top = [line for line in by_height[:ROWS] if line.base > (1 - ZONE) * height]
    bottom = [line for line in by_height[-ROWS:] if line.base < ZONE * height]
    return [*top, *bottom]


def _runs(line: Line, keys: Counter[tuple[str, int]], enough: int) -> bool:
    text, height = _key(line)
    return any(keys[text, h] >= enough for h in (height - 1, height, height + 1))


def _offsets(pages: list[list[Line]]) -> Counter[int]:
    """By how much printed page numbers differ from the count of pages, and on how many pages."""
    found: Counter[int] = Counter()
    for page in pages:
        found.update({n - line.page for line in _edges(page) if (n := _page_number(line.text)) is not None})
    return found


def _numbers(line: Line, offsets: Counter[int], pages: int) -> bool:
    """Whether a line is the number of its page: it counts with the pages, or is the 1 at the foot of the only one."""
    number = _page_number(line.text)
    if number is None:
        return False
    offset = number - line.page
    return offsets[offset] >= 2 or (pages == 1 and offset == 0 and line.base < 0.08 * line.height)


def _page_number(text: str) -> int | None:
    """The number of a page that is a line of its own, in small Roman letters too; None for any other line.

    >>> _page_number("- 4 -"), _page_number("Page 3 of 9"), _page_number("iv"), _page_number("vim")
    (4, 3, 4, None)
    """
    if found := PAGE_NUMBER.fullmatch(text):
        return int(found[1])
    return of_letters(text) if text and SMALL_ROMAN.fullmatch(text) else None
