"""The menus of a web page that does not call them so: blocks of links and nothing else, before its text and after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from amana.intake.pieces import Piece
from amana.resolutions.beginnings import begins

LONG = 80
"""Characters: a longer block is of the text."""
MANY = 2
"""Links that stand together are a menu."""


def without_menus(pieces: Sequence[Piece], links: Mapping[int, int]) -> tuple[list[Piece], list[Piece]]:
    """The pieces of the text, and those of menus around it. `links`: how many links a piece consists of, by its identity."""
    of_text = [n for n, piece in enumerate(pieces) if id(piece) not in links and _is_text(piece)]
    if not of_text or not links:
        return list(pieces), []
    menus: set[int] = set()
    run: list[int] = []
    for n in [*range(of_text[0] + 1), -1, *range(of_text[-1] + 1, len(pieces) + 1)]:
        if 0 <= n < len(pieces) and id(pieces[n]) in links:
            run.append(n)
            continue
        if sum(links[id(pieces[k])] for k in run) >= MANY:
            menus.update(run)
        run = []
    return [p for n, p in enumerate(pieces) if n not in menus], [pieces[n] for n in sorted(menus)]


def _is_text(piece: Piece) -> bool:
    return piece.heading or len(piece.text) > LONG or bool(begins(piece.text))
