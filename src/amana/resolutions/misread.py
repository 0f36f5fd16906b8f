"""Numbers of paragraphs that a program misread from paper: "l." for 1., "1O." for 10., "S." for 5."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from amana.resolutions.labels import Label
from amana.resolutions.openings import Opening, opening_of
from amana.resolutions.units import Unit
from amana.values.expressions import expression
from amana.values.lexicons import Phrase

FIRST = frozenset("lIiOoSsZBG0123456789")
NUMBER = expression(r"([lIiOoSsZBG0-9]{1,3})[.,]\s+(?=[A-ZÀ-Þ])")
MEANT = str.maketrans("lIiOoSsZBG", "1110055286")
"""Letters that look like figures, and those figures."""


def misread_numbers(units: list[Unit], language: str, extra: tuple[Phrase, ...]) -> list[Unit]:
    """The units, with the number of a paragraph where letters stand for the next of the count, before a verb that acts.

    The first is one only where a 2 follows: "I." may count sections.
    """
    due = 1
    for n, unit in enumerate(units):
        if unit.label is not None and unit.label.shape == "n.":
            due = min(unit.label.positions(), default=due) + 1
            continue
        found = misread(unit.block.text.strip()) if unit.block.label is None else None
        if found is None or found[0] != due or (due == 1 and not _counts_on(units[n + 1 :])):
            continue
        opening = _opening(found[2], language, extra)
        if opening is not None:
            label = Label(found[1], str(due), "n.", True)
            units[n] = replace(unit, label=label, text=found[2], opening=opening, lower=False, kind="", adoption=False)
            due += 1
    return units


def misread(text: str) -> tuple[int, str, str] | None:
    """The number that letters at the beginning of a text may be, as printed, and the words behind; None without one.

    >>> misread("1O. Prend acte"), misread("10. Prend acte"), misread("ll. Demande")
    ((10, '1O.', 'Prend acte'), None, (11, 'll.', 'Demande'))
    """
    found = NUMBER.match(text) if text[:1] in FIRST else None
    if found is None or found[1].isdigit():
        return None
    return int(found[1].translate(MEANT)), found[0].rstrip(), text[found.end() :]


def _opening(text: str, language: str, extra: tuple[Phrase, ...]) -> Opening | None:
    opening = opening_of(text, language, extra, numbered=True)
    return opening if opening is not None and opening.part == "operative" else None


def _counts_on(units: Sequence[Unit]) -> bool:
    """Whether the next paragraph with a number is the second."""
    label = next((u.label for u in units if u.label is not None and u.label.shape == "n."), None)
    return label is not None and label.positions() == {2}
