"""A document on its way to a translator and back, as XLIFF 1.2 or 2.0: one unit a row, findings as its notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from amana.publish.translators import Entry, Markup, encoded, identifiers
from amana.values.problems import Told, unheard

Version = Literal["1.2", "2.0"]

STATES_12 = {"initial": "needs-translation", "translated": "translated", "reviewed": "signed-off", "final": "final"}
"""Our words, which are those of XLIFF 2, in XLIFF 1.2."""


@dataclass(frozen=True, slots=True)
class Errand:
    """What is to be translated: the lasting name of the document and from which language into which."""

    document: str
    source: str
    target: str


def file(entries: Iterable[Entry], errand: Errand, version: Version = "2.0", told: Told = unheard) -> Iterator[bytes]:
    """The file in pieces; a row without target waits for it, one without its source has an empty one and keeps its target.

    `state` of a row: 'initial', 'translated', 'reviewed' or 'final'. The same rows give the same bytes.

    >>> rows = [Entry("op-1", {"en": "Decides", "ar": "يقرر"}, "translated")]
    >>> [b"yes" for v in ("1.2", "2.0") if "يقرر".encode() in b"".join(file(rows, Errand("1/50", "en", "ar"), v))]
    [b'yes', b'yes']
    """
    markup = Markup(told)
    return encoded(_first(entries, errand, markup) if version == "1.2" else _second(entries, errand, markup))


def _named(entries: Iterable[Entry], errand: Errand) -> Iterator[tuple[str, Entry]]:
    kept = [entry for entry in entries if entry.texts.get(errand.source) or entry.texts.get(errand.target)]
    return zip(identifiers([entry.key for entry in kept]), kept, strict=True)


def _first(entries: Iterable[Entry], errand: Errand, markup: Markup) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
    yield (
        f'<file original={markup.value(errand.document)} datatype="plaintext" '
        f"source-language={markup.value(errand.source)} target-language={markup.value(errand.target)}>\n<body>\n"
    )
    for identifier, entry in _named(entries, errand):
        key = entry.key
        yield f'<trans-unit id={markup.value(identifier)} resname={markup.value(key, key)} xml:space="preserve"'
        yield ' approved="yes">\n' if entry.state == "final" else ">\n"
        yield f"<source>{markup.text(entry.texts.get(errand.source, ''), key)}</source>\n"
        target = entry.texts.get(errand.target, "")
        state = f" state={markup.value(STATES_12.get(entry.state, 'x-' + entry.state))}" if entry.state else ""
        if target or state:
            yield f"<target{state}>{markup.text(target, key)}</target>\n"
        for note in _notes(entry):
            yield f"<note>{markup.text(note, key)}</note>\n"
        yield "</trans-unit>\n"
    yield "</body>\n</file>\n</xliff>\n"


def _second(entries: Iterable[Entry], errand: Errand, markup: Markup) -> Iterator[str]:
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" '
        f'srcLang={markup.value(errand.source)} trgLang={markup.value(errand.target)}>\n<file id="f1" '
        f"original={markup.value(errand.document)}>\n"
    )
    for identifier, entry in _named(entries, errand):
        key = entry.key
        yield f'<unit id={markup.value(identifier)} name={markup.value(key, key)} xml:space="preserve">\n'
        if notes := _notes(entry):
            yield "<notes>" + "".join(f"<note>{markup.text(note, key)}</note>" for note in notes) + "</notes>\n"
        state = f" state={markup.value(entry.state)}" if entry.state in STATES_12 else ""
        yield f"<segment{state}>\n<source>{markup.text(entry.texts.get(errand.source, ''), key)}</source>\n"
        if target := entry.texts.get(errand.target, ""):
            yield f"<target>{markup.text(target, key)}</target>\n"
        yield "</segment>\n</unit>\n"
    yield "</file>\n</xliff>\n"


def _notes(entry: Entry) -> list[str]:
    """What the translator is told: findings first, then what is known of the row."""
    return [*entry.notes, *(f"{name}: {value}" for name, value in entry.properties.items())]
