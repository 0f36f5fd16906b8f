"""The names by which texts call an organization's parties, organs and offices, ready to be found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from amana.charter.organs import Organ
from amana.charter.parties import Party
from amana.charter.rules import Office
from amana.values.names import Entry, Gazetteer
from amana.values.words import Words


def gazetteer_of(parties: Iterable[Party], organs: Iterable[Organ], offices: Iterable[Office]) -> Gazetteer:
    """Everyone under every name of every period, and the forms drafters write; offices first, then organs, parties.

    >>> from amana.charter.parties import PartyName
    >>> swazi = Party("sz", "state", (PartyName(Words(en="Swaziland")), PartyName(Words(en="Eswatini"))))
    >>> [found.id for found in gazetteer_of([swazi], [], []).find("Swaziland, now Eswatini", "en")]
    ['sz', 'sz']
    """
    entries = [Entry(office.id, "office", _forms([office.name])) for office in offices]
    entries += [
        Entry(organ.id, "organ", _forms((w for n in organ.names for w in (n.name, n.acronym)), organ.forms))
        for organ in organs
    ]
    entries += [
        Entry(party.id, "party", _forms((w for n in party.names for w in (n.short, n.formal, n.seating)), party.forms))
        for party in parties
    ]
    return Gazetteer(entries)


def _forms(said: Iterable[Words], forms: tuple[str, ...] = ()) -> Mapping[str, tuple[str, ...]]:
    """By language every name once; recognition forms under '', since they say no language."""
    found: dict[str, dict[str, None]] = {"": dict.fromkeys(forms)} if forms else {}
    for words in said:
        for language, name in words.items():
            found.setdefault(language, {})[name] = None
    return {language: tuple(names) for language, names in found.items()}
