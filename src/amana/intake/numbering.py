"""Automatic numbers of a Word document, rendered as they are printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from string import ascii_lowercase

from lxml import etree

from amana.resolutions.labels import ABJAD, ALPHABET
from amana.values.folding import ARABIC_INDIC
from amana.values.hidden import W

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
         (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
DEPTH = 9


def roman(number: int) -> str:
    """The number in small Roman letters.

    >>> roman(14), roman(1993)
    ('xiv', 'mcmxciii')
    """
    return _summed(number, ROMAN)


def _summed(number: int, letters: Sequence[tuple[int, str]]) -> str:
    """The number in letters that each stand for a value, the largest first."""
    out = ""
    for value, letter in letters:
        while number >= value:
            out, number = out + letter, number - value
    return out


def _signs(first: str) -> Callable[[int], str]:
    """Signs that hold a number up to 20, and digits beyond."""
    return lambda n: chr(ord(first) + n - 1) if n <= 20 else str(n)


def _among(letters: Sequence[str]) -> Callable[[int], str]:
    """Word counts a … z, aa, bb …, and so with all letters and signs."""
    return lambda n: letters[(n - 1) % len(letters)] * ((n - 1) // len(letters) + 1)


def _arabic(letters: str) -> Callable[[int], str]:
    return _among(["هـ" if letter == "ه" else letter for letter in letters])


_letter = _among(ascii_lowercase)
DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
HEBREW = tuple(
    zip((400, 300, 200, 100, 90, 80, 70, 60, 50, 40, 30, 20, *range(10, 0, -1)), "תשרקצפעסנמלכיטחזוהדגבא", strict=True)
)
_RANKS = {1: "st", 2: "nd", 3: "rd"}
FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "lowerLetter": _letter,
    "upperLetter": lambda n: _letter(n).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda n: roman(n).upper(),
    "arabicAbjad": _arabic(ABJAD),
    "arabicAlpha": _arabic(ALPHABET),
    "hindiNumbers": lambda n: str(n).translate(DEVANAGARI),
    "hindiVowels": _among("अआइईउऊऋऌऍऎएऐऑऒओऔ"),
    "hindiConsonants": _among("कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"),
    "arabicIndic": lambda n: str(n).translate(ARABIC_INDIC),
    "persian": lambda n: str(n).translate(PERSIAN),
    "thaiNumbers": lambda n: str(n).translate(THAI),
    "decimalFullWidth": lambda n: str(n).translate(WIDE),
    "decimalEnclosedCircle": _signs("①"),
    "decimalEnclosedParen": _signs("⑴"),
    "decimalEnclosedFullstop": _signs("⒈"),
    "russianLower": _among(RUSSIAN),
    "russianUpper": _among(RUSSIAN.upper()),
    "hebrew1": lambda n: _summed(n, HEBREW).replace("יה", "טו").replace("יו", "טז"),
    "hebrew2": _among("אבגדהוזחטיכלמנסעפצקרשת"),
    "ordinal": lambda n: f"{n}{_RANKS.get(n % 10 if n % 100 // 10 != 1 else 0, 'th')}",
    "numberInDash": lambda n: f"- {n} -",
    "chicago": _among("*†‡§"),
    "bullet": lambda n: "•",
    "none": lambda n: "",
}


@dataclass(slots=True)
class Level:
    """How one level of a list counts and prints."""

    start: int = 1
    kind: str = "decimal"
    shown: str = "%1."
    legal: bool = False
    """Whether every number in it is shown in digits, whatever its own level says."""
    never: bool = False
    """Whether it counts on although a level above it has counted."""


@dataclass(slots=True)
class Numbering:
    """The lists of one document, and how far each has counted."""

    numbering: etree._Element | None
    styles: etree._Element | None
    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    depths: dict[str, int] = field(default_factory=dict)
    own: dict[str, dict[int, Level]] = field(default_factory=dict)
    by_style: dict[str, tuple[str, int]] = field(default_factory=dict)
    headings: frozenset[str] = frozenset()
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    starts: dict[tuple[str, int], int] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        if self.numbering is not None:
            self._read_lists(self.numbering)
        if self.styles is not None:
            self._read_styles(self.styles)

    def label(self, properties: etree._Element | None) -> str | None:
        """The number printed before a paragraph; None where it has none. Counts on: ask once a paragraph, in order."""
        found = self._list_of(properties)
        if found is None:
            return None
        number, depth = found
        abstract = self.lists.get(number)
        levels = self.levels.get(abstract or "", {}) | self.own.get(number, {})
        level = levels.get(depth)
        if abstract is None or level is None:
            return None
        counts = self.counts.setdefault(abstract, [None] * DEPTH)
        if (number, depth) in self.starts and (number, depth) not in self.begun:
            self.begun.add((number, depth))
            counts[depth] = self.starts[number, depth]
        else:
            before = counts[depth]
            counts[depth] = level.start if before is None else before + 1
        for deeper in range(depth + 1, DEPTH):
            if deeper not in levels or not levels[deeper].never:
                counts[deeper] = None
        if level.kind == "bullet":
            return "•"
        shown = level.shown
        for upper in range(depth + 1):
            if f"%{upper + 1}" in shown:
                other = levels.get(upper, level)
                value = other.start if (count := counts[upper]) is None else count
                kind = "decimal" if level.legal else other.kind
                shown = shown.replace(f"%{upper + 1}", printed(kind, value))
        return shown.strip() or None

    def is_heading(self, properties: etree._Element | None) -> bool:
        """Whether the document's styles call a paragraph of these properties a heading or a title."""
        if properties is None:
            return False
        style = value_of(properties, "pStyle")
        return properties.find(W + "outlineLvl") is not None or style in self.headings

    def _list_of(self, properties: etree._Element | None) -> tuple[str, int] | None:
        if properties is None:
            return None
        said, depth = list_of(properties)
        styled = self.by_style.get(value_of(properties, "pStyle") or "")
        if said is None and depth is None:
            return styled
        number = said or (styled[0] if styled else "")
        place = number_of(depth, styled[1] if styled else 0)
        return (number, min(max(place, 0), DEPTH - 1)) if number not in ("", "0") else None

    def _read_lists(self, root: etree._Element) -> None:
        links, linked = {}, {}
        for abstract in root.iter(W + "abstractNum"):
            key = abstract.get(W + "abstractNumId", "")
            self.levels[key] = dict(self._level(level) for level in abstract.iter(W + "lvl"))
            if (style := value_of(abstract, "styleLink")) is not None:
                linked[style] = key
            if (style := value_of(abstract, "numStyleLink")) is not None:
                links[key] = style
        for key, style in links.items():
            # a list that says only which style of lists it follows
            self.levels[key] = self.levels[key] or self.levels.get(linked.get(style, ""), {})
        for one in root.iter(W + "num"):
            number = one.get(W + "numId", "")
            self.lists[number] = value_of(one, "abstractNumId") or ""
            for override in one.iter(W + "lvlOverride"):
                depth = number_of(override.get(W + "ilvl"), 0)
                start = value_of(override, "startOverride")
                if start is not None:
                    self.starts[number, depth] = number_of(start, 1)
                self.own.setdefault(number, {}).update(self._level(level) for level in override.iter(W + "lvl"))

    def _level(self, level: etree._Element) -> tuple[int, Level]:
        depth = min(max(number_of(level.get(W + "ilvl"), 0), 0), DEPTH - 1)
        if (style := value_of(level, "pStyle")) is not None:
            self.depths[style] = depth
        kind = _kind(level)
        return depth, Level(
            max(number_of(value_of(level, "start"), 1), 0),
            kind,
            value_of(level, "lvlText") or "",
            level.find(W + "isLgl") is not None and value_of(level, "isLgl") not in ("0", "false"),
            value_of(level, "lvlRestart") == "0",
        )

    def _read_styles(self, root: etree._Element) -> None:
        parents, headings = {}, set()
        for style in root.iter(W + "style"):
            key = style.get(W + "styleId", "")
            parents[key] = value_of(style, "basedOn") or ""
            called = (value_of(style, "name") or "").lower()
            if called.startswith(("heading", "title", "subtitle")) or style.find(f"{W}pPr/{W}outlineLvl") is not None:
                headings.add(key)
            found = style.find(f"{W}pPr/{W}numPr")
            if found is not None and (number := value_of(found, "numId")) not in (None, "", "0"):
                depth = number_of(value_of(found, "ilvl"), self.depths.get(key, 0))
                self.by_style[key] = (number or "", min(max(depth, 0), DEPTH - 1))
        for key in parents:
            above, seen = parents[key], {key}
            while above and above not in seen:
                seen.add(above)
                if above in self.by_style:
                    number, depth = self.by_style[above]
                    self.by_style.setdefault(key, (number, self.depths.get(key, depth)))
                if above in headings:
                    headings.add(key)
                above = parents.get(above, "")
        self.headings = frozenset(headings)


