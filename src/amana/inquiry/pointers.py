"""A decision named by its symbol: the card only points to it."""

from __future__ import annotations

import weakref
from collections.abc import Mapping

from amana.inquiry.asked import Asked, understand
from amana.inquiry.card import Card, Line, Ref
from amana.inquiry.grounds import decided_at, marks_of
from amana.inquiry.known import Known
from amana.inquiry.telling import day_in, say
from amana.resolutions.accepted import Accepted
from amana.values.symbols import find

_kept: dict[int, tuple[weakref.ref[Known], Mapping[str, tuple[Accepted, ...]]]] = {}


def try_symbol(question: str, known: Known, page: str | None) -> Card | None:
    """A card where the question is a symbol, with nothing beside it but words such as 'resolution'."""
    printed = find(question.upper() if question.isascii() else question, known.symbols)
    if len(printed) != 1:
        return None
    symbol = printed[0]
    rest = f"{question[: symbol.start]} {question[symbol.end :]}".strip()
    asked = next(iter(understand(rest, known, page)), None) if rest else Asked(page or "en", question)
    if asked is None or asked.take(frozenset({"resolution", "when", "adopt", "theme"})) is None:
        return None
    found = _by_symbol(known).get(symbol.symbol, ())
    return _card(asked.language, known, found[0], question) if len(found) == 1 else None


def _by_symbol(known: Known) -> Mapping[str, tuple[Accepted, ...]]:
    held = _kept.get(id(known))
    if held is not None and held[0]() is known:
        return held[1]
    table: dict[str, tuple[Accepted, ...]] = {}
    for resolution in known.resolutions:
        if resolution.symbol and resolution.audience == "public":
            table[resolution.symbol] = (*table.get(resolution.symbol, ()), resolution)
    _kept.clear()
    _kept[id(known)] = (weakref.ref(known), table)
    return table


def _card(language: str, known: Known, resolution: Accepted, question: str) -> Card:
    lines = []
    session = known.sessions_by_id.get(resolution.session)
    title = resolution.title.best(language)
    if session is not None:
        lines.append(decided_at(known, session, language, placed=True))
    if resolution.adopted is not None:
        lines.append(
            Line(
                say("label-adopted", language),
                day_in(resolution.adopted, language),
                day=resolution.adopted,
                unsourced="adopted" in resolution.unsourced,
            )
        )
    code = "resolution" if resolution.texts else "resolution-not-held"
    return Card(
        "resolution", language, resolution.symbol, say(code, language, symbol=resolution.symbol, title=title),
        facts=tuple(lines), day=resolution.adopted, sources=resolution.sources, unsourced=marks_of((resolution,)),
        address=Ref("resolution", resolution.id),
    )  # fmt: skip
