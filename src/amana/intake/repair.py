"""Damage that copying does to Arabic text, undone and counted; what stands between ﴿ and ﴾ is never touched."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from amana.values.blocks import Block
from amana.values.problems import Place, Problem

VERSE = re.compile("(﴿[^﴾]*(?:﴾|$))")
MARKS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
SWAPPED = re.compile("(?<![\u0621-\u064a])([وفبك]{0,2})ا([إأآ])ل(?=[\u0621-\u064a])")
# "Islam" is damaged twice in one word, and is in the name of the organization
SWAPPED_TWICE = re.compile("الإسالم")


def _presentation_forms() -> dict[int, str]:
    """Letters in their presentation forms → plain letters; ornate brackets and whole-word signs (ﷺ) stay."""
    codes = [*range(0xFB50, 0xFD3E), *range(0xFD50, 0xFDF0), *range(0xFE70, 0xFEFF)]
    forms = {code: unicodedata.normalize("NFKC", chr(code)) for code in codes}
    return {code: plain for code, plain in forms.items() if plain != chr(code)}


FORMS = _presentation_forms()
HAS_FORM = re.compile("[\ufb50-\ufd3d\ufd50-\ufdef\ufe70-\ufefe]")


@dataclass(slots=True)
class Repairs:
    """What was mended in one file: the code of the repair → the blocks where."""

    name: str
    found: dict[str, list[Place]]

    def text(self, text: str, place: Place) -> str:
        """The text with its damage undone; remembers where.

        >>> Repairs("a", {}).text("منظمة التعاون اإلسالمي", Place("a"))
        'منظمة التعاون الإسلامي'
        >>> Repairs("a", {}).text("قال ﴿اإلسالم﴾", Place("a"))
        'قال ﴿اإلسالم﴾'
        """
        if text.isascii():
            return text
        if "﴿" not in text:
            return self._mend(text, place)
        return "".join(p if p.startswith("﴿") else self._mend(p, place) for p in VERSE.split(text))

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """The blocks, mended and numbered from 1; one of which nothing is left is none."""
        mended = [(block, text) for block in blocks if (text := self.text(block.text, block.place)).strip()]
        return tuple(
            replace(block, text=text, place=replace(block.place, block=n)) for n, (block, text) in enumerate(mended, 1)
        )

    def problems(self) -> tuple[Problem, ...]:
        """One note for each kind of damage, with every place."""
        return tuple(
            Problem(code, {"file": self.name, "blocks": len(places)}, tuple(places), "note")
            for code, places in sorted(self.found.items())
        )

    def _mend(self, text: str, place: Place) -> str:
        for code, step in STEPS:
            mended = step(text)
            if mended != text:
                self.found.setdefault(code, []).append(place)
                text = mended
        return text


def _unmark(text: str) -> str:
    return MARKS.sub("", text)


def _unform(text: str) -> str:
    return text.translate(FORMS) if HAS_FORM.search(text) else text


def _unswap(text: str) -> str:
    swapped = SWAPPED.sub(r"\1ال\2", text)
    return SWAPPED_TWICE.sub("الإسلام", swapped) if swapped != text else text


STEPS = (
    ("intake-mended-marks", _unmark),
    ("intake-mended-forms", _unform),
    ("intake-mended-lam-alef", _unswap),
)