def list_of(properties: etree._Element | None) -> tuple[str | None, str | None]:
    """The list and its level that the properties of a paragraph name themselves."""
    direct = properties.find(W + "numPr") if properties is not None else None
    return (None, None) if direct is None else (value_of(direct, "numId"), value_of(direct, "ilvl"))


def printed(kind: str, value: int) -> str:
    """The number as its level prints it; what counts by letters has nothing for zero."""
    return str(value) if value < 1 and kind != "none" else FORMATS.get(kind, str)(value)


def _kind(level: etree._Element) -> str:
    """How a level counts; one that a newer program counts by a sample («٠١, …») by the digits of that sample."""
    for said in level.iter(W + "numFmt"):
        sample = said.get(W + "format", "")
        if said.get(W + "val") == "custom" and sample:
            return "arabicIndic" if sample[0] in "٠١" else "persian" if sample[0] in "۰۱" else "decimal"
    return value_of(level, "numFmt") or "decimal"


def value_of(element: etree._Element, name: str) -> str | None:
    """What an element says under a name; None for nothing."""
    found = element.find(W + name)
    value = found.get(W + "val") if found is not None else None
    return str(value) if value is not None else None


def number_of(text: str | None, otherwise: int) -> int:
    """The whole number that is written, or another one where none is."""
    if text is None:
        return otherwise
    return int(text) if text.lstrip("-").isdigit() and len(text) < 9 else otherwise
