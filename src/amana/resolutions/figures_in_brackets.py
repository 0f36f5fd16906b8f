"""Numbers in words that are not those in digits behind them: "fifteen (51) experts"."""

from __future__ import annotations

from collections.abc import Iterator

from amana.resolutions.figures_alike import whole
from amana.resolutions.figures_apart import YEAR
from amana.resolutions.sides import spot
from amana.resolutions.versions import Row
from amana.values.numbers_said import is_label
from amana.values.problems import Problem

SHARES = frozenset("%‰")


def words_and_digits(row: Row) -> Iterator[Problem]:
    """A number in words is another than its digits in brackets: "fifteen (51) experts"."""
    for language, paragraph in row.texts.items():
        if "(" not in paragraph.text or row.part == "structure":
            continue
        for word, digit in zip(paragraph.figures, paragraph.figures[1:], strict=False):
            between = paragraph.text[word.end : digit.start]
            in_brackets = between.strip() == "(" and paragraph.text[digit.end : digit.end + 1] == ")"
            if not in_brackets or word.kind == "digits" or digit.kind != "digits" or word.value == digit.value:
                continue
            if YEAR.fullmatch(digit.value) or is_label(paragraph.text, language, word.start):
                continue  # article VIII (3)
            if digit.unit in SHARES and word.unit != digit.unit:
                continue  # in third place (8.3 %)
            if whole([word], paragraph.text):
                facts = {"key": row.key, "language": language, "words": word.text, "digits": digit.text}
                yield Problem("figures-contradict", facts, (spot(paragraph, word), spot(paragraph, digit)), "warning")
