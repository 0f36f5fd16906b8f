"""Everything an organization and a question or a text may name, as a tree of words for each language."""

from __future__ import annotations

import re
import weakref
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from amana.inquiry import lexicon
from amana.inquiry.group_names import variants
from amana.inquiry.known import Known
from amana.inquiry.tokens import near, plain, readings, words_of
from amana.values.lexicons import rows, several
from amana.values.words import Words

Meant = tuple[str, str]
"""A kind and a thing: ('party', 'eg'), ('word', 'when'), ('place', 'Doha')."""

Phrase = tuple[str, Meant, str]
"""As it is said, what it means, and the language it belongs to ('' for none)."""

Read = Literal["question", "text"]
"""What is read with it: what somebody asks, or what a text states."""

_WORDS: Mapping[Read, tuple[Callable[[], tuple[lexicon.Said, ...]], ...]] = {
    "question": (lexicon.words, lexicon.powers, lexicon.rules),
    "text": (lexicon.claims,),
}
_KEPT = 16


@dataclass(slots=True)
class _Node:
    after: dict[str, _Node] = field(default_factory=dict)
    ends: dict[Meant, set[str]] = field(default_factory=dict)


class Phrasebook:
    """The phrases of one language with every name of the organization; it never changes once made."""

    def __init__(self, phrases: Iterable[Phrase], language: str) -> None:
        self._root = _Node()
        self._vocabulary: dict[tuple[str, int], set[str]] = {}
        self._known: set[str] = set()
        for text, meant, code in phrases:
            node = self._root
            for word in map(plain, words_of(text)):
                node = node.after.setdefault(word, _Node())
                self._known.add(word)
                if code in (language, ""):
                    self._vocabulary.setdefault((word[:1], len(word)), set()).add(word)
            if node is not self._root:
                node.ends.setdefault(meant, set()).add(code)

    def longest(self, words: tuple[str, ...], at: int) -> tuple[int, Mapping[Meant, set[str]]] | None:
        """The longest phrase that begins at word `at`: where it ends (outside), and what it may mean in which languages."""
        best: tuple[int, Mapping[Meant, set[str]]] | None = None
        heads = [(self._root, at)]
        while heads:
            following = []
            for node, place in heads:
                if node.ends and (best is None or place > best[0]):
                    best = (place, node.ends)
                if place < len(words):
                    # inside a phrase Arabic letters may stand before a word too: لمجلس وزراء الخارجية
                    nexts = (node.after.get(word) for word in readings(words[place]))
                    following += [(n, place + 1) for n in nexts if n is not None]
            heads = following
        return best

    def corrected(self, word: str) -> str:
        """The one known word that `word` misspells by a letter, or `word`; short words are never corrected."""
        least = 7 if "\u0600" <= word[:1] <= "\u06ff" else 6
        if len(word) < least or not self._known.isdisjoint(readings(word)):
            return word
        sizes = (len(word) - 1, len(word), len(word) + 1)
        alike = {w for size in sizes for w in self._vocabulary.get((word[:1], size), ()) if near(word, w)}
        return alike.pop() if len(alike) == 1 else word


_kept: OrderedDict[tuple[int, str, Read], tuple[weakref.ref[Known], Phrasebook]] = OrderedDict()


def phrasebook(known: Known, language: str, read: Read = "question") -> Phrasebook:
    """The phrasebook of this organization for a language; made once for each, as long as the organization lives."""
    key = (id(known), language, read)
    held = _kept.get(key)
    if held is not None and held[0]() is known:
        _kept.move_to_end(key)
        return held[1]
    book = Phrasebook(_phrases(known, language, read), language)
    _kept[key] = (weakref.ref(known), book)
    while len(_kept) > _KEPT:
        _kept.popitem(last=False)
    return book


def _phrases(known: Known, language: str, read: Read) -> Iterator[Phrase]:
    for said in (said for words in _WORDS[read] for said in words()):
        yield from ((form, (said.kind, said.thing), language) for form in said.forms.get(language, ()))
    yield from _names_of(known)
    if read == "text":
        yield from _cities(known)


def _names_of(known: Known) -> Iterator[Phrase]:
    """Every name of the organization, in every language: of its parties, organs, offices, persons, places and the rest."""
    there = _there(known)
    for said in lexicon.names():
        if (said.kind, said.thing) in there or said.kind in ("place", "blocked"):
            for code, forms in said.forms.items():
                yield from ((form, (said.kind, said.thing), code) for form in forms)
    yield from _of_house(known)
    yield from _of_persons(known)
    yield from _of_places(known)


def _there(known: Known) -> set[Meant]:
    found = {("house", known.profile.id)}
    found |= {("cause", known.profile.id)} | {("role", o.id) for o in known.organs}
    found |= {("party", p.id) for p in known.parties} | {("organ", o.id) for o in known.organs}
    found |= {("office", o) for o in known.offices_by_id} | {("partner", p.id) for p in known.partners}
    return found | {("programme", p.id) for p in known.programmes} | {("group", g.id) for g in known.groups}


