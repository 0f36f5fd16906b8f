"""What a text calls the organization and its institutions, against what they were called on the day it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from amana.charter.organs import Organ, OrganName
from amana.inquiry.against_foundation import names_house
from amana.inquiry.against_sessions import follow
from amana.inquiry.against_telling import Earlier, Matter, against, dispute_on, recorded
from amana.inquiry.claims import Piece, Sentence, is_other
from amana.inquiry.lexicon import LANGUAGES, shown
from amana.inquiry.telling import day_in, organ_name
from amana.inquiry.tokens import plain, readings, words_of
from amana.values.problems import Place, Problem

_WHOLE = 3
"""Words of a whole name; a shorter one may be part of another name."""
_PAST = ("former", "renamed", "called", "founded", "charter", "signed", "adopted")


def house(sentences: Sequence[Sentence], matter: Matter) -> Iterator[Problem]:
    """The former name of the organization used for a later day, or for the present beside its name: told once a text."""
    earlier = matter.known.profile.earlier[-1] if matter.known.profile.earlier else None
    changed = earlier.until.last if earlier else None
    if earlier is None or changed is None:
        return
    former, present = _former_words(matter, earlier), _present_words(matter)
    whole = [(s, at, p) for s in sentences for at, p in enumerate(s.pieces) if p.of("house") and len(p.words) >= _WHOLE]
    new = {id(s) for s, _, p in whole if _has(p, present - former)}
    stale = [
        (s, at)
        for s, at, p in whole
        if _has(p, former - present) and id(s) not in new and _is_later(s, at, changed, beside=bool(new))
    ]
    if stale:
        yield _told(matter, earlier, stale)


def _words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(plain(w) for n in names for w in words_of(n))


def _former_words(matter: Matter, earlier: Earlier) -> frozenset[str]:
    said = [shown(code).get(("house-former", matter.known.profile.id), "") for code in LANGUAGES]
    return _words([*earlier.names.values(), *said])


def _present_words(matter: Matter) -> frozenset[str]:
    said = [shown(code).get(("house-name", matter.known.profile.id), "") for code in LANGUAGES]
    return _words([*matter.known.profile.names.values(), *said])


def _has(piece: Piece, words: frozenset[str]) -> bool:
    return any(r in words for w in piece.words for r in readings(w))


def _is_later(sentence: Sentence, at: int, changed: date, *, beside: bool) -> bool:
    """It is used for a day after the change, or, without a day, for the present in a text that has the name too."""
    if any(p.says(*_PAST) for p in sentence.pieces) or not sentence.asserts(at):
        return False
    times = sentence.times()
    return all(t.first > changed for t in times) if times else beside and sentence.day > changed


def _told(matter: Matter, earlier: Earlier, stale: list[tuple[Sentence, int]]) -> Problem:
    profile, (sentence, at) = matter.known.profile, stale[0]
    made = against(
        matter, sentence, "name", (at, at), severity="warning", entry=f"organization/{profile.id}",
        kept=recorded(matter, profile.names.best(matter.tell), day_in(earlier.until, matter.tell)), sources=earlier.sources,
    )  # fmt: skip
    return replace(made, places=tuple(_place(s, k) for s, k in stale))


def _place(sentence: Sentence, at: int) -> Place:
    piece = sentence.pieces[at]
    return replace(sentence.block.place, start=piece.start, end=piece.end, language=sentence.language)


def organs(sentences: Sequence[Sentence], matter: Matter) -> Iterator[Problem]:
    """An institution called by a name that it had before: told once for each."""
    former = [(o, _former(o), o.names[-1]) for o in matter.known.organs if len(o.names) > 1 and o.kind not in _KEEPING]
    for organ, old, latest in former:
        found = next(
            ((s, at) for s in sentences for at, p in enumerate(s.pieces) if _is_stale(s, p, organ, old, latest)), None
        )
        if found is not None:
            sentence, at = found
            since = day_in(latest.since, matter.tell) if latest.since else ""
            kept = recorded(
                matter, organ_name(matter.known, organ.id, matter.tell), latest.acronym.best(matter.tell), since
            )
            yield against(
                matter, sentence, "stale", (at, at), kept=kept, entry=f"organs/{organ.id}", severity="warning",
                sources=organ.sources, dispute=dispute_on(matter.known, f"organs/{organ.id}#name"),
            )  # fmt: skip


_KEEPING = frozenset({"principal", "standing", "other"})
"""Kinds of organs that texts go on calling by their former names."""


def _forms(name: OrganName) -> set[tuple[str, ...]]:
    every = (*name.name.values(), *name.acronym.values())
    return {tuple(map(plain, words_of(n))) for n in every}


def _former(organ: Organ) -> set[tuple[str, ...]]:
    """Names and acronyms that only earlier names have, in no language of the latest."""
    return {form for n in organ.names[:-1] for form in _forms(n)} - _forms(organ.names[-1])


def _is_stale(sentence: Sentence, piece: Piece, organ: Organ, old: set[tuple[str, ...]], latest: OrganName) -> bool:
    since = latest.since
    if organ.id not in piece.of("organ") or since is None or since.last is None or sentence.day <= since.last:
        return False
    if tuple(map(plain, piece.words)) not in old or any(p.says(*_PAST) for p in sentence.pieces):
        return False
    others = [p for p in sentence.pieces if organ.id in p.of("organ") and tuple(map(plain, p.words)) in _forms(latest)]
    at = sentence.pieces.index(piece)
    return not others and all(t.first > since.last for t in sentence.times()) and sentence.asserts(at)


def renamed(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """The day on which the organization took its present name."""
    earlier = matter.known.profile.earlier[-1] if matter.known.profile.earlier else None
    at = next((k for k, p in enumerate(sentence.pieces) if p.says("renamed")), None)
    if earlier is None or at is None or earlier.until.first is None or earlier.until.last is None:
        return
    near = any(names_house(sentence, p) for p in sentence.pieces[max(0, at - 3) : at + 3])
    if not near and not _is_of_subject(sentence, at, matter):
        return
    start = at + 1
    while start < len(sentence.pieces) and (
        names_house(sentence, sentence.pieces[start]) or sentence.pieces[start].says("glue")
    ):
        start += 1
    behind = follow(sentence, start, "is").when
    if behind is None:  # 'In 2011 the organization was renamed'
        behind = next((k for k in range(min(at, 4)) if sentence.pieces[k].when is not None), None)
    when = sentence.pieces[behind].when if behind is not None else None
    if behind is None or when is None or not sentence.asserts(at, behind):
        return
    if not when.fits(earlier.until.first, earlier.until.last):
        yield _renamed(sentence, matter, earlier, behind)


def _is_of_subject(sentence: Sentence, at: int, matter: Matter) -> bool:
    """'The OIC was founded in 1969 and took its present name in 2011': the sentence begins with it and names no other."""
    before = sentence.pieces[:at]
    named = next((k for k, p in enumerate(before) if names_house(sentence, p)), None)
    others = any(p.of("organ") or is_other(p, matter.known) for p in before)
    return named is not None and named <= 2 and sentence.heads(named) and not others


def _renamed(sentence: Sentence, matter: Matter, earlier: Earlier, at: int) -> Problem:
    profile = matter.known.profile
    return against(
        matter, sentence, "date", (at, at), entry=f"organization/{profile.id}", sources=earlier.sources,
        kept=recorded(matter, profile.names.best(matter.tell), day_in(earlier.until, matter.tell)),
    )  # fmt: skip


def called(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """'Until 2011 it was called Organisation of the Islamic Conference': the end of the former name."""
    pieces = sentence.pieces
    earlier = matter.known.profile.earlier[-1] if matter.known.profile.earlier else None
    at = next((k for k, p in enumerate(pieces) if p.says("called")), None)
    if earlier is None or at is None or earlier.until.first is None or earlier.until.last is None:
        return
    old = _former_words(matter, earlier) - _present_words(matter)
    if not any(p.of("house") and len(p.words) >= _WHOLE and _has(p, old) for p in pieces[at + 1 : at + 4]):
        return
    until = next((k for k, p in enumerate(pieces) if p.says("until")), None)
    behind = (
        next((k for k in range(until + 1, min(until + 4, len(pieces))) if pieces[k].when is not None), None)
        if until is not None
        else None
    )
    when = pieces[behind].when if behind is not None else None
    plain = not any(p.says("no", "said", "will") for p in pieces) and sum(p.when is not None for p in pieces) == 1
    if behind is not None and when is not None and plain and not when.fits(earlier.until.first, earlier.until.last):
        yield _renamed(sentence, matter, earlier, behind)
