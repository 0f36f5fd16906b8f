"""What may have been meant by a word that nobody here bears: the nearest of the names the organization knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from amana.folder.organization import Organization
from amana.pages.reading import Reading
from amana.values.folding import fold
from amana.values.stemming import EMPTY_WORDS, readings
from amana.values.words import Words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
NEAR, SHORTEST = 76, 4
"""How near a name must be (of 100); words shorter than this are left as they are."""


@dataclass(frozen=True, slots=True)
class Names:
    """Every word of every name: folded → as it is printed."""

    printed: dict[str, str]
    stems: frozenset[str] = frozenset()

    def nearest(self, word: str) -> str:
        """The printed word nearest to this one; '' where it is a name's word itself, or none is near."""
        folded = fold(word, accents=False)
        if len(folded) < SHORTEST or folded in EMPTY_WORDS or folded.isdigit():
            return ""
        if folded in self.printed or not self.stems.isdisjoint(readings(folded)):
            return ""
        found = process.extractOne(folded, self.printed.keys(), scorer=fuzz.ratio, score_cutoff=NEAR)
        return self.printed[found[0]] if found else ""


class Kept:
    """One frozen organization as a key: it is told from others by being another one."""

    def __init__(self, org: Organization) -> None:
        self.org = org

    def __hash__(self) -> int:
        return id(self.org)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Kept) and other.org is self.org


def meant(reading: Reading, asked: str) -> str:
    """The question with each word that is no name's put right by the nearest one; '' where nothing is to be put right.

    >>> Names({"ihsanoglu": "İhsanoğlu"}).nearest("Ihsanoglou")
    'İhsanoğlu'
    """
    names = _names(Kept(reading.organization))
    changed = _WORD.sub(lambda word: names.nearest(word[0]) or word[0], asked)
    return changed if changed != asked else ""


@lru_cache(maxsize=8)
def _names(kept: Kept) -> Names:
    printed: dict[str, str] = {}
    for name in _every(kept.org):
        for word in _WORD.findall(name):
            folded = fold(word, accents=False)
            if len(folded) >= SHORTEST and not folded.isdigit():
                printed.setdefault(folded, word)
    return Names(printed, frozenset(one for word in printed for one in readings(word)))


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
