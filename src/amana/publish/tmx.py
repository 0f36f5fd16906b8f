"""A translation memory as TMX 1.4b: adopted texts in all their languages, for the programs of translators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amana.publish.translators import Entry, Markup, encoded
from amana.values.problems import Told, unheard


def memory(entries: Iterable[Entry], source: str, told: Told = unheard) -> Iterator[bytes]:
    """The file in pieces; `source` is the language of the originals ('*all*' where every language may be one).

    An entry without any text is left out. The same entries give the same bytes: no clock is asked.

    >>> b"".join(memory([Entry("op-1", {"en": "Decides"})], "en")).count(b"<tu ")
    1
    """
    return encoded(_pieces(entries, source, Markup(told)))


def _pieces(entries: Iterable[Entry], source: str, markup: Markup) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
    yield (
        '<header creationtool="Amana" creationtoolversion="1" segtype="paragraph" o-tmf="Amana" adminlang="en" '
        f'srclang={markup.value(source)} datatype="plaintext"/>\n<body>\n'
    )
    for entry in entries:
        if any(entry.texts.values()):
            yield from _unit(entry, markup)
    yield "</body>\n</tmx>\n"


def _unit(entry: Entry, markup: Markup) -> Iterator[str]:
    yield f"<tu tuid={markup.value(entry.key, entry.key)}>\n"
    for note in entry.notes:
        yield f"<note>{markup.text(note, entry.key)}</note>\n"
    properties = {**entry.properties, **({"state": entry.state} if entry.state else {})}
    for name, value in properties.items():
        yield f"<prop type={markup.value('x-' + name)}>{markup.text(value, entry.key)}</prop>\n"
    for language, text in entry.texts.items():
        if text:
            yield f"<tuv xml:lang={markup.value(language)}><seg>{markup.text(text, entry.key)}</seg></tuv>\n"
    yield "</tu>\n"
