"""Blocks → parts: which block begins which paragraph, and whether that is preamble, operative part or structure.

Every block ends in exactly one paragraph. Position decides ties: preamble and operative part never interleave; only
a new enacting organ begins a preamble again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from amana.resolutions.accepted import Part
from amana.resolutions.adoption import is_adoption_line
from amana.resolutions.labels import Label, label_of, take_label
from amana.resolutions.openings import Opening, is_organ_line, opening_of
from amana.values.blocks import Block
from amana.values.folding import fold
from amana.values.lexicons import Phrase

CLOSED = re.compile(r"[.,;:!?؛،؟…][\"'”’»)\]]*(?: ?\d{1,3})?(?: (?:and|or|et|ou|و))?$")
FULL = re.compile(r"[.;:؛…][\"'”’»)\]]*(?: ?\d{1,3})?(?: (?:and|or|et|ou|و))?$")
FURNITURE = re.compile(
    r"(?:page \d+|\d\d-\d{5}(?: \([A-Z]\))?|[A-Z]+/[A-Z0-9/().\- ]+|/?\.\.\./?\.*|[-–—] ?\d{1,3} ?[-–—]|\d{1,3}|\d+ of \d+|صفحة \d+|[*_ .-]+)$",
    re.IGNORECASE,
)
SECTION = re.compile(
    r"(?:[A-H]|[IVX]{1,5}|\*+|[أبجد]|(?:part|section|partie|القسم|الجزء) \S{1,12})[.:]?$", re.IGNORECASE
)
ANNEX = re.compile(r"(?:annex|appendix|annexe|appendice|المرفق|مرفق|الملحق|ملحق|lampiran)\b[^.;]{0,80}$", re.IGNORECASE)
NOTE = re.compile(
    r"(?:\*+|\d{1,3}[/.]?|\(\d+\)) ?(?:see |ibid|idem|document |documents |official records|resolutions or decisions|no details|"
    r"united nations, treaty|[SAE]/\d|voir |documents officiels|انظر|يراجع|الوثائق الرسمية)",
    re.IGNORECASE,
)
VERB = re.compile(
    r"(?:(?:also|further|hereby) )?[a-z]{3,}[a-rt-z]s (?:the|its|that|to|all|with|an?|upon|on|for)\b", re.IGNORECASE
)
"""An English verb in the third person that no lexicon knows: "Dissolves the Commission."."""
THEREFORE = frozenset({"therefore", "en consequence", "par ces motifs", "a ces causes", "لذلك", "وعليه", "وبناء عليه"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A block with what can be told of it alone; a number that stood alone has the block of its words with it."""

    blocks: tuple[Block, ...]
    label: Label | None
    text: str
    opening: Opening | None
    organ: bool
    adoption: bool
    lower: bool

    @property
    def block(self) -> Block:
        """The block with the words."""
        return self.blocks[-1]

    @property
    def numbered(self) -> bool:
        return self.label is not None and self.label.numeric

    @property
    def operative(self) -> bool:
        return self.opening is not None and self.opening.part == "operative"

    @property
    def preambular(self) -> bool:
        return self.opening is not None and self.opening.part in ("preambular", "both")


@dataclass(slots=True)
class Draft:
    """A paragraph on its way: the units it is made of."""

    part: Part
    label: str
    units: list[Unit]
    opening: Opening | None = None
    depth: int = 0
    heading: bool = False

    @property
    def text(self) -> str:
        return " ".join(u.text for u in self.units if u.text)

    @property
    def last(self) -> str:
        return self.units[-1].text


