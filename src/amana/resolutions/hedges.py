"""What softens a paragraph ("as appropriate"), and the tone in which it speaks, told by its function."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from amana.resolutions.paragraphs import Tone
from amana.values.lexicons import rows
from amana.values.names import Entry, Found

KIND = "hedge"
POSITIVE = frozenset("commend welcome thank support solidarity endorse congratulate".split())
NEGATIVE = frozenset("condemn deplore reject regret concern warn hold_responsible".split())


@cache
def hedges() -> tuple[Entry, ...]:
    """The hedges of every language, to be found in texts together with the names."""
    return tuple(
        Entry(f"hedge:{row['language']}", KIND, {row["language"]: tuple(row["form"].split("|"))})
        for row in rows("hedges.csv")
    )


def hedges_of(found: Iterable[Found]) -> tuple[str, ...]:
    """The hedges among what was found in a text, as printed and in order."""
    return tuple(one.text for one in found if one.kind == KIND)


def tone_of(function: str | None) -> Tone:
    """The tone of a paragraph that does this; neutral where nothing else is known.

    >>> tone_of("condemn"), tone_of("welcome"), tone_of("request"), tone_of(None)
    ('negative', 'positive', 'neutral', 'neutral')
    """
    return "negative" if function in NEGATIVE else "positive" if function in POSITIVE else "neutral"
