"""What a text says of how many official languages the organization has."""

from __future__ import annotations

from collections.abc import Iterator

from amana.inquiry.against_foundation import names_house
from amana.inquiry.against_telling import Matter, against, recorded
from amana.inquiry.claims import Sentence
from amana.inquiry.telling import say
from amana.values.problems import Problem

_FEW = range(1, 13)


def check(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """'The Organisation has four official languages', 'its official languages are four', 'لغاتها الرسمية أربع'."""
    pieces = sentence.pieces
    at = next((k for k, p in enumerate(pieces) if p.says("official-languages") or _is_apart(sentence, k)), None)
    if at is None or not _is_of_house(sentence, at):
        return
    spots = [k for k in (at - 1, *range(at + 1, at + 8)) if 0 <= k < len(pieces)]
    found = next((k for k in spots if pieces[k].number in _FEW and _joined(sentence, at, k)), None)
    count = len(matter.known.profile.authentic)
    if found is None or pieces[found].number == count or not sentence.asserts(found, at):
        return
    yield against(
        matter, sentence, "count", (found, found), entry=f"organization/{matter.known.profile.id}",
        kept=recorded(matter, say("against-languages", matter.tell, n=count), ", ".join(matter.known.profile.authentic)),
    )  # fmt: skip


def _is_apart(sentence: Sentence, at: int) -> bool:
    """'official' with the organization between it and 'languages': «لغات المنظمة الرسمية»."""
    pieces = sentence.pieces
    named = pieces[at].says("official") and at > 1 and names_house(sentence, pieces[at - 1])
    return named and pieces[at - 2].says("languages")


def _joined(sentence: Sentence, at: int, number: int) -> bool:
    low, high = sorted((at, number))
    return all(
        p.says("is", "was", "glue", "number-of", "the-organization") or p.mark == ":" or names_house(sentence, p)
        for p in sentence.pieces[low + 1 : high]
    )


def _is_of_house(sentence: Sentence, at: int) -> bool:
    """The clause names the organization as what has them, and nothing else that could."""
    first, last = sentence.clause(at)
    named = [k for k in range(first, last) if names_house(sentence, sentence.pieces[k])]
    others = any(
        p.of("organ") or p.of("party") or p.of("partner") or p.says("other-organization")
        for p in sentence.pieces[first:last]
    )
    return bool(named) and not others