@dataclass(slots=True)
class Levels:
    """How deep a label stands, told by the labels above it: each level keeps how it may be counting, and how far."""

    open: list[dict[str, int]] = field(default_factory=list)

    def depth(self, label: Label | None, before: str) -> int:
        """The depth of a paragraph with this label; `before` is the text of the paragraph above it."""
        if label is None:
            return self._unlabelled(before)
        if label.shape == "•":
            return max(len(self.open), 1)
        said = label.readings() or {label.shape: 1}
        if self.open and "" in self.open[0] and label.shape == "n." and not before.rstrip().endswith(":"):
            self.open.clear()
        return self._placed(label, said)

    def _placed(self, label: Label, said: dict[str, int]) -> int:
        for level in range(len(self.open) - 1, -1, -1):
            ways = self.open[level]
            going_on = {way: n for way, n in said.items() if ways.get(way) == n - 1}
            if going_on or (label.numeric and ways.keys() & said.keys()):
                return self._stand(level, going_on or said)
        first = {way: n for way, n in said.items() if n == 1}
        if not first:
            for level in range(len(self.open) - 1, -1, -1):
                if known := {way: n for way, n in said.items() if way in self.open[level]}:
                    return self._stand(level, known)
        return self._stand(len(self.open), first or said)

    def _stand(self, level: int, ways: dict[str, int]) -> int:
        del self.open[level:]
        self.open.append(ways)
        return level

    def _unlabelled(self, before: str) -> int:
        if before.rstrip().endswith(":") and self.open:
            return min(len(self.open), 3)
        return self._stand(0, {"": 0})


def unit_of(block: Block, language: str, extra: tuple[Phrase, ...]) -> Unit:
    """What can be told of a block alone."""
    if block.label is not None:
        label, text = label_of(block.label), block.text
    else:
        label, text = take_label(block.text)
    organ = label is None and is_organ_line(text, language, extra)
    adoption = not label and not organ and is_adoption_line(text, language)
    silent = organ or adoption or block.kind == "footnote"
    opening = None if silent else _opening(take_label(text)[1], label, language, extra)
    return Unit((block,), label, text, opening, organ, adoption, text[:1].islower())


def _opening(text: str, label: Label | None, language: str, extra: tuple[Phrase, ...]) -> Opening | None:
    """The opening; a numbered English verb that lost its last letter ("6. Request the bank") is known all the same."""
    opening = opening_of(text, language, extra)
    if opening is None and language == "en" and label is not None and label.numeric:
        first, _, rest = text.partition(" ")
        mended = opening_of(f"{first}s {rest}", language, extra) if first.isalpha() else None
        return mended if mended is not None and mended.part == "operative" else None
    return opening


def drafts_of(blocks: Sequence[Block], language: str, extra: tuple[Phrase, ...]) -> list[Draft]:
    """The paragraphs of a text, in the order of their first block."""
    units = _numbers_joined([unit_of(b, language, extra) for b in blocks if b.text.strip()])
    start = _start(units)
    drafts = [_head(u) for u in units[:start]]
    walk = Walk(language, any(u.numbered and not u.preambular for u in units[start:]))
    for unit in units[start:]:
        walk.take(unit)
    return drafts + walk.drafts


def _numbers_joined(units: Sequence[Unit]) -> list[Unit]:
    """A number that stands alone and the words that follow below are one."""
    out: list[Unit] = []
    expected = 1
    for unit in units:
        number = out[-1] if out else None
        if (
            number is not None
            and number.label is not None
            and not number.text
            and _are_words(unit, number.label, expected)
        ):
            out[-1] = replace(unit, blocks=(*number.blocks, *unit.blocks), label=number.label)
        else:
            out.append(unit)
        if out[-1].numbered and out[-1].text and out[-1].label is not None:
            expected = min(out[-1].label.positions()) + 1
    return out


def _are_words(unit: Unit, label: Label, expected: int) -> bool:
    """Whether a block can be the words of the number above it; a bare number may be that of a page."""
    if unit.label is not None or unit.organ or unit.adoption or not unit.text or FURNITURE.match(unit.text):
        return False
    return not label.printed.isdigit() or (expected in label.positions() and not unit.lower)


def _start(units: Sequence[Unit]) -> int:
    """Where the preamble begins: at the organ's line, else at the first opening, else at the first number."""
    for test in (
        lambda u: u.organ,
        lambda u: u.opening is not None,
        lambda u: u.numbered and u.text,
    ):
        for n, unit in enumerate(units):
            if test(unit):
                return n
    return len(units)


def _head(unit: Unit) -> Draft:
    """A block before the enacting organ is structure, unless it is a long clause that runs on."""
    runs_on = len(unit.text) > 80 and unit.text.rstrip()[-1:] in ",;،؛" and not unit.block.heading
    label = unit.label.printed if unit.label else ""
    return Draft("preambular" if runs_on else "structure", label, [unit], unit.opening, 0, not runs_on)


