"""Running heads, running feet and page numbers: what stands at the same height on page after page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from amana.intake.columns import Line
from amana.values.expressions import expression

FIGURES = expression(r"[0-9\u0660-\u0669\u06f0-\u06f9]+")
PAGE_NUMBER = expression(
    r"\W*(?:page|p\.|صفحة|halaman|hal\.)?\W*(\d{1,4})(?:\W*(?:/|of|de|من|sur|dari)\W*\d{1,4})?\W*", re.IGNORECASE
)
ZONE = 0.13
"""The part of the height of a page, above and below, in which heads and feet stand."""
ROWS = 4


def without_running_heads(pages: list[list[Line]]) -> tuple[list[Line], list[str]]:
    """The lines of all pages without those that run, and what runs, each once."""
    filled = [page for page in pages if page]
    where: dict[tuple[str, int], set[int]] = defaultdict(set)
    for page in filled:
        for line in _edges(page):
            where[_key(line)].add(line.page)
    keys = Counter({key: len(found) for key, found in where.items()})
    enough = max(2, -(-len(filled) * 3 // 10))
    heads: list[str] = []
    kept: list[Line] = []
    offsets = _offsets(filled)
    for page in filled:
        edges = {id(line) for line in _edges(page)}
        for line in page:
            if id(line) in edges and (_runs(line, keys, enough) or _numbers(line, offsets, len(filled))):
                words = line.text.replace("\x0e", "").replace("\x0f", "")
                if not PAGE_NUMBER.fullmatch(words) and words not in heads:
                    heads.append(words)
                continue
            kept.append(line)
    return kept, heads


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
        found.update({int(m[1]) - line.page for line in _edges(page) if (m := PAGE_NUMBER.fullmatch(line.text))})
    return found


def _numbers(line: Line, offsets: Counter[int], pages: int) -> bool:
    """Whether a line is the number of its page: it counts with the pages, or is the 1 at the foot of the only one."""
    found = PAGE_NUMBER.fullmatch(line.text)
    if found is None:
        return False
    offset = int(found[1]) - line.page
    return offsets[offset] >= 2 or (pages == 1 and offset == 0 and line.base < 0.08 * line.height)
