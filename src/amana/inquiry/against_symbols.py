"""What a text says of a decision that it names by its symbol: at which session it was adopted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amana.inquiry.against_sessions import kept_of, sessions_named
from amana.inquiry.against_telling import Matter, against, recorded
from amana.inquiry.against_told import Named
from amana.inquiry.claims import Sentence
from amana.resolutions.accepted import Accepted
from amana.values.problems import Problem
from amana.values.symbols import find

_MAYBE = re.compile(r"[0-9\u0660-\u0669]\s*/\s*[0-9\u0660-\u0669]")


def check(sentence: Sentence, matter: Matter) -> Iterator[Problem]:
    """'Resolution 4/38-ORG of the 37th session': the session stands right behind the symbol."""
    start, end = sentence.pieces[0].start, sentence.pieces[-1].end
    if not _MAYBE.search(sentence.block.text, start, end):
        return
    text = sentence.block.text[start:end]
    for printed in find(text, matter.known.symbols):
        found = [r for r in matter.known.resolutions if r.symbol == printed.symbol and r.session]
        behind = next((k for k, p in enumerate(sentence.pieces) if p.start >= start + printed.end), None)
        named = _behind(sentence, matter, behind) if behind is not None and len(found) == 1 else None
        if named is not None and sentence.asserts(named.start, named.end - 1):
            yield from _differs(sentence, matter, named, found[0])


def _behind(sentence: Sentence, matter: Matter, at: int) -> Named | None:
    """The session named there, with nothing between but 'adopted by' or 'of'."""
    named = next((n for n in sessions_named(sentence, matter) if n.end > at), None)
    if named is None:
        return None
    between = sentence.pieces[at : named.start]
    return named if all(p.says("glue", "adopted") for p in between) and len(between) <= 4 else None


def _differs(sentence: Sentence, matter: Matter, named: Named, resolution: Accepted) -> Iterator[Problem]:
    session = matter.known.sessions_by_id.get(resolution.session)
    if session is None or session.number is None or session.kind != named.kind or session.organ != named.organ:
        return
    if named.rank != session.number:
        yield against(
            matter, sentence, "symbol", (named.at, named.at), kept=recorded(matter, resolution.symbol, kept_of(matter, session)),
            entry=f"resolutions/{resolution.id}", sources=resolution.sources or session.sources,
        )  # fmt: skip
