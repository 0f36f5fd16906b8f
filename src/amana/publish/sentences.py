"""Findings and the words about them in the language of a reader; what a sentence quotes cannot turn it round."""

from __future__ import annotations

import re
from collections.abc import Mapping

from amana.resolutions.paragraph_names import called
from amana.values.problems import Fact, Problem, messages, worded
from amana.values.words import RIGHT_TO_LEFT, Words

Printed = Mapping[str, Words]
"""Key of a row → its label as each version prints it."""

ARABIC = re.compile("[\u0590-\u08ff]")
ISOLATE, CLOSE = "\u2068", "\u2069"
LANGUAGES = ("ar", "en", "fr", "id")
VERSIONS = ("language", "present", "missing", "moved", "lacking", "found", "languages", "split", "whole", "short")
"""Facts that hold versions by the codes of their languages."""
PARTS = {"p": "preamble", "s": "frame"}
"""What is told of a paragraph beside its number, by the letter of its key; an operative one is its number alone."""


def words(name: str, language: str) -> str:
    """A word of the sheet in the language of its reader."""
    return messages(language).get(f"sheet-{name}") or messages("en")[f"sheet-{name}"]


def paragraph(key: str, language: str, printed: Printed | None = None) -> str:
    """How people call the paragraph with this key: '2(b)', 'preamble 4', 'frame 3'; as it is `printed`, where that is told.

    >>> paragraph("o2b", "en"), paragraph("p4", "fr"), paragraph("s3", "fr")
    ('2(b)', 'préambule 4', 'cadre 3')
    """
    number = called(key, language, printed)
    part = PARTS.get(key[:1]) if key != number else None
    return f"{words(part, language)} {number}" if part else number


def _paragraph(key: str, language: str, printed: Printed | None) -> str:
    """The same in a sentence that says "paragraph": '4 of the preamble', '3 of the frame'."""
    number = called(key, language, printed)
    part = PARTS.get(key[:1]) if key != number else None
    return words(f"of-{part}", language).format(number=number) if part else number


def colon(language: str) -> str:
    """What stands between a name and what it names.

    >>> colon("fr"), colon("id")
    (' : ', ': ')
    """
    return " : " if language == "fr" else ": "


def told(found: Problem, language: str, printed: Printed | None = None) -> str:
    """The sentence of a finding, paragraphs and languages by their names; what it quotes cannot turn round what stands
    about it. `printed`: how the text in hand numbers its paragraphs.
    """
    said: dict[str, Fact] = dict(found.facts)
    if isinstance(key := said.get("key"), str):
        said["key"] = _paragraph(key, language, printed)
    if isinstance(several := said.get("keys"), tuple):
        said["keys"] = tuple(_paragraph(key, language, printed) for key in several)
    facts: dict[str, Fact] = {k: _said(k, v, language) for k, v in said.items()}
    return Problem(found.code, facts, found.places, found.severity).message(language)


def _said(name: str, fact: Fact, language: str) -> Fact:
    if isinstance(fact, int):
        return fact
    several = (fact,) if isinstance(fact, str) else fact
    out = tuple(
        version(one, language)
        if name in VERSIONS and f"sheet-language-{one}" in messages(language)
        else _apart(worded(name, one, language), language)
        for one in several
    )
    return out[0] if isinstance(fact, str) else out


def version(code: str, language: str) -> str:
    """A language by its name in the language of the reader; by its code where it has none here.

    >>> version("ar", "fr"), version("de", "ar"), version("tlh", "en")
    ('arabe', 'الألمانية', 'tlh')
    """
    return messages(language).get(f"sheet-language-{code}", code)


def _apart(words: str, language: str) -> str:
    """Words that do not turn round what stands about them; those of a version ("ar: …") under its name, in its direction."""
    rtl = language in RIGHT_TO_LEFT
    code, parted, said = words.partition(": ")
    if parted and code in LANGUAGES:
        own = f"{ISOLATE}{said}{CLOSE}" if rtl or ARABIC.search(said) else said
        words = f"{version(code, language)}{colon(language)}{own}"
    return f"{ISOLATE}{words}{CLOSE}" if rtl or ARABIC.search(words) else words
