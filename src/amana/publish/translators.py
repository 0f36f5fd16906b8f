"""What goes to translators: rows and concepts as plain values, and XML in which every sign of a text can stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from amana.values.problems import Place, Problem, Told, unheard

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that no XML 1.0 may hold, escaped or not (XML 1.0, production 2)."""

PIECE = 65_536


@dataclass(frozen=True, slots=True)
class Entry:
    """One row for translators: a paragraph or sentence in each of its languages.

    `key` is its lasting name; `properties` what else is known of it ('symbol', 'session', 'adopted' …), in that order;
    `notes` are sentences for the translator, findings for example.
    """

    key: str
    texts: Mapping[str, str]
    state: str = ""
    notes: Sequence[str] = ()
    properties: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Term:
    """A word for a concept in one language: `status` 'preferred', 'admitted', 'deprecated', 'superseded' or ''."""

    language: str
    text: str
    status: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """What several terms mean in common. `id` is its lasting name."""

    id: str
    terms: Sequence[Term]
    field: str = ""
    definition: str = ""
    note: str = ""


class Markup:
    """Texts and attributes fit for XML; what cannot stand in it becomes U+FFFD and is told of."""

    def __init__(self, told: Told = unheard) -> None:
        self._told = told

    def text(self, text: str, key: str = "") -> str:
        """A text as content of an element.

        >>> Markup().text("a < b & c\\r")
        'a &lt; b &amp; c&#13;'
        """
        return escape(self._fit(text, key), {"\r": "&#13;"})

    def value(self, text: str, key: str = "") -> str:
        """A text as an attribute, with its quotation marks."""
        return quoteattr(self._fit(text, key), {"\r": "&#13;"})

    def _fit(self, text: str, key: str) -> str:
        if text.isprintable():
            return text
        fit, count = UNFIT.subn("\ufffd", text)
        if count:
            self._told(Problem("publish-signs-replaced", {"key": key, "signs": count}, (Place(key),), "warning"))
        return fit


def identifiers(keys: Iterable[str]) -> Iterator[str]:
    """Each key as it may stand as an identifier (xs:NMTOKEN), never twice the same.

    >>> list(identifiers(["op 1", "op/1", "op 1", ""]))
    ['op_1', 'op_1-2', 'op_1-3', 'u']
    """
    seen: dict[str, int] = {}
    for key in keys:
        name = re.sub(r"[^A-Za-z0-9_.-]", "_", key) or "u"
        count = seen[name] = seen.get(name, 0) + 1
        while count > 1 and f"{name}-{count}" in seen:
            count += 1
        if count > 1:
            seen[name] = count
            name = f"{name}-{count}"
            seen[name] = 1
        yield name


def encoded(pieces: Iterator[str]) -> Iterator[bytes]:
    """The pieces as UTF-8, many at once."""
    waiting: list[str] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size > PIECE:
            yield "".join(waiting).encode()
            waiting, size = [], 0
    yield "".join(waiting).encode()
