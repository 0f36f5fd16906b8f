"""Findings and the words about them in the language of a reader; what a sentence quotes cannot turn it round."""

from __future__ import annotations

import re

from amana.resolutions.paragraph_names import called
from amana.values.problems import Fact, Problem, messages
from amana.values.words import RIGHT_TO_LEFT

ARABIC = re.compile("[\u0590-\u08ff]")
ISOLATE, CLOSE = "\u2068", "\u2069"


def words(name: str, language: str) -> str:
    """A word of the sheet in the language of its reader."""
    return messages(language).get(f"sheet-{name}") or messages("en")[f"sheet-{name}"]


def paragraph(key: str, language: str) -> str:
    """How people call the paragraph with this key: '2(b)', 'preamble 4'.

    >>> paragraph("o2b", "en"), paragraph("p4", "fr")
    ('2(b)', 'préambule 4')
    """
    number = called(key, language)
    return f"{words('preamble', language)} {number}" if key.startswith("p") and key != number else number


def colon(language: str) -> str:
    """What stands between a name and what it names.

    >>> colon("fr"), colon("id")
    (' : ', ': ')
    """
    return " : " if language == "fr" else ": "


def told(found: Problem, language: str) -> str:
    """The sentence of a finding; what it quotes cannot turn round what stands about it."""
    rtl = language in RIGHT_TO_LEFT
    said = {**found.facts, "key": paragraph(str(found.facts["key"]), language)} if "key" in found.facts else found.facts
    facts: dict[str, Fact] = {k: _isolated(v, rtl) for k, v in said.items()}
    return Problem(found.code, facts, found.places, found.severity).message(language)


def _isolated(fact: Fact, rtl: bool) -> Fact:
    if isinstance(fact, int):
        return fact
    return _apart(fact, rtl) if isinstance(fact, str) else tuple(_apart(one, rtl) for one in fact)


def _apart(words: str, rtl: bool) -> str:
    """Words that do not turn round what stands about them; those of a version ("ar: …") in its direction."""
    if not rtl and ARABIC.search(words) is None:
        return words
    language, colon, said = words.partition(": ")
    if colon and len(language) == 2 and language.isascii():
        return f"{ISOLATE}{language}: {ISOLATE}{said}{CLOSE}{CLOSE}"
    return f"{ISOLATE}{words}{CLOSE}"
