"""What the desk asks of the record for a draft: what of the decisions it cites is in force, and what is owed already.

All of it is the house's, as `queries.desk` is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef

from amana.resolutions.drafting import ENDS
from amana.store import models, sight
from amana.store.queries.desk import HOUSE, named, still_open

MOST = 2000
"""Open duties that a draft is held against: the newest."""


def renewing(symbols: Iterable[str]) -> list[models.Resolution]:
    """The decisions that bear these symbols, with all that renewed them, one after the other. Three queries.

    The links of renewal are read whole: two short columns, a row a renewal.
    """
    cited = bearing(symbols)
    if not cited:
        return []
    later: dict[str, list[str]] = defaultdict(list)
    for newer, older in models.Link.objects.filter(kind="renews").order_by("id").values_list("resolution", "target"):
        later[older].append(newer)
    seen = {row.key for row in cited}
    waiting = list(seen)
    while waiting:
        for newer in later.get(waiting.pop(), ()):
            if newer not in seen:
                seen.add(newer)
                waiting.append(newer)
    return cited + list(named(seen - {row.key for row in cited}).values())


def bearing(symbols: Iterable[str]) -> list[models.Resolution]:
    """The resolutions held that bear one of these symbols. One query, none for no symbol."""
    wanted = sorted({symbol for symbol in symbols if symbol})
    return list(sight.resolutions(HOUSE).filter(symbol__in=wanted)) if wanted else []


def with_text(rows: Iterable[models.Resolution]) -> set[str]:
    """The ids of those of which some text is held. One query, none for no row."""
    entries = {row.key: row.entry for row in rows}
    texts = models.Text.objects.filter(resolution__in=entries).values_list("resolution", "entry") if entries else ()
    return {key for key, entry in texts if entries[key] == entry}


def endings() -> list[tuple[models.Paragraph, str]]:
    """The paragraphs that end or supersede decisions, each with the symbol of its own. Two queries."""
    latest = models.Resolution.objects.filter(key=OuterRef("resolution"), entry__gt=OuterRef("entry"))
    rows = list(models.Paragraph.objects.filter(~Exists(latest), function__in=sorted(ENDS)).order_by("id"))
    symbols = {row.key: row.symbol for row in named(row.resolution for row in rows).values()}
    return [(row, symbols[row.resolution]) for row in rows if row.resolution in symbols]


def open_duties() -> list[dict[str, Any]]:
    """The newest duties that are still open, at most `MOST`: key, words, implementers, recurring, symbol. Two queries."""
    rows = still_open().order_by("-id").values("key", "words", "implementers", "recurring", "resolution")[:MOST]
    several = list(rows)
    symbols = {row.key: row.symbol for row in named(row["resolution"] for row in several).values()}
    return [{**row, "symbol": symbols.get(row["resolution"], "")} for row in several]
