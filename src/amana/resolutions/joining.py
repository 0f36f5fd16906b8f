"""Several paragraphs of one version as one: what another version says in a single paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from amana.resolutions.paragraphs import Citation, Clause, Figure, Named, Paragraph
from amana.values.days import StatedDays


def joined(pieces: Sequence[Paragraph]) -> Paragraph:
    """The pieces as one paragraph, at the place of the first; a later piece keeps its label in the text, as printed.

    Everything that stands between two characters is moved with its words, so that it still points to them.
    """
    if len(pieces) == 1:
        return pieces[0]
    first = pieces[0]
    shifts, text = [], ""
    for piece in pieces:
        words = f"{piece.label} {piece.text}" if text and piece.label else piece.text
        text = f"{text} {words}" if text else words
        shifts.append(len(text) - len(piece.text))
    laid = tuple(zip(pieces, shifts, strict=True))
    verb = next((p for p in pieces if p.function is not None), first)
    return Paragraph(
        part=first.part,
        label=first.label,
        text=text,
        place=first.place,
        depth=first.depth,
        blocks=tuple(b for p in pieces for b in p.blocks),
        function=verb.function,
        phrase=verb.phrase,
        strength=verb.strength,
        modifiers=_all(p.modifiers for p in pieces),
        addressees=_all(p.addressees for p in pieces),
        citations=tuple(_shifted(c, by) for p, by in laid for c in p.citations),
        days=tuple(_shifted(d, by) for p, by in laid for d in p.days),
        deadline=next((p.deadline for p in pieces if p.deadline is not None), None),
        report=next((p.report for p in pieces if p.report is not None), None),
        figures=tuple(_shifted(f, by) for p, by in laid for f in p.figures),
        heading=first.heading,
        tone=verb.tone,
        hedges=_all(p.hedges for p in pieces),
        clauses=tuple(_shifted(c, by) for p, by in laid for c in p.clauses),
        names=tuple(_shifted(n, by) for p, by in laid for n in p.names),
    )


class _Hashed(Protocol):
    def __hash__(self) -> int: ...


_H = TypeVar("_H", bound=_Hashed)
_S = TypeVar("_S", Citation, StatedDays, Figure, Clause, Named)


def _all(several: Iterable[tuple[_H, ...]]) -> tuple[_H, ...]:
    """All of them, each once, in order."""
    return tuple(dict.fromkeys(one for some in several for one in some))


def _shifted(what: _S, by: int) -> _S:
    """The same, so many characters further on."""
    if not by:
        return what
    return replace(what, start=what.start + by, end=what.end + by)
