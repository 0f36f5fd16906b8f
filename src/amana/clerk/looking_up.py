"""What the house says for a word: the entries of its term base that hold it, and its own names in every language."""

from __future__ import annotations

from collections.abc import Iterator

from amana.folder.organization import Organization, TermBaseEntry
from amana.inquiry.look_up import Names, look_up, tells
from amana.inquiry.tokens import words_of
from amana.values.folding import fold


def terms(org: Organization, words: str) -> Iterator[TermBaseEntry]:
    """The terms that hold what is looked for, in whatever language it was typed, or that stand in it."""
    wanted = fold(words, accents=False)
    if not tells(words_of(words)):
        return
    for entry in org.terms_base:
        said = [fold(term, accents=False) for term in entry.words.values()]
        if any(_stands_in(wanted, term) or (len(term) > 3 and term in wanted) for term in said):
            yield entry


def _stands_in(wanted: str, term: str) -> bool:
    """Whether what is looked for stands in a term; one or two letters stand in nothing but a word of their own."""
    return wanted in (term if len(wanted) > 2 else term.split())


def names(org: Organization, words: str) -> tuple[Names, ...]:
    """The organs, offices, parties and others that are called so, the nearest first."""
    return look_up(org, words)