def _is_furniture(unit: Unit) -> bool:
    """Page numbers, footnotes, the letter of a section, a heading by style, the word "Therefore" alone."""
    bare = unit.text.strip()
    if not bare or NOTE.match(unit.block.text) or SECTION.match(unit.block.text.strip()):
        return True
    if unit.label is None and (FURNITURE.match(bare) or fold(bare, accents=False).strip(" ,:") in THEREFORE):
        return True
    return unit.block.heading and unit.opening is None


@dataclass(slots=True)
class Walk:
    """The reader's place in the text while it goes from block to block."""

    language: str
    numbers: bool
    drafts: list[Draft] = field(default_factory=list)
    part: Part = "preambular"
    levels: Levels = field(default_factory=Levels)

    def take(self, unit: Unit) -> None:
        """Put one more block where it belongs."""
        if unit.organ:
            self._structure(unit)
            self.part, self.levels = "preambular", Levels()
        elif self._is_structure(unit):
            self._structure(unit)
        elif self._continues(unit):
            self._last().units.append(unit)  # type: ignore[union-attr]
        else:
            self._paragraph(unit)

    def _is_structure(self, unit: Unit) -> bool:
        if unit.block.kind == "footnote" or self.part == "structure":
            return True
        annex = unit.label is None and unit.opening is None and ANNEX.match(unit.text.strip()) is not None
        if (unit.adoption or annex) and self._operative_seen():
            self.part = "structure"
        return unit.adoption or (annex and self.part == "structure") or _is_furniture(unit) or self._is_title(unit)

    def _is_title(self, unit: Unit) -> bool:
        """A short line without a mark at its end, between paragraphs that have ended, is a heading."""
        if unit.opening is not None or unit.lower or len(unit.text) > 120 or CLOSED.search(unit.text):
            return False
        if unit.label is not None and not (unit.label.shape[0] in "AN" and unit.label.shape.isupper()):
            return False
        last = self._last()
        return last is None or bool(CLOSED.search(last.last))

    def _continues(self, unit: Unit) -> bool:
        """Whether a block only goes on with the paragraph before it."""
        last = self._last()
        if last is None or unit.label is not None or unit.block.heading or unit.block.kind != last.units[-1].block.kind:
            return False
        if unit.lower and not FULL.search(last.last):
            return True
        if unit.opening is not None:
            return False
        return unit.lower or not CLOSED.search(last.last)

    def _paragraph(self, unit: Unit) -> None:
        part = self._part_of(unit)
        if part != self.part:
            self.part, self.levels = part, Levels()
        before = self._last()
        depth = self.levels.depth(unit.label, before.last if before else "")
        if depth and self.language == "ar" and unit.label is not None:
            # below an Arabic verb stand verbs in the same form: they say what is asked, not what the organ does
            unit = replace(unit, opening=None)
        printed = unit.label.printed if unit.label else ""
        self.drafts.append(Draft(part, printed, [unit], unit.opening, depth))

    def _part_of(self, unit: Unit) -> Part:
        if self.part == "operative":
            return "operative"
        if unit.preambular:
            return "preambular"
        if unit.numbered:
            last = self._last()
            nested = last is not None and last.last.rstrip().endswith(":") and not unit.operative
            return "preambular" if nested and unit.label is not None and unit.label.shape != "n." else "operative"
        if not unit.operative:
            verb = self.language == "en" and unit.label is None and unit.opening is None and FULL.search(unit.text)
            return "operative" if verb and VERB.match(unit.text) else self.part
        if self.language == "ar" and self.numbers and unit.label is None and unit.text.startswith("و"):
            return "preambular"
        last = self._last()
        listed = unit.label is not None and last is not None and last.last.rstrip().endswith(":")
        return self.part if listed else "operative"

    def _structure(self, unit: Unit) -> None:
        printed = unit.label.printed if unit.label else ""
        self.drafts.append(Draft("structure", printed, [unit], unit.opening, 0, True))

    def _last(self) -> Draft | None:
        """The last paragraph that is no structure, as long as no heading ended it."""
        for draft in reversed(self.drafts):
            if draft.part != "structure":
                return draft
            if not FURNITURE.match(draft.units[0].text.strip()):
                return None
        return None

    def _operative_seen(self) -> bool:
        return any(d.part == "operative" for d in self.drafts)
