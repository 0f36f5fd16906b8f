"""Damage that one file alone leaves in doubt and another language version of the same text decides: digits written backwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from amana.intake.receive import Received
from amana.intake.repair import VERSE
from amana.intake.repair_numbers import upright, years_backwards
from amana.values.expressions import expression
from amana.values.problems import Problem

DOUBTFUL, MENDED = "intake-digits-reversed", "intake-mended-digits"
YEAR = expression(r"(?<![0-9])[12][0-9]{3}(?![0-9])")


def in_doubt(received: Received) -> bool:
    """Whether a year of a file is none as it stands, and one when turned."""
    return any(problem.code == DOUBTFUL for problem in received.problems)


def confirmed(received: Received, others: Iterable[Received]) -> Received:
    """The file with its numbers turned, where every such year stands upright in another version; else as it is."""
    backwards = years_backwards("\n".join(block.text for block in received.blocks))
    known = {year for other in others for block in other.blocks for year in YEAR.findall(block.text)}
    if not backwards or not backwards <= known:
        return received
    blocks = tuple(replace(block, text=_upright(block.text)) for block in received.blocks)
    places = tuple(new.place for old, new in zip(received.blocks, blocks, strict=True) if old.text != new.text)
    told = Problem(MENDED, {"file": received.name, "blocks": len(places)}, places, "note")
    rest = tuple(problem for problem in received.problems if problem.code != DOUBTFUL)
    return replace(received, blocks=blocks, problems=(*rest, told))


def _upright(text: str) -> str:
    """The text with its numbers turned, but for what is God's word."""
    return "".join(piece if n % 2 else upright(piece, "reversed") for n, piece in enumerate(VERSE.split(text)))
