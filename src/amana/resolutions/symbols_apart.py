"""Acts and documents that one row cites differently in its languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from amana.resolutions.furniture import PAGE
from amana.resolutions.paragraphs import Citation, Paragraph
from amana.resolutions.sides import Apart, Side, told
from amana.resolutions.telling import finding
from amana.resolutions.versions import Row
from amana.values.expressions import expression
from amana.values.folding import digits
from amana.values.problems import Problem
from amana.values.symbols import same_series

RUN = expression(r"\d+")
PAIR = expression(r"(\d{1,4})/(\d{1,4})(-[A-Z]{1,4})?")
MARK = expression(r"\s*\([^()]*\)?$")
"""What a summit adds to the letters of a series: "(IS)", "(ق.إ)"."""
OF_YEAR = expression(r"\d\s?\((?:19|20)\d\d\)$")
STROKED = expression(r"(?<![\w/.])(?:\d{1,4}/\d{1,4}/[A-Z]{2,5}|[A-Z]{2,5}/\d{1,4}/\d{1,4})(?![\w/])")
EVENLY = "50/50"
SERIES = expression(r"(\d{1,4}/\d{1,4})-([^\d/]+)")


def same_citations(row: Row) -> Iterator[Problem]:
    """An act or document is cited in one version, and another cites a different one or none."""
    if any(p.citations for p in row.texts.values()) and not any(_is_page(p) for p in row.texts.values()):
        yield from told(row, citations_apart)


def _is_page(paragraph: Paragraph) -> bool:
    """Whether it is the mark of a page, "2/4", and nothing is cited."""
    return paragraph.part == "structure" and PAGE.match(paragraph.text) is not None


def citations_apart(a: Side, b: Side) -> Iterator[Apart]:
    """The citations of two versions that the other has not; an error where both have something in its place."""
    arabic = "ar" in (a.language, b.language)
    left = _citations_unmatched(a.paragraph, b.paragraph, arabic)
    right = _citations_unmatched(b.paragraph, a.paragraph, arabic)
    if left or right:
        yield Apart("symbols-differ", left, right, "error" if left and right else "warning")


def same_acts(row: Row) -> Iterator[Problem]:
    """An act of the European kind, numbers and letters between strokes: 95/46/EC, 95/46/CE."""
    if len(row.texts) < 2 or not any("/" in p.text for p in row.texts.values()):
        return
    found = {
        x: [(tuple(sorted(RUN.findall(m[0]))), m) for m in STROKED.finditer(digits(p.text))]
        for x, p in row.texts.items()
    }
    acts = [frozenset(act for act, _ in matches) for matches in found.values()]
    if len(set(map(len, acts))) > 1 or len(set(acts)) < 2:
        return
    shared = frozenset.intersection(*acts)
    apart = {x: [m for act, m in matches if act not in shared] for x, matches in found.items()}
    shown = tuple(f"{x}: {', '.join(m[0] for m in matches)}" for x, matches in apart.items())
    places = tuple(
        replace(row.texts[x].place, start=m.start(), end=m.end()) for x, matches in apart.items() for m in matches
    )
    yield finding("symbols-differ", row, "error", places, differences=shown)


def _citations_unmatched(a: Paragraph, b: Paragraph, arabic: bool) -> list[Citation]:
    """The citations of `a` that `b` has less often, neither as citations nor by their digits."""
    if [c.symbol for c in a.citations] == [c.symbol for c in b.citations]:
        return []
    there, taken = _by_digits(b.citations), set[int]()
    lacking = []
    for citation in a.citations:
        near = sorted({n for key in _digits_in(citation) for n in there.get(key, ())})
        like = next((n for n in near if n not in taken and _same(citation, b.citations[n], arabic)), None)
        if like is not None:
            taken.add(like)
        elif citation.symbol != EVENLY and not any(_same(citation, b.citations[n], arabic) for n in near):
            lacking.append(citation)
    runs = _runs_outside(b) if lacking else Counter[str]()
    return [citation for citation in lacking if not _digits_of(citation, b, runs)]


def _by_digits(citations: Sequence[Citation]) -> dict[str, list[int]]:
    """The places of citations by their digits: only those that have the same may be one."""
    found: dict[str, list[int]] = {}
    for n, citation in enumerate(citations):
        for key in _digits_in(citation):
            found.setdefault(key, []).append(n)
    return found


def _digits_in(citation: Citation) -> set[str]:
    """The digits of every form of a citation, in whatever order."""
    forms = {citation.symbol, citation.short, *citation.alternatives}
    return {"".join(sorted(c for c in form if c.isdecimal())) for form in forms}


def _runs_outside(paragraph: Paragraph) -> Counter[str]:
    """The numbers that stand in a text outside of what it cites."""
    runs = Counter(RUN.findall(digits(paragraph.text)))
    runs.subtract(p for c in paragraph.citations for p in RUN.findall(digits(c.text)))
    return runs


def _digits_of(citation: Citation, other: Paragraph, runs: Counter[str]) -> bool:
    """Whether the digits of a citation stand in the other version outside its own citations: among `runs`."""
    pieces = RUN.findall(digits(citation.text))
    if len(pieces) == 2 and OF_YEAR.search(digits(citation.text)):
        year, pieces = pieces[1], pieces[:1]  # resolution 1325 (2000): the year is often left out
        exchanged = rf"(?<!\d)(?:{pieces[0]}\s?\((?!{year})\d{{4}}|{year}\s?\({pieces[0]})\)"
        if pieces[0] in runs and re.search(exchanged, digits(other.text)):
            return False  # the same number of another year, or the year and the number exchanged
    return all(runs[piece] > 0 for piece in pieces)


def _same(a: Citation, b: Citation, arabic: bool) -> bool:
    """`arabic`: one of the two stands in Arabic text, where the pair of numbers may have been copied in reverse."""
    if any(same_symbol(x, y) for x in (a.symbol, *a.alternatives) for y in (b.symbol, *b.alternatives)):
        return True
    pair = PAIR.fullmatch(a.short) if arabic else None
    return bool(pair) and same_symbol(f"{pair[2]}/{pair[1]}{pair[3] or ''}", b.short)  # type: ignore[index]


def same_symbol(a: str, b: str) -> bool:
    """Whether two normal forms are one symbol; a series in two scripts is held against the series that are known.

    >>> same_symbol("1/14-ث (ق.إ)", "1/14-POL (IS)"), same_symbol("1/14-س (ق.إ)", "1/14-POL (IS)")
    (False, True)
    >>> same_symbol("6/43-س", "6/43-POL"), same_symbol("6/43-POL", "6/43-ORG"), same_symbol("6/43-ث", "6/43-POL")
    (True, False, False)
    """
    a, b = (s if "(" in s else s.rstrip(")") for s in (a, b))
    if "/Resolution " in a + b:  # 40 C/Resolution 37, la résolution 40 C/37
        a, b = a.replace("Resolution ", ""), b.replace("Resolution ", "")
    if a == b or a.casefold().replace(" ", "") == b.casefold().replace(" ", ""):
        return True
    one, other = SERIES.fullmatch(a), SERIES.fullmatch(b)
    if one and other:
        series = (MARK.sub("", x) for x in (one[2], other[2]))
        return one[1] == other[1] and same_series(*series)
    return a.isascii() != b.isascii() and RUN.findall(a) == RUN.findall(b)
