"""The register: decisions whose text is not held, one row each; those with a text have a directory of their own."""

from __future__ import annotations

from collections.abc import Iterator

from amana.folder.faults import fault
from amana.folder.found import Found
from amana.resolutions.accepted import Accepted
from amana.values.problems import Problem

REGISTER_FILE = "register.csv"


def in_register(resolution: Accepted) -> bool:
    """Whether a row of register.csv says everything that is known of it: no text, and how it is known.

    >>> from amana.values.words import Words
    >>> in_register(Accepted("r-1", "1/8-C(IS)", "is", "is-8", Words(en="Cultural heritage"), basis="index"))
    True
    """
    beyond = resolution.texts or resolution.rows or resolution.findings or resolution.votes
    return bool(resolution.basis) and not beyond


def entries_say_how_known(found: Found) -> Iterator[Problem]:
    """An entry of the register that does not say how it is known."""
    for resolution in found.organization.resolutions:
        spot = found.spot("resolution", resolution.id)
        if not resolution.basis and spot.place().source == REGISTER_FILE:
            yield fault("missing-value", spot, field="basis")


def held_once(found: Found) -> Iterator[Problem]:
    """A decision that stands in the register and, with its text, in a directory: once its text is held the row goes."""
    resolutions = found.organization.resolutions
    places = {r.id: found.spot("resolution", r.id).place() for r in resolutions}
    held = {r.symbol: places[r.id] for r in resolutions if r.symbol and places[r.id].source != REGISTER_FILE}
    for resolution in resolutions:
        if resolution.symbol in held and places[resolution.id].source == REGISTER_FILE:
            spot = found.spot("resolution", resolution.id)
            yield fault("held-twice", spot, "symbol", symbol=resolution.symbol, first=str(held[resolution.symbol]))
