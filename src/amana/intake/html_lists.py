"""The lists of a web page: how each counts, and which number or letter stands before an item."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from amana.intake.numbering import FORMATS
from amana.values.expressions import expression

LISTS = frozenset({"ol", "ul", "menu", "dir"})
STYLE_COUNT = expression(r"list-style(?:-type)?\s*:\s*([a-z-]+)")
TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
STYLES = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "arabic-indic": "arabicIndic",
    "none": "none",
}


COUNTER = re.compile(
    r"\.([\w-]+)\s*>\s*li:+before\s*\{[^{}]*content:\s*\"([^\"]{0,9})\"\s*counter\([^,()]+,\s*([a-z-]+)\)\s*\"([^\"]{0,9})\""
)
"""How Google Docs writes that the items of a list are shown as (a), (b): by its style."""
Shown = Mapping[str, tuple[str, str, str]]
"""The class of a list → what stands before the number, how it counts, what stands behind."""


def shown_by(text: str) -> Shown:
    """The lists whose labels the style of a page writes out."""
    if "li:" not in text:
        return {}
    found = COUNTER.findall(text)
    return {called: (before, STYLES[kind], after) for called, before, kind, after in found if kind in STYLES}


@dataclass(slots=True)
class Counting:
    """One list of the page: how it counts, and what comes next."""

    kind: str
    next: int
    step: int = 1
    before: str = ""
    after: str = "."

    def label(self, attributes: Mapping[str, str]) -> str | None:
        """What stands before the next item, of which these are the attributes; counts on."""
        self.next = _whole(attributes.get("value"), self.next)
        kind = TYPES.get(attributes.get("type", ""), self.kind)
        number = FORMATS.get(kind, str)(max(self.next, 1) if kind != "decimal" else self.next)
        self.next += self.step
        return ("•" if kind == "bullet" else f"{self.before}{number}{self.after}" if number else "") or None


def counting(tag: str, attributes: Mapping[str, str], items: int, shown: Shown) -> Counting:
    """How a list of so many items counts; one that counts down begins with their number unless it is told."""
    for called in attributes.get("class", "").split() if shown else ():
        if called in shown:
            before, kind, after = shown[called]
            return Counting(kind, _whole(attributes.get("start"), 1), 1, before.strip(), after.strip())
    kind = TYPES.get(attributes.get("type", ""), "decimal") if tag == "ol" else "bullet"
    if said := STYLE_COUNT.search(attributes.get("style", "").lower()):
        kind = STYLES.get(said[1], kind)
    down = "reversed" in attributes
    return Counting(kind, _whole(attributes.get("start"), items if down and items else 1), -1 if down else 1)


def items_of(text: str) -> list[int]:
    """How many items the lists of a page have, in the order in which they begin; none where no list counts down."""
    if "reversed" not in text:
        return []
    counted = _Items()
    parser = etree.HTMLParser(target=counted, huge_tree=True, no_network=True)
    parser.feed(text.encode("utf-8", "replace").decode("utf-8"))
    parser.close()
    return counted.items


class _Items:
    """Hears the events of a page and counts."""

    def __init__(self) -> None:
        self.items: list[int] = []
        self.open: list[int] = []

    def start(self, tag: str | bytes, attrib: Mapping[str | bytes, str | bytes]) -> None:
        if tag in LISTS:
            self.open.append(len(self.items))
            self.items.append(0)
        elif tag == "li" and self.open:
            self.items[self.open[-1]] += 1

    def end(self, tag: str | bytes) -> None:
        if tag in LISTS and self.open:
            self.open.pop()

    def data(self, data: str | bytes) -> None:
        """What is written counts nothing."""

    def comment(self, text: str | bytes) -> None:
        """Nor does a comment."""

    def close(self) -> None:
        """The page is over."""


def _whole(text: str | None, otherwise: int) -> int:
    found = re.fullmatch(r"\s*(-?[0-9]{1,6})\s*", text or "")
    return int(found[1]) if found else otherwise
