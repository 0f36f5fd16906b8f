"""What may have been meant by a word that nobody here bears: the nearest of the names the organization knows."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from rapidfuzz import fuzz, process

from amana.folder.organization import Organization
from amana.pages.reading import Reading
from amana.values.folding import fold
from amana.values.stemming import EMPTY_WORDS, readings
from amana.values.words import Words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_VOWELS, _DOUBLED = re.compile(r"[aeiouywh]"), re.compile(r"(.)\1+")
LEXICONS = (
    "addressees.csv", "bridge.csv", "inquiry_powers.csv", "inquiry_rules.csv", "inquiry_words.csv", "months.csv",
    "numbers_words.csv", "ordinals_ar.csv", "ordinals_en_fr_id.csv", "verbs_ar.csv", "verbs_en.csv", "verbs_fr.csv",
    "verbs_id.csv",
)  # fmt: skip
NEAR, SHORTEST = 76, 4
"""How near a name must be (of 100); words shorter than this are left as they are."""


@dataclass(frozen=True, slots=True)
class Names:
    """Every word of every name: folded → as it is printed."""

    printed: dict[str, str]
    stems: frozenset[str] = frozenset()
    bones: dict[str, str] = field(default_factory=dict)

    def nearest(self, word: str) -> str:
        """The printed word nearest to this one; '' where it is a name's word itself, or none is near."""
        folded = fold(word, accents=False)
        if len(folded) < SHORTEST or folded in EMPTY_WORDS or folded.isdigit():
            return ""
        if folded in self.printed or folded in common_words() or not self.stems.isdisjoint(readings(folded)):
            return ""
        found = process.extractOne(folded, self.printed.keys(), scorer=_likeness, score_cutoff=NEAR)
        return self.printed[found[0]] if found else self.bones.get(_bones(folded), "")


def _likeness(one: str, other: str, **options: Any) -> float:
    """How near two words are, of 100; the article that both may bear does not make them nearer."""
    return fuzz.ratio(one.removeprefix("ال"), other.removeprefix("ال"), **options)


def _bones(word: str) -> str:
    """The consonants of a Latin word, by which its spellings in Latin letters are known; '' for fewer than three."""
    found = _DOUBLED.sub(r"\1", _VOWELS.sub("", word[1:])) if word.isascii() else ""
    return word[0] + found if len(found) > 1 else ""


@cache
def common_words() -> frozenset[str]:
    """Words of the house's lexicons, folded: who types one means it."""
    found: set[str] = set()
    for name in LEXICONS:
        table = (resources.files("amana") / "lexicons" / name).read_text(encoding="utf-8")
        found.update(fold(word, accents=False) for word in _WORD.findall(table))
    return frozenset(found)


class Kept:
    """One frozen organization as a key: it is told from others by being another one."""

    def __init__(self, org: Organization) -> None:
        self.org = org

    def __hash__(self) -> int:
        return id(self.org)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Kept) and other.org is self.org


def meant(reading: Reading, asked: str, held: Container[str] = ()) -> str:
    """The question with each word that is no name's put right by the nearest one; '' where nothing is to be put right.

    `held`: folded words that stand somewhere, and are meant as they are typed.

    >>> Names({"ihsanoglu": "İhsanoğlu"}).nearest("Ihsanoglou")
    'İhsanoğlu'
    """
    names = _names(Kept(reading.organization))

    def right(word: str) -> str:
        return word if fold(word, accents=False) in held else names.nearest(word) or word

    changed = _WORD.sub(lambda word: right(word[0]), asked)
    return changed if changed != asked else ""


@lru_cache(maxsize=8)
def _names(kept: Kept) -> Names:
    printed: dict[str, str] = {}
    for name in _every(kept.org):
        for word in _WORD.findall(name):
            folded = fold(word, accents=False)
            if len(folded) >= SHORTEST and not folded.isdigit():
                printed.setdefault(folded, word)
    bones = {bones: word for folded, word in printed.items() if (bones := _bones(folded))}
    return Names(printed, frozenset(one for word in printed for one in readings(word)), bones)


def _every(org: Organization) -> Iterator[str]:
    for party in org.parties:
        yield from _said(words for n in party.names for words in (n.short, n.formal))
        yield from party.forms
    for person in org.persons:
        yield from _said([person.names])
        yield from person.forms
    yield from _said(term.name for term in org.terms)
    for organ in org.organs:
        yield from _said(words for n in organ.names for words in (n.name, n.acronym))
        yield from organ.forms
    for session in org.sessions:
        yield from _said([session.place])
    for partner in org.partners:
        yield from _said([partner.names])
    for group in org.groups:
        yield from _said([group.names])


def _said(several: Iterable[Words]) -> Iterator[str]:
    for words in several:
        yield from words.values()
