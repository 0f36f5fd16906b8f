"""Blocks → parts: which block begins which paragraph, and whether that is preamble, operative part or structure.

Every block ends in exactly one paragraph. Position decides ties: preamble and operative part never interleave; only
a new enacting organ begins a preamble again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from amana.resolutions.accepted import Part
from amana.resolutions.closing import FULL, closed
from amana.resolutions.furniture import is_running_head, running_heads, said_above
from amana.resolutions.labels import Levels
from amana.resolutions.misread import misread_numbers
from amana.resolutions.openings import Opening, opening_of, said_by_us
from amana.resolutions.shapes import shape_of
from amana.resolutions.standing_below import NUMBERED, has_figures, is_cell, is_measured, is_row
from amana.resolutions.starting import start_of
from amana.resolutions.units import RESOLVING, Unit, units_of
from amana.values.blocks import Block
from amana.values.expressions import expression
from amana.values.folding import fold
from amana.values.lexicons import Phrase

FOLLOWING = expression(
    r"(?:following \w+|the following|suivante?s?|التالية?|الآتية?|ما يلي|berikut(?: ini)?)\W*:\s*$", re.IGNORECASE
)
"""The end of a sentence that announces a text: "adopts the following recommendation:"."""
MARKED: dict[str, Part] = {"p.": "preambular", "o.": "operative"}
"""The part that the label of a draft says itself: PP1, OP1."""
TO = expression(r"to |de |d['’]", re.IGNORECASE)
"""Before the verb of the organ in the infinitive: "RESOLVES:", "1. To urge …"; "Décide :", "a) De prier …"."""
ASKING = frozenset("request invite urge call_upon encourage entrust direct appeal authorize".split())
"""Functions whose verb names somebody before what is numbered below it."""
ENDED = frozenset(".;؛")
ALSO = expression(r"و(?:على|إلى|الى|علي) ")
"""How an Arabic ground goes on that stands in a paragraph of its own: "بعد الاطلاع على …،", "وعلى تقرير …،"."""


@dataclass(slots=True)
class Draft:
    """A paragraph on its way: the units it is made of; `counts`: the figures of what is structure are those of a text."""

    part: Part
    label: str
    units: list[Unit]
    opening: Opening | None = None
    depth: int = 0
    heading: bool = False
    counts: bool = False

    @property
    def text(self) -> str:
        if len(self.units) == 1:
            return self.units[0].text
        return " ".join([u.text for u in self.units if u.text])

    @property
    def last(self) -> str:
        return self.units[-1].text


def drafts_of(blocks: Sequence[Block], language: str, extra: tuple[Phrase, ...], *, exact: bool = False) -> list[Draft]:
    """The paragraphs of a text, in the order of their first block; with `exact`, one for each block."""
    drafts = _drafts_of(blocks, language, extra, exact)
    if not exact:
        return drafts
    order = {id(block): n for n, block in enumerate(blocks)}
    return sorted((one for d in drafts for one in _apart(d)), key=lambda one: order[id(one.units[0].block)])


def _apart(draft: Draft) -> Iterator[Draft]:
    """One draft for each block of a draft; label and opening stay with its first words."""
    if len(draft.units) == 1 and len(draft.units[0].blocks) == 1:
        yield draft
        return
    for unit in draft.units:
        for block in unit.blocks:
            if block is not unit.block:
                # a number that stands alone: the label is that of the words below it
                unit_alone = Unit((block,), None, block.text, None)
                yield Draft(draft.part, "", [unit_alone], None, draft.depth, draft.heading, draft.counts)
                continue
            first = unit is draft.units[0]
            alone = replace(unit, blocks=(block,))
            label, opening = (draft.label, draft.opening) if first else ("", None)
            yield Draft(draft.part, label, [alone], opening, draft.depth, draft.heading, draft.counts)


def _drafts_of(blocks: Sequence[Block], language: str, extra: tuple[Phrase, ...], exact: bool) -> list[Draft]:
    units = misread_numbers(units_of(blocks, language, extra), language, extra)
    start = start_of(units, language)
    if start == len(units):
        return [_alone(u) for u in units]
    drafts = [_head(u) for u in units[:start]]
    rest = units[start:]
    heads = running_heads(u.block.text.strip() for u in units if u.opening is None and u.label is None and not u.organ)
    above = said_above(" ".join(u.block.text.split()) for u in units[:start])
    walk = Walk(
        language, any(u.numbered and not u.preambular for u in rest), exact, exact or _in_lower_case(rest), heads, above
    )
    for unit in rest:
        walk.take(unit)
    return drafts + walk.drafts


def _in_lower_case(units: Sequence[Unit]) -> bool:
    """Whether the paragraphs of a text open without a capital letter, as one long sentence."""
    opened = [u.lower for u in units if u.opening is not None and u.label is None]
    return sum(opened) > len(opened) / 2


def _head(unit: Unit) -> Draft:
    """A block before the enacting organ is structure, unless it is a long clause that runs on."""
    text = unit.text.rstrip()
    runs_on = len(text) > 80 and text[-1] in ",;،؛" and not unit.block.heading and not unit.kind and not _is_list(text)
    label = unit.label.printed if unit.label else ""
    return Draft("preambular", label, [unit], unit.opening) if runs_on else _heading(unit)


def _heading(unit: Unit, counts: bool = False) -> Draft:
    """A block that is structure; a number alone is its text."""
    if not unit.text:
        return Draft("structure", "", [replace(unit, text=unit.block.text, label=None)], None, 0, True, counts)
    return Draft("structure", unit.label.printed if unit.label else "", [unit], unit.opening, 0, True, counts)


def _alone(unit: Unit) -> Draft:
    """A block of a text that has no opening anywhere: whole sentences are what was decided, all else is structure."""
    text = unit.text.rstrip()
    long = len(text) > 30 or unit.label is not None
    sentence = long and text[-1:] in ENDED and not (unit.kind or unit.adoption or unit.block.heading)
    label = unit.label.printed if unit.label else ""
    return Draft("operative", label, [unit], unit.opening) if sentence else _heading(unit, is_cell(unit))


def _is_list(text: str) -> bool:
    """Whether a text lists names, as the sponsors of a draft: most of its words have a capital letter."""
    words = [w for w in text.split() if w[0].isalpha() and len(w) > 3]
    return sum(w[0].isupper() for w in words) > len(words) * 0.6


def _announces(draft: Draft, unit: Unit) -> bool:
    """Whether a paragraph only announces the numbers below it: "Decides:", "adopts the following recommendation:"."""
    last = draft.last.rstrip()
    if (
        unit.label is not None
        and unit.label.shape != "n."
        and draft.opening is not None
        and draft.opening.function in ASKING
    ):
        return False  # "Requests the Secretary-General:", "1) To report": what he is asked
    return not draft.label and last[-1:] == ":" and (len(last) <= 40 or FOLLOWING.search(last) is not None)


def _lead(before: Draft | None, unit: Unit) -> str:
    """The words above a paragraph; a verb that leaves its sentence open introduces what is numbered below it."""
    if before is None:
        return ""
    opens = before.opening is not None and not before.label and unit.label is not None and not closed(before.last)
    return f"{before.last}:" if opens else before.last


def _decided(text: str) -> Opening | None:
    """What an Arabic organ does by a paragraph below "decides:", named by its noun or its verb: "إنشاء صندوق", "أن يمدد"."""
    verb = text.removeprefix("أن ")
    if verb == text and opening_of(text, "ar") is not None:
        return None  # "يقرر أن: (أ) يخصص": what somebody else is to do
    found = opening_of(verb, "ar", numbered=True)
    return found if found is not None and found.part == "operative" else None


def _goes_on(before: Draft, unit: Unit) -> bool:
    """Whether a number follows that of a ground: "(1) …", "(2) …" below "Whereas:"."""
    above = before.units[0].label
    if unit.label is None or above is None or before.part != "preambular":
        return False
    return unit.label.follows(above)


def _is_verb(draft: Draft, unit: Unit) -> bool:
    """Whether a paragraph is one verb alone, above the first of paragraphs that are numbered with a mark: يقرر, 1-."""
    return not draft.label and " " not in draft.last.strip() and unit.label is not None and unit.label.shape == "n."


@dataclass(slots=True)
class Walk:
    """The reader's place in the text while it goes from block to block.

    `lower`: paragraphs open in lower case; `exact`: a block that opens is a paragraph; `organ`: who enacts; `number`:
    the last number of the operative part; `heads`: what stands on top of every page, `above`: what stands above the organ; `resolves`: below a verb alone.
    """

    language: str
    numbers: bool
    exact: bool = False
    lower: bool = False
    heads: frozenset[str] = frozenset()
    above: frozenset[str] = frozenset()
    drafts: list[Draft] = field(default_factory=list)
    part: Part = "preambular"
    levels: Levels = field(default_factory=Levels)
    organ: str = ""
    number: int = 0
    annexed: bool = False
    section: bool = False
    operative: bool = False
    resolves: bool = False

    def take(self, unit: Unit) -> None:
        """Put one more block where it belongs."""
        if unit.organ and self._begins_again(unit):
            self._structure(unit)
            self.part = "operative" if RESOLVING.search(unit.text[-30:]) else "preambular"
            self.levels, self.number, self.annexed = Levels(), 0, False
        elif self._is_structure(unit):
            self._structure(unit)
        elif self._continues(unit):
            self._last().units.append(unit)  # type: ignore[union-attr]
        else:
            self._paragraph(unit)

    def _begins_again(self, unit: Unit) -> bool:
        """In an annex only the organ that enacted the text begins another; what is annexed may have its own."""
        if unit.lower and (last := self._last()) is not None and not closed(last.last):
            return False  # the end of a page cut a sentence in two
        name = fold(unit.text, accents=False).strip(" ,،:.")
        self.organ = self.organ or name
        return not self.annexed or (name == self.organ and self._numbered_anew())

    def _numbered_anew(self) -> bool:
        """Whether a number of a text or the letter of a section stands between an annex and this place."""
        for draft in reversed(self.drafts):
            if draft.part != "structure" or draft.units[0].kind == "annex":
                return False
            if draft.units[0].kind == "section" or NUMBERED.match(draft.units[0].block.text.strip()):
                return True
        return False

    def _is_structure(self, unit: Unit) -> bool:
        if unit.block.kind == "footnote" or is_row(unit):
            return True
        if self.part == "structure":
            if not self._goes_on_counting(unit):
                return True
            self.part = "operative"
        if unit.kind and self._is_kind(unit):
            return True
        if unit.adoption:
            if self.operative:
                self.part = "structure"
            return True
        if unit.block.heading and unit.opening is None:
            return True
        on_top = self.drafts and self.drafts[-1].part == "structure" and is_running_head(unit.text.strip(), self.above)
        return bool(on_top) or is_running_head(unit.text.strip(), self.heads) or self._is_title(unit)

    def _is_kind(self, unit: Unit) -> bool:
        """Whether a line that looks like structure is it here; an annex or a reservation ends the operative part."""
        if unit.kind in ("annex", "reservation"):
            if not self.operative or (unit.kind == "reservation" and unit.lower):
                return False
            if unit.kind == "annex" or not unit.block.text.lstrip().startswith("*"):
                self.part, self.annexed = "structure", self.annexed or unit.kind == "annex"
        elif unit.kind == "article":
            if self.part == "preambular":
                self.part = "operative"
            self.levels, self.section = Levels(), True
        elif unit.kind == "section":
            self.section = True
        return True

    def _goes_on_counting(self, unit: Unit) -> bool:
        """After what looked like the end: the next number, with a verb."""
        return (
            not self.annexed
            and unit.operative
            and unit.label is not None
            and unit.label.shape == "n."
            and self.number + 1 in unit.label.positions()
        )

    def _is_title(self, unit: Unit) -> bool:
        """A short line without a mark at its end, between paragraphs that have ended, is a heading."""
        text = unit.text
        if unit.opening is not None or unit.lower or len(text) > 120 or closed(text):
            return False
        if unit.label is not None and not (unit.label.shape[0] in "ANw" and unit.label.shape[:1] != "a"):
            return False
        last = self._last()
        if unit.label is not None and unit.label.shape[0] in "AN" and (last is None or closed(last.last)):
            self.section = True  # "II. Finance" may have a preamble of its own
            return True
        return last is None or bool(closed(last.last)) or (unit.label is None and text.isupper() and len(text) > 3)

    def _continues(self, unit: Unit) -> bool:
        """Whether a block only goes on with the paragraph before it."""
        last = self._last()
        if last is None or unit.label is not None or unit.block.heading or unit.block.kind != last.units[-1].block.kind:
            return False
        if unit.opening is not None:
            enacts = unit.operative and last.part == "preambular" and closed(last.last)
            return unit.lower and not self.lower and not enacts and not closed(last.last, FULL)
        if unit.lower:
            return not (self.lower and closed(last.last) and shape_of(unit.text, self.language))
        return not closed(last.last)

    def _paragraph(self, unit: Unit) -> None:
        part = self._part_of(unit)
        if part != self.part:
            self.part, self.levels = part, Levels()
        self.section = False
        self.operative = self.operative or part == "operative"
        before = self._last()
        dashed = unit.label is not None and unit.label.shape == "•" and self.language == "ar"
        listed = unit.numbered or (dashed and before is not None and before.part == "operative")
        told = listed and before is not None and before.opening is not None
        if told and before is not None and (_announces(before, unit) or _is_verb(before, unit)):
            self.levels = Levels()
        depth = self.levels.depth(unit.label, "" if dashed and not self.levels.open else _lead(before, unit))
        alone = before is not None and before.opening is not None and " " not in before.last.strip()
        if unit.label is not None and before is not None and (alone or before.last.rstrip()[-1:] == ":"):
            decides = before.opening is not None and before.opening.function == "decide" and len(before.last) <= 40
            resolving = decides or RESOLVING.search(before.last[-20:]) is not None
            # the name of a subject with a colon leaves it as it was
            self.resolves = resolving or (self.resolves and before.opening is None and before.label is not None)
        if self.resolves and unit.label is not None and unit.opening is None and (to := TO.match(unit.text)):
            unit = replace(unit, opening=said_by_us(unit.text[to.end() :], self.language, ()))
        if unit.opening is None and part == "preambular" and before is not None and ALSO.match(unit.text):
            unit = replace(unit, opening=before.opening)
        if (
            depth
            and self.language == "ar"
            and unit.label is not None
            and not (unit.preambular and part == "preambular")
        ):
            # below an Arabic verb stand verbs in the same form: they say what is asked, not what the organ does
            unit = replace(unit, opening=_decided(unit.text) if self.resolves else None)
        if not depth and unit.label is not None and unit.label.shape == "n.":
            self.number = min(unit.label.positions(), default=self.number)
        printed = unit.label.printed if unit.label else ""
        self.drafts.append(Draft(part, printed, [unit], unit.opening, depth))

    def _part_of(self, unit: Unit) -> Part:
        if self.part == "operative":
            return "preambular" if self._preamble_again(unit) else "operative"
        marked = MARKED.get(unit.label.shape) if unit.label is not None else None
        return marked or self._part_in_preamble(unit)

    def _part_in_preamble(self, unit: Unit) -> Part:
        both = unit.opening is not None and unit.opening.part == "both"
        if unit.preambular and not (both and unit.numbered):
            return "preambular"
        if unit.numbered:
            last = self._last()
            nested = (
                last is not None and (last.last.rstrip().endswith(":") or _goes_on(last, unit)) and not unit.operative
            )
            return "preambular" if nested and unit.label is not None and unit.label.shape != "n." else "operative"
        if not unit.operative:
            told = shape_of(unit.text, self.language) if unit.label is None and unit.opening is None else ""
            return told or self.part
        if self.language == "ar" and self.numbers and unit.label is None and unit.text.startswith("و"):
            return "preambular"
        last = self._last()
        listed = unit.label is not None and last is not None and last.last.rstrip().endswith(":")
        return self.part if listed else "operative"

    def _preamble_again(self, unit: Unit) -> bool:
        """A participle without a number, under the heading of a section or after "adopts the following text:"."""
        if unit.label is not None or unit.opening is None or unit.opening.part != "preambular":
            return False
        last = self._last()
        return self.section or (last is not None and FOLLOWING.search(last.last) is not None)

    def _structure(self, unit: Unit) -> None:
        below = self.part == "structure"
        counts = is_cell(unit) or (below and has_figures(unit, self.annexed, (self.heads, self.above)))
        counts = counts or (self.part == "operative" and is_measured(unit))
        self.drafts.append(_heading(unit, counts))

    def _last(self) -> Draft | None:
        """The last paragraph that is no structure, as long as no heading ended it."""
        for draft in reversed(self.drafts):
            if draft.part != "structure":
                return draft
            text = draft.text.strip()
            on_top = is_running_head(text, self.heads) or is_running_head(text, self.above)
            if draft.units[0].kind not in ("furniture", "note") and not on_top:
                return None
        return None
