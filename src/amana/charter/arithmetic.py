"""How the sums of a decision are said in words: sentences of the message table, shares such as 'two thirds of …'."""

from __future__ import annotations

from collections.abc import Mapping

from amana.values.problems import messages

LANGUAGES = ("ar", "en", "fr")


def sentence(code: str, facts: Mapping[str, str | int], language: str) -> str:
    """The sentence of this code in that language with the facts in it.

    >>> sentence("consensus-reached", {}, "fr")
    'consensus\\u202f: aucune objection'
    """
    return messages(language)[f"decision-{code}"].format_map({k: str(v) for k, v in facts.items()})


def share_in_words(kind: str, share: str, base: str, language: str) -> str:
    """'two thirds of the votes cast', 'more than half of the members', 'all members'; other shares as digits.

    >>> share_in_words("more_than", "1/2", "members", "en"), share_in_words("majority", "55/100", "members", "en")
    ('more than half of the members', '55/100 of the members')
    """
    table = messages(language)
    of = table[f"decision-base-{base}"]
    part = table.get(f"decision-share-{share or '1/2'}", share)
    pattern = {"unanimity": "all", "more_than": "more-than"}.get(kind, "at-least")
    return table[f"decision-{pattern}"].format_map({"share": part, "base": of})
