"""What the organization calls what somebody looks up: organs, offices, states, partners, groups, programmes, in all languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from amana.charter.organs import Organ
from amana.charter.parties import Party
from amana.inquiry import lexicon
from amana.inquiry.known import Known
from amana.inquiry.tokens import plain, readings, words_of
from amana.values.stemming import EMPTY_WORDS
from amana.values.words import Words

_SHORTEST = 3
"""Letters of the last word typed from which on the word may go on."""


@dataclass(frozen=True, slots=True)
class Names:
    """What one thing is called now, with its acronym, and the other ways in which it is written or was called before."""

    kind: str
    id: str
    names: Words
    acronyms: Words = Words()
    others: tuple[str, ...] = ()

    def every(self) -> Iterator[str]:
        """Each of its names, acronyms and forms."""
        yield from self.names.values()
        yield from self.acronyms.values()
        yield from self.others

    @property
    def shown(self) -> dict[str, str]:
        """What it is called in each language that has a name or an acronym for it."""
        return {code: self.called(code) for code in (*self.names, *(c for c in self.acronyms if c not in self.names))}

    def called(self, language: str) -> str:
        """Its name in a language with the acronym in brackets; '' where it has none there.

        >>> Names("organ", "cfm", Words(en="Council"), Words(en="CFM")).called("en")
        'Council (CFM)'
        """
        name, acronym = self.names.get(language, ""), self.acronyms.get(language, "")
        return f"{name} ({acronym})" if name and acronym else name or acronym


def look_up(known: Known, words: str, most: int = 12) -> tuple[Names, ...]:
    """The names that are, begin with or hold what is looked for, the nearest first, in whatever language it is typed.

    A name that stands whole within what is looked for counts too, so that a phrase may be pasted.
    """
    wanted = words_of(words)
    if not tells(wanted):
        return ()
    ranked = ((_rank(one, wanted), n, one) for n, one in enumerate(every(known)))
    found = sorted((rank, n, one) for rank, n, one in ranked if rank is not None)
    return tuple(one for _, _, one in found[:most])


def tells(words: Sequence[str]) -> bool:
    """Some word of it may find something."""
    return any(word not in EMPTY_WORDS for word in words)


def every(known: Known) -> Iterator[Names]:
    """Everything that has a name: the organization, its organs and offices, parties, partners, groups, programmes."""
    profile = known.profile
    yield Names("organization", profile.id, profile.names, profile.acronyms, ())
    yield from map(_of_organ, known.organs)
    yield from (Names("office", o.id, o.name) for o in known.offices_by_id.values())
    yield from map(_of_party, known.parties)
    yield from (Names("partner", p.id, p.names, p.acronyms, p.forms) for p in known.partners if not p.party)
    yield from (Names("group", g.id, g.names, Words(), g.forms) for g in known.groups)
    yield from (Names("programme", p.id, p.title, Words(), tuple(p.short.values())) for p in known.programmes)


def _of_organ(organ: Organ) -> Names:
    latest = organ.names[-1] if organ.names else None
    before = (name for one in organ.names[:-1] for name in (*one.name.values(), *one.acronym.values()))
    names = _with_lexicon("organ", organ.id, latest.name if latest else Words())
    acronyms = latest.acronym if latest else Words()
    return Names("organ", organ.id, names, acronyms, _others((*before, *organ.forms), (names, acronyms)))


def _of_party(party: Party) -> Names:
    latest = party.names[-1]
    names = _with_lexicon("party", party.id, latest.short)
    others = (name for one in party.names for said in (one.short, one.formal, one.seating) for name in said.values())
    return Names("party", party.id, names, Words(), _others((*others, *party.forms), (names,)))


def _with_lexicon(kind: str, thing: str, names: Words) -> Words:
    """The names, in Indonesian as the lexicon has them where the organization keeps none."""
    said = lexicon.shown("id").get((kind, thing), "")
    return Words({**names, "id": said}) if said and "id" not in names else names


def _others(forms: Iterable[str], shown: Sequence[Words]) -> tuple[str, ...]:
    """The other forms, each once however its letters are written."""
    had = {words_of(form) for words in shown for form in words.values()}
    apart: dict[tuple[str, ...], str] = {}
    for form in forms:
        if form and (said := words_of(form)) not in had:
            apart.setdefault(said, form)
    return tuple(apart.values())


def _rank(one: Names, wanted: tuple[str, ...]) -> tuple[int, int] | None:
    """How near the nearest of its names is: the same, beginning so, holding it, standing in it; its name first, then its forms; the shortest."""
    own = (*one.names.values(), *one.acronyms.values())
    ranks = ((_near(words_of(name), wanted, name), name not in own) for name in one.every())
    return min(((2 * rank[0] + other, rank[1]) for rank, other in ranks if rank is not None), default=None)


def _near(name: tuple[str, ...], wanted: tuple[str, ...], written: str) -> tuple[int, int] | None:
    if not name:
        return None
    if len(name) == len(wanted) and _begins(name, wanted):
        return (0 if _same(name[-1], wanted[-1]) else 1), len(name)
    if _begins(name, wanted):
        return 1, len(name)
    telling = [word for word in wanted if word not in EMPTY_WORDS]
    if all(any(_same(word, typed) or _goes_on(word, typed) for word in name) for typed in telling):
        return 2, len(name)
    whole = len(name) > 1 or (written.isupper() and len(written) >= _SHORTEST)
    inside = any(all(map(_same, name, wanted[at:])) for at in range(len(wanted) - len(name) + 1))
    return (3, -len(name)) if whole and inside else None


def _begins(name: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    if len(wanted) > len(name):
        return False
    *before, last = wanted
    return all(map(_same, name, before)) and (_same(name[len(before)], last) or _goes_on(name[len(before)], last))


def _same(word: str, typed: str) -> bool:
    return word == typed or plain(word) in readings(typed)


def _goes_on(word: str, typed: str) -> bool:
    """The word that is still being typed."""
    return len(typed) >= _SHORTEST and plain(word).startswith(plain(typed))
