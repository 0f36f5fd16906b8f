"""Names in the order in which a reader of them expects: accents, cases and the Arabic article left out of account."""

from __future__ import annotations

from amana.values.folding import fold


def by_name(name: str) -> str:
    """What names are sorted by.

    >>> sorted(["Zambia", "Égypte", "algérie"], key=by_name)
    ['algérie', 'Égypte', 'Zambia']
    >>> sorted(["المغرب", "تونس", "الأردن"], key=by_name)
    ['الأردن', 'تونس', 'المغرب']
    """
    folded = fold(name, accents=False)
    return folded.removeprefix("ال")
