"""The words of one paragraph of a Word document: with its tracked changes or as it stood before, fields as they show."""

from __future__ import annotations

from typing import Literal

from lxml import etree

from amana.intake.pieces import SMALL, UP, sign, signs
from amana.values.hidden import Hidden, W

FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
Tracked = Literal["accepted", "original"]
"""Which text is read where changes are tracked: with all of them, or as it stood before."""
GONE = frozenset({W + "instrText", W + "delInstrText", W + "pPr", W + "rPr", W + "rt", W + "txbxContent", FALLBACK})
"""What is not read: codes of fields, properties, how a word sounds, and the second copy that is kept for old programs."""
UNDONE = {
    "accepted": frozenset({W + "del", W + "moveFrom"}),
    "original": frozenset({W + "ins", W + "moveTo"}),
}
TEXTS = frozenset({W + "t", W + "delText", M + "t"})
SIGNS = {
    W + "tab": " ",
    W + "ptab": " ",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}
OWN_MARK, TRUE = W + "customMarkFollows", ("1", "true", "on")
NOTE_MARKS = frozenset({W + "footnoteReference", W + "endnoteReference"})


def properties_of(paragraph: etree._Element, tracked: Tracked) -> etree._Element | None:
    """How a paragraph looks and is numbered, or did before its tracked changes; None where it says nothing of it."""
    now = paragraph.find(W + "pPr")
    change = now.find(W + "pPrChange") if now is not None and tracked == "original" else None
    return now if change is None else change.find(W + "pPr")


def text_of(paragraph: etree._Element, tracked: Tracked, hidden: Hidden | None = None, after: int = 0) -> str:
    """The words of a paragraph as they stand with its tracked changes, or as they stood before.

    What is not printed is left to `hidden`, as standing `after` so many paragraphs.
    """
    out: list[str] = []
    unseen: list[str] = []
    undone = GONE | UNDONE[tracked]
    within = [False]  # whether each open field has reached what it shows
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        tag = element.tag
        if tag == W + "r" and hidden is not None and hidden.is_run(element, paragraph):
            stack.extend(element.iter(W + "fldChar"))
            if not any(within):
                unseen.extend(t.text or "" for t in element.iter(*TEXTS))
        elif tag == W + "fldChar":
            _field(element.get(W + "fldCharType", ""), within)
        elif tag in undone:
            continue
        elif tag in TEXTS:
            words = (element.text or "") if not any(within) else ""
            out.append(words.translate(UP) if SMALL.fullmatch(words) and _is_raised(element) else words)
        elif tag in SIGNS:
            out.append(SIGNS[tag])
        elif tag in NOTE_MARKS and element.get(OWN_MARK) in TRUE:
            while stack and stack[-1].getparent() is element.getparent():
                stack.pop()  # the mark that its writer chose
        elif tag == W + "sym":
            out.append(sign(element.get(W + "char", "")))
        else:
            stack.extend(reversed(element))
    if hidden is not None and unseen:
        hidden.note(after, "".join(unseen))
    return signs("".join(out))


def _is_raised(text: etree._Element) -> bool:
    """Whether a text is set above its line: "10⁶" is no 106."""
    run = text.getparent()
    properties = run.find(W + "rPr") if run is not None else None
    said = properties.find(W + "vertAlign") if properties is not None else None
    return said is not None and said.get(W + "val") == "superscript"


def _field(kind: str, within: list[bool]) -> None:
    """A field begins with its code, which is not printed; after the separator stands what is."""
    if kind == "begin":
        within.append(True)
    elif kind == "separate":
        within[-1] = False
    elif kind == "end" and len(within) > 1:
        within.pop()
