"""The house's term base on a row: a term in one version, and whether another version uses the word that is laid down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from amana.resolutions.telling import finding
from amana.resolutions.versions import Row
from amana.values.expressions import expression
from amana.values.folding import fold
from amana.values.problems import Problem

WORD = expression(r"\w+")
STEM = 4
"""Letters by which a word is the same in any of its forms."""
SMALL = frozenset("of the and de la le les des du et un une d l dan yang".split())


@dataclass(frozen=True)
class Terms:
    """The term base, by id its word in each language; alternatives in one cell are divided by '|'."""

    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def differing(self, row: Row) -> Iterator[Problem]:
        """A term stands in one version and no form of its prescribed word in another: a note, for words are free."""
        if not self.words or len(row.texts) < 2:
            return
        folded = {language: fold(p.text, accents=False) for language, p in row.texts.items()}
        for key, words in self.words.items():
            for language, text in folded.items():
                term = words.get(language)
                at = _exactly(term).search(text) if term else None
                if at is None or not _as_written(term or "", row.texts[language].text):
                    continue
                lacking = [
                    x for x in folded if x != language and words.get(x) and not _any_form(words[x], folded[x], x)
                ]
                if lacking:
                    wanted = tuple(f"{x}: {words[x]}" for x in lacking)
                    places = tuple(row.texts[x].place for x in (language, *lacking))
                    yield finding("term-differs", row, "note", places, term=f"{term}", wanted=wanted, id=key)
                    break

    @classmethod
    def of(cls, entries: Iterable[tuple[str, Mapping[str, str]]]) -> Terms:
        """The term base of a folder: pairs of an id and its words by language."""
        return cls({key: dict(words) for key, words in entries})


def _as_written(term: str, text: str) -> bool:
    """A term with capitals is a name: it is meant only where it stands with them."""
    return not any(c.isupper() for c in term) or any(t in text for t in term.split("|"))


@lru_cache(maxsize=4096)
def _exactly(term: str) -> re.Pattern[str]:
    forms = "|".join(re.escape(fold(t.strip(), accents=False)) for t in term.split("|"))
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)")


def _any_form(term: str, text: str, language: str) -> bool:
    """Whether the words of a term stand in a text, in any form: by their first letters, in Arabic within a word.

    >>> _any_form("point focal national", "les points focaux nationaux", "fr"), _any_form("فلورين", "بالفلورينات", "ar")
    (True, True)
    """
    for form in term.split("|"):
        stems = [_stem(w, language) for w in WORD.findall(fold(form, accents=False)) if w not in SMALL]
        if all(re.search(stem if language == "ar" else rf"(?<!\w){stem}", text) for stem in stems):
            return True
    return False


def _stem(word: str, language: str) -> str:
    if language == "ar":
        word = re.sub(r"^(?:وال|بال|لل|ال)", "", word)
        return re.escape(re.sub(r"(?:ات|ون|ين|ية|ة|ه)$", "", word) if len(word) > STEM else word)
    return re.escape(word[: max(STEM, len(word) - 3)] if len(word) > STEM else word)
