"""Paragraphs that lost the breaks between them: a block in which numbers or letters count on, or Arabic grounds follow each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from amana.resolutions.beginnings import ARABIC_LETTER
from amana.resolutions.labels import Label, take_label
from amana.resolutions.openings import opening_of
from amana.values.blocks import Block
from amana.values.expressions import expression
from amana.values.problems import Place, Problem

SECOND = (" 2", " ٢", "(2", "(٢", "(ب", " ب)", " ب-", "(b)", " ثاني", "؛ وإذ", "؛ واذ")
"""One of these stands in every block that may hold more than one paragraph."""
SHORT = 40
"""Characters: a shorter block is never divided."""
MARKED = expression(
    r"(?<=[.;؛:،])[»\"”’)]? (?=(?:[(\[]\s?(?:[0-9٠-٩]{1,2}|هـ|[أ-ي]|[a-j])\s?[)\]]|[0-9٠-٩]{1,2}\s?[.)/–—-]|[أ-ي]\s?[)-]|(?:ثاني|ثالث|رابع|خامس)ا)[^\W\d]{0,3}[:.،-]{0,2}\s{0,3}[^\s\d])"
)
"""A mark that ends a sentence, before what may be a label."""
GROUND = expression(r"(?<=؛) (?=و[إا]ذ [يتن])|(?<=،) (?=[إا]ذ [يتن])")
"""Where an Arabic ground follows another, or the organ."""


def parted(blocks: Sequence[Block], problems: Sequence[Problem]) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks, each paragraph that a number or letter tells its own; and the findings, at the blocks that hold them now."""
    suspects = {n for n, block in enumerate(blocks) if _may_be_divided(block)}
    pieces = [tuple(_pieces(block.text)) if n in suspects else (block.text,) for n, block in enumerate(blocks)]
    if all(len(many) == 1 for many in pieces):
        return tuple(blocks), tuple(problems)
    out: list[Block] = []
    moved: dict[int | None, int] = {}
    for block, many in zip(blocks, pieces, strict=True):
        moved[block.place.block] = len(out) + 1
        for n, text in enumerate(many):
            place = replace(block.place, block=len(out) + 1)
            out.append(replace(block, text=text, place=place, label=None if n else block.label))
    return tuple(out), tuple(_at(problem, moved) for problem in problems)


def _at(problem: Problem, moved: dict[int | None, int]) -> Problem:
    def now(place: Place) -> Place:
        return replace(place, block=moved.get(place.block, place.block)) if place.block else place

    return replace(problem, places=tuple(now(place) for place in problem.places))


def _may_be_divided(block: Block) -> bool:
    text = block.text
    return block.kind == "text" and len(text) > SHORT and any(second in text for second in SECOND)


def _pieces(text: str) -> Iterator[str]:
    """The paragraphs of a block.

    >>> list(_pieces("(أ) إنشاء مركز للترجمة؛ (ب) وضع معجم موحد؛ (ج) دعوة الجامعات."))
    ['(أ) إنشاء مركز للترجمة؛', '(ب) وضع معجم موحد؛', '(ج) دعوة الجامعات.']
    >>> list(_pieces("1. Requests the bank, under articles 1. and 2. of its statute, to lend."))
    ['1. Requests the bank, under articles 1. and 2. of its statute, to lend.']
    """
    cuts = _counted(text)
    head = text[: cuts[0]] if cuts else text
    cuts = [*_grounds(head, bool(cuts)), *cuts]
    for start, end in pairwise([0, *cuts, len(text)]):
        yield text[start:end].strip()


def _grounds(head: str, counted: bool) -> list[int]:
    """Where the grounds of an Arabic preamble begin that stand in one block, or before its numbers."""
    if not head.startswith(("إن ", "ان ", "إذ ", "اذ ", "وإذ ", "واذ ")):
        return []
    found = [place.end() for place in GROUND.finditer(head)]
    return found if counted or any(head[at - 2] == "؛" for at in found) else []


def _counted(text: str) -> list[int]:
    """Where paragraphs begin within a text that count on from its own label, or from one."""
    own, _ = take_label(text)
    chain: list[Label] = [own] if own is not None and own.shape != "•" else []
    cuts: list[int] = []
    for mark in MARKED.finditer(text):
        label, words = take_label(text[mark.end() :])
        if label is None or not words or label.shape == "•":
            continue
        if chain and label.shape == chain[0].shape and label.positions() == {1}:
            return []  # two lists, one in the other
        if _follows(chain, label) if chain else _begins(text, mark.start(), label):
            chain.append(label)
            cuts.append(mark.end())
    return cuts if len(chain) > 2 or (len(chain) == 2 and _all_open(text, cuts)) else []


def _begins(text: str, end: int, label: Label) -> bool:
    """Whether a list begins amid a text: one of letters only behind a colon, and in Arabic."""
    if 1 not in label.positions():
        return False
    return label.numeric or (text[end - 1] == ":" and ARABIC_LETTER.match(label.value) is not None)


def _follows(chain: list[Label], label: Label) -> bool:
    last, here = chain[-1].readings(), label.readings()
    return label.shape == chain[0].shape and any(here.get(way) == n + 1 for way, n in last.items())


def _all_open(text: str, cuts: list[int]) -> bool:
    """Whether what the labels of two paragraphs stand before opens as acts do."""
    language = "ar" if ARABIC_LETTER.search(text[:40]) else ""
    words = [take_label(text[at:])[1] for at in cuts]
    return bool(language) and all(opening_of(one, language, numbered=True) is not None for one in words)
