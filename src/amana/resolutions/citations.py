"""Acts and documents that a paragraph cites: as printed, and in the normal form of the house or of the United Nations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amana.resolutions.paragraphs import Citation
from amana.values import symbols
from amana.values.folding import digits

_DASH = r"\s?[-–—]\s?"
_YEAR = r"(?:19|20)[0-9]{2}"
PLAIN: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "un",
        re.compile(
            r"(?<![\w/])[ASEST]/(?:RES|HRC|PV|INF|C\.\d|CN\.\d+|CONF\.\d+|AC\.\d+|ES-\d+|S-\d+|\d{1,5})[A-Z0-9./()-]*[A-Z0-9)]"
        ),
    ),
    ("un", re.compile(r"(?<![\w/])[A-Z]{1,6}(?:[/-][A-Z0-9.()]{1,12}){2,6}(?<=[0-9)])(?![\w/])")),
    ("act", re.compile(rf"(?<![\w/.,-])([0-9]{{1,4}})(?: ([A-Z]))? ?\(({_YEAR})\)")),
    ("roman", re.compile(r"(?<![\w/.,-])([0-9]{1,4})(?: ([A-Z]))? ?\(((?:[ES]+-)?[IVXLC]{1,7})\)")),
    (
        "house",
        re.compile(
            rf"(?<![\w/.])([0-9]{{1,3}})\s?/\s?([0-9]{{1,3}})({_DASH}[\u0621-\u064a](?:[. ]?[\u0621-\u064a])?(?![\u0621-\u064a]))"
        ),
    ),
    ("house", re.compile(rf"(?<![\w/.])([0-9]{{1,3}})\s?/\s?([0-9]{{1,3}})({_DASH}[A-Z]{{1,4}}(?![A-Za-z]))?")),
)
"""Shapes that need no list: S/5293, 242 (1967), 3379 (XXX), 77/245, 1/38-ORG, ٦/٤٣-س."""

WORD_BEFORE = re.compile(
    r"(?:resolution|decision|document|r[ée]solution|d[ée]cision|القرار|قرار|المقرر|مقرر|الوثيقة)", re.IGNORECASE
)
REACH = 120
"""Characters before a bare pair of numbers in which a word for an act must stand: "resolutions 77/245, 78/3 and 79/1"."""


def citations_of(text: str, patterns: tuple[symbols.Pattern, ...] = ()) -> tuple[Citation, ...]:
    """The citations of a paragraph in order, none overlapping another; the house's own patterns come first.

    >>> [c.symbol for c in citations_of("Recalling its resolutions 242 (1967) and 338 (1973) and document S/5293")]
    ['242 (1967)', '338 (1973)', 'S/5293']
    """
    if not any(c.isdigit() for c in text):
        return ()
    found: list[Citation] = []
    for one in (*_own(text, patterns), *_plain(text)):
        if not any(one.start < c.end and c.start < one.end for c in found):
            found.append(one)
    return tuple(sorted(found, key=lambda c: c.start))


def _own(text: str, patterns: tuple[symbols.Pattern, ...]) -> Iterator[Citation]:
    if patterns:
        for printed in symbols.find(text, patterns):
            yield Citation(printed.text, printed.start, printed.end, str(printed.symbol), _alternatives(printed))


def _alternatives(printed: symbols.Printed) -> tuple[str, ...]:
    return tuple(str(a) for a in getattr(printed, "alternatives", ()) or ())


def _plain(text: str) -> Iterator[Citation]:
    western = digits(text)
    for kind, pattern in PLAIN:
        for found in pattern.finditer(western):
            if kind == "house" and found[3] is None and not _act_before(western, found.start()):
                continue
            start, end = found.span()
            yield Citation(text[start:end], start, end, _normal(kind, found), _reversed(kind, found))


def _act_before(text: str, start: int) -> bool:
    """Whether a word for an act stands before, with nothing between that ends a clause."""
    near = text[max(0, start - REACH) : start]
    words = list(WORD_BEFORE.finditer(near))
    return bool(words) and not re.search(r"[;:؛]", near[words[-1].end() :])


def _normal(kind: str, found: re.Match[str]) -> str:
    if kind == "un":
        return found[0].rstrip(".")
    if kind == "house":
        suffix = re.sub(r"[\s–—-]+", "", found[3] or "")
        return f"{int(found[1])}/{int(found[2])}" + (f"-{suffix}" if suffix else "")
    letter = f" {found[2]}" if found[2] else ""
    return f"{int(found[1])}{letter} ({found[3]})"


def _reversed(kind: str, found: re.Match[str]) -> tuple[str, ...]:
    """A pair of numbers in Arabic text may have been copied in the other order."""
    if kind != "house" or found[3] is None or found[3][-1] < "\u0600":
        return ()
    suffix = re.sub(r"[\s–—-]+", "", found[3])
    return (f"{int(found[2])}/{int(found[1])}-{suffix}",)
