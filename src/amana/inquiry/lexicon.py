"""The words in which people ask and tell: question words, words of claims, and names, powers and rules as people call them, by language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from amana.values.lexicons import rows, several

LANGUAGES = ("ar", "en", "fr", "id")
"""Languages in which questions are understood and answered."""


@dataclass(frozen=True, slots=True)
class Said:
    """What may be said in a language for one thing. `kind`: word, power, rule, claim, or the kind of what is named.

    `thing`: a meaning ('when'), a power ('judge'), keys of rules, or an id; of the forms the first may be shown.
    """

    kind: str
    thing: str
    forms: Mapping[str, tuple[str, ...]]


@cache
def words() -> tuple[Said, ...]:
    """Question words, and the words that say nothing ('stop')."""
    return tuple(_read("inquiry_words.csv", "meaning", "word"))


@cache
def powers() -> tuple[Said, ...]:
    """What people call the organ that has a power: 'executive organ'."""
    return tuple(_read("inquiry_powers.csv", "power", "power"))


@cache
def rules() -> tuple[Said, ...]:
    """What people call the subject of a rule: 'quorum'. `thing` lists the keys of the rules, divided by spaces."""
    return tuple(_read("inquiry_rules.csv", "rules", "rule"))


@cache
def claims() -> tuple[Said, ...]:
    """The words in which a text states something of an organization: 'founded', 'took office'."""
    return tuple(_read("claims.csv", "meaning", "claim"))


@cache
def names() -> tuple[Said, ...]:
    """How people call parties, organs, offices, programmes, partners and places besides the names of the folder."""
    return tuple(_read("inquiry_names.csv", "thing", ""))


@cache
def shown(language: str) -> Mapping[tuple[str, str], str]:
    """Kind and id → what to call it in a language the folder does not keep (Indonesian), as far as the lexicon says."""
    return {(said.kind, said.thing): said.forms[language][0] for said in names() if said.forms.get(language)}


def _read(name: str, key: str, kind: str) -> Iterator[Said]:
    for row in rows(name):
        forms = {code: several(row[code]) for code in LANGUAGES}
        yield Said(kind or row["kind"], row[key], {code: its for code, its in forms.items() if its})
