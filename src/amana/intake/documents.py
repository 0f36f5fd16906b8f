"""A file as the language versions it holds: one of most kinds, each of its languages of a translators' file.

documents_of("back.xlf", data)["fr"].blocks
"""

from __future__ import annotations

from collections.abc import Mapping

from amana.intake import units
from amana.intake.pieces import Progress
from amana.intake.receive import Received, blocks_of, checksum, too_big
from amana.intake.refusals import refuse
from amana.intake.word_text import Tracked
from amana.values.problems import Problem

MEDIA_TYPE = "application/xliff+xml"
"""Of a file out of a translators' program: what a browser is told is not told apart further."""


def documents_of(
    name: str,
    data: bytes,
    *,
    exact: bool = False,
    tracked: Tracked = "accepted",
    progress: Progress | None = None,
) -> Mapping[str, Received]:
    """Language → what was received, in the order of the file; '' where only the reader can tell the language.

    Raises NotReadable as `blocks_of` does, whose arguments the others are.
    """
    if not units.is_units(data[: units.HEAD]):
        return {"": blocks_of(name, data, exact=exact, tracked=tracked, progress=progress)}
    too_big(name, len(data))
    told: list[Problem] = []
    versions = units.versions_of(name, data, told.append)
    if not versions:
        raise refuse("intake-empty", name)
    return {x: Received(name, checksum(data), MEDIA_TYPE, blocks, tuple(told)) for x, blocks in versions.items()}
