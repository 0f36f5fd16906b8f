"""A question in the words of the other languages: each name and common word in it as those languages have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from amana.folder.organization import Organization
from amana.portal.meant import Kept
from amana.store.queries.search import Terms
from amana.values.lexicons import rows
from amana.values.stemming import LANGUAGES, asked, readings, stem, words
from amana.values.words import Words

LONGEST = 5
"""Words of the longest name that is looked for in a question."""

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """Names and words by their stems, each with what it is called in every language."""

    entries: Mapping[Stems, Words]

    def at(self, said: list[str], start: int) -> tuple[int, Words]:
        """The longest name that begins at a word: how many words it has; 0 where none does.

        >>> book = _book([(Words(ar="فلسطين", en="Palestine"), ())])
        >>> book.at(["about", "palestine"], 1)[0], book.at(["about", "palestine"], 0)[0]
        (1, 0)
        """
        for length in range(min(LONGEST, len(said) - start), 0, -1):
            for language in LANGUAGES:
                key = tuple(stem(word, language) for word in said[start : start + length])
                if key in self.entries:
                    return length, self.entries[key]
        return 0, Words()


def in_other_tongues(org: Organization, text: str) -> tuple[Terms, ...]:
    """The question as other languages would put its names; nothing where it has none that is known."""
    book = _of(Kept(org))
    said, parts = words(text), []
    at = 0
    while at < len(said):
        length, called = book.at(said, at)
        parts.append((" ".join(said[at : at + max(length, 1)]), called))
        at += max(length, 1)
    if not any(called for _, called in parts):
        return ()
    own = tuple(asked(text))
    wordings = (
        tuple(asked(" ".join(called.get(language, plain) for plain, called in parts))) for language in LANGUAGES
    )
    return tuple(one for one in dict.fromkeys(wordings) if one and one != own)


def widened(org: Organization, terms: Terms) -> Terms:
    """Each word of a question with what the other languages call it, where that is one word as well."""
    book = _of(Kept(org))
    return tuple(tuple(dict.fromkeys((*several, *_elsewhere(book, several)))) for several in terms)


def _elsewhere(book: Book, several: Stems) -> Iterator[str]:
    for one in several:
        called = [words(name) for name in book.entries.get((one,), Words()).values()]
        yield from (stem for word in called if len(word) == 1 for stem in readings(word[0]))


@lru_cache(maxsize=8)
def _of(kept: Kept) -> Book:
    return _book([*_names(kept.org), *_common()])


def _book(named: Iterable[tuple[Words, Iterable[str]]]) -> Book:
    entries: dict[Stems, Words] = {}
    for called, forms in named:
        for language, name in [*called.items(), *((code, form) for form in forms for code in LANGUAGES)]:
            key = tuple(stem(word, language) for word in words(name))
            if key and len(key) <= LONGEST:
                entries.setdefault(key, called)
    return Book(entries)


def _names(org: Organization) -> Iterator[tuple[Words, Iterable[str]]]:
    for party in org.parties:
        for names in reversed(party.names):
            yield names.short, party.forms
    yield from ((subject.words, ()) for subject in org.subjects)
    for organ in org.organs:
        for called in reversed(organ.names):
            yield called.name, organ.forms
    yield from ((partner.names, partner.forms) for partner in org.partners)
    yield from ((term.words, ()) for term in org.terms_base)


@cache
def _common() -> tuple[tuple[Words, tuple[str, ...]], ...]:
    """Words that every organization of states uses."""
    forms = [{code: said.split("|") for code, said in row.items()} for row in rows("bridge.csv")]
    return tuple(
        (
            Words({code: several[0] for code, several in row.items()}),
            tuple(x for several in row.values() for x in several),
        )
        for row in forms
    )
