"""Whom a paragraph may oblige: the organization's own, states, and which organ an addressee is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from amana.charter.organs import Organ
from amana.values import lexicons

NOBODY_ELSE: Mapping[str, str] = {}
"""No addressee is called otherwise than in the lexicon."""

STATES: frozenset[str] = frozenset({
    "member-states", "all-states", "member-states-not-yet", "member-states-in-position", "observer-states", "parties",
    "named-state", "host-country", "states",
})  # fmt: skip
"""Addressees that are states: one mandate for all of them, whose implementation is asked of each."""


@cache
def internal_ids() -> frozenset[str]:
    """Addressees that are the organization's own, by the lexicon; ids with hyphens."""
    return frozenset(plain(one.id) for one in lexicons.addressees() if one.internal)


def plain(addressee: str) -> str:
    """The id with hyphens, as gazetteers write it."""
    return addressee.replace("_", "-")


def organ_ids(organs: Iterable[Organ]) -> dict[str, str]:
    """Which organ each addressee of the lexicon is, by the names and forms both have, in any language.

    An addressee that bears an organ's own id, or whose forms mean several organs, is left as it is.

    >>> from amana.charter.organs import OrganName
    >>> from amana.values.words import Words
    >>> cfm = Organ("cfm", "principal", (OrganName(Words(en="Council of Foreign Ministers")),))
    >>> organ_ids([cfm])
    {'council-of-foreign-ministers': 'cfm'}
    """
    ids: set[str] = set()
    by_form: dict[str, str] = {}
    for organ in organs:
        ids.add(organ.id)
        named = [text for one in organ.names for words in (one.name, one.acronym) for text in words.values()]
        by_form |= {_bare(form): organ.id for form in (*named, *organ.forms) if form}
    found: dict[str, str] = {}
    for addressee in lexicons.addressees():
        who = plain(addressee.id)
        meant = {by_form[bare] for forms in addressee.forms.values() for f in forms if (bare := _bare(f)) in by_form}
        if addressee.type == "organ" and who not in ids and len(meant) == 1:
            found[who] = meant.pop()
    return found


def _bare(form: str) -> str:
    folded = form.casefold().strip()
    return next((folded.removeprefix(a) for a in ("the ", "le ", "la ", "l'") if folded.startswith(a)), folded)
