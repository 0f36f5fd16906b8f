"""Damage that copying and machines do to a text, undone where that is sure, told where it is not.

    repairs = Repairs("a.txt", {}); blocks = repairs.blocks(blocks); repairs.problems()

One search tells a clean block from a suspicious one; only a suspicious one is looked at step by step, in the light of
the whole file. What stands between ﴿ and ﴾, or is quoted as God's word, is never touched, only told of. Numbers that a
machine translation lost are never written anew: the proposal stands among the facts of the finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from amana.intake import repair_flags, repair_numbers
from amana.intake.repair_arabic import STEPS, Nature, is_suspicious, nature_of
from amana.values.blocks import Block
from amana.values.expressions import expression
from amana.values.problems import Place, Problem, Severity

VERSE = expression(
    "(﴿[^﴾]*(?:﴾|$)|"
    r"(?:تعالى|عز وجل|عزّ وجل|سبحانه|(?:قال|يقول) الله)[^«{(\"“﴿]{0,40}(?:«[^»]*»|\{[^}]*\}|“[^”]*”|\"[^\"]*\")|"
    r"(?i:\b(?:Allah|God|Dieu|Tuhan)(?: Almighty| Most High| SWT| Ta'ala)? (?:says|said|dit|berfirman)|firman Allah)"
    r"[^«“\"{]{0,40}(?:«[^»]*»|\{[^}]*\}|“[^”]*”|\"[^\"]*\"))"
)
"""What is God's word: in ornate brackets, or in quotation marks after "the Exalted says"."""
SACRED = expression("﴿|تعالى|عز وجل|عزّ وجل|سبحانه|(?:قال|يقول) الله|says|said|dit|irman")

SEVERITIES: dict[str, Severity] = {
    "intake-lost-letters": "warning",
    "intake-digits-reversed": "warning",
}
"""What only a person can put right is a warning; all else is a note."""


@dataclass(slots=True)
class Repairs:
    """What was mended or must be looked at in one file: the code → the blocks where."""

    name: str
    found: dict[str, list[Place]]
    single: list[Problem] = field(default_factory=list)

    def text(self, text: str, place: Place) -> str:
        """One text alone with its damage undone; remembers where.

        >>> Repairs("a", {}).text("منظمة التعاون اإلسالمي", Place("a"))
        'منظمة التعاون الإسلامي'
        >>> Repairs("a", {}).text("قال ﴿اإلسالم﴾", Place("a"))
        'قال ﴿اإلسالم﴾'
        """
        return self._mend(text, place, nature_of([text])) if suspicious(text) else text

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """The blocks, mended and numbered from 1; one of which nothing is left is none."""
        whole = list(blocks)
        suspects = [n for n, block in enumerate(whole) if suspicious(block.text)]
        if suspects:
            nature = nature_of([block.text for block in whole if not block.text.isascii()])
            if nature.swapped or nature.digits in ("reversed", "mirrored"):
                certain = set(suspects)
                suspects = [n for n, one in enumerate(whole) if n in certain or not one.text.isascii()]
            for n in suspects:
                block = whole[n]
                text = self._mend(block.text, block.place, nature)
                if text != block.text:
                    whole[n] = replace(block, text=text)
        return tuple(_numbered(whole))

    def note(self, code: str, place: Place) -> None:
        """Remembers one more place of this kind."""
        self.found.setdefault(code, []).append(place)

    def problems(self) -> tuple[Problem, ...]:
        """One finding for each kind of damage, with every place; sentences that lost numbers one by one."""
        kinds = (
            Problem(code, {"file": self.name, "blocks": len(places)}, tuple(places), SEVERITIES.get(code, "note"))
            for code, places in sorted(self.found.items())
        )
        return (*kinds, *self.single)

    def _mend(self, text: str, place: Place, nature: Nature) -> str:
        pieces = VERSE.split(text) if SACRED.search(text) else [text]
        mended = "".join(self._piece(n % 2 == 1, piece, place, nature) for n, piece in enumerate(pieces) if piece)
        for code in repair_flags.flags(mended):
            self.note(code, place)
        self.single.extend(repair_numbers.lost(self.name, mended, place))
        return mended

    def _piece(self, sacred: bool, text: str, place: Place, nature: Nature) -> str:
        plain = text
        for code, step in STEPS:
            mended = step(plain, nature)
            if mended != plain and not sacred:
                self._once(code, place)
            plain = mended
        if sacred and plain != text:
            self._once("intake-verse-damaged", place)
        elif not sacred and repair_numbers.flagged(text, nature.digits):
            self._once("intake-digits-reversed", place)
        return text if sacred else plain

    def _once(self, code: str, place: Place) -> None:
        if place not in self.found.get(code, ())[-1:]:
            self.note(code, place)


def suspicious(text: str) -> bool:
    """Whether anything in a text may be damaged: cheap, and mostly the only thing that is asked."""
    return "NUMX" in text or (not text.isascii() and is_suspicious(text))


def _numbered(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of which something is left, numbered; one that has its number already is kept as it is."""
    number = 0
    for block in blocks:
        if block.text and not block.text.isspace():
            number += 1
            right = block.place.block == number
            yield block if right else replace(block, place=replace(block.place, block=number))
