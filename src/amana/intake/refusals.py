"""How a file is refused: one problem, with the name of the file, the reason and what to do."""

from __future__ import annotations

from amana.values.problems import Fact, NotReadable, Place, Problem

LIMIT = 20_000_000
"""The largest file that is read, in bytes."""

UNPACKED_LIMIT = 60_000_000
"""The most that one part of a packed document may unpack to, in bytes."""


def refuse(code: str, name: str, **facts: Fact) -> NotReadable:
    """The exception to raise for the file `name`.

    >>> refuse("intake-empty", "a.txt").problems[0].code
    'intake-empty'
    """
    return NotReadable([Problem(code, {"file": name, **facts}, (Place(name),))])
