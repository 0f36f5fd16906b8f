"""The text of a version as a file: one block a paragraph, blank lines between, labels as printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from amana.resolutions.accepted import Accepted, AcceptedRow, AcceptedText
from amana.values.words import Words

_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_AFTER = re.compile(r"[)\]}.:،,\-–—ـ/°º\s]*")
_EASTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_NEAR = 32  # characters: a label and the marks about it end well within
_MARKS = " \t([{)]}.:،,-–—ـ/°º"


def blocks_of(text: str) -> tuple[str, ...]:
    r"""The blocks of a text: runs of lines divided by blank lines.

    >>> blocks_of("The Council,\n\n1. Requests\nthe Secretary General;\n")
    ('The Council,', '1. Requests\nthe Secretary General;')
    """
    return tuple(b for b in _BLANK.split(text.strip("\n")) if b.strip())


def words_after(block: str, label: str) -> str:
    """What a block says after its label; the whole block where it does not begin with that label.

    The label's own digits and marks do not matter: labels are compared as readers would.

    >>> words_after("٤ - يطلب من الأمين العام", "4")
    'يطلب من الأمين العام'
    >>> words_after("(a) to report", "(a)"), words_after("Annexes", "A")
    ('to report', 'Annexes')
    """
    bare = label.strip(_MARKS)
    if not bare:
        return block.strip()
    begins = _label(bare.translate(_EASTERN)).match(block[: len(bare) + _NEAR].translate(_EASTERN))
    return block[begins.end() :].strip() if begins else block.strip()


@lru_cache(maxsize=1024)
def _label(bare: str) -> re.Pattern[str]:
    return re.compile(r"[(\[{\s]*" + re.escape(bare) + rf"(?![^\Wـ])(?:{_AFTER.pattern})", re.IGNORECASE)


def compose(paragraphs: Iterable[tuple[str, str]]) -> str:
    r"""The text of (label, words) pairs, one block each: so that the n-th paragraph is the n-th block.

    >>> compose([("", "The Council,"), ("1.", "Requests\n\nthe Secretary General;")])
    'The Council,\n\n1. Requests\nthe Secretary General;\n'
    """
    blocks = (" ".join(part for part in (label.strip(), words.strip()) if part) for label, words in paragraphs)
    return "\n\n".join(_BLANK.sub("\n", b) for b in blocks if b) + "\n"


def settled(accepted: Accepted, languages: Iterable[str] = ()) -> Accepted:
    """The same resolution as a folder gives it back: texts end with one newline and stand in the order of
    `languages`; a row's words are what its block says after its label. Accept what this returns.
    """
    order = {language: n for n, language in enumerate(languages)}
    texts = tuple(sorted((_ended(t) for t in accepted.texts), key=lambda t: (order.get(t.language, 99), t.language)))
    blocks = {t.language: blocks_of(t.text) for t in texts}
    return replace(accepted, texts=texts, rows=tuple(row_with_words(row, blocks) for row in accepted.rows))


def row_with_words(row: AcceptedRow, blocks: Mapping[str, tuple[str, ...]]) -> AcceptedRow:
    """The row with its words taken from the blocks where it stands; a place that is no block leaves none."""
    said = {
        language: words_after(blocks[language][place - 1], row.labels.get(language, ""))
        for language, place in row.places.items()
        if 1 <= place <= len(blocks.get(language, ()))
    }
    return replace(row, texts=Words(said))


def ended(text: str) -> str:
    r"""The text with plain line ends, and one at its end.

    >>> ended("The Council,\r\n\r\nDecides:\n\n")
    'The Council,\n\nDecides:\n'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n") + "\n"


def _ended(text: AcceptedText) -> AcceptedText:
    whole = ended(text.text)
    return text if whole == text.text else replace(text, text=whole)