def _of_house(known: Known) -> Iterator[Phrase]:
    for words in (known.profile.names, known.profile.acronyms):
        yield from _all(words, ("house", known.profile.id))
    for party in known.parties:
        yield from ((form, ("party", party.id), "") for form in party.forms)
        for party_name in party.names:
            for words in (party_name.short, party_name.formal, party_name.seating):
                yield from _all(words, ("party", party.id))
    heads = {words for office in known.offices_by_id.values() for words in map(words_of, office.name.values())}
    offices = (said for said in lexicon.names() if said.kind == "office" and said.thing in known.offices_by_id)
    heads |= {words for said in offices for forms in said.forms.values() for words in map(words_of, forms)}
    for organ in known.organs:
        meant = ("organ", organ.id)
        # the forms of a secretariat include its head, to whom duties are addressed: he is not it
        yield from ((form, meant, "") for form in organ.forms if not _ends_with(words_of(form), heads))
        for organ_name in organ.names:
            yield from _all(organ_name.name, meant)
            yield from _all(organ_name.acronym, meant)
    for office in known.offices_by_id.values():
        yield from _all(office.name, ("office", office.id))
    for programme in known.programmes:
        yield from _all(programme.title, ("programme", programme.id))
        yield from _all(programme.short, ("programme", programme.id))
    for partner in known.partners:
        yield from ((form, ("partner", partner.id), "") for form in partner.forms)
        yield from _all(partner.names, ("partner", partner.id))
        yield from _all(partner.acronyms, ("partner", partner.id))
    houses = [(said, code) for its in (known.profile.names, known.profile.acronyms) for code, said in its.items()]
    for group in known.groups:
        yield from ((form, ("group", group.id), "") for form in group.forms)
        yield from _all(group.names, ("group", group.id))
        yield from ((form, ("group", group.id), code) for form, code in variants(group.names, houses))


def _of_persons(known: Known) -> Iterator[Phrase]:
    """Names whole and in part; a last name alone where one person only bears it."""
    names: dict[str, set[tuple[str, ...]]] = {}
    for person in known.persons:
        for form in (*person.names.values(), *person.forms):
            names.setdefault(person.id, set()).add(words_of(form))
    for term in known.terms:
        if not term.person:
            continue
        for form in term.name.values():
            names.setdefault(term.person, set()).add(words_of(form))
    parts: dict[tuple[str, ...], set[str]] = {}
    for person_id, its in names.items():
        for name in its:
            for part in _parts(name):
                parts.setdefault(part, set()).add(person_id)
    for part, persons in parts.items():
        if len(persons) == 1:
            yield " ".join(part), ("person", next(iter(persons))), ""


def _parts(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield from (name[a:b] for a in range(len(name)) for b in range(a + 2, len(name) + 1))
    if len(name) > 2:
        yield (name[0], name[-1])
        yield (name[0], *name[-2:])
    if name and (len(name[-1]) >= 4 or "\u0600" <= name[-1][:1] <= "\u06ff"):
        yield name[-1:]


SPELT = re.compile(r"([\u0628-\u064a])ا([\u0621-\u064a]{3,6})")
"""An Arabic name of a city whose first alef the press often leaves out: داكار, دكار; بانجول, بنجول."""


def _of_places(known: Known) -> Iterator[Phrase]:
    for place in (*(s.place for s in known.sessions), *(o.seat for o in known.organs)):
        english = place.best("en")
        for part in english.split(" / ") if english else ():
            yield part, ("place", place_of(part)), "en"
        if " / " not in english:
            yield from _all(place, ("place", place_of(english)))
            if (short := SPELT.fullmatch(place.get("ar", ""))) is not None:
                yield short[1] + short[2], ("place", place_of(english)), "ar"


_DISPUTED = frozenset({"city:jerusalem"})
"""A city that texts name in the names of sessions and as the seat to be."""


def _cities(known: Known) -> Iterator[Phrase]:
    """Cities of the world, under the name that the record has for one where any of its forms is there."""
    there = {words_of(text): meant[1] for text, meant, _ in _of_places(known) if meant[0] == "place"}
    there |= {
        words_of(form): said.thing
        for said in lexicon.names()
        if said.kind == "place"
        for its in said.forms.values()
        for form in its
    }
    for row in rows("places.csv"):
        if not row["id"].startswith("city:") or row["id"] in _DISPUTED:
            continue
        forms = {code: several(row[column]) for code, column in _COLUMNS.items()}
        same = (there[w] for its in forms.values() for form in its if (w := words_of(form)) in there)
        place = next(same, "") or place_of(forms["en"][0])
        yield from ((form, ("place", place), code) for code, its in forms.items() for form in its)


_COLUMNS = {"en": "en", "fr": "fr", "ar": "ar", "id": "id_lang"}


def place_of(english: str) -> str:
    """Makkah and Makkah Al-Mukarramah, Jeddah and Jeddah (virtual) are one place."""
    return english.partition(" Al-")[0].partition(" (")[0]


def _all(words: Words, meant: Meant) -> Iterator[Phrase]:
    return ((form, meant, code) for code, form in words.items())


def _ends_with(words: tuple[str, ...], heads: set[tuple[str, ...]]) -> bool:
    return any(words[: len(head)] == head or words[-len(head) :] == head for head in heads if head)
