"""The rows of a table in a plain text: lines beside one another with as many tabs."""

from __future__ import annotations

from amana.resolutions.labels import take_label
from amana.values.expressions import expression

NEWLINES = expression("\r\n?|\u2028|\x85")
TABS = expression("\t+")


def rows_of(text: str) -> frozenset[int]:
    """Which lines are the rows of a table: as many tabs as in a line beside it, and no mere tab behind a label."""
    if "\f" in text or "\v" in text or "\u2029" in text:
        return frozenset()
    lines = [line.rstrip() for line in NEWLINES.sub("\n", text).split("\n")]
    tabs = [len(TABS.findall(line)) if line.strip() else 0 for line in lines]
    like = [n for n, many in enumerate(tabs) if many and many in (*tabs[max(n - 1, 0) : n], *tabs[n + 1 : n + 2])]
    return frozenset(n for n in like if tabs[n] > 1 or not _is_labelled(lines[n]))


def _is_labelled(line: str) -> bool:
    """Whether a line is a label, a tab and the words of a paragraph."""
    before, _, behind = line.partition("\t")
    label, rest = take_label(before.strip())
    return label is not None and not rest and len(behind.split()) > 1
