"""The two sides of a comparison: what each version of a row has that another has not, told as one finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple, Protocol

from amana.resolutions.paragraphs import Paragraph
from amana.resolutions.versions import Row
from amana.values.expressions import expression
from amana.values.problems import SEVERITIES, Place, Problem, Severity

NUMBERED_DAY = expression(r"(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\1\d{4}(?![\d/-])")
LAST_WORD = expression(r"([^\s()\[\],;:؛،]+)\s*\Z")
NEXT_WORD = expression(r"\s*([^\s()\[\].,;:؛،]+)")
JOINING = frozenset("and or to et ou à dan atau و أو إلى".split())
STOPS = expression(r"[().,;:؛،\[\]]")


class Spanned(Protocol):
    """Whatever stands between two characters of a paragraph."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def spot(paragraph: Paragraph, what: Spanned) -> Place:
    """The place of something within its paragraph."""
    return replace(paragraph.place, start=what.start, end=what.end)


class Printed(Spanned, Protocol):
    """Something that stands in a paragraph and can be shown."""

    @property
    def text(self) -> str: ...


class Apart(NamedTuple):
    """What two versions have that the other has not, under which code, and how sure that is."""

    code: str
    left: Sequence[Printed]
    right: Sequence[Printed]
    severity: Severity


class Side(NamedTuple):
    """One version of a row in a comparison of two."""

    language: str
    paragraph: Paragraph
    shared: frozenset[str] = frozenset()
    """Values that it has in common with a third version: these are as they should be."""


def told(row: Row, apart: Callable[[Side, Side], Iterator[Apart]]) -> Iterator[Problem]:
    """One finding a row and code: what each version has that another lacks, with the places in all of them."""
    seen: dict[str, dict[str, dict[tuple[int, int], Printed]]] = {}
    severity: dict[str, Severity] = {}
    sides = _sides(row)
    for one, other in combinations(sides, 2):
        for code, left, right, degree in apart(one, other):
            versions = seen.setdefault(code, {language: {} for language in row.texts})
            versions[one.language].update({(f.start, f.end): f for f in left})
            versions[other.language].update({(f.start, f.end): f for f in right})
            severity[code] = min(severity.get(code, "info"), degree, key=SEVERITIES.index)
    for code, versions in seen.items():
        if code == "days-differ":
            versions = {x: found or _in_numbers(row.texts[x]) for x, found in versions.items()}
        wide = _alike(versions.values())
        shown = tuple(
            f"{x}: {', '.join(_around(row.texts[x], f) if wide else f.text for f in found.values()) or '–'}"
            for x, found in versions.items()
        )
        places = tuple(
            place
            for language, found in versions.items()
            for place in ([spot(row.texts[language], f) for f in found.values()] or [row.texts[language].place])
        )
        yield Problem(code, {"key": row.key, "differences": shown}, places, severity[code])


class Seen(NamedTuple):
    """Something printed."""

    start: int
    end: int
    text: str


def _in_numbers(paragraph: Paragraph) -> dict[tuple[int, int], Printed]:
    """Days in numbers, which may be two days, as 5/6/2024: where only other versions have one for sure, these are shown."""
    return {(m.start(), m.end()): Seen(m.start(), m.end(), m[0]) for m in NUMBERED_DAY.finditer(paragraph.text)}


def _alike(versions: Iterable[Mapping[tuple[int, int], Printed]]) -> bool:
    """Whether the versions show the same values, so that what differs is what these count: "10 km", "10 milles"."""
    values = [sorted(getattr(f, "value", f.text) for f in found.values()) for found in versions if found]
    return len(values) > 1 and all(one == values[0] for one in values)


def _around(paragraph: Paragraph, what: Printed) -> str:
    """A figure with the word before it and what it counts, up to the next figure."""
    text = paragraph.text
    before = max((f.end for f in paragraph.figures if f.end <= what.start), default=0)
    after = min((f.start for f in paragraph.figures if f.start >= what.end), default=len(text))
    return f"{word_before(text[before : what.start])}{text[what.start : what.end]}{words_after(text[what.end : after])}"


def word_before(text: str) -> str:
    """The end of a text that belongs to a figure behind it: one word, where it is no small one.

    >>> word_before("at a cost of US$ "), word_before("a distance of "), word_before("under Article "), word_before("€")
    ('US$ ', '', 'Article ', '€')
    """
    found = LAST_WORD.search(text)
    return "" if not found or _is_small(found[1]) else found[0]


def words_after(text: str) -> str:
    """The beginning of a text that belongs to a figure before it: two words and the small ones between them.

    >>> words_after(" States and "), words_after(" milles marins, au plus"), words_after(" of the members who")
    (' States', ' milles marins', ' of the members')
    >>> words_after("; and"), words_after(" per cent of the"), words_after(" دولة و"), words_after(" km"), words_after(" et ")
    ('', ' per cent', ' دولة', ' km', '')
    """
    end, words = 0, 0
    for found in NEXT_WORD.finditer(text):
        if (found.start() != end and words) or words == 2 or STOPS.search(text, 0, found.start()):
            break
        small = _is_small(found[1])
        end = found.end()
        words += not small or not words
    out = text[:end]
    while (
        (last := LAST_WORD.search(out)) and _is_small(last[1]) and (out[: last.start()].strip() or last[1] in JOINING)
    ):
        out = out[: last.start()].rstrip()
    return out


def _is_small(word: str) -> bool:
    """Whether a word is most likely none that says what is counted: "of", "les", "من"."""
    return len(word) <= 3 and word.isalpha() and word == word.lower()


def _sides(row: Row) -> list[Side]:
    if len(row.texts) < 3:
        return [Side(language, paragraph) for language, paragraph in row.texts.items()]
    values = {language: frozenset(f.value for f in p.figures) for language, p in row.texts.items()}
    return [
        Side(x, p, frozenset(v for v in values[x] if any(v in said for y, said in values.items() if y != x)))
        for x, p in row.texts.items()
    ]
