"""What can be told of a block alone: its label, how it opens, whether it names the organ or tells of adoption."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from amana.resolutions.adoption import is_adoption_line
from amana.resolutions.closing import closed
from amana.resolutions.furniture import FURNITURE, RESERVATION, Kind, kind_of
from amana.resolutions.labels import Label, label_of, spaced, take_label
from amana.resolutions.misread_verbs import misread_verb
from amana.resolutions.openings import Opening, is_organ_line, main_clause, opening_of, said_by_us
from amana.resolutions.organ_first import organ_acts
from amana.values.blocks import Block
from amana.values.expressions import expression
from amana.values.lexicons import Phrase

WE = {"en": ("we, ",), "fr": ("nous, ",)}
MAY_BE_ADOPTION = frozenset({"adopt", "approve", "endorse", "note", "refer", "decide", "reject"})
"""Functions whose verb also tells how a text was adopted or rejected: "اعتمد بالإجماع", "Adopté à l'unanimité"."""

RESOLVING = expression(
    r"\b(?:decides|resolves|d[ée]cide|arr[êe]te|[يت]?قررت?(?: (?:ما (?:يلي|يأتي|ياتي|هو آت)|الآتي|التالي))?) ?:\s*$",
    re.IGNORECASE,
)
"""How grounds end that announce what is decided: "Having heard the report, resolves:"."""


@dataclass(slots=True)
class Unit:
    """A block with what can be told of it alone; a number that stood alone has the block of its words with it.

    It is never changed, but not frozen: one is made for every block there is.
    """

    blocks: tuple[Block, ...]
    label: Label | None
    text: str
    opening: Opening | None
    organ: bool = False
    adoption: bool = False
    lower: bool = False
    kind: Kind = ""

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


def units_of(blocks: Sequence[Block], language: str, extra: tuple[Phrase, ...]) -> list[Unit]:
    """The blocks of a text with what they and their neighbours tell of them; a blank block is none."""
    alone = [unit_of(b, language, extra) for b in blocks if b.text.strip()]
    told = numbers_joined(told_by_us(paired_numbers(alone, language, extra), language, extra))
    return headings_told(spaced_numbers(notes_told(told), language, extra))


def unit_of(block: Block, language: str, extra: tuple[Phrase, ...]) -> Unit:
    """What can be told of a block alone."""
    if block.label is not None:
        label, text = label_of(block.label), block.text
    else:
        label, text = take_label(block.text)
    whole = block.text.strip()
    opening = None if block.kind == "footnote" else opening_alone(whole, label, text, language, extra)
    organ = adoption = False
    kind: Kind = ""
    if opening is None:
        organ = (label is None or _is_we(label, text, language)) and is_organ_line(text, language, extra)
        adoption = label is None and not organ and is_adoption_line(text, language)
        listed = label is not None and label.shape == "•" and RESERVATION.match(text) is not None
        starred = label is not None and (label.value == "*" or listed)
        kind = "" if organ else kind_of(text.strip(), whole, label is not None and not starred)
    return Unit((block,), label, text, opening, organ, adoption, text[:1].islower(), kind)


def _is_we(label: Label, text: str, language: str) -> bool:
    """Whether the first paragraph of a declaration names us: "1. We, the Ministers of Education, …"."""
    return label.value == "1" and text.lower().startswith(WE.get(language, ()))


def opening_alone(
    whole: str, label: Label | None, text: str, language: str, extra: tuple[Phrase, ...]
) -> Opening | None:
    """How a block opens; None also where it names the organ, tells of adoption or of a reservation. `text`: without label."""
    if label is not None:
        return _opening(take_label(text)[1], label, language, extra)
    first = opening = _opening(text, None, language, extra)
    if (first is None or first.part == "preambular") and _may_have_grounds(text, first):
        opening = main_clause(text, language, extra) or first  # the verb of its organ
    if opening is None:
        opening = organ_acts(text, language, extra)
    if opening is None or is_organ_line(text, language, extra):
        return None
    unsaid = first is None or first.function in MAY_BE_ADOPTION
    if unsaid and is_adoption_line(text, language):
        return None
    return None if opening.function == "reserve" and RESERVATION.match(whole) else opening


def _may_have_grounds(text: str, opening: Opening | None) -> bool:
    """Whether a paragraph may begin with its grounds: a whole sentence, or one that ends with a semicolon and opens as nothing known."""
    last = text.rstrip()[-1:]
    return last == "." or (last == ";" and opening is None and text[:1].isupper())


def _opening(text: str, label: Label | None, language: str, extra: tuple[Phrase, ...]) -> Opening | None:
    """The opening; a numbered English verb that lost its last letter ("6. Request the bank") is known all the same."""
    opening = opening_of(text, language, extra, numbered=label is not None and (label.numeric or label.shape == "•"))
    if opening is None and language == "en" and label is not None and label.numeric:
        first, _, rest = text.partition(" ")
        mended = opening_of(f"{first}s {rest}", language, extra) if first.isalpha() else None
        if mended is not None and mended.part == "operative":
            return mended
    return opening or misread_verb(text, language, extra)


def numbers_joined(units: Sequence[Unit]) -> list[Unit]:
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


ENDS = frozenset(",;.:،؛")


def may_open(unit: Unit, alone: bool, language: str) -> bool:
    """Whether a text may begin with a block: it opens as something known, as an Arabic ground, or is an article of a charter."""
    if unit.opening is None:
        ground = language == "ar" and unit.text.startswith(("إذ ", "وإذ ")) and unit.text.rstrip()[-1:] in ",،؛"
        return ground or (alone and unit.kind == "article")
    return alone or unit.text.rstrip()[-1:] in ENDS


OF_US = {"en": ("we,", "we "), "fr": ("nous,", "nous ", "les ")}
"""How the line of an organ begins that speaks of itself in the first person, or whose grounds stand in the plural."""


def told_by_us(units: list[Unit], language: str, extra: tuple[Phrase, ...]) -> list[Unit]:
    """The units, with the verbs that a declaration of ours has without its subject: "Affirm our …", "Condamnons …"."""
    ours = OF_US.get(language)
    if ours is None or not any(u.organ and u.text.lower().startswith(ours) for u in units):
        return units
    return [
        replace(u, opening=said_by_us(u.text, language, extra))
        if u.opening is None and not (u.organ or u.kind or u.adoption) and u.text.rstrip()[-1:] in ENDS
        else u
        for u in units
    ]


def headings_told(units: list[Unit]) -> list[Unit]:
    """A short line with a colon between one number and the next is a heading; so is one with a number of its own.

    "4. …", "Yemen:", "5. …" and "2. Radiation", "1. Urges …": what is below counts on, or from one again.
    """
    number, above = 0, ""
    for n, unit in enumerate(units[:-1]):
        label = unit.label
        if label is not None and label.shape == "n.":
            if _is_numbered_heading(unit, units[n + 1]):
                units[n] = replace(unit, kind="section")
                continue
            number = min(label.positions(), default=number)
        elif label is not None and label.shape == "w." and _is_named_subject(unit, units[n + 1]):
            units[n] = replace(unit, kind="section")
            continue
        elif number and unit.text.rstrip()[-1:] == ":" and above[-1:] in ".;؛" and _may_be_heading(unit):
            after = units[n + 1].label
            if after is not None and after.shape == "n." and number + 1 in after.positions():
                units[n] = replace(unit, kind="section")
        above = unit.text.rstrip()
    return units


def _may_be_heading(unit: Unit) -> bool:
    """Whether a short line without a number and a verb may be a heading."""
    bare = unit.label is None and unit.opening is None and not unit.kind and not unit.organ
    return bare and len(unit.text) <= 60 and unit.text[:1].isalpha() and not unit.lower


SUBJECT = expression(
    r"(?:بشأن|بخصوص|حول|في ?ما (?:يتعلق|يخص|يتصل)|في مجال|في الشأن|على (?:ال)?صعيد)(?![\u0621-\u064a])"
)


def _is_named_subject(unit: Unit, after: Unit) -> bool:
    """Whether a short line behind "أولا-" names with a colon what the acts below it, each with its own mark, are about."""
    text = unit.text.rstrip()
    if unit.opening is not None or unit.kind or text[-1:] != ":" or len(text) > 80:
        return False
    if after.label is None:
        return SUBJECT.match(text) is not None
    return after.label.shape != "w." and (after.opening is not None or SUBJECT.match(text) is not None)


def _is_numbered_heading(unit: Unit, after: Unit) -> bool:
    """Whether a numbered line is a heading: short, without a verb and a mark at its end, above a paragraph numbered 1."""
    below = after.label
    if unit.opening is not None or unit.kind or not 0 < len(unit.text) <= 80 or unit.text.rstrip()[-1] in ",;.:،؛?":
        return False
    if below is None:
        return (
            after.text[:1].isupper()
            and after.text.rstrip()[-1:] == "."
            and len(after.text) > 80
            and unit.text[:1].isupper()
        ) and not (after.organ or after.kind or after.adoption)
    return after.operative and below.shape == "n." and below.positions() == {1}


GLUED = expression(r"[^\W\d_][,.;:)”’»\"']{0,2}(\d{1,3})(?!\w|[./-]\d)")
"""The number of a note, glued to the word or the mark before it: "States:1", "report;12"."""
NOTE = expression(r"(\d{1,3})\s+(?=[A-ZÀ-Þ“\"«])")
SPACED = expression(r"(\d{1,2})\s+(?=[(*]?[^\W\d_])")
"""A number that stands before its words with nothing but a space: "1 to take all measures"."""


def notes_told(units: Sequence[Unit]) -> list[Unit]:
    """A block that begins with a number to which a word above points is a note: "1 And, where applicable, …"."""
    if not any(_may_be_note(u) for u in units):
        return list(units)
    out: list[Unit] = []
    marks: set[int] = set()
    for unit in units:
        found = NOTE.match(unit.text) if _may_be_note(unit) else None
        if found is not None and int(found[1]) in marks:
            out.append(replace(unit, kind="note"))
            continue
        marks.update(int(n) for n in GLUED.findall(unit.text))
        out.append(unit)
    return out


def _may_be_note(unit: Unit) -> bool:
    return unit.label is None and unit.opening is None and not unit.kind and NOTE.match(unit.text) is not None


PAIRED = expression(r"([1-9][0-9]?)[-–]([1-9][0-9]?)\s+(?=[^\W\d])")
"""The number of a paragraph within that of its section: "1-2 Every port …"."""


def paired_numbers(units: list[Unit], language: str, extra: tuple[Phrase, ...]) -> list[Unit]:
    """The units; numbers in pairs are labels where they count: 1-1, 1-2, 2-1. One alone is a span."""
    found = [
        (n, m) for n, u in enumerate(units) if u.text[:1].isdigit() and u.label is None and (m := PAIRED.match(u.text))
    ]
    pairs = [(int(m[1]), int(m[2])) for _, m in found]
    counting = [_counts(a, b) for a, b in pairwise(pairs)]
    for at, (n, match) in enumerate(found):
        first = pairs[at][1] == 1 and at < len(counting) and counting[at]
        if first or (at and counting[at - 1] and units[found[at - 1][0]].label is not None):
            printed = f"{match[1]}-{match[2]}"
            label = Label(printed, f"{match[1]}.{match[2]}", "n-n", True)
            text = units[n].text[match.end() :]
            opening = opening_alone(text, label, text, language, extra)
            units[n] = replace(units[n], label=label, text=text, opening=opening, lower=text[:1].islower(), kind="")
    return units


def _counts(before: tuple[int, int], after: tuple[int, int]) -> bool:
    return after in ((before[0], before[1] + 1), (before[0] + 1, 1))


def spaced_numbers(units: Sequence[Unit], language: str, extra: tuple[Phrase, ...]) -> list[Unit]:
    """Numbers without a mark, counted from one: below a line that leaves its sentence open ("resolves", "1 to …",
    "2 that …"), or before a verb with a capital ("1 ADOPTS the Code;")."""
    out: list[Unit] = []
    expected = 0
    for unit in units:
        found = _spaced_number(unit)
        number = int(found[1]) if found is not None else 0
        text = unit.text[found.end() :] if found is not None else ""
        label = spaced(found[1]) if found is not None else None
        opening = opening_alone(text, label, text, language, extra) if label and text[:1].isupper() else None
        if text[:1].isupper() and not expected:
            counts = number == 1 and opening is not None and opening.part == "operative"
        else:
            counts = number == expected if number > 1 else bool(number and out and _is_left_open(out[-1]))
        if label is None or not counts:
            if unit.label is None or unit.numbered:
                expected = 0
            out.append(unit)
            continue
        expected = number + 1
        lower = text[:1].islower()
        out.append(replace(unit, label=label, text=text, opening=opening, lower=lower, kind="", adoption=False))
    return out


def _is_left_open(unit: Unit) -> bool:
    """Whether a paragraph leaves its sentence open, so that one may be counted below it."""
    return unit.opening is not None and unit.text.rstrip()[-1:] not in ".;"


def _spaced_number(unit: Unit) -> re.Match[str] | None:
    return SPACED.match(unit.text) if unit.label is None and unit.opening is None and unit.kind != "note" else None


def _are_words(unit: Unit, label: Label, expected: int) -> bool:
    """Whether a block can be the words of the number above it; a bare number may be that of a page."""
    if unit.label is not None or unit.organ or unit.adoption or not unit.text or FURNITURE.match(unit.text):
        return False
    if unit.block.kind == "cell" and unit.opening is None and not closed(unit.text.rstrip()):
        return False  # the number of a row and what it is about
    return not label.printed.isdigit() or (expected in label.positions() and not unit.lower)
